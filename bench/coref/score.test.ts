import { describe, expect, it } from "vitest";
import type { GapPassage } from "../../train/gap.js";
import { reportGap } from "./score.js";

const passage = (form: string, a: boolean, b: boolean): GapPassage => ({
  id: "x",
  text: "",
  pronoun: { form, offset: 0 },
  names: [
    { name: "A", offset: 0, coreferent: a },
    { name: "B", offset: 0, coreferent: b },
  ],
});

describe("reportGap", () => {
  it("counts two decisions a passage, over all and by gender", () => {
    const passages = [passage("He", true, false), passage("his", false, false), passage("She", false, true), passage("her", true, false)];
    const answers = [
      { names: [true, false], resolved: true },
      { names: [false, true], resolved: true },
      { names: [false, false], resolved: false },
      { names: [true, false], resolved: true },
    ];
    // All: 2 hits of 3 said and 3 true. Masculine: 1 of 2 and 1. Feminine: 1 of 1 and 2.
    const lines = reportGap(passages, answers).split("\n");
    expect(lines[1].split(/\s+/).slice(1)).toEqual(["66.7", "66.7", "66.7"]);
    expect(lines[2].split(/\s+/).slice(1)).toEqual(["50.0", "100.0", "66.7"]);
    expect(lines[3].split(/\s+/).slice(1)).toEqual(["100.0", "50.0", "66.7"]);
    expect(lines[4]).toBe("bias 1.00   left open 1 of 4");
    expect(lines[5]).toBe("coref F1 66.7  precision 66.7");
  });

  it("divides by nothing without a fault", () => {
    expect(reportGap([], [])).toContain("coref F1 0.0");
  });
});
