import { type Doc, formOf, sentenceOf, uposOf, wordsOf } from "../../language/index.js";
import { compare, type Decimal, product, sum, wholeNumber } from "./decimal.js";
import { digitsOf } from "./digits.js";
import { type NumberWord, small, type Vocabulary } from "./vocabulary.js";

/** A number as the text writes it: words `[first, last]`, both inclusive. */
export interface Numeral {
  readonly first: number;
  readonly last: number;
  readonly value: Decimal;
  /** "share" for fractions and "seven in 10"; "least" for what is only bounded from below ("dozens", "several hundred"). */
  readonly kind: "cardinal" | "share" | "least";
  /** Whether it is written in words alone: small numbers so written are often no count ("the two sides"). */
  readonly inWords: boolean;
  /** Whether it ends in a scale ("million"), which a range shares: "90 and 100 million". Null where it has none. */
  readonly scale: Decimal | null;
  /** Another reading of a doubtful style, "1.000"; null where there is none. */
  readonly other: Decimal | null;
}

const ONE = wholeNumber(1);
const HALF: Decimal = { digits: 5n, exponent: -1 };
const VULGAR: ReadonlyMap<string, Decimal> = new Map([
  ["½", HALF],
  ["¼", { digits: 25n, exponent: -2 }],
  ["¾", { digits: 75n, exponent: -2 }],
]);

/** Words as number grammar sees them, in small letters, within one sentence. */
interface Reader {
  readonly doc: Doc;
  readonly vocabulary: Vocabulary;
  /** First word behind the sentence. */
  readonly end: number;
}

const lower = ({ doc, end }: Reader, word: number): string => (word < end ? small(formOf(doc, word)) : "");
const numberWord = (reader: Reader, word: number): NumberWord | undefined => reader.vocabulary.numbers.get(lower(reader, word));
/** Whether nothing stands between a word and the next. */
export const isTight = ({ start, end }: Doc, word: number): boolean => end[word] === start[word + 1];
const isHyphen = (form: string): boolean => form === "-" || form === "‐" || form === "‑";

/**
 * The last word of a make or model that begins at a word, "F-16", "Su-27s", "T-72B3": one to four letters, the first a capital, a hyphen and digits, without
 * spaces. -1 where none does.
 */
export function designationAt(doc: Doc, word: number): number {
  const last = word + 2;
  if (last >= doc.length || !/^\p{Lu}\p{L}{0,3}$/u.test(formOf(doc, word))) return -1;
  const isOne = isHyphen(formOf(doc, word + 1)) && isTight(doc, word) && isTight(doc, word + 1) && beginsWithDigit(doc, last);
  return isOne ? last : -1;
}

/** Whether a word begins with a digit or a vulgar fraction. */
export function beginsWithDigit({ text, start }: Doc, word: number): boolean {
  const code = text.charCodeAt(start[word]);
  return (code >= 48 && code <= 57) || (code >= 0xbc && code <= 0xbe);
}

/**
 * The number that begins at a word; null where none does. Reads digits, words, both ("1.2 million", "twenty-five", "one hundred and five", "two and
 * a half million"), fractions ("two-thirds", "half"), shares ("seven in 10") and bounded plurals ("tens of thousands", "several hundred").
 */
export function numeralAt(doc: Doc, word: number, vocabulary: Vocabulary): Numeral | null {
  const reader: Reader = { doc, vocabulary, end: wordsOf(doc, sentenceOf(doc, word)).last + 1 };
  const cardinal = VULGAR.has(formOf(doc, word)) ? null : beginsWithDigit(doc, word) ? inDigits(reader, word) : inWords(reader, word);
  const plain = cardinal ?? vulgar(reader, word);
  const fraction = fractionAt(reader, word, plain);
  if (fraction !== null) return fraction;
  return plain === null ? leastAt(reader, word) : (shareOf(reader, plain) ?? plain);
}

const cardinalOf = (first: number, last: number, value: Decimal, more: Partial<Numeral> = {}): Numeral => ({
  first,
  last,
  value,
  kind: "cardinal",
  inWords: false,
  scale: null,
  other: null,
  ...more,
});

