import { dayOf } from "../calendar.js";
import type { Construct } from "../construct.js";
import { atDay, pointOf, resolved, unresolved } from "../resolution.js";

/** "2022-01-11", "2022-01-11T10:42Z", "2022-01-11 10:42": ISO 8601, as update lines and tables print it. */
export const isoDate: Construct = {
  name: "iso-date",
  needs: () => "\\d-\\d\\d",
  pattern: () =>
    "(?<year>(?:1[5-9]|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)(?:[T\\s](?<clock>(?:[01]\\d|2[0-3]):[0-5]\\d)(?::[0-5]\\d)?(?<zone>Z|[+-]\\d\\d:?\\d\\d)?)?",
  read: ({ groups }) => {
    const day = dayOf(Number(groups.year), Number(groups.month), Number(groups.day));
    if (day === null)
      return { type: "DATE", resolve: () => unresolved(`the calendar has no ${groups.year}-${groups.month}-${groups.day}`) };
    const { clock, zone = "" } = groups;
    if (clock === undefined) return { type: "DATE", day: true, resolve: () => atDay(day) };
    return { type: "TIME", resolve: () => resolved(`${day}T${clock}${zone}`, "minute", undefined, pointOf(day)) };
  },
};

/**
 * "25/12/2021", "12.25.2021": with a day above twelve the order is plain. "03/04/2021" is March to some and April to others: listed without a
 * value, since a date must not be made up.
 */
export const numericDate: Construct = {
  name: "numeric-date",
  needs: () => "\\d[/.]\\d",
  pattern: () => "(?<a>\\d{1,2})(?<separator>[/.])(?<b>\\d{1,2})\\k<separator>(?<year>(?:19|20)\\d\\d)",
  read: ({ groups }) => {
    const [year, a, b] = [groups.year, groups.a, groups.b].map(Number);
    if (a > 31 || b > 31 || a === 0 || b === 0) return null;
    if (a <= 12 && b <= 12 && a !== b) return { type: "DATE", resolve: () => unresolved("day and month cannot be told apart") };
    const day = a > 12 || a === b ? dayOf(year, b, a) : dayOf(year, a, b);
    if (day === null) return { type: "DATE", resolve: () => unresolved("the calendar has no such day") };
    return { type: "DATE", day: true, resolve: () => atDay(day) };
  },
};
