import { inflateRawSync } from "node:zlib";
import type { Source, Story, StoryRecord } from "../model/index.js";
import { applyCorrections, type Corrected } from "./corrections/apply.js";
import { knownCorrections } from "./corrections/known.js";
import { ArchiveError } from "./error.js";
import type { Db } from "./schema.js";
import type { Sight } from "./views.js";

/** A story with all that the archive holds of it. */
export interface StoredStory {
  readonly story: Story;
  /** The current record as persons corrected it; as the machine read it, in an archive that is opened to see that. */
  readonly record: StoryRecord;
  /** The decisions that made it so, with the annotation that each is of. None where the machine's record is shown. */
  readonly decisions: Corrected["applied"];
  /** Every source it was received from, first come first. */
  readonly sources: readonly Source[];
  readonly versions: readonly StoredVersion[];
  readonly knownFrom: string;
}

/** Another version of a story: one that it supersedes ("older") or that supersedes it ("newer"). */
export interface StoredVersion {
  readonly story: string;
  readonly relation: "older" | "newer";
  readonly reason: string;
}

const REFERENCE = /^(?:story_)?([0-9a-f]{4,16})$/;
const SHOWN_CANDIDATES = 10;

/**
 * The number and id of the story that a reference means: an id, or its beginning of at least four digits, with or without "story_".
 * Throws `ArchiveError` "unknown-story" or "ambiguous".
 */
export async function resolveStory(db: Db, reference: string, path: string): Promise<{ readonly seq: number; readonly id: string }> {
  const digits = REFERENCE.exec(reference.trim().toLowerCase())?.[1];
  if (digits === undefined) {
    throw new ArchiveError(
      "unknown-story",
      path,
      `${JSON.stringify(reference)} is no story id: give "story_" and its digits, or the first four digits or more`,
    );
  }
  const beginning = `story_${digits}`;
  const found = await db
    .selectFrom("stories")
    .select(["seq", "id", "headline"])
    .where("id", ">=", beginning)
    .where("id", "<", `${beginning}~`)
    .orderBy("id")
    .limit(SHOWN_CANDIDATES)
    .execute();
  if (found.length === 0) throw new ArchiveError("unknown-story", path, `No story in ${path} has an id that begins with ${beginning}`);
  if (found.length > 1) {
    const candidates = found.map(({ id }) => id);
    const listed = found.map(({ id, headline }) => `${id} (${headline ?? "no headline"})`).join(", ");
    throw new ArchiveError("ambiguous", path, `${beginning} could be ${listed}: give more digits`, { candidates });
  }
  return found[0];
}

/** `view` "machine" leaves out what persons decided. */
export async function readStory(db: Db, seq: number, path: string, view: Sight["view"] = "corrected"): Promise<StoredStory> {
  const row = await db.selectFrom("stories").select(["id", "text", "meta", "known_from"]).where("seq", "=", seq).executeTakeFirst();
  const current = await db.selectFrom("records").select("body").where("story", "=", seq).where("known_to", "is", null).executeTakeFirst();
  if (!row || !current) throw new ArchiveError("unknown-story", path, `The story was removed from ${path} in the meantime`);
  const story = storyOfRow(row);
  const machine = unpackRecord(current.body);
  const decided = view === "machine" ? [] : (await knownCorrections(db, seq)).map(({ correction }) => correction);
  const { record, applied } = decided.length === 0 ? { record: machine, applied: [] } : applyCorrections(story, machine, decided);
  return {
    story,
    record,
    decisions: applied,
    sources: await sourcesOf(db, seq),
    versions: await versionsOf(db, seq),
    knownFrom: row.known_from,
  };
}

export const storyOfRow = ({ text, meta }: { readonly text: string; readonly meta: string }): Story => ({ ...JSON.parse(meta), text });

/** A stored record. `body` is a view or, from libsql, a bare buffer. */
export const unpackRecord = (body: Uint8Array | ArrayBuffer): StoryRecord => JSON.parse(inflateRawSync(body).toString("utf8"));

async function sourcesOf(db: Db, seq: number): Promise<readonly Source[]> {
  const rows = await db
    .selectFrom("story_sources as link")
    .innerJoin("sources as source", "source.id", "link.source")
    .selectAll("source")
    .where("link.story", "=", seq)
    .orderBy("link.known_from")
    .orderBy("source.id")
    .execute();
  return rows.map(({ id, size, media_type, uri, guid, version, received_at }) => ({
    id,
    size,
    mediaType: media_type,
    uri,
    guid,
    version,
    receivedAt: received_at,
  }));
}

async function versionsOf(db: Db, seq: number): Promise<readonly StoredVersion[]> {
  const rows = await db
    .selectFrom("version_links as link")
    .innerJoin("stories as newer", "newer.seq", "link.story")
    .innerJoin("stories as older", "older.seq", "link.supersedes")
    .select(["link.story", "link.reason", "newer.id as newer", "older.id as older"])
    .where((e) => e.or([e("link.story", "=", seq), e("link.supersedes", "=", seq)]))
    .orderBy("older.published_key")
    .orderBy("older.id")
    .execute();
  return rows.map(({ story, reason, newer, older }) =>
    story === seq ? { story: older, relation: "older", reason } : { story: newer, relation: "newer", reason },
  );
}
