import { CompiledQuery, Kysely, Migrator, sql } from "kysely";
import { instantEnd, requireDate } from "./dates.js";
import { sqliteDialect } from "./dialect.js";
import { openDriver, type SqlDriver } from "./driver.js";
import { ArchiveError, type ArchiveErrorCode } from "./error.js";
import { fileOf, inspectFile, newer, type OpenMode } from "./file.js";
import { APPLICATION_ID, ARCHIVE_VERSION, migrations } from "./migrations.js";
import type { Db } from "./schema.js";
import { PRESENT, type Sight, shadowViews } from "./views.js";

export interface OpenOptions {
  /** "create" (the default) makes the archive when there is none; "existing" does not; "read-only" never writes to it. */
  readonly mode?: OpenMode;
  /** The clock, for `known_from`: an instant in UTC. */
  readonly now?: () => string;
  /** Which SQLite: "libsql" or "node"; see `openDriver`. */
  readonly driver?: string;
  /**
   * Shows what was on record at this date or instant (in UTC; a short date means its end), and what held then: "2026-03-09" is all that was
   * known by midnight. For reading only.
   */
  readonly asOf?: string;
  /** "machine" shows the record as it was read, without persons' corrections. For reading only. */
  readonly view?: Sight["view"];
  /** Milliseconds to wait while another process writes; 10 000 unless told. */
  readonly lockTimeout?: number;
}

export const MEMORY = ":memory:";

/** Opens the database of an archive, making or updating its tables. Throws `ArchiveError`. */
export async function openDatabase(location: string, options: OpenOptions): Promise<Db> {
  const sight = sightOf(options, location);
  const mode = sight === PRESENT ? (options.mode ?? "create") : "read-only";
  const file = location === MEMORY ? MEMORY : fileOf(location);
  if (file !== MEMORY) inspectFile(file, location, mode);
  const translate = (error: unknown, code: number): Error => refusal(error, code, location);
  const driver = await openAt(file, location, options.driver);
  const db: Db = new Kysely({ dialect: sqliteDialect(driver, { lockTimeout: options.lockTimeout ?? 10_000, translate }) });
  try {
    await run(db, "pragma foreign_keys = on");
    await run(db, "pragma cache_size = -65536");
    // Deleted words are overwritten, not only unlinked: what was removed must not be found in the file.
    await run(db, "pragma secure_delete = on");
    if (mode === "read-only") {
      const version = await pragma(db, "user_version");
      if (version > ARCHIVE_VERSION) throw newer(location, version);
      if (version < ARCHIVE_VERSION) {
        throw new ArchiveError("read-only", location, `${location} is of an older onrecord and must be updated: open it for writing once`);
      }
      if (sight !== PRESENT) await shadowViews(db, sight);
      await run(db, "pragma query_only = on");
    } else {
      await migrate(db, location);
      await run(db, "pragma journal_mode = wal");
      await run(db, "pragma synchronous = normal");
      // In pages of 4 KiB: a batch of stories then does not end in a checkpoint each time.
      await run(db, "pragma wal_autocheckpoint = 4000");
    }
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** Throws `ArchiveError` "query" for a date that is none. */
function sightOf({ asOf, view = "corrected" }: OpenOptions, location: string): Sight {
  if (asOf === undefined && view === "corrected") return PRESENT;
  return { before: asOf === undefined ? null : instantEnd(requireDate(asOf, "asOf", location)), view };
}

async function openAt(file: string, location: string, name: string | undefined): Promise<SqlDriver> {
  try {
    return await openDriver(file, name);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new ArchiveError("unreadable", location, `${location} cannot be opened: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Marks a new file as ours before anything else is in it, so that no process ever sees half an archive and takes it for a foreign file;
 * then takes the steps that are missing. Two processes may do this at once.
 */
async function migrate(db: Db, location: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const mark = await pragma(tx, "application_id");
    const version = await pragma(tx, "user_version");
    if (version > ARCHIVE_VERSION) throw newer(location, version);
    if (mark === 0 && (await pragma(tx, "schema_version")) === 0) await run(tx, `pragma application_id = ${APPLICATION_ID}`);
    else if (mark !== APPLICATION_ID) throw new ArchiveError("foreign", location, `${location} is an SQLite file of another program`);
  });
  if ((await pragma(db, "user_version")) === ARCHIVE_VERSION) return;
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error !== undefined) throw error;
  // The header is read without SQLite (`inspectFile`), so the new version must not wait in the log.
  await run(db, "pragma wal_checkpoint(truncate)");
}

const run = (db: Db, statement: string) => db.executeQuery(CompiledQuery.raw(statement));

export async function pragma(db: Db, name: string): Promise<number> {
  const { rows } = await sql<Readonly<Record<string, number>>>`pragma ${sql.raw(name)}`.execute(db);
  return rows[0][name];
}

/** SQLite's primary result codes that a user can do something about. */
const REFUSALS: Readonly<Record<number, readonly [ArchiveErrorCode, (location: string) => string]>> = {
  5: ["locked", (at) => `${at} is being written by another process, which did not finish in time: wait for it or stop it, then try again`],
  6: ["locked", (at) => `${at} is being written by another process, which did not finish in time: wait for it or stop it, then try again`],
  8: ["read-only", (at) => `${at} may not be written to: open it where you may write, or copy it`],
  10: ["unreadable", (at) => `The disk failed to read or write ${at}`],
  11: ["corrupt", (at) => `${at} is damaged: restore it from a copy, or add the stories to a new archive`],
  13: ["full", (at) => `The disk is full: nothing of this step was written to ${at}`],
  14: ["unreadable", (at) => `${at} cannot be opened: see whether its folder exists and may be written to`],
  26: ["corrupt", (at) => `${at} is no SQLite file: restore it from a copy, or name another file`],
};

function refusal(error: unknown, code: number, location: string): Error {
  const known = REFUSALS[code];
  if (known === undefined) return error as Error;
  const [name, message] = known;
  return new ArchiveError(name, location, message(location), { cause: error });
}
