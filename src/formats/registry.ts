import { encodingOf } from "./bytes/decode.js";
import type { Format } from "./format.js";
import { htmlPage } from "./html/html-page.js";
import { jsonl } from "./jsonl.js";
import { charsetOf, essenceOf } from "./media-type.js";
import { plainText } from "./plain-text.js";
import type { Received } from "./received.js";

/** All formats, in the order in which contents are asked; the last takes any text. */
export const FORMATS: readonly Format[] = [jsonl, htmlPage, plainText];

/** Bytes that are looked at to tell a format by its contents. */
const HEAD = 2048;

/**
 * The format of what came in. A media type decides, then the ending of the name, then how the contents begin. "text/plain" and ".txt" decide nothing:
 * servers and people give them to anything.
 */
export function recognise(received: Received): Format {
  const essence = essenceOf(received.mediaType);
  const ending = /\.\w+$/.exec(received.name?.toLowerCase() ?? "")?.[0];
  const told =
    FORMATS.find((format) => format !== plainText && essence !== null && format.mediaTypes.includes(essence)) ??
    FORMATS.find((format) => format !== plainText && ending !== undefined && format.endings.includes(ending));
  if (told) return told;
  const sample = received.bytes.subarray(0, HEAD);
  const head = new TextDecoder(encodingOf(sample, charsetOf(received.mediaType))).decode(sample).trimStart();
  return FORMATS.find((format) => format.looksLike(head)) ?? plainText;
}
