import { formOf, sentenceOf, uposOf, wordsOf, xposOf } from "../../../language/index.js";
import type { Span } from "../../../model/index.js";
import { quotationsOver } from "../../quotations.js";
import type { Reading } from "../../reading.js";
import type { CueCandidate } from "../cues/index.js";
import { type Paragraph, paragraphsOf } from "./paragraphs.js";

/** A cue whose words are the paragraph behind its own. */
export interface Introduced {
  readonly cue: CueCandidate;
  readonly content: Span;
}

/**
 * Paragraphs that end with a cue and a colon ("The ministry said in a statement:"), each with the quotation that opens the next paragraph, or with that
 * paragraph itself where it has no marks and nobody else is on record in it. Never more than one paragraph: quotations carry themselves on.
 */
export function introducedBy(reading: Reading, cues: readonly CueCandidate[]): Introduced[] {
  const { doc } = reading;
  const paragraphs = paragraphsOf(doc);
  const bySentence = new Map<number, CueCandidate[]>();
  for (const cue of cues) {
    const sentence = sentenceOf(doc, cue.word);
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), cue]);
  }
  return paragraphs.slice(0, -1).flatMap((paragraph, i): Introduced[] => {
    if (formOf(doc, paragraph.last) !== ":") return [];
    const cue = (bySentence.get(sentenceOf(doc, paragraph.last)) ?? []).findLast((one) => opens(reading, one, paragraph.last));
    const content = cue && contentIn(reading, paragraphs[i + 1], cues);
    return cue && content ? [{ cue, content }] : [];
  });
}

/** Whether a cue may be what a colon at the end of its paragraph stands for: nothing that it could govern has a verb of its own. */
function opens({ doc }: Reading, { kind, frame, words }: CueCandidate, colon: number): boolean {
  if (kind !== "verb" || frame.class !== "speech" || !frame.takes.has("quote")) return false;
  for (let word = Math.max(...words) + 1; word < colon; word++) if (["VBD", "VBZ", "VBP", "MD"].includes(xposOf(doc, word))) return false;
  return true;
}

function contentIn(reading: Reading, next: Paragraph, cues: readonly CueCandidate[]): Span | null {
  const { doc, quotations } = reading;
  const quotation = quotationsOver(quotations, { start: next.start, end: next.start + 1 }).find(
    ({ depth, start }) => depth === 0 && start === next.start,
  );
  if (quotation !== undefined) {
    // `Lund told reporters: ¶ “It is shut,” she said.` has a cue of its own.
    const isTaken =
      quotation.end < next.end &&
      cues.some(({ word }) => doc.start[word] >= quotation.end && word <= wordsOf(doc, sentenceOf(doc, next.first)).last);
    return isTaken ? null : { start: quotation.start, end: quotation.end };
  }
  const isList = /^(?:[-–—•*·]|\d+[.)]|\([a-z\d]\))/.test(doc.text.slice(next.start, next.start + 4));
  if (isList) return null;
  // A paragraph in which somebody else is on record is the story's own.
  const isTold = cues.some(({ word, kind, frame, source }) => {
    if (word < next.first || word > next.last || kind !== "verb" || frame.class !== "speech") return false;
    return source >= 0 && uposOf(doc, source) !== "PRON";
  });
  return isTold ? null : { start: next.start, end: next.end };
}
