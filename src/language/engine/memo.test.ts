import fc from "fast-check";
import { expect, test } from "vitest";
import { Memo } from "./memo.js";

test("gives back what was stored for a key, or nothing, but never another key's values", () => {
  const key = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
      const memo = new Memo(2, 3);
      for (const numbers of keys) {
        const [a, b, c] = numbers as [number, number, number];
        const asked = Int32Array.from(numbers);
        const first = a * 100 + b * 10 + c;
        if (memo.has(asked)) expect([memo.first, memo.second]).toEqual([first, first + 1]);
        else memo.keep(asked, first, first + 1);
        expect(memo.has(asked)).toBe(true);
        expect([memo.first, memo.second]).toEqual([first, first + 1]);
      }
    }),
  );
});

test("does not know a key again once all is forgotten", () => {
  const memo = new Memo(4, 2);
  const key = Int32Array.of(7, -1);
  expect(memo.has(key)).toBe(false);
  memo.keep(key, 5, 6);
  memo.forget();
  expect(memo.has(key)).toBe(false);
});
