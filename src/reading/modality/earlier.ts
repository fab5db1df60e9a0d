import { lemmaOf, sentenceOf, uposOf, wordsOf } from "../../language/index.js";
import type { Syntax } from "../syntax.js";

/** Letters that a verb and the noun made of it share at the beginning, at least: "invade", "invasion". */
const STEM = 4;

/** Nouns and verbs of a text by how they begin, in text order. Made once for each text. */
const mentions = new WeakMap<Syntax, ReadonlyMap<string, readonly number[]>>();

function mentionsOf(syntax: Syntax): ReadonlyMap<string, readonly number[]> {
  const known = mentions.get(syntax);
  if (known !== undefined) return known;
  const found = new Map<string, number[]>();
  for (let word = 0; word < syntax.doc.length; word++) {
    const upos = uposOf(syntax.doc, word);
    if (upos !== "NOUN" && upos !== "VERB") continue;
    const stem = lemmaOf(syntax.doc, word).toLowerCase().slice(0, STEM);
    if (stem.length < STEM) continue;
    const words = found.get(stem);
    if (words === undefined) found.set(stem, [word]);
    else words.push(word);
  }
  mentions.set(syntax, found);
  return found;
}

/** Whether one lemma is the other, or made of it: they part only in their endings. */
const areKin = (a: string, b: string): boolean => {
  const shorter = Math.min(a.length, b.length);
  let common = 0;
  while (common < shorter && a[common] === b[common]) common++;
  return common === shorter || (common >= STEM && common >= shorter - 2);
};

/** Mentions looked at, at most. */
const LOOKED_AT = 4;

/**
 * Earlier words that may tell the same act as a noun, the nearest first: "plans to invade … The invasion". Those of the same sentence do not count: a
 * second mention within one sentence is told by its own words.
 */
export function earlierMentions(syntax: Syntax, noun: number): readonly number[] {
  const { doc } = syntax;
  const lemma = lemmaOf(doc, noun).toLowerCase();
  const { first } = wordsOf(doc, sentenceOf(doc, noun));
  const words = mentionsOf(syntax).get(lemma.slice(0, STEM)) ?? [];
  const earlier: number[] = [];
  for (let i = words.length - 1; i >= 0 && earlier.length < LOOKED_AT; i--)
    if (words[i] < first && areKin(lemmaOf(doc, words[i]).toLowerCase(), lemma)) earlier.push(words[i]);
  return earlier;
}
