import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldKey, indexPhrases } from "./phrase.js";

describe("foldKey", () => {
  it.each([
    ["C\u00f4te d\u2019Ivoire", "C\u00f4te d'Ivoire"],
    ["Co\u0302te d'Ivoire", "C\u00f4te d'Ivoire"],
    [" the \u201cBig  Five\u201d\n", 'the "Big Five"'],
    ["N\u02bcDjamena", "N'Djamena"],
    ["US", "US"],
    ["us", "us"],
    ["Guinea-Bissau", "Guinea-Bissau"],
  ])("writes %j as %j", (phrase, folded) => {
    expect(foldKey(phrase)).toBe(folded);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (phrase) => {
        expect(foldKey(foldKey(phrase))).toBe(foldKey(phrase));
      }),
    );
  });
});

describe("indexPhrases", () => {
  const north = { code: "N", names: ["Korea", "Pyongyang"] };
  const south = { code: "S", names: ["Korea", "Seoul", "Seoul"] };
  const index = indexPhrases([north, south], (row) => row.names);

  it("gives every row of a phrase, in table order, each once", () => {
    expect(index.get("Korea")).toEqual([north, south]);
    expect(index.get("Seoul")).toEqual([south]);
  });

  it("gives nothing for another case or a part of a phrase", () => {
    expect(index.get("seoul")).toBeUndefined();
    expect(index.get("Seo")).toBeUndefined();
  });
});
