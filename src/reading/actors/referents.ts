import { baseRelOf, formOf, lemmaOf, sentenceOf, xposOf } from "../../language/index.js";
import type { Actor } from "../../model/index.js";
import { type Quotation, quotationAround } from "../quotations.js";
import type { Reading } from "../reading.js";
import { dependents } from "../syntax.js";
import { appositions } from "./appositions.js";
import type { Description, RoleOf } from "./describe.js";

/** Somebody whom the story speaks of, named or not, with all mentions: what pronouns and descriptions go back to. */
export interface Referent {
  readonly kind: Actor["kind"];
  /** One who hides the name or only looks on ("a senior official"): never listed as an actor. */
  readonly hidden: boolean;
  /** Referent that one without a name speaks for in the open ("the representative of Ethiopia"): -1 for none. */
  readonly standsFor: number;
  /** Fullest name so far; null for one who has none. */
  readonly name: string | null;
  readonly country: string | null;
  readonly role: string | null;
  /** Key of the role table; null for none. */
  readonly roleNoun: string | null;
  readonly gender: "m" | "f" | null;
  readonly plural: boolean;
  readonly affiliation: number;
  readonly mentions: readonly ReferentMention[];
}

export interface ReferentMention {
  readonly head: number;
  readonly first: number;
  readonly last: number;
  readonly form: "name" | "description" | "pronoun";
  readonly rule: string;
  readonly confidence: number;
}

/** While they are gathered. */
type Growing = { -readonly [Key in keyof Omit<Referent, "mentions">]: Referent[Key] } & {
  mentions: ReferentMention[];
  tokens: string[];
  /** Head noun of a body's name ("ministry"), by which "the ministry" goes back to it. */
  noun: string;
  organization: string | null;
};

export interface Referents {
  readonly all: readonly Referent[];
  /** Number of the referent that each word's noun phrase means; -1 where none is known. Pronouns are resolved by `resolvePronoun`. */
  readonly at: Int32Array;
}

