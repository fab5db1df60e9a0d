import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWeights, writeWeights } from "./weights.js";

describe("weights", () => {
  it("are read as they were written, without zeros", () => {
    const feature = fc.stringMatching(/^[a-z /+0-9]{1,20}$/).filter((name) => name.trim() !== "");
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(feature, fc.integer({ min: -9999, max: 9999 })), { selector: ([name]) => name }), (rows) => {
        const weights = new Map(rows);
        expect(readWeights(writeWeights(weights))).toEqual(new Map(rows.filter(([, weight]) => weight !== 0)));
      }),
    );
  });

  it.each(["distance last", "distance last\tmany", "\t12", "distance last\t1.5"])("names a line that is none: %j", (line) => {
    expect(() => readWeights(`nobody\t12\n${line}\n`)).toThrow(/line 2/);
  });
});
