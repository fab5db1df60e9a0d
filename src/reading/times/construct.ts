import type { Span, Time } from "../../model/index.js";
import type { Day, Published } from "./calendar.js";
import type { Vocabulary } from "./vocabulary.js";

/** Whether a clause tells of what has been ("back") or what is to come ("forward"); "open" where nothing tells. */
export type Direction = "back" | "forward" | "open";

/** A point of the calendar that the text spoke of, as exactly as it did. */
export interface Point {
  readonly year: number;
  readonly month: number | null;
  readonly day: Day | null;
}

/** How far back the text may have named the day that "the next day" starts from; "near" is the same paragraph, "around" also what follows in the sentence. */
export type Reach = "sentence" | "near" | "around" | "story";

/** What a time expression is read against. */
export interface Context {
  readonly published: Published | null;
  readonly direction: Direction;
  /** The nearest day that the text named, or null. */
  focusDay(reach: Reach): Day | null;
  /** The nearest month (or day of one) that the text named, or null. */
  focusMonth(reach: Reach): Point | null;
  /** The nearest year, month or day that the text named, or null. */
  focusYear(reach: Reach): Point | null;
}

/** A value and how exact it is, or the reason why there is none. */
export interface Resolution {
  readonly value: string | null;
  readonly precision: Time["precision"];
  readonly unresolved: string | null;
  readonly confidence: number;
  /** Where the text now stands: what "the next day" behind it starts from. Null for what does not move it (a duration). */
  readonly point: Point | null;
}

/**
 * Why words that name a time are not listed in the record (guidelines, Times, "Skipped"); null for those that are. They are found all
 * the same, so that no other rule takes a part of them for a time.
 */
export type Skip = "vague" | "rate" | "age" | "name" | null;

/** Words that may be a time expression, as one construct read them. */
export interface Candidate extends Span {
  /** Name of the construct: "weekday". */
  readonly rule: string;
  readonly type: Time["type"];
  readonly mod: Time["mod"];
  readonly skip: Skip;
  /** Whether the value hangs on times named elsewhere in the text, so that those must be resolved first. */
  readonly dependent: boolean;
  /** Whether a clock time can be set into it: it names one day. */
  readonly day: boolean;
  /** The clock time that it names, to be set into a day named beside it: "15:00Z"; null for others. */
  readonly clock: string | null;
  /** The quantity that a date is counted with, "P2W" of "two weeks later"; null for others. */
  readonly quantity: string | null;
  readonly resolve: (context: Context) => Resolution;
}

/** What a construct says of a match; the rest of the candidate has the defaults of `candidate`. */
export interface Found {
  readonly type: Time["type"];
  readonly resolve: (context: Context) => Resolution;
  readonly mod?: Time["mod"];
  readonly skip?: Skip;
  readonly dependent?: boolean;
  readonly day?: boolean;
  readonly clock?: string;
  readonly quantity?: string;
  /** Where the expression begins and ends, if not as the whole match: offsets into the text of the block. */
  readonly start?: number;
  readonly end?: number;
}

/** A match of a construct's pattern inside the text of one block. */
export interface Match {
  /** Named groups, undefined where they took no part. */
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Up to 80 code units on each side, within the block. */
  readonly before: string;
  readonly after: string;
}

/** One way to write a time. */
export interface Construct {
  readonly name: string;
  /**
   * Source of a small pattern without which the construct cannot occur, tried on the whole block first: most paragraphs hold no month and no
   * weekday. Letters match in either case. Left out where there is nothing to gain.
   */
  readonly needs?: (vocabulary: Vocabulary) => string;
  /** Source of a regular expression, tried with the flags `giu` at word boundaries. Gaps in it must be bounded, so that reading stays linear. */
  readonly pattern: (vocabulary: Vocabulary) => string;
  /** Null where the words are no time after all. */
  readonly read: (match: Match, vocabulary: Vocabulary) => Found | null;
}

/** One gap between words: spaces or one line break of hard-wrapped copy. */
export const GAP = "(?:[^\\S\\n]{1,4}|[^\\S\\n]{0,4}\\n[^\\S\\n]{0,4})";
