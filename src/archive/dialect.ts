import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { SqlDriver, SqlStatement, SqlValue } from "./driver.js";

/** Prepared statements kept for reuse: more than the archive has kinds of queries. */
const KEPT_STATEMENTS = 200;
const LONGEST_PAUSE = 20;

const BUSY = 5;
const LOCKED = 6;

export interface SqliteOptions {
  /** Milliseconds to wait for another process's lock. */
  readonly lockTimeout: number;
  /** Turns the driver's errors into the caller's, given SQLite's primary result code. */
  readonly translate: (error: unknown, resultCode: number) => Error;
}

/**
 * Kysely's SQLite over a `SqlDriver`. Kysely's own driver begins transactions deferred, and one that reads before it writes then
 * fails at once when another process wrote in between; here each takes the write lock first. Waiting for a lock does not block
 * the thread, so that two archives on one file in one process cannot wait for each other for ever.
 */
export function sqliteDialect(driver: SqlDriver, options: SqliteOptions): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new SingleConnection(driver, options),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite can undo DDL; only so are two processes that migrate one new archive kept apart. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class SingleConnection implements Driver {
  readonly #connection: PreparedConnection;
  #last: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(driver: SqlDriver, options: SqliteOptions) {
    this.#connection = new PreparedConnection(driver, options);
  }

  async init(): Promise<void> {}

  /** One caller at a time, in the order in which they came. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let release = () => {};
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  async beginTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  async commitTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw("commit"));
  }

  async rollbackTransaction(): Promise<void> {
    // A full disk makes SQLite roll back by itself; that this then fails must not hide why.
    await this.#connection.executeQuery(CompiledQuery.raw("rollback")).catch(() => {});
  }

  async destroy(): Promise<void> {
    this.#connection.close();
  }
}

class PreparedConnection implements DatabaseConnection {
  readonly #driver: SqlDriver;
  readonly #options: SqliteOptions;
  readonly #statements = new Map<string, SqlStatement>();

  constructor(driver: SqlDriver, options: SqliteOptions) {
    this.#driver = driver;
    this.#options = options;
  }

  /** A statement that meets a lock has done nothing yet, so it can be tried again. */
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const deadline = Date.now() + this.#options.lockTimeout;
    for (let pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        return this.#execute<Row>(sql, parameters as readonly SqlValue[]);
      } catch (error) {
        const code = this.#driver.resultCode(error);
        if (code === null) throw error;
        if ((code !== BUSY && code !== LOCKED) || Date.now() >= deadline) throw this.#options.translate(error, code);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  /** Lists are read in pages (see `pages`): a cursor would keep the one connection from everybody else. */
  // biome-ignore lint/correctness/useYield: the interface asks for a generator, and this one refuses.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("The archive does not stream queries");
  }

  close(): void {
    this.#statements.clear();
    this.#driver.close();
  }

  #execute<Row>(sql: string, parameters: readonly SqlValue[]): QueryResult<Row> {
    const statement = this.#prepared(sql);
    if (statement.reader) return { rows: statement.all(parameters) as Row[] };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #prepared(sql: string): SqlStatement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#driver.prepare(sql);
      if (this.#statements.size >= KEPT_STATEMENTS) this.#statements.delete(this.#statements.keys().next().value as string);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
