import type { ArchiveErrorCode } from "../archive/index.js";

/** RFC 9457. `title` is the same for all problems of a kind, `detail` is about this one and says what to do. */
export interface Problem {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The kind, for programs: a code of `ArchiveError`, "invalid-request", "forbidden" … */
  readonly code: string;
}

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** A request that is refused: thrown where it is noticed, told by the one error handler. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: "The request cannot be understood",
  401: "A token is needed",
  403: "Not allowed",
  404: "Not there",
  405: "No such method here",
  406: "Not offered in that form",
  409: "Could be several",
  413: "Too large",
  415: "Not a form that can be read",
  500: "A fault of onrecord",
  503: "The archive cannot be used now",
  507: "No room left",
};

/** HTTP's word for each refusal of an archive. What the archive's keeper must mend is 503: the request itself was right. */
const STATUS: { readonly [Code in ArchiveErrorCode]: number } = {
  query: 400,
  inconsistent: 400,
  "unknown-story": 404,
  "unknown-annotation": 404,
  "unknown-correction": 404,
  ambiguous: 409,
  locked: 503,
  missing: 503,
  foreign: 503,
  newer: 503,
  corrupt: 503,
  "read-only": 503,
  unreadable: 503,
  full: 507,
};

export const problemOf = (status: number, code: string, detail: string): Problem => ({
  type: "about:blank",
  title: TITLES[status] ?? "Refused",
  status,
  detail,
  code,
});

/** The problem that an error is. A fault of ours tells nothing of its inside. */
export function problemOfError(error: unknown): Problem {
  if (error instanceof Refusal) return problemOf(error.status, error.code, error.message);
  // Known by name and code: an error that came from another thread is no longer of its class.
  if (error instanceof Error && error.name === "ArchiveError" && "code" in error) {
    const code = error.code as ArchiveErrorCode;
    return problemOf(STATUS[code] ?? 500, code, error.message);
  }
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500) return problemOf(status, "invalid-request", (error as Error).message);
  return problemOf(500, "fault", "The request was right, and onrecord failed at it. The server's log says where; please report it.");
}
