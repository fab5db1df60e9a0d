import { type Construct, type Context, GAP, type Resolution } from "../construct.js";
import { atMonth, CUED, NO_DATE, USUAL, unresolved } from "../resolution.js";
import { partMod } from "../vocabulary.js";

const EDGE = `(?<edge>early|mid|late|(?:the${GAP})?(?:very${GAP})?(?:beginning|start|middle|end|close)${GAP}of)(?:-|${GAP})`;

/** Words before a bare month that make it a date and not a name: "in May", not "May said". */
const LEAD =
  /(?:^|[\s(—–-])(?:in|since|by|until|till|from|to|through|during|before|after|between|for|of|early|late|mid|and|or|the|a|an|each|every)\s+$|['’]s?\s+$/i;

/** "January 2022", "early March 2022", "the end of May 2022"; "Jan. 2022". */
export const monthYear: Construct = {
  name: "month-year",
  needs: ({ month }) => month,
  pattern: ({ month }) => `(?:${EDGE})?(?<month>${month})\\.?(?:,|${GAP}of)?${GAP}(?<year>(?:1[5-9]|20)\\d\\d)(?!\\d|[.,]\\d)`,
  read: ({ groups, after }, { months }) => {
    const month = months.get((groups.month ?? "").toLowerCase());
    if (month === undefined || !/^\p{Lu}/u.test(groups.month ?? "")) return null;
    // "In March 2000 people marched": the year must not count anything.
    if (/^\s+(?:people|troops|soldiers|men|women)\b/.test(after)) return null;
    return {
      type: "DATE",
      mod: partMod(groups.edge?.replace(/^the\s+|very\s+/gi, "")),
      resolve: () => atMonth(Number(groups.year), month.number),
    };
  },
};

/** "in January", "since May", "early March", "the end of May", "last September", "next March", "January of last year". */
export const bareMonth: Construct = {
  name: "month",
  needs: ({ month }) => month,
  pattern: ({ month }) =>
    `(?:${EDGE}|(?<which>last|next|this|this${GAP}coming|this${GAP}past)${GAP})?(?<month>${month})(?:${GAP}(?:of${GAP})?(?<year>last|this|next)${GAP}year)?`,
  read: ({ groups, before, after, text, start }, { months }) => {
    const name = groups.month ?? "";
    const month = months.get(name.toLowerCase());
    if (month === undefined || !month.full || !/^\p{Lu}/u.test(name)) return null;
    const { edge, which, year } = groups;
    const led = edge !== undefined || which !== undefined || year !== undefined;
    if (!led && !LEAD.test(before) && (month.ambiguous || /^\s+\p{Lu}/u.test(after) || /\p{Lu}\p{L}+\s$/u.test(before))) return null;
    // "30 February", "June 31": no such day, and so no month either.
    if (!led && (/(?:^|\s)\d{1,2}(?:st|nd|rd|th)?\s+$/.test(before) || /^\s+\d{1,2}(?![\d:])/.test(after))) return null;
    // "the March for Peace", "the May affair": behind an article it wants a noun of its own.
    if (
      month.ambiguous &&
      !led &&
      /\b(?:the|an?)\s+$/i.test(before) &&
      !/^\s+(?!(?:for|on|of|in|to|by|against|through|and|that|was|is|will|said|who)\b)\p{Ll}{3,}/u.test(after)
    ) {
      return null;
    }
    // "in June Carter's book", "the August Wilson play"; and a month inside a compound: "April-born".
    if (
      month.ambiguous &&
      !led &&
      /^(?:\s+\p{Lu}\p{Ll}+(?:['’]s)?\b(?!\s+\d)|-\p{Ll})/u.test(after) &&
      /\b(?:the|a|an|of|for|to|from|and|or|after|before)\s+$/i.test(before)
    ) {
      return null;
    }
    return {
      type: "DATE",
      mod: partMod(edge?.replace(/^the\s+|very\s+/gi, "")),
      start: text.startsWith(name) ? start : start + (led ? 0 : text.indexOf(name)),
      resolve: (context) =>
        resolveMonth(context, month.number, year === undefined ? which?.split(/\s/)[0].toLowerCase() : undefined, year?.toLowerCase()),
    };
  },
};

const SHIFT: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** Bare months are past unless the clause is about what is to come; the story's own month counts as both. */
function resolveMonth({ published, direction }: Context, month: number, which?: string, yearWord?: string): Resolution {
  if (published === null) return unresolved(NO_DATE);
  if (yearWord !== undefined) return atMonth(published.year + SHIFT[yearWord], month);
  if (published.month === null) return unresolved("the month of the story's publication is not known");
  const { year } = published;
  const passed = month < published.month;
  const same = month === published.month;
  if (which === "last") return atMonth(passed ? year : year - 1, month, CUED);
  if (which === "next") return atMonth(passed || same ? year + 1 : year, month, CUED);
  if (which === "this") return atMonth(year, month);
  if (direction === "forward") return atMonth(passed ? year + 1 : year, month, CUED);
  return atMonth(passed || same ? year : year - 1, month, direction === "back" ? CUED : USUAL);
}
