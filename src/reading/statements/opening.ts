import type { Span } from "../../model/index.js";
import { quotationAround } from "../quotations.js";
import type { Context } from "./content-context.js";
import type { CueCandidate } from "./cues/index.js";

/** Words that may stand between a cue and the quotation it opens: whom it is told, where, when. */
const LONGEST_LEAD = 14;

/** The same in characters, at most. */
const FARTHEST = 200;

/**
 * A quotation that the cue opens: behind a comma or colon, or directly behind the cue (`said: "…"`, `told reporters in Bern, "…"`). Mechanical, since
 * the words inside marks lead trees astray.
 */
export function quotedBehind({ syntax, quotations, cueWords }: Context, cue: CueCandidate): Span | null {
  const { doc } = syntax;
  if (!cue.frame.takes.has("quote")) return null;
  const from = Math.max(...cue.words);
  const around = quotationAround(quotations, { start: doc.start[from], end: doc.end[from] });
  const depth = around === null ? 0 : around.depth + 1;
  const quotation = quotations.find((q) => q.depth === depth && q.start >= doc.end[from] && (around === null || q.end <= around.end));
  if (!quotation) return null;
  if (quotation.start - doc.end[from] > FARTHEST) return null;
  const lead = doc.text.slice(doc.end[from], quotation.start);
  if (lead.includes("\n") || /[.!?;]\s/.test(lead.replace(/\b\p{L}\.\s/gu, ""))) return null;
  if (/^\s*[:,]?\s*$/.test(lead)) return isWholeClause(doc.text, quotation) ? { start: quotation.start, end: quotation.end } : null;
  if (!/[:,]\s*$/.test(lead) || lead.split(/\s+/).length > LONGEST_LEAD || !isWholeClause(doc.text, quotation)) return null;
  for (let word = from + 1; word < doc.length && doc.start[word] < quotation.start; word++) if (cueWords.has(word)) return null;
  return { start: quotation.start, end: quotation.end };
}

/** Whether a quotation begins as a sentence does and is more than a few words: no mere term or fragment. */
export const isWholeClause = (text: string, { start, end }: Span): boolean => {
  const words = text.slice(start, end).replace(/^["“”„«»'‘`]+/, "");
  return /^[\p{Lu}\p{N}…]/u.test(words) && (words.split(/\s+/).length > 3 || /[.!?]["”’']*$/.test(words));
};

export const isBehindColon = ({ syntax: { doc } }: Context, { start }: Span): boolean =>
  /:\s*$/.test(doc.text.slice(Math.max(0, start - 3), start));
