import type { RegionType, Span, Story } from "../model/index.js";

/** A stretch of a story that is parsed and read, and what it is in the story. */
export interface Block extends Span {
  readonly region: RegionType;
}

const READ: ReadonlySet<RegionType> = new Set(["headline", "caption", "paragraph"]);
/** Regions that stand inside a read one and are no part of its sentences. */
const FURNITURE: ReadonlySet<RegionType> = new Set(["dateline", "credit"]);

/**
 * The stretches of a story that are read for the record: headline, captions and paragraphs, without the dateline that opens a paragraph and
 * the credit that closes a caption (guidelines, table of parts). In text order.
 */
export function blocksOf({ regions, text }: Story): Block[] {
  const cuts = regions.filter(({ type }) => FURNITURE.has(type));
  return regions
    .filter(({ type }) => READ.has(type))
    .flatMap(({ type, start, end }) => {
      const inside = cuts.filter((cut) => cut.start >= start && cut.end <= end);
      const pieces: Block[] = [];
      let from = start;
      for (const cut of [...inside, { start: end, end }]) {
        const piece = trim(text, { start: from, end: cut.start });
        if (piece) pieces.push({ ...piece, region: type });
        from = Math.max(from, cut.end);
      }
      return pieces;
    });
}

function trim(text: string, { start, end }: { readonly start: number; readonly end: number }): Span | null {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from])) from++;
  while (from < to && /\s/.test(text[to - 1])) to--;
  return from < to ? { start: from, end: to } : null;
}
