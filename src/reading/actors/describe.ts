import { baseRelOf, type Doc, deprelOf, formOf, lemmaOf, type NameKind, nameAt, uposOf, xposOf } from "../../language/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents, nounPhrase, type Syntax } from "../syntax.js";
import type { Found } from "./phrasebook.js";

/** Words `[first, last]`, both inclusive. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * What a noun phrase says of whom it means, before it is known who that is. `range` are the words of the mention: titles and name, no
 * apposition behind.
 */
export type Description =
  | {
      readonly type: "person";
      readonly head: number;
      readonly range: Range;
      readonly name: Range;
      readonly role: RoleOf | null;
      readonly gender: "m" | "f" | null;
    }
  | {
      readonly type: "role";
      readonly head: number;
      readonly range: Range;
      readonly role: RoleOf;
      readonly plural: boolean;
      readonly definite: boolean;
    }
  | {
      readonly type: "country";
      readonly head: number;
      readonly range: Range;
      readonly country: string;
      readonly form: "name" | "demonym" | "people" | "capital" | "metonym";
    }
  | {
      readonly type: "body";
      readonly head: number;
      readonly range: Range;
      readonly organization: string | null;
      readonly country: string | null;
      readonly noun: string;
      readonly standsForState: boolean;
      readonly definite: boolean;
      readonly named: boolean;
    }
  | { readonly type: "group"; readonly head: number; readonly range: Range; readonly country: string | null; readonly hides: boolean }
  | { readonly type: "pronoun"; readonly head: number; readonly range: Range };

/** A function of a person as the text gives it, and whom such a person speaks for. */
export interface RoleOf {
  /** As written, without article and name: "Kremlin spokesman". */
  readonly words: string;
  /** Key of the role table: "spokesman". */
  readonly noun: string;
  readonly gender: "m" | "f" | null;
  readonly speaksFor: "state" | "body" | "self";
  readonly hides: boolean;
  /** Country and organization that its modifiers name ("NATO", "of Ethiopia"), and the head word of a possessor ("his", "Vinh's"). */
  readonly country: string | null;
  readonly organization: string | null;
  readonly possessor: number;
}

/** Dependents before and behind the head that make one name or title with it. */
const PREMODIFIERS = new Set([
  "det",
  "amod",
  "compound",
  "nummod",
  "nmod:poss",
  "nmod:desc",
  "nmod:unmarked",
  "flat",
  "det:predet",
  "advmod",
  "nmod",
]);
const POSTMODIFIERS = new Set(["flat", "compound", "goeswith", "fixed", "nummod"]);
/** Relations of words that belong to the name or title of their head and are described with it. */
const INNER = new Set(["flat", "nmod:desc", "goeswith", "fixed"]);

const isNominal = (syntax: Syntax, word: number): boolean => ["NOUN", "PROPN", "PRON"].includes(uposOf(syntax.doc, word));
const isCapital = (form: string): boolean => /^[\p{Lu}]/u.test(form);
/** Small words inside personal names: "de", "van", "al-", "bin". */
const PARTICLES = new Set([
  "de",
  "da",
  "do",
  "dos",
  "del",
  "della",
  "di",
  "la",
  "le",
  "van",
  "von",
  "der",
  "den",
  "ter",
  "bin",
  "ibn",
  "al",
  "el",
  "ul",
  "abu",
  "-",
  "’",
  "'",
]);

/** Words of the noun phrase that make its title and name: without appositions, prepositional phrases and clauses behind the head. */
export function coreOf(syntax: Syntax, head: number): Range {
  const { doc, left, right } = syntax;
  let first = head;
  let last = head;
  for (const i of dependents(syntax, head)) {
    const relation = deprelOf(doc, i);
    if (i < head && PREMODIFIERS.has(relation)) first = Math.min(first, left[i]);
    if (i > head && POSTMODIFIERS.has(relation) && left[i] <= last + 1) last = Math.max(last, right[i]);
  }
  return { first, last };
}

