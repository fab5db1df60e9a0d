import { Random } from "./random.js";

export interface SoftmaxSettings {
  readonly epochs: number;
  /** Step of AdaGrad (Duchi, Hazan and Singer 2011). */
  readonly rate: number;
  /** How hard weights are pulled to zero at each use, as a share of the step. */
  readonly decay: number;
}

/** One decision: the rows of each choice, and which is right. `weight` says how much it counts. */
export interface Decision {
  /** Indices of the weights that each choice adds up. */
  readonly choices: readonly Int32Array[];
  readonly right: number;
  readonly weight: number;
}

/**
 * Trains a conditional logistic model (a softmax over the choices of each decision) by AdaGrad and gives `size` weights. The same decisions give
 * the same weights.
 */
export function trainSoftmax(decisions: readonly Decision[], size: number, { epochs, rate, decay }: SoftmaxSettings): Float64Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  const order = Uint32Array.from(decisions.keys());
  const random = new Random(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    for (const index of order) {
      const { choices, right, weight } = decisions[index];
      const scores = choices.map((rows) => rows.reduce((sum, row) => sum + weights[row], 0));
      const top = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - top));
      const whole = shares.reduce((a, b) => a + b, 0);
      choices.forEach((rows, choice) => {
        const gradient = weight * (shares[choice] / whole - (choice === right ? 1 : 0));
        if (Math.abs(gradient) < 1e-4) return;
        for (const row of rows) {
          const step = gradient + decay * weights[row];
          squares[row] += step * step;
          weights[row] -= (rate * step) / Math.sqrt(squares[row]);
        }
      });
    }
  }
  return weights;
}

/** Weights as whole numbers, `perUnit` steps to 1; those under `least` steps become zero. */
export const inSteps = (weights: Float64Array, perUnit: number, least: number): Int32Array =>
  Int32Array.from(weights, (weight) => {
    const steps = Math.round(weight * perUnit);
    return Math.abs(steps) < least ? 0 : steps;
  });
