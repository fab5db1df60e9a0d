/** What can be bound to a SQL parameter. */
export type SqlValue = string | number | bigint | null | Uint8Array;

export interface SqlStatement {
  /** Whether it gives rows: a SELECT, a PRAGMA that answers, an INSERT … RETURNING. */
  readonly reader: boolean;
  all(parameters: readonly SqlValue[]): unknown[];
  run(parameters: readonly SqlValue[]): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
  iterate(parameters: readonly SqlValue[]): Iterable<unknown>;
}

/** An embedded SQLite with FTS5, of whatever make. Synchronous, as both makes are. */
export interface SqlDriver {
  prepare(sql: string): SqlStatement;
  /** Runs statements that give no rows. */
  exec(sql: string): void;
  close(): void;
  /** SQLite's primary result code (https://sqlite.org/rescode.html) of an error that this driver threw; null for any other error. */
  resultCode(error: unknown): number | null;
}

export const DRIVERS = ["libsql", "node"] as const;
export type DriverName = (typeof DRIVERS)[number];

/** Milliseconds that SQLite itself waits for a lock, blocking the thread; longer waiting is done without blocking, see `patiently`. */
export const BLOCKING_WAIT = 50;

/**
 * Opens a database file, creating it when there is none. `name` defaults to `$ONRECORD_SQLITE`, else "libsql"; "node" is the SQLite that
 * comes with Node 22.13 and later. Throws `RangeError` for another name.
 */
export async function openDriver(path: string, name: string = process.env.ONRECORD_SQLITE || "libsql"): Promise<SqlDriver> {
  // Imported on demand: a machine without a libsql binary can still use Node's own SQLite, and Node 20 has none.
  if (name === "libsql") return (await import("./driver-libsql.js")).openLibsql(path);
  if (name === "node") return (await import("./driver-node.js")).openNodeSqlite(path);
  throw new RangeError(`ONRECORD_SQLITE is "${name}"; it must be one of ${DRIVERS.join(", ")}`);
}
