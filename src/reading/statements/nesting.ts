import type { Span } from "../../model/index.js";

/** What has a cue and content: a statement at any stage. */
interface Stated {
  readonly cueSpan: Span;
  readonly content: readonly Span[];
}

/** Whether a span lies within one of many, asked in the logarithm of their number. */
export function coverage(spans: readonly Span[]): (inner: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const farthest = new Float64Array(sorted.length);
  for (const [i, { end }] of sorted.entries()) farthest[i] = Math.max(end, i > 0 ? farthest[i - 1] : 0);
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle].start <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && farthest[low - 1] >= end;
  };
}

/** Characters of a content. */
export const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** For each statement the number of the one with the smallest content that holds its cue; -1 for none. */
export function parentsOf(all: readonly Stated[]): number[] {
  const sizes = all.map(({ content }) => sizeOf(content));
  const pieces = all.flatMap(({ content }, i) => content.map(({ start, end }) => ({ start, end, i }))).sort((a, b) => a.start - b.start);
  const cues = all.map(({ cueSpan }, i) => ({ ...cueSpan, i })).sort((a, b) => a.start - b.start);
  const parents = all.map(() => -1);
  let open: typeof pieces = [];
  let next = 0;
  for (const cue of cues) {
    while (next < pieces.length && pieces[next].start <= cue.start) open.push(pieces[next++]);
    open = open.filter(({ end }) => end > cue.start);
    for (const { i, end } of open) {
      // What is nested is smaller than what it is nested in; so no two can each be the other's parent, nor any ring of them.
      if (end < cue.end || sizes[i] <= sizes[cue.i]) continue;
      const parent = parents[cue.i];
      if (parent < 0 || sizes[i] < sizes[parent] || (sizes[i] === sizes[parent] && i < parent)) parents[cue.i] = i;
    }
  }
  return parents;
}
