import { type Doc, sentenceOf, wordAt } from "../../language/index.js";
import type { Span } from "../../model/index.js";
import { type Quotation, quotationsOver } from "../quotations.js";

/**
 * Content with its quotations whole: a quotation of several sentences is attributed by one cue (`"A. B," he said`), so a piece that ends
 * inside one runs to its end, and a piece that the cue closes begins where the quotation begins. Quotations in which the cue itself stands
 * stay out of it.
 */
export function wholeQuotations(quotations: readonly Quotation[], content: readonly Span[], cue: Span): Span[] {
  return content.map((piece) => {
    let { start, end } = piece;
    for (const quotation of quotations) {
      if (quotation.depth > 0 || (quotation.start <= cue.start && cue.end <= quotation.end)) continue;
      const crosses = quotation.start < cue.start && cue.end < quotation.end;
      if (crosses) continue;
      const opensHere = quotation.start >= start && quotation.start < end;
      const closesHere = quotation.end > start && quotation.end <= end + 1;
      if (opensHere && quotation.end > end && !(cue.start >= end && cue.start < quotation.end)) end = quotation.end;
      if (closesHere && quotation.start < start && !(cue.end <= start && cue.end > quotation.start)) start = quotation.start;
      else if (quotation.start < start && quotation.end >= end && !(cue.start < start && cue.start > quotation.start))
        start = quotation.start;
    }
    return { start, end };
  });
}

/** Whether `inner` lies in one of the pieces. */
export const covers = (content: readonly Span[], inner: Span): boolean =>
  content.some((piece) => piece.start <= inner.start && inner.end <= piece.end);

/**
 * direct, mixed or indirect, by how much of the content stands between marks (guidelines, "Parts"). Marks round a name or title of up to
 * three capitalised words do not count; a statement inside a quotation is judged by its own inner marks.
 */
export function modeOf(text: string, all: readonly Quotation[], content: readonly Span[]): "direct" | "indirect" | "mixed" {
  const quotations = [...new Set(content.flatMap((piece) => quotationsOver(all, piece)))];
  const inside = quotations.filter((outer) => content.every((piece) => outer.start < piece.start && piece.end < outer.end));
  const depth = inside.length === 0 ? 0 : Math.max(...inside.map((outer) => outer.depth)) + 1;
  const marks = quotations.filter((quotation) => quotation.depth >= depth && !isLabel(text.slice(quotation.start + 1, quotation.end - 1)));
  let quoted = 0;
  let plain = 0;
  for (const { start, end } of content) {
    for (let i = start; i < end; i++) {
      if (!/[\p{L}\p{N}]/u.test(text[i])) continue;
      if (marks.some((mark) => mark.start <= i && i < mark.end)) quoted++;
      else plain++;
    }
  }
  return quoted === 0 ? "indirect" : plain === 0 ? "direct" : "mixed";
}

const isLabel = (words: string): boolean => {
  const parts = words.trim().split(/\s+/);
  return parts.length <= 3 && parts.every((part) => /^\p{Lu}/u.test(part)) && !/[.,!?]$/.test(words.trim());
};

/** Whether the quotation makes whole sentences: it begins where a sentence does, and nothing but it stands in the sentences it covers. */
export function isFreeStanding(doc: Doc, quotation: Quotation): boolean {
  const first = wordAt(doc, quotation.start);
  const last = Math.max(first, wordAt(doc, quotation.end - 1));
  if (first >= doc.length) return false;
  const to = Math.min(last, doc.length - 1);
  return doc.sentences[sentenceOf(doc, first)] === first && doc.sentences[sentenceOf(doc, to) + 1] - 1 === to;
}
