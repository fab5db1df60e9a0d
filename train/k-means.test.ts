import fc from "fast-check";
import { expect, test } from "vitest";
import { kMeans, normalise, type Points } from "./k-means.js";
import { Random } from "./random.js";

const points = (...rows: readonly (readonly number[])[]): Points => {
  const made = { count: rows.length, dimensions: rows[0]?.length ?? 0, values: Float32Array.from(rows.flat()) };
  normalise(made);
  return made;
};

test("directions far apart are clusters apart, whatever the lengths", () => {
  const { clusterOf } = kMeans(points([9, 0.1], [1, 0], [0, 1], [0.2, 5], [1, 0.1], [0, 7]), 2, 10, new Random(2));
  expect(clusterOf[0]).toBe(clusterOf[1]);
  expect(clusterOf[0]).toBe(clusterOf[4]);
  expect(clusterOf[2]).toBe(clusterOf[3]);
  expect(clusterOf[2]).toBe(clusterOf[5]);
  expect(clusterOf[0]).not.toBe(clusterOf[2]);
});

test("every point is with the centre nearest to it, and the same seed gives the same clusters", () => {
  const row = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (rows, k) => {
      const all = points(...rows);
      const { clusterOf, centres } = kMeans(all, k, 4, new Random(1));
      expect(kMeans(all, k, 4, new Random(1)).clusterOf).toEqual(clusterOf);
      const cosine = (point: number, centre: number): number =>
        [0, 1, 2].reduce((sum, d) => sum + (all.values[point * 3 + d] as number) * (centres.values[centre * 3 + d] as number), 0);
      for (let point = 0; point < all.count; point++)
        for (let centre = 0; centre < centres.count; centre++)
          expect(cosine(point, centre)).toBeLessThanOrEqual(cosine(point, clusterOf[point] as number) + 1e-6);
    }),
    { numRuns: 50 },
  );
});
