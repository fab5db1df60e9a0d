import { PartialDate } from "../model/index.js";
import { ArchiveError } from "./error.js";

const EARLIEST = "0000-01-01T00:00:00";

/**
 * A date as a text that sorts by calendar time: the first second of a short one ("2021-02" → "2021-02-01T00:00:00"). Offsets are left
 * out: dates are compared as they are printed, so that a story dated 11 January at its own place is found under 11 January.
 */
export function dateKey(date: string): string {
  const local = date.replace(/(T[\d:]+)(Z|[+-]\d\d:\d\d)$/, "$1");
  return local + EARLIEST.slice(local.length);
}

/** Text after every `dateKey` that lies within a date: the end of "2021-02" is the end of that February. */
export const dateKeyEnd = (date: string): string => `${date.replace(/(T[\d:]+)(Z|[+-]\d\d:\d\d)$/, "$1")}~`;

/** Refuses a bound of a query that is no date. */
export function requireDate(date: string, name: string, path: string): string {
  if (!PartialDate.safeParse(date).success) {
    throw new ArchiveError(
      "query",
      path,
      `${name} is ${JSON.stringify(date)}; it must be an ISO date, such as 2022-01 or 2022-01-11T03:16`,
    );
  }
  return date;
}

/** Text after every instant ("2026-03-09T10:15:00.000Z") within a date, which is taken for one in UTC unless it has an offset. */
export function instantEnd(date: string): string {
  const local = date.replace(/(T[\d:]+)[+-]\d\d:\d\d$/, "$1");
  return `${local === date ? date.replace(/Z$/, "") : new Date(date).toISOString().slice(0, local.length)}~`;
}
