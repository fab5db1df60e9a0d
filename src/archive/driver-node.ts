import { BLOCKING_WAIT, type SqlDriver, type SqlStatement, type SqlValue } from "./driver.js";

/** The part of `node:sqlite` that is used here. Written out because the types of Node 20 do not know the module. */
interface NodeSqlite {
  readonly DatabaseSync: new (path: string) => NodeDatabase;
}
interface NodeDatabase {
  prepare(sql: string): NodeStatement;
  exec(sql: string): void;
  close(): void;
}
interface NodeStatement {
  all(...parameters: readonly SqlValue[]): unknown[];
  run(...parameters: readonly SqlValue[]): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
  iterate(...parameters: readonly SqlValue[]): Iterable<unknown>;
}

const MODULE = "node:sqlite";

/** SQL that gives rows. Node learned to tell this itself (`columns`) only with 22.16. */
const READS = /^\s*(select|with|pragma|explain|values)\b|\breturning\b/i;

/** Whether this Node has a built-in SQLite: from 22.13 without a flag. */
export async function hasNodeSqlite(): Promise<boolean> {
  try {
    await import(MODULE);
    return true;
  } catch {
    return false;
  }
}

/** Opens a file with Node's built-in SQLite. Throws when this Node has none. */
export async function openNodeSqlite(path: string): Promise<SqlDriver> {
  if (!(await hasNodeSqlite())) {
    throw new Error(`ONRECORD_SQLITE=node needs Node 22.13 or later; this is ${process.version}. Unset it to use libsql`);
  }
  const { DatabaseSync } = (await import(MODULE)) as NodeSqlite;
  const database = new DatabaseSync(path);
  database.exec(`pragma busy_timeout = ${BLOCKING_WAIT}`);
  return {
    prepare: (sql) => statementOf(database.prepare(sql), READS.test(sql)),
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
    resultCode: (error) => {
      const code = (error as { errcode?: unknown } | null)?.errcode;
      return typeof code === "number" ? code & 0xff : null;
    },
  };
}

const statementOf = (statement: NodeStatement, reader: boolean): SqlStatement => ({
  reader,
  all: (parameters) => statement.all(...parameters),
  run: (parameters) => statement.run(...parameters),
  iterate: (parameters) => statement.iterate(...parameters),
});
