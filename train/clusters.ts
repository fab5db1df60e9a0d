import { Clusters, formsOf } from "../src/language/engine/index.js";
import { kMeans, normalise, type Points } from "./k-means.js";
import { Random } from "./random.js";
import type { WordVectors } from "./vectors.js";

export interface ClusterSettings {
  /** Clusters of the three grains; `fine` is met to within a tenth. */
  readonly coarse: number;
  readonly middle: number;
  readonly fine: number;
  readonly rounds: number;
  readonly seed: number;
}

/**
 * Clusters words by the directions of their vectors, less the mean of words as frequent: what is
 * common to these says how frequent they are, not what they mean, and would put all frequent words together. The middle
 * grain is clustered first; its centres are clustered to the coarse grain, and each of its clusters is split into fine ones, as many as it is large.
 */
export function makeClusters({ words, vectors }: WordVectors, { coarse, middle, fine, rounds, seed }: ClusterSettings): Clusters {
  const points = centred(vectors);
  const random = new Random(seed);
  const middles = kMeans(points, middle, rounds, random);
  const coarses = kMeans(middles.centres, coarse, rounds, random);
  const coarseOf = Uint16Array.from([0, ...Array.from(coarses.clusterOf, (cluster) => cluster + 1)]);

  const middleOf = [0];
  const fineOf = new Uint16Array(points.count);
  for (let cluster = 0; cluster < middles.centres.count; cluster++) {
    const members: number[] = [];
    for (let point = 0; point < points.count; point++) if (middles.clusterOf[point] === cluster) members.push(point);
    if (members.length === 0) continue;
    const parts = kMeans(pick(points, members), Math.max(1, Math.round((members.length * fine) / points.count)), rounds, random);
    members.forEach((point, index) => {
      fineOf[point] = middleOf.length + parts.clusterOf[index];
    });
    for (let part = 0; part < parts.centres.count; part++) middleOf.push(cluster + 1);
  }

  const { form } = formsOf({
    text: words.join(" "),
    length: words.length,
    start: startsOf(words),
    end: startsOf(words).map((start, index) => start + (words[index] as string).length),
    joined: new Uint8Array(words.length),
    sentences: Uint32Array.of(0, words.length),
    blockOf: new Uint32Array(1),
  });
  // Words that fold to one form (numbers, mostly) are one: the most frequent of them.
  const firstOf = new Map<number, number>();
  form.forEach((hash, word) => {
    if (!firstOf.has(hash)) firstOf.set(hash, word);
  });
  const firsts = [...firstOf.values()];
  return new Clusters(
    Int32Array.from(firsts, (word) => form[word]),
    Uint16Array.from(firsts, (word) => fineOf[word]),
    Uint16Array.from(middleOf),
    coarseOf,
  );
}

/** The points less the mean of their band of frequency (ranks up to 500, 1,000, 2,000 and so on), each of length 1. */
function centred({ count, dimensions, values }: Points): Points {
  const points = { count, dimensions, values: Float32Array.from(values) };
  for (let from = 0, behind = Math.min(500, count); from < count; from = behind, behind = Math.min(2 * behind, count)) {
    const mean = new Float64Array(dimensions);
    for (let at = from * dimensions; at < behind * dimensions; at++) mean[at % dimensions] += values[at] / (behind - from);
    for (let at = from * dimensions; at < behind * dimensions; at++) points.values[at] -= mean[at % dimensions];
  }
  normalise(points);
  return points;
}

function pick({ dimensions, values }: Points, members: readonly number[]): Points {
  const picked = new Float32Array(members.length * dimensions);
  members.forEach((point, index) => {
    picked.set(values.subarray(point * dimensions, (point + 1) * dimensions), index * dimensions);
  });
  return { count: members.length, dimensions, values: picked };
}

/** Where each word starts in a text of all of them joined by spaces. */
function startsOf(words: readonly string[]): Uint32Array {
  let at = 0;
  return Uint32Array.from(words, (word) => {
    at += word.length + 1;
    return at - word.length - 1;
  });
}
