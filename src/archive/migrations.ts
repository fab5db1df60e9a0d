import { type Kysely, type Migration, type MigrationProvider, sql } from "kysely";
import { createFamilyTables, fillFamilies } from "./family-store.js";
import { createWordIndexes } from "./fts.js";
import { syncHistory, writing } from "./history-store.js";
import type { Db, Tables } from "./schema.js";
import { createShingleIndex, fillShingleIndex } from "./shingle-index.js";
import { createViews } from "./views.js";

/** "onrc" in the header of the file, by which `file` and we know an archive. */
export const APPLICATION_ID = 0x6f6e7263;

/** In order; each raises `user_version` by one. What has been released is never changed, only followed by another. */
const STEPS: readonly (readonly [name: string, up: (db: Kysely<unknown>) => Promise<void>])[] = [
  ["0001-record", createRecord],
  ["0002-history", keepHistory],
  ["0003-linking", createLinking],
  ["0004-families", createFamilies],
  ["0005-collections", createCollections],
  ["0006-ids", indexIds],
  ["0007-figure-values", indexFigureValues],
];

/** `user_version` of an archive that this code reads and writes. */
export const ARCHIVE_VERSION = STEPS.length;

export const migrations: MigrationProvider = {
  async getMigrations() {
    return Object.fromEntries(STEPS.map(([name, up], index) => [name, step(up, index + 1)]));
  },
};

const step = (up: (db: Kysely<unknown>) => Promise<void>, version: number): Migration => ({
  async up(db) {
    await up(db);
    await sql`pragma user_version = ${sql.lit(version)}`.execute(db);
  },
});

