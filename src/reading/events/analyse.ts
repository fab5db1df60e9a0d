import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { type Candidate, eventCandidates } from "./candidates.js";
import { noneFeatures, type Option, optionFeatures, recipientOptions } from "./options.js";
import { isParty } from "./parties.js";
import { actorOf } from "./roles.js";
import { type EventWeights, PER_UNIT, scoreRecipient } from "./weights.js";

/** An event word with who acts and who may be acted on. */
export interface Sighting {
  readonly candidate: Candidate;
  /** Head of the actor's noun phrase; -1 for none. */
  readonly actor: number;
  readonly options: readonly Option[];
}

/** Every word of a story that may tell an event, with its actor and the noun phrases that may be its recipient. */
export const sightingsOf = (reading: Reading, referents: Referents): Sighting[] =>
  eventCandidates(reading.syntax, reading.knowledge.events, reading.knowledge.lexicon).flatMap((candidate) => {
    const actor = actorOf(reading, referents, candidate);
    const options = recipientOptions(reading, referents, candidate, actor);
    // Of a verb that no table knows nothing is told where nobody takes part.
    const mayTell = candidate.frame !== null || isParty(reading, referents, actor) || options.some(({ party }) => party);
    return mayTell ? [{ candidate, actor, options }] : [];
  });

/** Recipient and how sure, 0 to 1: the option for which the weights speak most, null where most speaks for none. */
export function recipientOf(
  reading: Reading,
  referents: Referents,
  weights: EventWeights,
  { candidate, options }: Sighting,
): Option | null {
  let best: Option | null = null;
  let bestScore = scoreRecipient(weights, noneFeatures(candidate, options));
  for (const option of options) {
    const score = scoreRecipient(weights, optionFeatures(reading, referents, candidate, option));
    if (score > bestScore) {
      bestScore = score;
      best = option;
    }
  }
  return best;
}

export { PER_UNIT };
