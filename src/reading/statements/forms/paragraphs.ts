import { type Doc, sentenceCount } from "../../../language/index.js";
import type { Span } from "../../../model/index.js";

/** A block of the doc as its words and its stretch of the text. */
export interface Paragraph extends Span {
  readonly first: number;
  readonly last: number;
}

/** The blocks of a doc that have words, in text order. */
export function paragraphsOf(doc: Doc): Paragraph[] {
  const found: Paragraph[] = [];
  let from = 0;
  for (let sentence = 1; sentence <= sentenceCount(doc); sentence++) {
    if (sentence < sentenceCount(doc) && doc.blockOf[sentence] === doc.blockOf[from]) continue;
    const first = doc.sentences[from];
    const last = doc.sentences[sentence] - 1;
    found.push({ first, last, start: doc.start[first], end: doc.end[last] });
    from = sentence;
  }
  return found;
}
