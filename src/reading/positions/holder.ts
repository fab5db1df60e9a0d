import { baseRelOf, formOf, lemmaOf, uposOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import { isSameSide, principalOf } from "../parties/index.js";
import type { Reading } from "../reading.js";
import type { Draft } from "../statements/index.js";
import { dependents } from "../syntax.js";
import { isKind } from "./vocabulary.js";

/** Bodies that hold what a statement's source says in their name; those who hide hold nothing. */
export function holdersOf(reading: Reading, referents: Referents, { source }: Draft, personal: boolean): readonly number[] {
  if (source.kind !== "referent") return [];
  const each = [source.referent, ...source.joint].filter((referent) => !referents.all[referent].hidden);
  return [...new Set(personal ? each : each.map((referent) => principalOf(reading, referents, referent)))];
}

/**
 * Whom a noun means as the side that something is aimed at or comes from: itself, whoever speaks or fights for it ("Chadian troops", "the
 * minister"); -1 where the story does not tell.
 */
export function sideOf(reading: Reading, referents: Referents, word: number): number {
  const { doc, syntax } = reading;
  if (word < 0) return -1;
  const { all, at } = referents;
  if (at[word] >= 0) {
    const { hidden, standsFor } = all[at[word]];
    return !hidden ? principalOf(reading, referents, at[word]) : standsFor;
  }
  const owner = dependents(syntax, word).find(
    (i) => i < word && ["amod", "compound", "nmod"].includes(baseRelOf(doc, i)) && at[i] >= 0 && !all[at[i]].hidden,
  );
  return owner === undefined ? -1 : principalOf(reading, referents, at[owner]);
}

const FIRST_SINGULAR = new Set(["i", "me", "my"]);
const FIRST_PLURAL = new Set(["we", "us", "our"]);
const POSSESSIVE = new Set(["his", "her", "its", "their", "our", "my"]);

/**
 * Who holds what a clause in somebody's words says of its subject, if that is the speaker or its own side: "we" and "his country" are the body, "I"
 * and "he" the person. Empty where the subject is somebody else.
 */
export function ownSide(reading: Reading, referents: Referents, draft: Draft, subject: number): readonly number[] {
  const { source } = draft;
  if (subject < 0 || source.kind === "unknown") return [];
  if (source.kind === "unnamed" || referents.all[source.referent].hidden) return spokenOf(reading, referents, draft, subject);
  const { doc, syntax, knowledge } = reading;
  const form = formOf(doc, subject).toLowerCase();
  if (FIRST_SINGULAR.has(form)) return holdersOf(reading, referents, draft, true).slice(0, 1);
  if (FIRST_PLURAL.has(form)) return holdersOf(reading, referents, draft, false);
  if (uposOf(doc, subject) === "PRON") {
    return ownPronoun(reading, referents, draft, subject);
  }
  const isBody = isKind(knowledge.lexicon, lemmaOf(doc, subject), "body");
  if (isBody && dependents(syntax, subject).some((i) => i < subject && POSSESSIVE.has(formOf(doc, i).toLowerCase()))) {
    return holdersOf(reading, referents, draft, false);
  }
  const named = [subject, ...dependents(syntax, subject).filter((i) => baseRelOf(doc, i) === "conj")]
    .map((word) => referents.at[word])
    .filter((referent) => referent >= 0 && !referents.all[referent].hidden && referents.all[referent].kind !== "person");
  if (named.length > 0) return isOwn(reading, referents, source.referent, named[0]) ? [...new Set(named)] : [];
  // "its envoy called for calm, the bloc said": what a body says that its own official wants is the body's.
  const person = sideOf(reading, referents, subject);
  return person >= 0 && person === principalOf(reading, referents, source.referent) ? [person] : [];
}

/** "A source close to the government said Oslo did not want …": the state itself, where one who hides the name tells what it will do. */
function spokenOf({ doc }: Reading, { all, at }: Referents, { source }: Draft, subject: number): readonly number[] {
  const referent = at[subject];
  if (referent < 0 || uposOf(doc, subject) === "PRON" || all[referent].kind !== "state") return [];
  const country = source.kind === "referent" ? all[source.referent].country : null;
  return country === null || country === all[referent].country ? [referent] : [];
}

const THIRD_PERSON: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["he", new Set(["person"])],
  ["she", new Set(["person"])],
  ["it", new Set(["state", "organization"])],
  ["they", new Set(["group", "organization"])],
]);

/**
 * "Oslo said it would respond": the speaker itself, where the pronoun is known to mean it. One that is not sure of anybody is taken for the speaker where
 * it agrees with it and opens what is said: nobody else is nearer.
 */
function ownPronoun(reading: Reading, referents: Referents, draft: Draft, subject: number): readonly number[] {
  const { doc } = reading;
  const { source, content, cue } = draft;
  if (source.kind !== "referent") return [];
  const form = formOf(doc, subject).toLowerCase();
  const speakers = [source.referent, ...source.joint];
  const antecedent = referents.pronouns.get(subject);
  if (antecedent !== undefined) {
    const principal = principalOf(reading, referents, source.referent);
    const own = antecedent.referents.filter((referent) => speakers.includes(referent) || referent === principal);
    return own.length === antecedent.referents.length ? [...new Set(own)] : [];
  }
  const opens = subject > cue.word && content.some(({ start }) => start <= doc.start[subject] && doc.start[subject] - start < OPENING);
  if (!opens || /["“]/.test(doc.text.slice(doc.end[cue.word], doc.start[subject]))) return [];
  if (form === "they" && source.joint.length > 0) return holdersOf(reading, referents, draft, false);
  return source.joint.length === 0 && THIRD_PERSON.get(form)?.has(referents.all[source.referent].kind) ? [source.referent] : [];
}

/** "that it …": how far into the words the subject may stand that opens them, in code units. */
const OPENING = 6;

const isOwn = (reading: Reading, referents: Referents, speaker: number, other: number): boolean =>
  isSameSide(referents, speaker, other) || isSameSide(referents, principalOf(reading, referents, speaker), other);
