import type { z } from "zod";
import { LexiconError, type LexiconProblem } from "./error.js";
import { foldKey } from "./phrase.js";

/**
 * What a table of `lexicon/` must look like. `row` names its columns as the header does and says what a cell of each may hold (each is
 * checked by itself: a check of the whole row would not run); `key` names those that tell rows apart, the first of which must be the first
 * column of the file.
 */
export interface TableDefinition<Schema extends z.ZodObject = z.ZodObject> {
  /** Name of the file in a lexicon folder: "countries.tsv". */
  readonly file: string;
  readonly key: readonly (keyof z.output<Schema> & string)[];
  readonly row: Schema;
}

/** A row of the table that the definition describes. */
export type RowOf<Definition> = Definition extends TableDefinition<infer Schema> ? Readonly<z.output<Schema>> : never;

/** The text of one file. `path` is what error messages call it. */
export interface TableFile {
  readonly path: string;
  readonly text: string;
}

/** Separates the cells of a key of several columns. A cell cannot hold one. */
export const KEY_SEPARATOR = "\t";

/** Gives the definition back, with its types inferred. */
export function defineTable<Schema extends z.ZodObject>(definition: TableDefinition<Schema>): TableDefinition<Schema> {
  return definition;
}

/**
 * Reads a table from its layers, the built-in file first, then a user's: a row replaces the whole earlier row of its key, in its place; a
 * line whose first cell begins with `-` takes the row of that key away. Rows come in file order, by key: the key's cells, folded with
 * `foldKey` and joined with a tab.
 *
 * The format: UTF-8; cells separated by tabs, white space at their ends ignored; lines that are empty or begin with `#` skipped; the first
 * other line names the columns. A line may end before its last columns, and a file may lack columns that may be empty.
 *
 * Throws LexiconError with every problem of all layers: columns unknown, missing or named twice, cells too many or not as the
 * schema wants, a key twice in one file or empty, a key to take away that is not there.
 */
export function loadTable<Schema extends z.ZodObject>(
  definition: TableDefinition<Schema>,
  layers: readonly TableFile[],
): ReadonlyMap<string, Readonly<z.output<Schema>>> {
  const rows = new Map<string, Readonly<z.output<Schema>>>();
  const problems: LexiconProblem[] = [];
  for (const layer of layers) {
    const { changes, problems: found } = readLayer(definition, layer);
    problems.push(...found);
    for (const { line, key, row } of changes) {
      if (row !== null) rows.set(key, row);
      else if (!rows.delete(key)) {
        problems.push({ file: layer.path, line, column: definition.key[0], value: key, message: "takes a key away that is not there" });
      }
    }
  }
  if (problems.length > 0) throw new LexiconError(problems);
  return rows;
}

/** What one line of a layer does: gives the row of a key or, with null, takes it away. */
interface Change<Row> {
  readonly line: number;
  readonly key: string;
  readonly row: Row | null;
}

interface Line {
  readonly number: number;
  readonly text: string;
}

function readLayer<Schema extends z.ZodObject>(definition: TableDefinition<Schema>, { path, text }: TableFile) {
  const changes: Change<Readonly<z.output<Schema>>>[] = [];
  const problems: LexiconProblem[] = [];
  const report = (line: number | null, column: string | null, value: string | null, message: string) =>
    problems.push({ file: path, line, column, value, message });

  const [header, ...lines] = contentLines(text);
  if (header === undefined) {
    report(null, null, null, "has no header line; its first line that is no comment must name the columns");
    return { changes, problems };
  }
  const columns = header.text.split("\t").map((name) => name.trim());
  checkHeader(definition, columns, (column, message) => report(header.number, column, header.text, message));
  // Cells cannot be told apart under a wrong header: each line would repeat the same complaint.
  if (problems.length > 0) return { changes, problems };

  const checks = Object.entries<z.ZodType>(definition.row.shape).map(([column, schema]) => [column, checkOf(schema)] as const);
  const seen = new Map<string, number>();
  for (const { number, text: line } of lines) {
    const takesAway = line.startsWith("-");
    const cells = (takesAway ? line.slice(1) : line).split("\t");
    if (cells.length > columns.length) {
      report(number, null, line, `has ${cells.length} cells where the header names ${columns.length} columns`);
      continue;
    }
    const raw: Record<string, string | null> = {};
    for (const [column] of checks) raw[column] = cells[columns.indexOf(column)]?.trim() || null;

    const missing = definition.key.find((column) => raw[column] === null);
    if (missing !== undefined) {
      report(number, missing, line, "is part of the key and must not be empty");
      continue;
    }
    const key = definition.key.map((column) => foldKey(raw[column] ?? "")).join(KEY_SEPARATOR);
    const before = seen.get(key);
    if (before !== undefined) report(number, definition.key[0], raw[definition.key[0]], `is there already, in line ${before}`);
    seen.set(key, number);

    if (takesAway) {
      changes.push({ line: number, key, row: null });
      continue;
    }
    const row: Record<string, unknown> = {};
    for (const [column, check] of checks) {
      const { success, data, error } = check(raw[column]);
      if (success) row[column] = data;
      for (const issue of error?.issues ?? []) report(number, column, raw[column], issue.message);
    }
    changes.push({ line: number, key, row: Object.freeze(row) as Readonly<z.output<Schema>> });
  }
  return { changes, problems };
}

/** Checks cells of one column. Each distinct cell is checked once: most columns have few, and checking is most of the time that loading takes. */
function checkOf(schema: z.ZodType): (value: string | null) => z.ZodSafeParseResult<unknown> {
  const results = new Map<string | null, z.ZodSafeParseResult<unknown>>();
  return (value) => {
    const known = results.get(value);
    if (known !== undefined) return known;
    const result = schema.safeParse(value);
    results.set(value, result);
    return result;
  };
}

/** Lines that are neither empty nor comments, numbered from 1 as an editor numbers them. */
function contentLines(text: string): Line[] {
  const lines: Line[] = [];
  text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line.trim() !== "" && !line.startsWith("#")) lines.push({ number: index + 1, text: line });
    });
  return lines;
}

function checkHeader(definition: TableDefinition, columns: readonly string[], report: (column: string, message: string) => void): void {
  const shape = definition.row.shape;
  const known = Object.keys(shape);
  if (columns[0] !== definition.key[0]) report(columns[0], `must be "${definition.key[0]}", the key, in the first place`);
  columns.forEach((column, index) => {
    if (!known.includes(column)) report(column, `is unknown; the table has ${known.join(", ")}`);
    else if (columns.indexOf(column) < index) report(column, "is named twice");
  });
  for (const column of known) {
    if (!columns.includes(column) && !shape[column].safeParse(null).success) report(column, "is missing");
  }
}
