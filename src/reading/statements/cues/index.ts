import type { Lexicon } from "../../../lexicon/index.js";
import type { Quotation } from "../../quotations.js";
import type { Syntax } from "../../syntax.js";
import { adjectiveCue } from "./adjective.js";
import type { CueCandidate } from "./cue.js";
import { nounCue } from "./noun.js";
import { openCue } from "./open.js";
import { phraseCue } from "./phrase.js";
import { verbCue } from "./verb.js";

export type { CueCandidate, Frame } from "./cue.js";
export { type SourceCandidate, sourceCandidates } from "./sources.js";
export { isUnreal } from "./verb.js";

/** Every verb, noun, adjective and phrase of the doc that the reporting tables know and that somebody may stand behind, in text order. */
export function cueCandidates(syntax: Syntax, lexicon: Lexicon, quotationsAt: (word: number) => readonly Quotation[]): CueCandidate[] {
  const found: CueCandidate[] = [];
  // "in the port's view" is one cue: its noun is no other.
  const inPhrase = new Set<number>();
  for (let word = 0; word < syntax.doc.length; word++) {
    if (inPhrase.has(word)) continue;
    const candidate =
      verbCue(syntax, lexicon, quotationsAt, word) ??
      nounCue(syntax, lexicon, word) ??
      adjectiveCue(syntax, lexicon, word) ??
      phraseCue(syntax, lexicon, word);
    if (!candidate) continue;
    found.push(candidate);
    if (candidate.kind === "phrase") for (const i of candidate.words) inPhrase.add(i);
  }
  return found;
}

/** Every other verb, noun and predicate that may be a cue by its place in the tree, in text order. `listed` are those of the tables. */
export function openCues(
  syntax: Syntax,
  lexicon: Lexicon,
  quotationsAt: (word: number) => readonly Quotation[],
  listed: readonly CueCandidate[],
): CueCandidate[] {
  const taken = new Set(listed.flatMap(({ words }) => words));
  const found: CueCandidate[] = [];
  for (let word = 0; word < syntax.doc.length; word++) {
    const candidate = taken.has(word) ? null : openCue(syntax, lexicon, quotationsAt, word);
    if (candidate) found.push(candidate);
  }
  return found;
}