/** Descriptions of every noun phrase of the doc, in text order of their heads. */
export function describeAll({ doc, syntax, knowledge: { lexicon } }: Reading, found: readonly Found[]): Description[] {
  const covering: (Found | null)[] = new Array(doc.length).fill(null);
  for (const hit of found) covering.fill(hit, hit.first, hit.last + 1);
  const sight: Sight = { doc, syntax, lexicon, at: (word) => covering[word] };
  const descriptions: Description[] = [];
  for (let head = 0; head < doc.length; head++) {
    const description = describe(sight, head);
    if (description) descriptions.push(description);
  }
  return descriptions;
}

/** What describing needs: the text with its trees, the tables, and the phrase of the phrasebook that covers a word. */
interface Sight {
  readonly doc: Doc;
  readonly syntax: Syntax;
  readonly lexicon: Lexicon;
  readonly at: (word: number) => Found | null;
}

function describe(sight: Sight, head: number): Description | null {
  const { syntax, doc, lexicon, at } = sight;
  const hit = at(head);
  if (!isNominal(syntax, head)) {
    // A demonym is a mention where it is all there is ("Russian troops").
    return hit?.entry.kind === "country" && hit.last === head ? countryOf(head, hit) : null;
  }
  if (uposOf(doc, head) === "PRON")
    return ["PRP", "PRP$", "DT"].includes(xposOf(doc, head)) ? { type: "pronoun", head, range: { first: head, last: head } } : null;

  const core = coreOf(syntax, head);
  const inner = INNER.has(deprelOf(doc, head)) || (baseRelOf(doc, head) === "compound" && isCapital(formOf(doc, head)));
  const person = inner ? null : personIn(sight, core, head);
  if (person) return person;

  if (hit && hit.entry.kind === "organization") {
    if (head !== hit.last && at(doc.head[head]) === hit) return null;
    return body(sight, head, hit, hit.entry.organization, hit.entry.country, "", false, true);
  }
  if (hit && hit.entry.kind === "metonym" && (head === hit.last || at(doc.head[head]) !== hit)) {
    if (hit.entry.organization !== null) return body(sight, head, hit, hit.entry.organization, null, "", false, true);
    return { type: "country", head, range: withArticle(syntax, hit), country: hit.entry.country as string, form: "metonym" };
  }
  if (hit && hit.entry.kind === "country" && (head === hit.last || at(doc.head[head]) !== hit)) {
    if (!(hit.entry.ambiguous && nameKind(sight, head) === "PER")) return countryOf(head, { ...hit, ...withArticle(syntax, hit) });
  }
  if (inner) return null;
  const bodyRow = lexicon.bodyNouns.get(lemmaOf(doc, head).toLowerCase()) ?? lexicon.bodyNouns.get(formOf(doc, head).toLowerCase());
  if (bodyRow) {
    const country = countryIn(sight, core, head);
    const capital = isCapital(formOf(doc, head));
    return body(sight, head, core, null, country, bodyRow.noun, bodyRow.standsForState, capital);
  }
  if (hit?.entry.kind === "role" && hit.last === head) {
    const described = roleOf(sight, hit, core, head);
    return { type: "role", head, range: core, role: described, plural: isPlural(syntax, head), definite: isDefinite(syntax, core) };
  }
  const groupRow = lexicon.groupNouns.get(formOf(doc, head).toLowerCase());
  if (groupRow) return { type: "group", head, range: core, country: countryIn(sight, core, head), hides: groupRow.hides };
  const kind = nameKind(sight, head);
  if (kind === "ORG") return body(sight, head, core, null, countryIn(sight, core, head), "", false, true);
  return null;
}

const countryOf = (head: number, hit: Found): Description | null =>
  hit.entry.kind === "country"
    ? { type: "country", head, range: { first: hit.first, last: hit.last }, country: hit.entry.country, form: hit.entry.form }
    : null;

function withArticle({ doc }: Syntax, { first, last }: Range): Range {
  return { first: first > 0 && formOf(doc, first - 1).toLowerCase() === "the" ? first - 1 : first, last };
}

