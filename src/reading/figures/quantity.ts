import { type Doc, deprelOf, formOf, lemmaOf, sentenceOf, uposOf, wordsOf, xposOf } from "../../language/index.js";
import { compare, type Decimal, product } from "./decimal.js";
import { designationAt, isTight, type Numeral, numeralAt, signBefore } from "./numeral.js";
import { type Bound, type PhraseIndex, small, type Vocabulary } from "./vocabulary.js";

/** A number or a range with the words that bound it and the unit that is written at it. Words are `[first, last]`, both inclusive. */
export interface Quantity {
  /** Bounding words, signs of money and the number. */
  readonly first: number;
  readonly last: number;
  /** The number alone, from its first digit or word. */
  readonly number: number;
  readonly low: Numeral;
  /** The upper end of a range; null where there is one number. */
  readonly high: Numeral | null;
  readonly bound: Bound | null;
  /** What the unit says, where a sign or a name of it stands at the number; null where something is counted. */
  readonly unit: string | null;
  /** Dimension of that unit: "money", "percent", "length" … */
  readonly unitKind: string | null;
  /** Whether it is tied to its unit by a hyphen: "a 500-megawatt plant". */
  readonly hyphened: boolean;
}

const DASH = /^[-–—‐‑]$/;

/** The phrase of an index that begins at a word, `way` 1, or that ends there, `way` -1: its value and how many words it has. */
export function phraseAt<Value>(
  doc: Doc,
  word: number,
  index: PhraseIndex<Value>,
  way: 1 | -1,
): { readonly value: Value; readonly length: number } | null {
  const { first, last } = wordsOf(doc, sentenceOf(doc, Math.min(Math.max(word, 0), doc.length - 1)));
  const at = (offset: number): string => {
    const place = word + way * offset;
    return place < first || place > last ? "" : small(formOf(doc, place));
  };
  if (word < first || word > last) return null;
  for (const { words, value } of index.get(at(0)) ?? []) {
    if (words.every((one, i) => at(i) === one)) return { value, length: words.length };
  }
  return null;
}

/** The quantity whose number begins at a word; null where none does. */
export function quantityAt(doc: Doc, word: number, vocabulary: Vocabulary): Quantity | null {
  const numeral = numeralAt(doc, word, vocabulary);
  if (numeral === null) return null;
  const range = rangeFrom(doc, numeral, vocabulary);
  const low = range?.low ?? numeral;
  const high = range?.high ?? null;
  let first = range?.first ?? numeral.first;
  let last = high?.last ?? low.last;
  let unit: string | null = null;
  let unitKind: string | null = null;

  const sign = vocabulary.signs.get(signBefore(doc, numeral.first));
  if (sign !== undefined) {
    unit = sign;
    unitKind = "money";
    first = Math.min(first, numeral.first - 1);
  }
  const hyphened =
    unit === null && last + 2 < doc.length && DASH.test(formOf(doc, last + 1)) && isTight(doc, last) && isTight(doc, last + 1);
  const named = unit === null ? unitAt(doc, last + (hyphened ? 2 : 1), vocabulary) : null;
  if (named !== null) {
    unit = named.unit;
    unitKind = named.kind;
    last = named.last;
  }

  const before = boundBefore(doc, first, vocabulary);
  const after = boundAfter(doc, last, vocabulary) ?? plusAt(doc, last);
  const open = low.kind === "least" ? ("at_least" as const) : null;
  return {
    first: first - (before?.length ?? 0),
    last: last + (after?.length ?? 0),
    number: numeral.first,
    low,
    high,
    bound: before?.value ?? after?.value ?? open,
    unit,
    unitKind,
    hyphened: hyphened && named !== null,
  };
}

/** The words that bound a number from before; not the particle of a verb, "handed over 22 men". */
export function boundBefore(
  doc: Doc,
  first: number,
  { boundsBefore }: Vocabulary,
): { readonly value: Bound; readonly length: number } | null {
  const found = phraseAt(doc, first - 1, boundsBefore, -1);
  if (found === null) return null;
  const { value, length } = found;
  const verb = first - length - 1;
  const particle = length === 1 && (xposOf(doc, first - 1) === "RP" || deprelOf(doc, first - 1) === "compound:prt");
  if (particle || (verb >= 0 && value.unless.has(lemmaOf(doc, verb)))) return null;
  return { value: value.bound, length };
}

