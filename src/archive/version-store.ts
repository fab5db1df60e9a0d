import { type SqlBool, sql } from "kysely";
import type { Story } from "../model/index.js";
import { dateKey } from "./dates.js";
import type { Condition } from "./query.js";
import type { Db } from "./schema.js";
import { areVersions, type VersionedStory, versionLinks } from "./versions.js";

/** The stories right before and right after one in its version chain, by id. */
export interface Neighbours {
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
}

/** Writes the version links of a story's whole family anew; to be called in the transaction that stored the story. */
export async function relinkVersions(tx: Db, story: VersionedStory): Promise<Neighbours> {
  const family = await familyOf(tx, story);
  if (family.length === 1) return { supersedes: null, supersededBy: null };
  return relink(tx, family, story.seq);
}

/** Links the family of a story that is about to be removed as if it were gone. */
export async function relinkWithout(tx: Db, seq: number): Promise<void> {
  const [removed] = await versioned(tx, [sql`s.seq = ${seq}`]);
  const family = await familyOf(tx, removed);
  await tx
    .deleteFrom("version_links")
    .where((e) => e.or([e("story", "=", seq), e("supersedes", "=", seq)]))
    .execute();
  await relink(
    tx,
    family.filter((story) => story.seq !== seq),
    seq,
  );
}

async function relink(tx: Db, family: readonly VersionedStory[], seq: number): Promise<Neighbours> {
  const ids = new Map(family.map((story) => [story.seq, story.id]));
  const links = versionLinks(family);
  await tx
    .deleteFrom("version_links")
    .where("story", "in", [...ids.keys(), seq])
    .execute();
  if (links.length > 0)
    await tx
      .insertInto("version_links")
      .values([...links])
      .execute();
  const before = links.find(({ story }) => story === seq);
  const after = links.find(({ supersedes }) => supersedes === seq);
  return {
    supersedes: before === undefined ? null : (ids.get(before.supersedes) ?? null),
    supersededBy: after === undefined ? null : (ids.get(after.story) ?? null),
  };
}

/** A story and all that share a guid, an address or a place in a source with it or with one another of them. */
async function familyOf(tx: Db, story: VersionedStory): Promise<readonly VersionedStory[]> {
  const family = new Map([[story.seq, story]]);
  for (let found: readonly VersionedStory[] = [story]; found.length > 0; ) {
    const around = await versioned(tx, sharedBy(found));
    const before = found;
    found = around.filter((other) => !family.has(other.seq) && before.some((one) => areVersions(one, other)));
    for (const other of found) family.set(other.seq, other);
  }
  return [...family.values()];
}

/** Stories that meet one of these conditions. */
async function versioned(tx: Db, conditions: readonly Condition[]): Promise<readonly VersionedStory[]> {
  const rows = await tx
    .selectFrom("stories as s")
    .innerJoin("sources", "sources.id", "s.source")
    .select(["s.seq", "s.meta", "s.known_from", "sources.received_at"])
    .where((e) => e.or([...conditions]))
    .execute();
  return rows.map(({ seq, meta, received_at, known_from }) => versionedStory(seq, JSON.parse(meta), received_at, known_from));
}

/** What of a stored story decides its versions. */
export function versionedStory(seq: number, story: Omit<Story, "text">, receivedAt: string, knownFrom: string): VersionedStory {
  const { id, guid, uri, source, index, format, updated, published, version } = story;
  const dated = updated?.value ?? published?.value;
  return {
    seq,
    id,
    guid,
    uri,
    source,
    sourceIndex: index,
    formatVersion: format.version,
    dated: dated === undefined ? "" : dateKey(dated),
    version,
    receivedAt,
    knownFrom,
  };
}

/** That a story shares a guid, an address or a whole source with one of these: only what they have is asked for, so that indexes serve. */
function sharedBy(stories: readonly VersionedStory[]): readonly Condition[] {
  const keys = { guid: stories.map(({ guid }) => guid), uri: stories.map(({ uri }) => uri), source: stories.map(({ source }) => source) };
  return Object.entries(keys).flatMap(([column, values]) => {
    const known = [...new Set(values.filter((value) => value !== null))];
    return known.length === 0 ? [] : [sql<SqlBool>`${sql.ref(`s.${column}`)} in (${sql.join(known)})`];
  });
}