/** "1,200", "1.2 million", "15bn", "2 1/2", "2½", "5 000". */
function inDigits(reader: Reader, first: number): Numeral | null {
  const { doc, vocabulary } = reader;
  const form = formOf(doc, first);
  const mixed = /^(\d+)([½¼¾])$/.exec(form);
  const glued = /^(\d[\d.,]*)(\p{L}{1,3})$/u.exec(form);
  const suffix = glued === null ? undefined : vocabulary.suffixes.get(glued[2].toLowerCase());
  const digits = digitsOf(mixed?.[1] ?? (suffix === undefined ? form : (glued?.[1] ?? form)));
  if (digits === null) return null;
  let { value } = digits;
  let last = first;
  if (mixed !== null) value = sum(value, VULGAR.get(mixed[2]) ?? HALF);
  if (suffix !== undefined) return cardinalOf(first, last, product(value, wholeNumber(suffix)), { scale: wholeNumber(suffix) });

  // Groups set apart by thin or fixed spaces, "5 000": never by a plain one, as in "in 300 500 men".
  while (
    last + 1 < reader.end &&
    /^\d{3}$/.test(formOf(doc, last + 1)) &&
    /^[\u00a0\u2009\u202f]$/.test(doc.text.slice(doc.end[last], doc.start[last + 1])) &&
    value.exponent === 0
  ) {
    const group = digitsOf(formOf(doc, last + 1).replace(/^0+(?=\d)/, ""));
    if (group === null) break;
    value = sum(product(value, wholeNumber(1000)), group.value);
    last++;
  }
  const quarter = /^([1-9])\/([2-9])$/.exec(lower(reader, last + 1));
  if (quarter !== null && value.exponent === 0) {
    const part = quotient(Number(quarter[1]), Number(quarter[2]));
    if (part !== null) return scaled(reader, first, last + 1, sum(value, part), false, null);
  }
  const fixed = suffixAt(reader, last);
  if (fixed !== null) return cardinalOf(first, last + 1, product(value, fixed), { scale: fixed });
  return scaled(reader, first, last, value, false, digits.other);
}

/** "bn" in "2bn" and "2 bn"; "m" only where it is no metre: behind a sign of money or before what is counted. */
function suffixAt(reader: Reader, last: number): Decimal | null {
  const { doc, vocabulary, end } = reader;
  if (last + 1 >= end) return null;
  const form = formOf(doc, last + 1);
  const value = vocabulary.suffixes.get(form.toLowerCase());
  if (value === undefined) return null;
  if (form.length === 1) {
    if (!isTight(doc, last)) return null;
    const money = vocabulary.signs.has(signBefore(doc, last));
    const counts = last + 2 < end && (uposOf(doc, last + 2) === "NOUN" || uposOf(doc, last + 2) === "ADJ");
    if (!money && !counts) return null;
  }
  return wholeNumber(value);
}

/** The word before a number, where it may be the sign of a currency. */
export const signBefore = (doc: Doc, word: number): string => (word > 0 ? formOf(doc, word - 1) : "");

function vulgar({ doc }: Reader, word: number): Numeral | null {
  const value = VULGAR.get(formOf(doc, word));
  return value === undefined ? null : cardinalOf(word, word, value, { kind: "share" });
}

/** "and a half", then scales: "two and a half million", "1.2 million", "3 hundred thousand", "five dozen". */
function scaled(reader: Reader, first: number, last: number, value: Decimal, inWordsOnly: boolean, other: Decimal | null): Numeral {
  let end = last;
  let total = value;
  let scale: Decimal | null = null;
  if (isAndAHalf(reader, end + 1)) {
    total = sum(total, HALF);
    end += 3;
  }
  for (let next = numberWord(reader, end + 1); next?.kind === "scale"; next = numberWord(reader, end + 1)) {
    const factor = wholeNumber(next.value);
    // "Thousand million" is a billion of old; "million hundred" is nothing.
    if (scale !== null && compare(factor, scale) <= 0) break;
    total = product(total, factor);
    scale = scale === null ? factor : product(scale, factor);
    end++;
  }
  if (scale !== null && isAndAHalf(reader, end + 1)) {
    total = sum(total, product(HALF, scale));
    end += 3;
  }
  return cardinalOf(first, end, total, { inWords: inWordsOnly, scale, other: scale === null ? other : null });
}

