import type { Modality } from "../../model/index.js";
import type { Cue } from "./cues.js";

/**
 * How sure the text makes an event, more finely than `Modality.certainty` says it. `probable` and `possible` are FactBank's (Saurí and
 * Pustejovsky 2009). `expected` is told as what will be, on somebody's reckoning or word ("is expected to sign", "said it would sign"). `wished` is what somebody wants, asks for or tries, of which nobody says how likely it is. `conditional` hangs on something.
 */
export type Degree = "certain" | "expected" | "probable" | "possible" | "wished" | "conditional";

/** How an event word stands to the facts. `time` is null where the text does not tell. */
export interface Factuality {
  readonly time: Modality["time"];
  readonly negative: boolean;
  readonly degree: Degree;
}

export const CERTAIN: Factuality = { time: null, negative: false, degree: "certain" };

/** From certain to open: of two degrees that bear on one word the later holds. */
const DEGREES: readonly Degree[] = ["certain", "expected", "probable", "possible", "wished", "conditional"];

export const weaker = (a: Degree, b: Degree): Degree => (DEGREES.indexOf(a) >= DEGREES.indexOf(b) ? a : b);

/**
 * What a governor with a row of the table leaves of itself to its complement. "Did not fail to", "did not refuse to" and "did not plan to" differ by
 * the row's column `denied`: see the table's head.
 */
export function through(governor: Factuality, cue: Cue): Factuality {
  const affirmed: Factuality = {
    time: cue.time ?? governor.time,
    negative: cue.polarity === "negative",
    degree: weaker(governor.degree, cue.degree ?? "certain"),
  };
  if (!governor.negative || cue.denied === "stays") return affirmed;
  if (cue.denied === "holds") return { ...affirmed, negative: false };
  if (cue.denied === "open") return { ...affirmed, negative: false, degree: weaker(affirmed.degree, "possible") };
  return { ...affirmed, negative: true };
}

/** What a word says of itself, under what governs it. Two negatives cancel each other: "failed not to" has happened. */
export const under = (governor: Factuality, own: Factuality): Factuality => ({
  time: own.time ?? governor.time,
  negative: own.negative !== governor.negative,
  degree: weaker(own.degree, governor.degree),
});
