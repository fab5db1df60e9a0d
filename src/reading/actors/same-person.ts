import type { Lexicon } from "../../lexicon/index.js";

/** How well one name may be another's, by what they share: the higher, the surer. */
export const LIKENESS = {
  none: 0,
  /** A name in the middle, or one part of a double name: "Desrosiers" of "Desrosiers-Kline". */
  part: 1,
  /** The first: a given name, or a family name where that comes first ("Kim", "Szabó"). */
  first: 2,
  /** The last: a family name. */
  last: 3,
  /** All. */
  same: 4,
} as const;

/** An Arabic article is written onto a name, apart from it or left out: "al-Humaidi", "Al Humaidi", "Humaidi". */
const ARTICLE = /^(?:al|el|ul|ad|an|ar|as|ash|at|az)[-‐–](?=\p{L})/u;

/** The words of a name that tell persons apart, as they compare: without case, accents, full stops and particles ("van der", "bin"). */
function tellingWords(words: readonly string[], bylineWords: Lexicon["bylineWords"]): string[] {
  const folded = words.map((word) =>
    word
      .normalize("NFD")
      .replace(/\p{M}|\.$/gu, "")
      .toLowerCase()
      .replace(ARTICLE, ""),
  );
  const telling = folded.filter((word) => bylineWords.get(word)?.kind !== "particle");
  return telling.length > 0 ? telling : folded;
}

/** What a person of a name is found by: any name that is like it has one of these, too, unless it is initials only. */
export function nameKeys(words: readonly string[], bylineWords: Lexicon["bylineWords"]): string[] {
  return tellingWords(words, bylineWords).flatMap((word) => [word, ...(/[-‐–]/.test(word) ? word.split(/[-‐–]/) : [])]);
}

/** How well two names may be one person's: all words of the shorter one are in the longer one, in any order, an initial for a word. */
export function likenessOf(known: readonly string[], words: readonly string[], bylineWords: Lexicon["bylineWords"]): number {
  const [a, b] = [tellingWords(known, bylineWords), tellingWords(words, bylineWords)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1 && long.some((word) => word !== short[0] && word.split(/[-‐–]/).includes(short[0]))) return LIKENESS.part;
  const has = (word: string): boolean => long.some((other) => other === word || (/^\p{L}$/u.test(word) && other.startsWith(word)));
  if (!short.every(has)) return LIKENESS.none;
  if (short.length === long.length) return LIKENESS.same;
  if (short[short.length - 1] === long[long.length - 1]) return LIKENESS.last;
  return short[0] === long[0] ? LIKENESS.first : LIKENESS.part;
}
