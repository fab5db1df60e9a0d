import { CompiledQuery, sql } from "kysely";
import { makerId, Story, StoryRecord } from "../model/index.js";
import { storyColumns } from "./derive.js";
import { ArchiveError } from "./error.js";
import { familyProblems } from "./family-store.js";
import { indexWords, problemOfWords, searchedText, WORD_INDEXES, type WordIndex, wordChecksum, wordChecksums } from "./fts.js";
import type { History } from "./history.js";
import { readHistory } from "./history-store.js";
import { problemsOf } from "./problems.js";
import { unpackRecord } from "./read.js";
import type { Db } from "./schema.js";
import { problemOfShingles, SHINGLE_INDEX, shingleSums, storyShingles } from "./shingle-index.js";

/** One thing that does not hold. */
export interface Problem {
  /** Id of the story that it concerns; null for the file as a whole. */
  readonly story: string | null;
  readonly problem: string;
}

/**
 * Looks whether everything holds that the archive promises: the file's own integrity; each text against its hash and id; each quote against
 * the text; and every derived row and index against the records and corrections that it was derived from. Gives nothing when all is well. Reads all of it.
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
      const indexes = new Map<string, Map<number, number>>([[SHINGLE_INDEX, await shingleSums(connection)]]);
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
  const problem = await problemOfShingles(db);
  if (problem !== null) problems.push(`the index ${SHINGLE_INDEX} is damaged: ${problem}`);
  return problems.map((problem) => ({ story: null, problem }));
}

/** By index, what it holds of each row, in one number; rows that were looked at are taken out. */
type Indexes = ReadonlyMap<string, Map<number, number>>;

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
  for (const problem of await familyProblems(db, seq, story)) yield found(problem);
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
  const history = await readHistoryOr(db, seq, story);
  if (typeof history === "string") yield found(`its history cannot be read: ${history}`);
  else for await (const problem of rowProblems(db, seq, history, indexes)) yield found(problem);
  const sums = indexes.get(SHINGLE_INDEX);
  if ((sums?.get(seq) ?? 0) !== storyShingles(story, record).reduce((sum, shingle) => sum + shingle, 0)) {
    yield found(`the index ${SHINGLE_INDEX} does not hold its shingles`);
  }
  sums?.delete(seq);
}

async function readHistoryOr(db: Db, seq: number, story: Story): Promise<History | string> {
  try {
    return await readHistory(db, seq, story);
  } catch (error) {
    return (error as Error).message.replaceAll(/\s+/g, " ");
  }
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

/** Compares the rows of a story with those that its records and corrections make. */
async function* rowProblems(db: Db, story: number, expected: History, indexes: Indexes): AsyncIterable<string> {
  const annotations = await db.selectFrom("annotation_rows").selectAll().where("story", "=", story).orderBy("seq").execute();
  const actors = await db.selectFrom("actor_rows").selectAll().where("story", "=", story).orderBy("seq").execute();
  const unread = await db.selectFrom("unread_rows").selectAll().where("story", "=", story).orderBy("seq").execute();
  const annotationPairs = yield* pairs("annotations", expected.annotations, annotations);
  const actorPairs = yield* pairs("actors", expected.actors, actors);
  yield* pairs("unread", expected.unread, unread);
  if (annotations.length !== expected.annotations.length || actors.length !== expected.actors.length) return;
  const roles = await db
    .selectFrom("annotation_actor_rows as r")
    .innerJoin("annotation_rows as a", "a.seq", "r.annotation")
    .select(["r.annotation", "r.actor", "r.role"])
    .where("a.story", "=", story)
    .execute();
  const roleName = (annotation: number, actor: number, role: string): string => `${annotation} ${actor} ${role}`;
  const stored = new Set(roles.map(({ annotation, actor, role }) => roleName(annotation, actor, role)));
  for (const { annotation, actor, role } of expected.actorRoles) {
    const [said, who] = [annotationPairs[annotation], actorPairs[actor]];
    if (said !== undefined && who !== undefined && !stored.delete(roleName(said.seq, who.seq, role))) {
      yield `no row says that ${who.id} is ${role} of ${said.id}`;
    }
  }
  if (stored.size > 0) yield `${stored.size} rows of annotation_actors are not in the record`;
  yield* indexProblems(indexes, "annotations_words", foldedRows("annotations_words", annotationPairs, expected.annotationWords));
  yield* indexProblems(indexes, "actors_words", foldedRows("actors_words", actorPairs, expected.actorWords));
}

function* foldedRows(
  index: WordIndex,
  rows: readonly ({ readonly seq: number } | undefined)[],
  words: readonly (string | null)[],
): Iterable<readonly [seq: number, words: string]> {
  for (const [i, text] of words.entries()) {
    const row = rows[i];
    if (row !== undefined && text !== null) yield [row.seq, indexWords(index, text)];
  }
}

/** The stored row of each expected one: the same, else the nearest of those that nothing else is the same as, and what then differs. */
function* pairs<Row extends object>(
  table: string,
  expected: readonly object[],
  stored: readonly Row[],
): Generator<string, readonly (Row | undefined)[]> {
  if (expected.length !== stored.length) yield `${table} has ${stored.length} rows of it, and its record ${expected.length}`;
  const left = new Set(stored);
  const found = expected.map((row) => {
    for (const candidate of left) {
      if (differing(row, candidate) > 0) continue;
      left.delete(candidate);
      return candidate;
    }
    return undefined;
  });
  for (const [i, row] of expected.entries()) {
    if (found[i] !== undefined) continue;
    const nearest = [...left].sort((a, b) => differing(row, a) - differing(row, b))[0];
    if (nearest === undefined) continue;
    left.delete(nearest);
    found[i] = nearest;
    yield* differences(`the row of ${"id" in row ? row.id : `unread sentence ${i + 1}`} in ${table}`, row, nearest);
  }
  return found;
}

const differing = (expected: object, stored: object): number =>
  Object.entries(expected).filter(([column, value]) => (stored as Readonly<Record<string, unknown>>)[column] !== value).length;

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
