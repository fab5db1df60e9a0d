/** With what settings the weights in `models/` are made. */
export const SETTINGS = {
  /** Of the most frequent words of the vectors. */
  clusters: { words: 100_000, coarse: 64, middle: 512, fine: 2000, rounds: 15, seed: 1 },
  tagger: { epochs: 6, seeds: [1, 2, 3], perUnit: 8, least: 3 },
  /** Taggers of the jackknife: as many folds, each trained once. */
  folds: 4,
  jackknife: { epochs: 4, seeds: [1], perUnit: 8, least: 1 },
  parser: { epochs: 5, seeds: [1, 2, 3], perUnit: 8, least: 4, beam: { epochs: 5, seeds: [1, 2, 3, 4], width: 8, step: 2, least: 3 } },
  names: { epochs: 4, seeds: [1, 2, 3], rate: 0.05, eager: 0.25, perUnit: 128, least: 1 },
  coref: { epochs: 8, rounds: 2, rate: 0.1, decay: 0.2, least: 3, seed: 1 },
  /** Every which document of the silver chains is used. */
  corefSilverEvery: 8,
  /** Every which document of the silver names is used: with more of them, names follow the silver's habits rather than the gold's. */
  silverEvery: 4,
  silverTrust: 0.5,
  /** Of the judge of statements; its confidence is measured with as many folds. */
  statements: { epochs: 8, rate: 0.02, decay: 1e-3, seed: 1 },
  statementFolds: 5,
};
