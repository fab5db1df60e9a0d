import { sql } from "kysely";
import { figureAccounts } from "./accounts.js";
import { type AnnotationLayer, type Annotations, annotationOfRow } from "./derive.js";
import { matchOf, rowsMatching } from "./fts.js";
import {
  type ActorQuery,
  type AnnotationQuery,
  allOf,
  type Condition,
  contentHolds,
  type EventQuery,
  type FigureQuery,
  figureHolds,
  inWordsOf,
  issueHolds,
  type MeetingQuery,
  meetingHolds,
  namesActor,
  type Paging,
  type PlaceQuery,
  type PositionQuery,
  placeHolds,
  SPEAKING,
  type StatementQuery,
  type StoryQuery,
  statementConditions,
  storyConditions,
  type UnreadQuery,
} from "./query.js";
import type {
  ActorRow,
  EventRow,
  FigureRow,
  MeetingRow,
  NamedActor,
  PlaceRow,
  PositionRow,
  SpeakerRow,
  StatementRow,
  StoryRow,
  TimeRow,
  UnreadRow,
} from "./rows.js";
import type { AnnotationTable, Db } from "./schema.js";
import { type WhenScope, whenConditions } from "./when.js";

/**
 * Rows are fetched by so many: a list of a million then takes neither their memory nor the one connection for as long as its reader
 * needs. The keys of all rows are read first, so a list shows what was there when it began, but for what was removed since.
 */
const PAGE = 200;

/** Newest story first, then by id; undated stories last. Inside a story, as the text goes. */
const STORY_ORDER = sql`s.published_key desc, s.id`;

export async function* listStories(db: Db, query: StoryQuery, path: string): AsyncIterable<StoryRow> {
  const conditions = [...(await storyConditions(db, query, path))];
  const { by, about } = query;
  if (by !== undefined || about !== undefined) {
    const said = [
      ...(by === undefined ? [] : [namesActor(by, path, SPEAKING)]),
      ...(about === undefined ? [] : [contentHolds(about, path)]),
    ];
    conditions.push(sql`s.seq in (select a.story from annotations a where a.layer = 'statements' and ${allOf(said)})`);
  }
  const { rows } = await sql<{ seq: number }>`
    select s.seq from stories s where ${allOf(conditions)} order by ${STORY_ORDER} ${window(query)}`.execute(db);
  yield* pages(rows, (seqs) => storyRows(db, seqs));
}

export async function* listStatements(db: Db, query: StatementQuery, path: string): AsyncIterable<StatementRow> {
  const keys = await annotationKeys(db, "statements", await statementConditions(db, query, path), query, path);
  yield* pages(keys, (seqs) => statementRows(db, seqs));
}

/** Annotations of one layer with their story and the actors that they name. */
export interface AnnotationRow<L extends AnnotationLayer> {
  readonly story: string;
  readonly headline: string | null;
  readonly lead: string;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly annotation: Annotations[L];
  readonly actors: readonly NamedActor[];
}

export async function* listAnnotations<L extends AnnotationLayer>(
  db: Db,
  layer: L,
  query: AnnotationQuery,
  path: string,
): AsyncIterable<AnnotationRow<L>> {
  const { by, type, value, confidence } = query;
  const conditions = [...(await storyConditions(db, query, path))];
  if (by !== undefined) conditions.push(namesActor(by, path));
  if (type !== undefined) conditions.push(sql`a.type = ${type}`);
  if (value !== undefined) conditions.push(sql`a.value >= ${value} and a.value < ${`${value}\u{10ffff}`}`);
  if (confidence !== undefined) conditions.push(sql`a.confidence >= ${confidence}`);
  const keys = await annotationKeys(db, layer, conditions, query, path);
  yield* pages(keys, (seqs) => annotationRows(db, layer, seqs));
}

export async function* listTimes(db: Db, query: AnnotationQuery, path: string): AsyncIterable<TimeRow> {
  for await (const { story, headline, lead, published, outlet, agency, annotation } of listAnnotations(db, "times", query, path)) {
    yield { story, headline, lead, published, outlet, agency, time: annotation };
  }
}

