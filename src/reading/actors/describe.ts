import { baseRelOf, deprelOf, formOf, lemmaOf, phraseCore, sentenceOf, uposOf, xposOf } from "../../language/index.js";
import type { Reading } from "../reading.js";
import { dependents, type Syntax } from "../syntax.js";
import type { Description, DescriptionOf, RoleOf } from "./description.js";
import { type Person, peopleIn } from "./people.js";
import type { Found } from "./phrasebook.js";
import { countryIn, entriesIn, modifierWords, roleOf } from "./roles.js";
import { actsAsState, isMeant } from "./seats.js";
import { headOf, isArticle, isBodyNoun, isCapital, labelAround, nameKind, type Range, type Sight } from "./sight.js";

/** Relations of words that belong to the name or title of their head and are described with it. */
const INNER = new Set(["flat", "nmod:desc", "goeswith", "fixed"]);

const isNominal = (syntax: Syntax, word: number): boolean => ["NOUN", "PROPN", "PRON"].includes(uposOf(syntax.doc, word));
/** Descriptions of every noun phrase of the doc, in text order of their heads. */
export function describeAll({ doc, syntax, knowledge: { lexicon } }: Reading, found: readonly Found[]): Description[] {
  const covering: (Found | null)[] = new Array(doc.length).fill(null);
  for (const hit of asTheStoryMeans(found)) covering.fill(hit, hit.first, hit.last + 1);
  const sight: Sight = { doc, syntax, lexicon, at: (word) => covering[word] };
  const people = new Map(peopleIn(sight).map((person) => [person.range.first, person]));
  const descriptions: Description[] = [];
  let person: Person | undefined;
  let insideBody = -1;
  for (let head = 0; head < doc.length; head++) {
    person = people.get(head) ?? person;
    const inside = person !== undefined && head <= person.range.last;
    if (person && head === person.name.first) {
      // Behind what its title names, so that the words that both have are the person's.
      const employer = bodyInTitle(sight, person);
      if (employer) descriptions.push(employer);
      descriptions.push(personOf(sight, person, employer?.head ?? -1));
    }
    // Inside a title a state or body is a mention of its own ("NATO spokeswoman X"); the title's other words are the person's.
    if (person && inside && !(head < person.name.first && isPartyEntry(sight.at(head)))) continue;
    // Nor is anybody meant by the words of a body's name, but a state: "Workers" of "Federation of Mine Workers", "Kenya" of "Law Society of Kenya".
    if (head <= insideBody && !isPartyEntry(sight.at(head))) continue;
    const description = describe(sight, head);
    if (description) descriptions.push(description);
    if (description?.type === "body" && description.named) insideBody = Math.max(insideBody, description.range.last);
  }
  return descriptions;
}

/** Phrases of two states ("Congolese", "Dominican") as those of the one that the story names otherwise, if it names only that one. */
function asTheStoryMeans(found: readonly Found[]): Found[] {
  const named = new Set(found.flatMap(({ entry }) => (entry.kind === "country" && entry.others.length === 0 ? [entry.country] : [])));
  return found.map((hit) => {
    if (hit.entry.kind !== "country" || hit.entry.others.length === 0 || named.has(hit.entry.country)) return hit;
    const country = hit.entry.others.find((other) => named.has(other));
    return country === undefined ? hit : { ...hit, entry: { ...hit.entry, country } };
  });
}

/**
 * The body whose function a title names: "Romanian dockers' union" before "leader X", "Oslo police" before "chief X". Null where the title has
 * none, or a listed one. A body's noun that the function itself begins with ("union leader") needs words before it that say which.
 */
