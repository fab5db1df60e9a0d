import { Temporal } from "temporal-polyfill";

const PARTS: Readonly<Record<string, string>> = { MO: "in the morning", AF: "in the afternoon", EV: "in the evening", NI: "at night" };
const SEASONS: Readonly<Record<string, string>> = { SP: "spring", SU: "summer", FA: "autumn", WI: "winter" };
const UNITS: Readonly<Record<string, string>> = { S: "second", H: "hour", D: "day", W: "week", Q: "quarter", Y: "year" };

/** "Tuesday 9 March 2027". */
const dayWords = (day: Temporal.PlainDate): string =>
  day.toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" }).replace(",", "");

const monthWords = (month: Temporal.PlainYearMonth): string =>
  month.toPlainDate({ day: 1 }).toLocaleString("en-GB", { month: "long", year: "numeric" });

/** A stretch of the calendar that a value names: its words, its unit, and its first day, by which distances are counted. */
export interface Stretch {
  readonly words: string;
  readonly unit: "day" | "week" | "month" | "quarter" | "year";
  readonly first: Temporal.PlainDate;
}

/** The stretch that a TIMEX3 value or a PartialDate names; null for values without one (durations, sets, vague references, impossible days). */
export function stretchOf(value: string): Stretch | null {
  try {
    return read(value);
  } catch {
    return null;
  }
}

function read(value: string): Stretch | null {
  const day = /^(\d{4}-\d\d-\d\d)(?:T(\w\w)$|T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?)?$/.exec(value);
  if (day !== null) {
    const [, date, part, clock, zone] = day;
    const first = Temporal.PlainDate.from(date, { overflow: "reject" });
    const zoned = zone === undefined ? "" : zone === "Z" ? " UTC" : ` UTC${zone}`;
    const when = part !== undefined ? ` ${PARTS[part] ?? part}` : clock !== undefined ? ` at ${clock}${zoned}` : "";
    return { words: `${dayWords(first)}${when}`, unit: "day", first };
  }
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value);
  if (week !== null) {
    const [, year, number, weekend] = week;
    const fourth = Temporal.PlainDate.from({ year: Number(year), month: 1, day: 4 });
    const first = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(number) - 1 });
    const words = `week ${Number(number)} of ${year}, which begins on ${dayWords(first)}`;
    return { words: weekend === undefined ? words : `the weekend of ${words}`, unit: "week", first };
  }
  const month = /^(\d{4})-(\d\d)$/.exec(value);
  if (month !== null) {
    const at = Temporal.PlainYearMonth.from({ year: Number(month[1]), month: Number(month[2]) }, { overflow: "reject" });
    return { words: monthWords(at), unit: "month", first: at.toPlainDate({ day: 1 }) };
  }
  const part = /^(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))$/.exec(value);
  if (part !== null) {
    const [, year, quarter, half, season] = part;
    if (quarter !== undefined) {
      const first = Temporal.PlainDate.from({ year: Number(year), month: 3 * Number(quarter) - 2, day: 1 });
      return { words: `quarter ${quarter} of ${year}, from ${monthWords(first.toPlainYearMonth())}`, unit: "quarter", first };
    }
    const words = half !== undefined ? `the ${half === "1" ? "first" : "second"} half of ${year}` : `${SEASONS[season]} ${year}`;
    return { words, unit: "year", first: Temporal.PlainDate.from({ year: Number(year), month: 1, day: 1 }) };
  }
  const year = /^(?:FY)?(\d{4})$/.exec(value);
  if (year === null) return null;
  const first = Temporal.PlainDate.from({ year: Number(year[1]), month: 1, day: 1 });
  return { words: value.startsWith("FY") ? `fiscal year ${year[1]}` : year[1], unit: "year", first };
}

/** How far a stretch lies from another, in the units of its own: "2 days before", "the same week", "3 years after". */
export function distanceWords(stretch: Stretch, from: Stretch): string {
  const count = distance(stretch, from);
  if (count === 0) return `the same ${stretch.unit}`;
  const amount = Math.abs(count);
  return `${amount} ${stretch.unit}${amount === 1 ? "" : "s"} ${count < 0 ? "before" : "after"}`;
}

function distance({ unit, first }: Stretch, { first: from }: Stretch): number {
  switch (unit) {
    case "day":
      return from.until(first, { largestUnit: "days" }).days;
    case "week":
      return Math.round(from.subtract({ days: from.dayOfWeek - 1 }).until(first, { largestUnit: "days" }).days / 7);
    case "month":
      return 12 * (first.year - from.year) + first.month - from.month;
    case "quarter":
      return 4 * (first.year - from.year) + Math.ceil(first.month / 3) - Math.ceil(from.month / 3);
    case "year":
      return first.year - from.year;
  }
}

/** "P7Y" as "7 years", "PT48H" as "48 hours"; null for other values. */
export function durationWords(value: string): string | null {
  const match = /^P(T?)(\d+(?:\.\d+)?|X)([SMHDWQY])$/.exec(value);
  if (match === null) return null;
  const [, clock, count, code] = match;
  const unit = code === "M" ? (clock === "T" ? "minute" : "month") : UNITS[code];
  return `${count === "X" ? "some" : count} ${unit}${count === "1" ? "" : "s"}`;
}