export async function* listFigures(db: Db, query: FigureQuery, path: string): AsyncIterable<FigureRow> {
  const { by, of, about, confidence } = query;
  const conditions = [...(await storyConditions(db, query, path))];
  if (by !== undefined) conditions.push(namesActor(by, path, ["by"]));
  if (of !== undefined) conditions.push(namesActor(of, path, ["of"]));
  if (about !== undefined) conditions.push(figureHolds(about));
  if (confidence !== undefined) conditions.push(sql`a.confidence >= ${confidence}`);
  const keys = await annotationKeys(db, "figures", conditions, query, path);
  const fetch = async (seqs: readonly number[]): Promise<ReadonlyMap<number, FigureRow>> => {
    const rows = await annotationRows(db, "figures", seqs);
    const accounts = await figureAccounts(db, seqs);
    return new Map([...rows].map(([seq, row]) => [seq, figureRow(row, accounts.get(seq) ?? { stories: 1, independent: 1 })]));
  };
  yield* pages(keys, fetch);
}

function figureRow({ annotation, actors, ...inStory }: AnnotationRow<"figures">, accounts: FigureRow["accounts"]): FigureRow {
  const named = (id: string | null): NamedActor | null => actors.find((actor) => actor.id === id) ?? null;
  return { ...inStory, figure: annotation, by: named(annotation.by), of: named(annotation.of), accounts };
}

export async function* listPlaces(db: Db, query: PlaceQuery, path: string): AsyncIterable<PlaceRow> {
  const { by, about, country, precision, confidence } = query;
  const conditions = [...(await storyConditions(db, query, path))];
  if (by !== undefined) conditions.push(inWordsOf(by, path));
  if (about !== undefined) conditions.push(placeHolds(about));
  if (country !== undefined) conditions.push(sql`json_extract(a.detail, '$.country') = ${country}`);
  if (precision !== undefined) conditions.push(sql`a.mode = ${precision}`);
  if (confidence !== undefined) conditions.push(sql`a.confidence >= ${confidence}`);
  const keys = await annotationKeys(db, "places", conditions, query, path);
  for await (const row of pages(keys, (seqs) => annotationRows(db, "places", seqs))) {
    const { story, headline, lead, published, outlet, agency, annotation } = row;
    yield { story, headline, lead, published, outlet, agency, place: annotation };
  }
}

export async function* listPositions(db: Db, query: PositionQuery, path: string): AsyncIterable<PositionRow> {
  const { by, toward, about, stance, confidence } = query;
  const conditions = [...(await storyConditions(db, query, path))];
  if (by !== undefined) conditions.push(namesActor(by, path, ["holder"]));
  if (toward !== undefined) conditions.push(namesActor(toward, path, ["toward"]));
  if (about !== undefined) conditions.push(issueHolds(about));
  if (stance !== undefined) conditions.push(sql`a.type = ${stance}`);
  if (confidence !== undefined) conditions.push(sql`a.confidence >= ${confidence}`);
  const keys = await annotationKeys(db, "positions", conditions, query, path);
  for await (const row of pages(keys, (seqs) => annotationRows(db, "positions", seqs))) {
    const { story, headline, lead, published, outlet, agency, annotation, actors } = row;
    const named = (id: string | null): NamedActor | undefined => actors.find((actor) => actor.id === id);
    const holder = named(annotation.holder);
    // Nothing is stored whose holder is not listed (`problemsOf`); a damaged archive must still not invent one.
    if (holder === undefined) continue;
    yield { story, headline, lead, published, outlet, agency, position: annotation, holder, toward: named(annotation.toward) ?? null };
  }
}

