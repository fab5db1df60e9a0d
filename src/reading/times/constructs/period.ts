import { type Day, mondayOf, quarterOf, quarterValue, weekendValue, weekValue } from "../calendar.js";
import { type Construct, type Context, GAP, type Resolution } from "../construct.js";
import {
  atMonth,
  atWeek,
  atWeekend,
  atYear,
  CUED,
  fromPublishedDay,
  fromPublishedMonth,
  fromPublishedYear,
  resolved,
} from "../resolution.js";
import { partMod } from "../vocabulary.js";

/** "the week before last", "the year before last"; "the month after next". */
export const secondPeriod: Construct = {
  name: "second-period",
  needs: () => "before\\s+last|after\\s+next",
  pattern: () => `(?:the${GAP})?(?<unit>week|weekend|month|year|quarter)${GAP}(?:(?<past>before${GAP}last)|after${GAP}next)`,
  read: ({ groups, after }) =>
    /^\s+(?:week|month|year)/i.test(after)
      ? null
      : {
          type: "DATE",
          resolve: (context) => shifted(context, (groups.unit ?? "").toLowerCase(), groups.past === undefined ? 2 : -2),
        },
};

const SHIFT: Readonly<Record<string, number>> = { last: -1, previous: -1, this: 0, current: 0, next: 1, coming: 1 };
const UNIT = "week|month|year|weekend|quarter";

/** "last week", "earlier this year", "the coming month", "the end of next year": periods counted from that of the story. */
export const period: Construct = {
  name: "period",
  needs: ({ unit }) => unit,
  pattern: () =>
    `(?:(?<edge>early|earlier|late|later|mid|sometime|(?:the${GAP})?(?:very${GAP})?(?:beginning|start|middle|end|close)${GAP}of)(?:-|${GAP})(?:in${GAP})?)?` +
    `(?<which>this${GAP}coming|this|last|next|the${GAP}coming|the${GAP}current)${GAP}(?:calendar${GAP}|fiscal${GAP})?(?<unit>${UNIT})(?![\\p{L}])`,
  read: ({ groups, before, after }) => {
    const which = (groups.which ?? "").toLowerCase().split(/\s+/).at(-1) ?? "this";
    // "over the last week" is the seven days before, a duration; "the next year" likewise.
    if (/\b(?:the|these|those)\s+$/i.test(before) && groups.edge === undefined && which !== "coming" && which !== "current") return null;
    if (/^-/.test(after)) return null;
    return {
      type: "DATE",
      mod: partMod(groups.edge?.replace(/^the\s+|very\s+/gi, "")),
      resolve: (context) => shifted(context, (groups.unit ?? "").toLowerCase(), SHIFT[which]),
    };
  },
};

/** A period so many of its kind from the story's own. */
export function shifted(context: Context, unit: string, by: number): Resolution {
  switch (unit) {
    case "week":
      return fromPublishedDay(context, (day) => atWeek(day.add({ weeks: by })));
    case "weekend":
      return fromPublishedDay(context, (day) => atWeekend(day.add({ weeks: by })));
    case "month":
      return fromPublishedMonth(context, (year, month) => {
        const index = year * 12 + month - 1 + by;
        return atMonth(Math.floor(index / 12), (index % 12) + 1);
      });
    case "quarter":
      return fromPublishedDay(context, (day) => {
        const at = day.add({ months: 3 * by });
        return resolved(quarterValue(at.year, quarterOf(at)), "quarter");
      });
    default:
      return fromPublishedYear(context, (year) => atYear(year + by));
  }
}

/**
 * "the end of the month", "later in the day", "the rest of the week", "the start of the year": a part of the period that the text is
 * in. Without such a part "the month" or "the day" is no time of its own.
 */
