import {
  fillNameAtoms,
  LABEL_PAIRS,
  LabelPath,
  mayBeInName,
  mayFollow,
  NAME_LABELS,
  NAMES_BITS,
  type NameContext,
  nameAtoms,
  nameTemplates,
  PAIRS_BITS,
  pairTemplates,
} from "../src/language/engine/index.js";

/** Differences from gold that are too small to learn from. */
const NEGLIGIBLE = 1e-3;

/** Sizes of the tables of weights, and where those of pairs start. */
const OWN_SIZE = NAME_LABELS << NAMES_BITS;
const SIZE: number = OWN_SIZE + (LABEL_PAIRS << PAIRS_BITS);

/**
 * One run of training of a conditional random field over labels (Lafferty, McCallum and Pereira 2001) by gradient steps, sentence by sentence, ever shorter
 * where a weight has moved much (AdaGrad: Duchi, Hazan and Singer 2011).
 *
 * Each feature has a weight that all corpora share and one for each corpus (Daumé 2007, "Frustratingly easy domain adaptation"). The corpora disagree on what is a
 * name and of what kind; a corpus's own weights take up its habits, and the shared ones, which alone are kept, say what all agree on.
 */
export class NameField {
  /** The shared weights, then those of each corpus; and the sums of the squares of what was added. */
  private readonly weights: Float32Array;
  private readonly squares: Float32Array;
  private readonly atoms = nameAtoms();
  private readonly path = new LabelPath();
  private readonly sentence = new SentenceScores();

  constructor(
    corpora: number,
    private readonly rate: number,
  ) {
    this.weights = new Float32Array(SIZE * (1 + corpora));
    this.squares = new Float32Array(SIZE * (1 + corpora));
  }

  /**
   * Learns the sentence `[first, behind)` of a corpus, its steps times `trust`, and writes the labels that would have been found before to `found`.
   * `gold` holds the right labels.
   */
  learn(context: NameContext, gold: Uint8Array, corpus: number, trust: number, first: number, behind: number, found: Uint8Array): void {
    const { sentence } = this;
    const special = SIZE * (1 + corpus);
    this.score(context, special, first, behind);
    this.findPath(first, found);
    if (!sentence.scored.subarray(0, behind - first).includes(1)) return;
    sentence.marginals();
    const own = new Float64Array(NAME_LABELS);
    const pairs = new Float64Array(LABEL_PAIRS);
    for (let word = 0; word < sentence.length; word++) {
      if (sentence.scored[word] === 0) continue;
      const label = gold[first + word];
      const before = word > 0 && sentence.scored[word - 1] === 1 ? gold[first + word - 1] : 0;
      own.fill(0);
      for (let pair = 0; pair < LABEL_PAIRS; pair++) {
        const gain = (pair === before * NAME_LABELS + label ? 1 : 0) - sentence.chances[word * LABEL_PAIRS + pair];
        pairs[pair] = gain * trust;
        own[pair % NAME_LABELS] += gain * trust;
      }
      this.add(sentence.ownRows, word * nameTemplates.count, nameTemplates.count, own, special);
      this.add(sentence.pairRows, word * pairTemplates.count, pairTemplates.count, pairs, special);
    }
  }

  /** Adds the shared weights to `own` and `pairs`. Several runs added up are an ensemble that costs no more than one. */
  addShared(own: Float32Array, pairs: Float32Array): void {
    for (let i = 0; i < OWN_SIZE; i++) own[i] += this.weights[i];
    for (let i = OWN_SIZE; i < SIZE; i++) pairs[i - OWN_SIZE] += this.weights[i];
  }

  /** Fills `sentence` with rows and scores. Rows are kept as the index of their first weight. */
  private score(context: NameContext, special: number, first: number, behind: number): void {
    const { atoms, sentence, weights } = this;
    sentence.begin(behind - first);
    const { scored, ownRows, pairRows, own, pairs } = sentence;
    const rows = new Int32Array(nameTemplates.count);
    for (let word = 0; word < sentence.length; word++) {
      scored[word] = mayBeInName(context, first + word, first, behind) ? 1 : 0;
      if (scored[word] === 0) continue;
      fillNameAtoms(atoms, context, first + word, first, behind);
      nameTemplates.rowsOf(atoms, rows);
      for (let row = 0; row < nameTemplates.count; row++) {
        const at = rows[row] * NAME_LABELS;
        ownRows[word * nameTemplates.count + row] = at;
        for (let label = 0; label < NAME_LABELS; label++)
          own[word * NAME_LABELS + label] += weights[at + label] + weights[special + at + label];
      }
      pairTemplates.rowsOf(atoms, rows);
      for (let row = 0; row < pairTemplates.count; row++) {
        const at = OWN_SIZE + rows[row] * LABEL_PAIRS;
        pairRows[word * pairTemplates.count + row] = at;
        for (let pair = 0; pair < LABEL_PAIRS; pair++)
          pairs[word * LABEL_PAIRS + pair] += weights[at + pair] + weights[special + at + pair];
      }
    }
  }

