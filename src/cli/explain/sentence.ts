import { segment, wordTables } from "../../language/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import { contains, type Span, type Story } from "../../model/index.js";
import { blocksOf } from "../../reading/index.js";

/** The sentence, or sentences, of a story that hold a span; for one that stands in none (a dateline) its region, else its line. */
export function sentenceAround(story: Story, span: Span, lexicon: Lexicon): Span & { readonly text: string } {
  const { text, regions } = story;
  const blocks = blocksOf(story);
  const at = (start: number, end: number) => ({ start, end, text: text.slice(start, end) });
  if (blocks.some((block) => contains(block, span))) {
    const words = segment(text, blocks, wordTables(lexicon));
    let start = span.start;
    let end = span.end;
    for (let sentence = 0; sentence + 1 < words.sentences.length; sentence++) {
      const from = words.start[words.sentences[sentence]];
      const to = words.end[words.sentences[sentence + 1] - 1];
      if (from > span.end || to < span.start) continue;
      start = Math.min(start, from);
      end = Math.max(end, to);
    }
    return at(start, end);
  }
  const region = regions.findLast((one) => contains(one, span));
  if (region !== undefined) return at(region.start, region.end);
  const lineEnd = text.indexOf("\n", span.end);
  return at(text.lastIndexOf("\n", span.start - 1) + 1, lineEnd < 0 ? text.length : lineEnd);
}
