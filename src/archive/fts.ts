import { type Kysely, type RawBuilder, sql } from "kysely";
import { fold, stem } from "../linking/index.js";
import type { Story } from "../model/index.js";
import { ArchiveError } from "./error.js";
import type { Db } from "./schema.js";

/**
 * Full-text search: the one file that knows SQLite's FTS5. PostgreSQL would put the same words (`indexWords`) into a tsvector with the
 * "simple" configuration. The indexes hold no text of their own; `contentless_delete` lets a row be deleted without it.
 * The "ascii" tokenizer parts at whatever is no letter or digit, and takes all beyond ASCII for letters: folded words stay whole.
 */
export const WORD_INDEXES = ["stories_words", "annotations_words", "actors_words"] as const;
export type WordIndex = (typeof WORD_INDEXES)[number];

export async function createWordIndexes(db: Kysely<unknown>): Promise<void> {
  for (const index of WORD_INDEXES) {
    await sql`create virtual table ${sql.table(index)} using fts5(words, content='', contentless_delete=1, tokenize='ascii')`.execute(db);
  }
}

/** The words that are indexed for a text: folded, without plural endings, joined by spaces. Names are kept as they are. */
export function indexWords(index: WordIndex, text: string): string {
  const words = fold(text);
  return (index === "actors_words" ? words : words.map(stem)).join(" ");
}

/** What of a story is searched: its text, and a headline that only its metadata has. */
export const searchedText = ({ text, headline }: Pick<Story, "text" | "headline">): string =>
  headline === null || text.includes(headline) ? text : `${headline}\n\n${text}`;

/** Columns of a word index as the bulk insert needs them; `words` is what `indexWords` gave. */
export interface WordRow {
  readonly rowid: number;
  readonly words: string;
}

/** Takes rows out of an index; `rows` is a subquery of their numbers. */
export async function deleteWords(db: Db, index: WordIndex, rows: RawBuilder<unknown>): Promise<void> {
  await sql`delete from ${sql.table(index)} where rowid in ${rows}`.execute(db);
}

/**
 * Rewrites an index so that nothing of deleted rows stays in it: a deletion alone only marks them. Takes time in proportion to the
 * index.
 */
export async function purgeWords(db: Db, index: WordIndex): Promise<void> {
  await sql`insert into ${sql.table(index)}(${sql.ref(index)}) values ('optimize')`.execute(db);
}

/** What FTS5 finds wrong with an index; null when nothing. Asked as an insertion, it needs the right to write, though it writes nothing. */
export async function problemOfWords(db: Db, index: WordIndex): Promise<string | null> {
  try {
    await sql`insert into ${sql.table(index)}(${sql.ref(index)}) values ('integrity-check')`.execute(db);
    return null;
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.code !== "corrupt") throw error;
    return error.cause instanceof Error ? error.cause.message : error.message;
  }
}

/** Subquery: the rows of an index that hold a query's words (`matchOf`). */
export const rowsMatching = (index: WordIndex, match: string): RawBuilder<number> =>
  sql<number>`(select rowid from ${sql.table(index)} where ${sql.table(index)} match ${match})`;

/** The rows among `within` (a subquery) that hold most of a query's weight of words, best first (BM25). */
export async function bestRows(
  db: Db,
  index: WordIndex,
  match: string,
  within: RawBuilder<unknown>,
  limit: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{ rowid: number }>`
    select rowid from ${sql.table(index)}
    where ${sql.table(index)} match ${match} and rowid in ${within} order by rank, rowid limit ${limit}`.execute(db);
  return rows.map(({ rowid }) => rowid);
}

/**
 * The FTS5 expression of a person's query. All words must occur, in any order; words in "quotation marks", and words that folding
 * parts ("cease-fire"), must stand together; `sanction*` is a beginning. Throws `ArchiveError` "query" when no letter or digit is in it.
 */
export function matchOf(index: WordIndex, query: string, path: string): string {
  const phrases: string[] = [];
  for (const [, quoted, bare] of query.matchAll(/["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+)/gu)) {
    const prefix = bare?.endsWith("*") ?? false;
    const words = prefix
      ? fold(bare)
      : indexWords(index, quoted ?? bare)
          .split(" ")
          .filter(Boolean);
    if (words.length > 0) phrases.push(phraseOf(words) + (prefix ? " *" : ""));
  }
  if (phrases.length === 0) throw new ArchiveError("query", path, `The query ${JSON.stringify(query)} has no letter or digit to look for`);
  return phrases.join(" AND ");
}

/** The FTS5 expression of words that stand together in this order. */
export const phraseOf = (words: readonly string[]): string => `"${words.join(" ")}"`;

/** Matches what holds at least one of these words. */
export const anyOf = (words: readonly string[]): string => words.map((word) => phraseOf([word])).join(" OR ");

/** A number that says which words a row of an index holds, in which order: see `wordChecksums`. */
export function wordChecksum(words: string): number {
  return words
    .split(" ")
    .filter(Boolean)
    .reduce((sum, word, offset) => {
      const letters = Array.from(word, (letter) => letter.codePointAt(0) ?? 0);
      const middle = letters[Math.floor(letters.length / 2)];
      return sum + ((offset % 997) + 1) * ((letters[0] + 3 * middle + 7 * letters[letters.length - 1]) * 64 + letters.length);
    }, 0);
}

/**
 * The checksum of each row of an index, by its number: what the index really holds, which an index without texts of its own can only
 * tell term by term. Reads the whole index once. SQL of `wordChecksum`.
 */
export async function wordChecksums(db: Db, index: WordIndex): Promise<ReadonlyMap<number, number>> {
  const vocabulary = `${index}_vocabulary`;
  await sql`create virtual table if not exists temp.${sql.ref(vocabulary)} using fts5vocab('main', ${sql.lit(index)}, 'instance')`.execute(
    db,
  );
  const { rows } = await sql<{ doc: number; checksum: number }>`
    select doc, sum(((offset % 997) + 1) *
      ((unicode(term) + 3 * unicode(substr(term, length(term) / 2 + 1, 1)) + 7 * unicode(substr(term, -1))) * 64 + length(term))) as checksum
    from temp.${sql.ref(vocabulary)} group by doc`.execute(db);
  return new Map(rows.map(({ doc, checksum }) => [doc, checksum]));
}
