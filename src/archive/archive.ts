import { sql } from "kysely";
import type { Correction, StoryRecord } from "../model/index.js";
import { type AuditQuery, type AuditSample, drawSample } from "./audit.js";
import { type CheckQuery, type CheckResult, checkWords } from "./check.js";
import { type Collection, type Gathered, gather, listCollections, scatter } from "./collections.js";
import type { Addition, Decision } from "./corrections/decide.js";
import {
  addTo,
  type CorrectionQuery,
  type CorrectionRow,
  decideOn,
  type Imported,
  importCorrections,
  listCorrections,
  undo,
} from "./corrections/store.js";
import type { AnnotationLayer } from "./derive.js";
import { ArchiveError } from "./error.js";
import { type StatementFacets, statementFacets } from "./facets.js";
import { type FamilyRow, listFamilies } from "./families.js";
import { type Writing, writing } from "./history-store.js";
import {
  type AnnotationRow,
  listActors,
  listAnnotations,
  listEvents,
  listFigures,
  listMeetings,
  listPlaces,
  listPositions,
  listStatements,
  listStories,
  listTimes,
  listUnread,
} from "./lists.js";
import { type OpenOptions, openDatabase } from "./open.js";
import type {
  ActorQuery,
  AnnotationQuery,
  EventQuery,
  FigureQuery,
  MeetingQuery,
  PlaceQuery,
  PositionQuery,
  StatementQuery,
  StoryQuery,
  UnreadQuery,
} from "./query.js";
import { readStory, resolveStory, type StoredStory } from "./read.js";
import { removeStory } from "./remove.js";
import type {
  ActorRow,
  EventRow,
  FigureRow,
  MeetingRow,
  PlaceRow,
  PositionRow,
  StatementRow,
  StoryRow,
  TimeRow,
  UnreadRow,
} from "./rows.js";
import type { Db } from "./schema.js";
import { type ArchiveSummary, summarize } from "./summary.js";
import { type Problem, verifyArchive } from "./verify.js";
import { type Added, type Item, type KnownItem, prepareItem, prepareRecord, putItem, putRecord } from "./write.js";

/** Stories a transaction, unless told: enough that the disk is not waited for at each, few enough that others get their turn. */
const BATCH = 64;

/**
 * A store of stories and their records. One archive may be open in several processes at once. All methods throw `ArchiveError`; lists
 * are read page by page, and other methods may be called while one is being read.
 */
export interface Archive {
  /** The file, as it was given. */
  readonly location: string;
  /** Stores a story with its record. Adding it again changes nothing, but links another source of it. */
  add(source: Item["source"], story: Item["story"], record: StoryRecord): Promise<Added>;
  /**
   * Stores many, a transaction a batch, and tells of each in order once it is stored. Nothing is stored unless the outcomes are read.
   * An item that is refused ends it with an error; its whole batch is then not stored. Another source of a story that is there already
   * comes without a record.
   */
  addMany(items: Iterable<Item | KnownItem> | AsyncIterable<Item | KnownItem>, options?: { readonly batch?: number }): AsyncIterable<Added>;
  /** Whether a story is there; with a maker's id, whether its current record is by that maker. */
  hasStory(storyId: string, makerId?: string): Promise<boolean>;
  /** A story by its id or the beginning of it: four digits or more, with or without "story_". */
  get(reference: string): Promise<StoredStory>;
  /** Id of the story in whose current record an annotation or actor with this id is; null when in none. Looks through the archive. */
  storyOf(annotationId: string): Promise<string | null>;
  stories(query?: StoryQuery): AsyncIterable<StoryRow>;
  statements(query?: StatementQuery): AsyncIterable<StatementRow>;
  /** By what the statements that fit a query could be narrowed further, counted over all of them. */
  statementFacets(query?: StatementQuery): Promise<StatementFacets>;
  actors(query?: ActorQuery): AsyncIterable<ActorRow>;
  times(query?: AnnotationQuery): AsyncIterable<TimeRow>;
  figures(query?: FigureQuery): AsyncIterable<FigureRow>;
  events(query?: EventQuery): AsyncIterable<EventRow>;
  places(query?: PlaceQuery): AsyncIterable<PlaceRow>;
  meetings(query?: MeetingQuery): AsyncIterable<MeetingRow>;
  positions(query?: PositionQuery): AsyncIterable<PositionRow>;
  /** Annotations of any layer but actors, as they are in the record, with the actors that they name. */
  annotations<L extends AnnotationLayer>(layer: L, query?: AnnotationQuery): AsyncIterable<AnnotationRow<L>>;
  unread(query?: UnreadQuery): AsyncIterable<UnreadRow>;
  /** Puts a record by another maker in the place of a story's current one, which stays as history. Gives whether it did. */
  replaceRecord(reference: string, record: StoryRecord): Promise<boolean>;
  /**
   * Stores what a person decided of an annotation: the record, and every list, shows it so from then on. The machine's own record stays.
   * Throws `ArchiveError` "unknown-annotation", and "query" for what cannot be decided.
   */
  correct(decision: Decision): Promise<Correction>;
  /** Stores an annotation that the machine missed in a story. */
  addAnnotation(reference: string, addition: Addition): Promise<Correction>;
  /** Takes a decision back, by its id or the beginning of it: the record is as if it had never been made. Both stay in the log. */
  undo(correction: string, by: string, note?: string): Promise<Correction>;
  /** All decisions ever made, undos and what they took back among them, in the order in which they were made. */
  corrections(query?: CorrectionQuery): AsyncIterable<CorrectionRow>;
  /** Stores corrections made elsewhere, as `corrections` gives them; those that are here already are left as they are. */
  importCorrections(corrections: readonly unknown[]): Promise<readonly Imported[]>;
  /** Draws annotations at random for a person to judge, with the answers that there are already. */
  audit(query: AuditQuery): Promise<AuditSample>;
  /** The collections with what is in them, by name. */
  collections(): AsyncIterable<Collection>;
  /** Puts stories into a collection, which is made by its first; all of them or, when one is not there, none. */
  gather(collection: string, references: readonly string[]): Promise<Gathered>;
  /** Takes stories, or all of them, out of a collection, which is gone with its last. */
  scatter(collection: string, references: readonly string[] | "all"): Promise<Gathered>;
  /** Are these words on record: as they stand, altered, by whom, and in how many stories was looked? */
  check(words: string, query?: CheckQuery): Promise<CheckResult>;
  /** Copies and versions of one story, for those families that have a story in scope; the newest family first. */
  families(query?: StoryQuery): AsyncIterable<FamilyRow>;
  /** Names what does not hold in the archive; gives nothing when all is well. Reads everything. */
  verify(): AsyncIterable<Problem>;
  /**
   * Takes a story out of every table and index, and its words out of the file. `purged` is false while another process that reads keeps
   * the words in the log file; they go with the next write or close after it has finished.
   */
  remove(reference: string): Promise<{ readonly story: string; readonly purged: boolean }>;
  /** What it holds, in numbers, with so many of the most frequent speakers (10 unless told). */
  summary(speakers?: number): Promise<ArchiveSummary>;
  close(): Promise<void>;
}

