import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align } from "./align.js";

const words = (text: string): readonly string[] => (text === "" ? [] : text.split(" "));

describe("align", () => {
  it.each([
    ["we will go", "today we will go home", 0, "we will go", "=we will go"],
    ["we will never go", "we will go", 1, "we will go", "=we will -never =go"],
    ["we will go", "we will not go", 1, "we will not go", "=we will +not =go"],
    ["we will leave soon", "she said we may leave soon after", 1, "we may leave soon", "=we -will +may =leave soon"],
    ["a b", "c d", 2, "", "-a b"],
    ["a b", "", 2, "", "-a b"],
  ])("%s | %s", (asked, record, edits, stretch, shown) => {
    const alignment = align(words(asked), words(record));
    expect(alignment.edits).toBe(edits);
    expect(words(record).slice(alignment.start, alignment.end).join(" ")).toBe(stretch);
    const marks = { same: "=", missing: "-", added: "+" };
    expect(alignment.differences.map(({ kind, words }) => marks[kind] + words.join(" ")).join(" ")).toBe(shown);
  });

  const list = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });

  it("tells both sides whole by its differences", () => {
    fc.assert(
      fc.property(list, list, (asked, record) => {
        const { start, end, shared, edits, differences } = align(asked, record);
        const side = (kinds: readonly string[]) => differences.filter(({ kind }) => kinds.includes(kind)).flatMap(({ words }) => words);
        expect(side(["same", "missing"])).toEqual(asked);
        expect(side(["same", "added"])).toEqual(record.slice(start, end));
        expect(side(["same"])).toHaveLength(shared);
        expect(edits).toBeLessThanOrEqual(asked.length);
        expect(edits).toBeGreaterThanOrEqual(Math.max(asked.length, end - start) - shared);
      }),
    );
  });

  it("needs no edit exactly when the words stand there together", () => {
    fc.assert(
      fc.property(list, list, (asked, record) => {
        const inside = ` ${record.join(" ")} `.includes(asked.length === 0 ? " " : ` ${asked.join(" ")} `);
        expect(align(asked, record).edits === 0).toBe(inside);
      }),
    );
  });
});
