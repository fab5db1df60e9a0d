import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shinglesOf } from "./shingles.js";
import { markedWords } from "./words.js";

const shingles = (text: string): readonly number[] => shinglesOf(markedWords(text));
const shared = (a: string, b: string): number => shingles(a).filter((shingle) => shingles(b).includes(shingle)).length;

/** Function words and content words, few enough that they meet again. */
const anyWord: fc.Arbitrary<string> = fc.constantFrom(
  "the",
  "we",
  "will",
  "not",
  "of",
  "harbour",
  "ferries",
  "sanctions",
  "Lunda",
  "open",
  "close",
);

describe("shinglesOf", () => {
  it.each([
    ["pairs of content words, whatever function words stand between", "the guns are locked", "all guns will be locked", 1],
    ["plural or not", "the ferry sanctions", "a ferry sanction", 1],
    ["not in another order", "ferry sanctions", "sanctions on the ferry", 0],
    ["runs of function words", "what we have been and what we are", "they know what we have been", 1],
    ["not across an ellipsis", "the guns … are locked", "the guns are locked", 0],
    ["not into a bracket", "the [heavy] guns are locked away", "the heavy guns are locked away", 2],
    ["none of a word alone", "guns", "guns", 0],
  ])("%s: %s | %s", (_, a, b, count) => {
    expect(shared(a, b)).toBe(count);
  });

  it("meets again whatever single word of eight or more is put in, left out or replaced", () => {
    const edit = fc.constantFrom("insert", "delete", "replace");
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 8, maxLength: 14 }), fc.nat(), edit, (words, at, kind) => {
        const place = at % words.length;
        const altered = words.toSpliced(place, kind === "insert" ? 0 : 1, ...(kind === "delete" ? [] : ["xylo"]));
        expect(shared(altered.join(" "), `he said ${words.join(" ")} on Monday`)).toBeGreaterThan(0);
      }),
    );
  });

  it("holds those of every part, so that a text that holds words in a row holds all their shingles", () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 20 }), fc.nat(20), fc.nat(20), (words, from, length) => {
        const part = words.slice(from, from + length).join(" ");
        expect(shared(part, words.join(" "))).toBe(shingles(part).length);
      }),
    );
  });
});
