import fc from "fast-check";
import { expect, test } from "vitest";
import { formsOf, LEFT, ParseState, RIGHT, SHIFT } from "../src/language/engine/index.js";
import type { Words } from "../src/language/index.js";
import { actionCosts, UNKNOWN } from "./oracle.js";

/** A state over `length` words that are all "x". */
function stateOf(length: number): ParseState {
  const words: Words = {
    text: "x ".repeat(length),
    length,
    start: Uint32Array.from({ length }, (_, i) => 2 * i),
    end: Uint32Array.from({ length }, (_, i) => 2 * i + 1),
    joined: new Uint8Array(length),
    sentences: Uint32Array.of(0, length),
    blockOf: new Uint32Array(1),
  };
  const state = new ParseState();
  const none = new Uint16Array(length);
  const tags = new Uint8Array(length);
  state.begin({ forms: formsOf(words), clusters: { coarse: none, middle: none, fine: none }, upos: tags, xpos: tags }, 0, length);
  return state;
}

/** Parses by the cheapest action each time, the `choice`th where several are, and gives the sum of the costs paid. */
function follow(state: ParseState, gold: Int32Array, choices: readonly number[]): number {
  const costs = new Float64Array(3);
  let paid = 0;
  for (let step = 0; !state.done; step++) {
    if (state.front === state.length && state.size > 0) {
      if (state.size > 1) state.rightArc(1);
      else state.leftArc(1);
      continue;
    }
    actionCosts(state, gold, costs);
    const least = Math.min(...costs);
    const cheapest = [LEFT, RIGHT, SHIFT].filter((action) => costs[action] === least);
    const action = cheapest[(choices[step % choices.length] as number) % cheapest.length];
    paid += least;
    if (action === LEFT) state.leftArc(1);
    else if (action === RIGHT) state.rightArc(1);
    else state.shift();
  }
  return paid;
}

/** Heads of a random projective tree over the words `[first, behind)`, hung under `parent`. */
function fill(heads: number[], first: number, behind: number, parent: number, next: () => number): void {
  if (first >= behind) return;
  const root = first + (next() % (behind - first));
  heads[root] = parent;
  for (let from = first; from < root; ) {
    const to = from + 1 + (next() % (root - from));
    fill(heads, from, to, root, next);
    from = to;
  }
  for (let from = root + 1; from < behind; ) {
    const to = from + 1 + (next() % (behind - from));
    fill(heads, from, to, root, next);
    from = to;
  }
}

const projectiveTree = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.array(fc.nat(), { minLength: 40, maxLength: 40 }))
  .map(([length, numbers]) => {
    const heads: number[] = [];
    let at = 0;
    fill(heads, 0, length, length, () => numbers[at++ % numbers.length] as number);
    return Int32Array.from(heads);
  });
const choices = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 30 });

test("the cheapest actions build any projective tree, whichever of them is taken, and cost nothing", () => {
  fc.assert(
    fc.property(projectiveTree, choices, (gold, order) => {
      const state = stateOf(gold.length);
      expect(follow(state, gold, order)).toBe(0);
      expect([...state.head.subarray(0, gold.length)]).toEqual([...gold]);
    }),
    { numRuns: 500 },
  );
});

test("what the cheapest actions cost is what the tree loses, after any beginning", () => {
  fc.assert(
    fc.property(projectiveTree, fc.array(fc.nat({ max: 2 }), { maxLength: 8 }), choices, (gold, beginning, order) => {
      const state = stateOf(gold.length);
      const costs = new Float64Array(3);
      let paid = 0;
      for (const action of beginning) {
        if (state.done || (state.front === state.length && state.size > 0)) break;
        actionCosts(state, gold, costs);
        if (costs[action] === Infinity) continue;
        paid += costs[action] as number;
        if (action === LEFT) state.leftArc(1);
        else if (action === RIGHT) state.rightArc(1);
        else state.shift();
      }
      paid += follow(state, gold, order);
      const lost = gold.filter((head, word) => state.head[word] !== head).length;
      expect(lost).toBe(paid);
    }),
    { numRuns: 500 },
  );
});

test("no action costs anything where no head is known", () => {
  const gold = new Int32Array(6).fill(UNKNOWN);
  expect(follow(stateOf(6), gold, [2, 0, 1])).toBe(0);
});

test("to pass over the head of a waiting word loses it", () => {
  // "the" ← "vote": once "vote" is shifted onto "the", the article cannot become its dependent, nor "vote" the root, with a word below it.
  const state = stateOf(2);
  const gold = Int32Array.of(1, 2);
  state.shift();
  const costs = new Float64Array(3);
  actionCosts(state, gold, costs);
  expect([...costs]).toEqual([0, Number.POSITIVE_INFINITY, 2]);
});
