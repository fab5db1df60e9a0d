import { baseRelOf, deprelOf, formOf, lemmaOf, phraseCore, uposOf, xposOf } from "../../language/index.js";
import type { Reading } from "../reading.js";
import { dependents, type Syntax } from "../syntax.js";
import type { Description, DescriptionOf } from "./description.js";
import { type Person, peopleIn } from "./people.js";
import type { Found } from "./phrasebook.js";
import { countryIn, entriesIn, modifierWords, roleOf } from "./roles.js";
import { actsAsState, isMeant } from "./seats.js";
import { headOf, isBodyNoun, isCapital, nameKind, type Range, type Sight } from "./sight.js";

/** Relations of words that belong to the name or title of their head and are described with it. */
const INNER = new Set(["flat", "nmod:desc", "goeswith", "fixed"]);

const isNominal = (syntax: Syntax, word: number): boolean => ["NOUN", "PROPN", "PRON"].includes(uposOf(syntax.doc, word));
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
      descriptions.push(personOf(sight, begun, employer?.head ?? -1));
    }
    const inside = person !== undefined && head <= person.range.last;
    // Inside a title a state or body is a mention of its own ("NATO spokeswoman X"); the title's other words are the person's.
    if (person && inside && !(head < person.name.first && isPartyEntry(sight.at(head)))) continue;
    const description = describe(sight, head);
    if (description) descriptions.push(description);
  }
  return descriptions;
}

/**
 * The body whose function a title names: "Romanian dockers' union" before "leader X", "Oslo police" before "chief X". Null where the title has
 * none, or a listed one. A body's noun that the function itself begins with ("union leader") needs words before it that say which.
 */
function bodyInTitle(sight: Sight, { range, role }: Person): DescriptionOf<"body"> | null {
  if (!role) return null;
  for (let word = role.last - 1; word >= range.first; word--) {
    if (sight.at(word)?.entry.kind === "organization") return null;
    if (word >= role.first && role.first === range.first) continue;
    if (!isBodyNoun(sight, word) || !["NOUN", "PROPN"].includes(uposOf(sight.doc, word))) continue;
    const core = { first: range.first, last: word };
    const row = bodyRowOf(sight, core, word);
    return body(sight, word, core, null, entriesIn(sight, core, []).country, row?.noun ?? "", row?.standsForState ?? false, true);
  }
  return null;
}

const isPartyEntry = (hit: Found | null): boolean => hit !== null && ["country", "metonym", "organization"].includes(hit.entry.kind);

function personOf(sight: Sight, { range, name, role, gender }: Person, employer: number): Description {
  const head = headOf(sight, range);
  // A single name may be a family's: "Henning", "Thomas".
  const given = name.last > name.first ? sight.lexicon.givenNames.get(formOf(sight.doc, name.first)) : undefined;
  const described =
    role && roleOf(sight, role, { first: range.first, last: name.first - 1 }, headOf(sight, { first: role.first, last: role.last }), head);
  return { type: "person", head, range, name, role: described, gender: described?.gender ?? gender ?? given?.gender ?? null, employer };
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

  const core = phraseCore(syntax, head);
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
    bodyRowOf(sight, core, head) ?? (core.last > head && isCapital(formOf(doc, core.last)) ? bodyRowOf(sight, core, core.last) : undefined);
  const groupRow = lexicon.groupNouns.get(phraseEnding(sight, core, head, (phrase) => lexicon.groupNouns.has(phrase)) ?? "");
  // "the riot police" are a group, "the police" a body: the longer noun of the tables tells.
  if (bodyRow && !(groupRow && groupRow.noun.length > bodyRow.noun.length + 1)) {
    const country = countryIn(sight, core, head);
    const capital = isCapital(formOf(doc, head));
    return {
      ...body(sight, head, core, null, country, bodyRow.noun, bodyRow.standsForState, capital),
      plural: isPlural(syntax, head) || isCounted(syntax, head),
      group: bodyRow.kind === "group" && !capital,
    };
  }
  if (groupRow) {
    const { country, organization } = entriesIn(sight, core, modifierWords(syntax, head));
    const { hides, standsFor } = groupRow;
    return { type: "group", head, range: core, country, organization, hides, standsFor };
  }
  if (hit?.entry.kind === "role" && hit.last === head) {
    const described = roleOf(sight, hit, core, head, head);
    return { type: "role", head, range: core, role: described, plural: isPlural(syntax, head), definite: isDefinite(syntax, core) };
  }
  const kind = nameKind(sight, head);
  if (kind === "ORG") return body(sight, head, core, null, countryIn(sight, core, head), "", false, true);
  return null;
}

const bodyRowOf = (sight: Sight, core: Range, word: number) =>
  sight.lexicon.bodyNouns.get(phraseEnding(sight, core, word, (phrase) => sight.lexicon.bodyNouns.has(phrase)) ?? "");

/** Words that one noun of the tables may have. */
const LONGEST_NOUN = 3;

/**
 * The longest noun of a table that ends at a word, within a phrase: "general staff" before "staff". As the words stand, the last one in its
 * form and then as its lemma; null for none.
 */
function phraseEnding({ doc }: Sight, core: Range, word: number, isNoun: (phrase: string) => boolean): string | null {
  for (let first = Math.max(core.first, word - LONGEST_NOUN + 1); first <= word; first++) {
    const before = doc.text.slice(doc.start[first], doc.start[word]).toLowerCase().replace(/\s+/g, " ");
    for (const last of [formOf(doc, word), lemmaOf(doc, word)].map((form) => before + form.toLowerCase())) if (isNoun(last)) return last;
  }
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
): DescriptionOf<"body"> {
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
    plural: false,
    group: false,
  };
}

const isPlural = ({ doc }: Syntax, head: number): boolean => ["NNS", "NNPS"].includes(xposOf(doc, head));
/** "four aircraft": more than one, though the noun does not say so. */
const isCounted = (syntax: Syntax, head: number): boolean =>
  dependents(syntax, head).some((i) => i < head && deprelOf(syntax.doc, i) === "nummod" && formOf(syntax.doc, i).toLowerCase() !== "one");
const isDefinite = ({ doc }: Syntax, { first }: Range): boolean => ["the", "this", "that"].includes(formOf(doc, first).toLowerCase());
