import type { Span } from "../../model/index.js";
import type { CueCandidate } from "./cues/index.js";
import type { Source } from "./speakers.js";

/** A statement while it is decided on: everything but ids. */
export interface Draft {
  readonly cue: CueCandidate;
  /** The words that report it, by which it stands within another. */
  readonly cueSpan: Span;
  readonly content: readonly Span[];
  readonly rule: string;
  readonly confidence: number;
  /** The judge's own chance that this is an attribution, not yet calibrated: 0 to 1. */
  readonly odds: number;
  /** Referent that is spoken to; -1 for none. */
  readonly addressee: number;
  readonly source: Source;
  /** Number of the draft in whose content the cue stands; -1 for none. */
  readonly within: number;
}

/** A statement before it is known who says it and within what. `addressee` is the word that heads the phrase, not yet a referent. */
export type Candidate = Omit<Draft, "source" | "within">;
