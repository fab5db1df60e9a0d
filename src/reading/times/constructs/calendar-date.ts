import { type Day, dayOf } from "../calendar.js";
import { type Construct, type Context, type Found, GAP, type Match, type Resolution } from "../construct.js";
import { atDay, CUED, NO_DATE, SURE, USUAL, unresolved } from "../resolution.js";
import type { Vocabulary } from "../vocabulary.js";

export const DAY = "(?:3[01]|[12]\\d|0?[1-9])";
export const NTH = "(?:st|nd|rd|th)?";
export const YEAR = "(?:1[0-9]|20)\\d\\d";
const DASH = `(?:\\s?[-–—]\\s?|${GAP}(?:to|and|or)${GAP})`;

/**
 * "Tuesday, Jan. 11, 2022", "Nov 9", "June 3-5": month before day, as American copy has it. The first day of a range is its value (guidelines,
 * Times).
 */
export const monthDay: Construct = {
  name: "month-day",
  needs: ({ month }) => month,
  pattern: ({ month, weekdayOrShort }) =>
    `(?:(?<weekday>${weekdayOrShort})\\.?,?${GAP})?(?<month>${month})\\.?${GAP}(?<day>${DAY})${NTH}(?![\\d:%]|[.,]\\d)` +
    `(?:${DASH}(?<last>${DAY})${NTH}(?![\\d:%]|${GAP}(?:a\\.?m|p\\.?m)|-))?(?:,?${GAP}(?<year>${YEAR})(?![\\d-]))?`,
  read: (match, vocabulary) => {
    const found = readDate(match.groups, match.text, vocabulary);
    // "March 5,000 people": a number goes on behind the digits; the pattern has seen to "5,000", this to "5 million".
    if (/^\s+(?:million|billion|per\s?cent|percent|euros|people)\b/i.test(match.after) && match.groups.year === undefined) return null;
    return found && isTwoTimes(match) ? { ...found, end: match.start + match.text.search(BETWEEN) } : found;
  },
};

/** "11 January 2022", "the 24th of May", "3–5 June": day before month, as the UN and most of the world write it. */
export const dayMonth: Construct = {
  name: "day-month",
  needs: ({ month }) => month,
  pattern: ({ month, weekdayOrShort }) =>
    `(?:(?<weekday>${weekdayOrShort})\\.?,?${GAP})?(?:the${GAP})?(?<day>${DAY})${NTH}(?:${DASH}(?:the${GAP})?(?<last>${DAY})${NTH})?` +
    `(?:${GAP}of)?${GAP}(?<month>${month})(?!\\p{L})(?:\\.(?=,?${GAP}\\d{4}))?(?:,?${GAP}(?<year>${YEAR})(?![\\d-]))?`,
  read: (match, vocabulary) => {
    const { groups, text, start } = match;
    if (isTwoTimes(match)) {
      const last = readDate({ ...groups, day: groups.last }, text, vocabulary);
      return last && { ...last, start: start + text.search(BETWEEN) + (BETWEEN.exec(text)?.[0].length ?? 0) };
    }
    return readDate(groups, text, vocabulary);
  },
};

const BETWEEN = /\s+(?:to|and|or)\s+/;

/** "from 3 to 5 June" and "between 3 and 5 June" are two times, "3 to 5 June" is one (guidelines, Times). The other one is `rangePart`'s. */
const isTwoTimes = ({ groups, text, before }: Match): boolean =>
  groups.last !== undefined && BETWEEN.test(text) && /\b(?:from|between)\s+$/i.test(before);

