import { type SqlBool, sql } from "kysely";
import {
  fold,
  isFunctionWord,
  type Likeness,
  type MarkedWord,
  markedWords,
  markedWordsOf,
  nearStretches,
  type Relation,
  relationOf,
  runsOf,
  type Stretch,
  shinglesOf,
  stem,
  type Turn,
  turnsOf,
  type Verdict,
  verdictOf,
} from "../linking/index.js";
import { type Anchor, anchorAt } from "../model/index.js";
import { accountsIn } from "./accounts.js";
import { ArchiveError } from "./error.js";
import { familiesOfStories } from "./families.js";
import { listed } from "./family-store.js";
import { anyOf, phraseOf, rowsMatching } from "./fts.js";
import { statementRows } from "./lists.js";
import { type LookedInto, lookedInto } from "./looked.js";
import { allOf, type Condition, namesActor, SPEAKING, type StoryScope, storyConditions } from "./query.js";
import type { Accounts, StatementRow } from "./rows.js";
import type { Db } from "./schema.js";
import { storiesWith, storiesWithAll } from "./shingle-index.js";

export interface CheckQuery extends StoryScope {
  /** Whose words they are said to be: words of its name, its role, or a description in the story. Others are looked at all the same. */
  readonly by?: string;
  /** At most so many places where exactly these words stand; 200 unless told. */
  readonly exact?: number;
  /** At most so many near matches; 20 unless told. */
  readonly altered?: number;
}

/** A place where the words, or nearly these, stand. Compared are words whatever their case, punctuation and quotation marks. */
export interface FoundWords {
  readonly story: string;
  readonly headline: string | null;
  readonly lead: string;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  /** Where; several quotes when the words run over the parts of a broken statement. */
  readonly words: Anchor;
  readonly likeness: Likeness;
  /** How the one asked about (where nobody was, whoever says it) stands to these words. */
  readonly relation: Relation;
  /** A statement that holds them is a denial: the words are told as not so. */
  readonly denied: boolean;
  /** How many of the asked words stand there in order, and how many must be put in, left out or replaced. */
  readonly shared: number;
  readonly edits: number;
  /** In folded words. */
  readonly differences: Stretch["differences"];
  /** Changes among the differences that may turn the sense. */
  readonly turns: readonly Turn[];
  /** Statements whose content holds them, the innermost first. None: the story itself says it, or the reader missed who does. */
  readonly statements: readonly StatementRow[];
}

export interface CheckResult {
  readonly verdict: Verdict;
  /** Newest story first. */
  readonly exact: readonly FoundWords[];
  /** Whether these are all places, not only the first so many. */
  readonly complete: boolean;
  /** The story that has exactly these words first, of all that are dated; null when none has. */
  readonly first: FoundWords | null;
  /** Cut and altered; with `by`, those of the one asked about first; nearest first. */
  readonly altered: readonly FoundWords[];
  /** The stories that have the words or nearly these, told as so; null when none has. */
  readonly accounts: Accounts | null;
  /** Statements that share the rarer words in whatever order: they may say the same in other words, or something else. */
  readonly suggestions: readonly StatementRow[];
  readonly looked: LookedInto;
}

/** Stories that are compared word by word for near matches: those that share most of the rarer shingles; twice as many with `by`. */
const COMPARED = 48;
/** After so many in a row that are not near, those that share still less are not looked at. */
const GIVE_UP = 12;
/** A shingle that stands in so many stories tells none of them apart; where nothing is found by the rare ones, the less rare are tried. */
const RARE = 60;
const COMMON = 1000;
/** Rows that a search for words of their own gives at most. */
const ROWS = 300;
/** Stories whose texts are looked at for exact words, at each end of time, when the words are such as stand everywhere. */
const LOOKED_AT = 1000;
/** A statement holds words when so much of them stands in its content: an altered stretch may begin a word before it. */
const HELD = 0.6;

