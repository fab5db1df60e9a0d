import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Gazetteer, type GazetteerRow, packGazetteer } from "./gazetteer.js";

const row = (over: Partial<GazetteerRow>): GazetteerRow => ({
  id: 1,
  name: "Lunda",
  aliases: [],
  country: "SWE",
  region: "27",
  feature: "PPL",
  population: 1000,
  latitude: 55.7,
  longitude: 13.2,
  names: 3,
  ...over,
});
const ROWS = [
  row({ id: 2_693_678, aliases: ["Lundheim", "Londinum"] }),
  row({ id: 77, country: "NOR", region: "", latitude: -12.3456, longitude: -179.9999, population: 0 }),
  row({ id: 0, name: "Skåne", feature: "ADM1", population: 1_400_000, names: 90 }),
];

const found = (gazetteer: Gazetteer, name: string): number[] => {
  const rows: number[] = [];
  gazetteer.find(name, 0, name.length, rows);
  return rows.sort((a, b) => a - b);
};

describe("Gazetteer", () => {
  const gazetteer = new Gazetteer(packGazetteer(ROWS));

  it("finds all places of a name, and says which have it as another name", () => {
    expect(found(gazetteer, "Lunda")).toEqual([0, 1]);
    expect(found(gazetteer, "skane")).toEqual([2]);
    expect(found(gazetteer, "Londinum")).toEqual([~0]);
    expect(found(gazetteer, "Lund")).toEqual([]);
    expect([gazetteer.has("In LUNDA", 3, 8), gazetteer.has("In LUNDA", 0, 8)]).toEqual([true, false]);
  });

  it("gives back what was packed", () => {
    expect([gazetteer.length, gazetteer.nameOf(2), gazetteer.idOf(0), gazetteer.idOf(2)]).toEqual([3, "Skåne", 2_693_678, 0]);
    expect([gazetteer.countryOf(1), gazetteer.regionOf(0), gazetteer.regionOf(1), gazetteer.featureOf(2)]).toEqual([
      "NOR",
      "SWE.27",
      "",
      "ADM1",
    ]);
    expect(gazetteer.latitudeOf(1)).toBeCloseTo(-12.346, 6);
    expect(gazetteer.longitudeOf(1)).toBeCloseTo(-180, 6);
    expect(gazetteer.populationOf(1)).toBe(0);
    expect(gazetteer.populationOf(2) / 1_400_000).toBeCloseTo(1, 1);
    expect(gazetteer.namesOf(2) / 90).toBeCloseTo(1, 1);
  });

  it("keeps every position to a thousandth of a degree", () => {
    const at = fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }));
    fc.assert(
      fc.property(at, ([latitude, longitude]) => {
        const one = new Gazetteer(packGazetteer([row({ latitude, longitude })]));
        expect(Math.abs(one.latitudeOf(0) - latitude)).toBeLessThan(0.00051);
        expect(Math.abs(one.longitudeOf(0) - longitude)).toBeLessThan(0.00051);
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it("is the same file for the same rows", () => {
    expect(Buffer.compare(packGazetteer(ROWS), packGazetteer([...ROWS]))).toBe(0);
  });

  it.each([
    ["no gzip", new Uint8Array([1, 2, 3]), /cannot be decompressed/],
    ["another file", gzipSync("names\n"), /Expected a gazetteer of version "onrecord gazetteer 1", found "names"/],
  ])("refuses %s", (_, bytes, message) => {
    expect(() => new Gazetteer(bytes)).toThrow(message);
  });
});
