import type { Doc } from "./doc.js";
import { sentenceStarts } from "./sentences.js";
import type { WordTables } from "./tables.js";
import { tokeniser, WordList } from "./tokens.js";

/** A text cut into words and sentences: a `Doc` before it is tagged, parsed and searched for names. */
export type Words = Pick<Doc, "text" | "length" | "start" | "end" | "joined" | "sentences" | "blockOf">;

/** A run of the text that is read as one paragraph, `[start, end)` in UTF-16 code units. No sentence crosses its edges. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts the blocks of a text into sentences and words, as Universal Dependencies v2 does. `blocks` ascend and do not overlap (a `RangeError`
 * names the first that does not fit); a block without words has no sentence. What stands outside the blocks is not read. Linear time.
 */
export function segment(text: string, blocks: readonly Block[], tables: WordTables): Words {
  const words = new WordList();
  const tokenise = tokeniser(text, tables, words);
  const sentences: number[] = [];
  const blockOf: number[] = [];
  let behind = 0;
  blocks.forEach(({ start, end }, block) => {
    if (start < behind || end < start || end > text.length)
      throw new RangeError(`Block ${block} [${start}, ${end}) overlaps the one before or leaves the text of ${text.length} code units`);
    behind = end;
    const from = words.length;
    tokenise(start, end);
    for (const first of sentenceStarts(text, words, from, words.length, tables)) {
      sentences.push(first);
      blockOf.push(block);
    }
  });
  return {
    text,
    length: words.length,
    start: words.start.slice(0, words.length),
    end: words.end.slice(0, words.length),
    joined: words.joined.slice(0, words.length),
    sentences: Uint32Array.from([...sentences, words.length]),
    blockOf: Uint32Array.from(blockOf),
  };
}
