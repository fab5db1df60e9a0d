import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "./csv.js";

describe("csvLine", () => {
  it.each([
    ["plain fields", ["a", 1, true], "a,1,true\r\n"],
    ["nothing as an empty field", [null, "a", null], ",a,\r\n"],
    ["a comma", ["Lomé, Togo"], '"Lomé, Togo"\r\n'],
    ["quotation marks", ['he said "no"'], '"he said ""no"""\r\n'],
    ["a line end as a space", ["no\nshot", "no \r\n shot"], "no shot,no shot\r\n"],
    ["outer spaces", [" a"], '" a"\r\n'],
  ])("writes %s", (_, values, expected) => {
    expect(csvLine(values)).toBe(expected);
  });

  it("is one line that gives back every field", () => {
    const field = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n\u2028\u2029]/.test(text));
    fc.assert(
      fc.property(fc.array(field, { minLength: 1 }), (fields) => {
        expect(parse(csvLine(fields))).toEqual(fields);
      }),
    );
  });
});

/** Reads one record of RFC 4180. */
function parse(line: string): string[] {
  expect(line.endsWith("\r\n")).toBe(true);
  const fields = [...`,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)];
  return fields.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare);
}
