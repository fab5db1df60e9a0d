import { foldKey, type Lexicon, oncePerLexicon } from "../../lexicon/index.js";
import type { BOUNDS } from "../../model/index.js";

export type Bound = (typeof BOUNDS)[number];
export type NumberKind = "one" | "teen" | "ten" | "scale" | "suffix" | "part" | "plural" | "open";
export type NounKind = "party" | "source" | "vote" | "text" | "abstract" | "time" | "invariant" | "conflict" | "label";

export interface NumberWord {
  readonly kind: NumberKind;
  readonly value: number;
}

/** Phrases by their first word, the longest first, so that "no more than" is found before "no more". */
export type PhraseIndex<Value> = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: Value }[]>;

export interface BoundBefore {
  readonly bound: Bound;
  /** Lemmas of verbs right behind which the word is the verb's. */
  readonly unless: ReadonlySet<string>;
}

/** The tables that figures are read by, made ready for look-ups in small letters. */
export interface Vocabulary {
  /** Number words; of suffixes see `suffixes`. */
  readonly numbers: ReadonlyMap<string, NumberWord>;
  /** Scales that stand right behind digits: "bn". */
  readonly suffixes: ReadonlyMap<string, number>;
  readonly boundsBefore: PhraseIndex<BoundBefore>;
  readonly boundsAfter: PhraseIndex<Bound>;
  /** Names of currencies and other units, to what the record's unit says. */
  readonly units: PhraseIndex<{ readonly kind: string; readonly unit: string | null }>;
  /** Signs of currencies as printed: "US$" to "US dollars". */
  readonly signs: ReadonlyMap<string, string>;
  readonly nouns: ReadonlyMap<string, ReadonlySet<NounKind>>;
  readonly fates: ReadonlyMap<string, { readonly as: string; readonly kind: "verb" | "state" }>;
  readonly holders: ReadonlyMap<string, string | null>;
  readonly multiples: ReadonlyMap<string, number>;
}

/** The vocabulary of a lexicon, made once for each. */
export const vocabularyOf: (lexicon: Lexicon) => Vocabulary = oncePerLexicon(prepare);

export const small = (words: string): string => foldKey(words).toLowerCase();

function indexOf<Value>(rows: Iterable<readonly [phrase: string, value: Value]>, split: (phrase: string) => string[]): PhraseIndex<Value> {
  const index = new Map<string, { words: readonly string[]; value: Value }[]>();
  for (const [phrase, value] of rows) {
    const words = split(phrase);
    const list = index.get(words[0]) ?? [];
    list.push({ words, value });
    index.set(words[0], list);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

function prepare(lexicon: Lexicon): Vocabulary {
  const numbers = new Map<string, NumberWord>();
  for (const { word, value, kind } of lexicon.timesNumbers.values()) if (kind !== "ordinal") numbers.set(small(word), { kind, value });
  const suffixes = new Map<string, number>();
  for (const { word, value, kind } of lexicon.figuresNumbers.values()) {
    if (kind === "suffix") suffixes.set(small(word), value ?? 1);
    else numbers.set(small(word), { kind, value: value ?? 1 });
  }
  const spaced = (phrase: string): string[] => small(phrase).split(" ");
  const bounds = [...lexicon.figuresBounds.values()];
  const currencies = [...lexicon.currencies.values()];
  const nouns = new Map<string, Set<NounKind>>();
  for (const { noun, kind } of lexicon.figuresNouns.values()) nouns.set(small(noun), (nouns.get(small(noun)) ?? new Set()).add(kind));
  return {
    numbers,
    suffixes,
    // Before a number a phrase is looked up from its last word on.
    boundsBefore: indexOf(
      bounds
        .filter(({ place }) => place === "before")
        .map(({ phrase, bound, unless }) => [phrase, { bound, unless: new Set(unless) }] as const),
      (phrase) => spaced(phrase).reverse(),
    ),
    boundsAfter: indexOf(
      bounds.filter(({ place }) => place === "after").map(({ phrase, bound }) => [phrase, bound] as const),
      spaced,
    ),
    units: indexOf<{ readonly kind: string; readonly unit: string | null }>(
      [
        ...[...lexicon.figuresUnits.values()].flatMap(({ unit, forms, kind }) =>
          [unit, ...forms].map((form) => [form, { kind, unit: kind === "percent" ? "percent" : null }] as const),
        ),
        ...currencies.flatMap(({ name, plural, also }) =>
          [name, plural, ...also].map((form) => [form, { kind: "money", unit: null }] as const),
        ),
      ],
      spaced,
    ),
    signs: new Map(currencies.flatMap(({ plural, signs }) => signs.map((sign) => [sign, plural] as const))),
    nouns,
    fates: new Map([...lexicon.figuresFates.values()].map(({ word, as, kind }) => [word, { as, kind }])),
    holders: new Map([...lexicon.figuresHolders.values()].map(({ noun, unit }) => [noun, unit])),
    multiples: new Map([...lexicon.figuresMultiples.values()].map(({ word, value }) => [word, value])),
  };
}
