import { nameAround, type Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import type { Context } from "./content-context.js";
import { continuations } from "./continuation.js";
import { type CueCandidate, cueCandidates, openCues } from "./cues/index.js";
import { type Sight, sightOf } from "./judge/index.js";
import { type Proposals, proposalsOf } from "./proposals.js";

/** All that may be a statement of a story, before anything is decided. */
export interface Candidates {
  readonly sight: Sight;
  /** One entry a cue, in text order. */
  readonly proposals: readonly Proposals[];
}

/** What may be a cue: by the tables, and by its place in the tree alone. */
export interface Cues {
  readonly sight: Sight;
  readonly listed: readonly CueCandidate[];
  readonly open: readonly CueCandidate[];
}

export function cuesOf({ syntax, quotationsAt, knowledge: { lexicon } }: Reading): Cues {
  const listed = cueCandidates(syntax, lexicon, quotationsAt);
  return {
    sight: sightOf(syntax, quotationsAt, lexicon, new Set(listed.map(({ word }) => word))),
    listed,
    open: openCues(syntax, lexicon, quotationsAt, listed),
  };
}

/** Cues with every content that each may have. `admits` says which of the open ones are worth a look. */
export function candidatesOf(
  { syntax, quotationsAt, knowledge: { lexicon, judge } }: Reading,
  referents: Referents,
  { sight, listed, open }: Cues,
  admits: (cue: CueCandidate) => boolean = (cue) => judge.admits(sight, cue),
): Candidates {
  const alone: Context = {
    syntax,
    quotations: [],
    cueWords: sight.cueWords,
    lexicon,
    nameAround: (word) => nameAround(referents, word),
    continuing: new Map(),
  };
  const context: Context = { ...alone, continuing: continuations(alone, listed) };
  const cues = [...listed, ...open.filter(admits)].sort((a, b) => a.word - b.word);
  return {
    sight,
    proposals: cues.map((cue) =>
      proposalsOf({ ...context, quotations: quotationsAt(cue.word) }, { ...cue, source: context.continuing.get(cue.word) ?? cue.source }),
    ),
  };
}
