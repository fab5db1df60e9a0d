import type { Likeness } from "./find.js";

/** Who is on record for words at one place, from the innermost statement that holds them outward. */
export interface Voice {
  /** The speaker's name; null for one who is not named or not known. */
  readonly speaker: string | null;
  /** Whether it is the one that was asked about; true of everybody where nobody was. */
  readonly isAsked: boolean;
  /** The statement is a denial: its words are told as not so. */
  readonly denied: boolean;
}

/**
 * How the one asked about stands to words at a place. "own": on record for them itself. "quoted": by another's account. "relaying": it tells
 * them as another's. "another": on record for somebody else. "unattributed": for somebody who is not named or whom the reader
 * could not tell. "story": no statement holds them; the story itself says them, or the reader missed whose they are.
 */
export const RELATIONS = ["own", "quoted", "relaying", "another", "unattributed", "story"] as const;
export type Relation = (typeof RELATIONS)[number];

/** The relation of a place, from its voices, innermost first. Two statements of one speaker, one within the other, are one voice. */
export function relationOf(voices: readonly Voice[]): Relation {
  const [innermost, ...outer] = voices;
  if (innermost === undefined) return "story";
  const others = outer.filter(({ speaker }) => speaker !== innermost.speaker || speaker === null);
  if (innermost.isAsked && (innermost.speaker !== null || others.length === 0)) return others.length > 0 ? "quoted" : "own";
  if (others.some(({ isAsked }) => isAsked)) return "relaying";
  return innermost.speaker === null ? "unattributed" : "another";
}

/**
 * The answer in one word. "verbatim", "altered": the one asked about is on record for the words, or nearly these. "quoted": only inside
 * another's words. "another": only somebody else is. "story": no speaker is. "denied": they are on record as denied only. "not found": in none of
 * the stories that were looked into, which does not say that they were never said.
 */
export const VERDICTS = ["verbatim", "altered", "quoted", "another", "story", "denied", "not found"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A place as far as the verdict goes. */
export interface Judged {
  readonly likeness: Likeness;
  readonly relation: Relation;
  /** One of the statements that hold it is a denial. */
  readonly denied: boolean;
}

/**
 * What is surest first: the place that answers best decides. `named`: somebody was asked about, so that what it says nearly so goes before what
 * others say exactly.
 */
export function verdictOf(places: readonly Judged[], named: boolean): Verdict {
  if (places.length === 0) return "not found";
  const has = (relations: readonly Relation[], altered: boolean, denied = false): boolean =>
    places.some((place) => place.denied === denied && relations.includes(place.relation) && (place.likeness === "altered") === altered);
  if (has(["own"], false)) return "verbatim";
  if (has(["quoted", "relaying"], false)) return "quoted";
  if (named && has(["own"], true)) return "altered";
  if (OWNED.some((relation) => has([relation], false, true) || has([relation], true, true))) return "denied";
  for (const altered of [false, true]) {
    if (has(["own"], altered)) return "altered";
    if (has(["quoted", "relaying"], altered)) return "quoted";
    if (has(["another", "unattributed"], altered)) return "another";
    if (has(["story"], altered)) return "story";
  }
  return "denied";
}

const OWNED: readonly Relation[] = ["own", "quoted", "relaying"];
