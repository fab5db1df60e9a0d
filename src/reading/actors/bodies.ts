import { baseRelOf, formOf, lemmaOf, sentenceOf, xposOf } from "../../language/index.js";
import type { OrganizationKind } from "../../lexicon/index.js";
import { type Cast, enter, type Growing, organizationIn, possessorOf, register, stateIn } from "./cast.js";
import type { Description, DescriptionOf } from "./description.js";
import { keys } from "./finder.js";
import { namedKeys, nounOf, sameBody, wordsOf } from "./names.js";

/**
 * The body of a description: that of the tables, the state for which "the Danish government" stands, one named before, what "the ministry" goes
 * back to, else a new one. -1 for "the mission" that nobody has named and that does nothing.
 */
export function bodyOf(cast: Cast, description: DescriptionOf<"body">): number {
  const { reading, all } = cast;
  if (description.organization !== null) {
    // "The Commission" behind "the Election Commission" is that one, not the European.
    const other = description.ambiguous ? endingSo(cast, description) : -1;
    return other >= 0 ? other : organizationIn(cast, description.organization);
  }
  const possessor = possessorOf(cast, description.head);
  const owner = sideOf(cast, possessor);
  if (description.standsForState) return stateMeant(cast, description, owner);
  // "whose own boats": whose they are stands elsewhere.
  if (xposOf(reading.doc, description.range.first) === "WP$") return -1;
  const words = ownWords(cast, description);
  const country = description.country ?? (owner >= 0 ? all[owner].country : null);
  // "Ghana's navy" and "Togo's navy" are two.
  const kind = description.group ? "group" : "organization";
  const mayBe = (referent: Growing): boolean =>
    referent.kind === kind &&
    referent.plural === description.plural &&
    (country === null || referent.country === null || referent.country === country);
  const same = cast.finder.last(namedKeys(words).map(keys.body), (i) => mayBe(all[i]) && sameBody(all[i], words));
  if (same >= 0) return known(cast, same, description, country);
  const noun = description.noun || nounOf(words.join(" "));
  if (!description.named) {
    const alone = words.join(" ").toLowerCase() === noun;
    const meant = description.definite || isOfRole(cast, description.head);
    const back = alone && possessor < 0 && meant ? backReference(cast, description.head, noun, mayBe) : -1;
    if (back >= 0) return back;
    // "the mission said", "police said": an actor though its name is not given; anything else that is only "the mission" is left alone.
    const { first, last } = description.range;
    const acts = (description.definite || first === last) && baseRelOf(reading.doc, description.head) === "nsubj";
    if (description.country === null && possessor < 0 && words.length === 1 && !acts && !isOfRole(cast, description.head)) return -1;
  }
  const affiliation = owner >= 0 ? owner : country !== null ? stateIn(cast, country) : -1;
  const aliases = description.alias === null ? [] : [description.alias];
  const name = fullNameOf(cast, description);
  return enter(cast, { kind, name, tokens: words, aliases, noun, country, affiliation, plural: description.plural });
}

/** "an army spokesman", "the company chairman": without an article of its own the body is as definite as with it. */
const isOfRole = ({ reading: { doc, knowledge } }: Cast, head: number): boolean =>
  baseRelOf(doc, head) === "compound" && knowledge.lexicon.roleNouns.has(lemmaOf(doc, doc.head[head]));

/** A body that the story has named in full and whose name ends in these words, if the listed one has not been named; -1 for none. */
function endingSo(cast: Cast, { own, organization }: DescriptionOf<"body">): number {
  const words = wordsOf(cast.reading, own.first, own.last).filter((word) => word.toLowerCase() !== "the");
  if (organization !== null && cast.finder.first(keys.organization(organization)) >= 0) return -1;
  return cast.finder.last(namedKeys(words).map(keys.body), (i) => {
    const { organization: listed, tokens } = cast.all[i];
    return listed === null && tokens.length > words.length && tokens.at(-1) === words.at(-1);
  });
}

