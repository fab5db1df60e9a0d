import { readFileSync } from "node:fs";
import { englishWith, recogniseLanguage } from "../language/index.js";
import { type Lexicon, loadLexicon } from "../lexicon/index.js";
import { type Maker, type Story, type StoryRecord, sha256 } from "../model/index.js";
import { GAZETTEER_SHA256, type Knowledge, knowledgeOf, readStory } from "../reading/index.js";

export interface ReaderOptions {
  /** Folders of tables that are laid over the built-in lexicon, the last on top. */
  readonly lexiconFolders?: readonly string[];
  /** Weights of events in the place of those of this package: for measuring weights before they are kept. */
  readonly eventWeights?: Knowledge["eventWeights"];
}

/** Why a story was not read: it is in another language. */
export interface NotRead {
  readonly reason: string;
}

/** Reads stories with one engine and one lexicon, both loaded once. */
export interface Reader {
  readonly maker: Maker;
  readonly lexicon: Lexicon;
  /** The record of a story, or why there is none. */
  read(story: Story): StoryRecord | NotRead;
}

const VERSION: string = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;

/** Throws a `LexiconError` for a faulty table and an `Error` for missing weights. Takes up to 300 ms, once a process. */
export function openReader({ lexiconFolders = [], eventWeights }: ReaderOptions = {}): Reader {
  const lexicon = loadLexicon(lexiconFolders);
  const knowledge = knowledgeOf(lexicon, undefined, undefined, eventWeights);
  const english = englishWith(lexicon);
  const written = sha256(`${lexicon.hash} ${GAZETTEER_SHA256}`).slice(0, 16);
  const maker: Maker = {
    code: VERSION,
    weights: sha256(`${english.weightsHash} ${knowledge.corefHash} ${knowledge.eventWeights.hash} ${knowledge.judge.hash}`).slice(0, 16),
    lexicons: written,
  };
  return {
    maker,
    lexicon,
    read(story) {
      const language = recogniseLanguage(story.text, lexicon);
      if (!language.english) return { reason: `${language.reason}; onrecord reads English only` };
      return readStory(story, english.parse, knowledge, maker);
    },
  };
}
