import type { LayerName, Span } from "../../model/index.js";

/** One thing that is to say of an annotation. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** How an annotation came to be: the sentence with its words, what it says, the rule that made it and how sure that rule is. */
export interface Explanation {
  readonly id: string;
  readonly layer: LayerName;
  readonly story: string;
  readonly headline: string | null;
  readonly published: string | null;
  /** The words that it was read from; parts of a broken one in order. */
  readonly words: readonly Span[];
  /** The sentence around them, as it stands in the story. */
  readonly sentence: Span & { readonly text: string };
  readonly facts: readonly Fact[];
  readonly rule: string;
  /** What the rule does, from the table of rules; null for one that it lacks. */
  readonly how: string | null;
  readonly confidence: number;
}
