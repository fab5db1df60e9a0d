import { baseRelOf, deprelOf, formOf, lemmaOf, uposOf, xposOf } from "../../language/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents, nounPhrase, type Syntax } from "../syntax.js";
import { type Person, peopleIn } from "./people.js";
import type { Found } from "./phrasebook.js";
import { headOf, isArticle, isBodyNoun, isCapital, nameKind, type Range, type Sight } from "./sight.js";

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
  // A premodifier's own preposition or comma stays outside: "of Saint-Elme hospital".
  while (first < head && ["ADP", "PUNCT", "CCONJ", "SCONJ"].includes(uposOf(doc, first))) first++;
  return { first, last };
}

/** Descriptions of every noun phrase of the doc, in text order of their heads. */
export function describeAll({ doc, syntax, knowledge: { lexicon } }: Reading, found: readonly Found[]): Description[] {
  const covering: (Found | null)[] = new Array(doc.length).fill(null);
  for (const hit of found) covering.fill(hit, hit.first, hit.last + 1);
  const sight: Sight = { doc, syntax, lexicon, at: (word) => covering[word] };
  const people = new Map(peopleIn(sight).map((person) => [person.range.first, person]));
  const descriptions: Description[] = [];
  let person: Person | undefined;
  for (let head = 0; head < doc.length; head++) {
    const begun = people.get(head);
    if (begun) {
      person = begun;
      const employer = bodyInTitle(sight, begun);
      if (employer) descriptions.push(employer);
      descriptions.push(personOf(sight, begun));
    }
    const inside = person !== undefined && head <= person.range.last;
    // Inside a title a state or body is a mention of its own ("NATO spokeswoman X"); the title's other words are the person's.
    if (person && inside && !(head < person.name.first && isPartyEntry(sight.at(head)))) continue;
    const description = describe(sight, head);
    if (description) descriptions.push(description);
  }
  return descriptions;
}

/** The body whose function a title names: "Romanian dockers' union" before "leader X". Null where the title has none, or a listed one. */
function bodyInTitle(sight: Sight, { range, role }: Person): Description | null {
  if (!role) return null;
  for (let word = role.first - 1; word >= range.first; word--) {
    if (sight.at(word)?.entry.kind === "organization") return null;
    if (!isBodyNoun(sight, word) || !["NOUN", "PROPN"].includes(uposOf(sight.doc, word))) continue;
    const row = sight.lexicon.bodyNouns.get(formOf(sight.doc, word).toLowerCase());
    const core = { first: range.first, last: word };
    return body(sight, word, core, null, entriesIn(sight, core, []).country, row?.noun ?? "", row?.standsForState ?? false, true);
  }
  return null;
}

const isPartyEntry = (hit: Found | null): boolean => hit !== null && ["country", "metonym", "organization"].includes(hit.entry.kind);

function personOf(sight: Sight, { range, name, role, gender }: Person): Description {
  const head = headOf(sight, range);
  const given = sight.lexicon.givenNames.get(formOf(sight.doc, name.first));
  const described =
    role && roleOf(sight, role, { first: range.first, last: name.first - 1 }, headOf(sight, { first: role.first, last: role.last }), head);
  return { type: "person", head, range, name, role: described, gender: described?.gender ?? gender ?? given?.gender ?? null };
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
  // A phrase is described once: at its last word, or at the word that ties it to the sentence.
  const tied = hit !== null && (head === hit.last || at(doc.head[head]) !== hit);
  if (hit?.entry.kind === "look-alike") return null;
  if (hit?.entry.kind === "organization" && isMeant(sight, hit, head)) {
    return tied ? body(sight, head, hit, hit.entry.organization, hit.entry.country, "", false, true) : null;
  }
  if (hit?.entry.kind === "metonym" && tied && isMeant(sight, hit, head) && actsAsState(sight, hit, head)) {
    if (hit.entry.organization !== null) return body(sight, head, hit, hit.entry.organization, null, "", false, true);
    return { type: "country", head, range: withArticle(syntax, hit), country: hit.entry.country as string, form: "metonym" };
  }
  if (hit?.entry.kind === "country" && tied) {
    const place = hit.entry.form === "capital" && !actsAsState(sight, hit, head);
    if (place) return null;
    if (!(hit.entry.ambiguous && nameKind(sight, head) === "PER")) return countryOf(head, { ...hit, ...withArticle(syntax, hit) });
  }
  if (inner) return null;
  // A name's head noun may hang under its first word: "Defence Ministry".
  const bodyRow =
    bodyRowOf(sight, head) ?? (core.last > head && isCapital(formOf(doc, core.last)) ? bodyRowOf(sight, core.last) : undefined);
  if (bodyRow) {
    const country = countryIn(sight, core, head);
    const capital = isCapital(formOf(doc, head));
    return body(sight, head, core, null, country, bodyRow.noun, bodyRow.standsForState, capital);
  }
  const groupRow = lexicon.groupNouns.get(formOf(doc, head).toLowerCase());
  if (groupRow) return { type: "group", head, range: core, country: countryIn(sight, core, head), hides: groupRow.hides };
  if (hit?.entry.kind === "role" && hit.last === head) {
    const described = roleOf(sight, hit, core, head, head);
    return { type: "role", head, range: core, role: described, plural: isPlural(syntax, head), definite: isDefinite(syntax, core) };
  }
  const kind = nameKind(sight, head);
  if (kind === "ORG") return body(sight, head, core, null, countryIn(sight, core, head), "", false, true);
  return null;
}

