import { Temporal } from "temporal-polyfill";

/** A day of the proleptic Gregorian calendar. */
export type Day = Temporal.PlainDate;

/** Months that each TIMEX3 season begins in, on the northern half of the globe; winter is named by the year of its December. */
const SEASON_START: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

const two = (n: number): string => String(n).padStart(2, "0");
const four = (n: number): string => String(n).padStart(4, "0");

/** The day, or null where the calendar has none ("30 February"). */
export function dayOf(year: number, month: number, day: number): Day | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** "2022-01-11". */
export const dayValue = (day: Day): string => day.toString();
/** "2022-01". */
export const monthValue = (year: number, month: number): string => `${four(year)}-${two(month)}`;
/** "2014". */
export const yearValue = (year: number): string => four(year);
/** The ISO 8601 week that holds the day, "2022-W02". Early January may belong to the last week of the year before. */
export const weekValue = (day: Day): string => `${four(day.yearOfWeek ?? day.year)}-W${two(day.weekOfYear ?? 1)}`;
/** "2022-W02-WE". */
export const weekendValue = (day: Day): string => `${weekValue(day)}-WE`;
/** "2022-Q3". */
export const quarterValue = (year: number, quarter: number): string => `${four(year)}-Q${quarter}`;
/** "199" for the 1990s. */
export const decadeValue = (year: number): string => four(year).slice(0, 3);

export const quarterOf = (day: Day): number => Math.ceil(day.month / 3);

/** The season that a day lies in: code, and the year that names it. */
export function seasonOf({ year, month }: Day): { readonly year: number; readonly code: string } {
  if (month < 3) return { year: year - 1, code: "WI" };
  const code = Object.keys(SEASON_START).findLast((season) => SEASON_START[season] <= month) ?? "WI";
  return { year, code };
}

/** First day of a season. Throws `RangeError` for an unknown code. */
export function seasonStart(year: number, code: string): Day {
  return Temporal.PlainDate.from({ year, month: SEASON_START[code] ?? Number.NaN, day: 1 });
}

/** Monday of the day's ISO week. */
export const mondayOf = (day: Day): Day => day.subtract({ days: day.dayOfWeek - 1 });

/** The last such weekday (Monday is 1) on the day or before it. */
export const weekdayUntil = (day: Day, weekday: number): Day => day.subtract({ days: (day.dayOfWeek - weekday + 7) % 7 });

/** The first such weekday on the day or behind it. */
export const weekdayFrom = (day: Day, weekday: number): Day => day.add({ days: (weekday - day.dayOfWeek + 7) % 7 });

/** When a story was published, as exactly as is known. */
export interface Published {
  readonly year: number;
  readonly month: number | null;
  readonly day: Day | null;
  /** Clock time as written in the date, in no particular zone; null where only the day is known. */
  readonly time: Temporal.PlainTime | null;
}

/** Reads a `PartialDate`: "2021-02" has no day. A date that the calendar lacks keeps year and month only. */
export function publishedOf(value: string): Published {
  const [date, time] = value.split("T");
  const [year, month, day] = date.split("-").map(Number);
  return {
    year,
    month: month >= 1 && month <= 12 ? month : null,
    day: day === undefined ? null : dayOf(year, month, day),
    time: time === undefined || !/^([01]\d|2[0-3]):[0-5]\d/.test(time) ? null : Temporal.PlainTime.from(time.slice(0, 5)),
  };
}
