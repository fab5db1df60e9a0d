import { z } from "zod";
import { type Quote, quoteAt } from "./span.js";

/** Position in Unicode code points, half-open: W3C Web Annotation Data Model, 4.2.5. */
export const TextPositionSelector = z
  .object({ type: z.literal("TextPositionSelector"), start: z.int().nonnegative(), end: z.int().positive() })
  .readonly();
export type TextPositionSelector = z.infer<typeof TextPositionSelector>;

/** The words with up to 32 code units before and after: W3C Web Annotation Data Model, 4.2.4. Never cut inside a surrogate pair. */
export const TextQuoteSelector = z
  .object({ type: z.literal("TextQuoteSelector"), exact: z.string().min(1), prefix: z.string(), suffix: z.string() })
  .readonly();
export type TextQuoteSelector = z.infer<typeof TextQuoteSelector>;

export const Selectors = z.tuple([TextPositionSelector, TextQuoteSelector]).readonly();
export type Selectors = z.infer<typeof Selectors>;

const CONTEXT = 32;

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether an offset falls between the two halves of a surrogate pair. */
export const splitsPair = (text: string, offset: number): boolean =>
  offset > 0 && offset < text.length && isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));

/** Code points before a UTF-16 offset; a lone surrogate counts as one. An offset inside a pair counts the pair. */
export function toCodePoint(text: string, offset: number): number {
  let count = 0;
  for (let i = 0; i < offset; i++) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) i++;
    count++;
  }
  return count;
}

/** UTF-16 offset of a code point's number; the text's length for a number past its end. */
export function fromCodePoint(text: string, codePoint: number): number {
  let offset = 0;
  for (let count = 0; count < codePoint && offset < text.length; count++) {
    offset += isHigh(text.charCodeAt(offset)) && isLow(text.charCodeAt(offset + 1)) ? 2 : 1;
  }
  return offset;
}

/** Both selectors of a quote, for export and for corrections. */
export function selectorsOf(text: string, { start, end, exact }: Quote): Selectors {
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  return [
    { type: "TextPositionSelector", start: toCodePoint(text, start), end: toCodePoint(text, end) },
    {
      type: "TextQuoteSelector",
      exact,
      prefix: text.slice(splitsPair(text, from) ? from + 1 : from, start),
      suffix: text.slice(end, splitsPair(text, to) ? to - 1 : to),
    },
  ];
}

/**
 * Finds selected words in a text that may have changed: at the given position if they still stand there, else at the one
 * occurrence whose surroundings agree best with prefix and suffix (by length of the agreeing parts; ties go to the nearest).
 * Null when the words occur nowhere. A word that occurs again in wholly other surroundings is still found: the caller decides
 * whether that is the same.
 */
export function findSelected(text: string, [position, quote]: Selectors): Quote | null {
  const expected = fromCodePoint(text, position.start);
  let best: { readonly at: number; readonly agreement: number } | null = null;
  for (let at = text.indexOf(quote.exact); at >= 0; at = text.indexOf(quote.exact, at + 1)) {
    const agreement = commonSuffix(text.slice(0, at), quote.prefix) + commonPrefix(text.slice(at + quote.exact.length), quote.suffix);
    const nearer = best !== null && agreement === best.agreement && Math.abs(at - expected) < Math.abs(best.at - expected);
    if (best === null || agreement > best.agreement || nearer) best = { at, agreement };
  }
  return best && quoteAt(text, best.at, best.at + quote.exact.length);
}

function commonPrefix(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}

function commonSuffix(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[a.length - 1 - i] === b[b.length - 1 - i]) i++;
  return i;
}