/** Prepositions before which a capital or seat is a place ("talks in Geneva") and not the state that it stands for ("talks with Moscow"). */
const LOCATIVE = new Set([
  "in",
  "at",
  "from",
  "near",
  "to",
  "outside",
  "around",
  "into",
  "through",
  "via",
  "over",
  "off",
  "inside",
  "across",
]);

/** Whether a capital or seat acts: governed by no locative preposition, and no mere attribute ("the Geneva talks") unless of a body or an office. */
function actsAsState({ doc, syntax, at, lexicon }: Sight, { first, last }: Range, head: number): boolean {
  const governor = caseOf(syntax, head);
  if (governor !== null && LOCATIVE.has(governor)) return false;
  const before = first > 0 ? formOf(doc, first - 1).toLowerCase() : "";
  if (LOCATIVE.has(before) || (before === "the" && first > 1 && LOCATIVE.has(formOf(doc, first - 2).toLowerCase()))) return false;
  const relation = baseRelOf(doc, head);
  if (relation === "compound" || relation === "amod" || relation === "appos" || relation === "flat") {
    const above = doc.head[head];
    return (
      above > last &&
      (at(above)?.entry.kind === "role" || lexicon.bodyNouns.has(lemmaOf(doc, above)) || lexicon.reportingNouns.has(lemmaOf(doc, above)))
    );
  }
  return true;
}

/** Whether a phrase that often means something else ("Commission", "IS") is meant as the body: labelled so, or with its article and no owner. */
function isMeant(sight: Sight, { entry, first }: Found, head: number): boolean {
  if (!("ambiguous" in entry) || !entry.ambiguous) return true;
  const { doc, syntax } = sight;
  if (dependents(syntax, head).some((i) => i < first && isPossessor(syntax, i))) return false;
  return (
    nameKind(sight, head) === "ORG" ||
    (entry.kind === "metonym" ? nameKind(sight, head) !== "PER" : first > 0 && formOf(doc, first - 1).toLowerCase() === "the")
  );
}

const bodyRowOf = ({ doc, lexicon }: Sight, word: number) =>
  lexicon.bodyNouns.get(lemmaOf(doc, word).toLowerCase()) ?? lexicon.bodyNouns.get(formOf(doc, word).toLowerCase());

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

/** The function that a role noun and its modifiers give. `core` are the words it stands in. */
function roleOf(sight: Sight, hit: Found, core: Range, head: number, phraseHead: number): RoleOf {
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
  const modifiers = modifierWords(syntax, head);
  const named = entriesIn(sight, core, modifiers);
  const possessor =
    [head, phraseHead].flatMap((word) => dependents(syntax, word)).find((i) => i < hit.first && isPossessor(syntax, i)) ?? -1;
  return {
    words: doc.text.slice(doc.start[Math.min(first, hit.last)], doc.end[hit.last]),
    noun,
    gender: row?.gender ?? null,
    speaksFor: row?.speaksFor ?? "self",
    hides: row?.hides ?? false,
    country: named.country,
    organization: named.organization,
    possessor,
  };
}

/** "his", "Vinh's": whose the thing is. */
const isPossessor = (syntax: Syntax, word: number): boolean =>
  xposOf(syntax.doc, word) === "PRP$" || dependents(syntax, word).some((i) => xposOf(syntax.doc, i) === "POS");

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
