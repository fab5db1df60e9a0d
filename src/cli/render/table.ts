import { type Line, lineWidth, type Piece, padEnd, padStart, paint, piece, widthOf, wrap } from "./styled.js";
import type { Theme } from "./theme.js";

export interface Column {
  readonly head: string;
  /** Columns on the screen below which it is not narrowed. */
  readonly min: number;
  /** Numbers stand at the right. */
  readonly align?: "right";
}

export type Cell = string | Piece | Line;

/** How wide each column of a table is; null where the terminal is too narrow for columns, and each row is a short list instead. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly widths: readonly number[] | null;
  readonly width: number;
  readonly theme: Theme;
}

const GAP = 2;

/**
 * Widths for a table within `width` columns of a terminal, from a sample of its rows: the widest columns give way first, none below its
 * least width. Rows beyond the sample are wrapped to the same widths, so that a long list need not be held.
 */
export function layoutOf(columns: readonly Column[], sample: readonly (readonly Cell[])[], width: number, theme: Theme): Layout {
  const widths = columns.map(({ head }, i) => Math.max(widthOf(head), ...sample.map((row) => lineWidth(lineOf(row[i])))));
  const room = width - GAP * (columns.length - 1);
  let excess = widths.reduce((sum, w) => sum + w, 0) - room;
  while (excess > 0) {
    const widest = widths.reduce((best, w, i) => (w > columns[i].min && (best < 0 || w > widths[best]) ? i : best), -1);
    if (widest < 0) return { columns, widths: null, width, theme };
    // Down to the next widest at once, or by what is missing; one column at a time would be slow for cells of a whole paragraph.
    const next = Math.max(columns[widest].min, ...widths.filter((w, i) => i !== widest && w < widths[widest]));
    const step = Math.max(1, Math.min(excess, widths[widest] - next));
    widths[widest] -= step;
    excess -= step;
  }
  return { columns, widths, width, theme };
}

/** The line of heads; none for a table that is too narrow for columns. */
export function headLines({ columns, widths, theme }: Layout): string[] {
  if (widths === null) return [];
  return [theme.dim(join(columns.map((column, i) => aligned([piece(column.head)], column, widths[i]))))];
}

/** One row: a line or, where cells are wrapped, several. */
export function rowLines({ columns, widths, width, theme }: Layout, row: readonly Cell[]): string[] {
  if (widths === null) return stacked(columns, row, width, theme);
  const cells = row.map((cell, i) => wrap(lineOf(cell), Math.max(1, widths[i])));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => join(columns.map((column, i) => aligned(cells[i][line] ?? [], column, widths[i]))));
}

/** A whole table at once. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], width: number, theme: Theme): string[] {
  const layout = layoutOf(columns, rows, width, theme);
  return [...headLines(layout), ...rows.flatMap((row) => rowLines(layout, row))];
}

function stacked(columns: readonly Column[], row: readonly Cell[], width: number, theme: Theme): string[] {
  const heads = Math.max(...columns.map(({ head }) => widthOf(head)));
  const lines = columns.flatMap(({ head }, i) => {
    const line = lineOf(row[i]);
    if (lineWidth(line) === 0) return [];
    return wrap(line, Math.max(10, width - heads - GAP)).map((part, n) =>
      `${theme.dim(padEnd([piece(n === 0 ? head : "")], heads))}${" ".repeat(GAP)}${paint(part)}`.trimEnd(),
    );
  });
  return [...lines, ""];
}

const lineOf = (cell: Cell): Line => (typeof cell === "string" ? [piece(cell)] : "text" in cell ? [cell] : cell);

const aligned = (line: Line, { align }: Column, width: number): string => (align === "right" ? padStart(line, width) : padEnd(line, width));

const join = (cells: readonly string[]): string => cells.join(" ".repeat(GAP)).trimEnd();
