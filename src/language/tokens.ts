import {
  APOSTROPHE,
  classAt,
  DIGIT,
  FORMAT,
  isAllCapitals,
  isApostrophe,
  isCapital,
  isDigit,
  isLetter,
  isSpace,
  isWordCharacter,
  LETTER,
  SPACE,
} from "./characters.js";
import { splitContraction } from "./contractions.js";
import { isPossessive, opensQuotation } from "./quotes.js";
import type { WordTables } from "./tables.js";

/** Offsets of words as the tokeniser finds them: grown arrays, cut to size by `segment`. */
export class WordList {
  length = 0;
  start = new Uint32Array(1024);
  end = new Uint32Array(1024);
  joined = new Uint8Array(1024);

  add(start: number, end: number, joined: 0 | 1): void {
    if (this.length === this.start.length) this.grow();
    this.start[this.length] = start;
    this.end[this.length] = end;
    this.joined[this.length] = joined;
    this.length++;
  }

  private grow(): void {
    const size = this.length * 2;
    const copy = <T extends Uint32Array | Uint8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.start = copy(this.start, new Uint32Array(size));
    this.end = copy(this.end, new Uint32Array(size));
    this.joined = copy(this.joined, new Uint8Array(size));
  }
}

/** No word looks further than this behind its own start for what it might be, so that any text is cut in linear time. */
const REACH = 64;

