import { sql } from "kysely";
import { ArchiveError } from "./error.js";
import { instantFor, type Writing } from "./history-store.js";
import type { Condition } from "./query.js";
import { resolveStory } from "./read.js";
import type { Db } from "./schema.js";

/** Stories that a person gathered under a name, such as those of one crisis. Not a kind of story: one may be in many, or in none. */
export interface Collection {
  readonly name: string;
  readonly stories: number;
  /** First and last date of publication, as the stories give them; null when none is dated. */
  readonly first: string | null;
  readonly last: string | null;
}

/** What putting stories in or taking them out did. */
export interface Gathered {
  readonly name: string;
  /** Ids of the stories that came or went. */
  readonly changed: readonly string[];
  /** Ids of those that were there already, or were not there. */
  readonly unchanged: readonly string[];
}

export async function* listCollections(db: Db): AsyncIterable<Collection> {
  const { rows } = await sql<Collection>`
    select c.collection as name, count(*) as stories, min(nullif(s.published, '')) as first, max(nullif(s.published, '')) as last
    from collection_stories c join stories s on s.seq = c.story where c.known_to is null group by c.collection order by c.collection`.execute(
    db,
  );
  yield* rows.map((row) => ({ ...row }));
}

/** That a story `s` is in a collection. Throws `ArchiveError` "query" for a name that none has, with those that there are. */
export async function inCollection(db: Db, name: string, path: string): Promise<Condition> {
  const { rows } = await sql<{ name: string }>`
    select distinct collection as name from collection_stories where known_to is null order by collection`.execute(db);
  if (!rows.some((row) => row.name === name)) {
    const known = rows.length === 0 ? "there is none yet" : `there are ${rows.map((row) => JSON.stringify(row.name)).join(", ")}`;
    throw new ArchiveError("query", path, `${path} has no collection ${JSON.stringify(name)}: ${known}`);
  }
  return sql`s.seq in (select story from collection_stories where collection = ${name} and known_to is null)`;
}

/** Puts stories into a collection, which is made by its first. Throws `ArchiveError` for a story that is not there; then none is put in. */
export async function gather(to: Writing, name: string, references: readonly string[], path: string): Promise<Gathered> {
  const { tx } = to;
  const collection = nameOf(name, path);
  const changed: string[] = [];
  const unchanged: string[] = [];
  for (const reference of references) {
    const { seq, id } = await resolveStory(tx, reference, path);
    if (await holds(tx, collection, seq)) unchanged.push(id);
    else {
      await tx
        .insertInto("collection_stories")
        .values({ collection, story: seq, known_from: await instantOf(to, collection, seq), known_to: null })
        .execute();
      changed.push(id);
    }
  }
  return { name: collection, changed, unchanged };
}

/** Takes stories out of a collection, which is gone with its last. */
export async function scatter(to: Writing, name: string, references: readonly string[] | "all", path: string): Promise<Gathered> {
  const { tx } = to;
  const condition = await inCollection(tx, name, path);
  const all = await sql<{ seq: number; id: string }>`select seq, id from stories s where ${condition} order by id`.execute(tx);
  const changed: string[] = [];
  const unchanged: string[] = [];
  const wanted = references === "all" ? all.rows : [];
  if (references !== "all") for (const reference of references) wanted.push(await resolveStory(tx, reference, path));
  for (const { seq, id } of wanted) {
    if (!(await holds(tx, name, seq))) {
      unchanged.push(id);
      continue;
    }
    await tx
      .updateTable("collection_stories")
      .set({ known_to: await instantOf(to, name, seq) })
      .where((e) => e.and({ collection: name, story: seq }))
      .where("known_to", "is", null)
      .execute();
    changed.push(id);
  }
  return { name, changed, unchanged };
}

function nameOf(name: string, path: string): string {
  const trimmed = name.trim().replace(/\s+/g, " ");
  if (trimmed === "") throw new ArchiveError("query", path, "A collection needs a name");
  return trimmed;
}

async function holds(db: Db, collection: string, story: number): Promise<boolean> {
  const row = await db
    .selectFrom("collection_stories")
    .select("story")
    .where((e) => e.and({ collection, story }))
    .where("known_to", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** After the story came, and after it last came to or left the collection. */
async function instantOf(to: Writing, collection: string, story: number): Promise<string> {
  const { last } = await to.tx
    .selectFrom("collection_stories")
    .select((e) => e.fn.max("known_from").as("last"))
    .where((e) => e.and({ collection, story }))
    .executeTakeFirstOrThrow();
  const instant = await instantFor(to, story);
  return last === null || last < instant ? instant : new Date(Date.parse(last) + 1).toISOString();
}
