/** Laws of the whole reader, over texts that no paper would print: news text is never a fault, and every span holds its words. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openReader } from "../src/intake/index.js";
import { type Anchor, anchorContains, StoryRecord } from "../src/model/index.js";
import { recordOfText } from "./support.js";

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
        const record = recordOfText(reader, words, "2027-03-09");
        expect(StoryRecord.safeParse(record).success).toBe(true);
        const actors = new Set(record.actors.map(({ id }) => id));
        const statements = new Map(record.statements.map((statement) => [statement.id, statement]));
        expect(statements.size).toBe(record.statements.length);
        for (const { speaker, modality, cue } of record.statements) {
          if (speaker.kind === "actor") for (const id of [speaker.actor, ...speaker.joint]) expect(actors.has(id)).toBe(true);
          const outer = modality.within === null ? null : statements.get(modality.within);
          expect(outer).not.toBe(undefined);
          if (outer) expect(anchorContains(outer.anchor, cue as Anchor)).toBe(true);
        }
        for (const { affiliation } of record.actors) if (affiliation !== null) expect(actors.has(affiliation)).toBe(true);
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
