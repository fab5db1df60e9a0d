import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clean, lineWidth, padEnd, paint, piece, widthOf, wrap } from "./styled.js";

const wrapped = (text: string, width: number): string[] => wrap([piece(text)], width).map(paint);

describe("clean", () => {
  it.each([
    ["line ends and tabs", "one\ntwo\tthree\r\n", "one two three  "],
    ["a sequence that clears the screen", "a\u001b[2Jb", "a [2Jb"],
    ["an eight-bit control sequence", "a\u009b31mb", "a 31mb"],
    ["a change of writing direction", "abc\u202edef", "abc def"],
    ["letters of any script", "Lomé, Ελλάδα, 東京", "Lomé, Ελλάδα, 東京"],
  ])("makes %s harmless", (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it("keeps the length, so that offsets still hold", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => clean(text).length === text.length));
  });
});

describe("widthOf", () => {
  it.each([
    ["Togo", 4],
    ["Lomé", 4],
    ["Lome\u0301", 4],
    ["東京", 4],
    ["›¹²", 3],
    ["", 0],
  ])("%j takes %i columns", (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });
});

describe("wrap", () => {
  it.each([
    ["at spaces", "no shot was fired", 8, ["no shot", "was", "fired"]],
    ["without spaces at the break", "one   two", 4, ["one", "two"]],
    ["a word that is too long", "unconstitutionally", 8, ["unconsti", "tutional", "ly"]],
    ["wide letters", "東京は晴れ", 4, ["東京", "は晴", "れ"]],
    ["never inside a letter with its mark", "aaae\u0301bb", 4, ["aaae\u0301", "bb"]],
    ["an empty text", "", 10, [""]],
    ["what just fits", "twelve chars", 12, ["twelve chars"]],
  ])("breaks %s", (_, text, width, expected) => {
    expect(wrapped(text, width)).toEqual(expected);
  });

  it("does not part a word from the mark that follows it in another piece", () => {
    expect(wrap([piece("said the border "), piece("‹"), piece("closes"), piece("›¹")], 18).map(paint)).toEqual([
      "said the border",
      "‹closes›¹",
    ]);
  });

  it("keeps the offset of every word", () => {
    const lines = wrap([piece("the border closes", undefined, 100)], 10);
    expect(lines.map(([first]) => first.at)).toEqual([100, 111]);
  });

  it("fills no line beyond the width and loses no letter", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(fc.array(text), fc.integer({ min: 4, max: 40 }), (texts, width) => {
        const pieces = texts.map((part) => piece(part));
        const lines = wrap(pieces, width);
        expect(lines.every((line) => lineWidth(line) <= width)).toBe(true);
        const letters = (all: string): string => all.replaceAll(" ", "");
        expect(letters(lines.map(paint).join(""))).toBe(letters(pieces.map((part) => part.text).join("")));
      }),
    );
  });
});

describe("paint", () => {
  it("dresses neighbours of one style together", () => {
    const style = (text: string): string => `<${text}>`;
    expect(paint([piece("no", style), piece(" ", style), piece("shot", style), piece(" was"), piece("", style)])).toBe("<no shot> was");
  });
});

describe("padEnd", () => {
  it("counts columns and not characters", () => {
    expect(padEnd([piece("東京")], 6)).toBe("東京  ");
    expect(padEnd([piece("Lome\u0301")], 6)).toBe("Lome\u0301  ");
  });
});
