import { analyse } from "chardet";
import { binaryKind } from "./binary.js";

/** Why bytes are no text, for an InputError. */
export interface Undecodable {
  readonly code: "binary" | "not-text";
  readonly reason: string;
}

/** How many bytes are looked at to tell the encoding. */
const SAMPLE = 64 * 1024;

/** Share of the bytes at odd (or even) places that are 0 in UTF-16 without a byte order mark. English text has more than nine in ten. */
const UTF16_SHARE = 0.4;

/** Share of characters that may be control characters or replacements before bytes are taken for something else than text. */
const ODD_SHARE = 0.02;

/**
 * Text of bytes in any encoding that TextDecoder knows: byte order marks first, then UTF-16 by its pattern of zeros, then UTF-8 if every
 * byte is valid, then `declared` (by a server or the document), then what chardet makes of it. Valid UTF-8 goes before what is declared,
 * since text in another encoding is hardly ever valid UTF-8, and servers are often wrong.
 *
 * Line ends become LF, the byte order mark goes, halves of surrogate pairs that stand alone become U+FFFD; nothing else is changed.
 */
export function decode(bytes: Uint8Array, declared: string | null): string | Undecodable {
  const binary = binaryKind(bytes);
  if (binary) return { code: "binary", reason: `is ${binary.what}, not text; ${binary.advice}` };

  const text = normaliseLines(decodeAs(bytes, encodingOf(bytes, declared)));
  if (text.includes("\0")) return { code: "binary", reason: "holds NUL bytes and is no text; give the story as plain text, HTML or JSONL" };
  if (hasOddCharacters(text)) {
    return { code: "not-text", reason: "is in no encoding that could be made out; save it as UTF-8 and give that" };
  }
  return text;
}

/** Encoding of bytes as `decode` sees it, a label that TextDecoder takes. */
export function encodingOf(bytes: Uint8Array, declared: string | null): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = zeroPattern(bytes.subarray(0, SAMPLE));
  if (zeros !== null) return zeros;
  if (isUtf8(bytes)) return "utf-8";
  if (declared !== null && isKnown(declared) && !/^utf-?(8|16)/i.test(declared)) return declared;
  const guess = analyse(bytes.subarray(0, SAMPLE)).find(({ name, confidence }) => confidence > 0 && isKnown(name));
  // Every byte means something in Windows-1252, the encoding of most English text that is not Unicode.
  return guess === undefined || /^(utf|ascii)/i.test(guess.name) ? "windows-1252" : guess.name;
}

/** CRLF and CR become LF; halves of surrogate pairs become U+FFFD. */
export function normaliseLines(text: string): string {
  return text.replace(/\r\n?/g, "\n").toWellFormed();
}

/** What Windows-1252 has at 80 to 9F, five unused places kept. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeAs(bytes: Uint8Array, encoding: string): string {
  const decoder = new TextDecoder(encoding);
  const text = decoder.decode(bytes);
  // Node.js 20 since 20.18.3, and many a version of 22 to 24, reads Windows-1252 as Latin-1: every curly quote a control character.
  return decoder.encoding === "windows-1252" ? text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]) : text;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: in English text nearly every second byte is 0, and hardly any of the others. */
function zeroPattern(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const half = sample.length / 2;
  if (odd > UTF16_SHARE * half && even < 0.1 * odd) return "utf-16le";
  if (even > UTF16_SHARE * half && odd < 0.1 * even) return "utf-16be";
  return null;
}

function hasOddCharacters(text: string): boolean {
  // C0 controls but tab, line feed, vertical tab, form feed and escape; C1 controls but NEL; replacement characters.
  const odd = text.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]/g)?.length ?? 0;
  return odd > 4 && odd > ODD_SHARE * text.length;
}
