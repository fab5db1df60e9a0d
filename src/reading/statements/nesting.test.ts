import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverage, parentsOf } from "./nesting.js";

const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })).map(([start, length]) => ({ start, end: start + length }));

describe("coverage", () => {
  it("finds what a look at every span finds", () => {
    fc.assert(
      fc.property(fc.array(span), span, (spans, inner) => {
        expect(coverage(spans)(inner)).toBe(spans.some(({ start, end }) => start <= inner.start && inner.end <= end));
      }),
    );
  });
});

describe("parentsOf", () => {
  const stated = (cue: [number, number], ...content: [number, number][]) => ({
    cueSpan: { start: cue[0], end: cue[1] },
    content: content.map(([start, end]) => ({ start, end })),
  });

  it("gives the smallest that holds the cue", () => {
    const outer = stated([0, 4], [5, 90]);
    const middle = stated([10, 14], [15, 60]);
    const inner = stated([20, 24], [25, 40]);
    expect(parentsOf([outer, middle, inner])).toEqual([-1, 0, 1]);
  });

  it("gives none to one whose content is as large as what holds it", () => {
    expect(parentsOf([stated([10, 14], [0, 9]), stated([2, 4], [5, 14])])).toEqual([-1, -1]);
  });

  it("never makes a ring", () => {
    const one = fc.tuple(span, fc.array(span, { minLength: 1, maxLength: 3 })).map(([cueSpan, content]) => ({ cueSpan, content }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (all) => {
        const parents = parentsOf(all);
        for (let i = 0; i < all.length; i++) {
          let steps = 0;
          for (let at = i; at >= 0; at = parents[at]) expect(++steps).toBeLessThanOrEqual(all.length);
        }
      }),
    );
  });
});
