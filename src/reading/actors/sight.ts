import { type Doc, formOf, type NameKind, nameAt } from "../../language/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import type { Syntax } from "../syntax.js";
import type { Found } from "./phrasebook.js";

/** Words `[first, last]`, both inclusive. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** What describing needs: the text with its trees, the tables, and the phrase of the phrasebook that covers a word. */
export interface Sight {
  readonly doc: Doc;
  readonly syntax: Syntax;
  readonly lexicon: Lexicon;
  readonly at: (word: number) => Found | null;
}

export const isCapital = (form: string): boolean => /^\p{Lu}/u.test(form);

export const isArticle = (form: string): boolean => ["the", "a", "an"].includes(form.toLowerCase());

/** Kind of the name that covers a word, as the engine labels it. */
export function nameKind({ doc }: Sight, word: number): NameKind | null {
  for (let first = word; first >= 0 && doc.name[first] !== 0; first--) {
    const name = nameAt(doc, first);
    if (name) return name.last >= word ? name.kind : null;
  }
  return null;
}

/** The words that the engine labels as one name of a kind around a word; null where it labels none so. */
export function labelAround({ doc }: Sight, word: number, kind: NameKind): Range | null {
  for (let first = word; first >= 0 && doc.name[first] !== 0; first--) {
    const name = nameAt(doc, first);
    if (name) return name.last >= word && name.kind === kind ? { first: name.first, last: name.last } : null;
  }
  return null;
}

/** The first word of a range whose head lies outside of it: what the rest of the sentence is tied to. */
export function headOf({ doc }: Pick<Sight, "doc">, { first, last }: Range): number {
  for (let word = first; word <= last; word++) if (doc.head[word] < first || doc.head[word] > last) return word;
  return last;
}

/** Whether a word, small or capitalised, heads the name of a body: "Ministry", or with the word before it, "General Staff". */
export function isBodyNoun({ doc, lexicon }: Sight, word: number): boolean {
  const form = formOf(doc, word).toLowerCase();
  return lexicon.bodyNouns.has(form) || (word > 0 && lexicon.bodyNouns.has(`${formOf(doc, word - 1).toLowerCase()} ${form}`));
}
