import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dated, dateOf, dayOf, lanesOf, ticksOf, windowOf } from "./lanes.js";

const dated = (day: number, ...actors: string[]): Dated => ({
  key: `${day} ${actors}`,
  kind: "event",
  day,
  date: dateOf(day),
  actors,
  words: "shelled",
  hollow: false,
  status: "occurred",
  story: "story_1",
  at: "ev_1",
});

describe("dates on a line", () => {
  it.each([
    ["1970-01-02", 1],
    ["1970-02", 31],
    ["1971", 365],
    ["2027-03-08T10:42", 20_885],
    ["PAST_REF", null],
  ])("puts %s at %s", (date, day) => expect(dayOf(date)).toBe(day));

  it("shows every tick between its ends, not too many", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: 1, max: 60_000 }), (from, length) => {
        const ticks = ticksOf(from, from + length, 8);
        expect(ticks.length).toBeLessThanOrEqual(10);
        for (const { day, date } of ticks) {
          expect(day >= from && day <= from + length).toBe(true);
          expect(dayOf(date)).toBe(day);
        }
      }),
    );
  });
});

describe("lanes", () => {
  it("belong to the actors with the most, each thing on the lanes of all in it", () => {
    const [first, second] = lanesOf([dated(9, "Velmar", "Lunda"), dated(3, "Lunda", "Lunda"), dated(5, "Arven")], 2);
    expect([first.actor, first.items.map(({ day }) => day)]).toEqual(["Lunda", [3, 9]]);
    expect([second.actor, second.items.map(({ day }) => day)]).toEqual(["Arven", [5]]);
  });

  it("are seen where nearly all is, not from a date of long ago", () => {
    const days = [-30_000, ...Array.from({ length: 30 }, (_, i) => 20_800 + i)];
    expect(windowOf(days.map((day) => dated(day, "Lunda")))).toEqual([20_799, 20_829]);
    expect(windowOf([])).toEqual([0, 1]);
  });
});
