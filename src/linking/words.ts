import { type Anchor, wordsOfAnchor } from "../model/index.js";
import { type FoldedWord, foldedWords } from "./fold.js";

/** A folded word with what an editor's signs beside it say: quotations are cut with "…" and mended with "[ ]". */
export interface MarkedWord extends FoldedWord {
  /** It stands in square brackets: not said so, put in by an editor. */
  readonly bracketed: boolean;
  /** An ellipsis stands between it and the word before: something was left out there. */
  readonly gapBefore: boolean;
}

const GAP = /…|\.\s?\.\s?\./g;
/** Most texts have none, and are spared the look. */
const MARKS = /…|\.\s?\.|\[/;
/** The longest bracket that is taken for an editor's: a longer one is a whole remark, or was never closed. */
const BRACKET = /\[[^\]]{1,80}\]/g;

/** The words of a text in order, as `foldedWords` gives them, with their marks. */
export function markedWords(text: string): readonly MarkedWord[] {
  if (!MARKS.test(text)) {
    return foldedWords(text).map(({ word, start, end }) => ({ word, start, end, bracketed: false, gapBefore: false }));
  }
  const gaps = [...text.matchAll(GAP)].map(({ index }) => index);
  const brackets = [...text.matchAll(BRACKET)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  let before = 0;
  return foldedWords(text).map((word) => {
    const gapBefore = before > 0 && gaps.some((at) => at >= before && at < word.start);
    const bracketed = brackets.some(({ start, end }) => start <= word.start && word.end <= end);
    before = word.end;
    return { ...word, bracketed, gapBefore };
  });
}

/** The words of an anchor, with their places in its text. What stands between the parts of a broken one is no gap: nothing was left out. */
export const markedWordsOf = (anchor: Anchor): readonly MarkedWord[] =>
  anchor.flatMap(({ start, exact }) => markedWords(exact).map((word) => ({ ...word, start: word.start + start, end: word.end + start })));

/** The words of an anchor, folded. */
export const wordsIn = (anchor: Anchor): readonly string[] => foldedWords(wordsOfAnchor(anchor)).map(({ word }) => word);

/**
 * Words that only hold a sentence together. They tell no statement from another, and they are what changes first when words are told again:
 * "We will go" becomes that they would go. Folded; closed classes of English and the auxiliaries.
 */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the and or but nor if of to in on at for from by with as into onto than then so is are was were be been being am has have had having " +
    "do does did doing done will would shall should can could may might must not no never it its itself he him his she her hers they them their " +
    "we us our ours you your yours i me my mine this that these those there here what who whom whose which when where why how all any both each " +
    "some such very just also only about over under out up down after before because while until during against between through " +
    "dont doesnt didnt wont wouldnt cant couldnt isnt arent wasnt werent hasnt havent hadnt ive youve weve theyve im youre theyre hes shes thats"
  ).split(" "),
);

export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);
