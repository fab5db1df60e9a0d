import type { Position } from "../../model/index.js";

/** What somebody does who takes a stance, in the third person. */
export const STANCE_WORDS: { readonly [S in Position["stance"]]: string } = {
  demand: "demands",
  reject: "rejects",
  support: "supports",
  offer: "offers",
  promise: "promises",
  threaten: "threatens",
  deny: "denies",
  accuse: "accuses",
};
