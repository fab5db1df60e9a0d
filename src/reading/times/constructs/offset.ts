import { type Day, weekdayFrom, weekdayUntil } from "../calendar.js";
import { type Construct, type Context, GAP, type Point, type Reach, type Resolution } from "../construct.js";
import { type Quantity, quantityOf, quantityPattern } from "../quantity.js";
import { atDay, atMonth, atPart, atWeek, atYear, CUED, NO_DATE, USUAL, unresolved } from "../resolution.js";
import { durationOf } from "./ago.js";

const FLOATING = "it hangs on a time that the text does not date";
/** What may stand behind "the day before": with a noun behind it it hangs on that. */
const ENDS = /^(?:\s*[.,;:!?)”"’—–]|\s*$|\s+(?:that|and|but|at|in|on|when|by)\b)/i;
const NAMED_DAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:to|yester)day\b/;

/**
 * "two days earlier", "a year later": counted from the time that the text is at. "A day after …" is the day of what comes behind, a day before
 * that of the clause beside it (guidelines, Times: dates); with more than a day it is one only where a day is named beside it, else it leaves
 * the duration, as "three days before the vote" does.
 */
export const offset: Construct = {
  name: "offset",
  needs: () => "earlier|later|after|before",
  pattern: (vocabulary) =>
    `${quantityPattern(vocabulary)}${GAP}(?<way>earlier|later|afterwards?|previously|beforehand|before|after)(?![\\p{L}-])`,
  read: ({ groups, before, after }, vocabulary) => {
    const quantity = quantityOf(groups, vocabulary);
    if (quantity === null || quantity.unit.clock) return null;
    const way = (groups.way ?? "").toLowerCase();
    const plain = way !== "after" && way !== "before";
    if (!plain && !ENDS.test(after)) {
      const few = quantity.unit.code === "D" && quantity.count === 1;
      if (way === "before" || (quantity.unit.code !== "D" && quantity.unit.code !== "W")) return null;
      // "Two days after ruling out talks": what the clause tells of is dated by its own sentence.
      if (!few && !NAMED_DAY.test(before) && !NAMED_DAY.test(after) && !/^\s+\p{Ll}+ing\b/u.test(after)) return null;
      return {
        type: "DATE",
        quantity: quantity.value,
        mod: quantity.mod,
        dependent: true,
        day: true,
        resolve: (context) => dayAfter(context, quantity),
      };
    }
    const sign = way === "earlier" || way === "previously" || way === "beforehand" || way === "before" ? -1 : 1;
    return {
      type: "DATE",
      quantity: quantity.value,
      mod: quantity.mod,
      dependent: true,
      day: quantity.unit.code === "D",
      resolve: (context) => fromFocus(context, quantity, sign),
    };
  },
};

function dayAfter(context: Context, quantity: Quantity): Resolution {
  const day = context.focusDay("around") ?? context.published?.day ?? null;
  return day === null ? unresolved(NO_DATE) : atDay(day.subtract(durationOf(quantity)), USUAL);
}

/** What counts backwards may start from the story's own day; what counts onwards needs a time that the text tells of. */
function fromFocus(context: Context, quantity: Quantity, sign: 1 | -1): Resolution {
  const { unit, count } = quantity;
  const reach: Reach = sign < 0 ? "near" : "story";
  if (unit.code === "D" || unit.code === "W") {
    const day = context.focusDay(reach) ?? (sign < 0 ? (context.published?.day ?? null) : null);
    if (day === null) return unresolved(FLOATING);
    return atDay(sign < 0 ? day.subtract(durationOf(quantity)) : day.add(durationOf(quantity)), USUAL);
  }
  const months = (unit.code === "Y" ? 12 : unit.code === "Q" ? 3 : 1) * unit.factor * count * sign;
  const point: Point | null =
    (months % 12 === 0 ? context.focusYear(reach) : context.focusMonth(reach)) ?? (sign < 0 ? context.published : null);
  return point === null ? unresolved(FLOATING) : byMonths(point, Math.round(months));
}

/** A point so many months on; whole years from any point give the year. */
function byMonths(point: Point, months: number): Resolution {
  if (months % 12 === 0) return yearOrFloating(point.year + months / 12);
  if (point.month === null) return unresolved(FLOATING);
  const index = point.year * 12 + point.month - 1 + months;
  return atMonth(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, USUAL);
}

const yearOrFloating = (year: number): Resolution => (year >= 1 && year <= 9999 ? atYear(year, USUAL) : unresolved(FLOATING));

const STEP: Readonly<Record<string, number>> = {
  next: 1,
  following: 1,
  after: 1,
  previous: -1,
  preceding: -1,
  before: -1,
  same: 0,
  that: 0,
  very: 0,
};
const PERIODS = "day|week|month|year";

