import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "./layers.js";
import { segmentsOf } from "./segments.js";

const entry = (id: string, start: number, end: number): Entry => ({ id, layer: "events", spans: [{ start, end }] });

describe("segments", () => {
  it("are cut where annotations begin and end, the longest first", () => {
    const said = entry("said", 4, 20);
    const shelled = entry("shelled", 8, 12);
    expect(segmentsOf(0, 24, [shelled, said]).map(({ start, end, entries }) => [start, end, entries.map(({ id }) => id)])).toEqual([
      [0, 4, []],
      [4, 8, ["said"]],
      [8, 12, ["said", "shelled"]],
      [12, 20, ["said"]],
      [20, 24, []],
    ]);
  });

  it("cover the text once, in order, whatever the annotations", () => {
    const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })).map(([start, length]) => ({ start, end: start + length }));
    const entries = fc.array(
      fc.record({ id: fc.string(), layer: fc.constant("events" as const), spans: fc.array(span, { minLength: 1, maxLength: 3 }) }),
    );
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 40 }), entries, (start, length, all) => {
        const segments = segmentsOf(start, start + length, all);
        expect(segments[0].start).toBe(start);
        expect(segments.at(-1)?.end).toBe(start + length);
        for (const [i, { end }] of segments.slice(0, -1).entries()) expect(segments[i + 1].start).toBe(end);
        for (const { start: from, end, entries: holding } of segments) {
          const expected = all.filter(({ spans }) => spans.some((one) => one.start <= from && one.end >= end));
          expect(new Set(holding)).toEqual(new Set(expected));
        }
      }),
    );
  });
});
