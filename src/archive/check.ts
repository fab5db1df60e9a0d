import { sql } from "kysely";
import { type Anchor, anchorAt, anchorContains, extentOf, leadOf, type Story } from "../model/index.js";
import { align, type Difference } from "./align.js";
import { ArchiveError } from "./error.js";
import { type FoldedWord, fold, foldedWords, stem } from "./fold.js";
import { anyOf, bestRows, phraseOf, rowsMatching } from "./fts.js";
import { statementRows } from "./lists.js";
import { allOf, type Condition, namesActor, SPEAKING, type StoryScope, storyConditions } from "./query.js";
import { storyOfRow } from "./read.js";
import type { StatementRow } from "./rows.js";
import type { Db } from "./schema.js";

export interface CheckQuery extends StoryScope {
  /** Only words for which this actor is on record. */
  readonly by?: string;
  /** At most so many places; 1000 unless told. */
  readonly exact?: number;
  /** At most so many near matches; 20 unless told. */
  readonly altered?: number;
}

/** A place where exactly these words stand: same words in the same order, whatever their case, punctuation and quotation marks. */
export interface ExactWords {
  readonly story: string;
  readonly headline: string | null;
  readonly lead: string;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  /** Where; several quotes when the words run over the parts of a broken statement. */
  readonly words: Anchor;
  /** Statements whose content holds them, the innermost first. None: the story itself says it. */
  readonly statements: readonly StatementRow[];
}

/** A statement that shares most of the words in order. Differences are told in folded words. */
export interface AlteredWords {
  readonly statement: StatementRow;
  /** The stretch of its content that is nearest. */
  readonly words: Anchor;
  /** How many of the asked words stand there in order, and how many words must be put in, left out or replaced. */
  readonly shared: number;
  readonly edits: number;
  readonly differences: readonly Difference[];
}

export interface CheckResult {
  /** Newest story first. */
  readonly exact: readonly ExactWords[];
  /** Whether these are all places, not only the first so many. */
  readonly complete: boolean;
  /** Nearest first. */
  readonly altered: readonly AlteredWords[];
  /** How many stories were looked into: what "not found" is worth. */
  readonly storiesLooked: number;
}

/** Statements that are compared word by word for near matches: those that search ranks first. */
const COMPARED = 200;
/** Rare words tell statements apart; of a long quotation the first so many are enough to find it. */
const SEARCHED_WORDS = 48;
/** Below so many shared words anything is near to anything. */
const LEAST_SHARED = 3;

/** Words that stand in nearly every statement: asked alone they find all, so the search for near matches does without them. */
const COMMON = new Set(
  fold(
    "a an the and or but if of to in on at for from by with as is are was were be been has have had do does did will would can could " +
      "should may might must not no it its he she they we i you his her their our this that these those there what who which",
  ),
);

/** Are these words on record? Throws `ArchiveError` "query" when no letter or digit is in them. */
export async function checkWords(db: Db, words: string, query: CheckQuery, path: string): Promise<CheckResult> {
  const asked = fold(words);
  if (asked.length === 0) throw new ArchiveError("query", path, `There is no letter or digit to look for in ${JSON.stringify(words)}`);
  const inScope = allOf(await storyConditions(db, query, path));
  const bySpeaker = allOf(query.by === undefined ? [] : [namesActor(query.by, path, SPEAKING)]);
  const scope = { inScope, bySpeaker, hasSpeaker: query.by !== undefined };
  const { rows } = await sql<{ count: number }>`select count(*) as count from stories s where ${inScope}`.execute(db);
  const limit = query.exact ?? 1000;
  const exact = await exactWords(db, asked, scope, limit);
  const found = new Set(exact.flatMap(({ statements }) => statements.map(({ id }) => id)));
  const altered = (await alteredWords(db, asked, scope)).filter(({ statement }) => !found.has(statement.id));
  return {
    exact: exact.slice(0, limit),
    complete: exact.length <= limit,
    altered: altered.slice(0, query.altered ?? 20),
    storiesLooked: rows[0].count,
  };
}

interface Scope {
  /** Conditions on the stories `s`, and on the statements `a`. */
  readonly inScope: Condition;
  readonly bySpeaker: Condition;
  readonly hasSpeaker: boolean;
}

