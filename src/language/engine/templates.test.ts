import fc from "fast-check";
import { expect, test } from "vitest";
import { Templates } from "./templates.js";

const ATOMS = ["word", "tag", "left", "right"] as const;
const TEMPLATES = ["word", "tag", "word tag", "tag word", "word left right", "word tag left right"];

test("a row depends on its template's atoms and on nothing else", () => {
  const templates = new Templates(ATOMS, TEMPLATES, 22);
  const value = fc.integer();
  fc.assert(
    fc.property(value, value, value, value, value, (word, tag, left, right, other) => {
      fc.pre(other !== left);
      const rows = new Int32Array(templates.count);
      const changed = new Int32Array(templates.count);
      templates.rowsOf(Int32Array.of(word, tag, left, right), rows);
      templates.rowsOf(Int32Array.of(word, tag, other, right), changed);
      // Rows come in order of the number of atoms; the first four templates do not look at "left".
      expect(changed.slice(0, 4)).toEqual(rows.slice(0, 4));
      for (const row of rows) expect(row >= 0 && row < 1 << 22).toBe(true);
    }),
  );
});

test("different templates and orders of atoms give different rows", () => {
  const templates = new Templates(ATOMS, TEMPLATES, 22);
  const rows = new Int32Array(templates.count);
  templates.rowsOf(Int32Array.of(17, 4, 99, 12345), rows);
  expect(new Set(rows).size).toBe(TEMPLATES.length);
});

test("rows are spread: 2,000 values in 2^16 rows seldom meet", () => {
  const templates = new Templates(["a", "b"], ["a b"], 16);
  const rows = new Int32Array(1);
  const seen = new Set<number>();
  for (let i = 0; i < 2000; i++) {
    templates.rowsOf(Int32Array.of(i % 50, Math.floor(i / 50)), rows);
    seen.add(rows[0]);
  }
  // Thrown at random, 2,000 balls hit some 1,970 of 65,536 boxes.
  expect(seen.size).toBeGreaterThan(1940);
});

test.each([
  ["an unknown atom", ["word verb"], 'Feature template "word verb" names an unknown atom "verb"'],
  ["a template listed twice", ["word", "word"], "listed twice"],
  ["five atoms", ["word tag left right word"], "more than four atoms"],
])("%s is refused", (_, templates, message) => {
  expect(() => new Templates(ATOMS, templates, 10)).toThrow(message);
});
