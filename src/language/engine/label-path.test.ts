import fc from "fast-check";
import { expect, test } from "vitest";
import { LABEL_PAIRS, LabelPath, mayFollow, NAME_LABELS } from "./label-path.js";

interface Word {
  readonly own: readonly number[];
  readonly pairs: readonly number[];
  /** Whether it is scored, or outside whatever its scores. */
  readonly scored: boolean;
}

function bestPath(words: readonly Word[]): number[] {
  const path = new LabelPath();
  path.begin();
  for (const { own, pairs, scored } of words)
    if (scored) path.add(Int32Array.from(own), Int32Array.from(pairs));
    else path.addOutside();
  const labels = new Uint8Array(words.length);
  path.finish(labels, 0);
  return [...labels];
}

const isAllowed = (words: readonly Word[], labels: readonly number[]): boolean =>
  labels.every((label, i) => (words[i]?.scored || label === 0) && mayFollow(label, labels[i - 1] ?? 0));

const scoreOf = (words: readonly Word[], labels: readonly number[]): number =>
  words.reduce((sum, { own, pairs, scored }, i) => {
    const [before, label] = [labels[i - 1] ?? 0, labels[i] as number];
    return scored ? sum + (own[label] as number) + (pairs[before * NAME_LABELS + label] as number) : sum;
  }, 0);

test("no allowed sequence of labels scores higher than the one found", () => {
  const scores = (length: number) => fc.array(fc.integer({ min: -20, max: 20 }), { minLength: length, maxLength: length });
  const word = fc.record({ own: scores(NAME_LABELS), pairs: scores(LABEL_PAIRS), scored: fc.boolean() });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const found = bestPath(words);
      expect(isAllowed(words, found)).toBe(true);
      const best = scoreOf(words, found);
      for (let code = 0; code < NAME_LABELS ** words.length; code++) {
        const labels = words.map((_, i) => Math.floor(code / NAME_LABELS ** i) % NAME_LABELS);
        if (isAllowed(words, labels)) expect(scoreOf(words, labels)).toBeLessThanOrEqual(best);
      }
    }),
    { numRuns: 60 },
  );
});

test("a path may be begun again, and be long", () => {
  const word = { own: [0, 9, 0, 0, 0, 0, 0], pairs: Array.from({ length: LABEL_PAIRS }, () => 0), scored: true };
  const words = Array.from({ length: 500 }, () => word);
  expect(bestPath(words)).toEqual(words.map(() => 1));
});
