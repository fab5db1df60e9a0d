import { type Kysely, sql } from "kysely";
import { ACTOR_COLUMNS, ANNOTATION_COLUMNS } from "./bulk.js";
import type { Db } from "./schema.js";

/** Which rows of the archive are seen. */
export interface Sight {
  /**
   * Text that is after every instant that counts (`dateKeyEnd`): rows that were known by then and had not ceased to hold. Null: what holds
   * now, and what comes in later too.
   */
  readonly before: string | null;
  /** The record as persons corrected it, or as the machine read it. */
  readonly view: "corrected" | "machine";
}

/** What the archive shows unless it is asked otherwise. */
export const PRESENT: Sight = { before: null, view: "corrected" };

const quoted = (columns: readonly string[], prefix = ""): string => columns.map((column) => `${prefix}"${column}"`).join(", ");

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const holds = ({ before }: Sight, prefix = ""): string =>
  before === null
    ? `${prefix}known_to is null`
    : `${prefix}known_from < ${text(before)} and (${prefix}known_to is null or ${prefix}known_to >= ${text(before)})`;

const inView = ({ view }: Sight, prefix = ""): string => `${prefix}view <> '${view === "corrected" ? "machine" : "corrected"}'`;

/** The views that queries read, by name, each a SELECT over the rows of the main database. */
function selectsOf(sight: Sight): Readonly<Record<string, string>> {
  return {
    annotations: `select ${quoted(ANNOTATION_COLUMNS)} from main.annotation_rows where ${holds(sight)} and ${inView(sight)}`,
    actors: `select ${quoted(ACTOR_COLUMNS)} from main.actor_rows where ${holds(sight)} and ${inView(sight)}`,
    annotation_actors: `select r.annotation, r.actor, r.role from main.annotation_actor_rows r join main.actor_rows x on x.seq = r.actor where ${holds(sight, "x.")} and ${inView(sight, "x.")}`,
    unread: `select seq, story, start, "end", exact, words, reason from main.unread_rows where ${holds(sight)}`,
    version_links: `select story, supersedes, reason, known_from from main.version_link_rows where ${holds(sight)}`,
  };
}

/** Makes the views of the archive itself. Theirs are the rows of the file, so the name of the database is left out. */
export async function createViews(db: Kysely<unknown>): Promise<void> {
  for (const [name, select] of Object.entries(selectsOf(PRESENT))) {
    await sql.raw(`create view ${name} as ${select.replaceAll("main.", "")}`).execute(db);
  }
}

/**
 * Lets this connection see the archive otherwise: temporary views take the place of the archive's own and of every table whose rows say
 * since when they are known, so that each query, whatever it asks, is answered from what was known then. To be called before the
 * connection is closed to writing.
 */
export async function shadowViews(db: Db, sight: Sight): Promise<void> {
  for (const [name, select] of Object.entries(selectsOf(sight))) await sql.raw(`create temp view ${name} as ${select}`).execute(db);
  if (sight.before === null) return;
  const { rows } = await sql<{ table: string; column: string }>`
    select t.name as "table", c.name as "column" from main.sqlite_schema t join pragma_table_info(t.name) c
    where t.type = 'table' and t.name not like '%\\_rows' escape '\\' and t.sql not like 'create virtual%'
    order by t.name, c.cid`.execute(db);
  const columns = new Map<string, string[]>();
  for (const { table, column } of rows) columns.set(table, [...(columns.get(table) ?? []), column]);
  for (const [table, names] of columns) {
    if (!names.includes("known_from")) continue;
    const ends = names.includes("known_to");
    const condition = ends ? holds(sight) : `known_from < ${text(sight.before)}`;
    const shown = names.map((name) => (name === "known_to" ? "null as known_to" : `"${name}"`)).join(", ");
    await sql.raw(`create temp view ${table} as select ${shown} from main.${table} where ${condition}`).execute(db);
  }
}
