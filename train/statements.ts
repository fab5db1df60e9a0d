import { JUDGE_BITS, type JudgeWeights, LEAST, ODDS, STEPS, stepOf } from "../src/reading/statements/judge/index.js";
import { Random } from "./random.js";
import type { Case, GateCase, Judged } from "./statement-cases.js";

export interface JudgeSettings {
  readonly epochs: number;
  readonly rate: number;
  /** Weights are pulled towards zero by this much at each step that touches them. */
  readonly decay: number;
  readonly seed: number;
}

/** Trains the gate: the likelihood that an open cue attributes, by the same kind of steps. */
export function trainGate(cases: readonly GateCase[], { epochs, rate, decay, seed }: JudgeSettings): Int32Array {
  const weights = new Float64Array(1 << JUDGE_BITS);
  const squares = new Float64Array(weights.length).fill(1e-4);
  const random = new Random(seed);
  const order = Uint32Array.from(cases.keys());
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    for (const i of order) {
      const { rows, attributes } = cases[i];
      const total = rows.reduce((sum, row) => sum + weights[row], 0);
      const slope = (attributes ? 1 : 0) - 1 / (1 + Math.exp(-total));
      if (Math.abs(slope) < 1e-4) continue;
      for (const row of rows) {
        const g = slope - decay * weights[row];
        squares[row] += g * g;
        weights[row] += (rate * g) / Math.sqrt(squares[row]);
      }
    }
  }
  return Int32Array.from(weights, (weight) => Math.round(weight * STEPS));
}

/** Trains the judge: the likelihood of the right proposals, or of none, by stochastic steps of a size of their own for each weight (AdaGrad, Duchi 2011). */
export function trainJudge(cases: readonly Case[], { epochs, rate, decay, seed }: JudgeSettings): Int32Array {
  const size = 1 << JUDGE_BITS;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-4);
  const averaged = new Float64Array(size);
  const random = new Random(seed);
  const order = Uint32Array.from(cases.keys());
  const step = (rows: Int32Array, gradient: number): void => {
    for (const row of rows) {
      const g = gradient - decay * weights[row];
      squares[row] += g * g;
      weights[row] += (rate * g) / Math.sqrt(squares[row]);
    }
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    for (const i of order) {
      const { cue, groups, right } = cases[i];
      const chances = chancesOf(cases[i], weights);
      const total = right.reduce((sum, r) => sum + chances[r], 0);
      // The slope of the log likelihood for each proposal's score.
      const slopes = chances.map((chance) => -chance);
      if (right.length > 0) for (const r of right) slopes[r] += total > 1e-12 ? chances[r] / total : 1 / right.length;
      let at = 0;
      let all = 0;
      for (const group of groups) {
        let inGroup = 0;
        for (const end of group.ends) {
          const slope = slopes[at++];
          inGroup += slope;
          if (Math.abs(slope) > 1e-4) step(end, slope);
        }
        all += inGroup;
        if (Math.abs(inGroup) > 1e-4) step(group.rows, inGroup);
      }
      if (Math.abs(all) > 1e-4) step(cue, all);
    }
    if (epoch >= epochs >> 1) for (let row = 0; row < size; row++) averaged[row] += weights[row];
  }
  const rounds = epochs - (epochs >> 1);
  return Int32Array.from(averaged, (sum) => Math.round((sum / rounds) * STEPS));
}

/** Chance of each proposal; what lacks to 1 is that of none. `scale` is how many units of weight make one of log odds. */
export function chancesOf({ cue, groups }: Case, weights: Float64Array | Int32Array, scale = 1): Float64Array {
  const sum = (rows: Int32Array): number => {
    let total = 0;
    for (const row of rows) total += weights[row];
    return total / scale;
  };
  const forCue = sum(cue);
  const scores: number[] = [];
  for (const group of groups) {
    const forGroup = forCue + sum(group.rows);
    for (const end of group.ends) scores.push(forGroup + sum(end));
  }
  const highest = Math.max(0, ...scores);
  const powers = Float64Array.from(scores, (score) => Math.exp(score - highest));
  const norm = powers.reduce((total, power) => total + power, Math.exp(-highest));
  return powers.map((power) => power / norm);
}

/** An article as the judge learns from it. `candidatesOf` gives those of its cues that are in the tables or that `admits` lets through. */
export interface JudgeArticle {
  /** One entry an open cue, null for those of which the corpus says nothing. */
  readonly gate: readonly (GateCase | null)[];
  /** The cases of all cues but the open ones for whose number `admits` says no. */
  cases(admits: (open: number) => boolean): Judged[];
}

