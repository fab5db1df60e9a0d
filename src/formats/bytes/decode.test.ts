import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "./decode.js";

const bytesOf = (...values: readonly (number | string)[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => (typeof value === "number" ? [value] : [...value].map((letter) => letter.charCodeAt(0)))));

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
};

describe("decode", () => {
  const words = "“Não,” said the mayor of Besançon.\n";

  it.each([
    ["UTF-8", new TextEncoder().encode(words)],
    ["UTF-8 with a mark", bytesOf(0xef, 0xbb, 0xbf, ...new TextEncoder().encode(words))],
    ["UTF-16LE with a mark", bytesOf(0xff, 0xfe, ...utf16(words, true))],
    ["UTF-16BE with a mark", bytesOf(0xfe, 0xff, ...utf16(words, false))],
    ["UTF-16LE without one", utf16(words, true)],
    ["UTF-16BE without one", utf16(words, false)],
    ["CRLF", new TextEncoder().encode(words.replace("\n", "\r\n"))],
    ["CR", new TextEncoder().encode(words.replace("\n", "\r"))],
    ["Windows-1252", bytesOf(0x93, "N\xe3o,", 0x94, " said the mayor of Besan\xe7on.\n")],
  ])("reads %s", (_, bytes) => expect(decode(bytes, null)).toBe(words));

  it("believes what is declared, unless the bytes are valid UTF-8", () => {
    expect(decode(bytesOf(0xa3, "\xf3d\xbc"), "iso-8859-2")).toBe("Łódź");
    expect(decode(new TextEncoder().encode("Łódź"), "iso-8859-2")).toBe("Łódź");
    expect(decode(bytesOf("caf\xe9"), "no-such-encoding")).toBe("café");
  });

  it("leaves all other characters alone", () => {
    const odd = "a\u00a0b\u2028c\u0085d\ufeffe\tf  g";
    expect(decode(new TextEncoder().encode(odd), null)).toBe(odd);
  });

  it.each([
    ["a PDF", bytesOf("%PDF-1.7\n")],
    ["a ZIP", bytesOf("PK\x03\x04\x14\0")],
    ["a PNG", bytesOf("\x89PNG\r\n\x1a\n")],
    ["a JPEG", bytesOf("\xff\xd8\xff\xe0\0\x10JFIF")],
    ["a GIF", bytesOf("GIF89a\x01\0\x01\0")],
    ["a program", bytesOf("\x7fELF\x02\x01\x01\0")],
    ["a Windows program", bytesOf("MZ\x90\0\x03\0\0\0")],
    ["a gzip", bytesOf("\x1f\x8b\x08\0")],
  ])("refuses %s and says what it is", (what, bytes) => {
    expect(decode(bytes, null)).toMatchObject({ code: "binary", reason: expect.stringContaining(what) });
  });

  it("takes a text for a text that begins like a program or picture", () => {
    expect(decode(bytesOf("MZ said he would go."), null)).toBe("MZ said he would go.");
    expect(decode(bytesOf("GIF8 is a film."), null)).toBe("GIF8 is a film.");
  });

  it("refuses NUL bytes within text, and noise", () => {
    expect(decode(bytesOf("He said\0 no."), null)).toMatchObject({ code: "binary" });
    expect(decode(bytesOf(...Array.from({ length: 200 }, (_, i) => (i * 37) % 31 || 1)), null)).toMatchObject({ code: "not-text" });
  });

  it("gives well-formed text without CR, or a reason, for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = decode(bytes, null);
        if (typeof text !== "string") return text.reason.length > 0;
        return text.isWellFormed() && !text.includes("\r") && !text.includes("\0");
      }),
    );
  });
});
