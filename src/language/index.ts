export { blocksOf } from "./blocks.js";
export {
  baseRelOf,
  children,
  type Doc,
  deprelOf,
  dominates,
  formOf,
  lemmaOf,
  type Name,
  nameAt,
  namesOf,
  sentenceCount,
  sentenceOf,
  spanOf,
  subtree,
  uposOf,
  type WordRange,
  wordAt,
  wordsOf,
  xposOf,
} from "./doc.js";
export {
  type ByteReader,
  ByteWriter,
  type Clusters,
  hashText,
  LabelWeights,
  packagedClusters,
  packModel,
  signedNumbers,
  unpackModel,
  unsignedNumbers,
  type WordClusters,
} from "./engine/index.js";
export { type Recognition, recogniseLanguage } from "./english.js";
export { type LemmaTable, lemmaTable, lemmatise } from "./lemmas.js";
export { type Gender, type Mention, type MentionTables, mentionsOf, mentionTables } from "./mentions.js";
export { type English, englishWith, packagedEngine, parse } from "./parse.js";
export { packagedTables } from "./read-tables.js";
export { type AbbreviationKind, type LanguageLexicon, type LemmaRow, type WordTables, wordTables } from "./tables.js";
export {
  DEPREL,
  type Deprel,
  deprelCode,
  NAME,
  type NameKind,
  nameCode,
  UPOS,
  type Upos,
  uposCode,
  XPOS,
  type Xpos,
  xposCode,
} from "./tags.js";
export { dependents, phraseCore, type Tree, treeOf } from "./tree.js";
export { type Block, segment, type Words } from "./words.js";