/** Adds to a body what its next mention tells: a short form, its state. */
function known(cast: Cast, body: number, { alias }: DescriptionOf<"body">, country: string | null): number {
  const { all } = cast;
  if (alias !== null && !all[body].aliases.includes(alias)) {
    all[body].aliases.push(alias);
    register(cast, body);
  }
  all[body].country ??= country;
  return body;
}

/** Whose a body is that belongs to somebody: of "his government" and "her ministry" the state that the person serves. */
function sideOf({ all }: Cast, owner: number): number {
  return owner >= 0 && all[owner].kind === "person" ? all[owner].affiliation : owner;
}

/** How far back "the government" may reach to the state that was named last, in sentences. */
const REACH = 3;

/**
 * The state that "the Danish government", "its army" or "the government" means. One without a country is the only state that was named shortly before,
 * else the only one of the story so far, else that of the dateline's capital; -1 where none of that tells.
 */
function stateMeant(cast: Cast, { country, head, definite, range }: DescriptionOf<"body">, owner: number): number {
  const { reading, all } = cast;
  if (country !== null) return stateIn(cast, country);
  if (owner >= 0) return all[owner].kind === "state" ? owner : -1;
  const { doc } = reading;
  if (!(definite || isOfRole(cast, head)) || range.last - range.first > 1) return -1;
  const dateline = countryOfCapital(cast, reading.story.datelinePlace);
  const named = cast.finder.all([keys.states]).filter((i) => all[i].mentions.length > 0);
  if (named.length === 0) return dateline === null ? -1 : stateIn(cast, dateline);
  if (named.length === 1) return named[0];
  const near = named.filter((i) => sentenceOf(doc, head) - sentenceOf(doc, all[i].mentions.at(-1)?.head ?? head) <= REACH);
  return near.length === 1 ? near[0] : (near.find((i) => all[i].country === dateline) ?? -1);
}

/** The state whose capital a story is written from: "PARIS". Null where the place is none. */
function countryOfCapital({ reading: { knowledge } }: Cast, place: string | null): string | null {
  const town = place?.toLowerCase();
  for (const { alpha3, capitals } of knowledge.lexicon.countries.values())
    if (capitals.some((name) => name.toLowerCase() === town)) return alpha3;
  return null;
}

