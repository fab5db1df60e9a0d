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
      select known_from from records where story in ${versionsOf(story)}
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

/**
 * Takes a story's rows on to an instant after all that they tell of: what holds no more ends then, what is new begins. What was known before
 * is as it was, so this takes no longer for a story of which much was decided.
 */
export async function advanceHistory(to: Writing, story: number, now: string): Promise<void> {
  const { tx } = to;
  const row = await tx.selectFrom("stories").select(["text", "meta"]).where("seq", "=", story).executeTakeFirstOrThrow();
  const { body } = await tx
    .selectFrom("records")
    .select("body")
    .where("story", "=", story)
    .where("known_to", "is", null)
    .executeTakeFirstOrThrow();
  const known = (await knownCorrections(tx, story)).map(({ correction }) => ({ correction, from: now }));
  const present = historyOf(storyOfRow(row), [{ record: unpackRecord(body), from: now, to: null }], known);
  const annotations = await advanceRows(to, story, "annotation_rows", present.annotations, present.annotationWords, now);
  const actors = await advanceRows(to, story, "actor_rows", present.actors, present.actorWords, now);
  const roles = present.actorRoles.map(({ annotation, actor, role }) => ({
    annotation: annotations[annotation],
    actor: actors[actor],
    role,
  }));
  const stored = await sql<{ annotation: number; actor: number; role: string }>`
    select r.annotation, r.actor, r.role from annotation_actor_rows r join annotation_rows a on a.seq = r.annotation
    where a.story = ${story} and a.known_to is null`.execute(tx);
  const there = new Set(stored.rows.map(({ annotation, actor, role }) => `${annotation} ${actor} ${role}`));
  await insertAll(
    tx,
    "annotation_actor_rows",
    roles.filter(({ annotation, actor, role }) => !there.has(`${annotation} ${actor} ${role}`)),
  );
  await advanceUnread(tx, story, present.unread, now);
}

/** Gives the numbers of the rows that hold, in their order. */
async function advanceRows(
  to: Writing,
  story: number,
  table: keyof typeof SYNCED,
  present: readonly object[],
  words: readonly (string | null)[],
  now: string,
): Promise<readonly number[]> {
  const { tx, numbers } = to;
  const open = await tx
    .selectFrom(table as "actor_rows")
    .selectAll()
    .where("story", "=", story)
    .where("known_to", "is", null)
    .execute();
  const left = new Map(open.map((row) => [rowKey(table, { ...row, known_from: "" }), row]));
  const fresh: number[] = [];
  const seqs = present.map((row, i) => {
    const key = rowKey(table, { ...row, known_from: "" });
    const found = left.get(key);
    left.delete(key);
    if (found !== undefined) return found.seq;
    fresh.push(i);
    return numbers[table]++;
  });
  for (const { seq, known_from } of left.values()) {
    // What began at this very instant never held.
    if (known_from === now) await deleteRow(tx, table, seq);
    else
      await tx
        .updateTable(table as "actor_rows")
        .set({ known_to: now })
        .where("seq", "=", seq)
        .execute();
  }
  await insertFresh(to, story, table, present, words, seqs, fresh);
  return seqs;
}

async function advanceUnread(tx: Db, story: number, present: History["unread"], now: string): Promise<void> {
  const open = await tx.selectFrom("unread_rows").selectAll().where("story", "=", story).where("known_to", "is", null).execute();
  const key = ({ start, end, words, reason }: History["unread"][number]): string => JSON.stringify([start, end, words, reason]);
  const left = [...open];
  const fresh = present.filter((row) => {
    const at = left.findIndex((stored) => key(stored) === key(row));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  for (const { seq, known_from } of left) {
    if (known_from === now) await tx.deleteFrom("unread_rows").where("seq", "=", seq).execute();
    else await tx.updateTable("unread_rows").set({ known_to: now }).where("seq", "=", seq).execute();
  }
  await insertAll(tx, "unread_rows", fresh, { story: () => story });
}

/**
 * Makes the rows of a story anew from all its records and corrections, the past too; rows that are right stay as they are, with their
 * numbers. For when the past itself is another: a story was removed, or joined two chains of versions.
 */
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
  to: Writing,
  story: number,
  table: T,
  expected: readonly Omit<Tables[T], "seq" | "story">[],
  words: readonly (string | null)[],
): Promise<readonly number[]> {
  const { tx, numbers } = to;
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
  for (const { seq } of left.values()) await deleteRow(tx, table, seq);
  await insertFresh(to, story, table, expected, words, seqs, fresh);
  return seqs;
}

async function deleteRow(tx: Db, table: keyof typeof SYNCED, seq: number): Promise<void> {
  const column = table === "annotation_rows" ? "annotation" : "actor";
  await tx.deleteFrom("annotation_actor_rows").where(column, "=", seq).execute();
  await deleteWords(tx, SYNCED[table].index, sql`(${seq})`);
  await tx
    .deleteFrom(table as "actor_rows")
    .where("seq", "=", seq)
    .execute();
}

/** Inserts those of the rows whose places are given, with their words. */
async function insertFresh(
  { tx }: Writing,
  story: number,
  table: keyof typeof SYNCED,
  rows: readonly object[],
  words: readonly (string | null)[],
  seqs: readonly number[],
  fresh: readonly number[],
): Promise<void> {
  const { index } = SYNCED[table];
  await insertAll(
    tx,
    table as "actor_rows",
    fresh.map((i) => rows[i] as Omit<Tables["actor_rows"], "seq" | "story">),
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
