import { isApostrophe, isDigit, isSmall, isSpace, isWordCharacter } from "./characters.js";

/** How far a single quotation mark reaches, in code units: longer than most quotations, so that one slip does not spoil a whole text. */
const REACH = 400;

/** Whether the mark at an offset, which is an apostrophe by its shape, opens a quotation: a word follows, none stands before. */
export const opensQuotation = (text: string, at: number): boolean =>
  isWordCharacter(text, at + 1) && !isWordCharacter(text, at - 1) && !isDigit(text, at + 1);

/**
 * Whether the apostrophe at `mark`, behind a word and before no letter, makes a possessive ("the students’ union") rather than closing a
 * quotation (the ‘students’ he named). The word must end in a sibilant. Where a single quotation mark stands open at `opened` (-1: none does),
 * the apostrophe closes that one, unless a small letter follows and another mark that closes it.
 */
export function isPossessive(text: string, mark: number, opened: number): boolean {
  const last = text.charAt(mark - 1).toLowerCase();
  if (last !== "s" && last !== "z" && last !== "x") return false;
  const shape = text.charAt(mark);
  if (shape !== "'" && shape !== "’") return false;
  if (opened < 0 || mark - opened > REACH) return true;
  return isSpace(text, mark + 1) && isSmall(text, mark + 2) && closesBehind(text, mark + 1);
}

/** Whether a mark that closes a quotation comes before one that opens the next. */
function closesBehind(text: string, from: number): boolean {
  for (let at = from; at < text.length && at < from + REACH; at++) {
    if (text.charAt(at) === "\n") return false;
    if (!isApostrophe(text, at)) continue;
    if (opensQuotation(text, at)) return false;
    if (!isWordCharacter(text, at + 1)) return true;
  }
  return false;
}