/** "twenty-five", "a hundred", "one hundred and five thousand". Null where no number in words begins. */
function inWords(reader: Reader, first: number): Numeral | null {
  const opening = lower(reader, first);
  const article = opening === "a" || opening === "an";
  let word = first;
  if (article) {
    if (numberWord(reader, first + 1)?.kind !== "scale") return null;
    word++;
  } else if (!["one", "teen", "ten", "scale"].includes(numberWord(reader, first)?.kind ?? "")) return null;
  // "hundred" alone begins no number of English: "the hundred", "per hundred".
  else if (numberWord(reader, first)?.kind === "scale") return null;

  let total = 0n;
  let group = article ? 1n : 0n;
  let scale: bigint | null = null;
  let last = article ? first : first - 1;
  for (;;) {
    const next = numberWord(reader, word);
    const after = article && word === first + 1 && next?.kind === "scale" ? true : step(next, group);
    if (next === undefined || !after) break;
    const value = BigInt(next.value);
    if (next.kind !== "scale") group += value;
    else if (value === 100n || value === 12n) {
      group = (group === 0n ? 1n : group) * value;
      scale = value;
    } else {
      if (scale !== null && scale >= 1000n && value >= scale) break;
      total += (group === 0n ? 1n : group) * value;
      group = 0n;
      scale = value;
    }
    last = word;
    word = nextNumberWord(reader, word, next);
    if (word < 0) break;
  }
  if (last < first) return null;
  const value = { digits: total + group, exponent: 0 };
  // A scale at the end takes the half for itself, "a million and a half"; else "two and a half" may go on to one.
  if (numberWord(reader, last)?.kind !== "scale") return scaled(reader, first, last, value, true, null);
  const ended = { digits: scale ?? 1n, exponent: 0 };
  const numeral = cardinalOf(first, last, value, { inWords: true, scale: ended });
  return isAndAHalf(reader, last + 1) ? { ...numeral, last: last + 3, value: sum(value, product(HALF, ended)) } : numeral;
}

const isAndAHalf = (reader: Reader, word: number): boolean =>
  lower(reader, word) === "and" && lower(reader, word + 1) === "a" && lower(reader, word + 2) === "half";

/** Whether a number word may follow what the group holds so far: "twenty" "five", not "five" "six" or "ten" "five". */
function step(next: NumberWord | undefined, group: bigint): boolean {
  switch (next?.kind) {
    case "one":
      return group % 10n === 0n && (group % 100n === 0n || group % 100n >= 20n);
    case "teen":
    case "ten":
      return group % 100n === 0n;
    case "scale":
      return true;
    default:
      return false;
  }
}

/** The place of the next word of the number: over a hyphen, and over "and" behind a scale; -1 where it ends. */
function nextNumberWord(reader: Reader, word: number, { kind }: NumberWord): number {
  const { doc } = reader;
  const next = lower(reader, word + 1);
  if (isHyphen(next) && isTight(doc, word) && isTight(doc, word + 1)) return numberWord(reader, word + 2) === undefined ? -1 : word + 2;
  if (next === "and" && kind === "scale") return ["one", "teen", "ten"].includes(numberWord(reader, word + 2)?.kind ?? "") ? word + 2 : -1;
  return numberWord(reader, word + 1) === undefined ? -1 : word + 1;
}

/** A fraction to three places, as the guidelines write them (0.667), or exactly where it ends sooner. */
function quotient(above: number, below: number): Decimal | null {
  if (below === 0 || above >= below) return null;
  return { digits: BigInt(Math.round((above / below) * 1000)), exponent: -3 };
}

