import type { Random } from "./random.js";

/** Points of one dimension count each, row by row, all of length 1. */
export interface Points {
  readonly count: number;
  readonly dimensions: number;
  readonly values: Float32Array;
}

export interface Clustering {
  /** The cluster of each point, from 0. */
  readonly clusterOf: Uint32Array;
  /** The mean direction of each cluster's points. */
  readonly centres: Points;
}

/** Makes each row's length 1, in place; rows of zeros stay. */
export function normalise({ count, dimensions, values }: Points): void {
  for (let point = 0; point < count; point++) {
    const base = point * dimensions;
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += values[base + d] * values[base + d];
    if (sum === 0) continue;
    const scale = 1 / Math.sqrt(sum);
    for (let d = 0; d < dimensions; d++) values[base + d] *= scale;
  }
}

/**
 * Spherical k-means (Dhillon and Modha 2001): each point goes to the centre of greatest cosine, each centre becomes its points' mean direction, `rounds` times.
 * It begins with points drawn at random. A cluster that has lost all its points keeps its centre. Ties go to the lower cluster.
 */
export function kMeans(points: Points, clusters: number, rounds: number, random: Random): Clustering {
  const { count, dimensions } = points;
  const k = Math.min(clusters, count);
  const order = Uint32Array.from({ length: count }, (_, point) => point);
  random.shuffle(order);
  const centres: Points = { count: k, dimensions, values: new Float32Array(k * dimensions) };
  for (let c = 0; c < k; c++) {
    const point = order[c] * dimensions;
    centres.values.set(points.values.subarray(point, point + dimensions), c * dimensions);
  }
  const clusterOf = new Uint32Array(count);
  const sums = new Float64Array(k * dimensions);
  for (let round = 0; round < rounds; round++) {
    assign(points, centres, clusterOf);
    sums.fill(0);
    for (let point = 0; point < count; point++)
      for (let d = 0; d < dimensions; d++) sums[clusterOf[point] * dimensions + d] += points.values[point * dimensions + d];
    for (let c = 0; c < k; c++) {
      const sum = sums.subarray(c * dimensions, (c + 1) * dimensions);
      if (sum.some((value) => value !== 0)) centres.values.set(sum, c * dimensions);
    }
    normalise(centres);
  }
  assign(points, centres, clusterOf);
  return { clusterOf, centres };
}

/** Writes the nearest centre of each point. Four centres at a time, so that a point's numbers are read once for all four. */
function assign({ count, dimensions, values }: Points, centres: Points, clusterOf: Uint32Array): void {
  const c = centres.values;
  for (let point = 0; point < count; point++) {
    const base = point * dimensions;
    let best = 0;
    let most = -Infinity;
    let centre = 0;
    for (; centre + 3 < centres.count; centre += 4) {
      const at0 = centre * dimensions;
      const at1 = at0 + dimensions;
      const at2 = at1 + dimensions;
      const at3 = at2 + dimensions;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let d = 0; d < dimensions; d++) {
        const value = values[base + d];
        s0 += value * c[at0 + d];
        s1 += value * c[at1 + d];
        s2 += value * c[at2 + d];
        s3 += value * c[at3 + d];
      }
      if (s0 > most) [most, best] = [s0, centre];
      if (s1 > most) [most, best] = [s1, centre + 1];
      if (s2 > most) [most, best] = [s2, centre + 2];
      if (s3 > most) [most, best] = [s3, centre + 3];
    }
    for (; centre < centres.count; centre++) {
      let sum = 0;
      for (let d = 0; d < dimensions; d++) sum += values[base + d] * c[centre * dimensions + d];
      if (sum > most) [most, best] = [sum, centre];
    }
    clusterOf[point] = best;
  }
}
