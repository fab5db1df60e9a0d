import { KEY_SEPARATOR, type Lexicon } from "../../lexicon/index.js";

/** A word by which somebody takes a position, as its table has it. */
export type StanceRow = Lexicon["positionsStances"] extends ReadonlyMap<string, infer Row> ? Row : never;
type WordKind = Lexicon["positionsWords"] extends ReadonlyMap<string, infer Row extends { readonly kind: string }> ? Row["kind"] : never;

export const stanceOf = (lexicon: Lexicon, word: string, pos: StanceRow["pos"]): StanceRow | undefined =>
  lexicon.positionsStances.get(`${word}${KEY_SEPARATOR}${pos}`);

/** Whether a word is in the table of words as one of that kind. */
export const isKind = (lexicon: Lexicon, word: string, kind: WordKind): boolean =>
  lexicon.positionsWords.has(`${word}${KEY_SEPARATOR}${kind}`);

export const actKind = (lexicon: Lexicon, lemma: string): "hostile" | "relief" | "silent" | null =>
  lexicon.positionsActs.get(lemma)?.kind ?? null;
