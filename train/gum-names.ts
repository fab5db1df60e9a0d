import { type Doc, formOf, nameCode, uposOf, xposOf } from "../src/language/index.js";
import type { Treebank } from "./conllu.js";
import { entitiesOf } from "./gum-entities.js";
import type { NamedText } from "./iob.js";

/** GUM's entity types that are names of ours when a proper noun heads them. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ["person", "PER"],
  ["organization", "ORG"],
  ["place", "LOC"],
]);

/**
 * Names in GUM, made of its entity mentions (https://wiki.gucorpling.org/gum/entities), which are whole noun phrases of every kind. A mention of a person,
 * organization or place that a proper noun heads holds a name: the proper nouns around that head, with what joins them in names of
 * organizations and places ("University of Oslo"). Titles are left out ("Dr.", those in `titles`, in small letters), as in EWT's names, and nationalities
 * ("Norwegians"), too. Of names that overlap the longer mention's holds. `conllu` is the file that `bank` was read from.
 */
export function gumNames(conllu: string, bank: Treebank, titles: ReadonlySet<string>): NamedText {
  const { doc, documents, sentenceIds } = bank;
  const name = new Uint8Array(doc.length);
  for (const { type, first, last } of [...entitiesOf(conllu)].sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)) {
    const kind = nameCode.get(KINDS.get(type) ?? "");
    if (kind === undefined) continue;
    const range = nameIn(doc, first, last, type, titles);
    if (range === null || name.subarray(range.first, range.last + 1).some((label) => label > 0)) continue;
    name.fill(2 * kind + 2, range.first, range.last + 1);
    name[range.first] = 2 * kind + 1;
  }
  return { words: doc, name, sentenceIds, documents };
}

function nameIn(doc: Doc, first: number, last: number, type: string, titles: ReadonlySet<string>): { first: number; last: number } | null {
  let head = -1;
  for (let word = first; word <= last && head < 0; word++) if (doc.head[word] < first || doc.head[word] > last) head = word;
  if (head < 0 || uposOf(doc, head) !== "PROPN" || (type === "person" && xposOf(doc, head) === "NNPS")) return null;
  const joins = (word: number): boolean => {
    const form = formOf(doc, word);
    return (
      form === "-" ||
      form === "'s" ||
      (type !== "person" && /^(?:of|the|for)$/.test(form)) ||
      (type === "organization" && /^(?:and|&)$/.test(form))
    );
  };
  const inName = (word: number): boolean =>
    word >= first && word <= last && /^[\p{Lu}\d]/u.test(formOf(doc, word)) && /^NNPS?$/.test(xposOf(doc, word));
  let from = head;
  for (let at = head - 1; at >= first && (inName(at) || joins(at)); at--) if (inName(at)) from = at;
  let to = head;
  for (let at = head + 1; at <= last && (inName(at) || joins(at)); at++) if (inName(at)) to = at;
  if (type === "person") while (from <= to && titles.has(formOf(doc, from).toLowerCase())) from++;
  return from > to ? null : { first: from, last: to };
}
