import { sentenceOf, spanOf, uposOf, wordAt, wordsOf } from "../src/language/index.js";
import type { Span } from "../src/model/index.js";
import type { Reading } from "../src/reading/reading.js";
import type { Candidates } from "../src/reading/statements/candidates.js";
import { cueRows, endRows, groupRows, JUDGE_BITS, ODDS, Rows, STEPS, stepOf } from "../src/reading/statements/judge/index.js";
import type { Proposals } from "../src/reading/statements/proposals.js";
import type { GoldAttribution } from "./polnear.js";
import { Random } from "./random.js";

/** One cue with its proposals as rows of weights, and which of them are right. Rows of a proposal: those of its cue, its group and its own. */
export interface Case {
  readonly cue: Int32Array;
  readonly groups: readonly { readonly rows: Int32Array; readonly ends: readonly Int32Array[] }[];
  /** The proposals that fit best, counted over all groups; empty where the cue attributes nothing that is proposed. */
  readonly right: readonly number[];
  /** All that fit well enough to count as found. */
  readonly fitting: readonly number[];
}

export interface JudgeSettings {
  readonly epochs: number;
  readonly rate: number;
  /** Weights are pulled towards zero by this much at each step that touches them. */
  readonly decay: number;
  readonly seed: number;
}

/** Share of words that a proposal and the gold must have in common: PolNeAR's measure, see bench/attribution. */
const OVERLAP = 0.5;

/**
 * What the judge can learn from a story. Cues within the content of an attribution are left out: the corpus annotates only the outermost, so that it
 * does not say whether they attribute.
 */
export function casesOf({ doc }: Reading, { sight, proposals }: Candidates, gold: readonly GoldAttribution[]): Case[] {
  const cases: Case[] = [];
  const rows = new Rows();
  const taken = (fill: () => void): Int32Array => {
    fill();
    return rows.take();
  };
  for (const candidate of proposals) {
    const { cue, groups } = candidate;
    if (groups.length === 0) continue;
    const own = spanOf(doc, cue.word);
    const holds = (spans: readonly Span[]): boolean => spans.some(({ start, end }) => start <= own.start && own.end <= end);
    const meant = gold.filter((attribution) => holds(attribution.cue));
    if (meant.length === 0 && gold.some((attribution) => holds(attribution.content))) continue;
    cases.push({
      cue: taken(() => cueRows(sight, cue, rows)),
      groups: groups.map((group) => ({
        rows: taken(() => groupRows(sight, cue, group, rows)),
        ends: group.proposals.map((proposal, i) => taken(() => endRows(sight, cue, group, proposal, i === 0, rows))),
      })),
      ...rightOf(doc, candidate, meant),
    });
  }
  return cases;
}

/** The proposals that fit an attribution best, if any fits well enough. */
function rightOf(doc: Reading["doc"], { cue, groups }: Proposals, meant: readonly GoldAttribution[]): Pick<Case, "right" | "fitting"> {
  if (meant.length === 0) return { right: [], fitting: [] };
  const all = groups.flatMap((group) => group.proposals.map(({ spans }) => wordsIn(doc, spans)));
  const { first, last } = wordsOf(doc, sentenceOf(doc, cue.word));
  const reach = new Set<number>(all.flatMap((words) => [...words]));
  for (let word = first; word <= last; word++) reach.add(word);
  // Quotations that carry on further down are joined later, whatever the judge says.
  const wanted = meant.map(({ content }) => new Set([...wordsIn(doc, content)].filter((word) => reach.has(word))));
  const fits = all.map((words) => Math.max(...wanted.map((gold) => jaccard(words, gold))));
  const best = Math.max(...fits);
  const atLeast = (least: number): number[] => fits.flatMap((fit, i) => (fit >= Math.max(OVERLAP, least) ? [i] : []));
  return { right: atLeast(best - 1e-9), fitting: atLeast(OVERLAP) };
}

function wordsIn(doc: Reading["doc"], spans: readonly Span[]): Set<number> {
  const words = new Set<number>();
  for (const { start, end } of spans)
    for (let word = wordAt(doc, start); word < doc.length && doc.start[word] < end; word++)
      if (uposOf(doc, word) !== "PUNCT") words.add(word);
  return words;
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
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

/** A case that a judge has not learned from, judged by it. */
interface Trial {
  readonly odds: number;
  /** Whether its likeliest proposal fits an attribution. */
  readonly fits: boolean;
}

/** Judges each article's cases by weights that were made of the other folds, and gives how often that is right at each step of the odds. */
export function calibrate(
  articles: readonly (readonly Case[])[],
  folds: number,
  settings: JudgeSettings,
): { readonly percent: number[]; readonly report: string } {
  const trials: Trial[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const weights = trainJudge(articles.filter((_, i) => i % folds !== fold).flat(), settings);
    for (const unseen of articles.filter((_, i) => i % folds === fold).flat()) trials.push(trialOf(unseen, weights));
  }
  const steps = ODDS.map((_, step) => trials.filter(({ odds }) => stepOf(odds) === step));
  const rightIn = (some: readonly Trial[]): number => some.filter(({ fits }) => fits).length;
  // Surer is never less right: a step that is, by chance, takes the share of the one below.
  let least = 0;
  const percent = steps.map((some) => {
    least = Math.max(least, some.length === 0 ? 0 : Math.round((100 * rightIn(some)) / some.length));
    return least;
  });
  const lines = steps.map((some, step) => `odds from ${ODDS[step]}: ${some.length} cues, ${percent[step]} % right`);
  return { percent, report: lines.join("\n") };
}

function trialOf(unseen: Case, weights: Int32Array): Trial {
  const chances = chancesOf(unseen, weights, STEPS);
  let best = 0;
  for (const [i, chance] of chances.entries()) if (chance > chances[best]) best = i;
  return { odds: chances.reduce((sum, chance) => sum + chance, 0), fits: unseen.fitting.includes(best) };
}
