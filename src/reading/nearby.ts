import { type Doc, sentenceOf, spanOf, wordsOf } from "../language/index.js";
import type { Span, Time } from "../model/index.js";

/** Those of many things, given in the order of their start, that start in `[start, end)`. Finds the first by halving. */
export function startingIn<Thing>(things: readonly Thing[], startOf: (thing: Thing) => number, { start, end }: Span): readonly Thing[] {
  const first = firstWhere(things.length, (i) => startOf(things[i]) >= start);
  let last = first;
  while (last < things.length && startOf(things[last]) < end) last++;
  return things.slice(first, last);
}

/** Those of a story's times, in text order, that begin in the sentence of a word. */
export function timesBeside(doc: Doc, word: number, times: readonly Time[]): readonly Time[] {
  const { first, last } = wordsOf(doc, sentenceOf(doc, word));
  return startingIn(times, ({ anchor }) => anchor[0].start, spanOf(doc, first, last));
}

/**
 * Tells for any span which of many things, each of one piece or more, hold it in a piece: their numbers, ascending. Sorts the pieces once; a question then
 * looks only at those that begin before the span and may reach it, not at all of a long text.
 */
export function thingsAround(things: readonly (readonly Span[])[]): (span: Span) => readonly number[] {
  const pieces = things.flatMap((spans, thing) => spans.map(({ start, end }) => ({ start, end, thing }))).sort((a, b) => a.start - b.start);
  const farthest = farthestEnds(pieces);
  return ({ start, end }) => {
    const found = new Set<number>();
    for (let i = firstWhere(pieces.length, (k) => pieces[k].start > start) - 1; i >= 0 && farthest[i] >= end; i--)
      if (pieces[i].end >= end) found.add(pieces[i].thing);
    return [...found].sort((a, b) => a - b);
  };
}

/** The number of the smallest thing that holds a span, the earlier of two alike; -1 for none. */
export function innermostOf(things: readonly (readonly Span[])[]): (span: Span) => number {
  const around = thingsAround(things);
  const sizes = things.map((spans) => spans.reduce((size, { start, end }) => size + end - start, 0));
  return (span) => around(span).reduce((best, thing) => (best < 0 || sizes[thing] < sizes[best] ? thing : best), -1);
}

/** Tells for any span whether it shares a character with one of many. */
export function touching(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const farthest = farthestEnds(sorted);
  return ({ start, end }) => {
    // Of those that begin before the span ends, one reaches into it, if any.
    const before = firstWhere(sorted.length, (i) => sorted[i].start >= end);
    return before > 0 && farthest[before - 1] > start;
  };
}

/** For each span, given in the order of their start, the farthest end of it and all before it. */
function farthestEnds(sorted: readonly Span[]): Float64Array {
  const farthest = new Float64Array(sorted.length);
  for (const [i, { end }] of sorted.entries()) farthest[i] = Math.max(end, i > 0 ? farthest[i - 1] : 0);
  return farthest;
}

/** The first of `length` numbers for which a condition holds that holds for all behind it, too; `length` where it holds for none. */
function firstWhere(length: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
