import { type Construct, type Found, GAP } from "../construct.js";
import { atDay, atPart, fromPublishedDay } from "../resolution.js";
import { partMod } from "../vocabulary.js";

const SHIFT: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 };

/** "today", "yesterday evening", "earlier today", "tomorrow night". */
export const nearDay: Construct = {
  name: "near-day",
  needs: () => "today|yesterday|tomorrow",
  pattern: ({ part }) =>
    `(?:(?<edge>early|late|earlier|later)${GAP})?(?<day>today|yesterday|tomorrow)(?:${GAP}(?:early|late)(?=${GAP}${part}))?(?:${GAP}(?<part>${part}))?`,
  read: ({ groups, before, after }, { names }) => {
    // Newspapers' names: "USA Today", "Russia Today", "Ukraine Today".
    if (groups.day === "Today" && /\p{Lu}[\p{L}]*\s$/u.test(before) && !/[.!?]["”’]?\s$/.test(before)) return null;
    if (/^-\p{Ll}/u.test(after)) return null;
    const shift = SHIFT[(groups.day ?? "").toLowerCase()];
    return onDay(shift, groups.part === undefined ? undefined : names.get(groups.part.toLowerCase()), groups.edge);
  },
};

/** "the day before yesterday", "the day after tomorrow". */
export const secondDay: Construct = {
  name: "second-day",
  needs: () => "yesterday|tomorrow",
  pattern: () => `(?:the${GAP})?day${GAP}(?:(?<past>before${GAP}yesterday)|after${GAP}tomorrow)`,
  read: ({ groups }) => onDay(groups.past === undefined ? 2 : -2, undefined, undefined),
};

/** "tonight", "last night", "this morning", "overnight". The night of "last night" and "overnight" began on the day before. */
export const nearPart: Construct = {
  name: "near-part",
  needs: ({ part }) => part,
  pattern: ({ part }) =>
    `(?:(?<edge>early|late|earlier|later)${GAP})?(?:(?<tonight>tonight)|(?<overnight>overnight)|(?<which>this|last)${GAP}(?<part>${part}))`,
  read: ({ groups, after }, { names }) => {
    if (groups.tonight !== undefined) return onDay(0, "NI", undefined);
    if (groups.overnight !== undefined) {
      // "an overnight curfew" is a kind of curfew, not a night.
      if (/^\s+(?:curfew|stay|train|flight|shelter|success|camp)\b/.test(after)) return null;
      // "Will stay overnight": the night to come; else the one that is over.
      return onDay(-1, "NI", undefined, 0);
    }
    const part = names.get((groups.part ?? "").toLowerCase());
    return onDay(groups.which?.toLowerCase() === "last" ? -1 : 0, part, groups.edge);
  },
};

/** `ahead` is the shift in a clause about what is to come, where it is another one. */
function onDay(shift: number, part: string | undefined, edge: string | undefined, ahead: number = shift): Found {
  return {
    type: part === undefined ? "DATE" : "TIME",
    mod: partMod(edge),
    day: part === undefined,
    resolve: (context) =>
      fromPublishedDay(context, (published) => {
        const day = published.add({ days: ahead !== shift && context.direction === "forward" ? ahead : shift });
        return part === undefined ? atDay(day) : atPart(day, part);
      }),
  };
}
