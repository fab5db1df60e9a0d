import { type Doc, deprelOf, uposOf, type WordRange } from "./doc.js";

/**
 * A Doc with what is asked of its trees again and again, made once: who hangs under whom, and how far each subtree reaches.
 * All positions are word numbers.
 */
export interface Tree {
  readonly doc: Doc;
  /** Leftmost and rightmost word of each word's subtree. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
}

/** Children are linked in text order, extents pushed up along each word's path to the root. */
export function treeOf(doc: Doc): Tree {
  const left = Int32Array.from({ length: doc.length }, (_, i) => i);
  const right = Int32Array.from(left);
  const firstChild = new Int32Array(doc.length).fill(-1);
  const nextSibling = new Int32Array(doc.length).fill(-1);
  for (let i = doc.length - 1; i >= 0; i--) {
    const head = doc.head[i];
    if (head < 0) continue;
    nextSibling[i] = firstChild[head];
    firstChild[head] = i;
    for (let above = head; above >= 0 && left[above] > i; above = doc.head[above]) left[above] = i;
  }
  for (let i = 0; i < doc.length; i++) {
    for (let above = doc.head[i]; above >= 0 && right[above] < i; above = doc.head[above]) right[above] = i;
  }
  return { doc, left, right, firstChild, nextSibling };
}

/** Dependents of a word in text order. */
export function dependents({ firstChild, nextSibling }: Tree, word: number): number[] {
  const found: number[] = [];
  for (let i = firstChild[word]; i >= 0; i = nextSibling[i]) found.push(i);
  return found;
}

/** Dependents before and behind a noun that make one name or title with it. */
const BEFORE_NOUN = new Set([
  "det",
  "amod",
  "compound",
  "nummod",
  "nmod:poss",
  "nmod:desc",
  "nmod:unmarked",
  "flat",
  "det:predet",
  "advmod",
  "nmod",
]);
const BEHIND_NOUN = new Set(["flat", "compound", "goeswith", "fixed", "nummod"]);

/**
 * Words of the phrase that a noun heads that make its title and name: without appositions, prepositional phrases and clauses behind it, and
 * without its own preposition: "the Danish foreign minister" of "with the Danish foreign minister, a liberal". A name that follows without a comma goes with the
 * title, even where the tree takes it for an apposition: "Spokeswoman Ane Lund".
 */
export function phraseCore({ doc, left, right, firstChild, nextSibling }: Tree, head: number): WordRange {
  let first = head;
  let last = head;
  for (let i = firstChild[head]; i >= 0; i = nextSibling[i]) {
    const relation = deprelOf(doc, i);
    if (i < head && BEFORE_NOUN.has(relation)) first = Math.min(first, left[i]);
    const isBehind = BEHIND_NOUN.has(relation) || (relation === "appos" && uposOf(doc, i) === "PROPN" && left[i] === head + 1);
    if (i > head && isBehind && left[i] <= last + 1) last = Math.max(last, right[i]);
  }
  while (first < head && ["ADP", "PUNCT", "CCONJ", "SCONJ"].includes(uposOf(doc, first))) first++;
  return { first, last };
}
