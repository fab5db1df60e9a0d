import { type Doc, type Mention, mentionsOf, mentionTables, sentenceCount, sentenceOf, wordsOf } from "../language/index.js";
import type { Lexicon } from "../lexicon/index.js";
import type { Span, Story } from "../model/index.js";
import { type Found, type Phrasebook, phrasebookOf, phrasesIn } from "./actors/phrasebook.js";
import { type Weights as CorefWeights, packagedCorefWeights } from "./actors/pronouns/weights.js";
import { type EventTables, eventTables } from "./events/tables.js";
import { type EventWeights, packagedEventWeights } from "./events/weights.js";
import { type Atlas, atlasOf } from "./places/atlas.js";
import { type Cues, cuesOf } from "./places/cues.js";
import { packagedGazetteer } from "./places/packaged.js";
import { type Quotation, quotationsIn, quotationsOver } from "./quotations.js";
import { type Judge, packagedJudge } from "./statements/judge/index.js";
import { type Syntax, syntaxOf } from "./syntax.js";

/** The written knowledge that reading needs, with what is prepared from it once. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly phrasebook: Phrasebook;
  readonly atlas: Atlas;
  readonly placeCues: Cues;
  /** By which it is decided whom a pronoun means. */
  readonly corefWeights: CorefWeights;
  /** Names those weights: their hash. */
  readonly corefHash: string;
  readonly events: EventTables;
  readonly eventWeights: EventWeights;
  /** Decides which cues attribute, and what. */
  readonly judge: Judge;
}

/**
 * Everything that comes of a lexicon. `gazetteer` gives the towns of the world; that of this package is read from disk when a name is first
 * looked up, the weights of pronouns, events and statements on the first call.
 */
export function knowledgeOf(
  lexicon: Lexicon,
  gazetteer = packagedGazetteer,
  { weights, hash }: ReturnType<typeof packagedCorefWeights> = packagedCorefWeights(),
  eventWeights: EventWeights = packagedEventWeights(),
  judge: Judge = packagedJudge(),
): Knowledge {
  return {
    lexicon,
    phrasebook: phrasebookOf(lexicon),
    atlas: atlasOf(lexicon, gazetteer),
    placeCues: cuesOf(lexicon),
    corefWeights: weights,
    corefHash: hash,
    events: eventTables(lexicon),
    eventWeights,
    judge,
  };
}

/** A story with its parsed text, as every layer gets it. */
export interface Reading {
  readonly story: Story;
  readonly doc: Doc;
  readonly syntax: Syntax;
  /** Noun phrases and personal pronouns with what they show of number, gender and kind, ascending by head. */
  readonly mentions: readonly Mention[];
  readonly headlines: readonly Span[];
  /** Of all blocks, in text order. */
  readonly quotations: readonly Quotation[];
  /** Those of its block that touch the sentence of a word or one beside it. */
  readonly quotationsAt: (word: number) => readonly Quotation[];
  /** Phrases of the phrasebook, in text order. */
  readonly phrases: readonly Found[];
  readonly knowledge: Knowledge;
}

/** What is prepared of a story before the first layer is read. `blocks` are those that the doc was parsed from. */
export function readingOf(
  story: Story,
  doc: Doc,
  blocks: readonly { readonly start: number; readonly end: number }[],
  knowledge: Knowledge,
): Reading {
  const inBlocks = blocks.map((block) => quotationsIn(story.text, block));
  const besides: (readonly Quotation[] | undefined)[] = [];
  const quotationsAt = (word: number): readonly Quotation[] => {
    const sentence = sentenceOf(doc, word);
    besides[sentence] ??= quotationsOver(inBlocks[doc.blockOf[sentence]], {
      start: doc.start[wordsOf(doc, Math.max(0, sentence - 1)).first],
      end: doc.end[wordsOf(doc, Math.min(sentenceCount(doc) - 1, sentence + 1)).last],
    });
    return besides[sentence];
  };
  const mentions = mentionsOf(doc, mentionTables(knowledge.lexicon));
  return {
    story,
    doc,
    syntax: syntaxOf(doc),
    mentions,
    headlines: story.regions.filter(({ type }) => type === "headline"),
    quotations: inBlocks.flat(),
    quotationsAt,
    phrases: phrasesIn(doc, knowledge.phrasebook),
    knowledge,
  };
}
