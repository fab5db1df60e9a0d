import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AlignedWord, align, alignWhole } from "./align.js";
import { markedWords } from "./words.js";

const words = (text: string): readonly AlignedWord[] => markedWords(text);
const bare = (list: readonly AlignedWord[]): readonly string[] => list.map(({ word }) => word);
const shownOf = ({ differences }: Pick<ReturnType<typeof align>, "differences">): string => {
  const marks = { same: "=", missing: "-", added: "+" };
  return differences.map(({ kind, marked, words }) => (marked ? "…" : "") + marks[kind] + words.join(" ")).join(" ");
};

describe("align", () => {
  it.each([
    ["we will go", "today we will go home", 0, "we will go", "=we will go"],
    ["we will never go", "we will go", 1, "we will go", "=we will -never =go"],
    ["we will go", "we will not go", 1, "we will not go", "=we will +not =go"],
    ["we will leave soon", "she said we may leave soon after", 1, "we may leave soon", "=we -will +may =leave soon"],
    ["a b", "c d", 2, "c d", "-a b +c d"],
    ["go by April", "we go by June again", 1, "go by june", "=go by -april +june"],
    ["a b", "", 2, "", "-a b"],
  ])("%s | %s", (asked, record, edits, stretch, shown) => {
    const alignment = align(words(asked), words(record));
    expect(alignment.edits).toBe(edits);
    expect(bare(words(record)).slice(alignment.start, alignment.end).join(" ")).toBe(stretch);
    expect(shownOf(alignment)).toBe(shown);
  });

  it.each([
    ["we will … go", "we will not go", 0, "=we will …+not =go"],
    ["we will go", "we will … go", 0, "=we will go"],
    ["we will not go", "we will … go", 0, "=we will …-not =go"],
    ["[the ministers] will go", "they will go", 0, "…-the ministers …+they =will go"],
    ["today [the ministers] will go", "today they will go", 0, "=today …-the ministers …+they =will go"],
    ["today they will go", "today [the ministers] will go", 0, "=today …-they …+the ministers =will go"],
    ["we … will never go", "we will go", 1, "=we will -never =go"],
  ])("an ellipsis or bracket owns up to it: %s | %s", (asked, record, edits, shown) => {
    const alignment = align(words(asked), words(record));
    expect(alignment.edits).toBe(edits);
    expect(shownOf(alignment)).toBe(shown);
  });

  it("of two whole versions tells what stands before and after, too", () => {
    expect(shownOf(alignWhole(words("we will go"), words("today we will not go home")))).toBe("+today =we will +not =go +home");
    expect(shownOf(alignWhole(words(""), words("a b")))).toBe("+a b");
  });

  const list = fc.array(
    fc.constantFrom("a", "b", "c").map((word) => ({ word })),
    { maxLength: 12 },
  );
  const markedList = fc.array(fc.record({ word: fc.constantFrom("a", "b"), bracketed: fc.boolean(), gapBefore: fc.boolean() }), {
    maxLength: 8,
  });

  it("tells both sides whole by its differences", () => {
    fc.assert(
      fc.property(fc.oneof(list, markedList), fc.oneof(list, markedList), (asked, record) => {
        const { start, end, shared, edits, differences } = align(asked, record);
        const side = (kinds: readonly string[]) => differences.filter(({ kind }) => kinds.includes(kind)).flatMap(({ words }) => words);
        expect(side(["same", "missing"])).toEqual(bare(asked));
        expect(side(["same", "added"])).toEqual(bare(record).slice(start, end));
        expect(side(["same"])).toHaveLength(shared);
        expect(edits).toBeLessThanOrEqual(asked.length);
        expect(edits === 0).toBe(differences.every(({ kind, marked }) => kind === "same" || marked));
      }),
    );
  });

  it("needs no edit exactly when the words stand there together", () => {
    fc.assert(
      fc.property(list, list, (asked, record) => {
        const inside = ` ${bare(record).join(" ")} `.includes(asked.length === 0 ? " " : ` ${bare(asked).join(" ")} `);
        expect(align(asked, record).edits === 0).toBe(inside);
      }),
    );
  });
});
