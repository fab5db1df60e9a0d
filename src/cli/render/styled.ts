import stringWidth from "string-width";
import type { Style } from "./theme.js";

/** A stretch of a line in one style. Its text is clean (see `clean`), so its width is what it takes on the screen. */
export interface Piece {
  readonly text: string;
  readonly style?: Style;
  /** Offset in the story's text of the first character, for pieces that are the story's own words. */
  readonly at?: number;
}

export type Line = readonly Piece[];

const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
const INVISIBLE_DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text that may be put on a terminal: line ends, tabs and other control characters become spaces, one for one, so that no story can move
 * the cursor or recolour the screen. Characters that turn the writing direction round become spaces too. Length stays the same.
 */
export const clean = (text: string): string => text.replace(CONTROLS, " ").replace(INVISIBLE_DIRECTIONS, " ");

export function piece(text: string, style?: Style, at?: number): Piece {
  return { text: clean(text), ...(style && { style }), ...(at !== undefined && { at }) };
}

/** Columns that a text takes on a terminal: 2 for a wide letter, 0 for a combining mark. */
export const widthOf = (text: string): number => stringWidth(text, { countAnsiEscapeCodes: true });

export const lineWidth = (line: Line): number => line.reduce((sum, { text }) => sum + widthOf(text), 0);

/** A line as it is written: neighbours of one style are dressed together, so that a styled sentence can still be searched for. */
export function paint(line: Line): string {
  const runs: { text: string; readonly style: Style | undefined }[] = [];
  for (const { text, style } of line) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.style === style) last.text += text;
    else runs.push({ text, style });
  }
  return runs.map(({ text, style }) => (style && text !== "" ? style(text) : text)).join("");
}

/** A line as a string of exactly `width` columns if it is shorter; longer ones are left alone. */
export const padEnd = (line: Line, width: number): string => paint(line) + " ".repeat(Math.max(0, width - lineWidth(line)));

export const padStart = (line: Line, width: number): string => " ".repeat(Math.max(0, width - lineWidth(line))) + paint(line);

/**
 * Breaks a run of pieces into lines of at most `width` columns (1 or more), at spaces. A word that is longer than a line is cut between
 * graphemes; a grapheme that is wider than a line stands alone. Spaces at a break and runs of spaces are dropped to one and none. An empty run gives one empty line.
 */
export function wrap(pieces: Line, width: number): Line[] {
  const lines: Piece[][] = [[]];
  let used = 0;
  let space: Piece | null = null;
  const put = (part: Piece): void => {
    lines[lines.length - 1].push(part);
    used += widthOf(part.text);
  };
  for (const unit of unitsOf(pieces)) {
    if (unit.kind === "space") {
      space = used > 0 ? unit.piece : null;
      continue;
    }
    const gap = space === null ? 0 : 1;
    if (used > 0 && used + gap + lineWidth(unit.word) > width) {
      lines.push([]);
      used = 0;
    } else if (space !== null) put(space);
    space = null;
    for (const part of unit.word.flatMap((whole) => fitting(whole, width))) {
      if (used > 0 && used + widthOf(part.text) > width) {
        lines.push([]);
        used = 0;
      }
      put(part);
    }
  }
  return lines;
}

type Unit = { readonly kind: "space"; readonly piece: Piece } | { readonly kind: "word"; readonly word: Piece[] };

/** Words and the spaces between them. A word may go through several pieces: its first letters underlined, its comma not. */
function unitsOf(pieces: Line): Unit[] {
  const units: Unit[] = [];
  for (const { text, style, at } of pieces) {
    for (const match of text.matchAll(/ +|[^ ]+/g)) {
      const part = piece(match[0], style, at === undefined ? undefined : at + match.index);
      const last = units[units.length - 1];
      if (part.text.startsWith(" ")) units.push({ kind: "space", piece: { ...part, text: " " } });
      else if (last?.kind === "word") last.word.push(part);
      else units.push({ kind: "word", word: [part] });
    }
  }
  return units;
}

/** The grapheme segmenter is slow to make and seldom needed. */
let segmenter: Intl.Segmenter | undefined;

/** Code units of the longest grapheme that is kept whole in a word that must be cut: a family of emoji has a dozen. */
const LONGEST_GRAPHEME = 64;

function fitting(whole: Piece, width: number): Piece[] {
  const parts: Piece[] = [];
  let from = 0;
  while (from < whole.text.length) {
    const end = from + fittingLength(whole.text.slice(from, from + width + LONGEST_GRAPHEME), width);
    parts.push(slice(whole, from, end));
    from = end;
  }
  return parts;
}

/** Code units of the graphemes at the beginning of a text that fit into `width` columns; one grapheme at least. */
function fittingLength(text: string, width: number): number {
  if (text.length <= width && widthOf(text) <= width) return text.length;
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  let used = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    used += widthOf(segment);
    if (index > 0 && used > width) return index;
  }
  return text.length;
}

const slice = ({ text, style, at }: Piece, from: number, to: number): Piece =>
  piece(text.slice(from, to), style, at === undefined ? undefined : at + from);
