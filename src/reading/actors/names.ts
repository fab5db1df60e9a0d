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

/** Whether two names may be one person's: all words of the shorter are in the longer, and its first or last one is at the edge. */
export function samePerson(known: readonly string[], words: readonly string[]): boolean {
  const [short, long] = known.length <= words.length ? [known, words] : [words, known];
  const has = (word: string): boolean => long.some((other) => other === word || (/^\p{Lu}\.?$/u.test(word) && other.startsWith(word[0])));
  return short.every(has) && (long.includes(short[short.length - 1]) || long.includes(short[0]));
}

const CONNECTORS = new Set(["of", "for", "and", "the", "on", "in", "&"]);

/** Whether a body's name of these words is the known one: the same words, its acronym, or the end or head of its name ("the Commission"). */
export function sameBody(known: { readonly name: string | null; readonly tokens: readonly string[] }, words: readonly string[]): boolean {
  if (known.name === null) return false;
  const name = words.join(" ");
  if (known.name === name || known.tokens.join(" ") === name) return true;
  const full = known.tokens.filter((word) => !CONNECTORS.has(word.toLowerCase()));
  if (words.length === 1 && /^\p{Lu}{2,}$/u.test(words[0]))
    return (
      words[0] ===
      full
        .map((word) => word[0])
        .join("")
        .toUpperCase()
    );
  const capitals = words.every((word) => /^\p{Lu}/u.test(word) || CONNECTORS.has(word.toLowerCase()));
  if (!capitals || words.length >= known.tokens.length) return false;
  return (
    known.tokens.join(" ").includes(name) &&
    (known.tokens[known.tokens.length - 1] === words[words.length - 1] || known.tokens[0] === words[0] || words.length === 1)
  );
}

/** Head noun of a body's name, lower-cased: the last word before "of" or "for", else the last. */
export function nounOf(name: string): string {
  const words = name.split(" ");
  const end = words.findIndex((word) => ["of", "for", "on"].includes(word));
  return (words[(end > 0 ? end : words.length) - 1] ?? "").toLowerCase();
}
