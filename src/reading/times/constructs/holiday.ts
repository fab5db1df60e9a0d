import { dayOf } from "../calendar.js";
import { type Construct, GAP } from "../construct.js";
import { atDay, CUED } from "../resolution.js";
import { fold } from "../vocabulary.js";
import { withoutYear } from "./calendar-date.js";

/** "on Christmas Day", "before New Year's Eve 2021": feasts on a fixed day, where they are a time and not a kind ("Christmas sales"). */
export const holiday: Construct = {
  name: "holiday",
  needs: ({ holiday }) => holiday,
  pattern: ({ holiday: name }) => `(?<name>${name})(?:,?${GAP}(?<year>(?:19|20)\\d\\d))?`,
  read: ({ groups, before, after }, { names }) => {
    const name = groups.name ?? "";
    if (
      !/^\p{Lu}/u.test(name) ||
      !/\b(?:on|by|before|after|until|till|since|at|from|last|this|next|over|around)\s+$/i.test(before) ||
      /^\s+\p{L}+s\b/u.test(after)
    )
      return null;
    const [month, day] = (names.get(fold(name)) ?? "").split("-").map(Number);
    return {
      type: "DATE",
      day: true,
      resolve: (context) => {
        const exact = groups.year === undefined ? null : dayOf(Number(groups.year), month, day);
        return exact === null ? withoutYear(context, month, day) : atDay(exact, CUED);
      },
    };
  },
};
