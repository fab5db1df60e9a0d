import { edgesOf } from "./contractions.js";

/**
 * How an abbreviation behaves before a capital:
 * `title` goes with the name behind it and ends no sentence ("Gen. Smith"); `number` is one only before a figure ("No. 5", "Sept. 3";
 * "No." alone is a sentence); `inner` is followed by more of the same sentence ("e.g.", "vs."); `either` may end a sentence ("Inc.", "U.S.").
 */
export type AbbreviationKind = "title" | "number" | "inner" | "either";

/** A row of `lemmas` or `irregulars`. `form` is in small letters; `xpos` is one Penn tag or several parted by "|". */
export interface LemmaRow {
  readonly form: string;
  readonly xpos: string;
  readonly lemma: string;
}

/** The tables of `lexicon/` that this room needs, as they are loaded; each file says what its columns mean. Only the rows matter here, not their keys. */
export interface LanguageLexicon {
  readonly abbreviations: ReadonlyMap<string, { readonly form: string; readonly kind: AbbreviationKind }>;
  readonly contractions: ReadonlyMap<string, { readonly form: string; readonly parts: readonly string[] }>;
  readonly affixes: ReadonlyMap<string, { readonly form: string; readonly kind: "prefix" | "unit" | "suffix" }>;
  readonly openers: ReadonlyMap<string, { readonly form: string; readonly kind: "starter" | "inquit" }>;
  readonly lemmas: ReadonlyMap<string, LemmaRow>;
  readonly irregulars: ReadonlyMap<string, LemmaRow>;
  readonly countries: ReadonlyMap<string, { readonly demonyms: readonly string[] }>;
  readonly languages: ReadonlyMap<
    string,
    { readonly language: string; readonly script: readonly string[]; readonly letters: string | null; readonly words: readonly string[] }
  >;
  readonly givenNames: ReadonlyMap<string, { readonly name: string; readonly gender: "m" | "f" }>;
  readonly honorifics: ReadonlyMap<string, { readonly honorific: string; readonly gender: "m" | "f" | null }>;
  readonly roleNouns: ReadonlyMap<
    string,
    { readonly noun: string; readonly plurals: readonly string[]; readonly gender: "m" | "f" | null }
  >;
  readonly groupNouns: ReadonlyMap<string, { readonly noun: string; readonly singular: string | null }>;
  readonly bodyNouns: ReadonlyMap<string, { readonly noun: string }>;
}

/** What cuts a text into words and sentences, in the form in which it is looked up. All forms are in small letters. */
export interface WordTables {
  /** Abbreviations with their last full stop. */
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  /** Words written in one that are several: lengths of the parts in code units ("cannot" → 3, 3). */
  readonly contractions: ReadonlyMap<string, readonly number[]>;
  /** `edgesOf` every contraction. */
  readonly contractionEdges: ReadonlySet<number>;
  /** What a hyphen does not cut off: "anti", "non". */
  readonly prefixes: ReadonlySet<string>;
  /** Units written onto a number and cut off from it: "km", "pm". */
  readonly units: ReadonlySet<string>;
  /** Last labels of host and file names: "com", "pdf". */
  readonly suffixes: ReadonlySet<string>;
  /** Words that, with a capital and behind a doubtful full stop, begin a sentence: "the", "he". */
  readonly starters: ReadonlySet<string>;
  /** Verbs that go on with the sentence behind a quotation: "asked" in “Why?” Smith asked. */
  readonly inquits: ReadonlySet<string>;
}

/** The tables of the tokeniser. To be made once and kept. */
export function wordTables({
  abbreviations,
  contractions,
  affixes,
  openers,
}: Pick<LanguageLexicon, "abbreviations" | "contractions" | "affixes" | "openers">): WordTables {
  const pick = (rows: ReadonlyMap<string, { readonly form: string; readonly kind: string }>, kind: string) =>
    new Set([...rows.values()].filter((row) => row.kind === kind).map((row) => row.form));
  const split = [...contractions.values()];
  // A curly apostrophe has another code than the straight one, so that "'em" has edges for each.
  const spellings = split.flatMap(({ form }) => [..."'’‘ʼ`´"].map((mark) => form.replaceAll("'", mark)));
  return {
    abbreviations: new Map([...abbreviations.values()].map(({ form, kind }) => [form, kind])),
    contractions: new Map(split.map(({ form, parts }) => [form, parts.map((part) => part.length)])),
    contractionEdges: new Set(spellings.map((form) => edgesOf(form, 0, form.length))),
    prefixes: pick(affixes, "prefix"),
    units: pick(affixes, "unit"),
    suffixes: pick(affixes, "suffix"),
    starters: pick(openers, "starter"),
    inquits: pick(openers, "inquit"),
  };
}
