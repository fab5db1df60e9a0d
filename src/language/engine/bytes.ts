import { gunzipSync, gzipSync } from "node:zlib";

/** Whole numbers in as few bytes as they need (LEB128), signed ones with the sign in the lowest bit. */
export class ByteWriter {
  private buffer = new Uint8Array(1024);
  private length = 0;

  byte(value: number): void {
    if (this.length === this.buffer.length) {
      const larger = new Uint8Array(this.buffer.length * 2);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer[this.length++] = value;
  }

  /** A number in 0 … 2^32 − 1. */
  unsigned(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** A number in −2^31 … 2^31 − 1. */
  signed(value: number): void {
    this.unsigned(((value << 1) ^ (value >> 31)) >>> 0);
  }

  text(value: string): void {
    this.bytes(new TextEncoder().encode(value));
  }

  /** A run of bytes with its length before it. */
  bytes(value: Uint8Array): void {
    this.unsigned(value.length);
    for (const byte of value) this.byte(byte);
  }

  finish(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }
}

/** Reads what `ByteWriter` wrote, in the same order. */
export class ByteReader {
  private at = 0;
  constructor(private readonly buffer: Uint8Array) {}

  byte(): number {
    return this.buffer[this.at++];
  }

  unsigned(): number {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.buffer[this.at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
      shift += 7;
    }
  }

  signed(): number {
    const value = this.unsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  text(): string {
    return new TextDecoder().decode(this.bytes());
  }

  bytes(): Uint8Array {
    const length = this.unsigned();
    this.at += length;
    return this.buffer.subarray(this.at - length, this.at);
  }
}

/**
 * The first `count` unsigned numbers of a stream at once, which is several times as fast as one by one: models hold millions. Numbers from 2^31 on
 * come out negative.
 */
export function unsignedNumbers(stream: Uint8Array, count: number): Int32Array {
  const numbers = new Int32Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    let byte = stream[at++];
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = stream[at++];
      value |= (byte & 0x7f) << shift;
    }
    numbers[i] = value;
  }
  return numbers;
}

/** As `unsignedNumbers`, for signed ones. */
export function signedNumbers(stream: Uint8Array, count: number): Int32Array {
  const numbers = unsignedNumbers(stream, count);
  for (let i = 0; i < count; i++) numbers[i] = (numbers[i] >>> 1) ^ -(numbers[i] & 1);
  return numbers;
}

/** First bytes of a model file, before compression: what it is, and the version of this layout. */
const MAGIC = "onrecord model 1";

/**
 * Compresses a model file that holds `kind` ("tagger") and whatever `write` puts after it. By gzip: Brotli makes the files a tenth smaller, but takes
 * twice as long to open them, some 80 ms of the time to load (Node 20).
 */
export function packModel(kind: string, write: (out: ByteWriter) => void): Uint8Array {
  const out = new ByteWriter();
  out.text(MAGIC);
  out.text(kind);
  write(out);
  return gzipSync(out.finish(), { level: 9 });
}

/** Opens a model file behind its heading. Throws where the bytes are not a model of this kind and version. */
export function unpackModel(kind: string, packed: Uint8Array): ByteReader {
  let reader: ByteReader;
  try {
    reader = new ByteReader(gunzipSync(packed, { chunkSize: 1 << 22 }));
  } catch (cause) {
    throw new Error(`The ${kind} model cannot be decompressed; install the package again or run \`npm run train\``, { cause });
  }
  const magic = reader.text();
  const found = magic === MAGIC ? reader.text() : magic.slice(0, 20);
  if (found !== kind)
    throw new Error(`Expected a ${kind} model of version "${MAGIC}", found "${found}"; run \`npm run train\` with this version`);
  return reader;
}
