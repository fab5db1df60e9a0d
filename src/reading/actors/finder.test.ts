import { expect, it } from "vitest";
import { Finder } from "./finder.js";

it("gives the last that fits under any key, in whatever order they came", () => {
  const finder = new Finder();
  for (const [key, referent] of [
    ["Lund", 3],
    ["Lund", 7],
    ["Ana", 7],
    ["Ana", 1],
    ["Lund", 3],
  ] as const)
    finder.add(key, referent);
  expect(finder.last(["Ana", "Lund"], () => true)).toBe(7);
  expect(finder.last(["Ana", "Lund"], (referent) => referent < 7)).toBe(3);
  expect(finder.last(["Brask"], () => true)).toBe(-1);
  expect([finder.first("Ana"), finder.first("Brask")]).toEqual([1, -1]);
});
