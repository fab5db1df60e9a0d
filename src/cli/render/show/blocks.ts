import type { Region, Story } from "../../../model/index.js";

/** A paragraph of a story as it is shown, or a line that is in no region. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly type: Region["type"] | null;
}

/** Blocks of the whole text in order: the outermost regions, and the lines between them, so that nothing of the story is hidden. */
export function blocksOf({ text, regions }: Story): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const { type, start, end } of regions) {
    if (start < from) continue;
    blocks.push(...linesBetween(text, from, start));
    blocks.push({ type, start, end });
    from = end;
  }
  return [...blocks, ...linesBetween(text, from, text.length)];
}

function linesBetween(text: string, from: number, to: number): Block[] {
  return [...text.slice(from, to).matchAll(/[^\s].*/g)].map(({ index, 0: line }) => ({
    type: null,
    start: from + index,
    end: from + index + line.trimEnd().length,
  }));
}
