import { baseRelOf } from "../../language/index.js";
import type { OrganizationKind } from "../../lexicon/index.js";
import type { Actor } from "../../model/index.js";
import type { Reading } from "../reading.js";
import { dependents } from "../syntax.js";
import type { Description } from "./description.js";
import { Finder, keys } from "./finder.js";
import { bodyKeys, nounOf } from "./names.js";
import type { Referent, ReferentMention } from "./referent.js";
import { nameKeys } from "./same-person.js";
import { headOf } from "./sight.js";

/** A referent while its mentions are gathered. */
export type Growing = { -readonly [Key in keyof Omit<Referent, "mentions">]: Referent[Key] } & {
  mentions: ReferentMention[];
  /** Words of its fullest name. */
  tokens: string[];
  /** Short forms that the story gives a body: "NUDW". */
  aliases: string[];
  /** Head noun of a body's name ("ministry"), by which "the ministry" goes back to it. */
  noun: string;
  /** Its name in the table of organizations; null for one that is not there. */
  organization: string | null;
};

/**
 * Everybody that the text has spoken of so far, in the order in which they came up. Grows while the text is read once from its beginning, and
 * belongs to that one reading; what is read of it later is `Referents`.
 */
export interface Cast {
  readonly reading: Reading;
  readonly all: Growing[];
  /** As in `Referents`. */
  readonly at: Int32Array;
  readonly finder: Finder;
  /** Who was mentioned, in the order of the text. */
  readonly mentioned: number[];
}

export const castOf = (reading: Reading): Cast => ({
  reading,
  all: [],
  at: new Int32Array(reading.doc.length).fill(-1),
  finder: new Finder(),
  mentioned: [],
});

/** Adds one who is not yet known; gives the number. */
export function enter(cast: Cast, fields: Partial<Growing> & { readonly kind: Actor["kind"] }): number {
  cast.all.push({
    hidden: false,
    standsFor: -1,
    name: null,
    country: null,
    role: null,
    roleNoun: null,
    gender: null,
    plural: false,
    affiliation: -1,
    mentions: [],
    tokens: [],
    aliases: [],
    noun: "",
    organization: null,
    ...fields,
  });
  const referent = cast.all.length - 1;
  register(cast, referent);
  return referent;
}

/** Makes a referent found by what is known of it. To be called again when it gets a longer name or a function. */
export function register({ all, finder, reading }: Cast, referent: number): void {
  const { kind, name, country, tokens, aliases, noun, roleNoun, organization } = all[referent];
  if (kind === "state" && country !== null) {
    finder.add(keys.states, referent);
    finder.add(keys.state(country), referent);
  }
  if (organization !== null) {
    finder.add(keys.organization(organization), referent);
    const { organizations } = reading.knowledge.lexicon;
    for (const back of organizations.get(organization)?.backReferences ?? []) finder.add(keys.back(back), referent);
  }
  if (kind === "person") {
    for (const word of nameKeys(tokens, reading.knowledge.lexicon.bylineWords)) finder.add(keys.person(word), referent);
    if (roleNoun !== null) finder.add(keys.office(roleNoun), referent);
    return;
  }
  if (name === null) return;
  finder.add(keys.bodyNoun(noun), referent);
  for (const key of bodyKeys({ name, tokens, aliases })) finder.add(keys.body(key), referent);
  if (kind === "group") {
    finder.add(keys.group(name), referent);
    finder.add(keys.group(noun), referent);
  }
}

/** Notes that a description means somebody. */
export function mention(
  { reading, all, at, mentioned }: Cast,
  referent: number,
  { head, range: { first, last } }: Description,
  form: ReferentMention["form"],
  rule: string,
  confidence: number,
): void {
  all[referent].mentions.push({ head, first, last, form, rule: `actors/${rule}`, confidence });
  // Whichever word of a name the tree ties to the sentence, the name is meant.
  if (form === "name") for (let word = first; word <= last; word++) if (at[word] < 0) at[word] = referent;
  at[head] = referent;
  mentioned.push(referent);
  // "The Swiss foreign ministry" of which the tree makes "Swiss" the subject.
  if (form === "description" || rule === "body") at[headOf(reading, { first, last })] = referent;
}

/** A state by its code, entered where it is not yet known. */
export function stateIn(cast: Cast, country: string): number {
  const known = cast.finder.first(keys.state(country));
  const { countries } = cast.reading.knowledge.lexicon;
  return known >= 0 ? known : enter(cast, { kind: "state", country, name: countries.get(country)?.name ?? country });
}

/** An organization of the tables by its name there, entered where it is not yet known. */
export function organizationIn(cast: Cast, name: string): number {
  const known = cast.finder.first(keys.organization(name));
  if (known >= 0) return known;
  const row = cast.reading.knowledge.lexicon.organizations.get(name);
  const country = row?.country ?? null;
  // A public body speaks for its state; a company or party of that state does not.
  const affiliation = row && country !== null && PUBLIC.has(row.kind) ? stateIn(cast, country) : -1;
  return enter(cast, { kind: "organization", name, organization: name, country, affiliation, tokens: name.split(" "), noun: nounOf(name) });
}

const PUBLIC: ReadonlySet<OrganizationKind> = new Set(["agency", "military", "legislature", "court"]);

/** Whose the thing is that a noun names, if it is said before it: "Ghana's navy", "its spokesman". -1 for none. */
export function possessorOf({ reading: { doc, syntax }, at }: Cast, head: number): number {
  const possessor = dependents(syntax, head).find((i) => i < head && baseRelOf(doc, i) === "nmod" && at[i] >= 0);
  return possessor === undefined ? -1 : at[possessor];
}