/** What the judge weighs, and how often it is right. */
export interface TrainedJudge {
  readonly weights: JudgeWeights;
  /** Percent, one for each of `ODDS`. */
  readonly calibration: number[];
  readonly report: string;
}

/** Weights of gate and judge, with the cases that they were learned from, one entry an article. */
interface Learned {
  readonly weights: JudgeWeights;
  readonly cases: readonly (readonly Judged[])[];
}

/**
 * Trains gate and judge. What the gate lets through of an article is decided by a gate that was made of the other folds, as it will be for articles that it has
 * never seen.
 */
export function learnStatements(articles: readonly JudgeArticle[], folds: number, settings: JudgeSettings): Learned {
  const gateOf = (some: readonly JudgeArticle[]): Int32Array =>
    trainGate(
      some.flatMap(({ gate }) => gate.filter((one) => one !== null)),
      settings,
    );
  const cases: Judged[][] = articles.map(() => []);
  for (let fold = 0; fold < folds; fold++) {
    const gate = gateOf(articles.filter((_, i) => i % folds !== fold));
    for (let i = fold; i < articles.length; i += folds)
      cases[i] = articles[i].cases((open) => {
        const one = articles[i].gate[open];
        return one !== null && one.rows.reduce((sum, row) => sum + gate[row], 0) >= LEAST;
      });
  }
  return { weights: { ...learnJudge(cases, settings), gate: gateOf(articles) }, cases };
}

type JudgeTables = Pick<JudgeWeights, "contents" | "sources">;

function learnJudge(cases: readonly (readonly Judged[])[], settings: JudgeSettings): JudgeTables {
  const all = cases.flat();
  const heard = all.flatMap(({ sources }) => (sources.isKnown ? [sources] : []));
  return { contents: trainJudge(all, settings), sources: trainJudge(heard, settings) };
}

/** Trains gate and judge, and measures on articles that a judge has not seen how often it is right. */
export function trainStatements(articles: readonly JudgeArticle[], folds: number, settings: JudgeSettings): TrainedJudge {
  const { weights, cases } = learnStatements(articles, folds, settings);
  return { weights, ...calibrate(cases, folds, settings) };
}

/** A cue that a judge has not learned from, judged by it: the chance that it gives, and whether what it says is right, source included. */
interface Trial {
  readonly chance: number;
  readonly fits: boolean;
}

/** Judges each article's cases by weights that were made of the other folds, and gives how often that is right at each step of the chance. */
function calibrate(
  cases: readonly (readonly Judged[])[],
  folds: number,
  settings: JudgeSettings,
): Pick<TrainedJudge, "calibration" | "report"> {
  const trials: Trial[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const weights = learnJudge(
      cases.filter((_, i) => i % folds !== fold),
      settings,
    );
    for (const unseen of cases.filter((_, i) => i % folds === fold).flat()) trials.push(trialOf(unseen, weights));
  }
  const steps = ODDS.map((_, step) => trials.filter(({ chance }) => stepOf(chance) === step));
  const rightIn = (some: readonly Trial[]): number => some.filter(({ fits }) => fits).length;
  // Surer is never less right: a step that is, by chance, takes the share of the one below.
  let least = 0;
  const calibration = steps.map((some) => {
    least = Math.max(least, some.length === 0 ? 0 : Math.round((100 * rightIn(some)) / some.length));
    return least;
  });
  const lines = steps.map((some, step) => `chance from ${ODDS[step]}: ${some.length} cues, ${calibration[step]} % right`);
  return { calibration, report: lines.join("\n") };
}

function trialOf(unseen: Judged, { contents, sources }: JudgeTables): Trial {
  const content = likeliest(chancesOf(unseen, contents, STEPS), 0);
  const shares = chancesOf(unseen.sources, sources, STEPS);
  const source = likeliest(shares, 1 - shares.reduce((sum, share) => sum + share, 0));
  const { right, isKnown } = unseen.sources;
  const sourceFits = isKnown && (source.index < 0 ? right.length === 0 : right.includes(source.index));
  return { chance: content.chance * source.chance, fits: unseen.fitting.includes(content.index) && sourceFits };
}

/** The greatest of some chances, and its number: -1 where none is greater than `none`. */
function likeliest(chances: Float64Array, none: number): { readonly index: number; readonly chance: number } {
  let index = -1;
  let best = none;
  for (const [i, chance] of chances.entries())
    if (chance > best) {
      best = chance;
      index = i;
    }
  return { index, chance: best };
}
