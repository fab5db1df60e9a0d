import { lemmaOf } from "../../language/index.js";
import type { Reading } from "../reading.js";
import type { Candidate } from "./candidates.js";

const MOST_BETWEEN = 3;

/** Whether the trigger stands in a figure of speech of the table ("war of words"), which tells no event. */
export function isFigurative({ doc, knowledge: { lexicon } }: Reading, { words }: Candidate): boolean {
  const [first] = words;
  const lemma = (word: number): string => (word >= 0 && word < doc.length ? lemmaOf(doc, word).toLowerCase() : "");
  for (const { phrase } of lexicon.eventIdioms.values()) {
    const parts = phrase.split(" ");
    for (const [at, part] of parts.entries()) {
      if (part !== lemma(first)) continue;
      if (matches(lemma, parts.slice(0, at).reverse(), first, -1) && matches(lemma, parts.slice(at + 1), first, 1)) return true;
    }
  }
  return false;
}

/** Whether the parts follow a word, in the direction of `step`; articles and possessives between them do not count. */
function matches(lemma: (word: number) => string, parts: readonly string[], from: number, step: 1 | -1): boolean {
  const [part, ...rest] = parts;
  if (part === undefined) return true;
  if (part === "*") {
    for (let skip = 1; skip <= MOST_BETWEEN; skip++) if (matches(lemma, rest, from + step * skip, step)) return true;
    return false;
  }
  let at = from + step;
  while (["the", "a", "an", "its", "his", "her", "their", "'s", "’s"].includes(lemma(at)) && lemma(at) !== part) at += step;
  return lemma(at) === part && matches(lemma, rest, at, step);
}
