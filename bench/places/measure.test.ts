import { describe, expect, it } from "vitest";
import { ASSERTED, type Place } from "../../src/model/index.js";
import type { GoldStory } from "./gold.js";
import { measure, noCounts, scoreLine } from "./measure.js";

const TEXT = "From Lund to Malmö, in Sweden, and to Oslo University.";
const at = (words: string): { readonly start: number; readonly end: number } => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});
const STORY: GoldStory = {
  name: "x",
  text: TEXT,
  published: null,
  places: [
    { ...at("Lund"), country: "SWE", latitude: 55.7, longitude: 13.2 },
    { ...at("Malmö"), country: "SWE", latitude: 55.6, longitude: 13 },
    { ...at("Sweden"), country: "SWE", latitude: null, longitude: null },
  ],
  optional: [[at("Oslo").start, TEXT.length]],
};
const place = (words: string, over: Partial<Place>): Place => ({
  id: words,
  anchor: [{ ...at(words), exact: words }],
  modality: ASSERTED,
  rule: "test",
  confidence: 1,
  name: words,
  geonameId: null,
  featureCode: "PPL",
  country: "SWE",
  latitude: 55.7,
  longitude: 13.2,
  precision: "city",
  unresolved: null,
  ...over,
});

describe("measure", () => {
  it("counts what was found, where it is and in which state", () => {
    const counts = noCounts();
    const misses = measure(
      STORY,
      [
        place("Lund", { country: "USA", latitude: 45, longitude: -90 }),
        place("Sweden", { featureCode: "PCLI", precision: "country", latitude: 0, longitude: 0 }),
        place("Oslo", {}),
        place("From", {}),
      ],
      counts,
    );
    expect(counts).toEqual({ gold: 3, found: 2, extra: 1, resolved: 2, near: 1, inState: 3, inStateFound: 2, country: 1 });
    expect(misses.map(({ kind, words }) => `${kind}: ${words.match(/\[(.*)\]/)?.[1]}`)).toEqual([
      "wrong place: Lund",
      "not found: Malmö",
      "not a place: From",
    ]);
    expect(scoreLine("x", counts)).toBe(
      "x within-161km 33.3 country 33.3 (of those found 50.0 50.0) precision 66.7 recall 66.7 f1 66.7 (3 places)",
    );
  });

  it("does not take a state for a town in it, nor 162 kilometres for 160", () => {
    const counts = noCounts();
    measure(
      STORY,
      [place("Lund", { featureCode: "PCLI", precision: "country" }), place("Malmö", { latitude: 55.6 + 162 / 111.2, longitude: 13 })],
      counts,
    );
    expect([counts.found, counts.near]).toEqual([2, 0]);
    measure(STORY, [place("Malmö", { latitude: 55.6 + 160 / 111.2, longitude: 13 })], counts);
    expect(counts.near).toBe(1);
  });

  it("says what is not resolved", () => {
    const unresolved = place("Lund", { latitude: null, longitude: null, country: null, unresolved: "2 places" });
    expect(measure(STORY, [unresolved], noCounts()).map(({ kind }) => kind)).toEqual(["unresolved", "not found", "not found"]);
  });
});
