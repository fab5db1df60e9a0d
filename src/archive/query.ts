import { type RawBuilder, type SqlBool, sql } from "kysely";
import { inCollection } from "./collections.js";
import { dateKey, dateKeyEnd, requireDate } from "./dates.js";
import { matchOf, rowsMatching } from "./fts.js";
import { resolveStory } from "./read.js";
import type { ActorRole, Db } from "./schema.js";
import type { WhenScope } from "./when.js";

/** Which stories a list looks into. All conditions must hold; one that is left out is no condition. */
export interface StoryScope {
  /** A story's id or its beginning. */
  readonly story?: string;
  /** First and last date of publication, both inclusive, as long or short as wanted: "2022", "2022-01-11". Undated stories are left out. */
  readonly since?: string;
  readonly until?: string;
  /** Words of the publisher's or agency's name. */
  readonly outlet?: string;
  /** The name of a collection: stories that a person gathered under it. */
  readonly collection?: string;
}

export interface Paging {
  /** At most so many rows, after leaving out the first `offset`. */
  readonly limit?: number;
  readonly offset?: number;
}

/** Words are looked for as `matchOf` says: all of them, "in quotes" together, `begin*`. */
export interface StoryQuery extends StoryScope, Paging {
  /** Words of the story's text. */
  readonly words?: string;
  /** Somebody who makes a statement in it. */
  readonly by?: string;
  /** Words of a statement in it; with `by`, of a statement by that actor. */
  readonly about?: string;
}

/** "named": somebody is on record for it. "unnamed": somebody who hides the name. "unknown": the text names nobody, or the reader could not tell. */
export const SOURCES = ["named", "unnamed", "unknown"] as const;

export interface StatementQuery extends StoryScope, WhenScope, Paging {
  /** A speaker, alone or one of several: words of its name, its role, or a description in the story. */
  readonly by?: string;
  /** Words of the content. */
  readonly about?: string;
  /** Words of the whole story. */
  readonly words?: string;
  readonly class?: "speech" | "attitude";
  readonly mode?: "direct" | "indirect" | "mixed";
  /** Whether the story names who says it. */
  readonly source?: (typeof SOURCES)[number];
  /** Least confidence, 0 to 1. */
  readonly confidence?: number;
}

export interface ActorQuery extends StoryScope, Paging {
  /** Words of the name, the role, or a description in the story. */
  readonly name?: string;
  readonly kind?: string;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
}

export interface AnnotationQuery extends StoryScope, WhenScope, Paging {
  /** Words of the whole story. */
  readonly words?: string;
  /** Somebody whom the annotation names, in whatever part. */
  readonly by?: string;
  /** As `QUERY_COLUMNS` says for the layer: TIMEX3 type, PLOVER type, stance, unit … */
  readonly type?: string;
  /** Beginning of the value: "2022-01" of times. */
  readonly value?: string;
  readonly confidence?: number;
}

export interface FigureQuery extends StoryScope, WhenScope, Paging {
  /** By whose account: words of its name, its role, or a description in the story. */
  readonly by?: string;
  /** Of whom or whose: the same. */
  readonly of?: string;
  /** Words, each of which stands in the figure, its unit or its place: letters match in either case. */
  readonly about?: string;
  /** Words of the whole story. */
  readonly words?: string;
  readonly confidence?: number;
}

export interface PlaceQuery extends StoryScope, WhenScope, Paging {
  /** In whose words it is named: words of a speaker's name, its role, or a description in the story. */
  readonly by?: string;
  /** Words, each of which stands in the name, as the story or the gazetteer gives it: letters match in either case. */
  readonly about?: string;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  /** How exactly it is known: "city", "province" … */
  readonly precision?: string;
  /** Words of the whole story. */
  readonly words?: string;
  readonly confidence?: number;
}

export interface PositionQuery extends StoryScope, WhenScope, Paging {
  /** Who holds it: words of its name, its role, or a description in the story. */
  readonly by?: string;
  /** At whom it is aimed: the same. */
  readonly toward?: string;
  /** Words, each of which stands in the issue or in the words by which it is grouped: letters match in either case. */
  readonly about?: string;
  /** "demand", "reject" … */
  readonly stance?: string;
  /** Words of the whole story. */
  readonly words?: string;
  readonly confidence?: number;
}

export interface MeetingQuery extends StoryScope, WhenScope, Paging {
  /** Who takes part: words of its name, its role, or a description in the story. */
  readonly by?: string;
  /** Words, each of which stands in the words that tell of it or in its place: letters match in either case. */
  readonly about?: string;
  /** "held", "scheduled" … */
  readonly status?: string;
  /** Beginning of its date: "2022-01". */
  readonly date?: string;
  /** Words of the whole story. */
  readonly words?: string;
  readonly confidence?: number;
}

export interface EventQuery extends StoryScope, WhenScope, Paging {
  /** Who acts: words of its name, its role, or a description in the story. */
  readonly by?: string;
  /** At whom it is aimed: the same. */
  readonly about?: string;
  /** PLOVER type: "ASSAULT". */
  readonly type?: string;
  readonly status?: string;
  /** Words of the whole story. */
  readonly words?: string;
  readonly confidence?: number;
}

