import { describe, expect, it } from "vitest";
import { readGap } from "./gap.js";

const HEADER = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL";
const TEXT = "Ane Lund met Ida Brask. She left.";

describe("readGap", () => {
  it("reads a passage", () => {
    expect(readGap(`${HEADER}\nx-1\t${TEXT}\tShe\t24\tAne Lund\t0\tTRUE\tIda Brask\t13\tFALSE\thttp://example.org\n`)).toEqual([
      {
        id: "x-1",
        text: TEXT,
        pronoun: { form: "She", offset: 24 },
        names: [
          { name: "Ane Lund", offset: 0, coreferent: true },
          { name: "Ida Brask", offset: 13, coreferent: false },
        ],
      },
    ]);
  });

  it("names a line whose offsets are wrong", () => {
    expect(() => readGap(`${HEADER}\nx-1\t${TEXT}\tShe\t25\tAne Lund\t0\tTRUE\tIda Brask\t13\tFALSE\tu\n`)).toThrow(/line 2/);
  });
});
