import { sql } from "kysely";
import { fold, stem } from "../linking/index.js";
import { familiesOfStories } from "./families.js";
import { listed } from "./family-store.js";
import type { Accounts } from "./rows.js";
import type { Db } from "./schema.js";

/** The accounts that some stories are: copies and versions of one story count as one. */
export function accountsIn(stories: Iterable<number>, families: ReadonlyMap<number, string>): Accounts {
  const all = new Set(stories);
  return { stories: all.size, independent: new Set([...all].map((story) => families.get(story) ?? story)).size };
}

/** The same number may be told of another event; so only stories of so many days before and after count. */
const DAYS = 7;

/**
 * How many give each of these figures, by its number: the same value of a like unit (one has half of the other's words), in stories of seven days before to seven after. An
 * undated story stands for itself. Figures that are denied do not count.
 */
export async function figureAccounts(db: Db, figures: readonly number[]): Promise<ReadonlyMap<number, Accounts>> {
  const { rows } = await sql<{ seq: number; unit: string; story: number; otherUnit: string }>`
    select a.seq, a.type as unit, b.story, b.type as "otherUnit"
    from annotations a join stories s on s.seq = a.story
    join annotations b on b.layer = 'figures' and b.value = a.value
    join stories t on t.seq = b.story
    where a.seq in ${listed(figures)}
    and (b.story = a.story or (s.published_key <> '' and t.published_key <> ''
      and abs(julianday(s.published_key) - julianday(t.published_key)) <= ${DAYS}
      and coalesce(json_extract(b.detail, '$.modality.polarity'), '') <> 'negative'))`.execute(db);
  const stories = new Map<number, Set<number>>();
  for (const { seq, unit, story, otherUnit } of rows) {
    if (likeUnits(unit, otherUnit)) stories.set(seq, (stories.get(seq) ?? new Set()).add(story));
  }
  const families = await familiesOfStories(db, [...new Set([...stories.values()].flatMap((list) => [...list]))]);
  return new Map([...stories].map(([seq, list]) => [seq, accountsIn(list, families)]));
}

/** "people killed" and "killed", not "people wounded". */
function likeUnits(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [new Set(fold(a).map(stem)), new Set(fold(b).map(stem))];
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  const shared = [...small].filter((word) => large.has(word)).length;
  return small.size > 0 && shared === small.size && 2 * shared >= large.size;
}