/** The words that a body is known by: without article and owner, and without the adjective of its state ("Israeli military": "military"). */
function ownWords({ reading }: Cast, { own, range, country }: DescriptionOf<"body">): string[] {
  const { doc } = reading;
  const first = own === range ? behindPossessor(doc, own) : own.first;
  const words = wordsOf(reading, first, own.last).filter((word) => !/^(the|a|an|'s|’s|its|their|his|her|our)$/i.test(word));
  const row = country === null ? undefined : reading.knowledge.lexicon.countries.get(country);
  if (!row || words.length === 1) return words;
  // "Israeli military", "Ghana navy"; "Kenya Airways" is a name.
  const plain = /^\p{Ll}/u.test(words[1]);
  return row.demonyms.includes(words[0]) || (plain && [row.name, ...row.aliases].includes(words[0])) ? words.slice(1) : words;
}

/** A body's name as the story gives it, with its owner: "Ghana's navy", "Turkish Defense Ministry"; without article, "its" and what only says what it is. */
function fullNameOf({ reading: { doc } }: Cast, { range, own }: DescriptionOf<"body">): string {
  const text = (first: number): string => doc.text.slice(doc.start[first], doc.end[range.last]).replace(/\s+/g, " ");
  const plain = text(range.first).replace(/^(?:the|an?|its|their|his|her|our)\s+/i, "");
  // "Danish shipping company Brask Lines", "the opposition Justice Party".
  for (let word = own.first - 1; word >= range.first; word--)
    if (/^\p{Ll}/u.test(formOf(doc, word)) && !/^(?:the|an?|of)$|^['’]s$/.test(formOf(doc, word))) return text(own.first);
  return plain;
}

/** The first word of a body's own name: "Defence Ministry" of "Norway's Defence Ministry". */
function behindPossessor(doc: Cast["reading"]["doc"], { first, last }: Description["range"]): number {
  for (let word = last; word > first; word--) if (xposOf(doc, word - 1) === "POS" && formOf(doc, word - 1).length > 1) return word;
  return first;
}

/**
 * The body that was named last and that "the NOUN" alone may name again: one of that noun ("the court": the Supreme Court) or of which the tables say so
 * ("the alliance": NATO), else one named shortly before of a kind that the noun goes back to ("the firm": Brask Lines, "the rights group": Amnesty
 * International).
 */
function backReference(cast: Cast, head: number, noun: string, mayBe: (referent: Growing) => boolean): number {
  const { reading, all } = cast;
  const { organizations, bodyNouns } = reading.knowledge.lexicon;
  const listed = ({ organization }: Growing) => (organization === null ? undefined : organizations.get(organization));
  let called = -1;
  for (const i of cast.finder.all([keys.bodyNoun(noun), keys.back(noun)])) {
    const referent = all[i];
    if (referent.mentions.length === 0 || !mayBe(referent)) continue;
    const goesBack = referent.noun === noun || referent.noun.endsWith(` ${noun}`) || listed(referent)?.backReferences.includes(noun);
    if (goesBack && (called < 0 || lastMention(referent) >= lastMention(all[called]))) called = i;
  }
  const kinds = (bodyNouns.get(noun)?.kinds ?? []).filter((kind) => !MIXED.has(kind));
  if (called >= 0 || kinds.length === 0) return called;
  const goesBack = (referent: Growing): boolean => {
    if (referent.kind !== "organization" || !mayBe(referent)) return false;
    const row = listed(referent);
    if (row) return kinds.includes(row.kind);
    const own = bodyNouns.get(referent.noun);
    // Of a name that does not say what it is ("Brask Lines") news speaks on as a company.
    return own ? own.kinds.some((kind) => kinds.includes(kind)) : kinds.length === 1 && kinds[0] === "company";
  };
  const { doc } = reading;
  const { mentioned } = cast;
  for (let at = mentioned.length - 1; at >= 0; at--) {
    const referent = all[mentioned[at]];
    if (sentenceOf(doc, head) - sentenceOf(doc, lastMention(referent)) > REACH) break;
    if (goesBack(referent)) return mentioned[at];
  }
  return -1;
}

/** Kinds that hold bodies too unlike each other for "the NOUN" to mean any of them. */
const MIXED: ReadonlySet<OrganizationKind> = new Set(["international", "agency"]);

const lastMention = ({ mentions }: Growing): number => mentions.at(-1)?.head ?? -1;

/**
 * A group of people: "the farmers" goes back to "striking farmers", "farmers" to "farmers"; "Russian troops" are Russia when they act, "AU
 * monitors" the African Union.
 */
export function groupOf(cast: Cast, { range, head, hides, country, organization, standsFor }: DescriptionOf<"group">): number {
  const { reading, all } = cast;
  if (standsFor && organization !== null) return organizationIn(cast, organization);
  if (standsFor && country !== null) return stateIn(cast, country);
  const words = wordsOf(reading, range.first, range.last).join(" ");
  const name = words.replace(/^(the|these|those|some|many|its|their|his|her) /i, "");
  const noun = lemmaOf(reading.doc, head);
  const known = cast.finder.last([name, noun].map(keys.group), (i) => {
    const { hidden, name: other, noun: of, country: its } = all[i];
    return hidden === hides && (other === name || (name !== words && of === noun && its === (country ?? its)));
  });
  return known >= 0 ? known : enter(cast, { kind: "group", plural: true, hidden: hides, name, country, noun });
}
