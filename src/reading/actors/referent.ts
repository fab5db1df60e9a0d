import type { Actor } from "../../model/index.js";
import type { Antecedent } from "./pronouns/index.js";

/** Somebody whom the story speaks of, named or not, with all mentions: what pronouns and descriptions go back to. */
export interface Referent {
  readonly kind: Actor["kind"];
  /** One who hides the name or only looks on ("a senior official"): never listed as an actor. */
  readonly hidden: boolean;
  /** Referent that one without a name speaks for in the open ("the representative of Ethiopia"): -1 for none. */
  readonly standsFor: number;
  /** Fullest name so far; null for one who has none. */
  readonly name: string | null;
  readonly country: string | null;
  readonly role: string | null;
  /** Key of the role table; null for none. */
  readonly roleNoun: string | null;
  readonly gender: "m" | "f" | null;
  readonly plural: boolean;
  readonly affiliation: number;
  readonly mentions: readonly ReferentMention[];
}

export interface ReferentMention {
  readonly head: number;
  readonly first: number;
  readonly last: number;
  readonly form: "name" | "description" | "pronoun";
  readonly rule: string;
  readonly confidence: number;
}

export interface Referents {
  readonly all: readonly Referent[];
  /** Number of the referent that each word's noun phrase or pronoun means; -1 where none is known. Of several together ("they") the first. */
  readonly at: Int32Array;
  /** Pronouns that somebody is sure to be meant by, by word. */
  readonly pronouns: ReadonlyMap<number, Antecedent>;
}

/** Title and name of the person that a word belongs to, as one range; null where it belongs to none. */
export function nameAround({ all, at }: Referents, word: number): ReferentMention | null {
  const referent = word >= 0 ? all[at[word]] : undefined;
  if (referent?.kind !== "person") return null;
  return referent.mentions.find(({ first, last, form }) => form === "name" && first <= word && word <= last) ?? null;
}
