import type { Story } from "../model/index.js";
import { dateKey } from "./dates.js";
import type { Db } from "./schema.js";
import { areVersions, type VersionedStory, versionLinks } from "./versions.js";

/** The stories right before and right after one in its version chain, by id. */
export interface Neighbours {
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
}

/** Writes the version links of a story's whole family anew; to be called in a transaction whenever a story came or is about to go. */
export async function relinkVersions(tx: Db, seq: number): Promise<Neighbours> {
  const family = await familyOf(tx, seq);
  if (family.length === 1) return { supersedes: null, supersededBy: null };
  return relink(tx, family, seq);
}

/** Links the family of a story that is about to be removed as if it were gone. */
export async function relinkWithout(tx: Db, seq: number): Promise<void> {
  const family = await familyOf(tx, seq);
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
async function familyOf(tx: Db, seq: number): Promise<readonly VersionedStory[]> {
  const family = new Map<number, VersionedStory>();
  let found = await versioned(tx, [seq], []);
  while (found.length > 0) {
    for (const story of found) family.set(story.seq, story);
    const around = await versioned(tx, [], found);
    found = around.filter((story) => !family.has(story.seq) && found.some((other) => areVersions(story, other)));
  }
  return [...family.values()];
}

/** Stories by number, or those that share a guid, an address or a whole source with one of `like`. */
async function versioned(tx: Db, seqs: readonly number[], like: readonly VersionedStory[]): Promise<readonly VersionedStory[]> {
  const rows = await tx
    .selectFrom("stories as s")
    .innerJoin("sources", "sources.id", "s.source")
    .select(["s.seq", "s.id", "s.guid", "s.uri", "s.source", "s.source_index", "s.meta", "s.known_from", "sources.received_at"])
    .where((e) =>
      e.or([
        e("s.seq", "in", [...seqs]),
        e("s.guid", "in", known(like.map(({ guid }) => guid))),
        e("s.uri", "in", known(like.map(({ uri }) => uri))),
        e("s.source", "in", known(like.map(({ source }) => source))),
      ]),
    )
    .execute();
  return rows.map((row) => {
    const { format, updated, published, version }: Omit<Story, "text"> = JSON.parse(row.meta);
    const dated = updated?.value ?? published?.value;
    return {
      seq: row.seq,
      id: row.id,
      guid: row.guid,
      uri: row.uri,
      source: row.source,
      sourceIndex: row.source_index,
      formatVersion: format.version,
      dated: dated === undefined ? "" : dateKey(dated),
      version,
      receivedAt: row.received_at,
      knownFrom: row.known_from,
    };
  });
}

const known = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];
