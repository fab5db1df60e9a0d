import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Anchor, anchorAt, anchorContains, contains, extentOf, overlaps, Quote, quoteAt } from "./index.js";

/** Texts as feeds send them, and worse: emoji, combining marks, line ends, odd spaces, lone surrogates. */
const text = fc.string({
  minLength: 1,
  maxLength: 60,
  unit: fc.oneof(
    fc.constantFrom("a", "“", "é", "e\u0301", "👩‍🚀", "🇺🇦", "\u00a0", "\r\n", "\n", "\ufeff", "\ud83d", "\ude00", " "),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
  ),
});

/** A text and a span inside it. */
const spanned = text.chain((words) =>
  fc
    .tuple(fc.constant(words), fc.nat(words.length - 1))
    .chain(([within, start]) => fc.tuple(fc.constant(within), fc.constant(start), fc.integer({ min: start + 1, max: within.length }))),
);

describe("quoteAt", () => {
  it("holds the words that the text holds there", () => {
    fc.assert(
      fc.property(spanned, ([words, start, end]) => {
        const quote = quoteAt(words, start, end);
        expect(words.slice(quote.start, quote.end)).toBe(quote.exact);
        expect(Quote.safeParse(quote).success).toBe(true);
      }),
    );
  });

  it.each([
    ["an empty span", 2, 2],
    ["a span that ends before it starts", 3, 1],
    ["a start before the text", -1, 2],
    ["an end behind the text", 0, 6],
  ])("refuses %s", (_, start, end) => {
    expect(() => quoteAt("words", start, end)).toThrow(RangeError);
  });
});

describe("anchorAt", () => {
  it("puts parts in order", () => {
    const anchor = anchorAt("“No,” he said, “never.”", [
      { start: 15, end: 23 },
      { start: 0, end: 5 },
    ]);
    expect(anchor.map(({ exact }) => exact)).toEqual(["“No,”", "“never.”"]);
    expect(extentOf(anchor)).toEqual({ start: 0, end: 23 });
  });

  it("refuses parts that overlap", () => {
    expect(() =>
      anchorAt("words", [
        { start: 0, end: 3 },
        { start: 2, end: 4 },
      ]),
    ).toThrow("overlap at 2");
    expect(Anchor.safeParse([quoteAt("words", 0, 3), quoteAt("words", 2, 4)]).success).toBe(false);
  });
});

describe("contains and overlaps", () => {
  const span = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 10 })).map(([start, length]) => ({ start, end: start + length }));

  it("agree with counting positions", () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        const shared = Array.from({ length: 40 }, (_, i) => i).filter((i) => a.start <= i && i < a.end && b.start <= i && i < b.end);
        expect(overlaps(a, b)).toBe(shared.length > 0);
        expect(contains(a, b)).toBe(shared.length === b.end - b.start);
      }),
    );
  });

  it("an anchor contains another whose parts lie in its parts, not in its gaps", () => {
    const outer = anchorAt("one two three", [
      { start: 0, end: 3 },
      { start: 8, end: 13 },
    ]);
    expect(
      anchorContains(
        outer,
        anchorAt("one two three", [
          { start: 1, end: 2 },
          { start: 9, end: 10 },
        ]),
      ),
    ).toBe(true);
    expect(anchorContains(outer, anchorAt("one two three", [{ start: 4, end: 7 }]))).toBe(false);
  });
});
