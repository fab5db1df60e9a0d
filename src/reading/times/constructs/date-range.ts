import { type Construct, GAP } from "../construct.js";
import { DAY, NTH, readDate, YEAR } from "./calendar-date.js";

/**
 * "from 3 to 5 June": the "3", whose month stands behind the other day; "from June 3 to 5": the "5", whose month stands before it. The whole
 * dates are `dayMonth`'s and `monthDay`'s.
 */
export const rangePart: Construct = {
  name: "range-part",
  needs: () => "(?:between|from)\\s+\\S*\\s?\\d",
  pattern: ({ month }) =>
    `(?:from|between)${GAP}(?:(?<month>${month})\\.?${GAP}${DAY}${NTH}${GAP}(?:to|and)${GAP}(?<last>${DAY})${NTH}(?:,?${GAP}(?<year>${YEAR}))?|` +
    `(?<first>${DAY})${NTH}(?=${GAP}(?:to|and)${GAP}${DAY}${NTH}${GAP}(?<behind>${month})(?:,?${GAP}(?<yearBehind>${YEAR}))?))`,
  read: ({ groups, text, start }, vocabulary) => {
    const found = readDate(
      { month: groups.month ?? groups.behind, day: groups.last ?? groups.first, year: groups.year ?? groups.yearBehind },
      text,
      vocabulary,
    );
    if (found === null) return null;
    const offset = groups.last === undefined ? text.search(/\d/) : lastDay(text, groups.last);
    return { ...found, start: start + offset };
  },
};

/** Where the last day of "from June 3 to 5, 2022" stands. */
const lastDay = (text: string, last: string): number => text.search(new RegExp(`(?<=(?:to|and)\\s+)${last}`, "i"));
