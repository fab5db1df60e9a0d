/** What a code unit of a name is compared by. */
const DROPPED = 0;
const SPACE = 32;

/** Letters that Unicode does not take apart, by the letter that stands first in their usual spelling. */
const LETTERS_WITHOUT_MARKS: Readonly<Record<string, string>> = {
  ß: "s",
  Æ: "a",
  æ: "a",
  Œ: "o",
  œ: "o",
  Ø: "o",
  ø: "o",
  Đ: "d",
  đ: "d",
  Ð: "d",
  ð: "d",
  Ħ: "h",
  ħ: "h",
  ı: "i",
  Ł: "l",
  ł: "l",
  Þ: "t",
  þ: "t",
  Ŧ: "t",
  ŧ: "t",
  ə: "a",
  Ə: "a",
};

/**
 * Letters of Latin script without their marks, small; digits; one blank for white space, hyphens and dashes. Apostrophes, full stops and all else are
 * dropped, so that "Sana'a" is "Sanaa" and "St. Louis" is "St Louis". One code unit gives one, that no string need be made: "ß" is "s", "æ" is "a".
 */
const FOLDED: Uint8Array = foldTable();

function foldTable(): Uint8Array {
  const table = new Uint8Array(0x2100);
  for (let unit = 0; unit < table.length; unit++) {
    const base = LETTERS_WITHOUT_MARKS[String.fromCharCode(unit)] ?? String.fromCharCode(unit).normalize("NFD")[0];
    const code = base.toLowerCase().charCodeAt(0);
    const isLetterOrDigit = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
    table[unit] = isLetterOrDigit ? code : /[\s\-\u2010-\u2015]/.test(base) ? SPACE : DROPPED;
  }
  return table;
}

/** FNV-1a of nothing. */
const EMPTY = 0x811c9dc5;

const foldedAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return unit < FOLDED.length ? FOLDED[unit] : DROPPED;
};

/** Hash of a name as it is compared: of two that differ in marks, case, hyphens or apostrophes only it is the same. Makes no string. */
export const hashOfName = (text: string, start: number, end: number): number => finished(mixed(EMPTY, text, start, end));

/** `hashOfName` of the first word of a name, which ends before a blank or hyphen. */
export const hashOfFirstWord = (text: string, start: number, end: number): number =>
  finished(mixed(EMPTY, text, start, endOfFirstWord(text, start, end)));

/** Both, of the first word and of the whole; for a name of one word they are the same. */
export function hashesOfName(text: string, start: number, end: number, hashes: { first: number; whole: number }): void {
  const behind = endOfFirstWord(text, start, end);
  const first = mixed(EMPTY, text, start, behind);
  hashes.first = finished(first);
  hashes.whole = behind === end ? hashes.first : finished(mixed(first, text, behind, end));
}

/** FNV-1a, blanks as one before the next letter. */
function mixed(from: number, text: string, start: number, end: number): number {
  let hash = from;
  let blank = false;
  for (let at = start; at < end; at++) {
    const code = foldedAt(text, at);
    if (code === DROPPED) continue;
    if (code === SPACE) {
      blank = true;
      continue;
    }
    if (blank) hash = Math.imul(hash ^ SPACE, 0x01000193);
    blank = false;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash;
}

const finished = (hash: number): number => hash ^ (hash >>> 15);

function endOfFirstWord(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && foldedAt(text, at) !== SPACE) at++;
  return at;
}

/** Whether two names are the same as they are compared (see `hashOfName`). */
export function isSameName(a: string, aStart: number, aEnd: number, b: string, bStart: number, bEnd: number): boolean {
  let i = aStart;
  let j = bStart;
  for (;;) {
    const iNext = nextLetter(a, i, aEnd);
    const jNext = nextLetter(b, j, bEnd);
    if (iNext === aEnd || jNext === bEnd) return iNext === aEnd && jNext === bEnd;
    if (foldedAt(a, iNext) !== foldedAt(b, jNext)) return false;
    // A blank at the very beginning is none.
    if (i > aStart && j > bStart && hasBlank(a, i, iNext) !== hasBlank(b, j, jNext)) return false;
    i = iNext + 1;
    j = jNext + 1;
  }
}

function nextLetter(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && foldedAt(text, at) <= SPACE) at++;
  return at;
}

function hasBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (foldedAt(text, at) === SPACE) return true;
  return false;
}
