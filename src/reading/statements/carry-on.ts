import { sentenceOf } from "../../language/index.js";
import type { Span } from "../../model/index.js";
import { type Quotation, quotationsOver } from "../quotations.js";
import type { Reading } from "../reading.js";
import type { Candidate } from "./drafts.js";
import { coverage } from "./nesting.js";
import { isFreeStanding } from "./quoted.js";

/** Characters between a statement and a quotation that carries it on: within a paragraph, and over the end of one. */
const FARTHEST_WITHIN = 600;
const FARTHEST_ACROSS = 300;

/**
 * Quotations that make whole sentences and have no cue of their own carry on the statement before them: in the same paragraph, or at the
 * start of the next where that one was left open or its quotation ended the paragraph (guidelines, "What is one statement").
 */
export function continued(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const { doc, quotations, story } = reading;
  const contents: Span[][] = candidates.map(({ content }) => [...content]);
  const covered = coverage(contents.flat());
  const speaking = candidates.map(({ cue, cueSpan }, i) => cue.kind === "verb" && !covered(cueSpan) && contents[i].length > 0);
  const endOf = (i: number): number => Math.max(candidates[i].cueSpan.end, ...contents[i].map(({ end }) => end));
  const order = [...candidates.keys()].filter((i) => speaking[i]).sort((a, b) => endOf(a) - endOf(b));
  const taken = quotationsTaken(quotations, candidates);
  let next = 0;
  let before = -1;
  for (const quotation of quotations) {
    if (quotation.depth > 0) continue;
    while (next < order.length && endOf(order[next]) <= quotation.start) {
      if (before < 0 || endOf(order[next]) >= endOf(before)) before = order[next];
      next++;
    }
    if (!isFreeStanding(doc, quotation) || taken.has(quotation)) continue;
    const speaker = before < 0 ? -1 : quotedAlongside(reading, candidates, contents, order, next, before);
    if (speaker < 0 || !mayCarryOn(reading, candidates[speaker], contents[speaker], quotation)) continue;
    const pieces = contents[speaker];
    const last = pieces[pieces.length - 1];
    const joins =
      /^\s*$/.test(story.text.slice(last.end, quotation.start)) && isQuoted(reading, { start: last.start, end: last.start + 1 });
    if (joins) pieces[pieces.length - 1] = { start: last.start, end: quotation.end };
    else pieces.push({ start: quotation.start, end: quotation.end });
    before = speaker;
  }
  return candidates.map((candidate, i) => ({ ...candidate, content: contents[i] }));
}

/** Quotations that some statement made outside of them has words of already. What is said within one does not make it anybody's. */
function quotationsTaken(quotations: readonly Quotation[], candidates: readonly Candidate[]): ReadonlySet<Quotation> {
  const taken = new Set<Quotation>();
  for (const { content, cueSpan } of candidates)
    for (const piece of content)
      for (const quotation of quotationsOver(quotations, piece))
        if (!(quotation.start <= cueSpan.start && cueSpan.end <= quotation.end)) taken.add(quotation);
  return taken;
}

/**
 * Whose words go on: those of the last statement, or of one in the same sentence that was quoted before its cue
 * (`"…," said Lund, who told friends that …. "…"` is Lund's, not that of what is told of her).
 */
function quotedAlongside(
  reading: Reading,
  candidates: readonly Candidate[],
  contents: readonly (readonly Span[])[],
  order: readonly number[],
  next: number,
  last: number,
): number {
  const { doc } = reading;
  const sentence = sentenceOf(doc, candidates[last].cue.word);
  for (let at = next - 1; at >= 0 && next - at < 6; at--) {
    const other = order[at];
    if (other === last || sentenceOf(doc, candidates[other].cue.word) !== sentence) continue;
    const [first] = contents[other];
    if (first.end <= candidates[other].cueSpan.start && isQuoted(reading, first)) return other;
  }
  return last;
}

/** Whether any of a span stands in quotation marks. */
export const isQuoted = ({ quotations }: Reading, span: Span): boolean => quotationsOver(quotations, span).length > 0;

/** Only words already quoted are carried on across a paragraph; within one, any statement of the same paragraph is. */
function mayCarryOn(reading: Reading, { cue }: Candidate, content: readonly Span[], quotation: Span): boolean {
  const last = content[content.length - 1];
  if (quotation.start - last.end >= FARTHEST_WITHIN) return false;
  const between = reading.story.text.slice(last.end, quotation.start);
  const paragraphs = (between.match(/\n+/g) ?? []).length;
  if (paragraphs === 0) return cue.frame.takes.has("quote");
  return paragraphs === 1 && between.length < FARTHEST_ACROSS && isQuoted(reading, last);
}
