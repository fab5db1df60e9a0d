import { type Day, dayValue, monthValue, weekendValue, weekValue, yearValue } from "./calendar.js";
import type { Context, Point, Resolution } from "./construct.js";

/** Sure, as far as rules can be: the words name the date themselves. */
export const SURE = 0.98;
/** The reading that the clause's tense or a cue asks for. */
export const CUED = 0.9;
/** The usual reading, nothing speaking for or against it. */
export const USUAL = 0.8;

export const NO_DATE = "the story's publication date is not known";
export const NO_DAY = "the day of the story's publication is not known";

export const pointOf = (day: Day): Point => ({ year: day.year, month: day.month, day });

export const resolved = (value: string, precision: Resolution["precision"], confidence = SURE, point: Point | null = null): Resolution => ({
  value,
  precision,
  unresolved: null,
  confidence,
  point,
});

export const unresolved = (reason: string): Resolution => ({
  value: null,
  precision: null,
  unresolved: reason,
  confidence: SURE,
  point: null,
});

export const atDay = (day: Day, confidence = SURE): Resolution => resolved(dayValue(day), "day", confidence, pointOf(day));
export const atPart = (day: Day, part: string, confidence = SURE): Resolution =>
  resolved(`${dayValue(day)}T${part}`, "part-of-day", confidence, pointOf(day));
export const atWeek = (day: Day, confidence = SURE): Resolution => resolved(weekValue(day), "week", confidence);
export const atWeekend = (day: Day, confidence = SURE): Resolution => resolved(weekendValue(day), "week", confidence);
export const atMonth = (year: number, month: number, confidence = SURE): Resolution =>
  resolved(monthValue(year, month), "month", confidence, { year, month, day: null });
export const atYear = (year: number, confidence = SURE): Resolution =>
  resolved(yearValue(year), "year", confidence, { year, month: null, day: null });

/** Resolves against the day of publication, or says that it is not known. */
export function fromPublishedDay({ published }: Context, resolve: (day: Day) => Resolution): Resolution {
  if (published === null) return unresolved(NO_DATE);
  return published.day === null ? unresolved(NO_DAY) : resolve(published.day);
}

/** Resolves against the month of publication. */
export function fromPublishedMonth({ published }: Context, resolve: (year: number, month: number) => Resolution): Resolution {
  if (published === null) return unresolved(NO_DATE);
  return published.month === null
    ? unresolved("the month of the story's publication is not known")
    : resolve(published.year, published.month);
}

/** Resolves against the year of publication. */
export function fromPublishedYear({ published }: Context, resolve: (year: number) => Resolution): Resolution {
  return published === null ? unresolved(NO_DATE) : resolve(published.year);
}
