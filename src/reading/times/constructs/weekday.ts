import { dayOf, mondayOf, weekdayFrom, weekdayUntil } from "../calendar.js";
import { type Construct, type Context, GAP, type Resolution } from "../construct.js";
import { atDay, atPart, CUED, fromPublishedDay, NO_DATE, resolved, SURE, USUAL, unresolved } from "../resolution.js";
import { partMod } from "../vocabulary.js";

/** "Tuesday", "last Friday", "next Monday", "late Tuesday", "Wednesday evening", "Friday of last week", "the night of Sunday". */
export const weekday: Construct = {
  name: "weekday",
  needs: ({ weekday }) => weekday,
  pattern: ({ weekday: name, part }) =>
    `(?:(?<which>last|next|this|this${GAP}coming|this${GAP}past|the${GAP}coming)${GAP})?(?:(?<edge>early|late|later|earlier)(?:${GAP}on)?${GAP})?` +
    `(?<weekday>${name})(?:${GAP}(?:of${GAP})?(?<week>last|this|next)${GAP}week)?(?:${GAP}(?<edge2>early|late)\\b)?(?:${GAP}(?<part>${part}))?`,
  read: ({ groups, start, end, text }, { weekdays, names }) => {
    const name = groups.weekday ?? "";
    // "On" alone may open the match in small letters; the weekday itself has a capital.
    if (!/^\p{Lu}/u.test(name)) return null;
    const number = weekdays.get(name.toLowerCase()) ?? 0;
    const part = groups.part === undefined ? undefined : names.get(groups.part.toLowerCase());
    const loose = groups.edge2 !== undefined && part === undefined;
    return {
      type: part === undefined ? "DATE" : "TIME",
      mod: partMod(groups.edge ?? (loose ? undefined : groups.edge2)),
      day: part === undefined,
      start,
      end: loose ? end - (text.length - text.toLowerCase().lastIndexOf((groups.edge2 ?? "").toLowerCase())) - 1 : end,
      resolve: (context) => {
        const day = resolveWeekday(context, number, groups.which?.toLowerCase().split(/\s/).at(-1), groups.week?.toLowerCase());
        return part === undefined || day.point?.day == null ? day : atPart(day.point.day, part, day.confidence);
      },
    };
  },
};

/** "the first Monday of May", "the last Friday in June 2022"; "the first Monday of every month" comes again and again, and has no value. */
export const nthWeekday: Construct = {
  name: "nth-weekday",
  needs: ({ weekday }) => weekday,
  pattern: ({ weekday: name, ordinal, month }) =>
    `the${GAP}(?<nth>${ordinal}|last)${GAP}(?<weekday>${name})${GAP}(?:of|in)${GAP}(?:(?<month>${month})(?:${GAP}(?<year>(?:19|20)\\d\\d))?|(?:every|each|the)${GAP}(?:month|year))`,
  read: ({ groups }, { weekdays, months, numbers }) => {
    const weekdayNumber = weekdays.get((groups.weekday ?? "").toLowerCase()) ?? 0;
    const month = months.get((groups.month ?? "").toLowerCase())?.number;
    if (month === undefined) return { type: "SET", skip: "vague", resolve: () => resolved(`XXXX-WXX-${weekdayNumber}`, null) };
    const nth = numbers.get((groups.nth ?? "").toLowerCase());
    return {
      type: "DATE",
      day: true,
      resolve: (context) => {
        if (context.published === null && groups.year === undefined) return unresolved(NO_DATE);
        const year = groups.year === undefined ? nearestYear(context, month) : Number(groups.year);
        const first = dayOf(year, month, 1);
        if (first === null) return unresolved(NO_DATE);
        if (nth === undefined) return atDay(weekdayUntil(first.add({ months: 1 }).subtract({ days: 1 }), weekdayNumber), CUED);
        return atDay(weekdayFrom(first, weekdayNumber).add({ weeks: nth - 1 }), CUED);
      },
    };
  },
};

/** The year of a month without one: as for the bare month. */
function nearestYear({ published, direction }: Context, month: number): number {
  const year = published?.year ?? 0;
  const own = published?.month ?? 12;
  return direction === "forward" ? (month < own ? year + 1 : year) : month <= own ? year : year - 1;
}

/** "a week ago Tuesday", "two weeks from Friday": counted from the bare weekday. */
export const weeksFromWeekday: Construct = {
  name: "weeks-from-weekday",
  needs: ({ weekday }) => weekday,
  pattern: ({ weekday: name }) => `(?:a|one|two|three)${GAP}weeks?${GAP}(?<way>ago|from)(?:${GAP}on)?${GAP}(?<weekday>${name})`,
  read: ({ groups, text }, { weekdays, numbers }) => {
    const number = weekdays.get((groups.weekday ?? "").toLowerCase()) ?? 0;
    const weeks = numbers.get(text.split(/\s/)[0].toLowerCase()) ?? 1;
    return {
      type: "DATE",
      day: true,
      resolve: (context) =>
        fromPublishedDay(context, (day) =>
          groups.way?.toLowerCase() === "ago"
            ? atDay(weekdayUntil(day, number).subtract({ weeks }), CUED)
            : atDay(weekdayFrom(day, number).add({ weeks }), CUED),
        ),
    };
  },
};

const WEEK_SHIFT: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/**
 * In a story of Wednesday 3 May 2023: "Tuesday" is 2 May, "Wednesday" the 3rd itself, "will meet Friday" the 5th, "next Tuesday" the 9th, the
 * Tuesday of the next ISO week. Bare weekdays are the last such day, the story's own included, in nine cases of ten; those to
 * come nearly always stand in a clause that says so.
 */
export function resolveWeekday(context: Context, weekday: number, which?: string, week?: string): Resolution {
  return fromPublishedDay(context, (day) => {
    if (week !== undefined) return atDay(mondayOf(day).add({ days: 7 * WEEK_SHIFT[week] + weekday - 1 }));
    switch (which) {
      case "last":
      case "past":
        return atDay(weekdayUntil(day.subtract({ days: 1 }), weekday), CUED);
      case "next":
        return atDay(mondayOf(day).add({ weeks: 1, days: weekday - 1 }), CUED);
      case "coming":
        return atDay(weekdayFrom(day.add({ days: 1 }), weekday), CUED);
      case "this":
        return atDay(context.direction === "back" ? weekdayUntil(day, weekday) : mondayOf(day).add({ days: weekday - 1 }), CUED);
      default:
        if (context.direction === "forward") return atDay(weekdayFrom(day, weekday), CUED);
        return atDay(weekdayUntil(day, weekday), day.dayOfWeek === weekday ? SURE : context.direction === "back" ? CUED : USUAL);
    }
  });
}
