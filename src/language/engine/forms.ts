import type { Words } from "../words.js";
import { FNV_BASIS, FNV_PRIME, hashText } from "./templates.js";

/** What the models see of each word: hashes, one entry a word. Case, digits and kinds of quotation marks are folded away. */
export interface Forms {
  readonly length: number;
  /** The folded form. All numbers are one form, four digits (mostly years) another. */
  readonly form: Int32Array;
  /** Bits of `Shape`. */
  readonly shape: Int32Array;
  /** The last one to four code units of the folded form; the whole form where it is shorter. */
  readonly suffix1: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  /** The first one to three code units of the folded form. */
  readonly prefix1: Int32Array;
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  /** 1 between quotation marks that are opened in this sentence, 2 at a mark that opens, 3 at one that closes, else 0. */
  readonly quoted: Int32Array;
}

/** Bits of `Forms.shape`. */
export const Shape = {
  capital: 1,
  digit: 2,
  hyphen: 4,
  /** Two letters or more and none of them small. */
  allCapitals: 8,
  /** Nothing but marks before it in the sentence, so that its capital says little. */
  opensSentence: 16,
  /** No letter and no digit. */
  mark: 32,
} as const;

const NUMBER = hashText("<number>");
const FOUR_DIGITS = hashText("<4>");
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Small letters, one kind of quotation mark and apostrophe, one long dash: what differs by house style only. */
function fold(unit: number): number {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit + 32 : unit;
  switch (unit) {
    case 0x201c: // “
    case 0x201d: // ”
    case 0x201e: // „
    case 0x201f: // ‟
    case 0xab: // «
    case 0xbb: // »
      return QUOTE;
    case 0x2018: // ‘
    case 0x2019: // ’
    case 0x201a: // ‚
      return APOSTROPHE;
    case 0x2014: // —
      return 0x2013;
    default:
      return String.fromCharCode(unit).toLowerCase().charCodeAt(0);
  }
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
/** The marks that a number may hold: 1,200 3.5 10:30 24/7 +4 -2. */
const isNumberMark = (unit: number): boolean =>
  unit === 0x2c || unit === 0x2e || unit === 0x3a || unit === 0x2f || unit === 0x2b || unit === 0x2d;

/** Computes the features of all words of a text, in time linear in its length. */
export function formsOf(words: Words): Forms {
  const { text, length } = words;
  const forms = {
    length,
    form: new Int32Array(length),
    shape: new Int32Array(length),
    suffix1: new Int32Array(length),
    suffix2: new Int32Array(length),
    suffix3: new Int32Array(length),
    suffix4: new Int32Array(length),
    prefix1: new Int32Array(length),
    prefix2: new Int32Array(length),
    prefix3: new Int32Array(length),
    quoted: new Int32Array(length),
  };
  const suffixes = [forms.suffix1, forms.suffix2, forms.suffix3, forms.suffix4];
  const prefixes = [forms.prefix1, forms.prefix2, forms.prefix3];

  for (let sentence = 0; sentence + 1 < words.sentences.length; sentence++) {
    let opens = true;
    let inQuote = 0;
    for (let word = words.sentences[sentence]; word < words.sentences[sentence + 1]; word++) {
      const start = words.start[word];
      const end = words.end[word];
      let hash = FNV_BASIS;
      let digits = 0;
      let numberMarks = 0;
      let letters = 0;
      let capitals = 0;
      let hyphen = false;
      for (let at = start; at < end; at++) {
        const unit = text.charCodeAt(at);
        const folded = fold(unit);
        hash = Math.imul(hash ^ folded, FNV_PRIME);
        const size = at - start;
        if (size < 3) prefixes[size][word] = hash;
        if (isDigit(unit)) digits++;
        else if (isNumberMark(unit)) numberMarks++;
        if (unit === 0x2d) hyphen = true;
        const capital = folded !== unit && folded !== QUOTE && folded !== APOSTROPHE && folded !== 0x2013;
        if (capital) capitals++;
        if (capital || (folded >= 0x61 && folded <= 0x7a) || folded >= 0xc0) letters++;
      }
      const size = end - start;
      for (let short = size; short < 3; short++) prefixes[short][word] = hash;
      for (let k = 0; k < 4; k++) {
        let suffix = FNV_BASIS;
        for (let at = Math.max(start, end - k - 1); at < end; at++) suffix = Math.imul(suffix ^ fold(text.charCodeAt(at)), FNV_PRIME);
        suffixes[k][word] = suffix;
      }
      if (digits > 0 && digits + numberMarks === size) hash = digits === 4 && size === 4 ? FOUR_DIGITS : NUMBER;
      forms.form[word] = hash;

      const first = fold(text.charCodeAt(start));
      const capital = first !== text.charCodeAt(start) && letters > 0;
      forms.shape[word] =
        (capital ? Shape.capital : 0) |
        (digits > 0 ? Shape.digit : 0) |
        (hyphen && size > 1 ? Shape.hyphen : 0) |
        (letters > 1 && capitals === letters ? Shape.allCapitals : 0) |
        (opens ? Shape.opensSentence : 0) |
        (letters + digits === 0 ? Shape.mark : 0);
      if (letters + digits > 0) opens = false;

      if (first === QUOTE) {
        const mark = text.charCodeAt(start);
        const opening = mark === QUOTE ? inQuote === 0 : mark === 0x201c || mark === 0x201e || mark === 0xab;
        forms.quoted[word] = opening ? 2 : 3;
        inQuote = opening ? 1 : 0;
      } else forms.quoted[word] = inQuote;
    }
  }
  return forms;
}
