/**
 * Averaged perceptron over hashed rows (Freund and Schapire 1999; averaging as in Collins 2002). The average is that of the weights after
 * each tick, found from a second table that adds up update × tick.
 */
export class Perceptron {
  private readonly weights: Int32Array;
  private readonly timed: Float64Array;
  private now = 1;

  /** A dense table of `1 << bits` rows × `labels`; training goes on from the weights `start`, or from none. */
  constructor(
    readonly bits: number,
    readonly labels: number,
    start?: Int32Array,
  ) {
    this.weights = start === undefined ? new Int32Array((1 << bits) * labels) : Int32Array.from(start);
    this.timed = new Float64Array((1 << bits) * labels);
  }

  /** Writes the sums of the rows to `scores`, for the labels in `candidates[from … to)` only. */
  scoreCandidates(rows: Int32Array, count: number, candidates: Uint8Array, from: number, to: number, scores: Int32Array): void {
    const { weights, labels } = this;
    for (let c = from; c < to; c++) scores[candidates[c]] = 0;
    for (let i = 0; i < count; i++) {
      const base = rows[i] * labels;
      for (let c = from; c < to; c++) scores[candidates[c]] += weights[base + candidates[c]];
    }
  }

  /** Writes the sums of the rows for all labels to `scores`. */
  score(rows: Int32Array, count: number, scores: Int32Array): void {
    const { weights, labels } = this;
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      const base = rows[i] * labels;
      for (let label = 0; label < labels; label++) scores[label] += weights[base + label];
    }
  }

  /** Adds `amount` to a label's weight in each row. */
  add(rows: Int32Array, count: number, label: number, amount: number): void {
    const { weights, timed, labels, now } = this;
    for (let i = 0; i < count; i++) {
      const at = rows[i] * labels + label;
      weights[at] += amount;
      timed[at] += amount * now;
    }
  }

  /** One step of the clock that the average is taken over; call it once a sentence. */
  tick(): void {
    this.now++;
  }

  /** Adds the averaged weights to `sum`. Several runs added up are an ensemble that costs no more than one. */
  addAverage(sum: Float32Array): void {
    const { weights, timed, now } = this;
    for (let i = 0; i < weights.length; i++) if (timed[i] !== 0 || weights[i] !== 0) sum[i] += weights[i] - timed[i] / now;
  }
}

/**
 * Rounds averaged weights to whole numbers, `perUnit` steps to 1, and drops small ones: those under `least` steps become zero.
 * What is large is never clipped: a few weights are 80 times the median and carry the decision.
 */
export function quantise(weights: Float32Array, perUnit: number, least: number): Int32Array {
  const rounded = new Int32Array(weights.length);
  for (let i = 0; i < weights.length; i++) {
    const steps = Math.round(weights[i] * perUnit);
    if (steps >= least || steps <= -least) rounded[i] = steps;
  }
  return rounded;
}
