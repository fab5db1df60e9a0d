import { CompiledQuery } from "kysely";
import type { WordIndex, WordRow } from "./fts.js";
import type { Db, Tables } from "./schema.js";
import type { SHINGLE_INDEX } from "./shingle-index.js";

/** Rows an INSERT, largest first: few sizes, so that the driver keeps them all prepared. */
const CHUNKS = [32, 8, 1] as const;

type Cell = string | number | null | Uint8Array;

export const ANNOTATION_COLUMNS = [
  "seq",
  "story",
  "layer",
  "id",
  "start",
  "end",
  "exact",
  "parts",
  "type",
  "mode",
  "value",
  "confidence",
  "detail",
] as const;
export const ACTOR_COLUMNS = [
  "seq",
  "story",
  "id",
  "name",
  "kind",
  "country",
  "role",
  "affiliation",
  "mentions",
  "rule",
  "confidence",
] as const;

/** Columns of the tables that are filled by the hundred, in the order in which they are bound. */
const COLUMNS = {
  annotation_rows: [...ANNOTATION_COLUMNS, "view", "known_from", "known_to"],
  actor_rows: [...ACTOR_COLUMNS, "view", "known_from", "known_to"],
  annotation_actor_rows: ["annotation", "actor", "role"],
  unread_rows: ["story", "start", "end", "exact", "words", "reason", "known_from", "known_to"],
  stories_words: ["rowid", "words"],
  annotations_words: ["rowid", "words"],
  actors_words: ["rowid", "words"],
  stories_shingles: ["rowid", "words"],
} as const satisfies { readonly [T in keyof Tables | WordIndex | typeof SHINGLE_INDEX]?: readonly string[] };

type BulkTable = keyof typeof COLUMNS;
type BulkRow<T extends BulkTable> = T extends keyof Tables
  ? { readonly [C in (typeof COLUMNS)[T][number] & keyof Tables[T]]: Cell }
  : WordRow;

/**
 * Inserts many rows; columns that `numbers` gives, for the row's place in the list, need not be in the row. The SQL is written once a size
 * instead of being built from each row: for the fifty statements of a story Kysely's builder would take longer than SQLite.
 */
export async function insertAll<T extends BulkTable, N extends keyof BulkRow<T> = never>(
  db: Db,
  table: T,
  rows: readonly Omit<BulkRow<T>, N>[],
  numbers?: { readonly [C in N]: (place: number) => number },
): Promise<void> {
  const columns: readonly string[] = COLUMNS[table];
  const numbered = (numbers ?? {}) as Readonly<Record<string, ((place: number) => number) | undefined>>;
  let done = 0;
  for (const size of CHUNKS) {
    for (; rows.length - done >= size; done += size) {
      const parameters: Cell[] = [];
      for (let place = done; place < done + size; place++) {
        const row = rows[place] as Readonly<Record<string, Cell>>;
        for (const column of columns) parameters.push(numbered[column]?.(place) ?? row[column]);
      }
      await db.executeQuery(CompiledQuery.raw(insertSql(table, columns, size), parameters));
    }
  }
}

function insertSql(table: BulkTable, columns: readonly string[], size: number): string {
  const row = `(${columns.map(() => "?").join(", ")})`;
  return `insert into ${table} (${columns.map((column) => `"${column}"`).join(", ")}) values ${Array(size).fill(row).join(", ")}`;
}