function bodyInTitle(sight: Sight, { range, role }: Person): DescriptionOf<"body"> | null {
  if (!role) return null;
  for (let word = role.last - 1; word >= range.first; word--) {
    if (sight.at(word)?.entry.kind === "organization") return null;
    const hit = sight.at(word);
    if ((word >= role.first && role.first === range.first) || (hit?.entry.kind === "role" && hit !== role)) continue;
    if (!isBodyNoun(sight, word) || !["NOUN", "PROPN"].includes(uposOf(sight.doc, word))) continue;
    // "Former army chief": what is former is the chief.
    let first = range.first;
    while (
      first < word &&
      uposOf(sight.doc, first) === "ADJ" &&
      sight.at(first) === null &&
      /^(?:former|ex|retired|acting|deputy|senior|late)$/i.test(formOf(sight.doc, first))
    )
      first++;
    const core = { first, last: word };
    const row = bodyRowOf(sight, core, word);
    const { country } = entriesIn(sight, core, []);
    // "Agency spokesman X": one noun alone is that agency which was named before.
    const told = { country, noun: row?.noun ?? "", standsForState: row?.standsForState ?? false };
    return bodyOf(sight, word, core, first === word ? { ...told, named: false, definite: true } : { ...told, named: true });
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
  if (hit?.entry.kind === "look-alike") return null;
  // A listed body is described once, whatever the tree makes of its words: "Human Rights Watch said".
  if (hit?.entry.kind === "organization" && (isNominal(syntax, head) || hit.last > hit.first) && isMeant(sight, hit, head)) {
    const { organization, country, ambiguous } = hit.entry;
    return head === headOf(sight, hit) ? bodyOf(sight, head, hit, { organization, country, ambiguous, named: true }) : null;
  }
  const age = ageAround(sight, head);
  if (age) return age;
  if (!isNominal(syntax, head)) {
    // A demonym is a mention where it is all there is ("Russian troops").
    return hit?.entry.kind === "country" && hit.last === head ? countryOf(head, hit) : null;
  }
  if (uposOf(doc, head) === "PRON")
    return ["PRP", "PRP$", "DT"].includes(xposOf(doc, head)) ? { type: "pronoun", head, range: { first: head, last: head } } : null;

  // A phrase is described once: at its last word, or at the word that ties it to the sentence.
  const tied = hit !== null && (head === hit.last || at(doc.head[head]) !== hit);
  if (hit?.entry.kind === "metonym" && tied && isMeant(sight, hit, head) && actsAsState(sight, hit, head)) {
    const { organization, country } = hit.entry;
    if (organization !== null) return bodyOf(sight, head, hit, { organization, named: true });
    return { type: "country", head, range: withArticle(syntax, hit), country: country as string, form: "metonym" };
  }
  if (hit?.entry.kind === "country" && tied) {
    const place = hit.entry.form === "capital" && !actsAsState(sight, hit, head);
    if (place) return null;
    const label = hit.entry.ambiguous ? labelAround(sight, head, "PER") : null;
    if (!label || label.first === label.last) return countryOf(head, { ...hit, ...withArticle(syntax, hit) });
  }
  const label = bodyLabel(sight, head);
  if (label) return head === headOf(sight, label) ? labelled(sight, head, label) : null;
  if (INNER.has(deprelOf(doc, head)) || (baseRelOf(doc, head) === "compound" && isCapital(formOf(doc, head)) && !isOfRole(sight, head)))
    return null;
  if (isMaterial(sight, head)) return null;
  const core = withCountry(sight, withoutAside(doc, phraseCore(syntax, head), head));
  // A name's head noun may hang under its first word: "Defence Ministry".
  const bodyRow =
    bodyRowOf(sight, core, head) ?? (core.last > head && isCapital(formOf(doc, core.last)) ? bodyRowOf(sight, core, core.last) : undefined);
  const groupRow = lexicon.groupNouns.get(phraseEnding(sight, core, head, (phrase) => lexicon.groupNouns.has(phrase)) ?? "");
  // "the riot police" are a group, "the police" a body: the longer noun of the tables tells.
  if (bodyRow && !(groupRow && groupRow.noun.length > bodyRow.noun.length + 1)) {
    const last = isCapital(formOf(doc, head)) && core.last === head && !bodyRow.standsForState ? withComplement(sight, head) : core.last;
    const range = { first: (isOfRole(sight, head) ? withCapitals(sight, core) : core).first, last };
    // "Police said": a capital that only begins the sentence names nobody.
    const begins = core.first === core.last && head === doc.sentences[sentenceOf(doc, head)];
    const named = isCapital(formOf(doc, head)) && !begins;
    const { noun, standsForState, kind } = bodyRow;
    // "The police", "the authorities": the table's own noun is a plural form.
    const plural = (isPlural(syntax, head) && formOf(doc, head).toLowerCase() !== noun.split(" ").at(-1)) || isCounted(syntax, head);
    return {
      ...bodyOf(sight, head, range, {
        alias: named ? shortFormBehind(sight, last) : null,
        country: countryIn(sight, core, head),
        noun,
        standsForState,
        named,
      }),
      plural,
      // "Two general staffs", "exporters": several bodies without a name are a group as people are.
      group: !named && (kind === "group" || plural),
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
  return nameKind(sight, head) === "ORG" ? bodyOf(sight, head, core, { country: countryIn(sight, core, head), named: true }) : null;
}

/** Of a phrase the words about its head that no comma or bracket cuts off: "the central bank" of "the central bank, Ilse Manden". */
function withoutAside(doc: Sight["doc"], { first, last }: Range, head: number): Range {
  let [from, to] = [first, last];
  for (let word = head - 1; word >= first; word--)
    if (/^[,;:()]$/.test(formOf(doc, word))) {
      from = word + 1;
      break;
    }
  for (let word = head + 1; word <= last; word++)
    if (/^[,;:()]$/.test(formOf(doc, word))) {
      to = word - 1;
      break;
    }
  return { first: from, last: to };
}

/** A phrase with the state or demonym right before it: "Swiss foreign ministry", "Solomon Islands foreign ministry". Not "in Iran police said". */
function withCountry({ doc, at }: Sight, { first, last }: Range): Range {
  const hit = first > 0 ? at(first - 1) : null;
  if (hit?.entry.kind !== "country" || hit.last !== first - 1 || hit.entry.form === "capital" || isCapital(formOf(doc, first)))
    return { first, last };
  return hit.first > 0 && uposOf(doc, hit.first - 1) === "ADP" ? { first, last } : { first: hit.first, last };
}

/** A phrase with the capitalised words right before it: "Interior Ministry" of "an Interior Ministry spokesman", where the tree ties each word to the last. */
function withCapitals({ doc, at }: Sight, { first, last }: Range): Range {
  let from = first;
  while (from > 0 && isCapital(formOf(doc, from - 1)) && !isArticle(formOf(doc, from - 1)) && at(from - 1) === null) from--;
  return { first: from, last };
}

/** "Police trainers", "an army base": a small noun that only says of what kind another is. "Army spokesman" and "police union" say whose. */
function isMaterial(sight: Sight, word: number): boolean {
  const { doc, lexicon } = sight;
  if (baseRelOf(doc, word) !== "compound" || isCapital(formOf(doc, word)) || isOfRole(sight, word)) return false;
  const above = doc.head[word];
  return (
    above > word &&
    !isBodyNoun(sight, above) &&
    !lexicon.groupNouns.has(formOf(doc, above).toLowerCase()) &&
    !lexicon.reportingNouns.has(lemmaOf(doc, above))
  );
}

/** "The 54-year-old said": a person by the age, where no noun follows. Null for other words. */
function ageAround({ doc }: Sight, head: number): DescriptionOf<"role"> | null {
  if (formOf(doc, head).toLowerCase() !== "old" || head < 5 || formOf(doc, head - 2).toLowerCase() !== "year") return null;
  const first = head - 5;
  if (
    !/^\d+$/.test(formOf(doc, head - 4)) ||
    formOf(doc, first).toLowerCase() !== "the" ||
    (doc.head[head] > head && baseRelOf(doc, head) === "amod")
  )
    return null;
  const words = doc.text.slice(doc.start[head - 4], doc.end[head]);
  const role: RoleOf = {
    words,
    noun: "",
    gender: null,
    speaksFor: "self",
    hides: false,
    country: null,
    organization: null,
    possessor: -1,
    employer: -1,
  };
  return { type: "role", head, range: { first, last: head }, role, plural: false, definite: true };
}

/** Whether a noun says whose a function is: "Interior Ministry" of "an Interior Ministry spokesman". */
const isOfRole = ({ doc, at }: Sight, word: number): boolean => doc.head[word] > word && at(doc.head[word])?.entry.kind === "role";

/**
 * The name of several words that the engine labels as a body's around a word, if its last word does not say that it is somebody's function, and no
 * phrase of the tables is all of it.
 */
function bodyLabel(sight: Sight, word: number): Range | null {
  const whole = labelAround(sight, word, "ORG");
  if (!whole) return null;
  // "opposition Justice Party": small words before a name only say what it is.
  let { first } = whole;
  while (first < whole.last && /^\p{Ll}/u.test(formOf(sight.doc, first))) first++;
  const label = { first, last: whole.last };
  if (first === whole.last || word < first || /^\p{Ll}/u.test(formOf(sight.doc, whole.last))) return null;
  const hit = sight.at(label.last);
  return hit && (hit.entry.kind === "role" || (hit.first <= label.first && hit.last >= label.last)) ? null : label;
}

/** A body by the name that the engine labels, in its phrase: "Danish shipping company Brask Lines". */
function labelled(sight: Sight, head: number, label: Range): DescriptionOf<"body"> {
  const { syntax, doc } = sight;
  const core = phraseCore(syntax, head);
  const range = { first: Math.min(core.first, label.first), last: Math.max(label.last, head) };
  // "Royal Hospital of Saint-Elme": the noun stands before "of".
  const behind = Array.from({ length: label.last - label.first }, (_, i) => label.first + 1 + i).find((word) =>
    ["of", "for", "on"].includes(formOf(doc, word).toLowerCase()),
  );
  const row = bodyRowOf(sight, label, (behind ?? label.last + 1) - 1);
  const country = countryIn(sight, range, head);
  const last = row && behind === undefined && range.last === label.last ? withComplement(sight, label.last) : range.last;
  return {
    ...bodyOf(sight, head, { first: range.first, last }, { country, noun: row?.noun ?? "", named: true }),
    standsForState: row?.standsForState ?? false,
    own: { first: label.first, last },
    alias: shortFormBehind(sight, last),
  };
}

const CONNECTORS = new Set(["of", "for", "and", "the", "on", "in", "against", "&"]);

/** The last word of a body's name that goes on behind its noun: "of Dock Workers" behind "National Union", "for Social Justice" behind "Front". */
function withComplement({ doc }: Sight, noun: number): number {
  if (noun + 1 >= doc.length || !["of", "for", "against"].includes(formOf(doc, noun + 1))) return noun;
  let last = noun;
  for (let word = noun + 1; word < doc.length && word - last <= 2; word++) {
    if (isCapital(formOf(doc, word)) && sentenceOf(doc, word) === sentenceOf(doc, noun)) last = word;
    else if (!CONNECTORS.has(formOf(doc, word))) break;
  }
  return last;
}

/** A short form that the text gives a name behind it: "(NUDW)", ", or OIF,". Null for none. */
function shortFormBehind({ doc }: Sight, last: number): string | null {
  const form = (word: number): string => (word < doc.length ? formOf(doc, word) : "");
  const from = form(last + 1) === "(" ? last + 2 : form(last + 1) === "," && form(last + 2).toLowerCase() === "or" ? last + 3 : -1;
  if (from < 0 || from >= doc.length) return null;
  let end = from;
  while (end + 1 < doc.length && end - from < 3 && doc.end[end] === doc.start[end + 1] && /[-\p{L}\p{N}]/u.test(form(end + 1))) end++;
  const short = doc.text.slice(doc.start[from], doc.end[end]);
  return /^\p{Lu}[\p{L}\p{N}.-]*$/u.test(short) && /\p{Lu}.*\p{Lu}/u.test(short) && [")", ","].includes(form(end + 1)) ? short : null;
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

/** A body as described: `told` is what is known beside the words. */
function bodyOf(
  { syntax }: Sight,
  head: number,
  range: Range,
  told: Partial<DescriptionOf<"body">> & { readonly named: boolean },
): DescriptionOf<"body"> {
  const { first, last } = told.organization === undefined ? range : withArticle(syntax, range);
  const whole = { first, last };
  return {
    type: "body",
    head,
    range: whole,
    own: whole,
    alias: null,
    organization: null,
    ambiguous: false,
    country: null,
    noun: "",
    standsForState: false,
    definite: isDefinite(syntax, whole),
    plural: false,
    group: false,
    ...told,
  };
}

const isPlural = ({ doc }: Syntax, head: number): boolean => ["NNS", "NNPS"].includes(xposOf(doc, head));
/** "four aircraft": more than one, though the noun does not say so. */
const isCounted = (syntax: Syntax, head: number): boolean =>
  dependents(syntax, head).some((i) => i < head && deprelOf(syntax.doc, i) === "nummod" && formOf(syntax.doc, i).toLowerCase() !== "one");
const isDefinite = ({ doc }: Syntax, { first }: Range): boolean => ["the", "this", "that"].includes(formOf(doc, first).toLowerCase());
