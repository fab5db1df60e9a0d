import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Clusters, unpackClusters } from "./clusters.js";
import { MODEL_FILES } from "./engine.js";
import { hashText } from "./templates.js";

/** Two coarse clusters: places (cities, states) and the rest. */
const clusters = new Clusters(
  Int32Array.of(hashText("oslo"), hashText("bergen"), hashText("norway"), hashText("said")),
  Uint16Array.of(1, 2, 3, 4),
  Uint16Array.of(0, 1, 1, 2, 3),
  Uint16Array.of(0, 1, 1, 2),
);

test.each([
  ["oslo", { coarse: 1, middle: 1, fine: 1 }],
  ["bergen", { coarse: 1, middle: 1, fine: 2 }],
  ["norway", { coarse: 1, middle: 2, fine: 3 }],
  ["said", { coarse: 2, middle: 3, fine: 4 }],
  ["tromsø", { coarse: 0, middle: 0, fine: 0 }],
])("%s", (word, ids) => {
  expect(clusters.clusterOf(hashText(word))).toEqual(ids);
  const { coarse, middle, fine } = clusters.of(Int32Array.of(hashText(word)));
  expect({ coarse: coarse[0], middle: middle[0], fine: fine[0] }).toEqual(ids);
});

test("any clusters read back as they were packed", () => {
  const words = fc.uniqueArray(fc.integer({ min: -0x80000000, max: 0x7fffffff }), { maxLength: 200 });
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 1, max: 3000 }),
      fc.array(fc.integer({ min: -0x80000000, max: 0x7fffffff })),
      (forms, fine, others) => {
        const known = new Clusters(
          Int32Array.from(forms),
          Uint16Array.from(forms, (_, index) => 1 + (index % fine)),
          Uint16Array.from({ length: fine + 1 }, (_, cluster) => Math.ceil(cluster / 4)),
          Uint16Array.from({ length: fine + 1 }, (_, cluster) => Math.ceil(cluster / 8)),
        );
        const again = unpackClusters(known.pack());
        expect(again.size).toBe(forms.length);
        for (const form of [...forms, ...others]) expect(again.clusterOf(form)).toEqual(known.clusterOf(form));
      },
    ),
    { numRuns: 50 },
  );
});

test("the packaged clusters put like with like", () => {
  const packaged = unpackClusters(readFileSync(MODEL_FILES.clusters));
  const alike = (grain: "coarse" | "middle" | "fine", a: string, b: string): boolean =>
    packaged.clusterOf(hashText(a))[grain] === packaged.clusterOf(hashText(b))[grain];
  expect(packaged.size).toBeGreaterThan(90_000);
  expect(alike("coarse", "tbilisi", "oslo")).toBe(true);
  expect(alike("fine", "iran", "syria")).toBe(true);
  expect(alike("middle", "toyota", "volkswagen")).toBe(true);
  expect(alike("coarse", "tbilisi", "quickly")).toBe(false);
  expect(packaged.clusterOf(hashText("xqzzt")).fine).toBe(0);
});
