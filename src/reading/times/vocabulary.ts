import { foldKey, type Lexicon, oncePerLexicon } from "../../lexicon/index.js";
import type { Time } from "../../model/index.js";

export interface Unit {
  /** "day", "month" … as the lexicon names it. */
  readonly name: string;
  readonly code: string;
  readonly clock: boolean;
  readonly factor: number;
}

export interface VagueTime {
  readonly type: "DATE" | "DURATION";
  readonly value: string;
  readonly kept: boolean;
}

/**
 * The words of the `times-*` tables, made ready for patterns: sources of alternations, longest first, and look-ups in small letters. Words are
 * folded as `foldKey` does before they are looked up.
 */
export interface Vocabulary {
  readonly month: string;
  readonly weekday: string;
  /** Full names and abbreviations, which stand only beside a day of the month. */
  readonly weekdayOrShort: string;
  readonly season: string;
  readonly part: string;
  readonly instant: string;
  readonly holiday: string;
  readonly unit: string;
  readonly unitPlural: string;
  /** Cardinal numbers in words or digits: "twenty-five", "48", "1,000", "2.5". */
  readonly cardinal: string;
  readonly ordinal: string;
  readonly each: string;
  readonly long: string;
  readonly zone: string;
  readonly vague: string;
  readonly exception: string;
  /** A word of each exception, its longest. */
  readonly exceptionWord: string;
  readonly bound: string;
  readonly months: ReadonlyMap<string, { readonly number: number; readonly full: boolean; readonly ambiguous: boolean }>;
  readonly weekdays: ReadonlyMap<string, number>;
  /** Codes: "SP", "MO"; of instants the clock time, of holidays month and day. */
  readonly names: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly numbers: ReadonlyMap<string, number>;
  /** ISO offset, "" where the zone tells none. */
  readonly zones: ReadonlyMap<string, string>;
  readonly vagueTimes: ReadonlyMap<string, VagueTime>;
  readonly bounds: ReadonlyMap<string, NonNullable<Time["mod"]>>;
  readonly cues: Cues;
  /** Patterns of the constructs by name, compiled when first asked for. */
  readonly compiled: Map<string, RegExp>;
  /** Patterns that constructs need, by source. */
  readonly needed: Map<string, RegExp>;
}

/** Words that tell where a clause stands in time; in small letters. See `lexicon/times-cues.tsv`. */
export interface Cues {
  readonly modal: ReadonlySet<string>;
  readonly governor: ReadonlySet<string>;
  readonly timetable: ReadonlySet<string>;
  readonly adjacent: ReadonlySet<string>;
  readonly scheduled: ReadonlySet<string>;
  readonly nounLike: ReadonlySet<string>;
  readonly expecting: ReadonlySet<string>;
  readonly aspectual: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
  readonly preterite: ReadonlySet<string>;
  readonly reporting: ReadonlySet<string>;
}

/** The vocabulary of a lexicon, made once for each. */
export const vocabularyOf: (lexicon: Lexicon) => Vocabulary = oncePerLexicon(prepare);

export const fold = (words: string): string => foldKey(words).toLowerCase();

