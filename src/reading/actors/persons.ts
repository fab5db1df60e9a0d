import { baseRelOf, sentenceOf } from "../../language/index.js";
import { type Cast, enter, type Growing, organizationIn, register, stateIn } from "./cast.js";
import type { DescriptionOf, RoleOf } from "./description.js";
import { keys } from "./finder.js";
import { wordsOf } from "./names.js";
import type { ReferentMention } from "./referent.js";
import { LIKENESS, likenessOf, nameKeys } from "./same-person.js";

/**
 * The person of a name, entered where nobody bears it; gives the function, too, if a title does. `apposed` is the function that stands in
 * apposition to the name. -1 where several bear it and nothing tells which of them is meant.
 */
export function personOf(cast: Cast, description: DescriptionOf<"person">, apposed: RoleOf | null): number {
  const referent = bearerOf(cast, description, apposed);
  if (referent < 0) return -1;
  const { role, employer } = description;
  if (role && employer >= 0 && cast.at[employer] >= 0 && cast.all[referent].affiliation < 0)
    cast.all[referent].affiliation = cast.at[employer];
  if (role) appoint(cast, referent, role);
  return referent;
}

function bearerOf(cast: Cast, { head, name, gender, role: title }: DescriptionOf<"person">, apposed: RoleOf | null): number {
  const role = title ?? apposed;
  const { reading, all } = cast;
  const words = wordsOf(reading, name.first, name.last);
  const { bylineWords } = reading.knowledge.lexicon;
  let best: number = LIKENESS.none + 1;
  let bearers: number[] = [];
  for (const i of cast.finder.all(nameKeys(words, bylineWords).map(keys.person))) {
    const other = all[i];
    if (isAnother(other, gender, role)) continue;
    const likeness = likenessOf(other.tokens, words, bylineWords);
    if (likeness > best) bearers = [];
    if (likeness >= best) {
      best = likeness;
      bearers.push(i);
    }
  }
  const known = bearers.length > 1 ? likeliest(cast, bearers, role, head) : (bearers[0] ?? null);
  if (known === -1) return -1;
  const referent = known ?? enter(cast, { kind: "person" });
  const person = all[referent];
  if (words.length > person.tokens.length) {
    person.tokens = words;
    person.name = reading.story.text.slice(reading.doc.start[name.first], reading.doc.end[name.last]);
    register(cast, referent);
  }
  person.gender ??= gender;
  return referent;
}

/** "Mr. Berg" is not Anna Berg, nor is "Danish Foreign Minister Lund" the Norwegian one. */
const isAnother = (other: Growing, gender: "m" | "f" | null, role: RoleOf | null): boolean =>
  (gender !== null && other.gender !== null && gender !== other.gender) ||
  (role !== null && role.country !== null && other.country !== null && role.country !== other.country);

/** A name alone goes back to who was last named by it if the others of that name are this many sentences further off. */
const APART = 3;

/** Which of several of one family name is meant: who has the office that is named with it, else who was named just before and alone. -1: unsure. */
function likeliest({ reading: { doc }, all }: Cast, bearers: readonly number[], role: RoleOf | null, head: number): number {
  const inOffice = bearers.filter((i) => role !== null && all[i].roleNoun !== null && sameOffice(all[i].roleNoun, role.noun));
  if (inOffice.length === 1) return inOffice[0];
  const sentence = (i: number): number => sentenceOf(doc, all[i].mentions.at(-1)?.head ?? head);
  const [last, before] = [...bearers].sort((a, b) => sentence(b) - sentence(a));
  return sentence(last) - sentence(before) >= APART ? last : -1;
}

/**
 * The person of a function without a name: the one in apposition to it, else for "the minister" the last who was said to hold that office, else
 * somebody new who hides or speaks for a state or body. -1 for several who are nobody in particular ("ministers").
 */
