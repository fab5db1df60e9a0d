import { isApostrophe, isDigit, isLetter, isWordCharacter } from "./characters.js";
import type { WordTables } from "./tables.js";
import type { WordList } from "./tokens.js";

/** What is cut off behind an apostrophe. "'d" is had or would, "'s" is is, has or the possessive: the tagger decides. */
const CLITICS: ReadonlySet<string> = new Set(["s", "m", "d", "re", "ve", "ll"]);

/** Adds the token `[start, end)` as its syntactic words: "shouldn't've" as "should", "n't", "'ve"; "students’" as "students", "’". */
export function splitContraction(text: string, start: number, end: number, tables: WordTables, words: WordList): void {
  const cuts = end - start < 2 || !(isLetter(text, end - 1) || isApostrophe(text, end - 1)) ? NONE : cutsOf(text, start, end, tables);
  let from = start;
  for (const cut of cuts) {
    words.add(from, cut, from === start ? 0 : 1);
    from = cut;
  }
  words.add(from, end, from === start ? 0 : 1);
}

/** First and last letter of a word, in small ASCII letters, as one number: spares most words a look into the table. */
export const edgesOf = (text: string, start: number, end: number): number =>
  ((text.charCodeAt(start) | 0x20) << 8) | ((text.charCodeAt(end - 1) | 0x20) & 0xff);

const NONE: readonly number[] = [];

/** Offsets at which a token is cut, ascending; none for most. */
function cutsOf(text: string, start: number, end: number, tables: WordTables): readonly number[] {
  if (end - start <= 8) {
    const parts = tables.contractions.get(
      text
        .slice(start, end)
        .toLowerCase()
        .replace(/[’‘ʼ`´]/g, "'"),
    );
    if (parts !== undefined) {
      let at = start;
      return parts.slice(0, -1).map((length) => (at += length));
    }
  }
  if (isApostrophe(text, end - 1)) return isWordCharacter(text, start) ? [end - 1] : NONE;
  const cuts: number[] = [];
  let stop = end;
  for (;;) {
    let mark = stop - 1;
    while (mark > start && mark >= stop - 3 && !isApostrophe(text, mark)) mark--;
    if (mark <= start || !isApostrophe(text, mark)) break;
    const clitic = text.slice(mark + 1, stop).toLowerCase();
    let cut = -1;
    if (CLITICS.has(clitic) && !(clitic === "s" && isDecade(text, start, mark))) cut = mark;
    else if (clitic === "t" && text.charAt(mark - 1).toLowerCase() === "n" && mark - 1 > start) cut = mark - 1;
    if (cut < 0) break;
    cuts.unshift(cut);
    stop = cut;
  }
  return cuts;
}

/** "1980", "80": before "'s" a decade rather than a year that owns something. */
const isDecade = (text: string, start: number, end: number): boolean => {
  const length = end - start;
  return (length === 2 || length === 4) && text.charAt(end - 1) === "0" && isDigit(text, start);
};