/** Role nouns that name one office: "the envoy" may be "the ambassador" of before. */
const sameOffice = (a: string, b: string): boolean => a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`);

/**
 * Who is meant by each description, by one pass over the text: names join the referent that bears all their words, states that of
 * their country, bodies that of their name, acronym or head noun, titles without a name the last person of that office.
 */
export function referentsOf(reading: Reading, descriptions: readonly Description[]): Referents {
  const { doc, syntax, knowledge } = reading;
  const paired = appositions(reading, descriptions);
  const all: Growing[] = [];
  const at = new Int32Array(doc.length).fill(-1);

  const create = (fields: Partial<Growing> & { readonly kind: Actor["kind"] }): number => {
    all.push({
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
      noun: "",
      organization: null,
      ...fields,
    });
    return all.length - 1;
  };
  const mention = (referent: number, description: Description, form: ReferentMention["form"], rule: string, confidence: number): void => {
    const { first, last } = description.range;
    all[referent].mentions.push({ head: description.head, first, last, form, rule: `actors/${rule}`, confidence });
    at[description.head] = referent;
  };
  const state = (country: string): number => {
    const known = all.findIndex((referent) => referent.kind === "state" && referent.country === country);
    return known >= 0 ? known : create({ kind: "state", country, name: knowledge.lexicon.countries.get(country)?.name ?? country });
  };
  const organization = (name: string): number => {
    const known = all.findIndex((referent) => referent.organization === name);
    const row = knowledge.lexicon.organizations.get(name);
    return known >= 0
      ? known
      : create({
          kind: "organization",
          name,
          organization: name,
          country: row?.country ?? null,
          tokens: name.split(" "),
          noun: nounOf(name),
        });
  };
  /** The state or body that somebody of this role speaks for: -1 where the text names none. */
  const principal = (role: RoleOf): number => {
    if (role.possessor >= 0 && at[role.possessor] >= 0) {
      const owner = all[at[role.possessor]];
      if (owner.kind === "state" || owner.kind === "organization") return at[role.possessor];
      return owner.affiliation;
    }
    if (role.organization !== null && role.speaksFor !== "self") return organization(role.organization);
    if (role.country !== null && role.speaksFor !== "self") return state(role.country);
    return -1;
  };

  for (const description of descriptions) {
    switch (description.type) {
      case "person": {
        const referent = personReferent(description);
        if (description.role) assignRole(all[referent], officeOf(description.role, referent), principal(description.role));
        mention(referent, description, "name", "name", 0.95);
        for (let word = description.range.first; word <= description.range.last; word++) if (at[word] < 0) at[word] = referent;
        at[description.head] = referent;
        break;
      }
      case "country": {
        const referent = state(description.country);
        const isName = description.form === "name" || description.form === "people";
        mention(referent, description, "name", description.form, isName ? 0.95 : 0.7);
        for (let word = description.range.first; word <= description.range.last; word++) at[word] = referent;
        break;
      }
      case "body": {
        const referent = bodyReferent(description);
        if (referent < 0) break;
        mention(
          referent,
          description,
          description.named ? "name" : "description",
          description.named ? "body" : "back-reference",
          description.named ? 0.9 : 0.7,
        );
        break;
      }
      case "role": {
        const referent = roleReferent(description);
        if (referent >= 0) mention(referent, description, "description", "role", 0.7);
        break;
      }
      case "group": {
        const words = wordsOf(reading, description.range.first, description.range.last).join(" ");
        const bare = words.replace(/^(the|these|those|some|many|its|their|his|her) /i, "");
        const definite = bare !== words;
        const known = all.findLastIndex(
          (referent) =>
            referent.plural &&
            referent.hidden === description.hides &&
            (referent.name === bare || (definite && referent.noun === lemmaOf(doc, description.head))),
        );
        const name = bare;
        const referent =
          known >= 0
            ? known
            : create({
                kind: "group",
                plural: true,
                hidden: description.hides,
                name,
                country: description.country,
                noun: lemmaOf(doc, description.head),
                affiliation: -1,
              });
        mention(referent, description, "description", "group", 0.6);
        break;
      }
      case "pronoun":
        break;
    }
  }
  return { all, at };

  /** "his Danish counterpart": one who holds the office of the person whose counterpart it is, or of the last person named with an office. */
  function officeOf(role: RoleOf, self: number): Pick<RoleOf, "words" | "noun" | "gender" | "country"> {
    if (role.noun !== "counterpart") return role;
    const owner = role.possessor >= 0 ? at[role.possessor] : -1;
    const other =
      owner >= 0 && all[owner].role !== null
        ? all[owner]
        : all.findLast(({ kind, role: office }, i) => kind === "person" && office !== null && i !== self);
    return other?.role ? { words: other.role, noun: other.roleNoun ?? role.noun, gender: null, country: role.country } : role;
  }

  function personReferent({ name, gender }: Description & { readonly type: "person" }): number {
    const words = wordsOf(reading, name.first, name.last);
    const known = all.findLastIndex(
      (referent) => referent.kind === "person" && referent.tokens.length > 0 && samePerson(referent.tokens, words),
    );
    const referent = known >= 0 ? known : create({ kind: "person" });
    const person = all[referent];
    if (words.length > person.tokens.length) {
      person.tokens = words;
      person.name = doc.text.slice(doc.start[name.first], doc.end[name.last]);
    }
    person.gender ??= gender;
    return referent;
  }

  function bodyReferent(description: Description & { readonly type: "body" }): number {
    if (description.organization !== null) return organization(description.organization);
    if (description.standsForState) {
      if (description.country !== null) return state(description.country);
      const owner = possessorOf(description.head);
      return owner >= 0 && all[owner].kind === "state" ? owner : -1;
    }
    const words = wordsOf(reading, behindPossessor(description), description.range.last).filter(
      (word) => !/^(the|a|an|'s|’s|its|their|his|her|our)$/i.test(word),
    );
    const name = words
      .join(" ")
      .replace(/ ([-–]) /g, "$1")
      .replace(/ (['’])/g, "$1");
    const owner = possessorOf(description.head);
    const country = description.country ?? (owner >= 0 ? all[owner].country : null);
    // "Ghana's navy" and "Togo's navy" are two.
    const mayBe = (referent: Growing): boolean =>
      referent.kind === "organization" && (country === null || referent.country === null || referent.country === country);
    const same = all.findLastIndex((referent) => mayBe(referent) && sameBody(referent, words));
    if (same >= 0) return same;
    const noun = description.noun || nounOf(name);
    if (!description.named) {
      // "the ministry", "the alliance", "his ministry": the last body of that noun.
      const back = all.findLastIndex((referent) => mayBe(referent) && referent.noun === noun && referent.mentions.length > 0);
      if (back >= 0 && words.length === 1) return back;
      const listed = words.length === 1 ? backReference(noun) : -1;
      if (listed >= 0) return listed;
      // "the mission said": an actor though its name is not given; anything else that is only "the mission" is left alone.
      const acts = description.definite && baseRelOf(doc, description.head) === "nsubj";
      if (description.country === null && owner < 0 && words.length === 1 && !acts) return -1;
    }
    const affiliation = owner >= 0 ? owner : country !== null ? state(country) : -1;
    return create({ kind: "organization", name: fullNameOf(description), tokens: words, noun, country, affiliation });
  }

  /** A body's name as the story gives it, with its owner: "Ghana's navy", "Turkish Defense Ministry"; without article and "its". */
  function fullNameOf({ range }: Description): string {
    const words = doc.text.slice(doc.start[range.first], doc.end[range.last]).replace(/\s+/g, " ");
    return words.replace(/^(?:the|an?|its|their|his|her|our)\s+/i, "");
  }

  /** The first word of a body's own name: "Defence Ministry" of "Norway's Defence Ministry". */
  function behindPossessor({ range }: Description): number {
    for (let word = range.last; word > range.first; word--)
      if (xposOf(doc, word - 1) === "POS" && formOf(doc, word - 1).length > 1) return word;
    return range.first;
  }

  /** "the alliance" for NATO: a body whose table row says that this noun goes back to it, if the story has named it. */
  function backReference(noun: string): number {
    return all.findLastIndex(
      (referent) =>
        referent.organization !== null && (knowledge.lexicon.organizations.get(referent.organization)?.backReferences ?? []).includes(noun),
    );
  }

  function possessorOf(head: number): number {
    const possessor = dependents(syntax, head).find((i) => i < head && baseRelOf(doc, i) === "nmod" && at[i] >= 0);
    return possessor === undefined ? -1 : at[possessor];
  }

  function roleReferent(description: Description & { readonly type: "role" }): number {
    const { role } = description;
    const person = paired.get(description);
    if (person) {
      const referent = personReferent(person);
      assignRole(all[referent], officeOf(role, referent), principal(role));
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
    const speaksFor = role.hides ? -1 : principal(role);
    const hidden = role.hides || speaksFor < 0;
    return create({
      kind: "person",
      hidden,
      standsFor: speaksFor,
      role: role.words,
      roleNoun: role.noun,
      gender: role.gender,
      country: role.country,
      plural: description.plural,
      affiliation: speaksFor,
    });
  }
}

function assignRole(person: Growing, role: Pick<RoleOf, "words" | "noun" | "gender" | "country">, principal: number): void {
  person.role ??= role.words;
  person.roleNoun ??= role.noun;
  person.gender ??= role.gender;
  if (person.affiliation < 0) person.affiliation = principal;
  person.country ??= role.country;
}

/** Words of a name, without punctuation but for what is inside a word. */
function wordsOf({ doc }: Reading, first: number, last: number): string[] {
  const words: string[] = [];
  for (let word = first; word <= last; word++) {
    const form = formOf(doc, word);
    const glued = words.length > 0 && word > first && doc.start[word] === doc.end[word - 1];
    if (glued && (/^[-–’']$/.test(form) || /[-–’']$/.test(words[words.length - 1]) || /^['’]s$/.test(form) === false))
      words[words.length - 1] += form;
    else words.push(form);
  }
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Whether two names may be one person's: all words of the shorter are in the longer, and its first or last one is at the edge. */
function samePerson(known: readonly string[], words: readonly string[]): boolean {
  const [short, long] = known.length <= words.length ? [known, words] : [words, known];
  const has = (word: string): boolean => long.some((other) => other === word || (/^\p{Lu}\.?$/u.test(word) && other.startsWith(word[0])));
  return short.every(has) && (long.includes(short[short.length - 1]) || long.includes(short[0]));
}

const CONNECTORS = new Set(["of", "for", "and", "the", "on", "in", "&"]);

/** Whether a body's name of these words is the known one: the same words, its acronym, or the end or head of its name ("the Commission"). */
function sameBody(known: Growing, words: readonly string[]): boolean {
  if (known.name === null) return false;
  const name = words.join(" ");
  if (known.name === name || known.tokens.join(" ") === name) return true;
  const full = known.tokens.filter((word) => !CONNECTORS.has(word.toLowerCase()));
  if (words.length === 1 && /^\p{Lu}{2,}$/u.test(words[0]))
    return (
      words[0] ===
      full
        .map((word) => word[0])
        .join("")
        .toUpperCase()
    );
  const capitals = words.every((word) => /^\p{Lu}/u.test(word) || CONNECTORS.has(word.toLowerCase()));
  if (!capitals || words.length >= known.tokens.length) return false;
  return (
    known.tokens.join(" ").includes(name) &&
    (known.tokens[known.tokens.length - 1] === words[words.length - 1] || known.tokens[0] === words[0] || words.length === 1)
  );
}

/** Head noun of a body's name, lower-cased: the last word before "of" or "for", else the last. */
function nounOf(name: string): string {
  const words = name.split(" ");
  const end = words.findIndex((word) => ["of", "for", "on"].includes(word));
  return (words[(end > 0 ? end : words.length) - 1] ?? "").toLowerCase();
}

/** Title and name of the person that a word belongs to, as one range; null where it belongs to none. */
export function nameAround({ all, at }: Referents, word: number): ReferentMention | null {
  const referent = word >= 0 ? all[at[word]] : undefined;
  if (referent?.kind !== "person") return null;
  return referent.mentions.find(({ first, last, form }) => form === "name" && first <= word && word <= last) ?? null;
}

// --- pronouns ---

const PERSONAL: ReadonlyMap<
  string,
  { readonly kinds: ReadonlySet<Actor["kind"]>; readonly gender: "m" | "f" | null; readonly plural: boolean | null }
> = new Map([
  ["he", { kinds: new Set(["person"] as const), gender: "m" as const, plural: false }],
  ["his", { kinds: new Set(["person"] as const), gender: "m" as const, plural: false }],
  ["him", { kinds: new Set(["person"] as const), gender: "m" as const, plural: false }],
  ["she", { kinds: new Set(["person"] as const), gender: "f" as const, plural: false }],
  ["her", { kinds: new Set(["person"] as const), gender: "f" as const, plural: false }],
  ["it", { kinds: new Set(["state", "organization"] as const), gender: null, plural: false }],
  ["its", { kinds: new Set(["state", "organization"] as const), gender: null, plural: false }],
  ["they", { kinds: new Set(["group", "person", "organization"] as const), gender: null, plural: null }],
  ["their", { kinds: new Set(["group", "person", "organization"] as const), gender: null, plural: null }],
]);

/** How far back a pronoun may reach, in sentences. */
const REACH = 6;

/**
 * Who a pronoun goes back to: of the mentions before it that fit in kind, number and gender, the one that weighs most by nearness (a
 * sentence less each sentence back), being a subject, and being the last to speak. Words inside a quotation weigh little for a pronoun
 * outside it. -1 where nobody fits: then the reader says so and does not guess.
 */
export function resolvePronoun(reading: Reading, { all }: Referents, word: number, lastSpeaker: number): number {
  const { doc, quotations } = reading;
  const wanted = PERSONAL.get(formOf(doc, word).toLowerCase());
  if (!wanted) return -1;
  const sentence = sentenceOf(doc, word);
  const inside = quotationAt(quotations, doc.start[word], doc.end[word]);
  const blockStart = firstSentenceOfBlock(reading, sentence);
  let best = -1;
  let bestWeight = Number.NEGATIVE_INFINITY;
  for (const [index, referent] of all.entries()) {
    if (!wanted.kinds.has(referent.kind)) continue;
    if (wanted.gender && referent.gender && referent.gender !== wanted.gender) continue;
    if (wanted.plural === false && referent.plural) continue;
    if (wanted.plural === null && referent.kind !== "group" && !referent.plural && referent.kind !== "organization") continue;
    for (const { head } of referent.mentions) {
      if (head >= word) break;
      const distance = sentence - sentenceOf(doc, head);
      if (distance > REACH) continue;
      const relation = baseRelOf(doc, head);
      let weight = -distance;
      if (distance > 0 && sentenceOf(doc, head) < blockStart) weight -= 0.5;
      if (relation === "nsubj") weight += 1.5;
      else if (relation === "nmod" || relation === "compound" || relation === "amod") weight -= 0.5;
      if (referent.hidden) weight -= 0.3;
      if (wanted.gender && referent.gender === wanted.gender) weight += 1;
      const around = quotationAt(quotations, doc.start[head], doc.end[head]);
      if (around !== null && around !== inside) weight -= 3;
      if (index === lastSpeaker) weight += 0.8;
      if (weight >= bestWeight) {
        bestWeight = weight;
        best = index;
      }
    }
  }
  return best;
}

const quotationAt = (quotations: readonly Quotation[], start: number, end: number): Quotation | null =>
  quotationAround(quotations, { start, end });

function firstSentenceOfBlock({ doc }: Reading, sentence: number): number {
  let first = sentence;
  while (first > 0 && doc.blockOf[first - 1] === doc.blockOf[sentence]) first--;
  return first;
}
