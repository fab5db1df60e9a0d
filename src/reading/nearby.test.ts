import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { innermostOf, startingIn, thingsAround, touching } from "./nearby.js";

const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })).map(([start, length]) => ({ start, end: start + length }));
const things = fc.array(fc.array(span, { minLength: 1, maxLength: 3 }), { maxLength: 12 });

describe("what is near a span", () => {
  it("is found as a look at everything finds it", () => {
    fc.assert(
      fc.property(things, span, (all, { start, end }) => {
        const pieces = all.flat().sort((a, b) => a.start - b.start);
        expect(startingIn(pieces, (piece) => piece.start, { start, end })).toEqual(
          pieces.filter((piece) => piece.start >= start && piece.start < end),
        );
        expect(touching(pieces)({ start, end })).toBe(pieces.some((piece) => piece.start < end && piece.end > start));
        const around = [...all.keys()].filter((i) => all[i].some((piece) => piece.start <= start && piece.end >= end));
        expect(thingsAround(all)({ start, end })).toEqual(around);
      }),
    );
  });

  it("is the smallest that holds it", () => {
    const innermost = innermostOf([[{ start: 0, end: 90 }], [{ start: 10, end: 30 }], [{ start: 20, end: 25 }], [{ start: 40, end: 60 }]]);
    expect([12, 21, 50, 70, 95].map((at) => innermost({ start: at, end: at + 1 }))).toEqual([1, 2, 3, 0, -1]);
  });
});