export async function* listMeetings(db: Db, query: MeetingQuery, path: string): AsyncIterable<MeetingRow> {
  const { by, about, status, date, confidence } = query;
  const conditions = [...(await storyConditions(db, query, path))];
  if (by !== undefined) conditions.push(namesActor(by, path, ["participant"]));
  if (about !== undefined) conditions.push(meetingHolds(about));
  if (status !== undefined) conditions.push(sql`a.type = ${status}`);
  if (date !== undefined) conditions.push(sql`a.value >= ${date} and a.value < ${`${date}\u{10ffff}`}`);
  if (confidence !== undefined) conditions.push(sql`a.confidence >= ${confidence}`);
  const keys = await annotationKeys(db, "meetings", conditions, query, path);
  for await (const row of pages(keys, (seqs) => annotationRows(db, "meetings", seqs))) {
    const { story, headline, lead, published, outlet, agency, annotation, actors } = row;
    const participants = annotation.participants.flatMap((id) => actors.find((actor) => actor.id === id) ?? []);
    yield { story, headline, lead, published, outlet, agency, meeting: annotation, participants };
  }
}

export async function* listEvents(db: Db, query: EventQuery, path: string): AsyncIterable<EventRow> {
  const { by, about, type, status, confidence } = query;
  const conditions = [...(await storyConditions(db, query, path))];
  if (by !== undefined) conditions.push(namesActor(by, path, ["actor"]));
  if (about !== undefined) conditions.push(namesActor(about, path, ["recipient"]));
  if (type !== undefined) conditions.push(sql`a.type = ${type}`);
  if (status !== undefined) conditions.push(sql`json_extract(a.detail, '$.status') = ${status}`);
  if (confidence !== undefined) conditions.push(sql`a.confidence >= ${confidence}`);
  const keys = await annotationKeys(db, "events", conditions, query, path);
  for await (const row of pages(keys, (seqs) => annotationRows(db, "events", seqs))) {
    const { story, headline, lead, published, outlet, agency, annotation, actors } = row;
    const named = (ids: readonly string[]): NamedActor[] => ids.flatMap((id) => actors.find((actor) => actor.id === id) ?? []);
    const { actors: who, recipients: whom } = annotation;
    yield { story, headline, lead, published, outlet, agency, event: annotation, actors: named(who), recipients: named(whom) };
  }
}

export async function* listActors(db: Db, query: ActorQuery, path: string): AsyncIterable<ActorRow> {
  const { name, kind, country } = query;
  const conditions = [...(await storyConditions(db, query, path))];
  if (name !== undefined) conditions.push(sql`x.seq in ${rowsMatching("actors_words", matchOf("actors_words", name, path))}`);
  if (kind !== undefined) conditions.push(sql`x.kind = ${kind}`);
  if (country !== undefined) conditions.push(sql`x.country = ${country}`);
  const { rows } = await sql<{ seq: number }>`
    select x.seq from actors x join stories s on s.seq = x.story
    where ${allOf(conditions)} order by ${STORY_ORDER}, x.id ${window(query)}`.execute(db);
  yield* pages(rows, (seqs) => actorRows(db, seqs));
}

export async function* listUnread(db: Db, query: UnreadQuery, path: string): AsyncIterable<UnreadRow> {
  const conditions = [...(await storyConditions(db, query, path))];
  if (query.reason !== undefined) conditions.push(sql`u.reason = ${query.reason}`);
  const { rows } = await sql<{ seq: number }>`
    select u.seq from unread u join stories s on s.seq = u.story
    where ${allOf(conditions)} order by ${STORY_ORDER}, u.start, u."end" ${window(query)}`.execute(db);
  yield* pages(rows, (seqs) => unreadRows(db, seqs));
}

const window = ({ limit, offset }: Paging) =>
  limit === undefined && offset === undefined ? sql`` : sql`limit ${limit ?? Number.MAX_SAFE_INTEGER} offset ${offset ?? 0}`;

async function annotationKeys(
  db: Db,
  layer: AnnotationLayer,
  conditions: readonly Condition[],
  query: WhenScope & Paging,
  path: string,
): Promise<readonly Key[]> {
  const { rows } = await sql<Key>`
    select a.seq from annotations a join stories s on s.seq = a.story
    where a.layer = ${layer} and ${allOf([...conditions, ...whenConditions(layer, query, path)])}
    order by ${STORY_ORDER}, a.start, a."end" desc, a.id ${window(query)}`.execute(db);
  return rows;
}

