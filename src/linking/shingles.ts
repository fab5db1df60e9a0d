import type { AlignedWord } from "./align.js";
import { stem } from "./fold.js";
import { isFunctionWord } from "./words.js";

/** Content words that stand further apart than this many words make no pair. */
const REACH = 6;
/** Words of a run that is indexed because it holds too few content words for a pair. */
const RUN = 4;

/**
 * The shingles by which a text is found again, each once, as whole numbers below 2³²: every two content words that follow one another
 * (function words between them, up to five, do not count), and every run of four words with one content word at most. So any four words in a row hold
 * a shingle: whoever keeps four words of a quotation together finds it, and a change of "will" to "would" changes no pair. Content
 * words are taken without plural endings. No shingle goes across an ellipsis or into a bracket.
 *
 * Archives hold indexes of these numbers: whoever changes them adds a migration that fills the indexes anew.
 */
export function shinglesOf(words: readonly AlignedWord[]): readonly number[] {
  const found = new Set<number>();
  for (const { from, to } of stretches(words)) addShingles(found, words, from, to);
  return [...found];
}

/** Stretches between ellipses and brackets: what was really said in a row. */
function stretches(words: readonly AlignedWord[]): readonly { readonly from: number; readonly to: number }[] {
  const list: { from: number; to: number }[] = [];
  let from = 0;
  for (let i = 0; i <= words.length; i++) {
    const ends = i === words.length || words[i].bracketed;
    if (!ends && !words[i].gapBefore) continue;
    if (i > from) list.push({ from, to: i });
    from = ends ? i + 1 : i;
  }
  return list;
}

function addShingles(found: Set<number>, words: readonly AlignedWord[], from: number, to: number): void {
  let last = -1;
  // Content words among the last RUN words.
  let inRun = 0;
  for (let i = from; i < to; i++) {
    const isContent = !isFunctionWord(words[i].word);
    if (isContent) inRun++;
    if (i - RUN >= from && !isFunctionWord(words[i - RUN].word)) inRun--;
    if (isContent) {
      if (last >= 0 && i - last <= REACH) found.add(hashOf([stem(words[last].word), stem(words[i].word)]));
      last = i;
    }
    if (i - from + 1 >= RUN && inRun <= 1) found.add(hashOf(words.slice(i - RUN + 1, i + 1).map(({ word }) => word)));
  }
}

/** FNV-1a, 32 bits, over UTF-16 code units, with MurmurHash3's finalizer, so that the smallest numbers are a fair sample of all. */
function hashOf(words: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const word of words) {
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
