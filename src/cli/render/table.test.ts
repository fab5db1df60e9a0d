import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widthOf } from "./styled.js";
import { type Column, table } from "./table.js";
import { PLAIN } from "./theme.js";

const COLUMNS: readonly Column[] = [
  { head: "WHO", min: 5 },
  { head: "WORDS", min: 10 },
  { head: "N", min: 2, align: "right" },
];

describe("table", () => {
  it("is as wide as its cells where there is room", () => {
    expect(
      table(
        COLUMNS,
        [
          ["Togo", "no talks", "3"],
          ["Accra", "four", "12"],
        ],
        80,
        PLAIN,
      ),
    ).toEqual(["WHO    WORDS      N", "Togo   no talks   3", "Accra  four      12"]);
  });

  it("wraps the widest column first", () => {
    expect(table(COLUMNS, [["Togo", "there is nothing to discuss", "3"]], 26, PLAIN)).toEqual([
      "WHO   WORDS              N",
      "Togo  there is nothing   3",
      "      to discuss",
    ]);
  });

  it("gives each row as a list where not even the least widths fit", () => {
    expect(table(COLUMNS, [["Togo", "there is nothing", ""]], 18, PLAIN)).toEqual(["WHO    Togo", "WORDS  there is", "       nothing", ""]);
  });

  it("keeps the columns straight under wide letters and combining marks", () => {
    expect(
      table(
        COLUMNS,
        [
          ["東京", "no", "1"],
          ["Lome\u0301", "no", "2"],
        ],
        80,
        PLAIN,
      ),
    ).toEqual(["WHO   WORDS  N", "東京  no     1", "Lome\u0301  no     2"]);
  });

  it("never leaves the terminal", () => {
    // A grapheme wider than a column stands alone and sticks out (see `wrap`): none here is wider than the two columns of a wide letter.
    const letter = fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }).filter((grapheme) => widthOf(grapheme) <= 2);
    const cell = fc.array(letter, { maxLength: 60 }).map((letters) => letters.join(""));
    const number = fc.nat(9).map(String);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, number), { maxLength: 5 }), fc.integer({ min: 21, max: 100 }), (rows, width) => {
        expect(table(COLUMNS, rows, width, PLAIN).every((line) => widthOf(line) <= width)).toBe(true);
      }),
    );
  });
});