async function createRecord(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable("sources")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("size", "integer", (c) => c.notNull())
    .addColumn("media_type", "text", (c) => c.notNull())
    .addColumn("uri", "text")
    .addColumn("guid", "text")
    .addColumn("version", "text")
    .addColumn("received_at", "text", (c) => c.notNull())
    .addColumn("known_from", "text", (c) => c.notNull())
    .execute();
  await schema
    .createTable("stories")
    .addColumn("seq", "integer", (c) => c.primaryKey().autoIncrement())
    .addColumn("id", "text", (c) => c.notNull().unique())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("meta", "text", (c) => c.notNull())
    .addColumn("source", "text", (c) => c.notNull().references("sources.id"))
    .addColumn("source_index", "integer", (c) => c.notNull())
    .addColumn("headline", "text")
    .addColumn("lead", "text", (c) => c.notNull())
    .addColumn("outlet", "text")
    .addColumn("agency", "text")
    .addColumn("published", "text")
    .addColumn("published_key", "text", (c) => c.notNull())
    .addColumn("guid", "text")
    .addColumn("uri", "text")
    .addColumn("known_from", "text", (c) => c.notNull())
    .addColumn("known_to", "text")
    .execute();
  await schema.createIndex("stories_by_date").on("stories").columns(["published_key", "id"]).execute();
  await schema.createIndex("stories_by_guid").on("stories").column("guid").execute();
  await schema.createIndex("stories_by_uri").on("stories").column("uri").execute();
  await schema.createIndex("stories_by_source").on("stories").columns(["source", "source_index"]).execute();
  await schema
    .createTable("story_sources")
    .addColumn("story", "integer", (c) => c.notNull().references("stories.seq"))
    .addColumn("source", "text", (c) => c.notNull().references("sources.id"))
    .addColumn("known_from", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("story_sources_key", ["story", "source"])
    .execute();
  await schema.createIndex("story_sources_by_source").on("story_sources").column("source").execute();
  await schema
    .createTable("version_links")
    .addColumn("story", "integer", (c) => c.notNull().references("stories.seq"))
    .addColumn("supersedes", "integer", (c) => c.notNull().references("stories.seq"))
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("known_from", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("version_links_key", ["story", "supersedes"])
    .execute();
  await schema.createIndex("version_links_by_superseded").on("version_links").column("supersedes").execute();
  await schema
    .createTable("records")
    .addColumn("seq", "integer", (c) => c.primaryKey().autoIncrement())
    .addColumn("story", "integer", (c) => c.notNull().references("stories.seq"))
    .addColumn("maker", "text", (c) => c.notNull())
    .addColumn("schema_version", "integer", (c) => c.notNull())
    .addColumn("body", "blob", (c) => c.notNull())
    .addColumn("known_from", "text", (c) => c.notNull())
    .addColumn("known_to", "text")
    .execute();
  await schema.createIndex("records_by_story").on("records").column("story").execute();
  await schema.createIndex("records_current").unique().on("records").column("story").where(sql.ref("known_to"), "is", null).execute();
  await schema
    .createTable("annotations")
    .addColumn("seq", "integer", (c) => c.primaryKey())
    .addColumn("story", "integer", (c) => c.notNull().references("stories.seq"))
    .addColumn("layer", "text", (c) => c.notNull())
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("start", "integer", (c) => c.notNull())
    .addColumn("end", "integer", (c) => c.notNull())
    .addColumn("exact", "text", (c) => c.notNull())
    .addColumn("parts", "text")
    .addColumn("type", "text")
    .addColumn("mode", "text")
    .addColumn("value", "text")
    .addColumn("confidence", "real", (c) => c.notNull())
    .addColumn("detail", "text", (c) => c.notNull())
    .execute();
  await schema.createIndex("annotations_by_story").on("annotations").columns(["story", "layer", "start"]).execute();
  await schema
    .createTable("actors")
    .addColumn("seq", "integer", (c) => c.primaryKey())
    .addColumn("story", "integer", (c) => c.notNull().references("stories.seq"))
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("country", "text")
    .addColumn("role", "text")
    .addColumn("affiliation", "text")
    .addColumn("mentions", "text", (c) => c.notNull())
    .addColumn("rule", "text", (c) => c.notNull())
    .addColumn("confidence", "real", (c) => c.notNull())
    .execute();
  await schema.createIndex("actors_by_story").on("actors").column("story").execute();
  await schema
    .createTable("annotation_actors")
    .addColumn("annotation", "integer", (c) => c.notNull().references("annotations.seq"))
    .addColumn("actor", "integer", (c) => c.notNull().references("actors.seq"))
    .addColumn("role", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("annotation_actors_key", ["annotation", "actor", "role"])
    .modifyEnd(sql`without rowid`)
    .execute();
  await schema.createIndex("annotation_actors_by_actor").on("annotation_actors").columns(["actor", "role"]).execute();
  await schema
    .createTable("unread")
    .addColumn("seq", "integer", (c) => c.primaryKey())
    .addColumn("story", "integer", (c) => c.notNull().references("stories.seq"))
    .addColumn("start", "integer", (c) => c.notNull())
    .addColumn("end", "integer", (c) => c.notNull())
    .addColumn("exact", "text", (c) => c.notNull())
    .addColumn("words", "text", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .execute();
  await schema.createIndex("unread_by_story").on("unread").columns(["story", "start"]).execute();
  await schema
    .createTable("entities")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("type", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("kind", "text")
    .addColumn("country", "text")
    .addColumn("known_from", "text", (c) => c.notNull())
    .addColumn("known_to", "text")
    .execute();
  await schema
    .createTable("links")
    .addColumn("seq", "integer", (c) => c.primaryKey().autoIncrement())
    .addColumn("story", "integer", (c) => c.notNull().references("stories.seq"))
    .addColumn("from_id", "text", (c) => c.notNull())
    .addColumn("to_id", "text", (c) => c.notNull().references("entities.id"))
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("confidence", "real", (c) => c.notNull())
    .addColumn("decided_by", "text", (c) => c.notNull())
    .addColumn("known_from", "text", (c) => c.notNull())
    .addColumn("known_to", "text")
    .execute();
  await schema.createIndex("links_by_story").on("links").column("story").execute();
  await schema.createIndex("links_by_entity").on("links").column("to_id").execute();
  await schema
    .createTable("corrections")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("story", "integer", (c) => c.notNull().references("stories.seq"))
    .addColumn("body", "text", (c) => c.notNull())
    .addColumn("known_from", "text", (c) => c.notNull())
    .addColumn("known_to", "text")
    .execute();
  await schema.createIndex("corrections_by_story").on("corrections").column("story").execute();
  await createWordIndexes(db);
}

/**
 * Rows that hold no more stay, each with from when to when it was known and whether persons' corrections left it; queries read views of
 * what holds. The rows of records that were replaced before are made again from these records.
 */
async function keepHistory(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  for (const [table, rows] of [
    ["annotations", "annotation_rows"],
    ["actors", "actor_rows"],
    ["annotation_actors", "annotation_actor_rows"],
    ["unread", "unread_rows"],
  ]) {
    await schema.alterTable(table).renameTo(rows).execute();
    if (rows === "annotation_actor_rows") continue;
    if (rows !== "unread_rows") {
      await schema
        .alterTable(rows)
        .addColumn("view", "text", (c) => c.notNull().defaultTo("both"))
        .execute();
    }
    await schema
      .alterTable(rows)
      .addColumn("known_from", "text", (c) => c.notNull().defaultTo(""))
      .execute();
    await schema.alterTable(rows).addColumn("known_to", "text").execute();
    const current = sql`(select r.known_from from records r where r.story = ${sql.ref(`${rows}.story`)} and r.known_to is null)`;
    await sql`update ${sql.table(rows)} set known_from = ${current}`.execute(db);
  }
  // Its key must hold since when, which SQLite cannot change: read, dropped and made anew, so that no freed page is left behind.
  const links = await sql<Tables["version_link_rows"]>`select *, null as known_to from version_links`.execute(db);
  await schema.dropTable("version_links").execute();
  await schema
    .createTable("version_link_rows")
    .addColumn("story", "integer", (c) => c.notNull().references("stories.seq"))
    .addColumn("supersedes", "integer", (c) => c.notNull().references("stories.seq"))
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("known_from", "text", (c) => c.notNull())
    .addColumn("known_to", "text")
    .addPrimaryKeyConstraint("version_link_rows_key", ["story", "supersedes", "known_from"])
    .execute();
  for (const link of links.rows) await (db as Db).insertInto("version_link_rows").values(link).execute();
  await schema.createIndex("version_link_rows_by_superseded").on("version_link_rows").column("supersedes").execute();
  await createViews(db);
  const { rows } = await sql<{ story: number }>`select distinct story from records where known_to is not null`.execute(db);
  // A later step that changes these tables makes the history after it has, not here.
  const to = await writing(db as Db, "");
  for (const { story } of rows) await syncHistory(to, story);
}

/** The index of shingles; and one by which the stories of a scope are counted without a look at their texts. */
async function createLinking(db: Kysely<unknown>): Promise<void> {
  await createShingleIndex(db);
  await fillShingleIndex(db as Db);
  await db.schema.createIndex("stories_by_scope").on("stories").columns(["published_key", "outlet", "agency"]).execute();
}

/** Copies and versions of one story are a family. */
async function createFamilies(db: Kysely<unknown>): Promise<void> {
  await createFamilyTables(db);
  await fillFamilies(await writing(db as Db, ""));
}

/** Stories that persons gather under a name. */
async function createCollections({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("collection_stories")
    .addColumn("collection", "text", (c) => c.notNull())
    .addColumn("story", "integer", (c) => c.notNull().references("stories.seq"))
    .addColumn("known_from", "text", (c) => c.notNull())
    .addColumn("known_to", "text")
    .addPrimaryKeyConstraint("collection_stories_key", ["collection", "story", "known_from"])
    .execute();
  await schema.createIndex("collection_stories_by_story").on("collection_stories").column("story").execute();
}

/** Annotations are named by their ids: each answer of an audit looks one up. */
async function indexIds({ schema }: Kysely<unknown>): Promise<void> {
  for (const table of ["annotation_rows", "actor_rows"]) {
    await schema.createIndex(`${table}_by_id`).ifNotExists().on(table).column("id").execute();
  }
}

/** Stories that give the same number are found by it. */
async function indexFigureValues(db: Kysely<unknown>): Promise<void> {
  await sql`create index annotation_rows_by_figure on annotation_rows (value) where layer = 'figures'`.execute(db);
}
