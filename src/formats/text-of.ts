import { binaryKind } from "./bytes/binary.js";
import { decode } from "./bytes/decode.js";
import { nameOf } from "./format.js";
import { InputError } from "./input-error.js";
import { tooLarge } from "./limits.js";
import type { Received } from "./received.js";

/** The whole input as text, or why it is none. More than `mostBytes` are refused before time is spent on decoding them. */
export function textOf(received: Received, charset: string | null, mostBytes: number): string | InputError {
  const name = nameOf(received);
  // A film of two gigabytes is refused as a film, not for its size.
  if (received.bytes.length > mostBytes && binaryKind(received.bytes) === null) return tooLarge(name, received.bytes.length, "bytes");
  const text = decode(received.bytes, charset);
  return typeof text === "string" ? text : new InputError(text.code, name, text.reason);
}
