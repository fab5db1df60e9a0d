/** The texts that events are learned from, out of a data folder and of `samples/`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { spanOf, wordsOf } from "../src/language/index.js";
import { readConllu } from "./conllu.js";
import type { GoldStory, MarkedText } from "./events.js";

/** A marked sentence with its id, by which the folds of a corpus name it. */
export interface MarkedSentence extends MarkedText {
  readonly id: string;
}

/** Sentences of a `.jsonl` file in the form of `bench/events`. */
export const markedSentences = (file: string): MarkedSentence[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as MarkedSentence);

/** Genres of EWT in which next to nothing political happens. */
const EVENTLESS = /^(?:answers|email|reviews)-/;
/** Every which sentence of them is used: more slow down and teach nothing new. */
const EVERY = 3;
const FEWEST_WORDS = 7;

/** Sentences without events: those of EWT's train part that answer, mail or review. */
export function eventlessSentences(conllu: string): MarkedText[] {
  const { doc, documents, documentIds } = readConllu(readFileSync(conllu, "utf8"), conllu);
  const found: MarkedText[] = [];
  documentIds.forEach((id, document) => {
    if (!EVENTLESS.test(id)) return;
    for (let sentence = documents[document]; sentence < documents[document + 1]; sentence++) {
      const { first, last } = wordsOf(doc, sentence);
      if (last - first + 1 < FEWEST_WORDS) continue;
      const { start, end } = spanOf(doc, first, last);
      found.push({ text: doc.text.slice(start, end).replace(/\s+/g, " "), events: null });
    }
  });
  return found.filter((_, i) => i % EVERY === 0);
}

/** Sentences of `train/event-sentences.tsv`: type, and the sentence with its parties in brackets; NONE has no event. */
export const ownSentences = (file: URL): MarkedText[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [type, marked] = line.split("\t");
      const spans: Record<string, [number, number][]> = { "[": [], "{": [] };
      let text = "";
      let begun: readonly [mark: string, at: number] | null = null;
      for (const character of marked) {
        if (character === "[" || character === "{") begun = [character, text.length];
        else if ((character === "]" || character === "}") && begun !== null) {
          spans[begun[0]].push([begun[1], text.length]);
          begun = null;
        } else text += character;
      }
      const [source, target] = [spans["["], spans["{"]].map((found) => (found.length > 0 ? found : null));
      return { text, events: type === "NONE" ? null : [{ type, source, target }] };
    });

/** A span of a gold record: a text, its nth occurrence, or a list of parts. */
type GoldSpan = string | { readonly text: string; readonly nth?: number } | readonly GoldSpan[];

interface GoldRecord {
  readonly actors: readonly { readonly id: string; readonly mentions: readonly GoldSpan[] }[];
  readonly events: readonly { readonly type: string; readonly trigger: GoldSpan; readonly recipients: readonly string[] }[];
}

/** The stories of a folder of NAME.txt and NAME.gold.json (form: the guidelines of `bench/record`), in order of their names. */
export const goldStories = (folder: string): GoldStory[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".gold.json"))
    .sort()
    .map((file) => {
      const gold = JSON.parse(readFileSync(join(folder, file), "utf8")) as GoldRecord;
      const text = readFileSync(join(folder, file.replace(".gold.json", ".txt")), "utf8");
      const mentions = new Map(gold.actors.map((actor) => [actor.id, actor.mentions.flatMap((mention) => spansOf(text, mention))]));
      return {
        text,
        events: gold.events.map(({ type, trigger, recipients }) => ({
          type,
          trigger: spansOf(text, trigger),
          recipients: recipients.flatMap((id) => mentions.get(id) ?? []),
        })),
      };
    });

function spansOf(text: string, span: GoldSpan): [number, number][] {
  if (Array.isArray(span)) return span.flatMap((part: GoldSpan) => spansOf(text, part));
  const { text: words, nth = 1 } = (typeof span === "string" ? { text: span } : span) as { readonly text: string; readonly nth?: number };
  let at = -1;
  for (let i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new RangeError(`The gold quotes ${JSON.stringify(words)}, which its text has fewer than ${nth} times`);
  return [[at, at + words.length]];
}
