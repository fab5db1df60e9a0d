import { type Candidate, candidatesFor, isSpeaker } from "./candidates.js";
import { featuresOf, nobodyFeatures } from "./features.js";
import type { PronounKind } from "./kinds.js";
import type { Appearance } from "./party.js";
import type { Pronoun, Scene } from "./scene.js";
import type { Weights } from "./weights.js";

/** A pronoun with those whom it may mean, and the names of what speaks for each of them and for nobody. */
export interface Choice {
  readonly pronoun: Pronoun;
  readonly candidates: readonly Candidate[];
  readonly features: readonly (readonly string[])[];
  readonly nobody: readonly string[];
}

/** Pronouns in text order, each with its candidates; `decide` gives the party that it means (-1: nobody), which later pronouns then know. */
export function throughPronouns(scene: Scene, decide: (choice: Choice) => number): void {
  // Those before the pronoun at hand, resolved pronouns among them; the others are `scene.appearances` from `next` on.
  const before: Appearance[] = [];
  let next = 0;
  const genders = scene.parties.map(({ gender }) => gender);
  for (const pronoun of scene.pronouns) {
    const { word } = pronoun;
    while (next < scene.appearances.length && scene.appearances[next].head < word) before.push(scene.appearances[next++]);
    const candidates = candidatesFor(scene, pronoun, before, next, genders);
    const features = featuresOf(scene, pronoun, candidates);
    const party = decide({ pronoun, candidates, features, nobody: nobodyFeatures(scene, pronoun) });
    if (party < 0) continue;
    genders[party] ??= pronoun.kind.gender;
    before.push({ head: word, first: word, last: word, party, form: "pronoun" });
  }
}

const weigh = (weights: Weights, features: readonly string[]): number => features.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0);

/** The heaviest candidate; null where nobody is. `margin`: by how much before the next best, nobody included, in thousandths of a logit. */
export interface Best {
  readonly candidate: Candidate | null;
  readonly margin: number;
}

export function bestOf(weights: Weights, { candidates, features, nobody }: Choice): Best {
  let best = -1;
  let bestWeight = weigh(weights, nobody);
  let next = Number.NEGATIVE_INFINITY;
  for (const [i, names] of features.entries()) {
    const weight = weigh(weights, names);
    if (weight > bestWeight) {
      next = bestWeight;
      best = i;
      bestWeight = weight;
    } else if (weight > next) next = weight;
  }
  return { candidate: best < 0 ? null : candidates[best], margin: bestWeight - next };
}

/**
 * So far before the next must the best be, in thousandths of a logit, or nobody is sure enough. On GUM's dev part, which is little news (November
 * 2026): of 150 resolved "he" and "she" 93 in 100 are right, of 51 "they" 88, of "it", which mostly means things, 55 to 65.
 */
const MARGINS: Readonly<Record<PronounKind["family"], number>> = { person: 300, they: 1000, it: 1500 };

/** The same for the subject of a word of saying, which may mean persons and bodies only. */
const SPEAKER_MARGIN = 300;

/** Whom a pronoun means. */
export interface Antecedent {
  /** The referent, or several of them together ("they"); none for what is no referent ("it": the plan). */
  readonly referents: readonly number[];
  /** Head of the mention that it goes back to, or of another pronoun's that does. */
  readonly head: number;
  /** As `Best`. */
  readonly margin: number;
}

/** Pronouns that are sure enough, by word, with whom they mean. The others stay unresolved. */
export function resolvePronouns(scene: Scene, weights: Weights): ReadonlyMap<number, Antecedent> {
  const resolved = new Map<number, Antecedent>();
  throughPronouns(scene, (choice) => {
    const { candidate, margin } = bestOf(weights, choice);
    const { word, kind } = choice.pronoun;
    const wanted = isSpeaker(scene.reading, word) ? SPEAKER_MARGIN : MARGINS[kind.family];
    if (candidate === null || margin < wanted) return -1;
    const { head } = candidate.nearest;
    resolved.set(word, { referents: scene.parties[candidate.party].referents, head: resolved.get(head)?.head ?? head, margin });
    return candidate.party;
  });
  return resolved;
}
