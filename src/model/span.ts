import { z } from "zod";

/**
 * A stretch of a story's canonical text: half-open `[start, end)`, in UTF-16 code units (plain JavaScript string indices).
 * Never empty. In Web Annotation form offsets are code points instead: see `selectorsOf`.
 */
export const Span = z
  .object({ start: z.int().nonnegative(), end: z.int().positive() })
  .readonly()
  .refine(({ start, end }) => start < end, "a span must not be empty");
export type Span = z.infer<typeof Span>;

/** A span together with the words it covers, so that it can be checked against the text: `text.slice(start, end) === exact`. */
export const Quote = z
  .object({ start: z.int().nonnegative(), end: z.int().positive(), exact: z.string().min(1) })
  .readonly()
  .refine(({ start, end, exact }) => end - start === exact.length, "a quote must be as long as its words");
export type Quote = z.infer<typeof Quote>;

/**
 * Where an annotation stands: one quote, or several where it is broken ("We will go," he said, "today"): ascending and disjoint.
 * Not a set of alternatives: all parts together are the annotation.
 */
export const Anchor = z
  .array(Quote)
  .min(1)
  .readonly()
  .refine((parts) => parts.every((part, i) => i === 0 || parts[i - 1].end <= part.start), "parts must ascend and not overlap");
export type Anchor = z.infer<typeof Anchor>;

/** The quote of `[start, end)`. Throws `RangeError` for a span that is empty or leaves the text. */
export function quoteAt(text: string, start: number, end: number): Quote {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`Span [${start}, ${end}) is out of range for a text of ${text.length} code units`);
  }
  return { start, end, exact: text.slice(start, end) };
}

/** The anchor of one or more spans, put in order. Throws `RangeError` as `quoteAt`, and for spans that overlap. */
export function anchorAt(text: string, spans: readonly Span[]): Anchor {
  const parts = [...spans].sort((a, b) => a.start - b.start).map(({ start, end }) => quoteAt(text, start, end));
  parts.forEach((part, i) => {
    if (i > 0 && parts[i - 1].end > part.start) throw new RangeError(`Spans overlap at ${part.start}`);
  });
  return parts;
}

/** The words of an anchor; parts of a broken one joined by " … ". */
export const wordsOfAnchor = (anchor: Anchor): string => anchor.map(({ exact }) => exact).join(" … ");

/** First and last offset of an anchor, gaps included. */
export const extentOf = (anchor: Anchor): Span => ({ start: anchor[0].start, end: anchor[anchor.length - 1].end });

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `outer` covers all of `inner`; equal spans contain each other. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether each part of `inner` lies within some part of `outer`. */
export const anchorContains = (outer: Anchor, inner: Anchor): boolean =>
  inner.every((part) => outer.some((whole) => contains(whole, part)));
