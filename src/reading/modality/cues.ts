import { type Lexicon, oncePerLexicon } from "../../lexicon/index.js";

/** A row of `modality-cues.tsv`: what a word says of how something stands to the facts. */
export type Cue = Lexicon["modalityCues"] extends ReadonlyMap<string, infer Row> ? Row : never;

export type CueKind = Cue["kind"];

/** Cues as the reader asks for them. */
interface Cues {
  readonly rows: ReadonlyMap<string, readonly Cue[]>;
  /** Conjunctions of several words ("in the event of"), split, the longest first. */
  readonly phrases: readonly { readonly words: readonly string[]; readonly cue: Cue }[];
}

const keyOf = (word: string, kind: CueKind): string => `${kind} ${word}`;

const cuesOf = oncePerLexicon((lexicon): Cues => {
  const rows = new Map<string, Cue[]>();
  const phrases: { words: readonly string[]; cue: Cue }[] = [];
  for (const cue of lexicon.modalityCues.values()) {
    const key = keyOf(cue.word, cue.kind);
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [cue]);
    else known.push(cue);
    if (cue.kind === "conjunction" && cue.word.includes(" ")) phrases.push({ words: cue.word.split(" "), cue });
  }
  phrases.sort((a, b) => b.words.length - a.words.length);
  return { rows, phrases };
});

/**
 * The row of the first of the words that has one of that kind, for what hangs on it by `reach` (null for kinds that take no complement): forms
 * come before lemmas ("going", then "go").
 */
export function cueFor(lexicon: Lexicon, kind: CueKind, words: readonly string[], reach: string | null = null): Cue | null {
  const { rows } = cuesOf(lexicon);
  for (const word of words) {
    const found = rows.get(keyOf(word, kind))?.find((cue) => reach === null || cue.reach.includes(reach));
    if (found !== undefined) return found;
  }
  return null;
}

/** Conjunctions and prepositions of several words. */
export const phraseCues = (lexicon: Lexicon): Cues["phrases"] => cuesOf(lexicon).phrases;