async function exactWords(db: Db, asked: readonly string[], scope: Scope, limit: number): Promise<readonly ExactWords[]> {
  const { inScope, bySpeaker, hasSpeaker } = scope;
  const phrase = phraseOf(asked.map(stem));
  const { rows } = await sql<{ seq: number }>`
    select s.seq from stories s
    where (s.seq in ${rowsMatching("stories_words", phrase)}
      or s.seq in (select a.story from annotations a where a.parts is not null and a.seq in ${rowsMatching("annotations_words", phrase)}))
    and ${inScope} order by s.published_key desc, s.id`.execute(db);
  const places: ExactWords[] = [];
  for (const { seq } of rows) {
    // One more than asked for is enough to know that there are more.
    if (places.length > limit) break;
    const row = await db.selectFrom("stories").select(["text", "meta"]).where("seq", "=", seq).executeTakeFirst();
    if (row === undefined) continue;
    const said = await sql<{ seq: number }>`
      select a.seq from annotations a where a.story = ${seq} and a.layer = 'statements' and ${bySpeaker}`.execute(db);
    const numbers = said.rows.map((statement) => statement.seq);
    const statements = [...(await statementRows(db, numbers)).values()];
    for (const place of placesIn(storyOfRow(row), statements, asked)) {
      if (place.statements.length > 0 || !hasSpeaker) places.push(place);
    }
  }
  return places;
}

/** All places of a story where the words stand: in its text, and in broken statements whose parts together say them. */
function placesIn(story: Story, statements: readonly StatementRow[], asked: readonly string[]): readonly ExactWords[] {
  const anchors = occurrences(foldedWords(story.text), asked).map((found) => anchorOf(story.text, found));
  for (const { content } of statements) {
    for (const found of occurrences(wordsOf(content), asked)) {
      const anchor = anchorOf(story.text, found, content);
      if (anchor.length > 1) anchors.push(anchor);
    }
  }
  return anchors
    .sort((a, b) => a[0].start - b[0].start)
    .map((words) => ({
      story: story.id,
      headline: story.headline,
      lead: leadOf(story),
      published: story.published?.value ?? null,
      outlet: story.outlet,
      agency: story.agency,
      words,
      statements: statements.filter(({ content }) => anchorContains(content, words)).sort((a, b) => width(a.content) - width(b.content)),
    }));
}

async function alteredWords(db: Db, asked: readonly string[], { inScope, bySpeaker }: Scope): Promise<readonly AlteredWords[]> {
  if (asked.length < LEAST_SHARED) return [];
  const rare = asked.filter((word) => !COMMON.has(word));
  const searched = [...new Set((rare.length > 0 ? rare : asked).map(stem))].slice(0, SEARCHED_WORDS);
  const within = sql`(select a.seq from annotations a join stories s on s.seq = a.story where ${inScope} and ${bySpeaker})`;
  const seqs = await bestRows(db, "annotations_words", anyOf(searched), within, COMPARED);
  const near: AlteredWords[] = [];
  for (const statement of (await statementRows(db, seqs)).values()) {
    const words = wordsOf(statement.content);
    const { start, end, shared, edits, differences } = align(
      asked,
      words.map(({ word }) => word),
    );
    if (shared < LEAST_SHARED || shared * 2 <= asked.length || edits * 2 > asked.length + 1) continue;
    near.push({ statement, words: quotesOf(statement.content, words.slice(start, end)), shared, edits, differences });
  }
  return near.sort(byNearness);
}

function byNearness(a: AlteredWords, b: AlteredWords): number {
  const later = (b.statement.published ?? "").localeCompare(a.statement.published ?? "");
  return a.edits - b.edits || b.shared - a.shared || later || (a.statement.id < b.statement.id ? -1 : 1);
}

/** The words of an anchor, placed in the text. */
const wordsOf = (anchor: Anchor): readonly FoldedWord[] =>
  anchor.flatMap(({ start, exact }) =>
    foldedWords(exact).map((word) => ({ word: word.word, start: word.start + start, end: word.end + start })),
  );

/** Every run of words that are the asked ones. */
function occurrences(words: readonly FoldedWord[], asked: readonly string[]): readonly (readonly FoldedWord[])[] {
  const found: (readonly FoldedWord[])[] = [];
  for (let i = 0; i + asked.length <= words.length; i++) {
    if (asked.every((word, j) => words[i + j].word === word)) found.push(words.slice(i, i + asked.length));
  }
  return found;
}

/** From the first word to the last; in the parts of a broken statement, one span a part. */
function anchorOf(text: string, words: readonly FoldedWord[], content?: Anchor): Anchor {
  const whole = [{ start: words[0].start, end: words[words.length - 1].end }];
  return anchorAt(text, content === undefined ? whole : spansOf(content, words));
}

function spansOf(content: Anchor, words: readonly FoldedWord[]): readonly { readonly start: number; readonly end: number }[] {
  return content.flatMap((part) => {
    const inside = words.filter(({ start, end }) => part.start <= start && end <= part.end);
    return inside.length === 0 ? [] : [{ start: inside[0].start, end: inside[inside.length - 1].end }];
  });
}

const quotesOf = (content: Anchor, words: readonly FoldedWord[]): Anchor =>
  spansOf(content, words).map(({ start, end }) => {
    const part = content.find((quote) => quote.start <= start && end <= quote.end) ?? content[0];
    return { start, end, exact: part.exact.slice(start - part.start, end - part.start) };
  });

function width(anchor: Anchor): number {
  const { start, end } = extentOf(anchor);
  return end - start;
}
