/** Dates as agencies and servers write them, brought to the PartialDate of the model. */

const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec".split("|");
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?";
const DAY = "\\d{1,2}(?:st|nd|rd|th)?";
const ZONE = "(?:Z\\b|GMT|UTC|E[SD]T|C[SD]T|M[SD]T|P[SD]T|ET|CES?T|EES?T|MSK|[+-]\\d{2}:?\\d{2}\\b)";
const CLOCK = `\\d{1,2}[:.h]\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:\\s*[ap]\\.?m\\b\\.?)?(?:\\s*\\(?${ZONE}\\)?)?|\\d{1,2}\\s*[ap]\\.?m\\b\\.?(?:\\s*${ZONE})?|\\d{4}\\s*(?:GMT|UTC)`;

/** Offsets of zones that mean one thing. ET, IST and the like mean several: a time with them keeps no offset. */
const OFFSETS: Readonly<Record<string, string>> = {
  Z: "Z",
  GMT: "Z",
  UTC: "Z",
  EST: "-05:00",
  EDT: "-04:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
  CET: "+01:00",
  CEST: "+02:00",
  EET: "+02:00",
  EEST: "+03:00",
  MSK: "+03:00",
};

const DATE_FORMS = [
  `(?<month>${MONTH})\\s*(?<day>${DAY}),?\\s+(?<year>\\d{4})`,
  `(?<day>${DAY})(?:\\s+of)?[\\s-]+(?<month>${MONTH}),?[\\s-]+(?<year>\\d{4})`,
  "(?<year>\\d{4})[-/](?<month>\\d{2})[-/](?<day>\\d{2})",
  "(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})",
  "(?<first>\\d{1,2})/(?<second>\\d{1,2})/(?<year>\\d{4})",
];
const FULL_DATES = DATE_FORMS.map(
  (form) =>
    new RegExp(
      `(?<![\\p{L}\\d])(?:(?<before>${CLOCK})(?:,|\\s+on)?\\s+)?${WEEKDAY}${form}(?:(?:\\s*(?:[-–—|,·•]|\\bat\\b)\\s*|\\s+|T)(?<after>${CLOCK}))?(?![\\p{L}\\d])`,
      "giu",
    ),
);

/** A date in a text: `[start, end)` of the string searched. */
export interface WrittenDate {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * First date with a year in a text, with its clock time where one stands beside it: "January 11, 2022 - 3:16 AM" → "2022-01-11T03:16". Null where
 * there is none, where it is no day of the calendar, or for 4/5/2022, which is two. With full stops, 4.5.2022, it is the
 * fourth of May: nobody who writes full stops puts the month first.
 */
export function findDate(text: string): WrittenDate | null {
  let best: WrittenDate | null = null;
  for (const match of FULL_DATES.flatMap((form) => [...text.matchAll(form)])) {
    const value: string | null = best === null || match.index < best.start ? readDate(match.groups ?? {}) : null;
    if (value !== null) best = { value, start: match.index, end: match.index + match[0].length };
  }
  return best;
}

const DAY_ONLY = `${WEEKDAY}(?:${MONTH}\\s*${DAY}|${DAY}\\s+${MONTH})`;
/** Source of a regular expression for a day of a dateline, with or without a year: "Feb. 8", "12 January 2022". */
export const DAY_PATTERN = `(?:${DATE_FORMS.slice(0, 3)
  .map((form) => WEEKDAY + form.replace(/\?<\w+>/g, "?:"))
  .join("|")}|${DAY_ONLY})`;

const CLOCK_ONLY = new RegExp(`^(?:${CLOCK})(?:\\s+local time)?$`, "iu");
/** Whether a text is nothing but a time of day: the head of a live blog's entry. */
export const isClockTime = (text: string): boolean => CLOCK_ONLY.test(text);

function readDate(groups: Readonly<Record<string, string | undefined>>): string | null {
  const date = dayOf(groups);
  if (date === null) return null;
  const clock = groups.after ?? groups.before;
  return date + (clock === undefined ? "" : timeOf(clock));
}

function dayOf({ year, month, day, first, second }: Readonly<Record<string, string | undefined>>): string | null {
  if (first !== undefined && second !== undefined) {
    const [a, b] = [Number(first), Number(second)];
    if (a <= 12 && b <= 12 && a !== b) return null;
    return a > 12 ? isoDay(Number(year), b, a) : isoDay(Number(year), a, b);
  }
  const named = MONTHS.indexOf((month ?? "").slice(0, 3).toLowerCase()) + 1;
  return isoDay(Number(year), named > 0 ? named : Number(month), Number.parseInt(day ?? "", 10));
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  if (year < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** "T03:16" for a time of day, "" for one that no clock shows. */
function timeOf(clock: string): string {
  const match = /^(\d{1,2})[:.h]?(\d{2})?(?::(\d{2}))?(?:\.\d+)?\s*([ap])?/i.exec(
    /^\d{4}\s/.test(clock) ? `${clock.slice(0, 2)}:${clock.slice(2)}` : clock,
  );
  if (match === null) return "";
  const half = match[4]?.toLowerCase();
  const hour = half === undefined ? Number(match[1]) : (Number(match[1]) % 12) + (half === "p" ? 12 : 0);
  const minute = Number(match[2] ?? "0");
  if (hour > 23 || minute > 59 || Number(match[3] ?? "0") > 59) return "";
  const zone = new RegExp(ZONE, "i").exec(clock)?.[0].toUpperCase();
  return `T${pad(hour)}:${pad(minute)}${match[3] === undefined ? "" : `:${match[3]}`}${zone === undefined ? "" : offsetOf(zone)}`;
}

function offsetOf(zone: string): string {
  const numeric = /^([+-]\d{2}):?(\d{2})$/.exec(zone);
  return numeric ? `${numeric[1]}:${numeric[2]}` : (OFFSETS[zone] ?? "");
}

/** Longest metadata field that is a date. */
const LONGEST_FIELD = 100;

const pad = (value: number, digits = 2): string => String(value).padStart(digits, "0");

/**
 * PartialDate of a metadata field: ISO 8601 in full or short ("2021", "2021-02"), RFC 2822 ("Tue, 11 Jan 2022 03:16:00 GMT"), a written date, or
 * seconds or milliseconds since 1970. Fractions of a second are left out. Null for anything else.
 */
export function metadataDate(value: unknown): string | null {
  if (typeof value === "number") {
    const date = new Date(Math.abs(value) > 1e11 ? value : value * 1000);
    return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999
      ? null
      : date.toISOString().replace(/\.\d+Z$/, "Z");
  }
  if (typeof value !== "string") return null;
  const trimmed = value.trim();
  if (trimmed.length > LONGEST_FIELD) return null;
  const short = /^(\d{4})(?:-(\d{2}))?$/.exec(trimmed);
  if (short) return short[2] === undefined || (Number(short[2]) >= 1 && Number(short[2]) <= 12) ? trimmed : null;
  const found = findDate(trimmed);
  return found !== null && found.start === 0 ? found.value : null;
}