  private findPath(first: number, found: Uint8Array): void {
    const { path, sentence } = this;
    path.begin();
    for (let word = 0; word < sentence.length; word++)
      if (sentence.scored[word] === 0) path.addOutside();
      else
        path.add(
          sentence.own.subarray(word * NAME_LABELS, (word + 1) * NAME_LABELS),
          sentence.pairs.subarray(word * LABEL_PAIRS, (word + 1) * LABEL_PAIRS),
        );
    path.finish(found, first);
  }

  private add(rows: Int32Array, from: number, count: number, gains: Float64Array, special: number): void {
    const { weights, squares, rate } = this;
    for (let row = from; row < from + count; row++)
      for (let label = 0; label < gains.length; label++) {
        const gain = gains[label];
        if (gain < NEGLIGIBLE && gain > -NEGLIGIBLE) continue;
        const shared = rows[row] + label;
        squares[shared] += gain * gain;
        weights[shared] += (rate * gain) / Math.sqrt(squares[shared] + 1);
        const own = special + shared;
        squares[own] += gain * gain;
        weights[own] += (rate * gain) / Math.sqrt(squares[own] + 1);
      }
  }
}

/** The scores of a sentence, and the chances that follow from them. Arrays grow with the longest sentence. */
class SentenceScores {
  length = 0;
  /** 1 for a word that may be in a name. */
  scored = new Uint8Array(0);
  ownRows = new Int32Array(0);
  pairRows = new Int32Array(0);
  own = new Float64Array(0);
  pairs = new Float64Array(0);
  /** After `marginals`: the chance of each pair of labels at each word. */
  chances = new Float64Array(0);
  private forward = new Float64Array(0);
  private backward = new Float64Array(0);

  begin(length: number): void {
    this.length = length;
    if (this.scored.length < length) {
      this.scored = new Uint8Array(2 * length);
      this.ownRows = new Int32Array(2 * length * nameTemplates.count);
      this.pairRows = new Int32Array(2 * length * pairTemplates.count);
      this.own = new Float64Array(2 * length * NAME_LABELS);
      this.forward = new Float64Array(2 * length * NAME_LABELS);
      this.backward = new Float64Array(2 * length * NAME_LABELS);
      this.pairs = new Float64Array(2 * length * LABEL_PAIRS);
      this.chances = new Float64Array(2 * length * LABEL_PAIRS);
    }
    this.own.fill(0, 0, length * NAME_LABELS);
    this.pairs.fill(0, 0, length * LABEL_PAIRS);
  }

  /** Forward and backward sums, each word's scaled to 1. */
  marginals(): void {
    const { length, scored, own, pairs, chances, forward, backward } = this;
    for (let word = 0; word < length; word++) {
      const labels = scored[word] === 1 ? NAME_LABELS : 1;
      let most = -Infinity;
      const scoreOf = (before: number, label: number): number =>
        label < labels && mayFollow(label, before)
          ? own[word * NAME_LABELS + label] + pairs[word * LABEL_PAIRS + before * NAME_LABELS + label]
          : -Infinity;
      for (let before = 0; before < NAME_LABELS; before++)
        for (let label = 0; label < labels; label++) most = Math.max(most, scoreOf(before, label));
      for (let before = 0; before < NAME_LABELS; before++)
        for (let label = 0; label < NAME_LABELS; label++)
          chances[word * LABEL_PAIRS + before * NAME_LABELS + label] = Math.exp(scoreOf(before, label) - most);
    }
    for (let word = 0; word < length; word++) {
      for (let label = 0; label < NAME_LABELS; label++) {
        let sum = 0;
        for (let before = 0; before < NAME_LABELS; before++)
          sum += this.chanceBefore(word, before) * chances[word * LABEL_PAIRS + before * NAME_LABELS + label];
        forward[word * NAME_LABELS + label] = sum;
      }
      scale(forward, word * NAME_LABELS, NAME_LABELS);
    }
    backward.fill(1, (length - 1) * NAME_LABELS, length * NAME_LABELS);
    for (let word = length - 2; word >= 0; word--) {
      for (let label = 0; label < NAME_LABELS; label++) {
        let sum = 0;
        for (let after = 0; after < NAME_LABELS; after++)
          sum += chances[(word + 1) * LABEL_PAIRS + label * NAME_LABELS + after] * backward[(word + 1) * NAME_LABELS + after];
        backward[word * NAME_LABELS + label] = sum;
      }
      scale(backward, word * NAME_LABELS, NAME_LABELS);
    }
    for (let word = 0; word < length; word++) {
      for (let before = 0; before < NAME_LABELS; before++)
        for (let label = 0; label < NAME_LABELS; label++)
          chances[word * LABEL_PAIRS + before * NAME_LABELS + label] *=
            this.chanceBefore(word, before) * backward[word * NAME_LABELS + label];
      scale(chances, word * LABEL_PAIRS, LABEL_PAIRS);
    }
  }

  /** The forward sum of the label before a word: outside, before the first. */
  private chanceBefore(word: number, before: number): number {
    if (word > 0) return this.forward[(word - 1) * NAME_LABELS + before];
    return before === 0 ? 1 : 0;
  }
}

/** Makes the numbers `[from, from + count)` add up to 1. */
function scale(values: Float64Array, from: number, count: number): void {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += values[i];
  for (let i = from; i < from + count; i++) values[i] /= sum;
}
