import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSelected, fromCodePoint, quoteAt, selectorsOf, splitsPair, TextQuoteSelector, toCodePoint } from "./index.js";

const text = fc.string({
  minLength: 1,
  maxLength: 80,
  unit: fc.constantFrom("a", "b", " ", "“", "e\u0301", "👍", "🇺🇦", "\u00a0", "\r\n", "\ufeff", "\ud83d", "\ude00"),
});

describe("code points", () => {
  it("count as the string iterator does", () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(toCodePoint(words, words.length)).toBe([...words].length);
      }),
    );
  });

  it("lead back to the offset, but for one inside a surrogate pair, which leads behind it", () => {
    fc.assert(
      fc.property(text, fc.nat(80), (words, at) => {
        const offset = Math.min(at, words.length);
        expect(fromCodePoint(words, toCodePoint(words, offset))).toBe(splitsPair(words, offset) ? offset + 1 : offset);
      }),
    );
  });

  it.each([
    ["plain", "Vienna", 3, 3],
    ["behind an emoji", "👍 Vienna", 3, 2],
    ["behind a flag of two code points", "🇦🇹Vienna", 4, 2],
    ["combining marks count each", "e\u0301a", 2, 2],
    ["a lone surrogate counts as one", "\ud83da", 1, 1],
  ])("%s", (_, words, offset, codePoint) => {
    expect(toCodePoint(words, offset)).toBe(codePoint);
    expect(fromCodePoint(words, codePoint)).toBe(offset);
  });
});

describe("selectorsOf", () => {
  it("gives words and surroundings, and positions in code points", () => {
    const words = "👍 “We go,” he said. “We go,” she said.";
    const quote = quoteAt(words, 3, 11);
    expect(selectorsOf(words, quote)).toEqual([
      { type: "TextPositionSelector", start: 2, end: 10 },
      { type: "TextQuoteSelector", exact: "“We go,”", prefix: "👍 ", suffix: " he said. “We go,” she said." },
    ]);
  });

  it("never cuts a surrogate pair at the edge of its surroundings", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (before, after) => {
        const words = `${"👍".repeat(before)}x${"👍".repeat(after)}`;
        const [, quote] = selectorsOf(words, quoteAt(words, 2 * before, 2 * before + 1));
        expect(TextQuoteSelector.safeParse(quote).success).toBe(true);
        expect(quote.prefix.isWellFormed() && quote.suffix.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe("findSelected", () => {
  const spanned = text.chain((words) => fc.tuple(fc.constant(words), fc.nat(words.length - 1)));

  it("finds the words where they stand in an unchanged text", () => {
    fc.assert(
      fc.property(spanned, ([words, start]) => {
        fc.pre(!splitsPair(words, start));
        const quote = quoteAt(words, start, Math.min(words.length, start + 5));
        expect(findSelected(words, selectorsOf(words, quote))?.exact).toBe(quote.exact);
      }),
    );
  });

  it("finds them again behind inserted words, by their surroundings", () => {
    const before = "He said yes. She said yes. They said no.";
    const selectors = selectorsOf(before, quoteAt(before, 22, 25));
    const after = `Updated with her answer. ${before}`;
    expect(findSelected(after, selectors)).toEqual({ start: 47, end: 50, exact: "yes" });
  });

  it("finds nothing where the words are gone", () => {
    const before = "The minister said yes.";
    expect(findSelected("The minister said no.", selectorsOf(before, quoteAt(before, 18, 21)))).toBeNull();
  });
});