function body(
  { syntax }: Sight,
  head: number,
  range: Range,
  organization: string | null,
  country: string | null,
  noun: string,
  standsForState: boolean,
  named: boolean,
): Description {
  const full = organization === null ? range : withArticle(syntax, range);
  return {
    type: "body",
    head,
    range: { first: full.first, last: full.last },
    organization,
    country,
    noun,
    standsForState,
    definite: isDefinite(syntax, full),
    named,
  };
}

const isPlural = ({ doc }: Syntax, head: number): boolean => ["NNS", "NNPS"].includes(xposOf(doc, head));
const isDefinite = ({ doc }: Syntax, { first }: Range): boolean => ["the", "this", "that"].includes(formOf(doc, first).toLowerCase());

/** Kind of the name that covers a word, as the engine labels it. */
function nameKind({ doc }: Sight, word: number): NameKind | null {
  for (let first = word; first >= 0 && doc.name[first] !== 0; first--) {
    const name = nameAt(doc, first);
    if (name) return name.last >= word ? name.kind : null;
  }
  return null;
}

/**
 * A personal name in the core of a noun phrase: behind a title ("Kremlin spokesman Dmitry Peskov"), or labelled as one. A capitalised run that
 * holds a body's noun is none ("Foreign Ministry"), nor is a country's name behind a title ("President of the United States").
 */
function personIn(sight: Sight, core: Range, head: number): Description | null {
  const { doc, syntax, lexicon, at } = sight;
  let title = -1;
  let gender: "m" | "f" | null = null;
  for (let word = core.first; word <= core.last; word++) {
    const hit = at(word);
    if (
      (hit?.entry.kind === "role" || hit?.entry.kind === "honorific") &&
      hit.last === word &&
      word < core.last &&
      isNameRun(sight, word + 1, core.last)
    ) {
      title = word;
      if (hit.entry.kind === "honorific") gender ??= hit.entry.gender;
    }
  }
  let name: Range | null = title >= 0 ? { first: title + 1, last: core.last } : null;
  if (!name) {
    for (let word = core.first; word <= core.last; word++) {
      const label = nameAt(doc, word);
      if (
        label?.kind === "PER" &&
        label.last >= head &&
        label.first <= head &&
        isNameRun(sight, label.first, Math.min(label.last, core.last))
      ) {
        name = { first: label.first, last: Math.min(label.last, core.last) };
      }
    }
  }
  if (!name && isCapital(formOf(doc, core.first)) && uposOf(doc, head) === "PROPN" && nameKind(sight, head) === null) {
    const given = lexicon.givenNames.get(formOf(doc, core.first));
    if (given && core.last > core.first && isNameRun(sight, core.first, core.last)) name = core;
  }
  if (!name) return null;
  const given = lexicon.givenNames.get(formOf(doc, name.first));
  let role: RoleOf | null = null;
  for (let word = core.first; word < name.first; word++) {
    const hit = at(word);
    if (hit?.entry.kind === "role" && hit.last === word) role = roleOf(sight, hit, { first: core.first, last: name.first - 1 }, word);
  }
  const first = role || title >= 0 ? firstOfTitle(sight, core, name) : name.first;
  const range = { first: isArticle(formOf(doc, first)) && !role ? first + 1 : first, last: name.last };
  return { type: "person", head, range: trimQuotes(syntax, range), name, role, gender: role?.gender ?? gender ?? given?.gender ?? null };
}

const isArticle = (form: string): boolean => ["the", "a", "an"].includes(form.toLowerCase());

function trimQuotes({ doc }: Syntax, { first, last }: Range): Range {
  let from = first;
  while (from < last && uposOf(doc, from) === "PUNCT") from++;
  return { first: from, last };
}

/** A title's first word: the core's, but behind a possessor ("Russia's President X" is a mention as "President X" and of Russia). */
function firstOfTitle({ doc }: Sight, core: Range, name: Range): number {
  let first = core.first;
  for (let word = core.first; word < name.first; word++)
    if (xposOf(doc, word) === "POS" && word + 1 < name.first && isCapital(formOf(doc, word + 1))) first = word + 1;
  return first;
}

