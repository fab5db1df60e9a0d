import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unitsOf } from "./units.js";

const never = (): boolean => false;
const slices = (text: string, standsAlone = never as (line: string) => boolean): string[] =>
  unitsOf(text, standsAlone).map(({ start, end }) => text.slice(start, end));

describe("unitsOf", () => {
  it("takes each line for one, without white space at its edges", () => {
    expect(slices("  One line.\t\n\nAnother line.\n \n\u2028A third.")).toEqual(["One line.", "Another line.", "A third."]);
  });

  const wrapped = [
    "The envoys of the two river states traded charges on Tuesday over a",
    "dam that each says the other is filling too fast, and a mediator",
    "warned that the talks could be broken off.",
    "",
    "“We are not here to count buckets,” said the mediator, who has led",
    "the talks since March, when the first of three rounds was held in",
    "Geneva.",
  ];

  it("joins lines that were broken at a width", () => {
    expect(slices(wrapped.join("\n"))).toEqual([wrapped.slice(0, 3).join("\n"), wrapped.slice(4).join("\n")]);
  });

  it("parts them where a line is indented, or stands alone", () => {
    const indented = [...wrapped.slice(0, 3), `   ${wrapped[4]}`, ...wrapped.slice(5)].join("\n");
    expect(slices(indented)).toEqual([wrapped.slice(0, 3).join("\n"), wrapped.slice(4).join("\n")]);
    const headed = ["By ANA LUND", ...wrapped].join("\n");
    expect(slices(headed, (line) => line.startsWith("By "))[0]).toBe("By ANA LUND");
  });

  it("does not join short paragraphs of a line each", () => {
    const lines = [
      "He said no.",
      "She said that she would think about it for some time.",
      "They left.",
      "Nobody came back that day, or the next one.",
    ];
    expect(slices(lines.join("\n"))).toEqual(lines);
  });

  it("leaves out nothing but white space, in any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "B", ".", " ", "\n", "\u2028", "long line of words ".repeat(3)) }), (text) => {
        expect(slices(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });

  it("gives words as long as the text that they stand for", () => {
    for (const unit of unitsOf(wrapped.join("\n"), never)) expect(unit.words.length).toBe(unit.end - unit.start);
  });
});
