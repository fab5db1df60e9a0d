import type { Time } from "../../model/index.js";
import { GAP } from "./construct.js";
import { durationValue, fold, numberOf, type Unit, type Vocabulary } from "./vocabulary.js";

/** So much of a unit of time: "more than seven years". */
export interface Quantity {
  readonly unit: Unit;
  /** May be broken: 1.5 for "an hour and a half". */
  readonly count: number;
  readonly mod: Time["mod"];
  readonly value: string;
}

/** A number of units, with the words that bound it: "about two and a half years", "ten to fifteen days", "half an hour", "a year and a half". */
export const quantityPattern = ({ bound, cardinal, unit }: Vocabulary): string =>
  `(?:(?<bound>${bound})${GAP})?(?:(?<count>half${GAP}an?|(?:an?|another|another${GAP}${cardinal}|an?${GAP}(?:additional|extra|further|full|whole)(?:${GAP}${cardinal})?)|(?:an?|${cardinal})${GAP}hundred|${cardinal})` +
  `(?:(?:${GAP}(?:to|or)${GAP}|\\s?[-–—]\\s?|-to-)(?<second>${cardinal}))?(?<half>[-\\s]and[-\\s]a[-\\s]half)?)` +
  `(?:-|${GAP})(?:(?<kind>straight|consecutive|successive|full|whole|more|further|additional|long|trading|working|business|calendar|extra|solid)${GAP})?(?<unit>${unit})(?<tail>${GAP}and${GAP}a${GAP}half)?`;

/** The quantity that a match of `quantityPattern` stands for; null for words that are no number. */
export function quantityOf(groups: Readonly<Record<string, string | undefined>>, vocabulary: Vocabulary): Quantity | null {
  const unit = vocabulary.units.get(fold(groups.unit ?? ""));
  const count = countOf(fold(groups.count ?? ""), vocabulary);
  if (unit === undefined || count === null) return null;
  const whole = count + (groups.half !== undefined || groups.tail !== undefined ? 0.5 : 0);
  return { unit, count: whole, mod: vocabulary.bounds.get(fold(groups.bound ?? "")) ?? null, value: durationValue(unit, whole) };
}

function countOf(words: string, vocabulary: Vocabulary): number | null {
  if (words.startsWith("half")) return 0.5;
  const number = words.replace(/^(?:another|an?)\s+(?:(?:additional|extra|further|full|whole)\s*)?/, "");
  if (/^(?:an?|another)$/.test(words) || number === "") return 1;
  if (number.endsWith("hundred")) {
    const hundreds = number.replace(/\s*hundred$/, "");
    return hundreds === "" ? 100 : (numberOf(hundreds, vocabulary) ?? 1) * 100;
  }
  return numberOf(number, vocabulary);
}

/** Words before "a week" that make it a length of time; behind others it is a rate ("30,000 barrels a day") or a point ("what a day"). */
export const OPENS_DURATION =
  /\b(?:for|within|in|after|over|than|lasting|lasts?|lasted|took|takes?|taken|spent|spend|spends|just|only|by|through|waited|wait|during|under|least|most|nearly|almost|about|around|every)\s+$/i;

/** Whether a quantity of one that is written "a day" or "one day" is meant as a length of time. */
export const isPlainOne = (groups: Readonly<Record<string, string | undefined>>): boolean =>
  groups.bound === undefined && groups.tail === undefined && groups.kind === undefined && /^(?:an?|one)$/i.test(groups.count ?? "");
