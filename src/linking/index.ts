export { type AlignedWord, type Alignment, align, alignWhole, type Difference } from "./align.js";
export {
  type Belonging,
  type Body,
  bodyOf,
  COPYINGS,
  type Copying,
  type CopyOf,
  copyOf,
  type Family,
  familiesOf,
  familyId,
  type Kinship,
  type Member,
  sketchOf,
} from "./copies.js";
export { type Change, DIFFED, type DiffedLayer, diffRecords, type FieldChange, type Version } from "./diff.js";
export { isNear, type Likeness, nearStretches, runsOf, type Stretch, type Turn, turnsOf } from "./find.js";
export { type FoldedWord, fold, foldedWords, stem } from "./fold.js";
export { shinglesOf } from "./shingles.js";
export { type Judged, RELATIONS, type Relation, relationOf, VERDICTS, type Verdict, type Voice, verdictOf } from "./verdict.js";
export { isFunctionWord, type MarkedWord, markedWords, markedWordsOf } from "./words.js";
