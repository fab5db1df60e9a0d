import type { Span } from "../model/index.js";

/**
 * Words between quotation marks. `start` and `end` take in the marks; a quotation that its paragraph leaves open ends with the paragraph, one that runs on
 * for longer than anybody is quoted with its first sentence: there a mark is missing, and the rest of the paragraph is not to be swallowed.
 */
export interface Quotation extends Span {
  /** Whether a closing mark was found. An open one is carried on by a next paragraph that begins with a mark. */
  readonly closed: boolean;
  /** 0 for the outermost, 1 for a quotation inside a quotation. */
  readonly depth: number;
}

type Style = "double" | "single";

/** What a mark may be, by its form; a straight or ill-chosen one is judged by its neighbours. */
const MARKS: ReadonlyMap<string, Style> = new Map([
  ['"', "double"],
  ["“", "double"],
  ["”", "double"],
  ["„", "double"],
  ["«", "double"],
  ["»", "double"],
  ["‘", "single"],
  ["’", "single"],
  ["'", "single"],
]);

/** Marks of one kind belong together, if there are any of that kind. */
const kindOf = (mark: string): string => (/["'`]/.test(mark) ? "straight" : /[«»]/.test(mark) ? "angled" : "curly");

/** 2 for a double mark typed as two: "''" and "``", as some papers' feeds have them; else 1. */
const widthOf = (text: string, at: number): 1 | 2 => ((text[at] === "'" || text[at] === "`") && text[at + 1] === text[at] ? 2 : 1);

const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
const isGap = (character: string | undefined): boolean => character === undefined || /[\s([{—–-]/u.test(character);

/** Characters of a quotation of one paragraph whose closing mark is there, and of one whose closing mark is not, at most. */
const LONGEST_CLOSED = 4000;
const LONGEST_OPEN = 1200;

/** Where the first sentence ends that begins at `start`; within `LONGEST_OPEN` characters and before `end` in any case. */
function sentenceEnd(text: string, start: number, end: number): number {
  const words = text.slice(start, Math.min(end, start + LONGEST_OPEN));
  const first = /[.!?…](?=\s)/.exec(words);
  return start + (first === null ? words.length : first.index + 1);
}

/**
 * Quotations of one block of text, outer ones first where they begin at one place, in order of their start.
 *
 * Marks are told apart by their place, since feeds mix them up ("”We see no reason,” he said"): one behind a gap and before a word
 * opens, unless one of its style is open and nothing but a gap follows. A single mark inside a word, or behind one while no single
 * quotation is open, is an apostrophe. A single quotation that never closes is none: it was an apostrophe ("the '90s").
 */
export function quotationsIn(text: string, block: Span): Quotation[] {
  const open: { readonly style: Style; readonly start: number }[] = [];
  let found: Quotation[] = [];
  const isOpen = (style: Style): boolean => open.some((quotation) => quotation.style === style);

  for (let i = block.start; i < block.end; i++) {
    const width = widthOf(text, i);
    const style = width === 2 ? "double" : MARKS.get(text[i]);
    if (style === undefined) continue;
    const before = i > block.start ? text[i - 1] : undefined;
    const after = i + width < block.end ? text[i + width] : undefined;
    const from = i;
    i += width - 1;
    if (style === "single" && isWord(before) && isWord(after)) continue;

    // A curly closing single mark is so often an apostrophe ("the ’90s", "rock ’n’ roll") that it never opens.
    const never = text[from] === "’" && width === 1;
    const opens =
      !never && (isGap(before) || MARKS.has(before ?? "")) && !isGap(after) && !(isOpen(style) && text[from] === "”" && !isWord(after));
    if (opens && !(isOpen(style) && !isGap(before))) {
      // A second opening of a style that is open: the first was never closed, as where a paragraph's end is lost. But curly marks within straight ones
      // and straight within curly ones are a quotation inside another.
      const stale = open.findIndex((quotation) => quotation.style === style && kindOf(text[quotation.start]) === kindOf(text[from]));
      if (stale >= 0) open.splice(stale);
      open.push({ style, start: from });
      continue;
    }
    const own = open.findLastIndex((quotation) => quotation.style === style && kindOf(text[quotation.start]) === kindOf(text[from]));
    const at = own >= 0 ? own : open.findLastIndex((quotation) => quotation.style === style);
    if (at < 0) continue;
    if (style === "single" && closesLater(text, i + 1, block.end, text[open[at].start] === "'" ? "'" : "’")) continue;
    open.splice(at + 1);
    const { start } = open.pop() as { start: number };
    if (i - start < LONGEST_CLOSED) found.push({ start, end: i + 1, closed: true, depth: open.length });
    else {
      const end = sentenceEnd(text, start, i);
      found = freed(found, start, end);
      found.push({ start, end, closed: false, depth: open.length });
    }
  }
  const outermost = open.find(({ style }) => style === "double");
  if (outermost) {
    const { start } = outermost;
    const end = block.end - start < LONGEST_OPEN ? block.end : sentenceEnd(text, start, block.end);
    found = freed(found, start, end);
    found.push({ start, end, closed: false, depth: 0 });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Quotations that stood within one from `start`, which now ends at `end`: those behind that stand a level further out. */
const freed = (found: readonly Quotation[], start: number, end: number): Quotation[] =>
  found.map((inner) => (inner.start > start && inner.start >= end ? { ...inner, depth: inner.depth - 1 } : inner));

/**
 * Whether a single mark at hand is a plural possessive's ("the ministers' talks") rather than the closing mark: then a better one, behind a
 * comma or full stop, comes before the next opening mark.
 */
function closesLater(text: string, from: number, end: number, mark: string): boolean {
  const previous = text[from - 2];
  if (!isWord(previous) || /[\s]/.test(text[from] ?? "") === false) return false;
  if (previous !== "s") return false;
  const limit = Math.min(end, from + 400);
  for (let i = from; i < limit; i++) {
    if (text[i] === "‘" || text[i] === "“" || text[i] === '"') return false;
    if (text[i] === mark && !isWord(text[i + 1]) && /[.,!?;]/.test(text[i - 1])) return true;
  }
  return false;
}

/** The innermost quotation that holds all of `span`, or null. */
export function quotationAround(quotations: readonly Quotation[], span: Span): Quotation | null {
  let innermost: Quotation | null = null;
  for (const quotation of quotations) {
    if (quotation.start > span.start) break;
    if (span.end <= quotation.end) innermost = quotation;
  }
  return innermost;
}

/** Those of many quotations, in order of their start, that share a character with `span`. Looks at these only and finds them by halving. */
export function quotationsOver(quotations: readonly Quotation[], span: Span): readonly Quotation[] {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle].start < span.start) low = middle + 1;
    else high = middle;
  }
  // What began before may reach in: back to the outermost one, beside which nothing before it is open.
  let first = low;
  while (first > 0 && quotations[first - 1].depth > 0) first--;
  if (first > 0) first--;
  const found: Quotation[] = [];
  for (let i = first; i < quotations.length && quotations[i].start < span.end; i++)
    if (quotations[i].end > span.start) found.push(quotations[i]);
  return found;
}
