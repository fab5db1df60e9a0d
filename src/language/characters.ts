/**
 * What the tokeniser must know of a character, as one byte a UTF-16 code unit: looked up once a character, so that
 * a scan costs the same whatever the script. The classes come from Unicode's general categories.
 */

/** Punctuation, symbols and whatever has no other class; half of a surrogate pair, too. */
export const OTHER = 0;
/** White space, control characters and the zero-width space: what stands between words. */
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** An apostrophe or a single quotation mark: ' ’ ‘ ʼ ` ´ ′. Which of the two it is only the context tells. */
export const APOSTROPHE = 4;
/** Format characters (soft hyphen, direction marks, joiners): part of a word inside it, of none at its edges. */
export const FORMAT = 5;

const fill = (table: Uint8Array, pattern: RegExp, kind: number, all: string) => {
  for (const match of all.matchAll(pattern)) table[match.index] = kind;
};

/** Class of every UTF-16 code unit. */
const classes: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  const units: string[] = [];
  // Lone surrogates would merge into pairs and shift every index behind them: a stand-in of no class keeps each unit at its own place.
  for (let unit = 0; unit < 0x10000; unit++) units.push(unit >= 0xd800 && unit <= 0xdfff ? "!" : String.fromCharCode(unit));
  const all = units.join("");
  fill(table, /[\p{L}\p{M}]/gu, LETTER, all);
  fill(table, /\p{N}/gu, DIGIT, all);
  fill(table, /\p{Cf}/gu, FORMAT, all);
  fill(table, /[\s\p{Cc}\u200B]/gu, SPACE, all);
  fill(table, /['’‘ʼ`´′]/gu, APOSTROPHE, all);
  return table;
})();

/** Class of the code unit at an offset; `SPACE` outside the text, so that a scan needs no bounds check. */
export const classAt = (text: string, at: number): number => (at >= 0 && at < text.length ? classes[text.charCodeAt(at)] : SPACE);

export const isLetter = (text: string, at: number): boolean => classAt(text, at) === LETTER;
export const isDigit = (text: string, at: number): boolean => classAt(text, at) === DIGIT;
export const isSpace = (text: string, at: number): boolean => classAt(text, at) === SPACE;
export const isApostrophe = (text: string, at: number): boolean => classAt(text, at) === APOSTROPHE;
export const isWordCharacter = (text: string, at: number): boolean => {
  const kind = classAt(text, at);
  return kind === LETTER || kind === DIGIT;
};

/** Whether the letter at an offset is a capital: it has a small form and is not it. */
export const isCapital = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
};

/** Whether the letter at an offset is small: it has a capital form and is not it. */
export const isSmall = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a;
  const letter = text.charAt(at);
  return letter !== letter.toUpperCase();
};

/** Whether a run holds letters and nothing but capitals, "AT" but not "At" or "A1". False for an empty run. */
export const isAllCapitals = (text: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (!isLetter(text, at) || !isCapital(text, at)) return false;
  return end > start;
};