/** "the next day", "the same night", "the following Monday", "the previous year", "that evening": counted from the time that the text is at. */
export const neighbour: Construct = {
  name: "neighbour",
  needs: () => "that|next|following|previous|preceding|same",
  pattern: ({ part, weekday }) =>
    `(?:(?:the|that)${GAP}(?:very${GAP})?(?<which>next|following|previous|preceding|same)|(?<that>that))${GAP}(?<unit>${PERIODS}|${part}|${weekday})(?![\\p{L}-])`,
  read: ({ groups, after }, vocabulary) => {
    const which = (groups.which ?? "that").toLowerCase();
    const unit = (groups.unit ?? "").toLowerCase();
    const weekday = vocabulary.weekdays.get(unit);
    if (weekday !== undefined && !/^\p{Lu}/u.test(groups.unit ?? "")) return null;
    // "that day" may be any; "that week-long …", "that year's" are fine. "The next week" is the seven days ahead.
    if (which === "next" && (unit === "week" || unit === "month" || unit === "year")) return null;
    if (/^\s+(?:as|of)\b/.test(after)) return null;
    const part = vocabulary.names.get(unit);
    return {
      type: part === undefined ? "DATE" : "TIME",
      dependent: true,
      day: part === undefined && (unit === "day" || weekday !== undefined),
      resolve: (context) => {
        if (part !== undefined || weekday !== undefined || unit === "day" || unit === "week")
          return besideDay(context, which, unit, part, weekday);
        return besidePeriod(context, unit, STEP[which]);
      },
    };
  },
};

function besideDay(context: Context, which: string, unit: string, part: string | undefined, weekday: number | undefined): Resolution {
  const day = context.focusDay(which === "same" || which === "that" ? "near" : "story");
  if (day === null) return unresolved(FLOATING);
  const step = STEP[which];
  if (weekday !== undefined) {
    const at = step < 0 ? weekdayUntil(day.subtract({ days: 1 }), weekday) : weekdayFrom(step > 0 ? day.add({ days: 1 }) : day, weekday);
    return atDay(at, USUAL);
  }
  if (unit === "week") return atWeek(day.add({ weeks: step }), USUAL);
  const at: Day = day.add({ days: step });
  return part === undefined ? atDay(at, USUAL) : atPart(at, part, USUAL);
}

function besidePeriod(context: Context, unit: string, step: number): Resolution {
  const point = (unit === "month" ? context.focusMonth("near") : context.focusYear("near")) ?? (step < 0 ? context.published : null);
  if (point === null) return unresolved(FLOATING);
  if (unit === "year") return byMonths(point, 12 * step);
  if (point.month === null) return unresolved(FLOATING);
  return step === 0 ? atMonth(point.year, point.month, USUAL) : byMonths(point, step);
}

/** "the day before", "the year after", "the week before", "the year previous"; followed by a noun it hangs on that, and is none. */
export const neighbourBehind: Construct = {
  name: "neighbour-behind",
  needs: () => "before|after|previous|following|preceding",
  pattern: ({ part }) => `the${GAP}(?<unit>${PERIODS}|${part})${GAP}(?<which>before|after|previous|following|preceding)(?![\\p{L}-])`,
  read: ({ groups, after }, { names }) => {
    if (!ENDS.test(after) || /^\s+(?:in|on|at)\s+(?:which|the)\b/.test(after)) return null;
    const unit = (groups.unit ?? "").toLowerCase();
    const which = (groups.which ?? "").toLowerCase();
    const part = names.get(unit);
    return {
      type: part === undefined ? "DATE" : "TIME",
      dependent: true,
      day: unit === "day",
      resolve: (context) => {
        if (unit === "month" || unit === "year") return besidePeriod(context, unit, STEP[which]);
        const day = context.focusDay("story") ?? (STEP[which] < 0 ? (context.published?.day ?? null) : null);
        if (day === null) return unresolved(FLOATING);
        if (unit === "week") return atWeek(day.add({ weeks: STEP[which] }), USUAL);
        const at = day.add({ days: STEP[which] });
        return part === undefined ? atDay(at, USUAL) : atPart(at, part, USUAL);
      },
    };
  },
};

/** "the same month last year", "the same day a year earlier": behind "37 violations in January". */
export const sameLastYear: Construct = {
  name: "same-last-year",
  needs: () => "same",
  pattern: () =>
    `the${GAP}same${GAP}(?<unit>day|month)${GAP}(?:of${GAP}|in${GAP})?(?<back>last${GAP}year|the${GAP}previous${GAP}year|(?:a|one)${GAP}year${GAP}(?:ago|earlier|before)|the${GAP}year${GAP}before)`,
  read: ({ groups }) => ({
    type: "DATE",
    dependent: true,
    resolve: (context) => {
      const own = context.published;
      if (groups.unit?.toLowerCase() === "day") {
        const day = context.focusDay("near") ?? own?.day ?? null;
        return day === null ? unresolved(NO_DATE) : atDay(day.subtract({ years: 1 }), USUAL);
      }
      const point = context.focusMonth("near") ?? own;
      return point?.month == null ? unresolved(NO_DATE) : atMonth(point.year - 1, point.month, CUED);
    },
  }),
};
