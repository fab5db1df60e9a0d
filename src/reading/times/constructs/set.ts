import { type Construct, GAP } from "../construct.js";
import { resolved, SURE, USUAL } from "../resolution.js";
import { durationValue, fold, numberOf, openDuration } from "../vocabulary.js";

const two = (n: number): string => String(n).padStart(2, "0");

/** "every Tuesday", "each Friday evening", "on Sundays": XXXX-WXX-2 (TimeML 1.2.1). */
export const everyWeekday: Construct = {
  name: "every-weekday",
  needs: ({ weekday }) => weekday,
  pattern: ({ weekday, part }) =>
    `(?:(?:every|each)${GAP}(?:(?:other|second)${GAP})?(?<one>${weekday})|(?<many>${weekday})s)(?:${GAP}(?<part>${part}))?`,
  read: ({ groups }, { weekdays, names }) => {
    const name = groups.one ?? groups.many ?? "";
    if (!/^\p{Lu}/u.test(name)) return null;
    const part = groups.part === undefined ? "" : `T${names.get(fold(groups.part))}`;
    return { type: "SET", resolve: () => resolved(`XXXX-WXX-${weekdays.get(name.toLowerCase())}${part}`, null) };
  },
};

/** "every May 15", "15 May each year", "every January": a yearly date. */
export const everyYear: Construct = {
  name: "every-year",
  needs: ({ month }) => month,
  pattern: ({ month }) =>
    `(?:(?<every>every|each)${GAP})?(?:(?<before>3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)?${GAP})?(?<month>${month})(?:\\.?${GAP}(?<behind>3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)?(?!\\d))?(?<year>,?${GAP}(?:of${GAP})?(?:every|each)${GAP}year)?|(?:every|each)${GAP}year,?${GAP}on${GAP}(?:(?<dayBefore>3[01]|[12]\\d|[1-9])${GAP})?(?<monthBehind>${month})(?:\\.?${GAP}(?<dayBehind>3[01]|[12]\\d|[1-9])(?!\\d))?`,
  read: ({ groups }, { months }) => {
    const name = groups.month ?? groups.monthBehind ?? "";
    const month = months.get(name.toLowerCase());
    if (month === undefined || !/^\p{Lu}/u.test(name)) return null;
    if (groups.every === undefined && groups.year === undefined && groups.monthBehind === undefined) return null;
    const day = groups.before ?? groups.behind ?? groups.dayBefore ?? groups.dayBehind;
    return { type: "SET", resolve: () => resolved(`XXXX-${two(month.number)}${day === undefined ? "" : `-${two(Number(day))}`}`, null) };
  },
};

/** "every day", "each week", "every two years", "every other month", "every morning". */
export const everyUnit: Construct = {
  name: "every-unit",
  needs: () => "every|each",
  pattern: ({ unit, cardinal, part }) =>
    `(?:every|each)${GAP}(?:(?:(?<other>other)|(?<few>few)|(?<count>${cardinal}))${GAP})?(?:(?<unit>${unit})|(?<part>${part}))(?![\\p{L}-])`,
  read: ({ groups, before, after }, vocabulary) => {
    const part = groups.part === undefined ? undefined : vocabulary.names.get(fold(groups.part));
    if (part !== undefined) return { type: "SET", resolve: () => resolved(`XXXX-XX-XXT${part}`, null) };
    const unit = vocabulary.units.get(fold(groups.unit ?? ""));
    // "every minute counts", "every second": the number before or behind makes it a rate ("15 every day").
    if (unit === undefined || unit.name === "second" || /^\s+(?:of|counts?)\b/.test(after)) return null;
    if (groups.few !== undefined) return { type: "SET", skip: "vague", resolve: () => resolved(openDuration(unit), null) };
    const count = groups.other !== undefined ? 2 : groups.count === undefined ? 1 : numberOf(groups.count, vocabulary);
    const rate = /\d[\p{L}\s]{0,20}$|\b(?:once|twice|times)\s+$/iu.test(before);
    return count === null
      ? null
      : { type: "SET", skip: rate ? "rate" : null, resolve: () => resolved(durationValue(unit, count), null, USUAL) };
  },
};

/** "daily", "weekly", "annual": how often, told as a quality. A rate, so not in the record. */
export const frequency: Construct = {
  name: "frequency",
  needs: ({ each }) => each,
  pattern: ({ each }) => `(?:(?<bi>bi|semi)-?)?(?<each>${each})`,
  read: ({ groups, before, after }, { units }) => {
    const unit = units.get(fold(groups.each ?? ""));
    // "the Daily Mail", "Weekly Standard": names.
    const name = /^\p{Lu}/u.test(groups.each ?? "") && (/^\s+\p{Lu}/u.test(after) || /\bThe\s$/.test(before));
    if (unit === undefined || name) return null;
    return { type: "SET", skip: "rate", resolve: () => resolved(durationValue(unit, 1), null, SURE) };
  },
};

/** "a day" behind a number, "per week": a rate. */
export const perUnit: Construct = {
  name: "per-unit",
  needs: ({ unit }) => unit,
  pattern: ({ unit }) => `(?:per|a|an)${GAP}(?<unit>${unit})(?![\\p{L}-])`,
  read: ({ groups, before, text }, { units }) => {
    const unit = units.get(fold(groups.unit ?? ""));
    const rate =
      /^per/i.test(text) || /(?:\d|\b(?:once|twice|times|million|billion|thousand|hundred))(?:\s+\p{L}+){0,3}\s+$/iu.test(before);
    if (unit === undefined || !rate || /\b(?:for|within|in|after|than|over|about|nearly|almost)\s+$/i.test(before)) return null;
    if (unit.name === "second" || unit.name === "quarter") return null;
    return { type: "SET", skip: "rate", resolve: () => resolved(durationValue(unit, 1), null) };
  },
};
