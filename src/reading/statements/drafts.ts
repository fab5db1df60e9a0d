import type { Span } from "../../model/index.js";
import type { CueCandidate } from "./cues.js";
import type { Source } from "./speakers.js";

/** A statement while it is decided on: everything but ids. */
export interface Draft {
  readonly cue: CueCandidate;
  /** The words that report it, by which it stands within another. */
  readonly cueSpan: Span;
  readonly content: readonly Span[];
  readonly rule: string;
  readonly confidence: number;
  /** Referent that is spoken to; -1 for none. */
  readonly addressee: number;
  readonly source: Source;
  /** Number of the draft in whose content the cue stands; -1 for none. */
  readonly within: number;
}
