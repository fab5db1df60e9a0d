import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import type { Candidate } from "./candidates.js";
import { typeFeatures, wordFeatures } from "./features.js";
import type { Option } from "./options.js";
import { type EventType, typeKey } from "./tables.js";
import { labelOf, PER_UNIT, probabilities, scoreTypes, TYPE_LABELS } from "./weights.js";

/** What the tables' word for a type is worth beside the weights: the corpus is small, and has never seen most rows. */
const TABLE_WORTH = 2 * PER_UNIT;

/** Less sure than this, and it is left out. */
const LEAST = 0.4;
/** Less sure than this of the very type, and a word that no table lists is left out. */
const LEAST_UNLISTED = 0.7;
/** What such a word must say for the type itself: two states beside a verb are no evidence of what it means ("Chad serenaded Norway"). */
const LEAST_OWN = 0.5 * PER_UNIT;

/** What a word was found to tell. */
export interface Decided {
  readonly type: EventType;
  readonly mode: string | null;
  readonly confidence: number;
  readonly rule: string;
}

/** What the word tells: by its row where the row decides alone, else what the weights find likeliest; null for no event. */
export function decide(
  reading: Reading,
  referents: Referents,
  candidate: Candidate,
  actor: number,
  recipient: Option | null,
): Decided | null {
  const { frame, kind, light } = candidate;
  const tables = reading.knowledge.events;
  if (frame?.decides) {
    const stopped = light === "stops" ? tables.types.get(typeKey(frame.type, frame.mode))?.stopped : undefined;
    if (stopped === null) return null;
    return {
      type: stopped ?? frame.type,
      mode: stopped === undefined ? frame.mode : null,
      confidence: 0.9,
      rule: `events/${kind}:${frame.name}`,
    };
  }
  const scores = scoreTypes(reading.knowledge.eventWeights, typeFeatures(reading, referents, candidate, actor, recipient));
  if (frame !== null && light !== "stops") scores[labelOf(frame.type)] += TABLE_WORTH;
  const chances = probabilities(scores);
  let best = 1;
  for (let label = 2; label < chances.length; label++) if (chances[label] > chances[best]) best = label;
  const any = 1 - chances[0];
  if (any < LEAST) return null;
  if (frame === null) {
    const own = scoreTypes(reading.knowledge.eventWeights, wordFeatures(reading, candidate));
    if (chances[best] < LEAST_UNLISTED || own[best] - own[labelOf("NONE")] < LEAST_OWN) return null;
  }
  const type = TYPE_LABELS[best] as EventType;
  const agrees = frame !== null && frame.type === type && light !== "stops";
  return {
    type,
    mode: agrees ? frame.mode : null,
    confidence: Math.round(100 * any * (chances[best] / any) ** 0.5) / 100,
    rule: agrees ? `events/${kind}:${frame.name}` : `events/weights:${candidate.key}`,
  };
}