export interface UnreadQuery extends StoryScope, Paging {
  readonly reason?: string;
}

/** A condition on the stories as `s`, the annotations as `a` or the actors as `x`. */
export type Condition = RawBuilder<SqlBool>;

/** The conditions of a scope, on stories as `s`. Throws `ArchiveError` for a date, story or query that cannot be. */
export async function storyConditions(
  db: Db,
  { story, since, until, outlet, collection, words }: StoryScope & { readonly words?: string },
  path: string,
): Promise<readonly Condition[]> {
  const conditions: Condition[] = [];
  if (story !== undefined) conditions.push(sql`s.seq = ${(await resolveStory(db, story, path)).seq}`);
  if (since !== undefined) conditions.push(sql`s.published_key >= ${dateKey(requireDate(since, "since", path))}`);
  if (until !== undefined) {
    conditions.push(sql`s.published_key <> '' and s.published_key < ${dateKeyEnd(requireDate(until, "until", path))}`);
  }
  if (outlet !== undefined) {
    const like = `%${outlet.replace(/[\\%_]/g, "\\$&")}%`;
    conditions.push(sql`(s.outlet like ${like} escape '\\' or s.agency like ${like} escape '\\')`);
  }
  if (collection !== undefined) conditions.push(await inCollection(db, collection, path));
  if (words !== undefined) conditions.push(sql`s.seq in ${rowsMatching("stories_words", matchOf("stories_words", words, path))}`);
  return conditions;
}

/** The conditions of a list of statements, on stories `s` and annotations `a`. */
export async function statementConditions(db: Db, query: StatementQuery, path: string): Promise<readonly Condition[]> {
  const { by, about, mode, source, confidence } = query;
  const conditions = [...(await storyConditions(db, query, path))];
  if (by !== undefined) conditions.push(namesActor(by, path, SPEAKING));
  if (about !== undefined) conditions.push(contentHolds(about, path));
  if (query.class !== undefined) conditions.push(sql`a.type = ${query.class}`);
  if (mode !== undefined) conditions.push(sql`a.mode = ${mode}`);
  if (source !== undefined) conditions.push(sql`${SOURCE_KIND} = ${source === "named" ? "actor" : source}`);
  if (confidence !== undefined) conditions.push(sql`a.confidence >= ${confidence}`);
  return conditions;
}

/** What kind of speaker a statement `a` has: "actor", "unnamed" or "unknown". */
export const SOURCE_KIND = sql<string>`json_extract(a.detail, '$.speaker.kind')`;

/** That an annotation `a` names, in one of the roles (all of them if none is given), an actor whom these words name. */
export function namesActor(name: string, path: string, roles: readonly ActorRole[] = []): Condition {
  const matching = rowsMatching("actors_words", matchOf("actors_words", name, path));
  const inRole = roles.length === 0 ? sql`` : sql` and role in (${sql.join(roles)})`;
  return sql`a.seq in (select annotation from annotation_actors where actor in ${matching}${inRole})`;
}

/** That each word stands in the words, the unit or the place of a figure `a`. */
export const figureHolds = (words: string): Condition =>
  eachStandsIn(words, sql`(a.exact || ' ' || a.type || ' ' || coalesce(json_extract(a.detail, '$.place[0].exact'), ''))`);

/** That each word stands in the words or the name of a place `a`. */
export const placeHolds = (words: string): Condition => eachStandsIn(words, sql`(a.exact || ' ' || a.value)`);

/** That each word stands in the issue of a position `a`, as the story has it or by its lemmas. */
export const issueHolds = (words: string): Condition => eachStandsIn(words, sql`(a.exact || ' ' || a.value)`);

/** That each word stands in the words or the place of a meeting `a`. */
export const meetingHolds = (words: string): Condition =>
  eachStandsIn(words, sql`(a.exact || ' ' || coalesce(json_extract(a.detail, '$.place[0].exact'), ''))`);

/** That an annotation `a` stands within a statement of somebody whom these words name. */
export function inWordsOf(name: string, path: string): Condition {
  const matching = rowsMatching("actors_words", matchOf("actors_words", name, path));
  return sql`json_extract(a.detail, '$.modality.within') in (
    select said.id from annotations said join annotation_actors role on role.annotation = said.seq
    where said.story = a.story and said.layer = 'statements' and role.actor in ${matching} and role.role in (${sql.join([...SPEAKING])}))`;
}

const eachStandsIn = (words: string, column: RawBuilder<unknown>): Condition =>
  allOf(
    words
      .split(/\s+/)
      .filter((word) => word !== "")
      .map((word) => sql<SqlBool>`${column} like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`),
  );

/** That the words of a statement `a` hold a query's words. */
export const contentHolds = (words: string, path: string): Condition =>
  sql`a.seq in ${rowsMatching("annotations_words", matchOf("annotations_words", words, path))}`;

/** Roles in which somebody is on record for a statement. */
export const SPEAKING: readonly ActorRole[] = ["speaker", "joint"];

export const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`true` : sql`${sql.join([...conditions], sql` and `)}`;
