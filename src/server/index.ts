export type {
  ActorRow,
  ArchiveSummary,
  CheckResult,
  EventRow,
  FigureRow,
  FoundWords,
  MeetingRow,
  PositionRow,
  StatementFacets,
  StatementRow,
  StoredStory,
  StoryRow,
} from "../archive/index.js";
export type { Page } from "./lists.js";
export type { Problem } from "./problem.js";
export { type Desk, type ServeOptions, serve } from "./serve.js";
export type { UploadState } from "./uploads.js";
export type { UploadNews } from "./work.js";