export const partOfPeriod: Construct = {
  name: "part-of-period",
  needs: ({ unit }) => unit,
  pattern: () =>
    `(?:(?:the${GAP})?(?<edge>beginning|start|middle|end|close|rest|remainder|course)${GAP}of|(?<adverb>early|earlier|late|later|mid)${GAP}in|(?<verb>(?:end|finish|start|begin)(?:s|ed|ing)?|began|closed|for))${GAP}the${GAP}(?<unit>day|week|weekend|month|year|quarter)(?![\\p{L}-])`,
  read: ({ groups, after, text, start }) => {
    // "the end of the year of living dangerously", "the end of the week of 3 June": that period is named behind it.
    if (/^\s+(?:of|before|after|when|that)\b/i.test(after)) return null;
    const { edge, adverb, verb } = groups;
    // "for the day" ends a clause; "for the day care centre" goes on.
    if (verb !== undefined && !/^(?:\s*[.,;:)]|\s+(?:at|by|in|with|on|up|down|and|as|when|to)\b|$)/.test(after)) return null;
    const unit = (groups.unit ?? "").toLowerCase();
    const the = text.toLowerCase().lastIndexOf("the");
    return {
      type: "DATE",
      mod: partMod(edge ?? adverb),
      dependent: true,
      day: unit === "day",
      start: edge !== undefined ? start : start + the,
      resolve: (context) => (unit === "day" ? focusDay(context) : shifted(context, unit, 0)),
    };
  },
};

/** "by year's end", "the year-end", "month-end": the end of the story's own. */
export const periodEnd: Construct = {
  name: "period-end",
  needs: () => "[’'s-]\\s?end",
  pattern: () => `(?:the${GAP})?(?<unit>week|month|quarter|year)(?:['’]s[\\s-]|-)end`,
  read: ({ groups }) => ({ type: "DATE", mod: "END", resolve: (context) => shifted(context, (groups.unit ?? "").toLowerCase(), 0) }),
};

/** "for the day" of market reports, "at the end of the day": the day the text is in. */
function focusDay(context: Context): Resolution {
  const focus = context.focusDay("near");
  if (focus !== null) return resolved(focus.toString(), "day", CUED, { year: focus.year, month: focus.month, day: focus });
  return fromPublishedDay(context, (day) => resolved(day.toString(), "day", CUED, { year: day.year, month: day.month, day }));
}

/** "the weekend", "over the weekend": the one just past for a story of Monday to Friday, unless the clause is about what is to come. */
export const weekend: Construct = {
  name: "weekend",
  needs: () => "weekend",
  pattern: () => `the${GAP}(?:(?<long>past|long|coming)${GAP})?weekend`,
  read: ({ groups }) => ({
    type: "DATE",
    resolve: (context) =>
      fromPublishedDay(context, (day) => {
        const forward = context.direction === "forward" || groups.long?.toLowerCase() === "coming";
        const at = forward || day.dayOfWeek >= 6 ? day : day.subtract({ weeks: 1 });
        return resolved(weekendValue(at), "week", CUED);
      }),
  }),
};

/** "the week of June 3", "the last week of March", "the first week of 2019". */
export const weekOf: Construct = {
  name: "week-of",
  needs: ({ month }) => month,
  pattern: ({ month, ordinal }) =>
    `the${GAP}(?:(?<which>${ordinal}|last|final)${GAP})?week${GAP}(?:of|in)${GAP}(?<month>${month})(?:\\.(?=${GAP}\\d))?(?:${GAP}(?<day>3[01]|[12]\\d|[1-9])(?!\\d))?(?:,?${GAP}(?<year>20\\d\\d|19\\d\\d))?`,
  read: ({ groups }, { months, numbers }) => {
    const month = months.get((groups.month ?? "").toLowerCase())?.number;
    const { which, day, year } = groups;
    if (month === undefined || !/^\p{Lu}/u.test(groups.month ?? "") || (which === undefined) === (day === undefined)) return null;
    return {
      type: "DATE",
      resolve: (context) =>
        fromPublishedDay(context, (published) => {
          const inYear =
            year === undefined
              ? month <= published.month || context.direction === "forward"
                ? published.year
                : published.year - 1
              : Number(year);
          return resolved(
            weekValue(weekDay(published.with({ year: inYear, month, day: 1 }), which?.toLowerCase(), day, numbers)),
            "week",
            CUED,
          );
        }),
    };
  },
};

/** A day of the week meant; `first` is the first day of the month. */
function weekDay(first: Day, which: string | undefined, day: string | undefined, numbers: ReadonlyMap<string, number>): Day {
  if (day !== undefined) return first.add({ days: Number(day) - 1 });
  if (which === "last" || which === "final") {
    // The last whole week, as "the last week of March" is said of 23 to 29 March 2009 on 1 April.
    const last = first.add({ months: 1 }).subtract({ days: 1 });
    return last.dayOfWeek === 7 ? last : mondayOf(last).subtract({ days: 1 });
  }
  return first.add({ weeks: (numbers.get(which ?? "first") ?? 1) - 1 });
}
