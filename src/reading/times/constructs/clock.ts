import { dayValue } from "../calendar.js";
import { type Construct, type Context, type Found, GAP, type Resolution } from "../construct.js";
import { CUED, NO_DAY, pointOf, resolved, USUAL, unresolved } from "../resolution.js";
import { fold, type Vocabulary } from "../vocabulary.js";

const two = (n: number): string => String(n).padStart(2, "0");

/** "GMT", "local time", "(GMT +8)", "UTC+3" behind a clock time. */
const zonePart = (zone: string): string =>
  `(?:${GAP}?(?:\\((?:GMT|UTC)\\s?(?<bracketed>[+-]\\d{1,2}(?::?\\d\\d)?)\\)|(?:GMT|UTC)\\s?(?<shift>[+-]\\d{1,2}(?::?\\d\\d)?)|(?<zone>${zone})(?!\\p{L})))?`;

/** "10:42 a.m. local time", "3 p.m.", "11:15 AM EST". */
export const clockTwelve: Construct = {
  name: "clock-12",
  needs: () => "\\d\\s{0,4}[ap]\\.?\\s?m",
  pattern: ({ zone }) =>
    `(?<hour>1[0-2]|0?[1-9])(?:[:.](?<minute>[0-5]\\d))?${GAP}?(?<half>[ap])(?:\\.${GAP}?m\\.|\\.?m(?![\\p{L}]))${zonePart(zone)}`,
  read: ({ groups }, vocabulary) => {
    const hour = (Number(groups.hour) % 12) + (groups.half?.toLowerCase() === "p" ? 12 : 0);
    return at(hour, Number(groups.minute ?? 0), groups, vocabulary);
  },
};

/** "between 8 and 10 p.m.", "from 9 to 11:30 a.m.": the first hour, whose half of the day stands behind the second. */
export const hourRange: Construct = {
  name: "hour-range",
  needs: () => "\\d\\s{0,4}[ap]\\.?\\s?m",
  pattern: () =>
    `(?:between|from)${GAP}(?<hour>1[0-2]|[1-9])(?:[:.](?<minute>[0-5]\\d))?(?=${GAP}(?:and|to)${GAP}(?<next>1[0-2]|[1-9])(?:[:.][0-5]\\d)?${GAP}?(?<half>[ap])(?:\\.${GAP}?m\\.|\\.?m(?!\\p{L})))`,
  read: ({ groups, text, start }, vocabulary) => {
    const first = Number(groups.hour) % 12;
    const second = Number(groups.next) % 12;
    // "Between 11 and 1 p.m." begins in the morning.
    const afternoon = (groups.half?.toLowerCase() === "p") === first <= second;
    const found = at(first + (afternoon ? 12 : 0), Number(groups.minute ?? 0), {}, vocabulary);
    return { ...found, start: start + text.search(/\d/) };
  },
};

/** "0842 GMT", "14:30 UTC", "18.30 local time": 24 hours, with a zone behind it. */
export const clockZoned: Construct = {
  name: "clock-24",
  needs: () => "\\d\\d",
  pattern: ({ zone }) => `(?<hour>[01]?\\d|2[0-4])[:.h]?(?<minute>[0-5]\\d)(?:${GAP}?hours)?${zonePart(zone)}`,
  read: ({ groups, text, before }, vocabulary) => {
    // "150 hours" is a length of time; a clock time in one word has four digits.
    if (/^\d{1,3}(?!\d|[:.h])/.test(text)) return null;
    const zoned = (groups.zone ?? groups.shift ?? groups.bracketed) !== undefined || /hours$/i.test(text);
    // Without a zone only "at 14:30": "2:10" may be a score, "14.30" a price, "2014" a year.
    if (
      !zoned &&
      !(/^\d\d?:/.test(text) && /\b(?:at|around|about|by|from|until|till|since|before|after|to|and|between|as of)\s+$/i.test(before))
    )
      return null;
    if (!zoned && groups.hour?.length === 1) return null;
    return at(Number(groups.hour), Number(groups.minute), groups, vocabulary);
  },
};

/** "9 o'clock in the evening", "five o'clock". */
export const oClock: Construct = {
  name: "o-clock",
  needs: () => "clock",
  pattern: ({ cardinal, part }) => `(?<hour>${cardinal})${GAP}o['’]clock(?:${GAP}(?:in${GAP}the${GAP})?(?<part>${part}))?`,
  read: ({ groups }, vocabulary) => {
    const hour = /^\d/.test(groups.hour ?? "") ? Number(groups.hour) : vocabulary.numbers.get((groups.hour ?? "").toLowerCase());
    if (hour === undefined || hour > 12) return null;
    const part = groups.part === undefined ? undefined : vocabulary.names.get(groups.part.toLowerCase());
    return at(part === "AF" || part === "EV" || (part === "NI" && hour > 5) ? (hour % 12) + 12 : hour, 0, {}, vocabulary);
  },
};

/** "noon", "midnight", "at midday GMT". Midnight is the end of the day that it is named with. */
export const instant: Construct = {
  name: "instant",
  needs: ({ instant }) => instant,
  pattern: ({ instant: name, zone }) => `(?<name>${name})${zonePart(zone)}`,
  read: ({ groups }, vocabulary) => {
    const [hour, minute] = (vocabulary.names.get((groups.name ?? "").toLowerCase()) ?? "12:00").split(":").map(Number);
    return at(hour, minute, groups, vocabulary);
  },
};

function at(hour: number, minute: number, groups: Readonly<Record<string, string | undefined>>, { zones }: Vocabulary): Found {
  const shift = groups.shift ?? groups.bracketed;
  const offset = shift === undefined ? (zones.get(fold(groups.zone ?? "")) ?? "") : isoOffset(shift);
  const clock = `${two(hour)}:${two(minute)}${offset}`;
  return { type: "TIME", dependent: true, clock, resolve: (context) => onFocusDay(context, clock) };
}

/** "+8" → "+08:00". */
function isoOffset(shift: string): string {
  const [, sign, hours, minutes = "00"] = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(shift) ?? [];
  return sign === undefined ? "" : `${sign}${two(Number(hours))}:${minutes}`;
}

/** A clock time carries its day (guidelines, Times): that of its sentence or paragraph, or else the day of the story. */
function onFocusDay(context: Context, clock: string): Resolution {
  const named = context.focusDay("around");
  const day = named ?? context.published?.day ?? null;
  if (day === null) return unresolved(NO_DAY);
  return resolved(`${dayValue(day)}T${clock}`, "minute", named === null ? USUAL : CUED, pointOf(day));
}

/** The value of a clock time with a day named beside it ("3 p.m. on Tuesday"). */
export const setClock = (day: Resolution, clock: string): Resolution =>
  day.point?.day == null ? day : resolved(`${dayValue(day.point.day)}T${clock}`, "minute", day.confidence, day.point);
