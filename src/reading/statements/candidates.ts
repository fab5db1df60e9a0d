import { nameAround, type Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import type { Context } from "./content-context.js";
import { continuations } from "./continuation.js";
import { cueCandidates } from "./cues/index.js";
import { type Sight, sightOf } from "./judge/index.js";
import { type Proposals, proposalsOf } from "./proposals.js";

/** All that may be a statement of a story, before anything is decided. */
export interface Candidates {
  readonly sight: Sight;
  /** One entry a cue, in text order. */
  readonly proposals: readonly Proposals[];
}

/** Cues with every content that each may have. */
export function candidatesOf({ syntax, quotationsAt, knowledge: { lexicon } }: Reading, referents: Referents): Candidates {
  const cues = cueCandidates(syntax, lexicon, quotationsAt);
  const cueWords = new Set(cues.map(({ word }) => word));
  const alone: Context = {
    syntax,
    quotations: [],
    cueWords,
    lexicon,
    nameAround: (word) => nameAround(referents, word),
    continuing: new Map(),
  };
  const context: Context = { ...alone, continuing: continuations(alone, cues) };
  return {
    sight: sightOf(syntax, quotationsAt, lexicon, cueWords),
    proposals: cues.map((cue) =>
      proposalsOf({ ...context, quotations: quotationsAt(cue.word) }, { ...cue, source: context.continuing.get(cue.word) ?? cue.source }),
    ),
  };
}
