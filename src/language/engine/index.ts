export { type ArcNamer, Beam, LEFT, RIGHT, type Scorer, SHIFT } from "./beam.js";
export { type ByteReader, ByteWriter, packModel, signedNumbers, unpackModel, unsignedNumbers } from "./bytes.js";
export { type ClusterIds, Clusters, unpackClusters, type WordClusters } from "./clusters.js";
export { type Annotation, type Engine, loadEngine, MODEL_FILES, type ModelFiles, packagedClusters } from "./engine.js";
export { type Forms, formsOf } from "./forms.js";
export { GAZETTEER_KINDS, Gazetteer } from "./gazetteer.js";
export { fillLabellerAtoms, LABELLER_BITS, labellerAtoms, labellerTemplates } from "./label-features.js";
export { LABEL_PAIRS, LabelPath, mayFollow, NAME_LABELS } from "./label-path.js";
export {
  biasTemplate,
  fillNameAtoms,
  NAMES_BITS,
  type NameContext,
  nameAtoms,
  nameTemplates,
  PAIRS_BITS,
  pairTemplates,
  remember,
} from "./name-features.js";
export { mayBeInName, NameFinder, type NameModel, packNames, unpackNames } from "./names.js";
export { ParseState, type TaggedWords, tagOf } from "./parse-state.js";
export { Parser, type ParserModel, packParser, unpackParser } from "./parser.js";
export { fillParserAtoms, PARSER_BITS, parserAtoms, parserTemplates } from "./parser-features.js";
export { bestRelation, ROOT_RELATION, SureRelations } from "./relations.js";
export { TagDictionary, type TagEntry } from "./tag-dictionary.js";
export { NO_TAG, packTagger, Tagger, type TaggerModel, unpackTagger } from "./tagger.js";
export { ambiguityClasses, fillTaggerAtoms, revisionTemplates, TAGGER_BITS, taggerAtoms, taggerTemplates } from "./tagger-features.js";
export { hashText } from "./templates.js";
export { ActionWeights, LabelWeights } from "./weights.js";
