import { uposOf } from "../../language/index.js";
import type { Span } from "../../model/index.js";
import type { Quotation } from "../quotations.js";
import type { Syntax } from "../syntax.js";
import type { Context } from "./content-context.js";

/**
 * From words to the span of the guidelines: no joining comma or colon at the edges, no full stop behind indirect content, quotation marks
 * whole: a closing mark just behind the last word and the stop or comma inside it are taken in, an opening one just before the first as well.
 */
export function tidy({ syntax, quotations }: Context, first: number, last: number): Span | null {
  const { doc } = syntax;
  if (first > last) return null;
  let start = doc.start[first];
  let end = doc.end[last];
  const text = doc.text;
  const closing = (): Quotation | undefined => quotations.find((q) => q.end === end && q.start >= start);
  for (;;) {
    if (end <= start) return null;
    const character = text[end - 1];
    if (/\s/.test(character) || (/[,;:.—–-]/.test(character) && !endsAbbreviation(syntax, end))) end--;
    else if (/["”’'»]/.test(character) && !closing() && quotations.every((q) => q.end !== end)) end--;
    else break;
  }
  while (start < end && /[\s,;:—–-]/.test(text[start])) start++;
  // Quotation marks that the words leave half outside.
  for (const { start: from, end: to, closed } of quotations) {
    if (!closed) continue;
    if (from >= start && from < end && to > end && /^[.,!?;\s]*["”’'»]+$/.test(text.slice(end, to))) end = to;
    if (to <= end && to > start && from < start && /^["“‘'”«]+\s*$/.test(text.slice(from, start))) start = from;
  }
  return start < end ? { start, end } : null;
}

/** Whether the full stop before `end` belongs to a word ("the U.S."). */
function endsAbbreviation({ doc }: Syntax, end: number): boolean {
  let low = 0;
  let high = doc.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.end[middle] < end) low = middle + 1;
    else high = middle;
  }
  return low < doc.length && doc.end[low] === end && doc.end[low] - doc.start[low] > 1 && uposOf(doc, low) !== "PUNCT";
}
