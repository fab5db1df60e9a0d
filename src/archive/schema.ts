import type { Generated, Kysely } from "kysely";
import type { LAYERS } from "../model/index.js";

/**
 * The tables. One source of truth: `stories` (text and meta), `records` (body) and `corrections`. What ends in `_rows` and the word indexes are
 * derived from them (`historyOf`), in the transaction that writes them; `version_link_rows` are derived from the stories (`versionLinks`).
 * Numbers named `seq` are this archive's own and mean nothing outside it. Instants are ISO 8601 in UTC; `known_to` is null as long as
 * the row holds.
 *
 * Rows that hold no more stay, so that what was on record at an instant can be asked. Queries read the views `annotations`,
 * `annotation_actors`, `actors`, `unread` and `version_links`, which show what holds now, as persons corrected it; an archive that is
 * opened as of an instant, or to see what the machine read, has other views of these names (`views.ts`).
 */
export interface Tables {
  sources: SourceTable;
  stories: StoryTable;
  story_sources: StorySourceTable;
  version_link_rows: Held<VersionLinkTable>;
  version_links: VersionLinkTable;
  records: RecordTable;
  annotation_rows: Held<AnnotationTable> & Seen;
  annotations: AnnotationTable;
  annotation_actor_rows: AnnotationActorTable;
  annotation_actors: AnnotationActorTable;
  actor_rows: Held<ActorTable> & Seen;
  actors: ActorTable;
  unread_rows: Held<UnreadTable>;
  unread: UnreadTable;
  entities: EntityTable;
  links: LinkTable;
  corrections: CorrectionTable;
  story_sketches: SketchTable;
  kinships: KinshipTable;
  collection_stories: CollectionStoryTable;
}

export type Db = Kysely<Tables>;

/** From when to when a row was known. */
type Held<Table> = Table & { known_from: string; known_to: string | null };

/** Whether a row is in the record as the machine read it, as persons corrected it, or in both. */
export const VIEWS = ["both", "machine", "corrected"] as const;
export type View = (typeof VIEWS)[number];
interface Seen {
  view: View;
}

export interface SourceTable {
  id: string;
  size: number;
  media_type: string;
  uri: string | null;
  guid: string | null;
  version: string | null;
  received_at: string;
  known_from: string;
}

export interface StoryTable {
  seq: Generated<number>;
  id: string;
  text: string;
  /** JSON of the Story without its text. The columns below repeat what queries need of it. */
  meta: string;
  source: string;
  source_index: number;
  headline: string | null;
  lead: string;
  outlet: string | null;
  agency: string | null;
  published: string | null;
  /** `dateKey` of `published`; "" where there is none. */
  published_key: string;
  guid: string | null;
  uri: string | null;
  known_from: string;
  known_to: string | null;
}

export interface StorySourceTable {
  story: number;
  source: string;
  known_from: string;
}

export interface VersionLinkTable {
  story: number;
  supersedes: number;
  reason: "same guid" | "same address" | "newer format";
  known_from: string;
}

export interface RecordTable {
  seq: Generated<number>;
  story: number;
  /** `makerId` of the record's maker. */
  maker: string;
  schema_version: number;
  /** JSON of the StoryRecord, deflated without header (RFC 1951). */
  body: Uint8Array;
  known_from: string;
  known_to: string | null;
}

/** One row an annotation, of every layer but actors. What `type`, `mode` and `value` hold in each layer says `QUERY_COLUMNS`. */
export interface AnnotationTable {
  seq: number;
  story: number;
  layer: (typeof LAYERS)[number];
  id: string;
  start: number;
  end: number;
  /** The words of the anchor; parts of a broken one joined by " … ". */
  exact: string;
  /** JSON of the quotes of a broken anchor; null when start, end and exact say it all. */
  parts: string | null;
  type: string | null;
  mode: string | null;
  value: string | null;
  confidence: number;
  /** JSON of the annotation without id, anchor and confidence. */
  detail: string;
}

export const ACTOR_ROLES = ["speaker", "joint", "addressee", "by", "of", "actor", "recipient", "holder", "toward", "participant"] as const;
export type ActorRole = (typeof ACTOR_ROLES)[number];

export interface AnnotationActorTable {
  annotation: number;
  actor: number;
  role: ActorRole;
}

export interface ActorTable {
  seq: number;
  story: number;
  id: string;
  name: string;
  kind: string;
  country: string | null;
  role: string | null;
  /** The listed actor of the same story that it speaks for. */
  affiliation: string | null;
  /** JSON of the mentions. */
  mentions: string;
  rule: string;
  confidence: number;
}

export interface UnreadTable {
  seq: Generated<number>;
  story: number;
  start: number;
  end: number;
  exact: string;
  /** JSON of the quotes that promised a record. */
  words: string;
  reason: string;
}

export interface EntityTable {
  id: string;
  type: string;
  name: string;
  kind: string | null;
  country: string | null;
  known_from: string;
  known_to: string | null;
}

export interface LinkTable {
  seq: Generated<number>;
  /** The story that `from_id` is or belongs to, so that a story's links go when it goes. */
  story: number;
  from_id: string;
  to_id: string;
  reason: string;
  confidence: number;
  decided_by: string;
  known_from: string;
  known_to: string | null;
}

export interface CorrectionTable {
  id: string;
  story: number;
  /** JSON of the Correction. */
  body: string;
  known_from: string;
  known_to: string | null;
}

/** The sketch of each story's body (`sketchOf`), a row a shingle: by it the stories are found that it may be a copy of. */
export interface SketchTable {
  shingle: number;
  story: number;
}

/** Two stories of which one was made from the other (`copyOf`). With the version links they make the families; `links` holds these. */
export interface KinshipTable {
  story: number;
  /** Of the two the one that was published earlier. */
  kin: number;
  /** "copy of", "shortened from" … */
  reason: string;
  confidence: number;
  known_from: string;
}

/** A collection is its stories: it is there as long as it has one. */
export interface CollectionStoryTable {
  collection: string;
  story: number;
  known_from: string;
  known_to: string | null;
}
