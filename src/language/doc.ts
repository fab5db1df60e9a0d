import { DEPREL, type Deprel, NAME, type NameKind, UPOS, type Upos, XPOS, type Xpos } from "./tags.js";

/**
 * A text with its sentences, words, tags, dependency trees and names: a struct of typed arrays, one entry a word,
 * read through the helpers below. Words are the syntactic words of Universal Dependencies v2 ("don't" is "do" + "n't",
 * "Moscow's" is "Moscow" + "'s"), numbered from 0 over the whole text. Every array is written once, by the engine, and then read only.
 *
 * A Doc covers only the blocks of the text that were given to the engine; what lies between them has no words.
 */
export interface Doc {
  /** The whole text that all offsets point into, as it was given. */
  readonly text: string;
  /** Number of words. */
  readonly length: number;
  /** Offset of each word's first UTF-16 code unit in `text`. Ascending; words do not overlap. */
  readonly start: Uint32Array;
  /** Offset behind each word's last code unit. */
  readonly end: Uint32Array;
  /** 1 where a word continues the token before it (the "n't" of "don't", the "'s" of "Moscow's"), else 0. */
  readonly joined: Uint8Array;
  /** First word of each sentence, and `length` as a last entry: sentence `s` is `[sentences[s], sentences[s + 1])`. */
  readonly sentences: Uint32Array;
  /** Index of the block that each sentence stands in, as the blocks were given. */
  readonly blockOf: Uint32Array;
  /** Codes into `UPOS`. */
  readonly upos: Uint8Array;
  /** Codes into `XPOS`. */
  readonly xpos: Uint8Array;
  /** Index of each word's lemma in `lemmas`. */
  readonly lemma: Uint32Array;
  readonly lemmas: readonly string[];
  /** Head of each word in its dependency tree, as a word number; -1 for the root of a sentence. Every sentence has one root. */
  readonly head: Int32Array;
  /** Codes into `DEPREL`: the relation to the head. */
  readonly deprel: Uint8Array;
  /** Names, one byte a word: 0 outside, `2 * kind + 1` at a name's first word, `2 * kind + 2` inside it; `kind` is a code into `NAME`. */
  readonly name: Uint8Array;
}

/** A run of words, `[first, last]`, both inclusive: what `nameAt` and the like give. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

export interface Name extends WordRange {
  readonly kind: NameKind;
}

export const formOf = (doc: Doc, word: number): string => doc.text.slice(doc.start[word], doc.end[word]);
export const lemmaOf = (doc: Doc, word: number): string => doc.lemmas[doc.lemma[word]] as string;
export const uposOf = (doc: Doc, word: number): Upos => UPOS[doc.upos[word]] as Upos;
export const xposOf = (doc: Doc, word: number): Xpos => XPOS[doc.xpos[word]] as Xpos;
export const deprelOf = (doc: Doc, word: number): Deprel => DEPREL[doc.deprel[word]] as Deprel;

/** Relation without its subtype: "nsubj" for "nsubj:pass". */
export function baseRelOf(doc: Doc, word: number): string {
  const relation = deprelOf(doc, word);
  const colon = relation.indexOf(":");
  return colon < 0 ? relation : relation.slice(0, colon);
}

/** Number of sentences. */
export const sentenceCount = (doc: Doc): number => doc.sentences.length - 1;

/** Number of the sentence that holds a word. Throws `RangeError` for a word that the doc lacks. */
export function sentenceOf(doc: Doc, word: number): number {
  if (word < 0 || word >= doc.length) throw new RangeError(`Word ${word} is out of range for a doc of ${doc.length} words`);
  let low = 0;
  let high = sentenceCount(doc) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (doc.sentences[middle] <= word) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** First and last word of a sentence. */
export const wordsOf = (doc: Doc, sentence: number): WordRange => ({
  first: doc.sentences[sentence],
  last: doc.sentences[sentence + 1] - 1,
});

/** First word that ends behind an offset: the word at the offset or, between words, the next one. `length` past the last. */
export function wordAt(doc: Doc, offset: number): number {
  let low = 0;
  let high = doc.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.end[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words whose head is `word`, in text order. Scans the sentence: linear in its length. */
export function children(doc: Doc, word: number): number[] {
  const { first, last } = wordsOf(doc, sentenceOf(doc, word));
  const found: number[] = [];
  for (let i = first; i <= last; i++) if (doc.head[i] === word) found.push(i);
  return found;
}

/** A word and all that hangs under it, in text order. Holds whatever the tree holds; it need not be contiguous. */
export function subtree(doc: Doc, word: number): number[] {
  const { first, last } = wordsOf(doc, sentenceOf(doc, word));
  const found: number[] = [];
  for (let i = first; i <= last; i++) if (dominates(doc, word, i)) found.push(i);
  return found;
}

/** Whether `ancestor` is `word` or stands above it. */
export function dominates(doc: Doc, ancestor: number, word: number): boolean {
  for (let i = word; i >= 0; i = doc.head[i]) if (i === ancestor) return true;
  return false;
}

/** Offsets `[start, end)` from the first word's start to the last word's end. */
export const spanOf = (doc: Doc, first: number, last: number = first): { readonly start: number; readonly end: number } => ({
  start: doc.start[first],
  end: doc.end[last],
});

/** The name that begins at a word, or null where none does. */
export function nameAt(doc: Doc, word: number): Name | null {
  const code = doc.name[word];
  if (code === 0 || code % 2 === 0) return null;
  let last = word;
  while (last + 1 < doc.length && doc.name[last + 1] === code + 1) last++;
  return { first: word, last, kind: NAME[(code - 1) >> 1] as NameKind };
}

/** All names, in text order. */
export function namesOf(doc: Doc): Name[] {
  const found: Name[] = [];
  for (let i = 0; i < doc.length; i++) {
    const name = nameAt(doc, i);
    if (name) found.push(name);
  }
  return found;
}
