import { describe, expect, it } from "vitest";
import { type Decision, inSteps, trainSoftmax } from "./softmax.js";

/** Two choices: row 0 or 1 for each of the first, row 2 or 3 for each of the second. */
const decision = (first: number, second: number, right: number, weight = 1): Decision => ({
  choices: [Int32Array.of(first), Int32Array.of(second)],
  right,
  weight,
});

const SETTINGS = { epochs: 50, rate: 0.3, decay: 0.001 };

describe("trainSoftmax", () => {
  it("learns which choice is right from what it holds", () => {
    const weights = trainSoftmax([decision(0, 2, 0), decision(1, 3, 1)], 4, SETTINGS);
    expect(weights[0]).toBeGreaterThan(weights[2]);
    expect(weights[3]).toBeGreaterThan(weights[1]);
  });

  it("follows the heavier of two that contradict each other", () => {
    const weights = trainSoftmax([decision(0, 2, 0, 1), decision(0, 2, 1, 0.1)], 4, SETTINGS);
    expect(weights[0]).toBeGreaterThan(weights[2]);
  });

  it("gives the same weights for the same decisions", () => {
    const decisions = [decision(0, 2, 0), decision(1, 3, 1), decision(0, 3, 0)];
    expect(trainSoftmax(decisions, 4, SETTINGS)).toEqual(trainSoftmax(decisions, 4, SETTINGS));
  });
});

describe("inSteps", () => {
  it("rounds to whole steps and drops small ones", () => {
    expect([...inSteps(Float64Array.of(1, -0.5, 0.02, 0), 64, 2)]).toEqual([64, -32, 0, 0]);
  });
});
