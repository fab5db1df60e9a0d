import { sql } from "kysely";
import type { Story } from "../model/index.js";
import { ACTOR_COLUMNS, ANNOTATION_COLUMNS, insertAll } from "./bulk.js";
import { knownCorrections, versionsOf } from "./corrections/known.js";
import { deleteWords, indexWords } from "./fts.js";
import { type History, historyOf } from "./history.js";
import { storyOfRow, unpackRecord } from "./read.js";
import type { Db, Tables } from "./schema.js";

/** A transaction that writes, with its instant and the numbers that its next rows get. */
export interface Writing {
  readonly tx: Db;
  readonly now: string;
  readonly numbers: { annotation_rows: number; actor_rows: number };
}

/** To be called in a transaction: rows are numbered here, under the write lock, because rows of other tables point to them. */
export async function writing(tx: Db, now: string): Promise<Writing> {
  return { tx, now, numbers: { annotation_rows: await nextSeq(tx, "annotation_rows"), actor_rows: await nextSeq(tx, "actor_rows") } };
}

async function nextSeq(tx: Db, table: "annotation_rows" | "actor_rows"): Promise<number> {
  const { last } = await tx
    .selectFrom(table)
    .select((e) => e.fn.max("seq").as("last"))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/**
 * The instant of a change to a story: now, but always after the story's last change, also when the clock was put back in between or
 * is slower than we are.
 */
export async function instantFor({ tx, now }: Writing, story: number): Promise<string> {
  const { rows } = await sql<{ last: string | null }>`
    select max(known_from) as last from (
      select known_from from records where story = ${story}
      union all select known_from from corrections where story in ${versionsOf(story)})`.execute(tx);
  const last = rows[0].last;
  return last === null || last < now ? now : new Date(Date.parse(last) + 1).toISOString();
}

/** The history of a story as its records and corrections tell it. */
export async function readHistory(db: Db, seq: number, story: Story): Promise<History> {
  const records = await db
    .selectFrom("records")
    .select(["body", "known_from", "known_to"])
    .where("story", "=", seq)
    .orderBy("seq")
    .execute();
  return historyOf(
    story,
    records.map(({ body, known_from, known_to }) => ({ record: unpackRecord(body), from: known_from, to: known_to })),
    await knownCorrections(db, seq),
  );
}

/** Stores the rows of a story that has none. `words` are folded already, in the order of the rows. */
export async function insertHistory(
  { tx, numbers }: Writing,
  story: number,
  history: History,
  words: { readonly annotationWords: readonly (string | null)[]; readonly actorWords: readonly string[] },
): Promise<void> {
  const { annotation_rows: firstAnnotation, actor_rows: firstActor } = numbers;
  numbers.annotation_rows += history.annotations.length;
  numbers.actor_rows += history.actors.length;
  const inStory = () => story;
  await insertAll(tx, "annotation_rows", history.annotations, { seq: (i) => firstAnnotation + i, story: inStory });
  await insertAll(tx, "actor_rows", history.actors, { seq: (i) => firstActor + i, story: inStory });
  await insertAll(tx, "annotation_actor_rows", history.actorRoles, {
    annotation: (i) => firstAnnotation + history.actorRoles[i].annotation,
    actor: (i) => firstActor + history.actorRoles[i].actor,
  });
  await insertAll(tx, "unread_rows", history.unread, { story: inStory });
  await insertAll(
    tx,
    "annotations_words",
    words.annotationWords.flatMap((folded, i) => (folded === null ? [] : [{ rowid: firstAnnotation + i, words: folded }])),
  );
  await insertAll(
    tx,
    "actors_words",
    words.actorWords.map((folded, i) => ({ rowid: firstActor + i, words: folded })),
  );
}

/** Brings the rows of a story to what its records and corrections tell; rows that are right stay as they are, with their numbers. */
export async function syncHistory(to: Writing, story: number): Promise<void> {
  const { tx } = to;
  const row = await tx.selectFrom("stories").select(["text", "meta"]).where("seq", "=", story).executeTakeFirstOrThrow();
  const history = await readHistory(tx, story, storyOfRow(row));
  await sql`delete from annotation_actor_rows where annotation in (select seq from annotation_rows where story = ${story})`.execute(tx);
  const annotations = await syncRows(to, story, "annotation_rows", history.annotations, history.annotationWords);
  const actors = await syncRows(to, story, "actor_rows", history.actors, history.actorWords);
  await insertAll(tx, "annotation_actor_rows", history.actorRoles, {
    annotation: (i) => annotations[history.actorRoles[i].annotation],
    actor: (i) => actors[history.actorRoles[i].actor],
  });
  await tx.deleteFrom("unread_rows").where("story", "=", story).execute();
  await insertAll(tx, "unread_rows", history.unread, { story: () => story });
}

const SYNCED = {
  annotation_rows: { columns: ANNOTATION_COLUMNS, index: "annotations_words" },
  actor_rows: { columns: ACTOR_COLUMNS, index: "actors_words" },
} as const;

/** What tells the rows of one story apart: all but the numbers and until when they hold. */
export const rowKey = (table: keyof typeof SYNCED, row: object): string =>
  JSON.stringify(
    [...SYNCED[table].columns.slice(2), "view", "known_from"].map((column) => (row as Readonly<Record<string, unknown>>)[column]),
  );

/** Gives the numbers of the expected rows, in their order. */
async function syncRows<T extends keyof typeof SYNCED>(
  { tx, numbers }: Writing,
  story: number,
  table: T,
  expected: readonly Omit<Tables[T], "seq" | "story">[],
  words: readonly (string | null)[],
): Promise<readonly number[]> {
  const { index } = SYNCED[table];
  const stored = await tx
    .selectFrom(table as "actor_rows")
    .selectAll()
    .where("story", "=", story)
    .execute();
  const left = new Map(stored.map((row) => [rowKey(table, row), row]));
  const fresh: number[] = [];
  const seqs: number[] = [];
  for (const [i, row] of expected.entries()) {
    const key = rowKey(table, row);
    const found = left.get(key);
    left.delete(key);
    if (found === undefined) {
      fresh.push(i);
      seqs.push(numbers[table]++);
      continue;
    }
    seqs.push(found.seq);
    if (found.known_to !== row.known_to) {
      await tx
        .updateTable(table as "actor_rows")
        .set({ known_to: row.known_to })
        .where("seq", "=", found.seq)
        .execute();
    }
  }
  for (const { seq } of left.values()) {
    await deleteWords(tx, index, sql`(${seq})`);
    await tx
      .deleteFrom(table as "actor_rows")
      .where("seq", "=", seq)
      .execute();
  }
  await insertAll(
    tx,
    table as "actor_rows",
    fresh.map((i) => expected[i] as Omit<Tables["actor_rows"], "seq" | "story">),
    { seq: (place) => seqs[fresh[place]], story: () => story },
  );
  await insertAll(
    tx,
    index,
    fresh.flatMap((i) => {
      const text = words[i];
      return text === null ? [] : [{ rowid: seqs[i], words: indexWords(index, text) }];
    }),
  );
  return seqs;
}

/** Takes the query rows of a story out of every table and index, with their history. */
export async function deleteHistory(tx: Db, story: number): Promise<void> {
  const annotations = sql`(select seq from annotation_rows where story = ${story})`;
  await deleteWords(tx, "annotations_words", annotations);
  await deleteWords(tx, "actors_words", sql`(select seq from actor_rows where story = ${story})`);
  await sql`delete from annotation_actor_rows where annotation in ${annotations}`.execute(tx);
  for (const table of ["annotation_rows", "actor_rows", "unread_rows"] as const) {
    await tx.deleteFrom(table).where("story", "=", story).execute();
  }
}
