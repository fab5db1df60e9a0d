import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldedWords, stem } from "./fold.js";

describe("fold", () => {
  it.each([
    ["“We will go,” she said.", ["we", "will", "go", "she", "said"]],
    ["We don't, we don’t", ["we", "dont", "we", "dont"]],
    ["Lund's and Lund’s ministers' boats", ["lund", "and", "lund", "ministers", "boats"]],
    ["a cease-fire – at once—now", ["a", "cease", "fire", "at", "once", "now"]],
    ["U.S. and US, U.S.-led, the U.S.'s plan", ["us", "and", "us", "us", "led", "the", "us", "plan"]],
    ["10 a.m. on Monday.Then", ["10", "am", "on", "monday", "then"]],
    ["1,200 men, 3.5 percent, 2022", ["1200", "men", "3", "5", "percent", "2022"]],
    ["Łódź, Malmö, Øresund, Straße, İzmir", ["lodz", "malmo", "oresund", "strasse", "izmir"]],
    ["a".repeat(500), ["a".repeat(120)]],
    ["ﬁnal co\u00adoperation\u200b now", ["final", "cooperation", "now"]],
    ["’90s ‘quoted’", ["90s", "quoted"]],
    ["", []],
    ["… — “”", []],
  ])("%s", (text, words) => {
    expect(fold(text)).toEqual(words);
  });

  it("keeps words apart that differ", () => {
    expect(fold("will not go")).not.toEqual(fold("will now go"));
    expect(fold("3.5")).not.toEqual(fold("35"));
  });

  const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."aBcé’'.,-“” 1ßØ\u0301\u00ad") }));

  it("gives letters and digits only, so that an index that splits on spaces keeps them whole", () => {
    fc.assert(fc.property(text, (given) => fold(given).every((word) => /^[\p{L}\p{N}]+$/u.test(word))));
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(text, (given) => {
        const words = fold(given);
        expect(fold(words.join(" "))).toEqual(words);
      }),
    );
  });

  it("does not look at case", () => {
    fc.assert(
      fc.property(fc.string(), (given) => {
        expect(fold(given.toUpperCase())).toEqual(fold(given.toLowerCase()));
      }),
    );
  });

  it("places words in ascending, disjoint, non-empty stretches", () => {
    fc.assert(
      fc.property(text, (given) => {
        let end = 0;
        for (const word of foldedWords(given)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.end).toBeLessThanOrEqual(given.length);
          end = word.end;
        }
      }),
    );
  });
});

describe("stem", () => {
  it.each([
    ["sanctions", "sanction"],
    ["parties", "party"],
    ["houses", "house"],
    ["crisis", "crisi"],
    ["press", "press"],
    ["virus", "virus"],
    ["goes", "goes"],
    ["gas", "gas"],
    ["us", "us"],
    ["ship", "ship"],
  ])("%s", (word, stemmed) => {
    expect(stem(word)).toBe(stemmed);
  });
});
