export {
  type ActorQuery,
  type ActorRow,
  type Added,
  type Archive,
  ArchiveError,
  type ArchiveErrorCode,
  type EventQuery,
  type EventRow,
  type FigureQuery,
  type FigureRow,
  type Item,
  type MeetingQuery,
  type MeetingRow,
  type OpenOptions,
  openArchive,
  type Paging,
  type PlaceQuery,
  type PlaceRow,
  type PositionQuery,
  type PositionRow,
  type StatementQuery,
  type StatementRow,
  type StoredStory,
  type StoryQuery,
  type StoryRow,
  type TimeRow,
  type UnreadQuery,
  type UnreadRow,
} from "./archive/index.js";
export {
  FORMATS,
  type FormatOptions,
  InputError,
  type InputErrorCode,
  type Received,
  type ReceivedStory,
  storiesOf,
} from "./formats/index.js";
export { type NotRead, openReader, type Reader, type ReaderOptions } from "./intake/index.js";
export { LexiconError, type LexiconProblem } from "./lexicon/index.js";
export { type ReadStory, type ReadStoryOptions, readStory } from "./library.js";
export * from "./model/index.js";
