import { isApostrophe, isCapital, isDigit, isLetter, isSmall, isSpace } from "./characters.js";
import type { WordTables } from "./tables.js";
import type { WordList } from "./tokens.js";

/**
 * Decides where the sentences of one block begin. `words[from..to)` are the words of the block; gives the indices of the words that begin a
 * sentence, `from` first; none for an empty block.
 *
 * A sentence ends behind a mark that ends sentences (. ? ! … and an abbreviation's full stop), together with the closing quotation marks and
 * brackets that stand against it, if what follows does not go on with it. What goes on for longer than any sentence (a list, a text without full
 * stops) is cut, behind a comma or the like if there is one, so that no step that looks at a sentence as a whole takes time without bound.
 */
export function sentenceStarts(text: string, words: WordList, from: number, to: number, tables: WordTables): number[] {
  if (from === to) return [];
  const starts = [from];
  let joint = from;
  for (let i = from; i < to; i++) {
    const start = starts[starts.length - 1];
    if (i - start >= LONGEST && words.joined[i] === 0) {
      const cut = joint > start + LONGEST / 2 ? joint : i;
      starts.push(cut);
      i = cut;
    }
    if (JOINTS.includes(text.charAt(words.end[i] - 1))) joint = i + 1;
    const mark = endingOf(text, words, i, tables);
    if (mark === Ending.None) continue;
    const behind = closersEnd(text, words, i + 1, to);
    if (behind >= to) break;
    if (endsBefore(text, words, starts[starts.length - 1], i, mark, behind, to, tables)) {
      starts.push(behind);
      i = behind - 1;
    }
  }
  return starts;
}

/** Words of a sentence at most. The longest of the train parts of EWT and GUM (November 2026) has 159. */
const LONGEST = 240;

/** Marks behind which a stretch that is too long for a sentence is cut. */
const JOINTS = ",;:";

/** How strongly a word says that a sentence ends behind it. */
enum Ending {
  None,
  /** A full stop, or a question or exclamation mark. */
  Full,
  Asking,
  /** Three full stops or their sign: as often a pause as an end. */
  Ellipsis,
  /** An abbreviation that may end a sentence: "Inc.", "U.S.", "a.m.". */
  Abbreviation,
  /** "J." */
  Initial,
}

const form = (text: string, words: WordList, i: number): string => text.slice(words.start[i], words.end[i]);

function endingOf(text: string, words: WordList, i: number, tables: WordTables): Ending {
  const last = words.end[i] - 1;
  const length = last + 1 - words.start[i];
  switch (text.charAt(last)) {
    case "?":
    case "!":
      return Ending.Asking;
    case "…":
      return Ending.Ellipsis;
    case ".":
      if (length === 1) return Ending.Full;
      if (text.charAt(last - 1) === ".") return Ending.Ellipsis;
      if (!isLetter(text, words.start[i])) return Ending.None;
      if (length === 2) return Ending.Initial;
      return kindOfAbbreviation(form(text, words, i).toLowerCase(), tables);
    case "。":
    case "？":
    case "！":
      return Ending.Full;
    default:
      return Ending.None;
  }
}

function kindOfAbbreviation(small: string, tables: WordTables): Ending {
  const kind = tables.abbreviations.get(small);
  return kind === "title" || kind === "inner" || kind === "number" ? Ending.None : Ending.Abbreviation;
}

/**
 * Index behind what still belongs to a sentence whose ending mark stands before `i`: closing quotation marks and brackets that stand against
 * it, further marks (". . ."), footnote numbers in square brackets ("[2]"), and smileys.
 */
function closersEnd(text: string, words: WordList, i: number, to: number): number {
  let at = i;
  while (at < to) {
    const start = words.start[at];
    const end = words.end[at];
    if (
      (words.start[at] === words.end[at - 1] && closes(text, start, end)) ||
      ".?!…".includes(text.charAt(start)) ||
      isSmiley(text, start, end)
    )
      at++;
    else if (isNote(text, words, at, to)) at += 3;
    else break;
  }
  return at;
}

