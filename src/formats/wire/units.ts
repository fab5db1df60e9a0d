import type { RegionType } from "../../model/index.js";

/** A paragraph or a line of furniture: `[start, end)` of the story's text, without white space at its edges. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** The text of the unit with each line break turned into a space, so that an offset in it is an offset from `start`. */
  readonly words: string;
  /** What markup says it is; null where only the words can tell. */
  readonly marked: RegionType | null;
}

export function unitAt(text: string, start: number, end: number, marked: RegionType | null = null): Unit {
  return { start, end, words: text.slice(start, end).replace(/[\n\u2028\u2029]/g, " "), marked };
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly indented: boolean;
}

/** Widths at which people break lines by hand or by program: typewriter lines of 40, mail of 72, terminals of up to 100. */
const WIDTHS = { least: 40, most: 100 };

/** Share of the line breaks within blocks that a fixed width must explain before a text is taken for hard-wrapped. */
const FORCED_SHARE = 0.7;

/**
 * The units of a plain text. Each line is one. But in a text that was broken at a fixed width (mail, old wire feeds), the lines between two
 * blank ones are one unit, unless a line ends well before the width, the next is indented, or `standsAlone` says that one of the two is
 * furniture, which stands on a line of its own. A line that goes on in small letters was broken early: headlines are, for the looks.
 */
export function unitsOf(text: string, standsAlone: (line: string) => boolean): Unit[] {
  const lines = linesOf(text);
  const width = wrapWidth(text, lines);
  const units: Unit[] = [];
  let start = -1;
  lines.forEach((line, i) => {
    if (line.start === line.end) return;
    if (start < 0) start = line.start;
    const next = lines[i + 1];
    const goesOn =
      width !== null &&
      next !== undefined &&
      next.start < next.end &&
      (!next.indented || line.indented) &&
      (reach(text, line, next) > 0.75 * width || /^\p{Ll}/u.test(text.slice(next.start, next.end))) &&
      !standsAlone(text.slice(line.start, line.end)) &&
      !standsAlone(text.slice(next.start, next.end));
    if (goesOn) return;
    units.push(unitAt(text, start, line.end));
    start = -1;
  });
  return units;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const { 0: raw, index } of text.matchAll(/[^\n\u2028\u2029]+|(?<=[\n\u2028\u2029])(?=[\n\u2028\u2029])/g)) {
    const words = raw.trim();
    const start = index + raw.length - raw.trimStart().length;
    lines.push(
      words === "" ? { start: index, end: index, indented: false } : { start, end: start + words.length, indented: start > index },
    );
  }
  return lines;
}

/** Length that a line would have with the next line's first word on it. */
function reach(text: string, line: Line, next: Line): number {
  const word = /^\S+/.exec(text.slice(next.start, next.end))?.[0] ?? "";
  return line.end - line.start + 1 + word.length;
}

/**
 * Width at which the text was broken; null if it was not. At a width, the next line's first word would not have fitted, and most lines break
 * within a sentence: paragraphs of a line each fail one or the other. Only blocks that end as a sentence count, since headline and
 * byline stand on short lines in any text.
 */
function wrapWidth(text: string, lines: readonly Line[]): number | null {
  let width = 0;
  for (const { start, end } of lines) width = Math.max(width, end - start);
  if (width < WIDTHS.least || width > WIDTHS.most) return null;
  const endsSentence = ({ start, end }: Line): boolean => /[.!?]["'”’)]*$/.test(text.slice(Math.max(start, end - 4), end));
  let [breaks, forced] = [0, 0];
  let block: Line[] = [];
  for (const line of [...lines, { start: 0, end: 0, indented: false }]) {
    if (line.start < line.end) {
      block.push(line);
      continue;
    }
    if (block.length > 1 && endsSentence(block[block.length - 1])) {
      breaks += block.length - 1;
      for (let i = 0; i + 1 < block.length; i++) {
        if (reach(text, block[i], block[i + 1]) > 0.9 * width && !endsSentence(block[i])) forced++;
      }
    }
    block = [];
  }
  return breaks >= 2 && forced >= FORCED_SHARE * breaks ? width : null;
}
