import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf } from "./blocks.js";

const textsOf = (text: string): string[] => blocksOf(text).map(({ start, end }) => text.slice(start, end));

describe("blocksOf", () => {
  it.each([
    ["Headline\n\n  First paragraph. \nSecond.\n", ["Headline", "First paragraph.", "Second."]],
    ["One\r\nTwo\rThree\u2028Four", ["One", "Two", "Three", "Four"]],
    ["", []],
    [" \n\t\n", []],
  ])("%j", (text, expected) => {
    expect(textsOf(text)).toEqual(expected);
  });

  it("joins lines that were broken at a width, and parts paragraphs at blank lines", () => {
    const first = [
      "The harbour of Tallholm was closed on Monday after a storm tore two",
      "ferries from their moorings and drove one of them onto the rocks near",
      "the old lighthouse, the port authority said in a statement.",
    ].join("\n");
    const second = ["Nobody was hurt. Work to free the ship is to begin as soon as the wind", "drops, its captain said."].join("\n");
    expect(textsOf(`${first}\n\n${second}\n`)).toEqual([first, second]);
  });

  it("keeps short paragraphs, one a line, apart", () => {
    const lines = [
      "The talks are over.",
      "Nobody knows what was agreed on Monday night in the old town hall.",
      "Both sides left.",
      "More to come.",
    ];
    expect(textsOf(lines.join("\n"))).toEqual(lines);
  });

  it("gives trimmed blocks in order that leave out nothing but white space", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom("\n", "\r\n", " ", "\n\n"))), (pieces) => {
        const text = pieces.join("");
        let behind = 0;
        let outside = "";
        for (const { start, end } of blocksOf(text)) {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(behind);
          outside += text.slice(behind, start);
          behind = end;
        }
        expect((outside + text.slice(behind)).replace(/[\s\p{Cc}\u200b]/gu, "")).toBe("");
      }),
    );
  });
});