/** A day of a month, with its year where groups name one; null where there is no such day. */
export function readDate(
  groups: Readonly<Record<string, string | undefined>>,
  text: string,
  { months, weekdays }: Vocabulary,
): Found | null {
  const name = groups.month ?? "";
  if (!/^\p{Lu}/u.test(name)) return null;
  const month = months.get(name.toLowerCase())?.number ?? 0;
  const day = Number(groups.day);
  const weekday = groups.weekday === undefined ? null : (weekdays.get(groups.weekday.toLowerCase()) ?? null);
  // "Sat 3 May" is a date, "sat 3 May" is not.
  if (groups.weekday !== undefined && !/^\p{Lu}/u.test(text)) return null;
  if (groups.year !== undefined) {
    const exact = dayOf(Number(groups.year), month, day);
    return exact === null ? noSuchDay(name, day, groups.year) : { type: "DATE", day: true, resolve: () => atDay(exact) };
  }
  // 2024 is a leap year: is there such a day at all?
  if (dayOf(2024, month, day) === null) return noSuchDay(name, day);
  return { type: "DATE", day: true, resolve: (context) => withoutYear(context, month, day, weekday) };
}

/** "February 30", "31 April 2023": written like a date, and none. Listed with the reason, so that no part of it is taken for one. */
const noSuchDay = (month: string, day: number, year?: string): Found => ({
  type: "DATE",
  resolve: () => unresolved(`the calendar has no ${day} ${month}${year === undefined ? "" : ` ${year}`}`),
});

/** Days from the story beyond which news would write the year, whatever the tense: "a June 3 hearing has been set" in a story of May. */
const FAR = 300;

/**
 * A day and a month without a year, in a story of 8 February: "Feb. 19" is eleven days ahead, "Dec. 20" seven weeks ago. News leaves the year
 * out where it is the nearest such day; a clause about the past or the future asks for that side. A weekday beside it settles it.
 */
export function withoutYear({ published, direction }: Context, month: number, day: number, weekday: number | null = null): Resolution {
  if (published === null) return unresolved(NO_DATE);
  const candidates = [-1, 0, 1].flatMap((shift) => dayOf(published.year + shift, month, day) ?? []);
  // Such a day comes in leap years only.
  if (candidates.length === 0) return unresolved("there is no such day in the years around the publication");

  if (weekday !== null) {
    const fitting = candidates.filter((candidate) => candidate.dayOfWeek === weekday);
    if (fitting.length === 1) return atDay(fitting[0]);
  }
  const from = published.day ?? dayOf(published.year, published.month ?? 7, 1);
  if (from === null) return unresolved(NO_DATE);
  const distance = (candidate: Day) => from.until(candidate, { largestUnit: "days" }).days;
  const nearest = candidates.reduce((best, candidate) => (Math.abs(distance(candidate)) < Math.abs(distance(best)) ? candidate : best));
  if (direction === "back") {
    const past = candidates.findLast((candidate) => distance(candidate) <= 0 && distance(candidate) >= -FAR);
    return past ? atDay(past, past.equals(nearest) ? SURE : CUED) : atDay(nearest, USUAL);
  }
  if (direction === "forward") {
    const coming = candidates.find((candidate) => distance(candidate) >= 0 && distance(candidate) <= FAR);
    return coming ? atDay(coming, coming.equals(nearest) ? SURE : CUED) : atDay(nearest, USUAL);
  }
  return atDay(nearest, CUED);
}

/** "on the 24th": a day of the month that the text is in. Not "the 24th parallel" or "the 24th round", so nothing but an end may follow. */
export const ordinalDay: Construct = {
  name: "ordinal-day",
  needs: () => "\\d(?:st|nd|rd|th)",
  pattern: () => `(?<lead>on|until|by|from|since)${GAP}the${GAP}(?<day>${DAY})(?:st|nd|rd|th)`,
  read: ({ groups, start, end, after, text }) => {
    if (!/^(?:[.,;:)"”’]|\s+(?:of this month|and|but|or|at|in the)\b|$)/.test(after)) return null;
    const day = Number(groups.day);
    return {
      type: "DATE",
      day: true,
      dependent: true,
      start: start + text.search(/the/i),
      end,
      resolve: (context) => {
        const month = context.focusMonth("near") ?? context.published;
        if (month === null) return unresolved(NO_DATE);
        const exact = month.month === null ? null : dayOf(month.year, month.month, day);
        return exact === null ? unresolved("the month is not known") : atDay(exact, USUAL);
      },
    };
  },
};
