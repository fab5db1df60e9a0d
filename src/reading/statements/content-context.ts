import type { WordRange } from "../../language/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import type { Span } from "../../model/index.js";
import type { Quotation } from "../quotations.js";
import type { Syntax } from "../syntax.js";

/** What a cue attributes: its pieces, in text order, and the rule that found them. */
export interface Content {
  readonly spans: readonly Span[];
  readonly rule: string;
  /** Direct object that the words are addressed to; -1 for none. */
  readonly addressee: number;
  readonly confidence: number;
}

export interface Context {
  readonly syntax: Syntax;
  /** Of the block that the cue stands in. */
  readonly quotations: readonly Quotation[];
  /** Words that are a cue of their own, so that their clauses are not swallowed by another cue's content. */
  readonly cueWords: ReadonlySet<number>;
  readonly lexicon: Lexicon;
  /** Title and name of the person that a word belongs to; null where it belongs to none. */
  readonly nameAround: (word: number) => WordRange | null;
  /** Cues that continue another cue rather than its content, by word, with the source that they share with it. */
  readonly continuing: ReadonlyMap<number, number>;
}
