import { formOf, sentenceOf, uposOf, wordsOf } from "../../language/index.js";
import { dependents, type Syntax } from "../syntax.js";
import type { CueCandidate } from "./cues/index.js";

/** Ends that are looked at for one beginning, and how far from it. */
const MOST_ENDS = 12;
const FARTHEST = 70;

/**
 * Last words that content which begins at `first` may have, in text order: the sentence's end, the ends of its tree's branches, and the words before
 * commas, dashes, conjunctions and what hangs on the cue rather than on the content. `limit` is an offset that nothing may pass, `known` an end that is
 * proposed already. Of too many the first ones stay, and the farthest.
 */
export function contentEnds(syntax: Syntax, cue: CueCandidate, first: number, head: number, limit: number, known = -1): number[] {
  const { doc, left, right } = syntax;
  let last = Math.min(wordsOf(doc, sentenceOf(doc, first)).last, first + FARTHEST);
  while (last > first && doc.end[last] > limit) last--;
  while (last > first && uposOf(doc, last) === "PUNCT" && !/["”’']/.test(formOf(doc, last))) last--;
  const found = new Set<number>([last]);
  if (head >= first) {
    found.add(right[head]);
    for (const branch of dependents(syntax, head)) if (branch > head && left[branch] > first) found.add(left[branch] - 1);
  }
  for (let word = first + 1; word <= last; word++) if (isJoint(syntax, cue, word)) found.add(word - 1);
  found.delete(known);
  const ends = [...found].filter((end) => end >= first && end <= last && !(cue.word >= first && cue.word <= end)).sort((a, b) => a - b);
  return ends.length <= MOST_ENDS ? ends : [...ends.slice(0, MOST_ENDS - 1), ends[ends.length - 1]];
}

/** Words that open a clause or phrase which the story, not the source, may have added. */
const ADDS = new Set(
  "as while after before when because since but and or amid despite during although though until if unless whereas following which who".split(
    " ",
  ),
);

function isJoint({ doc, left }: Syntax, cue: CueCandidate, word: number): boolean {
  const form = formOf(doc, word);
  if (uposOf(doc, word) === "PUNCT") return /^[,;:—–(]$|^--?$/.test(form);
  if (ADDS.has(form.toLowerCase())) return true;
  // "offered a truce on Monday": a branch of the cue's own, behind the content.
  const branch = doc.head[word];
  return branch >= 0 && left[branch] === word && doc.head[branch] === cue.word;
}
