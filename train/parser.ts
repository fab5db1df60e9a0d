import {
  bestRelation,
  fillLabellerAtoms,
  fillParserAtoms,
  LABELLER_BITS,
  LEFT,
  labellerAtoms,
  labellerTemplates,
  PARSER_BITS,
  ParseState,
  packParser,
  parserAtoms,
  parserTemplates,
  RIGHT,
  ROOT_RELATION,
  SHIFT,
  SureRelations,
  type TaggedWords,
  tagOf,
  unpackParser,
} from "../src/language/engine/index.js";
import { DEPREL, type Doc } from "../src/language/index.js";
import { type BeamSettings, trainBeam } from "./beam.js";
import { actionCosts } from "./oracle.js";
import { Perceptron, quantise } from "./perceptron.js";
import { Random } from "./random.js";

/** From the second epoch on, the parser follows its own mistake this often, to learn what to do after one. */
const EXPLORE = 0.9;

/** A pair of tags names its relation if it is seen this often, and with that relation in this part of its uses. */
const SURE_SEEN = 30;
const SURE_SHARE = 0.98;

export interface ParserSettings {
  readonly epochs: number;
  /** One run of training each; their weights are added up. */
  readonly seeds: readonly number[];
  /** Steps of a whole-number weight to 1, and the fewest that are kept; for the table of actions and for that of relations. */
  readonly perUnit: number;
  readonly least: number;
  /** The training for search by beam, which goes on from there. */
  readonly beam: BeamSettings;
}

/** Trains a parser and its labeller on a treebank, with tags that a tagger gave that has not seen the sentence, and gives their packed model. */
export function trainParser(doc: Doc, words: TaggedWords, settings: ParserSettings): Uint8Array {
  const { pairs, named } = trainGreedy(doc, words, settings);
  const relations = { bits: LABELLER_BITS, labels: DEPREL.length, dense: named };
  const sure = sureRelations(doc, words);
  const namer = unpackParser(packParser({ bits: PARSER_BITS, dense: pairs }, relations, sure));
  const searched = trainBeam(doc, words, pairs, namer, settings.beam);
  return packParser({ bits: PARSER_BITS, dense: quantise(searched, 1, settings.beam.least) }, relations, sure);
}

/** The relations that tags alone name in nearly all arcs of a treebank. */
function sureRelations({ length, head, deprel }: Doc, { upos, xpos }: TaggedWords): SureRelations {
  const counts = new Map<string, Map<number, number>>();
  for (let word = 0; word < length; word++) {
    if (head[word] < 0) continue;
    const key = `${tagOf(upos[word], xpos[word])} ${upos[head[word]]} ${word > head[word] ? 1 : 0}`;
    const ofKey = counts.get(key) ?? new Map<number, number>();
    ofKey.set(deprel[word], (ofKey.get(deprel[word]) ?? 0) + 1);
    counts.set(key, ofKey);
  }
  return SureRelations.from(
    [...counts].flatMap(([key, ofKey]) => {
      const [tag, headUpos, right] = key.split(" ").map(Number);
      const seen = [...ofKey.values()].reduce((a, b) => a + b);
      const [relation, times] = [...ofKey].reduce((a, b) => (b[1] > a[1] ? b : a));
      return seen >= SURE_SEEN && times >= seen * SURE_SHARE ? [{ tag, upos: headUpos, right: right === 1, relation }] : [];
    }),
  );
}

/** Trains both tables step by step, one parse at a time: (left, right) a row for actions, and a row's weights for all relations. */
function trainGreedy(doc: Doc, words: TaggedWords, settings: ParserSettings): { readonly pairs: Int32Array; readonly named: Int32Array } {
  const actionSum = new Float32Array((1 << PARSER_BITS) * 3);
  const relationSum = new Float32Array((1 << LABELLER_BITS) * DEPREL.length);
  for (const seed of settings.seeds) {
    const run = new Run(doc, words, new Random(seed));
    for (let epoch = 0; epoch < settings.epochs; epoch++) run.epoch(epoch > 0 ? EXPLORE : 0);
    run.actions.addAverage(actionSum);
    run.relations.addAverage(relationSum);
  }
  const pairs = new Float32Array((1 << PARSER_BITS) * 2);
  for (let row = 0; row < 1 << PARSER_BITS; row++) {
    // The three weights of a row sum to zero (see ActionWeights): the third, shift's, is left out.
    pairs[row * 2] = (actionSum[row * 3 + LEFT] as number) / settings.seeds.length;
    pairs[row * 2 + 1] = (actionSum[row * 3 + RIGHT] as number) / settings.seeds.length;
  }
  for (let i = 0; i < relationSum.length; i++) relationSum[i] /= settings.seeds.length;
  const { perUnit, least } = settings;
  return { pairs: quantise(pairs, perUnit, least), named: quantise(relationSum, perUnit, least) };
}

