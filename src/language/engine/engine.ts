import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Doc } from "../doc.js";
import type { Words } from "../words.js";
import { type Clusters, unpackClusters, type WordClusters } from "./clusters.js";
import { formsOf } from "./forms.js";
import { NameFinder, unpackNames } from "./names.js";
import { Parser, unpackParser } from "./parser.js";
import { Tagger, unpackTagger } from "./tagger.js";

/** What the models say of words: a `Doc` but for its lemmas. */
export type Annotation = Omit<Doc, "lemma" | "lemmas">;

/** The trained models, ready to read. */
export interface Engine {
  /** First 16 hexadecimal digits of the SHA-256 of all model files: names the weights that made an annotation. */
  readonly weightsHash: string;
  /**
   * Tags, parses and finds names, in time linear in the number of words. The words are one text: a name's label is remembered from its first sentence to its last.
   * Any words are read, whatever the language. Same words, same answer, on every machine.
   */
  annotate(words: Words): Annotation;
  /** The clusters of each word. */
  clustersOf(words: Words): WordClusters;
}

/** Where the models are. */
export interface ModelFiles {
  readonly clusters: URL;
  readonly tagger: URL;
  readonly parser: URL;
  readonly names: URL;
}

/** The models of this package: `models/` lies beside both `src/` and `dist/`. */
export const MODEL_FILES: ModelFiles = {
  clusters: new URL("../../../models/english.clusters.bin", import.meta.url),
  tagger: new URL("../../../models/english.tagger.bin", import.meta.url),
  parser: new URL("../../../models/english.parser.bin", import.meta.url),
  names: new URL("../../../models/english.names.bin", import.meta.url),
};

let packaged: Clusters | undefined;

/** The clusters of words of this package, read when first asked for: for models of other rooms. Throws where the file is missing. */
export function packagedClusters(): Clusters {
  packaged ??= unpackClusters(readFileSync(MODEL_FILES.clusters));
  return packaged;
}

/** Reads the models from disk, which takes some tenths of a second. Throws where a file is missing or is no model of this version. */
export function loadEngine(files: ModelFiles = MODEL_FILES): Engine {
  const hash = createHash("sha256");
  const read = (file: URL): Uint8Array => {
    const packed = readFileSync(file);
    hash.update(packed);
    return packed;
  };
  const packedClusters = read(files.clusters);
  // Unpacked once where they are the package's own: other rooms ask for them, too.
  const isPackaged = files.clusters === MODEL_FILES.clusters;
  const clusters = isPackaged ? (packaged ?? unpackClusters(packedClusters)) : unpackClusters(packedClusters);
  if (isPackaged) packaged = clusters;
  const tagger = new Tagger(unpackTagger(read(files.tagger)));
  const parser = new Parser(unpackParser(read(files.parser)));
  const names = new NameFinder(unpackNames(read(files.names)));

  return {
    weightsHash: hash.digest("hex").slice(0, 16),
    clustersOf: (words) => clusters.of(formsOf(words).form),
    annotate(words) {
      const forms = formsOf(words);
      const kinds = clusters.of(forms.form);
      const { upos, xpos } = tagger.tag(forms, words.sentences);
      const head = new Int32Array(words.length);
      const deprel = new Uint8Array(words.length);
      parser.parse({ forms, clusters: kinds, upos, xpos }, words.sentences, head, deprel);
      return { ...words, upos, xpos, head, deprel, name: names.find(forms, kinds, upos, xpos, words.sentences) };
    },
  };
}