interface Key {
  readonly seq: number;
}

/** Rows of many keys, page by page, in the order of the keys. */
async function* pages<Row>(
  keys: readonly Key[],
  fetch: (seqs: readonly number[]) => Promise<ReadonlyMap<number, Row>>,
): AsyncIterable<Row> {
  for (let i = 0; i < keys.length; i += PAGE) {
    const seqs = keys.slice(i, i + PAGE).map(({ seq }) => seq);
    const rows = await fetch(seqs);
    for (const seq of seqs) {
      const row = rows.get(seq);
      if (row !== undefined) yield row;
    }
  }
}

async function storyRows(db: Db, seqs: readonly number[]): Promise<ReadonlyMap<number, StoryRow>> {
  const stories = await db
    .selectFrom("stories as s")
    .select(["s.seq", "s.id", "s.headline", "s.lead", "s.published", "s.outlet", "s.agency", "s.uri", "s.guid", "s.known_from"])
    .where("s.seq", "in", [...seqs])
    .execute();
  const links = await db
    .selectFrom("version_links as link")
    .innerJoin("stories as newer", "newer.seq", "link.story")
    .innerJoin("stories as older", "older.seq", "link.supersedes")
    .select(["link.story", "link.supersedes", "newer.id as newer", "older.id as older"])
    .where((e) => e.or([e("link.story", "in", [...seqs]), e("link.supersedes", "in", [...seqs])]))
    .orderBy("newer.published_key")
    .orderBy("newer.id")
    .execute();
  const layers = await db
    .selectFrom("annotations")
    .select((e) => ["story", "layer", e.fn.countAll<number>().as("count")])
    .where("story", "in", [...seqs])
    .groupBy(["story", "layer"])
    .orderBy("layer")
    .execute();
  const actors = await db
    .selectFrom("actors")
    .select((e) => ["story", e.fn.countAll<number>().as("count")])
    .where("story", "in", [...seqs])
    .groupBy("story")
    .execute();
  const counts = new Map<number, Record<string, number>>(actors.map(({ story, count }) => [story, { actors: count }]));
  for (const { story, layer, count } of layers) counts.set(story, { ...counts.get(story), [layer]: count });
  return new Map(
    stories.map(({ seq, id, headline, lead, published, outlet, agency, uri, guid, known_from }) => [
      seq,
      {
        story: id,
        headline,
        lead,
        published,
        outlet,
        agency,
        uri,
        guid,
        supersedes: links.find(({ story }) => story === seq)?.older ?? null,
        supersededBy: links.find(({ supersedes }) => supersedes === seq)?.newer ?? null,
        counts: counts.get(seq) ?? {},
        knownFrom: known_from,
      },
    ]),
  );
}

/** Statements by number. */
export async function statementRows(db: Db, seqs: readonly number[]): Promise<ReadonlyMap<number, StatementRow>> {
  const rows = await annotationRows(db, "statements", seqs);
  return new Map([...rows].map(([seq, row]) => [seq, statementRow(row)]));
}

function statementRow({ story, headline, lead, published, outlet, agency, annotation, actors }: AnnotationRow<"statements">): StatementRow {
  const named = (id: string): NamedActor | undefined => actors.find((actor) => actor.id === id);
  const { id, anchor, speaker, addressee, ...rest } = annotation;
  return {
    story,
    headline,
    lead,
    published,
    outlet,
    agency,
    id,
    content: anchor,
    speaker: speakerRow(speaker, named),
    addressee: addressee === null ? null : (named(addressee) ?? null),
    ...rest,
  };
}

function speakerRow(speaker: Annotations["statements"]["speaker"], named: (id: string) => NamedActor | undefined): SpeakerRow {
  if (speaker.kind !== "actor") return speaker;
  const actor = named(speaker.actor);
  // Nothing is stored whose speaker is not listed (`problemsOf`); a damaged archive must still not invent one.
  if (actor === undefined) return { kind: "unknown", reason: "its actor is missing from the archive" };
  return { kind: "actor", actor, joint: speaker.joint.flatMap((id) => named(id) ?? []) };
}

