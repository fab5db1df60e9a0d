/** A line of a file as bytes, without its end. */
export interface ByteLine {
  /** From 1, as an editor numbers them. */
  readonly number: number;
  readonly bytes: Uint8Array;
}

/**
 * Lines of a file of any size, without decoding it as a whole: a string can hold half a gigabyte, an archive of stories more. A line ends with
 * LF, CRLF or CR. `encoding` as `encodingOf` gives it; its byte order mark is not part of the first line.
 */
export function* byteLines(bytes: Uint8Array, encoding: string): Iterable<ByteLine> {
  const isWide = encoding.startsWith("utf-16");
  const width = isWide ? 2 : 1;
  const low = encoding === "utf-16be" ? 1 : 0;
  const unitAt = (at: number): number => (isWide ? bytes[at + low] | (bytes[at + 1 - low] << 8) : bytes[at]);

  let start = markLength(bytes, encoding);
  let number = 1;
  for (let at = start; at + width <= bytes.length; at += width) {
    const unit = unitAt(at);
    if (unit !== 0x0a && unit !== 0x0d) continue;
    yield { number, bytes: bytes.subarray(start, at) };
    number++;
    if (unit === 0x0d && at + 2 * width <= bytes.length && unitAt(at + width) === 0x0a) at += width;
    start = at + width;
  }
  if (start < bytes.length) yield { number, bytes: bytes.subarray(start) };
}

function markLength(bytes: Uint8Array, encoding: string): number {
  if (encoding === "utf-8") return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const isMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return encoding.startsWith("utf-16") && isMark ? 2 : 0;
}
