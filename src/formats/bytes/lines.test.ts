import fc from "fast-check";
import { expect, it } from "vitest";
import { byteLines } from "./lines.js";

const linesOf = (bytes: Uint8Array, encoding: string): string[] =>
  [...byteLines(bytes, encoding)].map(({ number, bytes: line }) => `${number} ${new TextDecoder(encoding).decode(line)}`);

it("ends lines at LF, CRLF and CR, counts blank ones, and needs no end at the end", () => {
  expect(linesOf(new TextEncoder().encode("a\nb\r\nc\rd\n\ne"), "utf-8")).toEqual(["1 a", "2 b", "3 c", "4 d", "5 ", "6 e"]);
});

it("takes the mark off the first line", () => {
  expect(linesOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x0a, 0x62), "utf-8")).toEqual(["1 a", "2 b"]);
  expect(linesOf(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x62, 0), "utf-16le")).toEqual(["1 a", "2 b"]);
});

it("does not take half of a wide character for a line end", () => {
  // U+0A0D and U+0D0A hold both bytes.
  expect(linesOf(Uint8Array.of(0x0d, 0x0a, 0x0a, 0x0d, 0x0a, 0, 0x62, 0), "utf-16le")).toEqual(["1 \u0a0d\u0d0a", "2 b"]);
});

it("cuts as a split of the text would", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "é", "\n", "\r", "\r\n", " ")), (parts) => {
      const text = parts.join("");
      const expected = text.split(/\r\n|\n|\r/);
      if (expected.at(-1) === "") expected.pop();
      expect(linesOf(new TextEncoder().encode(text), "utf-8")).toEqual(expected.map((line, i) => `${i + 1} ${line}`));
    }),
  );
});
