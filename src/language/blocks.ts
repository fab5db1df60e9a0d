import { isSpace } from "./characters.js";
import type { Block } from "./words.js";

/** Lines at least this long, in code units, of which most break before a word that would not have fitted, are taken for hard-wrapped. */
const SHORTEST_WRAP = 40;
const LONGEST_WRAP = 100;

/**
 * The paragraphs of a text whose makers did not say where they are. Each line is one, trimmed, blank ones skipped; but in a text that was
 * broken at a fixed width (mail, old wire feeds) blank lines part the paragraphs, and the lines between them are one.
 */
export function blocksOf(text: string): Block[] {
  const lines = linesOf(text);
  if (!isHardWrapped(text, lines)) return lines.filter((line) => line.end > line.start);
  const blocks: Block[] = [];
  let open: { start: number; end: number } | null = null;
  for (const line of lines) {
    if (line.end === line.start) open = null;
    else if (open) open.end = line.end;
    else {
      open = { start: line.start, end: line.end };
      blocks.push(open);
    }
  }
  return blocks;
}

/** Lines without the white space at their edges. LF, CRLF, CR and the separators U+2028 and U+2029 end a line. */
function linesOf(text: string): Block[] {
  const lines: Block[] = [];
  const add = (from: number, to: number) => {
    let start = from;
    let end = to;
    while (start < end && isSpace(text, start)) start++;
    while (end > start && isSpace(text, end - 1)) end--;
    lines.push({ start, end });
  };
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(/\r\n?|[\n\u2028\u2029]/g)) {
    add(from, index);
    from = index + mark.length;
  }
  add(from, text.length);
  return lines;
}

/**
 * Whether the lines were broken at a width. Then, wherever a line is followed by another, the next line's first word would not have fitted
 * behind it within the longest line: true of nine lines in ten, in a text whose longest line is of a width that people break at.
 */
function isHardWrapped(text: string, lines: readonly Block[]): boolean {
  let width = 0;
  for (const { start, end } of lines) width = Math.max(width, end - start);
  if (width < SHORTEST_WRAP || width > LONGEST_WRAP) return false;
  let breaks = 0;
  let forced = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (line.end === line.start || next.end === next.start) continue;
    breaks++;
    let word = next.start;
    while (word < next.end && !isSpace(text, word)) word++;
    if (line.end - line.start + 1 + word - next.start > width - 2) forced++;
  }
  return breaks >= 2 && forced >= 0.7 * breaks;
}
