import { quarterOf, quarterValue } from "../calendar.js";
import { type Construct, type Context, GAP, type Resolution } from "../construct.js";
import { CUED, fromPublishedDay, fromPublishedYear, resolved, SURE, USUAL } from "../resolution.js";

const NUMBERS: Readonly<Record<string, number>> = { final: 4, last: 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4 };
const OF_YEAR = `(?:${GAP}of)?${GAP}(?<year>(?:19|20)\\d\\d)|${GAP}of${GAP}(?:(?<which>this|last|next)|the)${GAP}(?:fiscal${GAP}|financial${GAP})?year`;

/** The year that "of last year" or "of 2009" names; null where none is named. */
function yearOf({ published }: Context, groups: Readonly<Record<string, string | undefined>>): number | null {
  if (groups.year !== undefined) return Number(groups.year);
  const which = groups.which?.toLowerCase();
  if (published === null || groups.ofyear === undefined) return null;
  return published.year + (which === "last" ? -1 : which === "next" ? 1 : 0);
}

/** "the third quarter of 2009", "fourth-quarter", "Q3 2021", "the final quarter of last year": calendar quarters. */
export const quarter: Construct = {
  name: "quarter",
  needs: () => "quarter|Q[1-4]",
  pattern: ({ ordinal }) =>
    `(?:(?:the${GAP})?(?<number>${ordinal}|final|last|1st|2nd|3rd|4th)(?:${GAP}|-)quarter|Q(?<q>[1-4]))(?<ofyear>${OF_YEAR})?`,
  read: ({ groups, text, after }, { numbers }) => {
    if (/^(?:\s+of\s+(?:the\s+)?(?:century|match|game|a)\b|\s*final)/i.test(after)) return null;
    const word = groups.number?.toLowerCase() ?? "";
    const number = Number(groups.q ?? numbers.get(word) ?? NUMBERS[word]);
    if (!(number >= 1 && number <= 4)) return null;
    // "the last quarter", no year named: the quarter before that of the story.
    const previous = word === "last" && groups.ofyear === undefined;
    if (previous && !/^the|^last/i.test(text)) return null;
    return {
      type: "DATE",
      resolve: (context) => {
        const year = yearOf(context, groups);
        if (year !== null) return resolved(quarterValue(year, number), "quarter", SURE, { year, month: null, day: null });
        return fromPublishedDay(context, (day) => {
          if (previous) {
            const before = day.subtract({ months: 3 });
            return resolved(quarterValue(before.year, quarterOf(before)), "quarter", CUED);
          }
          const passed = number < quarterOf(day);
          const same = number === quarterOf(day);
          const at = context.direction === "forward" ? day.year + (passed ? 1 : 0) : day.year - (passed || same ? 0 : 1);
          return resolved(quarterValue(at, number), "quarter", USUAL);
        });
      },
    };
  },
};

/** "the first half of 2019", "H1 2020", "the second half of the year". A half without a year is one of a match. */
export const half: Construct = {
  name: "half",
  needs: () => "half|H[12]",
  pattern: () => `(?:(?:the${GAP})?(?<number>first|second|1st|2nd|latter|last)(?:${GAP}|-)half|H(?<h>[12]))(?<ofyear>${OF_YEAR})`,
  read: ({ groups }) => {
    const number = groups.h ?? (/^(?:first|1st)$/i.test(groups.number ?? "") ? "1" : "2");
    return {
      type: "DATE",
      resolve: (context) => {
        const year = yearOf(context, groups);
        return year === null ? fromPublishedYear(context, (own) => at(own, number)) : at(year, number);
      },
    };
  },
};

const at = (year: number, number: string): Resolution => resolved(`${year}-H${number}`, "half", SURE, { year, month: null, day: null });