/** "[2]", as encyclopaedias put behind a sentence. */
function isNote(text: string, words: WordList, i: number, to: number): boolean {
  return i + 2 < to && text.charAt(words.start[i]) === "[" && isDigit(text, words.start[i + 1]) && text.charAt(words.start[i + 2]) === "]";
}

/** ":)" and its kin: the tokeniser makes words of two or more characters that begin so of nothing else. */
const isSmiley = (text: string, start: number, end: number): boolean => end - start > 1 && ":;=^".includes(text.charAt(start));

/** Whether a token may close a sentence's end that it stands against. A straight quotation mark closes unless a letter follows at once. */
function closes(text: string, start: number, end: number): boolean {
  const mark = text.charAt(start);
  if ("”’»)]}.?!…".includes(mark)) return true;
  if (mark === '"' || mark === "“" || isApostrophe(text, start)) return isSpace(text, end) || !(isLetter(text, end) || isDigit(text, end));
  return false;
}

/** Whether the sentence that began at `first` ends between the mark `i` (with what closes it) and the word `next`. */
function endsBefore(
  text: string,
  words: WordList,
  first: number,
  i: number,
  mark: Ending,
  next: number,
  to: number,
  tables: WordTables,
): boolean {
  const at = openerEnd(text, words, next, to);
  if (at >= to) return false;
  const start = words.start[at];
  const quoted = next > i + 1;
  const spaced = isSpace(text, words.start[next] - 1);
  const small = isLetter(text, start) && isSmall(text, start);
  // "(Reuters) - …", "Yahoo! , said": what goes on with a sentence.
  if (",;:".includes(text.charAt(words.start[next])) && words.end[next] - words.start[next] === 1) return false;
  switch (mark) {
    case Ending.Full:
      // "1. Germany": the number of an item belongs to it.
      if (i === first + 1 && !quoted && isItemNumber(text, words, first)) return false;
      return !(small && (quoted || !spaced));
    case Ending.Asking:
      // “Will they?” he asked; but without quotation marks it is over, whatever the case of what follows, except behind a name (Yahoo! said).
      if (small) return !quoted && i > first && (text.charAt(words.end[i] - 1) === "?" || !isCapital(text, words.start[i - 1]));
      return !(quoted && isInquit(text, words, at, to, tables));
    case Ending.Ellipsis:
      return spaced && !small && (isLetter(text, start) ? isCapital(text, start) : at > next);
    case Ending.Abbreviation:
    case Ending.Initial:
      if (quoted && !small && !isBracket(text, words.start[i + 1])) return true;
      return isStarter(text, words, at, tables);
    default:
      return false;
  }
}

/** Index of the word that follows opening quotation marks and brackets. */
function openerEnd(text: string, words: WordList, next: number, to: number): number {
  let at = next;
  while (
    at < to &&
    at < next + 3 &&
    words.end[at] - words.start[at] <= 2 &&
    "“‘«\"([{'`„".includes(text.charAt(words.start[at])) &&
    !isLetter(text, words.end[at] - 1)
  )
    at++;
  return at;
}

const isBracket = (text: string, at: number): boolean => ")]}".includes(text.charAt(at));

function isItemNumber(text: string, words: WordList, i: number): boolean {
  const start = words.start[i];
  return words.end[i] - start <= 3 && (isDigit(text, start) || (words.end[i] - start === 1 && isLetter(text, start)));
}

/** Whether a word with a capital is of those that begin sentences: "The" but not "Army". */
function isStarter(text: string, words: WordList, i: number, tables: WordTables): boolean {
  return isCapital(text, words.start[i]) && tables.starters.has(form(text, words, i).toLowerCase());
}

/** Whether a name or pronoun and a verb of saying follow: “Why?” Smith asked. / “Why?” Prime Minister Jane Smith asked. */
function isInquit(text: string, words: WordList, from: number, to: number, tables: WordTables): boolean {
  for (let i = from; i < to && i < from + 6; i++) {
    const word = form(text, words, i);
    if (tables.inquits.has(word.toLowerCase())) return i > from || isSmall(text, words.start[i]);
    if (!isCapital(text, words.start[i]) && word !== "of" && word !== "the") return false;
  }
  return false;
}
