import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorAt, annotationId, ID_PREFIX, jsonSchema, LAYERS, sha256, storyId } from "./index.js";

describe("storyId", () => {
  const hash = sha256("Ministers met.");

  it("is the same for the same text, time and outlet, whatever file they came from", () => {
    expect(storyId(hash, "2027-03-09", "Example Times")).toBe(storyId(hash, "2027-03-09", "Example Times"));
    expect(storyId(hash, "2027-03-09", null)).toMatch(/^story_[0-9a-f]{16}$/);
  });

  it("differs when any of them does, and where a part moves to its neighbour", () => {
    const ids = [
      storyId(hash, "2027-03-09", "A"),
      storyId(hash, "2027-03-10", "A"),
      storyId(hash, "2027-03-09", "B"),
      storyId(sha256("Other."), "2027-03-09", "A"),
      storyId(hash, null, "2027-03-09A"),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("annotationId", () => {
  const words = "Oslo said yes, Oslo said no.";

  it("tells layers, spans and keys apart", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LAYERS),
        fc.constantFrom(...LAYERS),
        fc.nat(10),
        fc.nat(10),
        fc.string(),
        fc.string(),
        (layerA, layerB, a, b, keyA, keyB) => {
          fc.pre(!keyA.includes("\u001f") && !keyB.includes("\u001f"));
          const first = annotationId("story_1", layerA, anchorAt(words, [{ start: a, end: a + 1 }]), keyA);
          const second = annotationId("story_1", layerB, anchorAt(words, [{ start: b, end: b + 1 }]), keyB);
          expect(first === second).toBe(layerA === layerB && a === b && keyA === keyB);
          expect(first.startsWith(`${ID_PREFIX[layerA]}_`)).toBe(true);
        },
      ),
    );
  });
});

describe("jsonSchema", () => {
  it("describes all that is stored, with every property that a story record has", () => {
    const schema = jsonSchema() as { $defs: Record<string, { properties: Record<string, unknown>; required: string[] }> };
    expect(Object.keys(schema.$defs)).toEqual(["Source", "Story", "StoryRecord", "Correction", "Entity", "Link", "VersionLink"]);
    expect(schema.$defs.StoryRecord.required).toEqual(expect.arrayContaining(["maker", "coverage", ...LAYERS]));
  });
});
