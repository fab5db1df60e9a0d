import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../lexicon/index.js";
import { atlasOf, precisionOf } from "./atlas.js";
import { packagedGazetteer } from "./packaged.js";

const atlas = atlasOf(loadLexicon(), packagedGazetteer);
const best = (name: string) => atlas.candidates(name, 0, name.length).reduce((top, each) => (each.weight > top.weight ? each : top));

describe("the atlas of this package", () => {
  it.each([
    // Renamed, transliterated and shortened.
    ["Kyiv", 703448],
    ["Kiev", 703448],
    ["Odessa", 698740],
    ["Lugansk", 702658],
    ["Khan Younis", 281124],
    ["Hodeidah", 79415],
    ["St. Petersburg", 498817],
    ["Peking", 1816670],
    ["Bombay", 1275339],
    ["Washington, D.C.", 4140963],
    // The largest is not always the best known.
    ["London", 2643743],
    ["Valencia", 2509954],
    ["Melbourne", 2158177],
    // States and regions.
    ["Ivory Coast", 2287781],
    ["United States", 6252001],
    ["Texas", 4736286],
    ["Gaza Strip", 281132],
  ])("%s is first of all GeoNames' %i", (name, id) => {
    expect(best(name).geonameId).toBe(id);
  });

  it.each([
    ["Donbas", "RGN", "UKR"],
    ["Strait of Hormuz", "STRT", null],
    ["Red Sea", "SEA", null],
    ["Helmand", "ADM1", "AFG"],
    ["Nagorno-Karabakh", "RGN", "AZE"],
    ["Zaporizhzhia nuclear power plant", "PSN", "UKR"],
  ])("%s is a %s", (name, feature, country) => {
    expect(best(name)).toMatchObject({ feature, country });
  });

  it("offers all that a name may mean", () => {
    const countries = new Set(atlas.candidates("Tripoli", 0, 7).map(({ country }) => country));
    expect([...countries].sort()).toEqual(["GRC", "LBN", "LBY", "USA"]);
    expect(atlas.candidates("Georgia", 0, 7).map(({ feature }) => feature)).toEqual(["PCLI", "ADM1"]);
    expect(atlas.candidates("Qwxzrt", 0, 6)).toEqual([]);
  });

  it.each([
    ["Tex.", ["USA.TX"]],
    ["TX", ["USA.TX"]],
    ["Texas", ["USA.TX"]],
    ["France", ["FRA"]],
    ["Ontario", ["CAN.08"]],
    ["Georgia", ["GEO", "USA.GA"]],
    ["Monday", []],
  ])("%s behind a comma may be %j", (words, codes) => {
    expect(atlas.containers(words, 0, words.length)).toEqual(codes);
  });

  it.each([
    ["PPLC", "city"],
    ["PPLN", "region"],
    ["ADM1", "province"],
    ["PCLI", "country"],
    ["SEA", "region"],
    ["AIRB", "exact"],
  ])("a point for %s is as exact as a %s", (feature, precision) => {
    expect(precisionOf(feature)).toBe(precision);
  });
});
