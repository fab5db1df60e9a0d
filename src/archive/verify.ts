import { CompiledQuery, sql } from "kysely";
import { makerId, Story, StoryRecord } from "../model/index.js";
import { type DerivedRows, deriveRows, storyColumns } from "./derive.js";
import { ArchiveError } from "./error.js";
import { indexWords, problemOfWords, searchedText, WORD_INDEXES, type WordIndex, wordChecksum, wordChecksums } from "./fts.js";
import { problemsOf } from "./problems.js";
import { unpackRecord } from "./read.js";
import type { Db } from "./schema.js";

/** One thing that does not hold. */
export interface Problem {
  /** Id of the story that it concerns; null for the file as a whole. */
  readonly story: string | null;
  readonly problem: string;
}

/**
 * Looks whether everything holds that the archive promises: the file's own integrity; each text against its hash and id; each quote against
 * the text; and every derived row and index against the record it was derived from. Gives nothing when all is well. Reads all of it.
 */
export async function* verifyArchive(db: Db, path: string): AsyncIterable<Problem> {
  const { rows } = await sql<{ query_only: number }>`pragma query_only`.execute(db);
  try {
    // FTS5 is asked by way of insertions and of a temporary table; the archive itself is not written to.
    await db.executeQuery(CompiledQuery.raw("pragma query_only = off"));
    yield* await fileProblems(db);
    yield* await contentProblems(db);
  } catch (error) {
    // A damaged page ends the look: what lies behind it cannot be read.
    if (!(error instanceof ArchiveError) || error.code !== "corrupt") throw error;
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    yield { story: null, problem: `${path} could not be read to its end: ${cause}` };
  } finally {
    await db.executeQuery(CompiledQuery.raw(`pragma query_only = ${rows[0].query_only}`));
  }
}

/** Looks at stories and indexes as they were at one instant, so that what another process adds meanwhile is no problem. */
function contentProblems(db: Db): Promise<readonly Problem[]> {
  return db.connection().execute(async (connection) => {
    // Not Kysely's transaction, which would keep writers out for as long as the look takes.
    await connection.executeQuery(CompiledQuery.raw("begin"));
    try {
      const problems: Problem[] = [];
      const indexes = new Map<WordIndex, Map<number, number>>();
      for (const index of WORD_INDEXES) indexes.set(index, new Map(await wordChecksums(connection, index)));
      const stories = await connection.selectFrom("stories").select("seq").orderBy("seq").execute();
      for (const { seq } of stories) for await (const problem of storyProblems(connection, seq, indexes)) problems.push(problem);
      for (const [index, left] of indexes) {
        if (left.size > 0)
          problems.push({ story: null, problem: `the index ${index} holds the words of ${left.size} rows that are not there` });
      }
      return problems;
    } finally {
      await connection.executeQuery(CompiledQuery.raw("rollback"));
    }
  });
}

async function fileProblems(db: Db): Promise<readonly Problem[]> {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const keys = await sql<{ table: string; rowid: number | null; parent: string }>`pragma foreign_key_check`.execute(db);
  const problems = [
    ...integrity.rows.filter((row) => row.integrity_check !== "ok").map((row) => `SQLite finds: ${row.integrity_check}`),
    ...keys.rows.map(({ table, rowid, parent }) => `row ${rowid ?? "?"} of ${table} points to a row of ${parent} that is not there`),
  ];
  for (const index of WORD_INDEXES) {
    const problem = await problemOfWords(db, index);
    if (problem !== null) problems.push(`the index ${index} is damaged: ${problem}`);
  }
  return problems.map((problem) => ({ story: null, problem }));
}

type Indexes = ReadonlyMap<WordIndex, Map<number, number>>;

