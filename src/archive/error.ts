/**
 * Why an archive refuses. "foreign": a file of another program. "newer": written by a later onrecord. "corrupt": truncated or
 * damaged. "locked": another process kept the write lock. "inconsistent": a story and a record that do not fit each other.
 */
export const ARCHIVE_ERRORS = [
  "foreign",
  "newer",
  "corrupt",
  "locked",
  "missing",
  "read-only",
  "full",
  "unreadable",
  "unknown-story",
  "unknown-annotation",
  "unknown-correction",
  "ambiguous",
  "inconsistent",
  "query",
] as const;
export type ArchiveErrorCode = (typeof ARCHIVE_ERRORS)[number];

/** A refusal of the archive. The message names the file or the input and says what to do. */
export class ArchiveError extends Error {
  readonly code: ArchiveErrorCode;
  /** The archive's file, as it was given. */
  readonly path: string;
  /** Ids of the stories that a reference could mean; empty unless the code is "ambiguous". */
  readonly candidates: readonly string[];

  constructor(code: ArchiveErrorCode, path: string, message: string, options: ErrorOptions & { candidates?: readonly string[] } = {}) {
    super(message, options);
    this.name = "ArchiveError";
    this.code = code;
    this.path = path;
    this.candidates = options.candidates ?? [];
  }
}
