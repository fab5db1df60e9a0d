import { type Construct, GAP } from "../construct.js";
import { isPlainOne, OPENS_DURATION, quantityOf, quantityPattern } from "../quantity.js";
import { resolved, SURE, USUAL } from "../resolution.js";
import { durationValue, fold, openDuration } from "../vocabulary.js";

const FRAME = `(?:(?:the|these|those|his|her|its|their)${GAP})?(?:very${GAP})?(?<frame>past|last|next|coming|previous|first|final|following|preceding)${GAP}`;
/** Behind "three-year-old" these are no age of a person. */
const AGING =
  /^-old\s+(?:\p{Ll}+\s+)?(?:war|conflict|insurgency|fighting|dispute|feud|row|ban|embargo|blockade|siege|ceasefire|truce|deal|agreement|accord|treaty|occupation|rebellion|uprising|crisis|government|administration|mission|policy|law|sanctions|strike|protest|standoff|campaign|invasion)\b/u;

/** "14 months", "48-hour", "more than seven years", "another year", "the first five months of the year", "the next six months". */
export const duration: Construct = {
  name: "duration",
  needs: ({ unit }) => unit,
  pattern: (vocabulary) =>
    `(?:${FRAME})?${quantityPattern(vocabulary)}(?<of>${GAP}of${GAP}(?:(?:the|this|last|next)${GAP}(?:fiscal${GAP}|financial${GAP})?year|(?:19|20)\\d\\d))?`,
  read: ({ groups, text, before, after, end }, vocabulary) => {
    const quantity = quantityOf(groups, vocabulary);
    if (quantity === null) return null;
    const { frame, of, kind } = groups;
    const hyphened = /-\p{L}+$/u.test(text) && !/\s\S+$/.test(text.slice(-(groups.unit?.length ?? 0) - 1));
    const singular = fold(groups.unit ?? "") === quantity.unit.name;

    if (/[\p{Sc}]$|\d[.,]$/u.test(before) || /^(?:\s*%|-(?!old|long)\p{L})/u.test(after)) return null;
    // Quarters are fractions ("three quarters of the seats") unless they follow one another.
    if (quantity.unit.name === "quarter" && frame === undefined && !/straight|consecutive|successive/i.test(kind ?? "")) return null;
    // "two minute" wants a noun ("a four day rally"); "second" alone is an ordinal.
    if (singular && quantity.count > 1 && groups.tail === undefined && !hyphened && !/^\s+\p{Ll}/u.test(after)) return null;
    if (quantity.unit.name === "second" && singular && !hyphened) return null;
    // "a day" is a length of time only behind the right words; behind others a rate or a day of the calendar.
    const led =
      OPENS_DURATION.test(before) ||
      /^\s+(?:in (?:prison|jail|power|office)|of (?:talks|fighting|war|violence|protests|negotiations|clashes))\b/i.test(after);
    if (isPlainOne(groups) && frame === undefined && !hyphened) {
      const countless = /^one$/i.test(groups.count ?? "") && quantity.unit.name !== "day";
      if (!led && !countless) return { type: "DURATION", skip: "rate", resolve: () => resolved(quantity.value, null, USUAL) };
    }
    if (/^(?:\s+old\b|\s+of age\b|-old\b)/i.test(after)) {
      if (!AGING.test(after)) return { type: "DURATION", skip: "age", resolve: () => resolved(quantity.value, null) };
      return { type: "DURATION", mod: quantity.mod, end: end + 4, resolve: () => resolved(quantity.value, null) };
    }
    if (/^\s+(?:a|per|each|every)\s+(?:day|week|month|year|hour)\b/i.test(after)) {
      return { type: "DURATION", skip: "rate", resolve: () => resolved(quantity.value, null) };
    }
    return {
      type: "DURATION",
      mod: quantity.mod,
      end: of === undefined || frame !== undefined ? end : end - of.length,
      resolve: () => resolved(quantity.value, null, SURE),
    };
  },
};

