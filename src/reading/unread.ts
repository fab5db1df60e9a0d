import { lemmaOf, sentenceCount, spanOf, uposOf, wordsOf } from "../language/index.js";
import { quoteAt, type Statement, type Unread } from "../model/index.js";
import { touching } from "./nearby.js";
import { quotationsOver } from "./quotations.js";
import type { Reading } from "./reading.js";

/**
 * Sentences that promised a statement and gave none: they hold a verb that the reporting table knows for speech with a quotation, or words
 * between quotation marks, and no statement touches them. What the reader did not understand is said, not hidden.
 */
export function unreadSentences({ story, doc, knowledge, quotations }: Reading, statements: readonly Statement[]): Unread[] {
  const found: Unread[] = [];
  const isTouched = touching(statements.flatMap(({ anchor, cue }) => [...anchor, ...(cue ?? [])]));
  for (let s = 0; s < sentenceCount(doc); s++) {
    const { first, last } = wordsOf(doc, s);
    const sentence = spanOf(doc, first, last);
    if (isTouched(sentence)) continue;
    const words = [];
    for (let word = first; word <= last; word++) {
      const row = uposOf(doc, word) === "VERB" ? knowledge.lexicon.reportingVerbs.get(lemmaOf(doc, word)) : undefined;
      // A verb that reports nothing but quotations ("continued") promises none where nothing is quoted.
      if (row?.class === "speech" && row.takes.includes("quote") && row.takes.includes("clause")) words.push(spanOf(doc, word));
    }
    const spoken = words.length > 0;
    const quoted = quotationsOver(quotations, sentence).find(({ start, end, depth }) => depth === 0 && end - start > 20);
    if (!spoken && !quoted) continue;
    found.push({
      sentence: quoteAt(story.text, sentence.start, sentence.end),
      words: (spoken ? words : [sentence]).map(({ start, end }) => quoteAt(story.text, start, end)),
      reason: spoken
        ? `no statement was read for “${words.map((word) => story.text.slice(word.start, word.end)).join("”, “")}”`
        : "a quotation without a source",
    });
  }
  return found;
}