export function holderOf(cast: Cast, description: DescriptionOf<"role">, person: DescriptionOf<"person"> | undefined): number {
  const { all } = cast;
  const { role } = description;
  if (person) {
    const referent = bearerOf(cast, person, role);
    if (referent >= 0) appoint(cast, referent, role);
    return referent;
  }
  const modified = role.country !== null || role.organization !== null || role.possessor >= 0;
  if (description.definite && !description.plural) {
    const back =
      role.noun === ""
        ? -1
        : cast.finder.last([keys.office(role.noun)], (i) => {
            const { roleNoun, country } = all[i];
            return roleNoun !== null && sameOffice(roleNoun, role.noun) && (role.country === null || country === role.country);
          });
    if (back >= 0 && (!modified || all[back].name !== null)) return back;
    if (!modified) {
      const before = justNamed(cast, description);
      if (before >= 0) return before;
    }
    if (role.noun === "") return -1;
  }
  if (description.plural && !role.hides) return -1;
  const speaksFor = role.hides ? -1 : principalOf(cast, role);
  return enter(cast, {
    kind: "person",
    hidden: role.hides || speaksFor < 0,
    standsFor: speaksFor,
    role: role.words,
    roleNoun: role.noun,
    gender: role.gender,
    country: role.country,
    plural: description.plural,
    affiliation: speaksFor,
  });
}

/** How far back, in sentences, a description goes that tells something new of somebody: "Lund promised help. The former teacher said …". */
const JUST = 2;

/**
 * The person named just before of whom a description tells something new: by the age, by what one does or was ("the nurse", "the retired general"), not by
 * an office, which may be another's. -1 for such a one, and where several were named whom it may mean.
 */
function justNamed(cast: Cast, { role, head }: DescriptionOf<"role">): number {
  const { reading, all, mentioned } = cast;
  const { doc } = reading;
  if (role.hides || (role.speaksFor !== "self" && !/^(?:former|retired|ex-|veteran)\b/i.test(role.words))) return -1;
  const sentence = sentenceOf(doc, head);
  const near = new Map<number, ReferentMention[]>();
  for (let i = mentioned.length - 1; i >= 0; i--) {
    const { kind, name, mentions, gender } = all[mentioned[i]];
    const last = mentions.at(-1);
    if (!last || sentence - sentenceOf(doc, last.head) > JUST) break;
    if (kind === "person" && name !== null && (role.gender === null || gender === null || role.gender === gender))
      near.set(mentioned[i], mentions);
  }
  if (near.size <= 1) return near.keys().next().value ?? -1;
  const subjects = [...near].filter(([, mentions]) =>
    mentions.some(({ head: at }) => sentence - sentenceOf(doc, at) <= JUST && baseRelOf(doc, at) === "nsubj"),
  );
  return subjects.length === 1 ? subjects[0][0] : -1;
}

/** Role nouns that name one office: "the envoy" may be "the special envoy" of before. */
const sameOffice = (a: string, b: string): boolean => a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`);

/** The state or body that somebody of this role speaks for: -1 where the text names none. */
function principalOf(cast: Cast, role: RoleOf): number {
  const { all, at } = cast;
  // "her Danish counterpart" is not on her side.
  if (role.possessor >= 0 && at[role.possessor] >= 0 && role.noun !== "counterpart") {
    const owner = all[at[role.possessor]];
    if (owner.kind === "state" || owner.kind === "organization") return at[role.possessor];
    return owner.affiliation;
  }
  if (role.organization !== null && role.speaksFor !== "self") return organizationIn(cast, role.organization);
  if (role.employer >= 0 && at[role.employer] >= 0 && role.speaksFor === "body") return at[role.employer];
  if (role.country !== null && role.speaksFor !== "self") return stateIn(cast, role.country);
  return -1;
}

/** Gives a person a function and a side; what was said of the person first is kept. */
function appoint(cast: Cast, referent: number, role: RoleOf): void {
  const office = officeOf(cast, role, referent);
  const person: Growing = cast.all[referent];
  const principal = principalOf(cast, role);
  person.role ??= office.words;
  person.roleNoun ??= office.noun;
  person.gender ??= office.gender;
  if (person.affiliation < 0) person.affiliation = principal;
  person.country ??= office.country;
  register(cast, referent);
}

/** "his Danish counterpart": one who holds the office of the person whose counterpart it is, or of the last person named with an office. */
function officeOf({ all, at }: Cast, role: RoleOf, self: number): Pick<RoleOf, "words" | "noun" | "gender" | "country"> {
  if (role.noun !== "counterpart") return role;
  const owner = role.possessor >= 0 ? at[role.possessor] : -1;
  const other =
    owner >= 0 && all[owner].role !== null
      ? all[owner]
      : all.findLast(({ kind, role: office }, i) => kind === "person" && office !== null && i !== self);
  return other?.role ? { words: other.role, noun: other.roleNoun ?? role.noun, gender: null, country: role.country } : role;
}
