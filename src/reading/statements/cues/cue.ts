import type { WordRange } from "../../../language/index.js";
import type { Lexicon } from "../../../lexicon/index.js";

/** A row of the table of reporting verbs, nouns or adjectives. */
export type VerbRow = Lexicon["reportingVerbs"] extends ReadonlyMap<string, infer Row> ? Row : never;
export type NounRow = Lexicon["reportingNouns"] extends ReadonlyMap<string, infer Row> ? Row : never;

/** What a verb, noun or phrase may carry as its content; see the columns of the reporting tables. */
export interface Frame {
  readonly lemma: string;
  readonly class: "speech" | "attitude";
  readonly object: "content" | "addressee" | "both" | null;
  readonly takes: ReadonlySet<string>;
  readonly denies: boolean;
  /** Contents that make a verb a deed rather than words: "agreed to open the border". */
  readonly acts: ReadonlySet<string>;
}

/** Where somebody may be on record: a cue and who stands as its source, before its content is known. */
export interface CueCandidate {
  readonly kind: "verb" | "noun" | "adjective" | "phrase" | "mark";
  /** Whether the tables know it and admit it here; what they do not may be a cue, too, and is judged more strictly. */
  readonly listed: boolean;
  /** Head word of the cue: the verb, the noun, the first word of the phrase, the colon or dash. */
  readonly word: number;
  /** Words of the cue, ascending: "ruled out", "was quoted as saying", "according to"; none for the turn of a transcript, whose label is no cue. */
  readonly words: readonly number[];
  readonly frame: Frame;
  readonly passive: boolean;
  /** Head of the source's noun phrase; -1 where the text names none. */
  readonly source: number;
  /** The source as it is shown, where its form tells it rather than a tree: the label of a turn. */
  readonly label?: WordRange;
  readonly negated: boolean;
  /** "future" for what is still to be said ("will announce on Friday"): a plan is never a fact. */
  readonly time: "past" | "present" | "future";
}

export const frameOf = (row: VerbRow | NounRow): Frame => ({
  lemma: row.lemma,
  class: row.class,
  object: "object" in row ? row.object : null,
  takes: new Set(row.takes),
  denies: row.denies,
  acts: new Set("acts" in row ? row.acts : []),
});
