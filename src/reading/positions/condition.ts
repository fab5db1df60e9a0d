import { baseRelOf, formOf, lemmaOf, sentenceOf, uposOf, type WordRange, wordsOf } from "../../language/index.js";
import type { Reading } from "../reading.js";
import { dependents, trimmed } from "../syntax.js";
import { isKind } from "./vocabulary.js";

/** Longest conjunction of the table, in words. */
const LONGEST = 4;

/** Conjunctions that open nothing but conditions. */
const ALWAYS = new Set(["unless", "provided", "providing"]);

/** What a position hangs on, with its conjunction. */
export interface Condition extends WordRange {
  /** First word behind the conjunction: "night shifts are paid double" of "unless night shifts are paid double". */
  readonly inner: number;
  readonly conjunction: string;
}

/**
 * The clause that what `words` tell hangs on ("will release them if …", "provided that …", "on condition that the bloc pays"), somewhere in the
 * sentence: it must hang under one of those words. Null for none.
 */
export function conditionOf(reading: Reading, words: readonly number[]): Condition | null {
  const { doc } = reading;
  const { first, last } = wordsOf(doc, sentenceOf(doc, words[0]));
  for (let word = first; word <= last; word++) {
    const length = conjunctionAt(reading, word, last);
    if (length === 0) continue;
    const node = clauseBehind(reading, word, length);
    if (node < 0 || !hangsUnder(reading, node, words) || isOfLater(reading, word, node, words)) continue;
    const conjunction = Array.from({ length }, (_, i) => formOf(doc, word + i).toLowerCase()).join(" ");
    const range = trimmed(doc, { first: word, last: Math.max(word + length, reading.syntax.right[node]) });
    return { ...range, inner: word + length, conjunction };
  }
  return null;
}

/** How many words of a conjunction begin at a word; 0 where none does. */
function conjunctionAt({ doc, knowledge }: Reading, word: number, last: number): number {
  for (let length = Math.min(LONGEST, last - word); length > 0; length--) {
    const phrase = doc.text.slice(doc.start[word], doc.end[word + length - 1]).toLowerCase();
    if (isKind(knowledge.lexicon, phrase, "condition")) return length;
  }
  return 0;
}

/** The head of the clause that a conjunction opens; -1 where it opens none ("until May", "see if it works"). */
function clauseBehind(reading: Reading, word: number, length: number): number {
  const { doc, syntax } = reading;
  // "on condition that the bloc pays": the clause is its last word's, wherever the tree hangs that.
  const marked = doc.head[word + length - 1];
  if (length > 1 && marked >= word + length && baseRelOf(doc, word + length - 1) === "mark") return marked;
  // "provided" is a verb to some trees, and "condition" a noun with its clause behind.
  const own = [...Array(length).keys()].map((i) => word + i).find((i) => ["VERB", "NOUN"].includes(uposOf(doc, i)));
  if (own !== undefined && syntax.right[own] >= word + length && !["mark", "case", "fixed"].includes(baseRelOf(doc, own))) return own;
  for (let i = word; i < word + length; i++) {
    const above = doc.head[i];
    if (above < word + length || !["mark", "advmod", "case", "fixed", "obl"].includes(baseRelOf(doc, i))) continue;
    // "see if it works"; "vowed to retaliate unless …" hangs like that to some trees, too.
    if (
      (baseRelOf(doc, above) === "ccomp" && !ALWAYS.has(formOf(doc, word).toLowerCase())) ||
      (baseRelOf(doc, above) === "xcomp" && lemmaOf(doc, word) === "if")
    )
      return -1;
    const isClause = dependents(syntax, above).some((j) => ["nsubj", "csubj", "aux", "cop", "expl"].includes(baseRelOf(doc, j)));
    if (isClause || uposOf(doc, above) === "VERB") return above;
  }
  return -1;
}

/** "called for calm and offered to mediate, provided that …": it is the offer that hangs on it, wherever the tree hangs it. */
function isOfLater({ doc, syntax }: Reading, start: number, node: number, words: readonly number[]): boolean {
  if (start < words[0]) return false;
  return words.some((word) =>
    dependents(syntax, word).some(
      (i) => i > word && i < start && baseRelOf(doc, i) === "conj" && uposOf(doc, i) === "VERB" && i !== node && !words.includes(i),
    ),
  );
}

function hangsUnder({ doc }: Reading, node: number, words: readonly number[]): boolean {
  for (let i = node; i >= 0; i = doc.head[i]) if (words.includes(i)) return true;
  return false;
}