/** Opens or makes an archive: a file, or ":memory:" for one that is gone when it is closed. Throws `ArchiveError`. */
export async function openArchive(location: string, options: OpenOptions = {}): Promise<Archive> {
  const db = await openDatabase(location, options);
  return new SqlArchive(location, db, options);
}

class SqlArchive implements Archive {
  readonly location: string;
  readonly #db: Db;
  readonly #now: () => string;
  readonly #readOnly: boolean;
  readonly #view: NonNullable<OpenOptions["view"]>;

  constructor(location: string, db: Db, { mode, now, asOf, view }: OpenOptions) {
    this.location = location;
    this.#db = db;
    this.#now = now ?? (() => new Date().toISOString());
    this.#view = view ?? "corrected";
    this.#readOnly = mode === "read-only" || asOf !== undefined || view === "machine";
  }

  async add(source: Item["source"], story: Item["story"], record: StoryRecord): Promise<Added> {
    const item = prepareItem({ source, story, record }, this.location);
    return this.#write((to) => putItem(to, item, this.location));
  }

  async *addMany(items: Iterable<Item | KnownItem> | AsyncIterable<Item | KnownItem>, { batch = BATCH } = {}): AsyncIterable<Added> {
    let waiting: (Item | KnownItem)[] = [];
    for await (const item of items) {
      waiting.push(item);
      if (waiting.length < batch) continue;
      yield* await this.#addBatch(waiting);
      waiting = [];
    }
    if (waiting.length > 0) yield* await this.#addBatch(waiting);
  }