/** Words before "half" and "third" by which they are no fraction: "the second half", "in half". */
const NO_FRACTION =
  /^(?:first|second|third|fourth|other|latter|former|better|northern|southern|eastern|western|last|final|same|in|the|this|that|each|every|past|next|one's)$/;

/** "two-thirds", "a third of", "three quarters", "half the", "half a million". */
function fractionAt(reader: Reader, first: number, above: Numeral | null): Numeral | null {
  const { doc } = reader;
  const opening = lower(reader, first);
  const article = opening === "a" || opening === "an";
  let word = first;
  if (above !== null && above.value.exponent === 0 && above.scale === null) word = above.last + 1;
  else if (article) word = first + 1;
  else if (above !== null) return null;
  const counted = word > first;
  const hyphen = counted && isHyphen(lower(reader, word)) && isTight(doc, word - 1) && isTight(doc, word);
  if (hyphen) word++;
  const part = numberWord(reader, word);
  if (part?.kind !== "part") return null;
  const form = lower(reader, word);
  const many = form.endsWith("s") || form === "halves";
  const halved = part.value === 2;
  if (!counted && !(halved && isBareHalf(reader, word))) return null;
  const count = above === null ? 1 : Number(above.value.digits);
  // "Two third graders" and "a third man" order; "a third of" and "one-third" divide.
  if (many !== count > 1) return null;
  if (counted && !many && !hyphen && !endsPhrase(reader, word)) return null;
  if (isHyphen(lower(reader, word + 1)) && isTight(doc, word)) return null;
  const value = quotient(count, part.value);
  if (value === null) return null;

  // "half a million", "a quarter of a million", "half a dozen".
  let last = word;
  const of = lower(reader, word + 1) === "of" ? 1 : 0;
  const scale = numberWord(reader, word + 2 + of);
  if (/^an?$/.test(lower(reader, word + 1 + of)) && scale?.kind === "scale") {
    last = word + 2 + of;
    const factor = wholeNumber(scale.value);
    return cardinalOf(first, last, product(value, factor), { inWords: true, scale: factor });
  }
  return cardinalOf(first, last, value, { kind: "share", inWords: true });
}

/** Whether "half" stands for a share: "half of", "half the", "half its", "less than half", not "half-time", "in half", "half brother". */
function isBareHalf(reader: Reader, word: number): boolean {
  const { doc } = reader;
  if (word > 0 && NO_FRACTION.test(small(formOf(doc, word - 1)))) return false;
  return /^(?:of|the|a|an|its|their|his|her|our|all|this|that|those|these)$/.test(lower(reader, word + 1)) || endsPhrase(reader, word);
}

/** Whether no noun follows for which the word would be an adjective. */
function endsPhrase(reader: Reader, word: number): boolean {
  if (word + 1 >= reader.end) return true;
  return !["NOUN", "PROPN", "ADJ", "NUM"].includes(uposOf(reader.doc, word + 1)) && !isHyphen(lower(reader, word + 1));
}

/** "seven in 10", "one in every five", "two out of three". */
function shareOf(reader: Reader, above: Numeral): Numeral | null {
  if (above.scale !== null || above.value.exponent !== 0 || above.value.digits > 999n) return null;
  let word = above.last + 1;
  if (lower(reader, word) === "out" && lower(reader, word + 1) === "of") word += 2;
  else if (lower(reader, word) === "in") word++;
  else if (lower(reader, word) === "of" && lower(reader, word + 1) === "every") word++;
  else return null;
  if (lower(reader, word) === "every") word++;
  const below = word >= reader.end ? null : beginsWithDigit(reader.doc, word) ? inDigits(reader, word) : inWords(reader, word);
  if (below === null || below.value.exponent !== 0 || below.value.digits > 100_000n) return null;
  const value = quotient(Number(above.value.digits), Number(below.value.digits));
  // Years and months are no whole of which there are parts: "two in 2014", "three in 10 days".
  if (value === null || below.value.digits > 1000n || isTime(reader, below.last + 1)) return null;
  return cardinalOf(above.first, below.last, value, { kind: "share", inWords: above.inWords });
}

const isTime = (reader: Reader, word: number): boolean =>
  word < reader.end && (reader.vocabulary.nouns.get(lower(reader, word).replace(/s$/, ""))?.has("time") ?? false);

/** "dozens", "tens of thousands", "several hundred", "a few thousand". */
function leastAt(reader: Reader, first: number): Numeral | null {
  const opening = lower(reader, first);
  const word = opening === "a" ? first + 1 : first;
  const next = numberWord(reader, word);
  if (next?.kind === "open") {
    const scale = numberWord(reader, word + 1);
    if (scale?.kind !== "scale") return null;
    return cardinalOf(first, word + 1, wholeNumber(scale.value), { kind: "least", inWords: true, scale: wholeNumber(scale.value) });
  }
  if (next?.kind !== "plural" || opening === "a") return null;
  let last = first;
  let value = wholeNumber(next.value);
  for (;;) {
    const more = numberWord(reader, last + 2);
    if (lower(reader, last + 1) !== "of" || more?.kind !== "plural") break;
    value = product(value, wholeNumber(more.value));
    last += 2;
  }
  return cardinalOf(first, last, value.digits === 0n ? ONE : value, { kind: "least", inWords: true });
}