async function annotationRows<L extends AnnotationLayer>(
  db: Db,
  layer: L,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, AnnotationRow<L>>> {
  const rows = await db
    .selectFrom("annotations as a")
    .innerJoin("stories as s", "s.seq", "a.story")
    .select(["s.id as storyId", "s.headline", "s.lead", "s.published", "s.outlet", "s.agency"])
    .select(["a.seq", "a.id", "a.start", "a.end", "a.exact", "a.parts", "a.confidence", "a.detail"])
    .where("a.seq", "in", [...seqs])
    .execute();
  const named = await db
    .selectFrom("annotation_actors as r")
    .innerJoin("actors as x", "x.seq", "r.actor")
    .leftJoin("actors as side", (join) => join.onRef("side.story", "=", "x.story").onRef("side.id", "=", "x.affiliation"))
    .select(["r.annotation", "x.id", "x.name", "x.kind", "x.country", "x.role", "side.name as affiliation"])
    .where("r.annotation", "in", [...seqs])
    .orderBy("x.seq")
    .execute();
  const actors = new Map<number, Map<string, NamedActor>>();
  for (const { annotation, ...actor } of named) {
    const list = actors.get(annotation) ?? new Map<string, NamedActor>();
    actors.set(annotation, list.set(actor.id, actor as NamedActor));
  }
  return new Map(
    rows.map(({ storyId: story, headline, lead, published, outlet, agency, ...row }) => [
      row.seq,
      {
        story,
        headline,
        lead,
        published,
        outlet,
        agency,
        annotation: annotationOfRow(layer, row as AnnotationTable),
        actors: [...(actors.get(row.seq)?.values() ?? [])],
      },
    ]),
  );
}

async function actorRows(db: Db, seqs: readonly number[]): Promise<ReadonlyMap<number, ActorRow>> {
  const rows = await db
    .selectFrom("actors as x")
    .innerJoin("stories as s", "s.seq", "x.story")
    .leftJoin("actors as side", (join) => join.onRef("side.story", "=", "x.story").onRef("side.id", "=", "x.affiliation"))
    .select([
      "x.seq",
      "s.id as story",
      "s.headline",
      "s.lead",
      "s.published",
      "s.outlet",
      "s.agency",
      "x.id",
      "x.name",
      "x.kind",
      "x.country",
      "x.role",
    ])
    .select(["side.name as affiliation", "x.mentions", "x.rule", "x.confidence"])
    .select((e) =>
      e
        .selectFrom("annotation_actors as r")
        .innerJoin("annotations as a", "a.seq", "r.annotation")
        .select((count) => count.fn.count<number>("r.annotation").distinct().as("count"))
        .whereRef("r.actor", "=", "x.seq")
        .where("r.role", "in", [...SPEAKING])
        .where("a.layer", "=", "statements")
        .as("statements"),
    )
    .where("x.seq", "in", [...seqs])
    .execute();
  return new Map(
    rows.map(({ seq, mentions, statements, ...row }) => [
      seq,
      { ...row, kind: row.kind as ActorRow["kind"], mentions: JSON.parse(mentions), statements: statements ?? 0 },
    ]),
  );
}

async function unreadRows(db: Db, seqs: readonly number[]): Promise<ReadonlyMap<number, UnreadRow>> {
  const rows = await db
    .selectFrom("unread as u")
    .innerJoin("stories as s", "s.seq", "u.story")
    .select([
      "u.seq",
      "s.id as story",
      "s.headline",
      "s.lead",
      "s.published",
      "s.outlet",
      "s.agency",
      "u.start",
      "u.end",
      "u.exact",
      "u.words",
      "u.reason",
    ])
    .where("u.seq", "in", [...seqs])
    .execute();
  return new Map(
    rows.map(({ seq, start, end, exact, words, ...row }) => [seq, { ...row, sentence: { start, end, exact }, words: JSON.parse(words) }]),
  );
}