/** Are these words on record? Throws `ArchiveError` "query" when no letter or digit is in them. */
export async function checkWords(db: Db, words: string, query: CheckQuery, path: string): Promise<CheckResult> {
  const asked = markedWords(words);
  if (asked.length === 0) throw new ArchiveError("query", path, `There is no letter or digit to look for in ${JSON.stringify(words)}`);
  const inScope = allOf(await storyConditions(db, query, path));
  const by = query.by === undefined ? null : namesActor(query.by, path, SPEAKING);
  const limits = { exact: query.exact ?? 200, altered: query.altered ?? 20 };

  const postings = await postingsOf(db, shinglesOf(asked), RARE);
  const exactStories = await storiesInOrder(db, exactCandidates(asked, postings), inScope);
  const newest = await placesIn(db, exactStories.slice(0, LOOKED_AT), asked, limits.exact + 1);
  const complete = newest.length <= limits.exact && exactStories.length <= LOOKED_AT;
  const oldest = complete ? newest : await firstPlace(db, exactStories, asked);

  const seen = new Set(newest.map(({ story }) => story));
  const near: Place[] = [];
  for (const most of [RARE, COMMON]) {
    const shared = most === RARE ? postings : await postingsOf(db, [...postings.keys()], most);
    const candidates = (await nearCandidates(db, asked, shared, most, inScope, by)).filter((seq) => !seen.has(seq));
    near.push(...(await nearPlacesIn(db, candidates, asked)));
    if (near.length > 0 || exactStories.length > 0) break;
    for (const seq of candidates) seen.add(seq);
  }

  const judge = await judging(db, by, [...newest, ...oldest, ...near]);
  const exact = newest
    .slice(0, limits.exact)
    .map(judge)
    .sort(byOwner(by !== null));
  const altered = near
    .map(judge)
    .sort(byNearness(by !== null))
    .slice(0, limits.altered);
  const shown = new Set([...exact, ...altered].flatMap(({ statements }) => statements.map(({ id }) => id)));
  return {
    verdict: verdictOf([...exact, ...altered], by !== null),
    exact,
    complete,
    first: oldest.map(judge).reduce<FoundWords | null>((first, place) => earlier(first, place), null),
    altered,
    accounts: await accountsOf(db, [...exact, ...altered]),
    suggestions: exact.length + altered.length > 0 ? [] : (await suggestions(db, asked, inScope, by)).filter(({ id }) => !shown.has(id)),
    looked: await lookedInto(db, inScope, JSON.stringify([query.story, query.since, query.until, query.outlet])),
  };
}

async function accountsOf(db: Db, places: readonly FoundWords[]): Promise<Accounts | null> {
  const told = new Set(places.filter(({ denied }) => !denied).map(({ story }) => story));
  if (told.size === 0) return null;
  const { rows } = await sql<{ seq: number }>`
    select seq from stories where id in (select value from json_each(${JSON.stringify([...told])}))`.execute(db);
  const seqs = rows.map(({ seq }) => seq);
  return accountsIn(seqs, await familiesOfStories(db, seqs));
}

/** A place before it is known who is asked about. */
interface Place extends Stretch {
  /** Number of the story. */
  readonly story: number;
  readonly anchor: Anchor;
  /** Numbers of the statements that hold it, the innermost first. */
  readonly statements: readonly number[];
}

/** For each shingle the stories that hold it, up to so many. */
type Postings = ReadonlyMap<number, readonly number[]>;

async function postingsOf(db: Db, shingles: readonly number[], most: number): Promise<Postings> {
  const postings = new Map<number, readonly number[]>();
  for (const shingle of shingles) postings.set(shingle, await storiesWith(db, shingle, most));
  return postings;
}

/**
 * That a story may hold exactly the words: it holds all their shingles or, of words too few to have any, their phrase. The rarer shingles are enough to
 * know it by: what else the words need is seen when the story is read.
 */
function exactCandidates(asked: readonly MarkedWord[], postings: Postings): Condition {
  const rare = [...postings.values()].filter(({ length }) => length < RARE);
  if (rare.length > 0) {
    const [first, ...others] = rare.sort((a, b) => a.length - b.length).map((stories) => new Set(stories));
    return sql`s.seq in ${listed([...first].filter((seq) => others.every((stories) => stories.has(seq))))}`;
  }
  if (postings.size > 0) return sql`s.seq in ${storiesWithAll([...postings.keys()])}`;
  const phrase = phraseOf(asked.map(({ word }) => stem(word)));
  return sql<SqlBool>`(s.seq in ${rowsMatching("stories_words", phrase)}
    or s.seq in (select a.story from annotations a where a.parts is not null and a.seq in ${rowsMatching("annotations_words", phrase)}))`;
}

/** Newest first, undated last. */
async function storiesInOrder(db: Db, candidates: Condition, inScope: Condition): Promise<readonly number[]> {
  const { rows } = await sql<{ seq: number }>`
    select s.seq from stories s where ${candidates} and ${inScope} order by s.published_key desc, s.id`.execute(db);
  return rows.map(({ seq }) => seq);
}

