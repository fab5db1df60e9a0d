import { CompiledQuery, type Kysely, type RawBuilder, sql } from "kysely";
import { markedWords, markedWordsOf, shinglesOf } from "../linking/index.js";
import type { Story, StoryRecord } from "../model/index.js";
import { ArchiveError } from "./error.js";
import { searchedText } from "./fts.js";
import { unpackRecord } from "./read.js";
import type { Db } from "./schema.js";

/**
 * Which stories hold a shingle: the index by which words are found again though they were altered, and copies of stories are found. Its
 * terms are the numbers of `shinglesOf` in decimal digits, a row a story. FTS5 keeps them, because it writes sorted runs and merges them;
 * a table with a key of its own would change a page of the file for each of a story's hundreds of shingles. "detail=none": which row holds a term is all
 * that is asked.
 */
export const SHINGLE_INDEX = "stories_shingles";

export async function createShingleIndex(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table ${sql.table(SHINGLE_INDEX)} using fts5(words, content='', contentless_delete=1, tokenize='ascii', detail='none')`.execute(
    db,
  );
}

/** The shingles of all that is searched of a story, and of its broken quotations without what stands between their parts. */
export function storyShingles(story: Pick<Story, "text" | "headline">, { statements }: Pick<StoryRecord, "statements">): readonly number[] {
  const broken = statements.filter(({ anchor }) => anchor.length > 1);
  return [
    ...new Set([...shinglesOf(markedWords(searchedText(story))), ...broken.flatMap(({ anchor }) => shinglesOf(markedWordsOf(anchor)))]),
  ];
}

/** Subquery: the stories that hold all of these shingles, at least one. */
export const storiesWithAll = (shingles: readonly number[]): RawBuilder<number> =>
  sql<number>`(select rowid from ${sql.table(SHINGLE_INDEX)} where ${sql.table(SHINGLE_INDEX)} match ${shingles.map((n) => `"${n}"`).join(" AND ")})`;

/** The first so many stories that hold a shingle, by number. */
export async function storiesWith(db: Db, shingle: number, limit: number): Promise<readonly number[]> {
  // Not built by Kysely, and in one row: a check asks this thirty times, and rows are what takes time in the driver.
  const { rows } = await db.executeQuery<{ list: string | null }>(
    CompiledQuery.raw(
      `select group_concat(rowid) as list from (select rowid from ${SHINGLE_INDEX} where ${SHINGLE_INDEX} match ? limit ?)`,
      [`"${shingle}"`, limit],
    ),
  );
  const [{ list }] = rows;
  return list === null ? [] : list.split(",").map(Number);
}

export async function deleteShingles(db: Db, story: number): Promise<void> {
  await sql`delete from ${sql.table(SHINGLE_INDEX)} where rowid = ${story}`.execute(db);
}

/** As `purgeWords`. */
export async function purgeShingles(db: Db): Promise<void> {
  await sql`insert into ${sql.table(SHINGLE_INDEX)}(${sql.ref(SHINGLE_INDEX)}) values ('optimize')`.execute(db);
}

/** As `problemOfWords`. */
export async function problemOfShingles(db: Db): Promise<string | null> {
  try {
    await sql`insert into ${sql.table(SHINGLE_INDEX)}(${sql.ref(SHINGLE_INDEX)}) values ('integrity-check')`.execute(db);
    return null;
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.code !== "corrupt") throw error;
    return error.cause instanceof Error ? error.cause.message : error.message;
  }
}

/** What the index holds of each story, in one number: the sum of its shingles. Reads the whole index. */
export async function shingleSums(db: Db): Promise<Map<number, number>> {
  const vocabulary = `${SHINGLE_INDEX}_vocabulary`;
  await sql`create virtual table if not exists temp.${sql.ref(vocabulary)} using fts5vocab('main', ${sql.lit(SHINGLE_INDEX)}, 'instance')`.execute(
    db,
  );
  const { rows } = await sql<{ doc: number; sum: number }>`
    select doc, sum(cast(term as integer)) as sum from temp.${sql.ref(vocabulary)} group by doc`.execute(db);
  return new Map(rows.map(({ doc, sum }) => [doc, sum]));
}

/** Stories that are filled in at a time. */
const PAGE = 200;

/** Fills the index of an archive that was made before there was one. */
export async function fillShingleIndex(db: Db): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom("stories as s")
      .innerJoin("records as r", "r.story", "s.seq")
      .select(["s.seq", "s.text", "s.headline", "r.body"])
      .where("r.known_to", "is", null)
      .where("s.seq", ">", after)
      .orderBy("s.seq")
      .limit(PAGE)
      .execute();
    for (const { seq, text, headline, body } of rows) {
      const shingles = storyShingles({ text, headline }, unpackRecord(body));
      await sql`insert into ${sql.table(SHINGLE_INDEX)} (rowid, words) values (${seq}, ${shingles.join(" ")})`.execute(db);
      after = seq;
    }
    if (rows.length < PAGE) return;
  }
}
