import { deprelCode } from "../tags.js";

/** Code of the relation of a sentence's root, which no other word has. */
export const ROOT_RELATION = deprelCode.get("root") as number;

/** The relation with the highest score that is not the root's; of equals the first. */
export function bestRelation(scores: Int32Array): number {
  let best = 0;
  for (let relation = 1; relation < scores.length; relation++)
    if (scores[relation] > scores[best] && relation !== ROOT_RELATION) best = relation;
  return best;
}
