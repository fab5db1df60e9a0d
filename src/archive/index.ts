export { RELATIONS, type Relation, VERDICTS, type Verdict } from "../linking/index.js";
export { type Archive, openArchive } from "./archive.js";
export { type AuditItem, type AuditQuery, type AuditSample, type Precision, precisionOf, wilson } from "./audit.js";
export type { CheckQuery, CheckResult, FoundWords } from "./check.js";
export type { Collection, Gathered } from "./collections.js";
export type { Corrected } from "./corrections/apply.js";
export type { Addition, Decision } from "./corrections/decide.js";
export { FIELDS, type Settings } from "./corrections/fields.js";
export { CORRECTION_STATES, type CorrectionQuery, type CorrectionRow, type CorrectionState, type Imported } from "./corrections/store.js";
export type { AnnotationLayer, Annotations } from "./derive.js";
export { ARCHIVE_ERRORS, ArchiveError, type ArchiveErrorCode } from "./error.js";
export type { Facet, StatementFacets } from "./facets.js";
export type { FamilyRow, FamilyStory } from "./families.js";
export type { OpenMode } from "./file.js";
export type { AnnotationRow } from "./lists.js";
export type { LookedInto } from "./looked.js";
export type { OpenOptions } from "./open.js";
export type {
  ActorQuery,
  AnnotationQuery,
  EventQuery,
  FigureQuery,
  MeetingQuery,
  Paging,
  PlaceQuery,
  PositionQuery,
  StatementQuery,
  StoryQuery,
  StoryScope,
  UnreadQuery,
} from "./query.js";
export { SOURCES } from "./query.js";
export type { StoredStory, StoredVersion } from "./read.js";
export {
  Accounts,
  ActorRow,
  EventRow,
  FigureRow,
  MeetingRow,
  NamedActor,
  PlaceRow,
  PositionRow,
  SpeakerRow,
  StatementRow,
  StoryRow,
  TimeRow,
  UnreadRow,
} from "./rows.js";
export type { ArchiveSummary } from "./summary.js";
export type { Problem } from "./verify.js";
export type { WhenScope } from "./when.js";
export type { Added, Item, KnownItem } from "./write.js";