/** All places where exactly the words stand, story by story, until there are `most`. */
async function placesIn(db: Db, stories: readonly number[], asked: readonly MarkedWord[], most: number): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const seq of stories) {
    if (places.length >= most) break;
    const text = await textOf(db, seq);
    if (text !== null) places.push(...exactPlaces(text, asked));
  }
  return places;
}

/** The places in the oldest dated story that has the words; in an undated one only when no dated one has. */
async function firstPlace(db: Db, newestFirst: readonly number[], asked: readonly MarkedWord[]): Promise<readonly Place[]> {
  const { rows } = await sql<{ seq: number }>`
    select s.seq from stories s where s.seq in ${listed(newestFirst)}
    order by s.published_key = '', s.published_key, s.id limit ${LOOKED_AT}`.execute(db);
  return placesIn(
    db,
    rows.map(({ seq }) => seq),
    asked,
    1,
  );
}

/** A story's words and where its statements stand. */
interface StoryText {
  readonly seq: number;
  readonly text: string;
  readonly words: readonly MarkedWord[];
  readonly statements: readonly { readonly seq: number; readonly content: readonly Extent[]; readonly broken: Anchor | null }[];
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Null for a story that was removed in the meantime. */
async function textOf(db: Db, seq: number): Promise<StoryText | null> {
  const story = await db.selectFrom("stories").select(["text", "headline"]).where("seq", "=", seq).executeTakeFirst();
  if (story === undefined) return null;
  const rows = await db
    .selectFrom("annotations")
    .select(["seq", "start", "end", "parts"])
    .where("story", "=", seq)
    .where("layer", "=", "statements")
    .orderBy("start")
    .execute();
  const statements = rows.map((row) => {
    const broken: Anchor | null = row.parts === null ? null : JSON.parse(row.parts);
    return { seq: row.seq, content: broken ?? [{ start: row.start, end: row.end }], broken };
  });
  return { seq, text: story.text, words: markedWords(story.text), statements };
}

function exactPlaces(story: StoryText, asked: readonly MarkedWord[]): readonly Place[] {
  const same = (words: readonly MarkedWord[], content?: readonly Extent[]): Place =>
    placeOf(story, { ...SAME, words, shared: asked.length, differences: [sameWords(words)] }, content);
  const places = runsOf(asked, story.words).map((words) => same(words));
  for (const { broken } of story.statements) {
    if (broken === null) continue;
    const across = runsOf(asked, markedWordsOf(broken)).map((words) => same(words, broken));
    places.push(...across.filter(({ anchor }) => anchor.length > 1));
  }
  return places.sort((a, b) => a.anchor[0].start - b.anchor[0].start);
}

const SAME = { likeness: "same", edits: 0 } as const;
const sameWords = (words: readonly MarkedWord[]) => ({ kind: "same", marked: false, words: words.map(({ word }) => word) }) as const;

async function nearPlacesIn(db: Db, stories: readonly number[], asked: readonly MarkedWord[]): Promise<readonly Place[]> {
  const places: Place[] = [];
  let misses = 0;
  for (const seq of stories) {
    const story = await textOf(db, seq);
    const near = story === null ? [] : nearPlaces(story, asked);
    places.push(...near);
    misses = near.length > 0 ? 0 : misses + 1;
    if (misses >= GIVE_UP) break;
  }
  return places;
}

/** Near stretches of the text and of broken statements; of two that lie over one another the nearer. */
function nearPlaces(story: StoryText, asked: readonly MarkedWord[]): readonly Place[] {
  const places = nearStretches(asked, story.words).map((stretch) => placeOf(story, stretch));
  for (const { broken } of story.statements) {
    if (broken !== null) places.push(...nearStretches(asked, markedWordsOf(broken)).map((stretch) => placeOf(story, stretch, broken)));
  }
  const kept: Place[] = [];
  for (const place of places.sort((a, b) => a.edits - b.edits || b.shared - a.shared)) {
    if (!kept.some(({ anchor }) => coverage(anchor, place.anchor) > 0)) kept.push(place);
  }
  return kept;
}

/** From the first word to the last; in the parts of a broken statement, one span a part. */
function placeOf({ seq, text, statements }: StoryText, stretch: Stretch, content?: readonly Extent[]): Place {
  const { words } = stretch;
  const parts = content ?? [{ start: 0, end: text.length }];
  const spans = parts.flatMap((part) => {
    const inside = words.filter(({ start, end }) => part.start <= start && end <= part.end);
    return inside.length === 0 ? [] : [{ start: inside[0].start, end: inside[inside.length - 1].end }];
  });
  const anchor = anchorAt(text, spans);
  const holding = statements.filter((statement) => coverage(statement.content, anchor) >= HELD);
  const least = (list: readonly Extent[]): number => list[list.length - 1].end - list[0].start;
  return {
    ...stretch,
    story: seq,
    anchor,
    statements: holding.sort((a, b) => least(a.content) - least(b.content)).map((statement) => statement.seq),
  };
}

/** How much of `inner` lies in `outer`, 0 to 1. */
function coverage(outer: readonly Extent[], inner: readonly Extent[]): number {
  const whole = inner.reduce((sum, { start, end }) => sum + end - start, 0);
  const held = inner.flatMap((part) => outer.map(({ start, end }) => Math.max(0, Math.min(end, part.end) - Math.max(start, part.start))));
  return held.reduce((sum, length) => sum + length, 0) / whole;
}

/**
 * The stories that share the greatest weight of rare shingles with the words, heaviest first; with somebody asked about, as many of those where
 * it speaks besides. Words with common shingles only are looked for by all of them but one.
 */
async function nearCandidates(
  db: Db,
  asked: readonly MarkedWord[],
  postings: Postings,
  most: number,
  inScope: Condition,
  by: Condition | null,
): Promise<readonly number[]> {
  const weights = new Map<number, number>();
  for (const stories of postings.values()) {
    if (stories.length === most) continue;
    for (const seq of stories) weights.set(seq, (weights.get(seq) ?? 0) + 1 / Math.log2(2 + stories.length));
  }
  if (weights.size === 0) for (const seq of await byRareWords(db, asked)) weights.set(seq, 1);
  if (weights.size === 0) return [];
  const heaviest = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([seq]) => seq);
  const { rows } = await sql<{ seq: number; speaks: number }>`
    select s.seq, ${by === null ? sql`0` : sql`exists (select 1 from annotations a where a.story = s.seq and a.layer = 'statements' and ${by})`} as speaks
    from stories s where s.seq in ${listed(heaviest.slice(0, 10 * COMPARED))} and ${inScope} order by s.id`.execute(db);
  const speaks = new Map(rows.map((row) => [row.seq, row.speaks === 1]));
  const weightOf = (seq: number): number => weights.get(seq) ?? 0;
  const within = rows.map(({ seq }) => seq).sort((a, b) => weightOf(b) - weightOf(a));
  return [...new Set([...within.filter((seq) => speaks.get(seq)).slice(0, COMPARED), ...within.slice(0, COMPARED)])];
}

