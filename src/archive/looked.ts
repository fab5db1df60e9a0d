import { sql } from "kysely";
import type { Condition } from "./query.js";
import type { Db } from "./schema.js";

/** What was looked into: all that "not found" is worth. */
export interface LookedInto {
  readonly stories: number;
  /** First and last date of publication, as the stories give them; null when none is dated. */
  readonly first: string | null;
  readonly last: string | null;
  readonly undated: number;
  /** Publishers, or agencies where no publisher is named, the most frequent first: up to ten. */
  readonly outlets: readonly { readonly name: string; readonly stories: number }[];
  /** Publishers and agencies beyond these, and stories that name neither. */
  readonly moreOutlets: number;
  readonly unnamed: number;
}

const SHOWN = 10;

/** What was counted last, by scope, with the state that the archive was in. */
const counted = new WeakMap<Db, Map<string, { readonly state: string; readonly looked: LookedInto }>>();
const KEPT = 100;

/**
 * The stories that meet a condition, in numbers. `scope` tells conditions apart: while nothing is written to the archive, one that was counted is not counted
 * again, since that takes time in proportion to the stories.
 */
export async function lookedInto(db: Db, inScope: Condition, scope: string): Promise<LookedInto> {
  const { rows } = await sql<{ state: string }>`
    select data_version || ' ' || total_changes() as state from pragma_data_version`.execute(db);
  const [{ state }] = rows;
  const known = counted.get(db) ?? new Map();
  const before = known.get(scope);
  if (before?.state === state) return before.looked;
  const looked = await countStories(db, inScope);
  if (known.size >= KEPT) known.clear();
  counted.set(db, known.set(scope, { state, looked }));
  return looked;
}

/** Read in the order of an index (`stories_by_scope`) alone, without a look at texts. */
async function countStories(db: Db, inScope: Condition): Promise<LookedInto> {
  const { rows } = await sql<{ name: string | null; stories: number; undated: number; first: string | null; last: string | null }>`
    select coalesce(s.outlet, s.agency) as name, count(*) as stories, sum(s.published_key = '') as undated,
      min(nullif(s.published_key, '')) as first, max(nullif(s.published_key, '')) as last
    from stories s where ${inScope} group by 1 order by 2 desc, 1`.execute(db);
  const named = rows.filter(({ name }) => name !== null);
  const dates = rows.flatMap(({ first, last }) => [first, last]).filter((date) => date !== null);
  const count = (list: typeof rows): number => list.reduce((sum, { stories }) => sum + stories, 0);
  return {
    stories: count(rows),
    first: day(dates.reduce<string | null>((least, date) => (least === null || date < least ? date : least), null)),
    last: day(dates.reduce<string | null>((most, date) => (most === null || date > most ? date : most), null)),
    undated: rows.reduce((sum, { undated }) => sum + undated, 0),
    outlets: named.slice(0, SHOWN).map(({ name, stories }) => ({ name: name as string, stories })),
    moreOutlets: Math.max(0, named.length - SHOWN),
    unnamed: count(rows.filter(({ name }) => name === null)),
  };
}

/** The day of a `dateKey`. A story that gives only its month or year counts as of its first day. */
const day = (key: string | null): string | null => key?.slice(0, 10) ?? null;
