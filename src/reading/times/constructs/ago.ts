import type { Temporal } from "temporal-polyfill";
import type { Time } from "../../../model/index.js";
import { dayValue, decadeValue, quarterValue } from "../calendar.js";
import { type Construct, type Context, GAP, type Resolution } from "../construct.js";
import { type Quantity, quantityOf, quantityPattern } from "../quantity.js";
import {
  atDay,
  atMonth,
  atYear,
  CUED,
  fromPublishedDay,
  fromPublishedMonth,
  fromPublishedYear,
  NO_DATE,
  pointOf,
  resolved,
  SURE,
  unresolved,
} from "../resolution.js";

/** Of a date in the past "more than" means before, "less than" after (TimeML 1.2.1, mod). */
const TURNED: Readonly<Record<string, Time["mod"]>> = {
  MORE_THAN: "BEFORE",
  LESS_THAN: "AFTER",
  EQUAL_OR_MORE: "ON_OR_BEFORE",
  EQUAL_OR_LESS: "ON_OR_AFTER",
  APPROX: "APPROX",
};

/** "two weeks ago", "in two weeks' time", "three years from now", "20 years ago today": counted from the story's day, and as exact as the unit. */
export const ago: Construct = {
  name: "ago",
  needs: () => "ago|from\\s+(?:now|today)|hence|['’]s?\\s+time",
  pattern: (vocabulary) =>
    `${quantityPattern(vocabulary)}(?:['’]s?${GAP}time|${GAP}(?:(?<past>ago)|(?:from${GAP}(?:now|today)|hence))(?<today>${GAP}(?:today|to${GAP}the${GAP}day))?)`,
  read: ({ groups }, vocabulary) => {
    const quantity = quantityOf(groups, vocabulary);
    if (quantity === null) return null;
    const past = groups.past !== undefined;
    return {
      type: quantity.unit.clock ? "TIME" : "DATE",
      quantity: quantity.value,
      mod: quantity.mod === null || !past ? quantity.mod : TURNED[quantity.mod],
      day: quantity.unit.name === "day",
      resolve: (context) => (groups.today !== undefined ? exactly(context, quantity) : shiftPublished(context, quantity, past ? -1 : 1)),
    };
  },
};

/** "20 years ago today": the same day of that year. */
function exactly(context: Context, quantity: Quantity): Resolution {
  return fromPublishedDay(context, (day) => atDay(day.subtract(durationOf(quantity))));
}

/** Calendar units of a quantity; halves of a year are months, those of a week days. */
export function durationOf({ unit, count }: Quantity): Temporal.DurationLike {
  const amount = count * unit.factor;
  switch (unit.code) {
    case "Y":
      return { years: Math.floor(amount), months: Math.round((amount % 1) * 12) };
    case "Q":
      return { months: Math.round(amount * 3) };
    case "M":
      return { months: Math.floor(amount), days: Math.round((amount % 1) * 30) };
    case "W":
      return { days: Math.round(amount * 7) };
    default:
      return { days: Math.round(amount) };
  }
}

/** The date so long before (`sign` -1) or behind (1) the publication. */
function shiftPublished(context: Context, quantity: Quantity, sign: 1 | -1): Resolution {
  const { published } = context;
  const { unit, count } = quantity;
  if (published === null) return unresolved(NO_DATE);
  if (unit.clock) {
    if (published.day === null || published.time === null) return unresolved("the clock time of the story's publication is not known");
    const minutes = Math.round(count * unit.factor * (unit.name === "hour" ? 60 : unit.name === "minute" ? 1 : 1 / 60)) * sign;
    const at = published.day.toPlainDateTime(published.time).add({ minutes });
    return resolved(at.toString({ smallestUnit: "minute" }), "minute", CUED, pointOf(at.toPlainDate()));
  }
  const months = unit.code === "M" ? count : unit.code === "Q" ? count * 3 : null;
  if (months !== null || (unit.code === "Y" && (count * unit.factor) % 1 !== 0)) {
    return fromPublishedMonth(context, (year, month) => {
      const index = year * 12 + month - 1 + sign * Math.round(months ?? count * unit.factor * 12);
      const [atY, atM] = [Math.floor(index / 12), (index % 12) + 1];
      return unit.code === "Q" ? resolved(quarterValue(atY, Math.ceil(atM / 3)), "quarter") : atMonth(atY, atM);
    });
  }
  if (unit.code === "Y") {
    return fromPublishedYear(context, (year) => {
      const at = Math.round(year + sign * count * unit.factor);
      if (at < 1) return unresolved("the year lies before the calendar");
      return unit.factor === 1 ? atYear(at) : resolved(decadeValue(at), "decade", CUED, { year: at, month: null, day: null });
    });
  }
  return fromPublishedDay(context, (day) => {
    const at = sign < 0 ? day.subtract(durationOf(quantity)) : day.add(durationOf(quantity));
    // "Two weeks ago" is that day by the guidelines, but the text is only sure of the week.
    return unit.code === "W" ? resolved(dayValue(at), "week", 0.7, pointOf(at)) : atDay(at, SURE);
  });
}
