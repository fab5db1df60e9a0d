import { baseRelOf, formOf, lemmaOf, sentenceOf, uposOf, wordsOf, xposOf } from "../../language/index.js";
import type { Modality } from "../../model/index.js";
import { auxiliaries, dependents, type Syntax } from "../syntax.js";

const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);

/** Auxiliaries and copula of a word, or those that it shares with the verb it is joined to ("will meet and sign"), in text order. */
export function verbGroup(syntax: Syntax, word: number): readonly number[] {
  const { doc } = syntax;
  const own = auxiliaries(syntax, word);
  if (own.length > 0 || baseRelOf(doc, word) !== "conj" || doc.head[word] < 0) return own;
  return sharesAuxiliaries(syntax, word) ? auxiliaries(syntax, doc.head[word]) : own;
}

/** Whether a second verb is said with the first one's auxiliaries: it has neither tense nor subject of its own. */
export const sharesAuxiliaries = (syntax: Syntax, word: number): boolean =>
  ["VB", "VBN", "VBG"].includes(xposOf(syntax.doc, word)) && !dependents(syntax, word).some((i) => baseRelOf(syntax.doc, i) === "nsubj");

/** Whether the word's clause has a tense or a modal of its own. */
export const isTensed = (syntax: Syntax, word: number): boolean =>
  (uposOf(syntax.doc, word) !== "NOUN" && FINITE.has(xposOf(syntax.doc, word))) ||
  verbGroup(syntax, word).some((i) => FINITE.has(xposOf(syntax.doc, i)));

/** The "to" of an infinitive; -1 for none. */
export function infinitiveMark(syntax: Syntax, word: number): number {
  for (const i of dependents(syntax, word)) if (xposOf(syntax.doc, i) === "TO" && i < word) return i;
  // "is due to arrive": some trees take the adjective and its "to" for one preposition.
  return xposOf(syntax.doc, word) === "VB" && word > 0 && xposOf(syntax.doc, word - 1) === "TO" ? word - 1 : -1;
}

/** Tense of a word's group; null for an infinitive, a participle in "-ing" without auxiliary, or a bare noun. */
export function tenseOf(syntax: Syntax, word: number): Modality["time"] {
  const { doc } = syntax;
  const group = verbGroup(syntax, word);
  const isVerb = uposOf(doc, word) === "VERB" || uposOf(doc, word) === "AUX";
  const tags = [...group, ...(isVerb ? [word] : [])].map((i) => xposOf(doc, i));
  if (tags.includes("VBD") || group.some((i) => lemmaOf(doc, i) === "have")) return "past";
  if (tags.includes("VBZ") || tags.includes("VBP")) return isSetForLater(syntax, word) ? "future" : "present";
  if (isVerb && xposOf(doc, word) === "VBN" && group.length === 0) return "past";
  return null;
}

const LATER = new Set(["next", "tomorrow", "tonight", "coming", "later"]);
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;

/** "leaves on Friday", "is visiting the province next week": a present tense with a time that lies ahead. */
export function isSetForLater(syntax: Syntax, word: number): boolean {
  const { doc } = syntax;
  return dependents(syntax, word).some((i) => {
    if (i < word) return false;
    const relation = baseRelOf(doc, i);
    if (["obl", "advmod", "nmod"].includes(relation) && tellsLater(syntax, i)) return true;
    // "visits the province next week", "flies to Lund on Friday": trees hang the time on the place.
    return ["obj", "obl"].includes(relation) && dependents(syntax, i).some((j) => j > i && tellsLater(syntax, j));
  });
}

/** "next week", "tomorrow", "later this month", "on Friday". */
export function tellsLater(syntax: Syntax, word: number): boolean {
  const { doc } = syntax;
  const form = formOf(doc, word).toLowerCase();
  if (form === "tomorrow" || form === "tonight" || WEEKDAY.test(form)) return !has(syntax, word, "last");
  return ["week", "month", "year", "day", "summer", "winter", "spring", "autumn", "quarter", "decade", "weekend"].includes(
    lemmaOf(doc, word),
  )
    ? dependents(syntax, word).some((i) => LATER.has(formOf(doc, i).toLowerCase()))
    : false;
}

const has = (syntax: Syntax, word: number, form: string): boolean =>
  dependents(syntax, word).some((i) => formOf(syntax.doc, i).toLowerCase() === form);

/** "Stop the shelling": a base form that opens its clause without subject, auxiliary or "to". */
export function isImperative(syntax: Syntax, word: number): boolean {
  const { doc } = syntax;
  if (xposOf(doc, word) !== "VB" || uposOf(doc, word) !== "VERB") return false;
  if (baseRelOf(doc, word) === "conj" && !isImperative(syntax, doc.head[word])) return false;
  if (!["root", "ccomp", "parataxis", "conj"].includes(baseRelOf(doc, word))) return false;
  if (auxiliaries(syntax, word).length > 0 || infinitiveMark(syntax, word) >= 0) return false;
  return !dependents(syntax, word).some((i) => ["nsubj", "csubj", "mark", "expl"].includes(baseRelOf(doc, i)));
}

/** Words before a verb within which the "who" of its question is looked for. */
const QUESTION = 30;

/** Whether a sentence asks yes or no: it ends in a question mark, and no "who", "what" or "why" takes the event for granted. */
export function isAsked({ doc }: Syntax, word: number): boolean {
  const { first, last } = wordsOf(doc, sentenceOf(doc, word));
  let end = last;
  while (end > word && uposOf(doc, end) === "PUNCT" && formOf(doc, end) !== "?") end--;
  if (formOf(doc, end) !== "?") return false;
  for (let i = Math.max(first, word - QUESTION); i < word; i++) if (/^W/.test(xposOf(doc, i))) return false;
  return true;
}
