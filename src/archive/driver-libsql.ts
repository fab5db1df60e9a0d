import Database from "libsql";
import { BLOCKING_WAIT, type SqlDriver, type SqlStatement, type SqlValue } from "./driver.js";

/** Primary result codes by the names that libsql gives; it leaves the number out of some errors. */
const RESULT_CODES: readonly (readonly [RegExp, number])[] = [
  [/^SQLITE_BUSY/, 5],
  [/^SQLITE_LOCKED/, 6],
  [/^SQLITE_READONLY/, 8],
  [/^SQLITE_IOERR/, 10],
  [/^SQLITE_CORRUPT/, 11],
  [/^SQLITE_FULL/, 13],
  [/^SQLITE_CANTOPEN/, 14],
  [/^SQLITE_CONSTRAINT/, 19],
  [/^SQLITE_NOTADB/, 26],
];

/**
 * Opens a file with libsql. Two of its ways are evened out here: blobs come as `ArrayBuffer` from `all` but as `Buffer` from `get`,
 * so callers must take both (`bytesOf`); and a failure to open is a plain error with the code only in its message.
 * Statements are finalised by the garbage collector, so SQLite's own clean-up on close may come late or never.
 */
export function openLibsql(path: string): SqlDriver {
  const database = new Database(path, { timeout: BLOCKING_WAIT });
  return {
    prepare: (sql) => statementOf(database.prepare(sql)),
    exec: (sql) => {
      database.exec(sql);
    },
    close: () => {
      database.close();
    },
    resultCode,
  };
}

function resultCode(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  const { code, rawCode } = error as { code?: unknown; rawCode?: unknown };
  if (typeof rawCode === "number") return rawCode & 0xff;
  if (typeof code === "string") return RESULT_CODES.find(([name]) => name.test(code))?.[1] ?? null;
  const opening = /^ConnectionFailed\(.*: (\d+)"\)$/.exec(error.message);
  return opening ? Number(opening[1]) & 0xff : null;
}

/** What is used of libsql's statement; its own types allow any parameters. */
interface LibsqlStatement {
  readonly reader: boolean;
  all(parameters: readonly SqlValue[]): unknown[];
  run(parameters: readonly SqlValue[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  iterate(parameters: readonly SqlValue[]): Iterable<unknown>;
}

function statementOf(statement: LibsqlStatement): SqlStatement {
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters),
    run: (parameters) => statement.run(parameters),
    iterate: (parameters) => statement.iterate(parameters),
  };
}
