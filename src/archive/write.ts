import { constants, deflateRawSync } from "node:zlib";
import { type Body, bodyOf } from "../linking/index.js";
import { makerId, type Source, type Story, type StoryRecord } from "../model/index.js";
import { insertAll } from "./bulk.js";
import { hasCorrections, storyVersions } from "./corrections/known.js";
import { type DerivedRows, deriveRows, storyColumns } from "./derive.js";
import { ArchiveError } from "./error.js";
import { joinFamily } from "./family-store.js";
import { indexWords, searchedText } from "./fts.js";
import { firstHistory } from "./history.js";
import { advanceHistory, insertHistory, instantFor, syncHistory, type Writing } from "./history-store.js";
import { problemsOf } from "./problems.js";
import type { Db } from "./schema.js";
import { deleteShingles, SHINGLE_INDEX, storyShingles } from "./shingle-index.js";
import { relinkVersions, versionedStory } from "./version-store.js";

/** One story to store, with where it came from and what was read from it. */
export interface Item {
  readonly source: Source;
  readonly story: Story;
  readonly record: StoryRecord;
}

/** A story that is there already with the record that reading it would give (`hasStory`), so that it was not read again: only its source is new. */
export interface KnownItem extends Omit<Item, "record"> {
  readonly record: null;
}

/**
 * What adding did. "unchanged": the story is there with a record by the same maker (a new source of it is linked all the same).
 * "record-replaced": its record was by another maker. "new-version": another version of the story is there, and both stay.
 */
export interface Added {
  readonly outcome: "added" | "unchanged" | "new-version" | "record-replaced";
  /** The story's id. */
  readonly story: string;
  /** The version right before it, and right after it; null where there is none. Told of "new-version" only. */
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
}

/** An item made ready outside the transaction, so that the write lock is held for the writing alone. */
export interface PreparedItem extends Omit<Item, "record"> {
  readonly storyWords: string;
  readonly body: Body;
  readonly prepared: PreparedRecord | null;
}

export interface PreparedRecord {
  readonly record: StoryRecord;
  readonly body: Uint8Array;
  readonly rows: DerivedRows;
  readonly annotationWords: readonly (string | null)[];
  readonly actorWords: readonly string[];
  readonly shingles: readonly number[];
}

/** Throws `ArchiveError` "inconsistent" when story and record do not fit. */
export function prepareItem(item: Item | KnownItem, path: string): PreparedItem {
  const { source, story, record } = item;
  if (source.id !== story.source) {
    throw new ArchiveError("inconsistent", path, `Story ${story.id} says that it is from source ${story.source}, not from ${source.id}`);
  }
  const prepared = record && prepareRecord(story, record, path);
  // What is there already is not indexed again.
  if (prepared === null) return { source, story, storyWords: "", body: { all: [], prose: [] }, prepared };
  return { source, story, storyWords: indexWords("stories_words", searchedText(story)), body: bodyOf(story), prepared };
}

/** As `prepareItem`, for a record alone. */
export function prepareRecord(story: Story, record: StoryRecord, path: string): PreparedRecord {
  const problems = problemsOf(story, record);
  if (problems.length > 0) {
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
    throw new ArchiveError("inconsistent", path, `Story ${story.id} was not stored: ${problems[0]}${more}`);
  }
  const rows = deriveRows(record);
  return {
    record,
    body: deflateRawSync(JSON.stringify(record), { level: constants.Z_BEST_SPEED }),
    rows,
    annotationWords: rows.annotationWords.map((words) => (words === null ? null : indexWords("annotations_words", words))),
    actorWords: rows.actorWords.map((words) => indexWords("actors_words", words)),
    shingles: storyShingles(story, record),
  };
}

/** Stores one prepared item. Throws `ArchiveError` "unknown-story" for one without a record whose story is not there. */
export async function putItem(to: Writing, item: PreparedItem, path: string): Promise<Added> {
  const { tx, now } = to;
  const { source, story, prepared } = item;
  const known = await tx.selectFrom("stories").select("seq").where("id", "=", story.id).executeTakeFirst();
  if (!known && prepared === null) {
    throw new ArchiveError(
      "unknown-story",
      path,
      `${path} no longer holds story ${story.id}, which was not read for that reason; add it again`,
    );
  }
  await putSource(tx, source, now);
  const seq = known?.seq ?? (await insertStory(tx, item, now));
  await tx
    .insertInto("story_sources")
    .values({ story: seq, source: source.id, known_from: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const plain = { story: story.id, supersedes: null, supersededBy: null };
  if (prepared === null) return { ...plain, outcome: "unchanged" };
  if (known) {
    return { ...plain, outcome: (await putRecord(to, seq, prepared)) ? "record-replaced" : "unchanged" };
  }
  await insertRecord(tx, seq, prepared, now);
  await insertHistory(to, seq, firstHistory(prepared.rows, now), prepared);
  const { supersedes, supersededBy } = await relinkVersions(tx, versionedStory(seq, story, source.receivedAt, now), now);
  await joinFamily(to, seq, item.body);
  // Decisions about one version of a story are decisions about the same words in all; this one may have joined others that were apart.
  if ((supersedes !== null || supersededBy !== null) && (await hasCorrections(tx, seq))) {
    for (const version of await storyVersions(tx, seq)) await syncHistory(to, version);
  }
  const outcome = supersedes === null && supersededBy === null ? "added" : "new-version";
  return { ...plain, outcome, supersedes, supersededBy };
}

/** Replaces a story's current record when it is by another maker; gives whether it did. The old one stays as history. */
export async function putRecord(to: Writing, story: number, prepared: PreparedRecord): Promise<boolean> {
  const { tx } = to;
  const maker = makerId(prepared.record.maker);
  const current = await tx
    .selectFrom("records")
    .select(["seq", "maker"])
    .where("story", "=", story)
    .where("known_to", "is", null)
    .executeTakeFirst();
  if (current?.maker === maker) return false;
  const now = await instantFor(to, story);
  if (current) {
    await tx.updateTable("records").set({ known_to: now }).where("seq", "=", current.seq).execute();
    await deleteShingles(tx, story);
  }
  await insertRecord(tx, story, prepared, now);
  await advanceHistory(to, story, now);
  return true;
}

async function putSource(tx: Db, source: Source, now: string): Promise<void> {
  const { id, size, mediaType, uri, guid, version, receivedAt } = source;
  await tx
    .insertInto("sources")
    .values({ id, size, media_type: mediaType, uri, guid, version, received_at: receivedAt, known_from: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function insertStory(tx: Db, { story, storyWords }: PreparedItem, now: string): Promise<number> {
  const { text, ...meta } = story;
  const { insertId } = await tx
    .insertInto("stories")
    .values({
      ...storyColumns(story),
      text,
      meta: JSON.stringify(meta),
      known_from: now,
      known_to: null,
    })
    .executeTakeFirstOrThrow();
  const seq = Number(insertId);
  await insertAll(tx, "stories_words", [{ rowid: seq, words: storyWords }]);
  return seq;
}

async function insertRecord(tx: Db, story: number, { record, body, shingles }: PreparedRecord, now: string): Promise<void> {
  await tx
    .insertInto("records")
    .values({ story, maker: makerId(record.maker), schema_version: record.schemaVersion, body, known_from: now, known_to: null })
    .execute();
  await insertAll(tx, SHINGLE_INDEX, [{ rowid: story, words: shingles.join(" ") }]);
}
