import { spanOf } from "../../language/index.js";
import type { Span } from "../../model/index.js";
import type { Reading } from "../reading.js";
import type { CueCandidate } from "./cues/index.js";

/** Spans of a cue's words, neighbours joined: "ruled out" is one span, "put … at" two. */
export function baseOfCue({ doc }: Reading, { words }: CueCandidate): Span[] {
  const spans: Span[] = [];
  let previous = -2;
  for (const word of [...words].sort((a, b) => a - b)) {
    const span = spanOf(doc, word);
    if (word === previous + 1 && spans.length > 0) spans[spans.length - 1] = { start: spans[spans.length - 1].start, end: span.end };
    else spans.push(span);
    previous = word;
  }
  return spans;
}
