import { LEFT, type ParseState, RIGHT, SHIFT } from "../src/language/engine/index.js";

/** Head of a word whose head is not known: no action costs it anything. */
export const UNKNOWN = -2;

/**
 * How many gold arcs each action puts out of reach (the dynamic oracle of Goldberg and Nivre 2013 for the arc-hybrid system). `gold` has the head of
 * each word of the sentence, the root being `state.length`. An action that is not allowed costs `Infinity`. In a non-projective tree the cost
 * of every action may be above 0; the cheapest is then the best.
 */
export function actionCosts(state: ParseState, gold: Int32Array, costs: Float64Array): void {
  const { stack, size, front, length, head } = state;
  costs[LEFT] = Infinity;
  costs[RIGHT] = Infinity;
  costs[SHIFT] = Infinity;
  if (size > 0) {
    const s0 = stack[size - 1];
    const s1 = size > 1 ? stack[size - 2] : -1;
    const goldHead = gold[s0];
    let lostDependents = 0;
    for (let word = front; word < length; word++) if (gold[word] === s0) lostDependents++;
    // One word only becomes the root: the one that is alone on the stack at the end. What has others below it can no longer be that.
    const ahead = goldHead >= front && (goldHead < length || size === 1);
    costs[LEFT] = lostDependents + ((ahead && goldHead !== front) || (size > 1 && goldHead === s1) ? 1 : 0);
    if (size > 1) costs[RIGHT] = lostDependents + (ahead ? 1 : 0);
  }
  if (front < length) {
    const goldHead = gold[front];
    let lost = 0;
    if (goldHead >= 0 && goldHead < front && head[goldHead] < 0 && goldHead !== stack[size - 1]) lost++;
    if (goldHead === length && size > 0) lost++;
    for (let i = 0; i < size; i++) if (gold[stack[i]] === front) lost++;
    costs[SHIFT] = lost;
  }
}
