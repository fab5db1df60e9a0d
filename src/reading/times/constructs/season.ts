import { seasonOf, seasonStart, yearValue } from "../calendar.js";
import { type Construct, type Context, GAP, type Resolution } from "../construct.js";
import { CUED, fromPublishedDay, resolved, SURE } from "../resolution.js";
import { partMod } from "../vocabulary.js";

/**
 * "the fall of 2017", "last summer", "this spring", "in the winter", "late autumn". The words alone are verbs and kinds of things as well
 * ("spring offensive", "prices fall"), so something must make them a time.
 */
export const season: Construct = {
  name: "season",
  needs: ({ season }) => season,
  pattern: ({ season: name }) =>
    `(?:the${GAP})?(?:(?<which>this|last|next|previous|coming)${GAP})?(?:(?<edge>early|mid|late)(?:-|${GAP}))?(?:the${GAP})?(?<season>${name})` +
    `(?:(?:${GAP}of)?${GAP}(?<year>(?:1[5-9]|20)\\d\\d)|${GAP}(?:of${GAP})?(?<ofyear>last|this|next)${GAP}year)?`,
  read: ({ groups, text, before, after }, { names }) => {
    const code = names.get((groups.season ?? "").toLowerCase()) ?? "";
    const { which, edge, year, ofyear } = groups;
    if (which === undefined && edge === undefined && year === undefined && ofyear === undefined) {
      // "in the spring," but neither "in spring" (any one) nor "the spring offensive".
      if (!/^the\b/i.test(text) || !/\b(?:in|by|since|until|during|over|through|before|after|of|for)\s+$/i.test(before)) return null;
      if (!/^(?:[.,;:)”"’]|$|\s+(?:and|or|but|as|when|after|before|to|for|with|at|from|if|he|she|it|they|we|of the year)\b)/i.test(after))
        return null;
    }
    return {
      type: "DATE",
      mod: partMod(edge),
      resolve: (context) => {
        if (year !== undefined) return at(Number(year), code, SURE);
        if (ofyear !== undefined) return shifted(context, code, { last: -1, this: 0, next: 1 }[ofyear.toLowerCase()] ?? 0);
        return nearest(context, code, which?.toLowerCase());
      },
    };
  },
};

const at = (year: number, code: string, confidence: number): Resolution =>
  resolved(`${yearValue(year)}-${code}`, "season", confidence, { year, month: null, day: null });

const shifted = (context: Context, code: string, by: number): Resolution =>
  fromPublishedDay(context, (day) => at(day.year + by, code, CUED));

/** The last such season that has begun, or the next one; "this" is the one of the story's year. */
function nearest(context: Context, code: string, which: string | undefined): Resolution {
  return fromPublishedDay(context, (day) => {
    const now = seasonOf(day);
    const begun = (year: number) => seasonStart(year, code).until(day, { largestUnit: "days" }).days >= 0;
    const latest = begun(day.year) ? day.year : day.year - 1;
    const isNow = now.code === code && now.year === latest;
    switch (which) {
      case "last":
      case "previous":
        return at(isNow ? latest - 1 : latest, code, CUED);
      case "next":
        return at(latest + 1, code, CUED);
      case "coming":
        return at(latest + 1, code, CUED);
      case "this":
        return at(isNow ? latest : day.year, code, CUED);
      default:
        return at(context.direction === "forward" && !isNow ? latest + 1 : latest, code, 0.7);
    }
  });
}
