import { createHash } from "node:crypto";
import { type ByteReader, ByteWriter, packModel, signedNumbers, unpackModel, unsignedNumbers } from "../../../language/index.js";
import { type CueCandidate, sourceCandidates } from "../cues/index.js";
import type { Proposal, Proposals } from "../proposals.js";
import { cueRows, endRows, groupRows, type Sight, sourceRows } from "./features.js";
import { JUDGE_BITS, Sum } from "./rows.js";

/** Steps of a weight to one unit of log odds. */
export const STEPS = 64;

/** Log odds, in steps, from which an open cue is looked at: one in twenty is one. */
export const LEAST = -3 * STEPS;

/** What the judge makes of a cue: its likeliest content, and how sure it is that it attributes at all. */
export interface Verdict {
  readonly proposal: Proposal;
  /** Chance that the cue attributes one of the proposals, as the model has it: 0 to 1, not yet checked against how often it was right. */
  readonly odds: number;
  /** Head of the phrase of whoever is on record; -1 for nobody. */
  readonly source: number;
  /** Chance that it attributes this proposal to this source: at most `odds`. */
  readonly chance: number;
  /** How often statements judged like this were right (calibration): 0 to 1, in hundredths. */
  readonly confidence: number;
}

/** Tables of `1 << JUDGE_BITS` whole-number weights. */
export interface JudgeWeights {
  /** Of what a cue attributes. */
  readonly contents: Int32Array;
  /** Of whether an open cue is worth a look. */
  readonly gate: Int32Array;
  /** Of whom it is attributed to. */
  readonly sources: Int32Array;
}

/**
 * Decides whether a cue attributes and which of its proposals: a log-linear model over all proposals and "none", trained on the train part of PolNeAR (see the
 * model's card). Weights are whole numbers and the exponentials are made by multiplication alone, so every machine comes to the same verdict.
 */
export class Judge {
  private readonly sum: Sum;
  private readonly gate: Sum;
  private readonly voice: Sum;

  constructor(
    readonly weights: JudgeWeights,
    /** Share of statements that were right, in percent, one for each of `ODDS`. */
    readonly calibration: readonly number[],
    /** First 16 hexadecimal digits of the SHA-256 of the packed weights. */
    readonly hash: string,
  ) {
    this.sum = new Sum(weights.contents);
    this.gate = new Sum(weights.gate);
    this.voice = new Sum(weights.sources);
  }

  /** Whether an open cue, which no table knows, may attribute anything, by what it is alone. */
  admits(sight: Sight, cue: CueCandidate): boolean {
    cueRows(sight, cue, this.gate);
    return this.gate.take() >= LEAST;
  }

  /** Null where there is no proposal. */
  verdict(sight: Sight, { cue, groups }: Proposals): Verdict | null {
    const { sum } = this;
    let best: Proposal | null = null;
    let highest = Number.NEGATIVE_INFINITY;
    let mass = 0;
    cueRows(sight, cue, sum);
    const forCue = sum.take();
    for (const group of groups) {
      groupRows(sight, cue, group, sum);
      const forGroup = forCue + sum.take();
      for (const [i, proposal] of group.proposals.entries()) {
        endRows(sight, cue, group, proposal, i === 0, sum);
        const total = forGroup + sum.take();
        mass += exponential(total);
        if (total > highest) {
          highest = total;
          best = proposal;
        }
      }
    }
    if (best === null) return null;
    const odds = mass / (1 + mass);
    const { word, share } = this.source(sight, cue, best);
    const chance = (exponential(highest) / (1 + mass)) * share;
    return { proposal: best, source: word, odds, chance, confidence: (this.calibration[stepOf(chance)] ?? 0) / 100 };
  }

  /** The likeliest source of a cue, -1 for nobody, and its share of all. */
  private source(sight: Sight, cue: CueCandidate, proposal: Proposal): { readonly word: number; readonly share: number } {
    let word = -1;
    let highest = 0;
    let mass = 1;
    for (const candidate of sourceCandidates(sight.syntax, sight.lexicon, cue)) {
      sourceRows(sight, cue, proposal, candidate, this.voice);
      const total = this.voice.take();
      mass += exponential(total);
      if (total > highest) {
        highest = total;
        word = candidate.word;
      }
    }
    return { word, share: exponential(highest) / mass };
  }
}

/** Lower bounds of the steps of odds that are calibrated one by one. */
export const ODDS = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995] as const;

/** The step of `ODDS` that odds fall into. */
export const stepOf = (odds: number): number => ODDS.findLastIndex((least) => odds >= least);

const LARGEST = 20 * STEPS;

/** e^(i / STEPS) for i in −LARGEST … LARGEST. Powers by multiplication: unlike Math.exp, that is the same to the last bit everywhere. */
const POWERS = ((): Float64Array => {
  const powers = new Float64Array(2 * LARGEST + 1);
  const step = 1.0157477085866857;
  powers[LARGEST] = 1;
  for (let i = 1; i <= LARGEST; i++) {
    powers[LARGEST + i] = powers[LARGEST + i - 1] * step;
    powers[LARGEST - i] = powers[LARGEST - i + 1] / step;
  }
  return powers;
})();

const exponential = (steps: number): number => POWERS[LARGEST + Math.max(-LARGEST, Math.min(LARGEST, steps))];

/** Packs weights with their calibration. */
export const packJudge = ({ contents, gate, sources }: JudgeWeights, calibration: readonly number[]): Uint8Array =>
  packModel("statements", (out) => {
    out.bytes(Uint8Array.from(calibration));
    for (const table of [contents, gate, sources]) packTable(out, table);
  });

/** Gaps between the weights that are not zero, and those weights. */
function packTable(out: ByteWriter, table: Int32Array): void {
  const gaps = new ByteWriter();
  const values = new ByteWriter();
  let used = 0;
  let next = 0;
  for (const [row, weight] of table.entries()) {
    if (weight === 0) continue;
    gaps.unsigned(row - next);
    values.signed(weight);
    next = row + 1;
    used++;
  }
  out.unsigned(used);
  out.bytes(gaps.finish());
  out.bytes(values.finish());
}

/** Reads what `packJudge` packed. Throws where the bytes are no such model. */
export function unpackJudge(packed: Uint8Array): Judge {
  const from: ByteReader = unpackModel("statements", packed);
  const calibration = [...from.bytes()];
  const [contents, gate, sources] = [unpackTable(from), unpackTable(from), unpackTable(from)];
  return new Judge({ contents, gate, sources }, calibration, createHash("sha256").update(packed).digest("hex").slice(0, 16));
}

function unpackTable(from: ByteReader): Int32Array {
  const used = from.unsigned();
  const gaps = unsignedNumbers(from.bytes(), used);
  const values = signedNumbers(from.bytes(), used);
  const table = new Int32Array(1 << JUDGE_BITS);
  let row = 0;
  for (let i = 0; i < used; i++) {
    row += gaps[i];
    table[row++] = values[i];
  }
  return table;
}
