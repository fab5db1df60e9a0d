import { isApostrophe, isLetter, isSmall, isSpace, isWordCharacter } from "./characters.js";

/** How far ahead a single quotation mark is looked for that would close the quotation: longer than most quotations, and bounded. */
const REACH = 300;

/**
 * Whether the apostrophe at `mark`, behind the word that begins at `start` and before no letter, makes a possessive ("the students’ union")
 * rather than closing a quotation (the ‘students’ he named). The word must end in a sibilant. Where a single quotation mark stands open before
 * it in the text, the apostrophe closes that one unless another closing mark comes before the next opening one.
 */
export function isPossessive(text: string, start: number, mark: number): boolean {
  const last = text.charAt(mark - 1).toLowerCase();
  if (last !== "s" && last !== "z" && last !== "x") return false;
  if (text.charAt(mark) === "‘" || text.charAt(mark) === "`" || text.charAt(mark) === "´") return false;
  if (!opensBefore(text, start)) return true;
  return isSpace(text, mark + 1) && isSmall(text, mark + 2) && closesBehind(text, mark + 1);
}

/** Whether a single quotation mark was opened before `from` and not closed since. */
function opensBefore(text: string, from: number): boolean {
  for (let at = from - 1; at >= 0 && at > from - REACH; at--) {
    if (text.charAt(at) === "\n") return false;
    if (!isApostrophe(text, at)) continue;
    const wordBefore = isWordCharacter(text, at - 1);
    const wordBehind = isWordCharacter(text, at + 1);
    if (!wordBefore && wordBehind && !isSpace(text, at + 1)) return !/\d/.test(text.charAt(at + 1));
    if (!isSpace(text, at - 1) && !wordBehind && !isLetter(text, at - 1)) return false;
    if (wordBefore && !wordBehind && !/[szx]/i.test(text.charAt(at - 1))) return false;
  }
  return false;
}

function closesBehind(text: string, from: number): boolean {
  for (let at = from; at < text.length && at < from + REACH; at++) {
    if (text.charAt(at) === "\n") return false;
    if (!isApostrophe(text, at)) continue;
    if (isSpace(text, at - 1) || text.charAt(at - 1) === "(") return false;
    if (!isWordCharacter(text, at + 1)) return true;
  }
  return false;
}
