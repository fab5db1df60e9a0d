export { type AlignedWord, type Alignment, align, alignWhole, type Difference } from "./align.js";
export { isNear, type Likeness, nearStretches, runsOf, type Stretch, type Turn, turnsOf } from "./find.js";
export { type FoldedWord, fold, foldedWords, stem } from "./fold.js";
export { shinglesOf } from "./shingles.js";
export { type Judged, RELATIONS, type Relation, relationOf, VERDICTS, type Verdict, type Voice, verdictOf } from "./verdict.js";
export { isFunctionWord, type MarkedWord, markedWords, markedWordsOf } from "./words.js";