/** One run of training: both perceptrons and the scratch arrays of a step. */
class Run {
  readonly actions = new Perceptron(PARSER_BITS, 3);
  readonly relations = new Perceptron(LABELLER_BITS, DEPREL.length);
  private readonly state = new ParseState();
  private readonly order: Uint32Array;
  private readonly atoms = parserAtoms();
  private readonly rows = new Int32Array(parserTemplates.count);
  private readonly scores = new Int32Array(3);
  private readonly costs = new Float64Array(3);
  private readonly arcAtoms = labellerAtoms();
  private readonly arcRows = new Int32Array(labellerTemplates.count);
  private readonly arcScores = new Int32Array(DEPREL.length);
  private first = 0;
  private gold = new Int32Array(0);

  constructor(
    private readonly doc: Doc,
    private readonly words: TaggedWords,
    private readonly random: Random,
  ) {
    this.order = Uint32Array.from({ length: doc.sentences.length - 1 }, (_, sentence) => sentence);
  }

  epoch(explore: number): void {
    const { doc, state } = this;
    this.random.shuffle(this.order);
    for (const sentence of this.order) {
      this.first = doc.sentences[sentence];
      const behind = doc.sentences[sentence + 1];
      this.gold = Int32Array.from(doc.head.subarray(this.first, behind), (head) => (head < 0 ? behind : head) - this.first);
      state.begin(this.words, this.first, behind);
      while (!state.done) this.step(explore);
      this.actions.tick();
      this.relations.tick();
    }
  }

  private step(explore: number): void {
    const { state } = this;
    if (state.size === 0) state.shift();
    else if (state.front === state.length) this.take(state.size > 1 ? RIGHT : LEFT);
    else this.take(this.choose(explore));
  }

  /** The action to take where there is a choice, having learned from the one that the weights would take. */
  private choose(explore: number): number {
    const { state, costs, scores, actions } = this;
    actionCosts(state, this.gold, costs);
    fillParserAtoms(this.atoms, state);
    parserTemplates.rowsOf(this.atoms, this.rows);
    actions.score(this.rows, parserTemplates.count, scores);
    const least = Math.min(costs[LEFT], costs[RIGHT], costs[SHIFT]);
    // Ties as the parser breaks them: shift, left, right.
    let predicted = SHIFT;
    if (scores[LEFT] > scores[predicted]) predicted = LEFT;
    if (costs[RIGHT] < Infinity && scores[RIGHT] > scores[predicted]) predicted = RIGHT;
    if (costs[predicted] === least) return predicted;
    let best = -1;
    for (const action of [SHIFT, LEFT, RIGHT]) if (costs[action] === least && (best < 0 || scores[action] > scores[best])) best = action;
    actions.add(this.rows, parserTemplates.count, best, 1);
    actions.add(this.rows, parserTemplates.count, predicted, -1);
    return explore > 0 && this.random.next() < explore ? predicted : best;
  }

  private take(action: number): void {
    const { state } = this;
    if (action === SHIFT) {
      state.shift();
      return;
    }
    const dependent = state.stack[state.size - 1];
    const head = action === LEFT ? state.front : state.stack[state.size - 2];
    const relation = head === state.length ? ROOT_RELATION : this.relation(dependent, head);
    if (action === LEFT) state.leftArc(relation);
    else state.rightArc(relation);
  }

  /** Names an arc, and learns from it where the arc is right: that of a wrong one has no right name. */
  private relation(dependent: number, head: number): number {
    const { arcRows, arcScores, relations } = this;
    fillLabellerAtoms(this.arcAtoms, this.state, dependent, head);
    labellerTemplates.rowsOf(this.arcAtoms, arcRows);
    relations.score(arcRows, labellerTemplates.count, arcScores);
    const predicted = bestRelation(arcScores);
    if (this.gold[dependent] !== head) return predicted;
    const gold = this.doc.deprel[this.first + dependent];
    if (predicted !== gold) {
      relations.add(arcRows, labellerTemplates.count, gold, 1);
      relations.add(arcRows, labellerTemplates.count, predicted, -1);
    }
    return predicted;
  }
}