function isNameRun(sight: Sight, first: number, last: number): boolean {
  const { doc, lexicon, at } = sight;
  let capitals = 0;
  for (let word = first; word <= last; word++) {
    const form = formOf(doc, word);
    if (isCapital(form)) capitals++;
    else if (!PARTICLES.has(form.toLowerCase()) && !/^[“"”]$/.test(form)) return false;
    if (lexicon.bodyNouns.has(form.toLowerCase()) && isCapital(form) && last > first) return false;
    const hit = at(word);
    if (hit?.entry.kind === "organization") return false;
    if (hit?.entry.kind === "metonym") return false;
    if (hit?.entry.kind === "country" && word === first && hit.last === last) return false;
  }
  return capitals > 0 && isCapital(formOf(doc, last));
}

/** The function that a role noun and its modifiers give. `core` are the words it stands in. */
function roleOf(sight: Sight, hit: Found, core: Range, head: number): RoleOf {
  const { doc, syntax, lexicon, at } = sight;
  const noun = hit.entry.kind === "role" ? hit.entry.role : "";
  const row = lexicon.roleNouns.get(noun);
  let first = core.first;
  for (let word = core.first; word <= hit.last; word++) {
    const covered = at(word);
    const isDemonym = covered?.entry.kind === "country" && covered.entry.form === "demonym";
    if (xposOf(doc, word) === "POS" || xposOf(doc, word) === "PRP$" || (word === first && (isArticle(formOf(doc, word)) || isDemonym)))
      first = word + 1;
  }
  const modifiers = [core.first, hit.last, ...modifierWords(syntax, head)];
  const named = entriesIn(sight, core, modifiers);
  const possessor =
    dependents(syntax, head).find((i) => i < head && baseRelOf(doc, i) === "nmod" && deprelOf(doc, i) !== "nmod:desc") ?? -1;
  return {
    words: doc.text.slice(doc.start[Math.min(first, hit.last)], doc.end[hit.last]),
    noun,
    gender: row?.gender ?? null,
    speaksFor: row?.speaksFor ?? "self",
    hides: row?.hides ?? false,
    country: named.country,
    organization: named.organization,
    possessor:
      possessor >= 0 && (xposOf(doc, possessor) === "PRP$" || dependents(syntax, possessor).some((i) => xposOf(doc, i) === "POS"))
        ? possessor
        : -1,
  };
}

/** Words of "of", "to", "for" and "at" phrases behind a role ("envoy to NATO", "representative of the United States"). */
function modifierWords(syntax: Syntax, head: number): number[] {
  return dependents(syntax, head)
    .filter((i) => i > head && baseRelOf(syntax.doc, i) === "nmod" && ["of", "for"].includes(caseOf(syntax, i) ?? ""))
    .flatMap((i) => {
      const { first, last } = nounPhrase(syntax, i);
      return Array.from({ length: Math.min(last - first + 1, 12) }, (_, k) => first + k);
    });
}

function entriesIn(
  { at }: Sight,
  core: Range,
  modifiers: readonly number[],
): { readonly country: string | null; readonly organization: string | null } {
  let country: string | null = null;
  let organization: string | null = null;
  const words = [...Array.from({ length: core.last - core.first + 1 }, (_, k) => core.first + k), ...modifiers];
  for (const word of words) {
    const hit = at(word);
    if (hit?.entry.kind === "country") country ??= hit.entry.country;
    if (hit?.entry.kind === "metonym") {
      country ??= hit.entry.country;
      organization ??= hit.entry.organization;
    }
    if (hit?.entry.kind === "organization") {
      organization ??= hit.entry.organization;
      country ??= hit.entry.country;
    }
  }
  return { country, organization };
}

function countryIn(sight: Sight, core: Range, head: number): string | null {
  return entriesIn(sight, core, modifierWords(sight.syntax, head)).country;
}