async function* storyProblems(db: Db, seq: number, indexes: Indexes): AsyncIterable<Problem> {
  const row = await db.selectFrom("stories").selectAll().where("seq", "=", seq).executeTakeFirst();
  if (row === undefined) return;
  const found = (problem: string): Problem => ({ story: row.id, problem });
  const story = read(() => Story.parse({ ...JSON.parse(row.meta), text: row.text }));
  if (typeof story === "string") {
    yield found(`the story cannot be read: ${story}`);
    return;
  }
  for (const problem of columnProblems(story, row)) yield found(problem);
  for (const problem of indexProblems(indexes, "stories_words", [[seq, indexWords("stories_words", searchedText(story))]]))
    yield found(problem);
  const records = await db.selectFrom("records").select(["maker", "body"]).where("story", "=", seq).where("known_to", "is", null).execute();
  if (records.length !== 1) {
    yield found(`it has ${records.length} current records instead of one`);
    return;
  }
  const [{ maker, body }] = records;
  const record = read(() => StoryRecord.parse(unpackRecord(body)));
  if (typeof record === "string") {
    yield found(`its record cannot be read: ${record}`);
    return;
  }
  if (makerId(record.maker) !== maker) yield found(`its record is listed as made by ${maker}, but says ${makerId(record.maker)}`);
  for (const problem of problemsOf(story, record)) yield found(problem);
  for await (const problem of rowProblems(db, seq, deriveRows(record), indexes)) yield found(problem);
}

/** What a function gives, or in words why it fails. */
function read<T extends object>(parse: () => T): T | string {
  try {
    return parse();
  } catch (error) {
    return (error as Error).message.replaceAll(/\s+/g, " ");
  }
}

function* columnProblems(story: Story, row: object): Iterable<string> {
  yield* differences("the story's row", storyColumns(story), row);
}

async function* rowProblems(db: Db, story: number, derived: DerivedRows, indexes: Indexes): AsyncIterable<string> {
  const annotations = await db.selectFrom("annotations").selectAll().where("story", "=", story).orderBy("seq").execute();
  const actors = await db.selectFrom("actors").selectAll().where("story", "=", story).orderBy("seq").execute();
  const unread = await db.selectFrom("unread").selectAll().where("story", "=", story).orderBy("seq").execute();
  yield* listProblems("annotations", derived.annotations, annotations);
  yield* listProblems("actors", derived.actors, actors);
  yield* listProblems("unread", derived.unread, unread);
  if (annotations.length !== derived.annotations.length || actors.length !== derived.actors.length) return;
  const roles = await db
    .selectFrom("annotation_actors as r")
    .innerJoin("annotations as a", "a.seq", "r.annotation")
    .select(["r.annotation", "r.actor", "r.role"])
    .where("a.story", "=", story)
    .execute();
  const roleName = (annotation: number, actor: number, role: string): string => `${annotation} ${actor} ${role}`;
  const stored = new Set(roles.map(({ annotation, actor, role }) => roleName(annotation, actor, role)));
  for (const { annotation, actor, role } of derived.actorRoles) {
    if (!stored.delete(roleName(annotations[annotation].seq, actors[actor].seq, role))) {
      yield `no row says that ${actors[actor].id} is ${role} of ${annotations[annotation].id}`;
    }
  }
  if (stored.size > 0) yield `${stored.size} rows of annotation_actors are not in the record`;
  yield* indexProblems(
    indexes,
    "annotations_words",
    derived.annotationWords.flatMap((words, i) => (words === null ? [] : [[annotations[i].seq, indexWords("annotations_words", words)]])),
  );
  yield* indexProblems(
    indexes,
    "actors_words",
    derived.actorWords.map((words, i) => [actors[i].seq, indexWords("actors_words", words)]),
  );
}

function* listProblems(table: string, expected: readonly object[], stored: readonly object[]): Iterable<string> {
  if (expected.length !== stored.length) yield `${table} has ${stored.length} rows of it, and its record ${expected.length}`;
  for (const [i, row] of expected.entries()) {
    if (i < stored.length)
      yield* differences(`the row of ${"id" in row ? row.id : `unread sentence ${i + 1}`} in ${table}`, row, stored[i]);
  }
}

function* differences(owner: string, expected: object, stored: object): Iterable<string> {
  for (const [column, value] of Object.entries(expected)) {
    const found = (stored as Readonly<Record<string, unknown>>)[column];
    if (found !== value) yield `${owner} has ${column} ${JSON.stringify(found)}, where the record has ${JSON.stringify(value)}`;
  }
}

/** Compares rows of an index with what they should hold, and takes them off the list of what the index holds. */
function* indexProblems(indexes: Indexes, index: WordIndex, rows: Iterable<readonly [seq: number, words: string]>): Iterable<string> {
  const held = indexes.get(index);
  for (const [seq, words] of rows) {
    const expected = wordChecksum(words);
    if ((held?.get(seq) ?? 0) !== expected) yield `the index ${index} does not hold the words of row ${seq}`;
    held?.delete(seq);
  }
}
