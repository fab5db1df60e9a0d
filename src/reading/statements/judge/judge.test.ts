import { describe, expect, it } from "vitest";
import { JUDGE_BITS, ODDS, packJudge, Rows, stepOf, unpackJudge } from "./index.js";
import { Sum } from "./rows.js";

const SIZE = 1 << JUDGE_BITS;
const CALIBRATION = ODDS.map((_, step) => step * 5);

describe("the packed judge", () => {
  it("gives back the weights that were packed, negative and at the table's edges", () => {
    const gate = new Int32Array(SIZE);
    gate[0] = -70_000;
    gate[77] = 5;
    gate[SIZE - 1] = 1;
    const none = new Int32Array(SIZE);
    const judge = unpackJudge(packJudge({ contents: none, gate, sources: none }, CALIBRATION));
    expect(judge.calibration).toEqual(CALIBRATION);
    expect([0, 77, 78, SIZE - 1].map((row) => judge.weights.gate[row])).toEqual([-70_000, 5, 0, 1]);
    expect([judge.weights.contents, judge.weights.sources].every((table) => table.every((weight) => weight === 0))).toBe(true);
    // The same weights make the same bytes, which is what the hash names.
    const again = packJudge(judge.weights, CALIBRATION);
    expect(unpackJudge(again).hash).toBe(judge.hash);
    expect(judge.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(unpackJudge(packJudge({ contents: none, gate: none, sources: none }, CALIBRATION)).hash).not.toBe(judge.hash);
  });

  it("refuses what is no judge", () => {
    expect(() => unpackJudge(new Uint8Array([1, 2, 3]))).toThrow(/statements model/);
  });
});

describe("features", () => {
  it("fall into the row whose weight is added", () => {
    const rows = new Rows();
    rows.add(3, 17, -4);
    rows.add(3, 17, -4, 9);
    const [row, other] = rows.take();
    expect(row).not.toBe(other);
    expect(rows.take()).toHaveLength(0);
    const weights = new Int32Array(SIZE);
    weights[row] = 12;
    const sum = new Sum(weights);
    sum.add(3, 17, -4);
    expect(sum.take()).toBe(12);
    sum.add(3, 17, -4, 9);
    expect(sum.take()).toBe(0);
  });
});

describe("odds", () => {
  it.each<[number, number]>([
    [0, 0],
    [0.19, 0],
    [0.2, 1],
    [0.949, 8],
    [0.95, 9],
    [1, ODDS.length - 1],
  ])("%s falls into step %s", (odds, step) => {
    expect(stepOf(odds)).toBe(step);
  });
});
