/** Laws of the whole reader, over texts that no paper would print: news text is never a fault, and every span holds its words. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openReader } from "../src/intake/index.js";
import { expectSound, recordOfText } from "./support.js";

const reader = openReader();

/** Pieces that lead parsers and quotation marks astray when they are thrown together. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "said",
      "Norway",
      "the minister",
      "who",
      "“",
      "”",
      '"',
      "''",
      "‘",
      "’",
      ",",
      ".",
      "--",
      "—",
      ":",
      "\n",
      "that",
      "and",
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "Foreign Minister Ane Lund",
      "according to",
      "its demand to",
      "she",
      "they",
      "on Tuesday",
      "would not",
      "accused Oslo of",
      "was quoted as saying",
      "told reporters",
      "with Bern",
      "rejecting",
      "“We go,”",
      "(AP)",
      "both sides",
      "if",
      "by a source",
      "👍",
      "e\u0301",
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
);
const text = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => `The council met. ${pieces.join(" ")}`);

describe("the reader", () => {
  it("gives a sound record for any text", () => {
    fc.assert(
      fc.property(text, (words) => {
        expectSound(recordOfText(reader, words, "2027-03-09"));
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same record twice", () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(recordOfText(reader, words, "2027-03-09")).toEqual(recordOfText(reader, words, "2027-03-09"));
      }),
      { numRuns: 30 },
    );
  });
});
