import { overlaps } from "../../model/index.js";
import type { Candidate } from "./drafts.js";
import { sizeOf } from "./nesting.js";
import { covers } from "./quoted.js";

/**
 * Two candidates with one content are one statement: the surer stays ("voiced hope that": noun and verb). So are an open cue and another with much the same
 * content. A content that holds its own cue is wrong.
 */
export function withoutCollisions(found: readonly Candidate[]): Candidate[] {
  const sound = found.filter(({ content, cueSpan }) => !content.some((piece) => overlaps(piece, cueSpan)));
  const best = new Map<string, Candidate>();
  for (const candidate of sound) {
    const key = candidate.content.map(({ start, end }) => `${start}-${end}`).join(" ");
    const other = best.get(key);
    if (!other || candidate.odds > other.odds) best.set(key, candidate);
  }
  const surest = new Set(best.values());
  const kept = sound.filter((candidate) => surest.has(candidate));
  return kept.filter(
    (candidate, i) => candidate.cue.listed || !kept.slice(Math.max(0, i - NEAR), i + NEAR + 1).some((other) => yields(candidate, other)),
  );
}

/** Candidates before and behind one in text order among which another cue of the same statement may stand. */
const NEAR = 3;

/** Whether an open cue gives way to another of the same statement: to one that the tables know, to a surer one, to the first of equals. */
function yields(open: Candidate, other: Candidate): boolean {
  if (other === open || !isSame(open, other)) return false;
  return other.cue.listed || other.odds > open.odds || (other.odds === open.odds && other.cue.word < open.cue.word);
}

/** Whether two candidates share half of their content, and neither is said within the other. */
function isSame(a: Candidate, b: Candidate): boolean {
  if (covers(a.content, b.cueSpan) || covers(b.content, a.cueSpan)) return false;
  let shared = 0;
  for (const one of a.content)
    for (const other of b.content) shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return 2 * shared >= sizeOf(a.content) + sizeOf(b.content) - shared;
}
