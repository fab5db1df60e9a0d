import { formOf } from "../../language/index.js";
import type { Reading } from "../reading.js";

/** Words of a name, without punctuation but for what is inside a word. */
export function wordsOf({ doc }: Reading, first: number, last: number): string[] {
  const words: string[] = [];
  for (let word = first; word <= last; word++) {
    const form = formOf(doc, word);
    const glued = words.length > 0 && word > first && doc.start[word] === doc.end[word - 1];
    if (glued && (/^[-–’']$/.test(form) || /[-–’']$/.test(words[words.length - 1]) || /^['’]s$/.test(form) === false))
      words[words.length - 1] += form;
    else words.push(form);
  }
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word));
}

const CONNECTORS = new Set(["of", "for", "and", "the", "on", "in", "&"]);

/** First letters of a name's words, connectors left out or kept: "NUDW" of "National Union of Dock Workers". */
function isAcronym(short: string, long: readonly string[]): boolean {
  const letters = short.replace(/[.]/g, "");
  if (!/^\p{Lu}[\p{Lu}a-z]*\p{Lu}$/u.test(letters)) return false;
  return initialsOf(long).includes(letters.toUpperCase());
}

function initialsOf(long: readonly string[]): readonly string[] {
  const initials = (words: readonly string[]): string =>
    words
      .flatMap((word) => word.split("-"))
      .map((word) => word[0] ?? "")
      .join("")
      .toUpperCase();
  return [initials(long.filter((word) => !CONNECTORS.has(word.toLowerCase()))), initials(long)];
}

/** What of a body's name is known. */
interface KnownBody {
  readonly name: string | null;
  readonly tokens: readonly string[];
  readonly aliases: readonly string[];
}

/** Whether a body's name of these words is the known one: the same words, its acronym or the reverse, or the end or head of its name ("the Commission"). */
export function sameBody(known: KnownBody, words: readonly string[]): boolean {
  if (known.name === null) return false;
  const name = words.join(" ");
  const full = known.tokens.join(" ");
  if (known.name === name || full.toLowerCase() === name.toLowerCase() || known.aliases.includes(name)) return true;
  if (words.length === 1 && isAcronym(name, known.tokens)) return true;
  if (known.tokens.length === 1 && isAcronym(full, words)) return true;
  const capitals = words.every((word) => /^\p{Lu}/u.test(word) || CONNECTORS.has(word.toLowerCase()));
  if (!capitals || words.length >= known.tokens.length) return false;
  return (
    full.includes(name) &&
    (known.tokens[known.tokens.length - 1] === words[words.length - 1] || known.tokens[0] === words[0] || words.length === 1)
  );
}

/** What a body is found by when it is named again in one of the ways that `sameBody` knows: see `namedKeys`. */
export const bodyKeys = ({ name, tokens, aliases }: KnownBody): readonly string[] => [
  ...(name === null ? [] : [name]),
  ...aliases,
  ...tokens,
  ...namedKeys(tokens),
];

/** What a body that was named before may be found by from a name of these words: it whole, its first word, its letters as an acronym and its initials. */
export function namedKeys(words: readonly string[]): readonly string[] {
  const name = words.join(" ");
  const letters = words.length === 1 ? [`=${name.replace(/[.]/g, "").toUpperCase()}`] : [];
  return [name, name.toLowerCase(), ...words.slice(0, 1), ...letters, ...initialsOf(words).map((initials) => `=${initials}`)];
}

/** Head noun of a body's name, lower-cased: the last word before "of" or "for", else the last. */
export function nounOf(name: string): string {
  const words = name.split(" ");
  const end = words.findIndex((word) => ["of", "for", "on"].includes(word));
  return (words[(end > 0 ? end : words.length) - 1] ?? "").toLowerCase();
}