/** "between five and seven years": the lower end, whose unit stands behind the upper. Two times, as "from 3 to 5 June" is (guidelines, Times). */
export const lowerEnd: Construct = {
  name: "lower-end",
  needs: () => "between|from",
  pattern: ({ cardinal, unit }) =>
    `(?:between|from)${GAP}(?<count>${cardinal})(?=${GAP}(?:and|to)${GAP}${cardinal}(?:${GAP}|-)(?<unit>${unit})(?!\\p{L}))`,
  read: ({ groups, text, start }, vocabulary) => {
    const quantity = quantityOf(groups, vocabulary);
    if (quantity === null || quantity.unit.name === "quarter") return null;
    return { type: "DURATION", start: start + text.search(/\s/) + 1, resolve: () => resolved(quantity.value, null) };
  },
};

/** "the past year", "the last week", "the coming month": one of the unit before or behind the story, a length of time. */
export const framedUnit: Construct = {
  name: "framed-unit",
  needs: ({ unit }) => unit,
  pattern: ({ unit }) => `(?:the|this)${GAP}(?:(?:entire|whole)${GAP})?(?<frame>past|last|next|coming)${GAP}(?<unit>${unit})(?![\\p{L}-])`,
  read: ({ groups, text }, { units }) => {
    const unit = units.get(fold(groups.unit ?? ""));
    if (unit === undefined || unit.name === "second" || unit.name === "minute" || unit.name === "day" || unit.name === "quarter")
      return null;
    // "this past week" is the week, "the coming months" are vague, "the coming week" is the next one.
    if (fold(groups.unit ?? "") !== unit.name || /coming$/i.test(groups.frame ?? "") || /^this/i.test(text)) return null;
    return { type: "DURATION", resolve: () => resolved(durationValue(unit, 1), null, USUAL) };
  },
};

/** "weeklong", "a day-long visit", "decade-long". */
export const long: Construct = {
  name: "unit-long",
  needs: () => "long",
  pattern: ({ long: name }) => `(?<unit>${name})`,
  read: ({ groups }, { units }) => {
    const unit = units.get(fold(groups.unit ?? ""));
    return unit === undefined ? null : { type: "DURATION", resolve: () => resolved(durationValue(unit, 1), null) };
  },
};

/** "a quarter of a century", "quarter-century". */
export const quarterCentury: Construct = {
  name: "quarter-century",
  needs: () => "quarter",
  pattern: ({ bound }) => `(?:(?<bound>${bound})${GAP})?(?:an?${GAP})?quarter(?:${GAP}of${GAP}a${GAP}|-)century`,
  read: ({ groups }, { bounds }) => ({
    type: "DURATION",
    mod: bounds.get(fold(groups.bound ?? "")) ?? null,
    resolve: () => resolved("P25Y", null),
  }),
};

const COUNTS =
  /(?:\d|\b(?:an?|another|half|hundred|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|\p{L}+(?:teen|ty)))[\s-]+$/iu;

/** "several weeks", "in months", "for decades", "years of war": no number, so not in the record. */
export const vagueDuration: Construct = {
  name: "vague-duration",
  needs: ({ unit }) => unit,
  pattern: ({ unitPlural }) =>
    `(?:(?:the${GAP})?(?:next|last|past|coming)${GAP})?(?:(?<few>several|a${GAP}few|few|some|many|a${GAP}number${GAP}of|a${GAP}couple${GAP}of|(?:dozens|scores|hundreds|thousands|tens)${GAP}of)(?:${GAP}more)?${GAP})?(?<unit>${unitPlural})(?<tail>-long|${GAP}(?:ago|earlier|later|after|before))?`,
  read: ({ groups, text, before }, { units }) => {
    const unit = units.get(fold(groups.unit ?? ""));
    // "five years after" is the quantity's.
    if (groups.few === undefined && COUNTS.test(before)) return null;
    const opened = groups.few !== undefined || groups.tail !== undefined || OPENS_DURATION.test(before);
    if (unit === undefined || !opened || unit.name === "second" || unit.name === "quarter") return null;
    return {
      type: /ago|earlier|later|after|before/i.test(groups.tail ?? "") ? "DATE" : "DURATION",
      skip: "vague",
      resolve: () => resolved(/ago$|earlier$/i.test(text) ? "PAST_REF" : openDuration(unit), null),
    };
  },
};
