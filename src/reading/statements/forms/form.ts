import { spanOf, type WordRange } from "../../../language/index.js";
import type { Span } from "../../../model/index.js";
import type { Reading } from "../../reading.js";
import type { CueCandidate } from "../cues/index.js";
import type { Candidate } from "../drafts.js";

/** What a colon or label lets its source do: say. */
const FRAME: CueCandidate["frame"] = {
  lemma: ":",
  class: "speech",
  object: null,
  takes: new Set(["quote", "clause"]),
  denies: false,
  acts: new Set(),
};

/** A statement that its form proves, so that nothing is left to be judged. */
export interface Form {
  /** The colon or dash. */
  readonly mark: number;
  /** The source as it is shown, and the word by which it is known who that is; -1 for nobody. */
  readonly label: WordRange;
  readonly source: number;
  readonly content: Span;
  readonly rule: "statements/turn" | "statements/mark";
  readonly confidence: number;
  /** Of a verb in the place of a mark. */
  readonly frame?: CueCandidate["frame"];
}

export const candidateOf = ({ doc }: Reading, { mark, label, source, content, rule, confidence, frame = FRAME }: Form): Candidate => ({
  cue: {
    kind: "mark",
    listed: true,
    word: mark,
    words: rule === "statements/turn" ? [] : [mark],
    frame,
    passive: false,
    source,
    label,
    negated: false,
    time: "past",
  },
  cueSpan: spanOf(doc, mark),
  content: [content],
  addressee: -1,
  rule,
  confidence,
  odds: confidence,
});