const EMAIL = /[\p{L}\d._%+'-]{1,64}@[\p{L}\d](?:[\p{L}\d._-]{0,62}[\p{L}\d])?/uy;
const SCHEME = /(?:https?|ftp|file|mailto):(?:\/\/)?(?=[\p{L}\d])|www\.(?=[\p{L}\d])/iuy;
const HANDLE = /@[\p{L}\d_]{1,64}/uy;
const HASHTAG = /#(?=[\d_]{0,62}\p{L})[\p{L}\d_]{1,64}/uy;
const HOST = /[\p{L}\d_-]{1,63}(?:\.[\p{L}\d_-]{1,63}){1,8}/uy;
/** A dotted name of three parts or more that ends in no known suffix: "comp.lang.misc". */
const DOTTED = /^[a-z\d-]{2,}(?:\.[a-z\d-]{2,}){2,}$/;
/** Telephone numbers, dates and other codes of digits and hyphens: "713-853-3989", "2022-01-11"; not the range "10-15". */
const DIGIT_GROUPS = /\d{1,6}(?:-\d{1,6}){2,8}(?![\p{L}\d-])|\d{3}-\d{4}(?![\p{L}\d-])/uy;
const THOUSANDS = /,(?:\d{3}|\d{2}(?=,\d{3}))(?!\d)/y;
const ORDINAL = /(?:st|nd|rd|th)(?![\p{L}\d])/iuy;
const UNIT = /[ap]\.m\.?|[\p{L}\d/]{1,10}/iuy;
const EMOTICON = /[:;=8][-'^o]?(?:[)(\][}{@|\\]{1,8}|[DPpOoSsXx*3](?![\p{L}\d]))|<3(?!\d)|\^_{0,3}\^|:\/(?!\/)/uy;
const EMOJI =
  /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\u{FE0F}\u{1F3FB}-\u{1F3FF}]{0,2}(?:\u{200D}\p{Extended_Pictographic}[\u{FE0F}\u{1F3FB}-\u{1F3FF}]{0,2}){0,8}/uy;

/** Offset behind a match that begins at an offset, or -1. The patterns are sticky and bounded, so one match costs a constant. */
function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Marks of which a run is one token: "...", "--", "!!!", "?!", "***". */
const RUNS = new Map<string, string>(
  [..."-–—=_*~+|<>"]
    .map((mark) => [mark, mark] as const)
    .concat([
      [".", "."],
      ["…", "…."],
      ["!", "!?"],
      ["?", "!?"],
    ]),
);

/**
 * A function that cuts `[start, end)` of a text into words and adds them to `words`; runs are given in text order. Conventions of Universal
 * Dependencies v2 as in EWT and GUM 2.16: hyphens are words except behind a prefix, "don't" is "do" and a joined "n't", units leave their
 * number ("5 pm"), currency signs too ("US$ 450"). Takes any string; every code unit that is no white space, control or format character
 * falls into a word. Linear time.
 */
export function tokeniser(text: string, tables: WordTables, words: WordList): (start: number, end: number) => void {
  // Where the next "@" stands: looked up once and kept until it is passed, since only a word shortly before one can be an address.
  let nextAt = text.indexOf("@");
  return (start, end) => {
    let at = start;
    let opened = -1;
    while (at < end) {
      const kind = classAt(text, at);
      if (kind === SPACE || kind === FORMAT) {
        at++;
        continue;
      }
      if (nextAt !== -1 && nextAt < at) nextAt = text.indexOf("@", at);
      const mailAhead = nextAt !== -1 && nextAt - at < REACH;
      const stop = Math.min(end, tokenEnd(text, at, kind, tables, mailAhead, opened));
      if (kind === APOSTROPHE && stop === at + 1) opened = opensQuotation(text, at) ? at : -1;
      splitContraction(text, at, stop, tables, words);
      at = stop;
    }
  };
}

/** Offset behind the token that begins at `at`, which is no white space. Always beyond `at`. */
function tokenEnd(text: string, at: number, kind: number, tables: WordTables, mailAhead: boolean, opened: number): number {
  if (kind === LETTER || kind === DIGIT) {
    const freeLeft = !isWordCharacter(text, at - 1);
    const named = freeLeft ? addressEnd(text, at, mailAhead) : -1;
    if (named > 0) return named;
    return kind === LETTER ? wordEnd(text, at, at, tables, opened) : numberEnd(text, at, tables, opened);
  }
  if (kind === APOSTROPHE) return apostropheEnd(text, at, tables);
  return markEnd(text, at, tables);
}

/** End of an address (URL, e-mail) that begins at `at`, or -1. */
function addressEnd(text: string, at: number, mailAhead: boolean): number {
  if (mailAhead) {
    const mail = behind(EMAIL, text, at);
    if (mail > 0) return mail;
  }
  // Spares most words the pattern: "www." and "ftp:", "http:" and "file:", "https:", "mailto:".
  const third = text.charAt(at + 3);
  if (third !== "." && third !== ":" && text.charAt(at + 4) !== ":" && text.charAt(at + 5) !== ":" && text.charAt(at + 6) !== ":")
    return -1;
  const scheme = behind(SCHEME, text, at);
  return scheme > 0 ? pathEnd(text, scheme) : -1;
}

/** Goes on to the end of a URL: up to white space, a quotation mark or a bracket, less the punctuation that ends the sentence around it. */
function pathEnd(text: string, from: number): number {
  let at = from;
  let open = 0;
  while (at < text.length && !isSpace(text, at)) {
    const mark = text.charAt(at);
    if ('"<>“”«»{}|[]'.includes(mark)) break;
    if (mark === "(") open++;
    else if (mark === ")" && --open < 0) break;
    at++;
  }
  while (at > from && ".,;:!?'’*".includes(text.charAt(at - 1))) at--;
  return at;
}

/** End of a word that begins at `start`; what stands up to `from` is known to belong to it. `opened` as in `isPossessive`. */
function wordEnd(text: string, start: number, from: number, tables: WordTables, opened: number): number {
  let at = from;
  for (;;) {
    while (isWordCharacter(text, at)) at++;
    if (classAt(text, at) === FORMAT && isWordCharacter(text, at + 1)) {
      at += 2;
      continue;
    }
    if (at - start > REACH) return at;
    const next = at + 1;
    switch (text.charAt(at)) {
      case "'":
      case "’":
      case "‘":
      case "ʼ":
      case "`":
      case "´":
        if (isLetter(text, next)) break;
        if (isPossessive(text, at, opened)) return next;
        return at;
      case ".":
        return dotEnd(text, start, at, tables);
      case "-":
      case "‑":
        if (isWordCharacter(text, next) && !isWordCharacter(text, start - 1) && tables.prefixes.has(text.slice(start, at).toLowerCase()))
          break;
        return at;
      case "&":
        // "AT&T", "R&D", but not "Smith&Sons".
        if (at - start <= 4 && isAllCapitals(text, start, at) && isLetter(text, next) && isCapital(text, next)) break;
        return at;
      case "_":
        if (isWordCharacter(text, next) || text.charAt(next) === "_") break;
        return at;
      case "*":
        // A word made unprintable: "f***", "s**t". A footnote's single star is none.
        if (text.charAt(next) === "*" && at - start <= 2) {
          while (text.charAt(at) === "*") at++;
          continue;
        }
        return at;
      case "$":
        // "US$450", "A$5".
        return at - start <= 3 && isAllCapitals(text, start, at) ? next : at;
      case "/": {
        let stop = next;
        while (isLetter(text, stop) && stop - start < 6) stop++;
        if (!isLetter(text, stop) && tables.abbreviations.has(text.slice(start, stop).toLowerCase())) return stop;
        return at;
      }
      default:
        return at;
    }
    at = next;
  }
}

/** End of a word whose letters stop at a full stop at `dot`: an abbreviation takes it in, a host or file name goes on behind it. */
function dotEnd(text: string, start: number, dot: number, tables: WordTables): number {
  const next = dot + 1;
  if (isWordCharacter(text, next)) {
    // "U.S.", "e.g.", "Ph.D.": short runs of letters, each with its full stop.
    let at = start;
    let run = 0;
    let runs = 0;
    let longest = 0;
    while (isLetter(text, at) || (text.charAt(at) === "." && run > 0)) {
      if (text.charAt(at) === ".") {
        runs++;
        longest = Math.max(longest, run);
        run = 0;
      } else run++;
      if (++at - start > 16) break;
    }
    const dotted = at - start <= 16 && runs > 0 && longest <= 1 && run <= 1 && !isWordCharacter(text, at);
    if (dotted) return at;
    if (run === 0 && !isWordCharacter(text, at) && tables.abbreviations.has(text.slice(start, at).toLowerCase())) return at;
    // Behind a full stop stands the rest of what was no name when it was looked at from its beginning.
    const host = text.charAt(start - 1) === "." ? -1 : behind(HOST, text, start);
    if (host > 0) {
      const name = text.slice(start, host);
      if (tables.suffixes.has(name.slice(name.lastIndexOf(".") + 1).toLowerCase()) || DOTTED.test(name))
        return text.charAt(host) === "/" ? pathEnd(text, host) : host;
    }
    return isInitial(text, start, dot) ? next : dot;
  }
  if (text.charAt(next) === ".") return dot;
  if (isInitial(text, start, dot)) return next;
  const kind = dot - start < 10 ? tables.abbreviations.get(text.slice(start, next).toLowerCase()) : undefined;
  if (kind === undefined) return dot;
  // "No. 5" but "No. He left."; "in Sept. 2020" but "the sun." at a sentence's end.
  return kind === "number" && !beforeNumber(text, next) ? dot : next;
}

/** A single capital with a full stop, as in "J. Smith"; "I" only where another initial or a name's part follows, since "and I." ends sentences. */
function isInitial(text: string, start: number, dot: number): boolean {
  if (dot - start !== 1 || !isCapital(text, start)) return false;
  if (text.charAt(start) !== "I") return true;
  return isSpace(text, dot + 1) && isCapital(text, dot + 2) && isLetter(text, dot + 2) && text.charAt(dot + 3) === ".";
}

function beforeNumber(text: string, from: number): boolean {
  let at = from;
  while (at < from + 3 && isSpace(text, at)) at++;
  return isDigit(text, at);
}

/** End of a number that begins at `start`: decimals, thousands, times, dates, ordinals, "1980s", and mixtures such as "4x4". */
function numberEnd(text: string, start: number, tables: WordTables, opened: number): number {
  const groups = isDigit(text, start - 1) || text.charAt(start - 1) === "-" ? -1 : behind(DIGIT_GROUPS, text, start);
  if (groups > 0) return groups;
  let at = start;
  for (;;) {
    while (isDigit(text, at)) at++;
    const mark = text.charAt(at);
    if (mark === ",") {
      const stop = behind(THOUSANDS, text, at);
      if (stop < 0) return at;
      at = stop;
    } else if (isDigit(text, at + 1) && (mark === "." || mark === ":" || mark === "/")) at++;
    else break;
  }
  // "2008's" is a possessive; "the 1980's" is a decade, and one word.
  if (isApostrophe(text, at) && text.charAt(at + 1) === "s" && !isWordCharacter(text, at + 2)) return at + 2;
  if (!isLetter(text, at)) return at;
  const ordinal = behind(ORDINAL, text, at);
  if (ordinal > 0) return ordinal;
  const unit = behind(UNIT, text, at);
  // "$5m" and "10k" are amounts, "3M" and "4K" are names.
  if (unit > 0 && tables.units.has(unit - at === 1 ? text.charAt(at) : text.slice(at, unit).toLowerCase())) return at;
  return wordEnd(text, start, at, tables, opened);
}

/** End of what an apostrophe or single quotation mark begins: "'80s", "'em", "''", or the mark alone. */
function apostropheEnd(text: string, at: number, tables: WordTables): number {
  const next = at + 1;
  if (text.charAt(next) === text.charAt(at)) return next + 1;
  if (isWordCharacter(text, at - 1)) return next;
  if (isDigit(text, next) && isDigit(text, next + 1)) {
    const stop = text.charAt(next + 2) === "s" ? next + 3 : next + 2;
    return isWordCharacter(text, stop) ? next : stop;
  }
  let stop = next;
  while (isLetter(text, stop) && stop - at < 8) stop++;
  if (isLetter(text, stop)) return next;
  const clipped = `'${text.slice(next, stop).toLowerCase()}`;
  // "rock 'n' roll".
  if (isApostrophe(text, stop) && tables.contractions.has(`${clipped}'`)) return stop + 1;
  return tables.contractions.has(clipped) ? stop : next;
}

/** End of a token that begins with a mark, symbol or emoji. */
function markEnd(text: string, at: number, tables: WordTables): number {
  const mark = text.charAt(at);
  const next = at + 1;
  switch (mark) {
    case ".":
      if (!isWordCharacter(text, at - 1)) {
        if (isDigit(text, next)) return numberEnd(text, next, tables, -1);
        // ".com" and ".NET", but the full stop of " .He" was put on the wrong side of a space.
        if (isSpace(text, at - 1) && isLetter(text, next) && isCapital(text, next) === isCapital(text, next + 1))
          return wordEnd(text, at, next, tables, -1);
      }
      break;
    case "+":
      if (isDigit(text, next) && !isWordCharacter(text, at - 1)) return numberEnd(text, next, tables, -1);
      break;
    case "@":
      if (!isWordCharacter(text, at - 1)) return Math.max(next, behind(HANDLE, text, at));
      break;
    case "#":
      if (!isWordCharacter(text, at - 1)) return Math.max(next, behind(HASHTAG, text, at));
      break;
    case ":":
    case ";":
    case "=":
    case "^":
    case "<": {
      const face = isWordCharacter(text, at - 1) ? -1 : behind(EMOTICON, text, at);
      if (face > 0) return face;
      break;
    }
  }
  const run = RUNS.get(mark);
  if (run !== undefined) {
    let stop = next;
    while (stop < text.length && run.includes(text.charAt(stop))) stop++;
    return stop;
  }
  if (text.charCodeAt(at) < 0x80) return next;
  const emoji = behind(EMOJI, text, at);
  if (emoji > 0) return emoji;
  return surrogateEnd(text, at);
}

/** Letters beyond the basic plane stand together as a word; any other pair is one token. */
function surrogateEnd(text: string, at: number): number {
  let stop = at;
  for (;;) {
    const code = text.codePointAt(stop);
    if (code === undefined || code < 0x10000) return Math.max(stop, at + 1);
    const isLetterBeyond = /\p{L}/u.test(String.fromCodePoint(code));
    if (!isLetterBeyond && stop > at) return stop;
    stop += 2;
    if (!isLetterBeyond) return stop;
  }
}