  #addBatch(items: readonly (Item | KnownItem)[]): Promise<readonly Added[]> {
    const prepared = items.map((item) => prepareItem(item, this.location));
    return this.#write(async (to) => {
      const outcomes: Added[] = [];
      for (const item of prepared) outcomes.push(await putItem(to, item, this.location));
      return outcomes;
    });
  }

  async hasStory(storyId: string, maker?: string): Promise<boolean> {
    const record = await this.#db
      .selectFrom("stories as s")
      .innerJoin("records as r", "r.story", "s.seq")
      .select("r.maker")
      .where("s.id", "=", storyId)
      .where("r.known_to", "is", null)
      .executeTakeFirst();
    return record !== undefined && (maker === undefined || record.maker === maker);
  }

  async get(reference: string): Promise<StoredStory> {
    const { seq } = await resolveStory(this.#db, reference, this.location);
    return readStory(this.#db, seq, this.location, this.#view);
  }

  async storyOf(annotationId: string): Promise<string | null> {
    const { rows } = await sql<{ id: string }>`
      select id from stories where seq in (
        select story from annotations where id = ${annotationId} union select story from actors where id = ${annotationId})`.execute(
      this.#db,
    );
    return rows[0]?.id ?? null;
  }

  stories(query: StoryQuery = {}): AsyncIterable<StoryRow> {
    return listStories(this.#db, query, this.location);
  }

  statements(query: StatementQuery = {}): AsyncIterable<StatementRow> {
    return listStatements(this.#db, query, this.location);
  }

  statementFacets(query: StatementQuery = {}): Promise<StatementFacets> {
    return statementFacets(this.#db, query, this.location);
  }

  actors(query: ActorQuery = {}): AsyncIterable<ActorRow> {
    return listActors(this.#db, query, this.location);
  }

  times(query: AnnotationQuery = {}): AsyncIterable<TimeRow> {
    return listTimes(this.#db, query, this.location);
  }

  events(query: EventQuery = {}): AsyncIterable<EventRow> {
    return listEvents(this.#db, query, this.location);
  }

  figures(query: FigureQuery = {}): AsyncIterable<FigureRow> {
    return listFigures(this.#db, query, this.location);
  }

  meetings(query: MeetingQuery = {}): AsyncIterable<MeetingRow> {
    return listMeetings(this.#db, query, this.location);
  }

  positions(query: PositionQuery = {}): AsyncIterable<PositionRow> {
    return listPositions(this.#db, query, this.location);
  }

  places(query: PlaceQuery = {}): AsyncIterable<PlaceRow> {
    return listPlaces(this.#db, query, this.location);
  }

  annotations<L extends AnnotationLayer>(layer: L, query: AnnotationQuery = {}): AsyncIterable<AnnotationRow<L>> {
    return listAnnotations(this.#db, layer, query, this.location);
  }

  unread(query: UnreadQuery = {}): AsyncIterable<UnreadRow> {
    return listUnread(this.#db, query, this.location);
  }

  async replaceRecord(reference: string, record: StoryRecord): Promise<boolean> {
    const { seq } = await resolveStory(this.#db, reference, this.location);
    const { story } = await readStory(this.#db, seq, this.location);
    const prepared = prepareRecord(story, record, this.location);
    return this.#write((to) => putRecord(to, seq, prepared));
  }

  correct(decision: Decision): Promise<Correction> {
    return this.#write((to) => decideOn(to, decision, this.location));
  }

  addAnnotation(reference: string, addition: Addition): Promise<Correction> {
    return this.#write((to) => addTo(to, reference, addition, this.location));
  }

  undo(correction: string, by: string, note?: string): Promise<Correction> {
    return this.#write((to) => undo(to, correction, by, note, this.location));
  }

  corrections(query: CorrectionQuery = {}): AsyncIterable<CorrectionRow> {
    return listCorrections(this.#db, query, this.location);
  }

  importCorrections(corrections: readonly unknown[]): Promise<readonly Imported[]> {
    return this.#write((to) => importCorrections(to, corrections, this.location));
  }

  audit(query: AuditQuery): Promise<AuditSample> {
    return drawSample(this.#db, query, this.location);
  }

  collections(): AsyncIterable<Collection> {
    return listCollections(this.#db);
  }

  gather(collection: string, references: readonly string[]): Promise<Gathered> {
    return this.#write((to) => gather(to, collection, references, this.location));
  }

  scatter(collection: string, references: readonly string[] | "all"): Promise<Gathered> {
    return this.#write((to) => scatter(to, collection, references, this.location));
  }

  check(words: string, query: CheckQuery = {}): Promise<CheckResult> {
    return checkWords(this.#db, words, query, this.location);
  }

  families(query: StoryQuery = {}): AsyncIterable<FamilyRow> {
    return listFamilies(this.#db, query, this.location);
  }

  verify(): AsyncIterable<Problem> {
    return verifyArchive(this.#db, this.location);
  }

  async remove(reference: string): Promise<{ readonly story: string; readonly purged: boolean }> {
    const { seq, id } = await resolveStory(this.#db, reference, this.location);
    await this.#write((to) => removeStory(to, seq));
    return { story: id, purged: await this.#emptyLog() };
  }

  summary(speakers = 10): Promise<ArchiveSummary> {
    return summarize(this.#db, speakers);
  }

  async close(): Promise<void> {
    // libsql may keep the log until its statements are collected: copied into the file now, the archive is one file again.
    try {
      if (!this.#readOnly) await this.#emptyLog();
    } finally {
      await this.#db.destroy();
    }
  }

  /** Copies the log into the file; false when another process's reading did not let all of it. */
  async #emptyLog(): Promise<boolean> {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(this.#db);
    return rows[0].busy === 0;
  }

  async #write<Result>(work: (to: Writing) => Promise<Result>): Promise<Result> {
    if (this.#readOnly) {
      throw new ArchiveError("read-only", this.location, `${this.location} was opened for reading only`);
    }
    return this.#db.transaction().execute(async (tx) => work(await writing(tx, this.#now())));
  }
}
