import { sql } from "kysely";
import { openLinks } from "./family-store.js";
import { allOf, type StoryQuery, storyConditions } from "./query.js";
import type { Db } from "./schema.js";

/** A story of a family, and why it is in it. */
export interface FamilyStory {
  readonly story: string;
  readonly headline: string | null;
  readonly lead: string;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  /** "first", or how it comes from an earlier story: "shortened from story_…", "same guid as story_…". */
  readonly reason: string;
  /** 0.5 to 1. */
  readonly confidence: number;
}

/** Copies and versions of one story. */
export interface FamilyRow {
  readonly id: string;
  /** Headline or first words of its first story. */
  readonly name: string;
  /** In order of publication, undated ones last. */
  readonly stories: readonly FamilyStory[];
}

/** Families that have a story in scope, the newest such story first; each with all its stories. */
export async function* listFamilies(db: Db, query: StoryQuery, path: string): AsyncIterable<FamilyRow> {
  const conditions = await storyConditions(db, query, path);
  const { limit = Number.MAX_SAFE_INTEGER, offset = 0 } = query;
  const { rows } = await sql<{ id: string; name: string }>`
    select e.id, e.name from entities e join links l on l.to_id = e.id join stories s on s.seq = l.story
    where e.type = 'StoryFamily' and l.known_to is null and e.known_to is null and ${allOf(conditions)}
    group by e.id order by max(s.published_key) desc, e.id limit ${limit} offset ${offset}`.execute(db);
  for (const { id, name } of rows) yield { id, name, stories: await storiesOf(db, id) };
}

async function storiesOf(db: Db, family: string): Promise<readonly FamilyStory[]> {
  const { rows } = await sql<FamilyStory>`
    select s.id as story, s.headline, s.lead, s.published, s.outlet, s.agency, l.reason, l.confidence
    from links l join stories s on s.seq = l.story
    where l.to_id = ${family} and l.known_to is null order by s.published_key = '', s.published_key, s.id`.execute(db);
  return rows;
}

/** The family of each of these stories, by number; stories without one are left out. */
export async function familiesOfStories(db: Db, stories: readonly number[]): Promise<ReadonlyMap<number, string>> {
  return new Map((await openLinks(db, stories)).map(({ story, to_id }) => [story, to_id]));
}
