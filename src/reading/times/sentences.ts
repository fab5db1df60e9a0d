import { type Doc, sentenceCount, wordAt } from "../../language/index.js";
import type { Span } from "../../model/index.js";

/** A full stop behind these ends no sentence. */
const ABBREVIATED =
  /(?:^|[\s(.])(?:\p{L}|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Rev|Prof|St|No|Nos|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)$/u;

/**
 * The sentences of a block: those of the doc where it covers the block, else cut at full stops before capitals. They only bound how far a cue
 * or a day named beside a time may reach, so a wrong cut costs little.
 */
export function sentencesIn(text: string, block: Span, doc: Doc | null): Span[] {
  if (doc !== null) {
    const inDoc = docSentences(doc, block);
    if (inDoc.length > 0) return inDoc;
  }
  const found: Span[] = [];
  let start = block.start;
  const ends = /[.!?]["”’')]{0,2}\s+(?=[“"‘'([]{0,2}\p{Lu})/gu;
  const words = text.slice(block.start, block.end);
  for (const match of words.matchAll(ends)) {
    const at = block.start + match.index;
    if (text[at] === "." && ABBREVIATED.test(text.slice(Math.max(start, at - 10), at))) continue;
    const end = at + match[0].length;
    found.push({ start, end });
    start = end;
  }
  if (start < block.end) found.push({ start, end: block.end });
  return found;
}

function docSentences(doc: Doc, block: Span): Span[] {
  const found: Span[] = [];
  const first = wordAt(doc, block.start);
  if (first >= doc.length || doc.start[first] >= block.end) return found;
  for (let s = sentenceHolding(doc, first); s < sentenceCount(doc) && doc.start[doc.sentences[s]] < block.end; s++) {
    const start = Math.max(block.start, doc.start[doc.sentences[s]]);
    const end = Math.min(block.end, doc.end[doc.sentences[s + 1] - 1]);
    found.push({ start, end });
  }
  return found;
}

function sentenceHolding(doc: Doc, word: number): number {
  let low = 0;
  let high = sentenceCount(doc) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (doc.sentences[middle] <= word) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the last sentence that begins at or before an offset; 0 if none does. */
export function sentenceIndex(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
