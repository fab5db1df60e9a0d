import { formOf, sentenceOf, wordsOf, xposOf } from "../../language/index.js";
import type { Syntax } from "../syntax.js";
import type { Context } from "./content-context.js";
import type { CueCandidate } from "./cues/index.js";

/** Conjunctions that open a condition, by their first word and, where that alone is not enough, their second. */
const CONDITIONS: ReadonlyMap<string, ReadonlySet<string> | null> = new Map([
  ["if", null],
  ["unless", null],
  ["provided", null],
  ["until", null],
  ["on", new Set(["condition"])],
  ["so", new Set(["long"])],
  ["as", new Set(["long"])],
]);

/**
 * Carries content on over what belongs to it but hangs elsewhere in a doubtful tree: a condition ("…, provided that no grain is unloaded"),
 * and the judgement of "dismissed the figures as fantasy". To the end of the sentence, or to the next cue.
 */
export function extended({ syntax, cueWords }: Context, cue: CueCandidate, last: number): number {
  const { doc } = syntax;
  const end = wordsOf(doc, sentenceOf(doc, cue.word)).last;
  const next = formOf(doc, last + 1) === "," ? last + 2 : last + 1;
  if (next >= end) return last;
  const form = formOf(doc, next).toLowerCase();
  const second = CONDITIONS.get(form);
  const isCondition = second === null || second?.has(formOf(doc, next + 1).toLowerCase());
  const isJudgement = form === "as" && cue.frame.takes.has("as") && next === last + 1;
  if (!isCondition && !isJudgement && !goesOn(syntax, next)) return last;
  let to = next;
  while (to < end && !(to > next && (cueWords.has(to) || (isJudgement && formOf(doc, to) === ",")))) to++;
  // A cue at the far end brings its comma or conjunction along: that is not part of the condition.
  return cueWords.has(to) ? last : isJudgement && formOf(doc, to) === "," ? to - 1 : to;
}

/**
 * Whether a conjunction carries on a reported clause: "…, and that …", "…, or whether …", or a verb group without a subject whose auxiliary shows
 * that it is no act of the source's ("…, but would sign nothing").
 */
function goesOn({ doc }: Syntax, conjunction: number): boolean {
  if (!["and", "or", "but", "nor"].includes(formOf(doc, conjunction).toLowerCase())) return false;
  const next = formOf(doc, conjunction + 1).toLowerCase();
  return next === "that" ? xposOf(doc, conjunction + 1) === "IN" : next === "whether" || xposOf(doc, conjunction + 1) === "MD";
}