/**
 * For words without a rare shingle ("we will go", "the guns are locked"): stories where all of their content words but one at most stand near
 * one another.
 */
async function byRareWords(db: Db, asked: readonly MarkedWord[]): Promise<readonly number[]> {
  const content = contentStems(asked).slice(0, 6);
  if (content.length < 2) return [];
  const near = (words: readonly string[]): string => `NEAR(${words.map((word) => phraseOf([word])).join(" ")}, ${asked.length + 4})`;
  const choices = content.length < 3 ? [content] : content.map((_, left) => content.filter((_, i) => i !== left));
  const { rows } = await sql<{ rowid: number }>`
    select rowid from stories_words where stories_words match ${choices.map(near).join(" OR ")} limit ${ROWS}`.execute(db);
  return rows.map(({ rowid }) => rowid);
}

const contentStems = (asked: readonly MarkedWord[]): readonly string[] => [
  ...new Set(asked.filter(({ word }) => !isFunctionWord(word)).map(({ word }) => stem(word))),
];

const SUGGESTED = 5;
/** Of the weight of the content words a suggestion shares so much. */
const SUGGESTIVE = 0.5;
const RAREST = 4;

/** Statements that share the rarer words, in whatever order; of the one asked about, if somebody was. */
async function suggestions(
  db: Db,
  asked: readonly MarkedWord[],
  inScope: Condition,
  by: Condition | null,
): Promise<readonly StatementRow[]> {
  const weights = new Map<string, number>();
  for (const word of contentStems(asked)) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from (select 1 from annotations_words where annotations_words match ${anyOf([word])} limit ${ROWS})`.execute(db);
    if (rows[0].n > 0) weights.set(word, 1 / Math.log2(2 + rows[0].n));
  }
  const rarest = [...weights.keys()].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0)).slice(0, RAREST);
  if (rarest.length < 2) return [];
  const pairs = rarest.flatMap((one, i) => rarest.slice(i + 1).map((other) => `(${phraseOf([one])} AND ${phraseOf([other])})`));
  const { rows } = await sql<{ seq: number; exact: string }>`
    select a.seq, a.exact from annotations a join stories s on s.seq = a.story
    where a.seq in (select rowid from annotations_words where annotations_words match ${pairs.join(" OR ")} limit ${ROWS})
    and ${inScope} and ${by ?? sql`true`} order by s.published_key desc, a.id`.execute(db);
  const all = contentStems(asked).length;
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0) + (all - weights.size);
  const scored = rows
    .map(({ seq, exact }) => {
      const words = new Set(fold(exact).map(stem));
      return { seq, share: [...weights].reduce((sum, [word, weight]) => sum + (words.has(word) ? weight : 0), 0) / whole };
    })
    .filter(({ share }) => share >= SUGGESTIVE)
    .sort((a, b) => b.share - a.share)
    .slice(0, SUGGESTED);
  const statements = await statementRows(
    db,
    scored.map(({ seq }) => seq),
  );
  return scored.flatMap(({ seq }) => statements.get(seq) ?? []);
}

/** What turns places into answers: the rows of stories and statements, and who of the speakers is the one asked about. */
async function judging(db: Db, by: Condition | null, places: readonly Place[]): Promise<(place: Place) => FoundWords> {
  const stories = await db
    .selectFrom("stories")
    .select(["seq", "id as story", "headline", "lead", "published", "outlet", "agency"])
    .where("seq", "in", sql<number>`${listed([...new Set(places.map(({ story }) => story))])}`)
    .execute();
  const inStory = new Map(stories.map(({ seq, ...row }) => [seq, row]));
  const numbers = [...new Set(places.flatMap(({ statements }) => statements))];
  const statements = numbers.length === 0 ? new Map<number, StatementRow>() : await statementRows(db, numbers);
  const asked = by === null ? null : await saidBy(db, numbers, by);
  return ({ story, anchor, likeness, shared, edits, differences, statements: held }) => {
    const rows = held.flatMap((seq) => {
      const statement = statements.get(seq);
      return statement === undefined ? [] : [{ statement, isAsked: asked === null || asked.has(seq) }];
    });
    const voices = rows.map(({ statement: { speaker, denied }, isAsked }) => ({
      speaker: speaker.kind === "actor" ? speaker.actor.name : null,
      isAsked,
      denied,
    }));
    return {
      ...(inStory.get(story) as NonNullable<ReturnType<typeof inStory.get>>),
      words: anchor,
      likeness,
      relation: relationOf(voices),
      denied: voices.some(({ denied }) => denied),
      shared,
      edits,
      differences,
      turns: turnsOf(differences),
      statements: rows.map(({ statement }) => statement),
    };
  };
}

/** Which of these statements the one asked about makes. */
async function saidBy(db: Db, statements: readonly number[], by: Condition): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ seq: number }>`select a.seq from annotations a where a.seq in ${listed(statements)} and ${by}`.execute(db);
  return new Set(rows.map(({ seq }) => seq));
}

/** With somebody asked about, its own words come before all others. */
const byOwner =
  (named: boolean) =>
  (a: FoundWords, b: FoundWords): number => {
    const owned = ({ relation }: FoundWords): number => (named && OWNED.has(relation) ? 0 : 1);
    return owned(a) - owned(b);
  };
const OWNED: ReadonlySet<Relation> = new Set(["own", "quoted", "relaying"]);

/** Then what needs the fewest edits, the newest first. */
const byNearness =
  (named: boolean) =>
  (a: FoundWords, b: FoundWords): number =>
    byOwner(named)(a, b) ||
    a.edits - b.edits ||
    b.shared - a.shared ||
    compare(b.published ?? "", a.published ?? "") ||
    compare(a.story, b.story) ||
    a.words[0].start - b.words[0].start;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The place in the older story; dated before undated. */
function earlier(a: FoundWords | null, b: FoundWords): FoundWords {
  if (a === null) return b;
  const key = ({ published }: FoundWords): string => published ?? "~";
  return compare(key(b), key(a)) < 0 ? b : a;
}
