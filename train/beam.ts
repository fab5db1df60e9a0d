import {
  type ArcNamer,
  Beam,
  LEFT,
  PARSER_BITS,
  ParseState,
  parserTemplates,
  RIGHT,
  SHIFT,
  type TaggedWords,
} from "../src/language/engine/index.js";
import type { Doc } from "../src/language/index.js";
import { actionCosts } from "./oracle.js";
import { Perceptron } from "./perceptron.js";
import { Random } from "./random.js";

export interface BeamSettings {
  readonly epochs: number;
  readonly seeds: readonly number[];
  /** Parses side by side in training. */
  readonly width: number;
  /** By how much a mistake changes the weights of the two actions not taken, in the model's steps; that of the one taken by twice as much. */
  readonly step: number;
  /** Weights under this many steps are dropped. */
  readonly least: number;
}

/**
 * Trains the weights of a greedy parser further for search by beam: a mistake is what the best parse of the beam has that the gold parse has not, up to where
 * it leads the gold one by most (max-violation; Huang, Fayong and Guo 2012). Arcs are named by `namer`. Sentences that are not
 * projective are left out, for they have no gold parse. `start` and what comes back have (left, right) a row, in steps of the model, the latter not rounded.
 */
export function trainBeam(doc: Doc, words: TaggedWords, start: Int32Array, namer: ArcNamer, settings: BeamSettings): Float32Array {
  const state = new ParseState();
  const sum = new Float32Array(start.length);
  const gold = Array.from({ length: doc.sentences.length - 1 }, (_, sentence) => goldActions(doc, words, sentence, state));
  for (const seed of settings.seeds) {
    const perceptron = new Perceptron(PARSER_BITS, 2, start);
    const beam = new Beam(state, perceptron, namer, settings.width);
    const random = new Random(seed);
    const order = Uint32Array.from(gold.keys());
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      random.shuffle(order);
      for (const sentence of order) {
        const actions = gold[sentence] as Uint8Array;
        if (actions.length === 0) continue;
        state.begin(words, doc.sentences[sentence], doc.sentences[sentence + 1]);
        learn(beam, perceptron, actions, settings.step);
        perceptron.tick();
      }
    }
    perceptron.addAverage(sum);
  }
  for (let i = 0; i < sum.length; i++) sum[i] /= settings.seeds.length;
  return sum;
}

/** The actions that build a sentence's gold tree, arcs as early as they can be made; none where the tree is not projective. */
function goldActions(doc: Doc, words: TaggedWords, sentence: number, state: ParseState): Uint8Array {
  const first = doc.sentences[sentence];
  const behind = doc.sentences[sentence + 1];
  const heads = Int32Array.from(doc.head.subarray(first, behind), (head) => (head < 0 ? behind : head) - first);
  const costs = new Float64Array(3);
  const actions: number[] = [];
  state.begin(words, first, behind);
  while (!state.done) {
    actionCosts(state, heads, costs);
    const action = [LEFT, RIGHT, SHIFT].find((one) => costs[one] === 0);
    if (action === undefined) return new Uint8Array(0);
    if (action === SHIFT) state.shift();
    else if (action === LEFT) state.leftArc(0);
    else state.rightArc(0);
    actions.push(action);
  }
  return Uint8Array.from(actions);
}

/** Searches the sentence that the state was begun with, and learns from where the gold parse is led by most. */
function learn(beam: Beam, perceptron: Perceptron, actions: Uint8Array, step: number): void {
  beam.begin();
  let gold = 0;
  let from = 0;
  let to = 1;
  let most = -1;
  let wrong = 0;
  let right = 0;
  for (const action of actions) {
    const goldBefore = gold;
    const made = beam.made;
    beam.advance(from, to, Infinity);
    from = made;
    to = beam.made;
    gold = -1;
    for (let parse = from; parse < to && gold < 0; parse++)
      if (beam.before(parse) === goldBefore && beam.lastAction(parse) === action) gold = parse;
    // Lost from the beam, it is followed beside it.
    if (gold < 0) gold = beam.extend(goldBefore, action, beam.scoreOf(goldBefore) + beam.weight(goldBefore, action));
    const lead = beam.scoreOf(from) - beam.scoreOf(gold);
    if (gold === from || lead <= most) continue;
    most = lead;
    wrong = from;
    right = gold;
  }
  if (gold === from) return;
  // Both have taken equally many actions, and what they share is at the beginning.
  while (wrong !== right) {
    for (const [parse, amount] of [
      [right, step],
      [wrong, -step],
    ] as const) {
      const before = beam.before(parse);
      if (beam.forced(before) >= 0) continue;
      beam.look(before);
      const action = beam.lastAction(parse);
      // The three weights of a row sum to zero: what an action gains the other two lose. Shift's is not kept.
      for (const one of [LEFT, RIGHT]) perceptron.add(beam.rows, parserTemplates.count, one, one === action ? 2 * amount : -amount);
    }
    right = beam.before(right);
    wrong = beam.before(wrong);
  }
}
