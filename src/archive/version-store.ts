import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Story } from "../model/index.js";
import { dateKey } from "./dates.js";
import type { Condition } from "./query.js";
import type { Db, Tables, VersionLinkTable } from "./schema.js";
import { areVersions, type VersionedStory, versionLinks } from "./versions.js";

/** The stories right before and right after one in its version chain, by id. */
export interface Neighbours {
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
}

/**
 * Links a story's family anew, as of an instant: links that are no more end then, new ones begin. To be called in the transaction that
 * stored the story.
 */
export async function relinkVersions(tx: Db, story: VersionedStory, now: string): Promise<Neighbours> {
  const family = await familyOf(tx, story);
  if (family.length === 1) return { supersedes: null, supersededBy: null };
  const ids = new Map(family.map(({ seq, id }) => [seq, id]));
  const links = versionLinks(family);
  const before = await tx
    .selectFrom("version_link_rows")
    .selectAll()
    .where("story", "in", [...ids.keys()])
    .where("known_to", "is", null)
    .execute();
  const ended = before.filter((link) => !links.some((other) => sameLink(link, other)));
  for (const link of ended) {
    const row = (e: ExpressionBuilder<Tables, "version_link_rows">) =>
      e.and({ story: link.story, supersedes: link.supersedes, known_from: link.known_from });
    // What began at this very instant never held.
    if (link.known_from === now) await tx.deleteFrom("version_link_rows").where(row).execute();
    else await tx.updateTable("version_link_rows").set({ known_to: now }).where(row).execute();
  }
  await insertLinks(
    tx,
    links.filter((link) => !before.some((other) => sameLink(link, other))).map((link) => ({ ...link, known_from: now, known_to: null })),
  );
  const older = links.find((link) => link.story === story.seq);
  const newer = links.find(({ supersedes }) => supersedes === story.seq);
  return {
    supersedes: older === undefined ? null : (ids.get(older.supersedes) ?? null),
    supersededBy: newer === undefined ? null : (ids.get(newer.story) ?? null),
  };
}

/** Links the family of a story that is about to be removed as if it had never been there. Gives the numbers of the others. */
export async function relinkWithout(tx: Db, seq: number): Promise<readonly number[]> {
  const [removed] = await versioned(tx, [sql`s.seq = ${seq}`]);
  const family = await familyOf(tx, removed);
  const others = family.filter((story) => story.seq !== seq);
  const seqs = family.map((story) => story.seq);
  await tx
    .deleteFrom("version_link_rows")
    .where((e) => e.or([e("story", "in", seqs), e("supersedes", "in", seqs)]))
    .execute();
  await insertLinks(tx, linkHistory(others));
  return others.map((story) => story.seq);
}

type LinkRow = Tables["version_link_rows"];

const sameLink = (a: VersionLinkTable, b: VersionLinkTable): boolean =>
  a.story === b.story && a.supersedes === b.supersedes && a.reason === b.reason;

async function insertLinks(tx: Db, links: readonly LinkRow[]): Promise<void> {
  if (links.length === 0) return;
  await tx
    .insertInto("version_link_rows")
    .values([...links])
    .execute();
}

/** All links that stories ever had, as one after the other became known. */
function linkHistory(stories: readonly VersionedStory[]): readonly LinkRow[] {
  const history: LinkRow[] = [];
  for (const instant of [...new Set(stories.map(({ knownFrom }) => knownFrom))].sort()) {
    const links = versionLinks(stories.filter(({ knownFrom }) => knownFrom <= instant));
    const open = history.filter(({ known_to }) => known_to === null);
    for (const link of open) if (!links.some((other) => sameLink(link, other))) link.known_to = instant;
    for (const link of links) {
      if (!open.some((other) => sameLink(link, other))) history.push({ ...link, known_from: instant, known_to: null });
    }
  }
  return history;
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
