import { type Cast, enter, type Growing, organizationIn, stateIn } from "./cast.js";
import type { DescriptionOf, RoleOf } from "./description.js";
import { samePerson, wordsOf } from "./names.js";

/** The person of a name: one who bears all its words, the last named first; entered where nobody does. Gives the function, too, if a title does. */
export function personOf(cast: Cast, description: DescriptionOf<"person">): number {
  const referent = bearerOf(cast, description);
  const { role, employer } = description;
  if (role && employer >= 0 && cast.at[employer] >= 0 && cast.all[referent].affiliation < 0)
    cast.all[referent].affiliation = cast.at[employer];
  if (role) appoint(cast, referent, role);
  return referent;
}

function bearerOf(cast: Cast, { name, gender }: DescriptionOf<"person">): number {
  const { reading, all } = cast;
  const words = wordsOf(reading, name.first, name.last);
  const known = all.findLastIndex(
    (referent) => referent.kind === "person" && referent.tokens.length > 0 && samePerson(referent.tokens, words),
  );
  const referent = known >= 0 ? known : enter(cast, { kind: "person" });
  const person = all[referent];
  if (words.length > person.tokens.length) {
    person.tokens = words;
    person.name = reading.story.text.slice(reading.doc.start[name.first], reading.doc.end[name.last]);
  }
  person.gender ??= gender;
  return referent;
}

/**
 * The person of a function without a name: the one in apposition to it, else for "the minister" the last who was said to hold that office, else
 * somebody new who hides or speaks for a state or body. -1 for several who are nobody in particular ("ministers").
 */
export function holderOf(cast: Cast, description: DescriptionOf<"role">, person: DescriptionOf<"person"> | undefined): number {
  const { all } = cast;
  const { role } = description;
  if (person) {
    const referent = bearerOf(cast, person);
    appoint(cast, referent, role);
    return referent;
  }
  const modified = role.country !== null || role.organization !== null || role.possessor >= 0;
  if (description.definite && !description.plural) {
    const back = all.findLastIndex(
      (referent) =>
        referent.kind === "person" &&
        referent.roleNoun !== null &&
        sameOffice(referent.roleNoun, role.noun) &&
        (role.country === null || referent.country === role.country),
    );
    if (back >= 0 && (!modified || all[back].name !== null)) return back;
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