/** The words that bound a number from behind; not the beginning of another bound, "$1 billion or more than $42 billion". */
function boundAfter(doc: Doc, last: number, { boundsAfter }: Vocabulary): { readonly value: Bound; readonly length: number } | null {
  const found = phraseAt(doc, last + 1, boundsAfter, 1);
  const next = last + 1 + (found?.length ?? 0);
  return next < doc.length && small(formOf(doc, next)) === "than" ? null : found;
}

/** "200+". */
const plusAt = (doc: Doc, last: number): { readonly value: Bound; readonly length: number } | null =>
  last + 1 < doc.length && formOf(doc, last + 1) === "+" && isTight(doc, last) ? { value: "at_least", length: 1 } : null;

/** A unit named at a word: "km", "per cent", "euros", "square miles", or a sign behind the number. `unit` is as the text has it. */
function unitAt(
  doc: Doc,
  word: number,
  vocabulary: Vocabulary,
): { readonly unit: string; readonly kind: string; readonly last: number } | null {
  if (word >= doc.length || designationAt(doc, word) >= 0) return null;
  const sign = vocabulary.signs.get(formOf(doc, word));
  // "Rs" and "c" are words of other meanings behind a number; signs without letters are not.
  if (sign !== undefined && !/^\p{L}{1,2}\.?$/u.test(formOf(doc, word))) return { unit: sign, kind: "money", last: word };
  const found = phraseAt(doc, word, vocabulary.units, 1);
  if (found === null || found.value.kind === "group") return null;
  const last = word + found.length - 1;
  // "Two real choices", "45 won": words that name a currency and much else stand before a noun, or are no noun.
  const goesOn = last + 1 < doc.length && uposOf(doc, last + 1) === "NOUN" && doc.head[last] === last + 1;
  if (found.value.kind === "money" && (goesOn || uposOf(doc, last) === "VERB" || uposOf(doc, last) === "ADJ") && !isTiedBefore(doc, word))
    return null;
  const words = doc.text.slice(doc.start[word], doc.end[last]).replace(/\s+/g, " ");
  return { unit: found.value.unit ?? words, kind: found.value.kind, last };
}

/** Whether a hyphen ties a word to the one before, "a million-dollar house". */
const isTiedBefore = (doc: Doc, word: number): boolean => word > 0 && DASH.test(formOf(doc, word - 1));

/** "10–15", "600 and 700" behind "between", "two to three", "five or six": with both ends in one scale. Null where there is one number. */
function rangeFrom(
  doc: Doc,
  low: Numeral,
  vocabulary: Vocabulary,
): { readonly low: Numeral; readonly high: Numeral; readonly first: number } | null {
  const join = low.last + 1;
  if (join + 1 >= doc.length || sentenceOf(doc, join + 1) !== sentenceOf(doc, low.first)) return null;
  if (low.kind !== "cardinal") return null;
  const opener = openerOf(doc, low, vocabulary);
  const form = small(formOf(doc, join));
  const dash = DASH.test(form);
  const joins = dash || (opener === "between" ? form === "and" : opener === "from" ? false : form === "to" || form === "or");
  if (!joins) return null;
  // "$60 and $75", "10-to-15".
  let word = join + 1;
  if (dash && small(formOf(doc, word)) === "to" && word + 2 < doc.length && DASH.test(formOf(doc, word + 1))) word += 2;
  if (vocabulary.signs.has(formOf(doc, word))) word++;
  if (word >= doc.length) return null;
  const high = numeralAt(doc, word, vocabulary);
  if (high === null || high.kind !== "cardinal") return null;
  const shared = low.scale === null && high.scale !== null ? scaledLike(low, high, high.scale) : low;
  if (compare(shared.value, high.value) >= 0) return null;
  return { low: shared, high, first: opener === "between" ? firstOf(doc, low, vocabulary) - 1 : low.first };
}

/** "90 and 100 million" has ninety million below; "one and 100 million", "999 to 1 million" have not. */
function scaledLike(low: Numeral, high: Numeral, scale: Decimal): Numeral {
  const value = product(low.value, scale);
  return compare(value, high.value) < 0 ? { ...low, value, scale } : low;
}

const firstOf = (doc: Doc, low: Numeral, { signs }: Vocabulary): number =>
  signs.has(signBefore(doc, low.first)) ? low.first - 1 : low.first;

function openerOf(doc: Doc, low: Numeral, vocabulary: Vocabulary): string {
  const before = firstOf(doc, low, vocabulary) - 1;
  return before < 0 ? "" : small(formOf(doc, before));
}
