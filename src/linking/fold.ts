/** A word of a text as it is compared, and where it stands: half-open, UTF-16 code units of that text. */
export interface FoldedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Words in order of trial: letters with full stops between ("U.S.", "a.m."), so that it is one word with and without them; numbers
 * with thousands marks; else letters, digits and marks, with apostrophes inside. Invisible characters (soft hyphen, joiners) do not
 * end a word.
 */
const WORD =
  /(?<![\p{L}\p{N}\p{M}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}\p{M}])\.?(?:['’‘ʼ＇][sS](?![\p{L}\p{N}\p{M}]))?|(?<!\p{N})[0-9]{1,3}(?:,[0-9]{3})+(?![\p{L}\p{N}\p{M}])|[\p{L}\p{N}\p{M}\p{Cf}]+(?:['’‘ʼ＇][\p{L}\p{N}\p{M}\p{Cf}]+)*/gu;

const PLAIN = /^[a-z0-9]+$/;
const POSSESSIVE = /['’‘ʼ＇][sS]$/;
const NOT_OF_WORD = /[^\p{L}\p{N}]|[ʼʻ]/gu;

/** Letters that NFKD leaves whole though keyboards without them write them plain: "Łódź" and "Lodz" are one. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ς: "σ",
};
const LETTERS = new RegExp(`[${Object.keys(PLAIN_LETTERS).join("")}]`, "g");

/**
 * The words of a text as the archive compares them: lower case, NFKD without marks, possessive 's dropped, apostrophes, full stops of
 * abbreviations and thousands marks taken out; everything else that is neither letter nor digit parts words. A word holds letters and
 * digits only, so that any full-text index that splits on spaces indexes the same words, and at most 120 code units, since indexes cut longer
 * ones each in its own way: two words that agree so far are one. Archives hold indexes of folded words: whoever
 * changes this adds a migration that fills them anew.
 */
export const fold = (text: string): readonly string[] => foldedWords(text).map(({ word }) => word);

/** As `fold`, with the place of each word. */
export function foldedWords(text: string): readonly FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = foldWord(match[0]);
    if (word !== "") words.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

const LONGEST_WORD = 120;

function foldWord(found: string): string {
  const word = wholeWord(found);
  return word.length <= LONGEST_WORD ? word : word.slice(0, LONGEST_WORD).replace(/[\ud800-\udbff]$/, "");
}

function wholeWord(found: string): string {
  const lower = found.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return found
    .replace(POSSESSIVE, "")
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(NOT_OF_WORD, "")
    .replace(LETTERS, (letter) => PLAIN_LETTERS[letter]);
}

/**
 * A folded word without its plural ending, so that "sanction" finds "sanctions": the S-stemmer of Harman, "How effective is suffixing?"
 * (JASIS 42, 1991). It is used for the index only; whether words are the same is always judged unstemmed.
 */
export function stem(word: string): string {
  if (word.length < 4 || !word.endsWith("s")) return word;
  if (word.endsWith("ies")) return /[ae]ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  if (word.endsWith("es")) return /[aeo]es$/.test(word) ? word : word.slice(0, -1);
  return /[us]s$/.test(word) ? word : word.slice(0, -1);
}
