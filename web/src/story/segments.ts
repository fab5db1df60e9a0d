import type { Entry } from "./layers.js";

/** A stretch of text in which the same annotations hold, the longest first. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly entries: readonly Entry[];
}

/** `[start, end)` of a text cut wherever an annotation begins or ends. The segments cover it without gaps, so no letter is lost or told twice. */
export function segmentsOf(start: number, end: number, entries: readonly Entry[]): readonly Segment[] {
  const here = entries.flatMap((entry) =>
    entry.spans.filter((span) => span.start < end && span.end > start).map((span) => ({ entry, span })),
  );
  const cuts = [start, end, ...here.flatMap(({ span }) => [span.start, span.end])].filter((cut) => cut >= start && cut <= end);
  const edges = [...new Set(cuts)].sort((a, b) => a - b);
  const longestFirst = here.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
  return edges.slice(1).map((edge, i) => ({
    start: edges[i],
    end: edge,
    entries: longestFirst.filter(({ span }) => span.start <= edges[i] && span.end >= edge).map(({ entry }) => entry),
  }));
}