/** An alternation of the phrases, longest first so that "Sept" does not hide "September"; spaces match any gap, straight apostrophes curly ones. */
function alternation(phrases: Iterable<string>): string {
  const sources = [...new Set(phrases)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((phrase) =>
      phrase
        .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
        .replace(/ /g, "\\s{1,4}")
        .replace(/'/g, "['’]"),
    );
  return sources.length === 0 ? "(?!)" : `(?:${sources.join("|")})`;
}

const longestWord = (phrase: string): string =>
  phrase.split(" ").reduce((longest, word) => (word.length > longest.length ? word : longest), "");

function prepare(lexicon: Lexicon): Vocabulary {
  const names = [...lexicon.timesNames.values()];
  const ofKind = (kind: string) => names.filter((row) => row.kind === kind);
  const full = (kind: string) => ofKind(kind).flatMap((row) => [row.name, ...row.also]);
  const short = (kind: string) => ofKind(kind).flatMap((row) => row.short);
  const units = [...lexicon.timesUnits.values()];
  const numbers = [...lexicon.timesNumbers.values()];
  const words = (kind: string) => alternation(numbers.filter((row) => row.kind === kind).map((row) => row.word));
  const cues = (kind: string): ReadonlySet<string> =>
    new Set([...lexicon.timesCues.values()].filter((row) => row.kind === kind).map((row) => fold(row.word)));

  return {
    month: alternation([...full("month"), ...short("month")]),
    weekday: alternation(full("weekday")),
    weekdayOrShort: alternation([...full("weekday"), ...short("weekday")]),
    season: alternation(full("season")),
    part: alternation(ofKind("part").map((row) => row.name)),
    instant: alternation(full("instant")),
    holiday: alternation(full("holiday")),
    unit: alternation(units.flatMap((row) => [row.unit, ...row.forms])),
    unitPlural: alternation(units.flatMap((row) => row.forms)),
    cardinal: `(?:${words("ten")}(?:[-\\s]${words("one")})?|${words("teen")}|${words("one")}|\\d{1,3}(?:,\\d{3})+|\\d{1,4}(?:\\.\\d{1,2})?)`,
    ordinal: words("ordinal"),
    each: alternation(units.flatMap((row) => row.each)),
    long: alternation(units.flatMap((row) => row.long)),
    zone: alternation([...lexicon.timesZones.values()].map((row) => row.zone)),
    vague: alternation([...lexicon.timesVague.values()].map((row) => row.phrase)),
    exception: alternation([...lexicon.timesExceptions.values()].map((row) => row.phrase)),
    exceptionWord: alternation([...lexicon.timesExceptions.values()].map((row) => longestWord(row.phrase))),
    bound: alternation([...lexicon.timesBounds.values()].map((row) => row.phrase)),
    bounds: new Map([...lexicon.timesBounds.values()].map((row) => [fold(row.phrase), row.mod])),
    months: new Map(
      ofKind("month").flatMap(({ name, short, value, ambiguous }) =>
        [name, ...short].map((form, i) => [fold(form), { number: Number(value), full: i === 0, ambiguous }] as const),
      ),
    ),
    weekdays: new Map(ofKind("weekday").flatMap((row) => [row.name, ...row.short].map((name) => [fold(name), Number(row.value)] as const))),
    names: new Map(
      names
        .filter((row) => row.kind !== "month" && row.kind !== "weekday")
        .flatMap((row) => [row.name, ...row.also].map((name) => [fold(name), row.value] as const)),
    ),
    units: new Map(
      units.flatMap((row) =>
        [row.unit, ...row.forms, ...row.each, ...row.long].map(
          (form) => [fold(form), { name: row.unit, code: row.code, clock: row.clock, factor: row.factor }] as const,
        ),
      ),
    ),
    numbers: new Map(numbers.map((row) => [fold(row.word), row.value])),
    zones: new Map([...lexicon.timesZones.values()].map((row) => [fold(row.zone), row.offset ?? ""])),
    vagueTimes: new Map([...lexicon.timesVague.values()].map((row) => [fold(row.phrase), row])),
    cues: {
      modal: cues("modal"),
      governor: cues("governor"),
      timetable: cues("timetable"),
      adjacent: cues("adjacent"),
      scheduled: cues("scheduled"),
      nounLike: cues("noun-like"),
      expecting: cues("expecting"),
      aspectual: cues("aspectual"),
      past: cues("past"),
      preterite: cues("preterite"),
      reporting: cues("reporting"),
    },
    compiled: new Map(),
    needed: new Map(),
  };
}

/** The number that words or digits stand for: "twenty-five" → 25, "1,000" → 1000, "third" → 3; null for other words. */
export function numberOf(words: string, { numbers }: Vocabulary): number | null {
  const text = fold(words);
  if (/^\d/.test(text)) return Number(text.replace(/,/g, ""));
  const parts = text.split(/[-\s]+/).map((part) => numbers.get(part));
  return parts.length === 0 || parts.includes(undefined) ? null : (parts as number[]).reduce((sum, part) => sum + part, 0);
}

/** "P7Y", "PT48H"; decades are counted in years. */
export const durationValue = (unit: Unit, count: number): string =>
  `P${unit.clock ? "T" : ""}${Number((count * unit.factor).toFixed(2))}${unit.code}`;

/** A number of units that the text leaves open: "PXD". */
export const openDuration = (unit: Unit): string => `P${unit.clock ? "T" : ""}X${unit.code}`;

/** TIMEX3 `mod` of the words before or inside a point of time, "early March". Written words, not knowledge: they are the terms of TimeML. */
export function partMod(words: string | undefined): Time["mod"] {
  if (words === undefined) return null;
  if (/^(early|earlier|start|beginning|first|opening)/i.test(words)) return "START";
  if (/^(mid|middle)/i.test(words)) return "MID";
  if (/^(late|later|end|close)/i.test(words)) return "END";
  return null;
}
