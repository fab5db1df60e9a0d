import { baseRelOf, formOf, lemmaOf, sentenceOf, uposOf, wordsOf, xposOf } from "../../language/index.js";
import { nameAround, type Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents } from "../syntax.js";
import { severalMeant } from "./several.js";

/** Who is on record, as far as the text tells, before actors have ids. */
export type Source =
  | { readonly kind: "referent"; readonly referent: number; readonly joint: readonly number[]; readonly pronoun: boolean }
  | { readonly kind: "unnamed" }
  | { readonly kind: "unknown"; readonly reason: string };

const FIRST_PERSON = new Set(["i", "we", "us", "me", "my", "our"]);

export const isFirstPerson = ({ doc }: Reading, word: number): boolean => word >= 0 && FIRST_PERSON.has(formOf(doc, word).toLowerCase());

/**
 * Who the noun phrase of a source means. `enclosing` is the source in whose words the cue stands (for "I" and "we"), or null.
 */
export function sourceOfPhrase(reading: Reading, referents: Referents, tied: number, enclosing: Source | null): Source {
  const { doc, syntax } = reading;
  if (tied < 0) return { kind: "unknown", reason: "the text names no source" };
  const head = possessedBy(reading, referents, tied);
  if (isFirstPerson(reading, head)) return enclosing ?? { kind: "unknown", reason: "“I” or “we” outside of anybody's words" };
  const joint = severalMeant(reading, referents, head);
  if (joint.length > 0) return { kind: "referent", referent: joint[0], joint: joint.slice(1), pronoun: false };

  if (uposOf(doc, head) === "PRON") return sourceOfPronoun(reading, referents, head);
  // "Candidates Rosa Quint and Abel Marsh": the second name may hang on any word of the first.
  const { first, last } = nameAround(referents, head) ?? { first: head, last: head };
  const others = Array.from({ length: last - first + 1 }, (_, i) => dependents(syntax, first + i))
    .flat()
    .filter((i) => baseRelOf(doc, i) === "conj" && i > last)
    .map((i) => referents.at[i]);
  if (referents.at[head] >= 0 && referents.all[referents.at[head]].name === null && asksNotToBeNamed(reading, head))
    return { kind: "unnamed" };
  if (referents.at[head] >= 0)
    return standing(
      referents,
      referents.at[head],
      others.filter((other) => other >= 0),
    );

  // A document speaks for its issuer ("Greek data show", "a Norfolk Panel survey").
  if (isDocument(reading, head)) {
    const issuer = issuerOf(reading, referents, head);
    return issuer >= 0 ? standing(referents, issuer, []) : { kind: "unknown", reason: "a document whose issuer the text does not name" };
  }
  const named = uposOf(doc, head) === "PROPN" ? nameBehind(reading, referents, head) : -1;
  if (named >= 0) return standing(referents, named, []);
  if (uposOf(doc, head) === "PROPN") return { kind: "unknown", reason: `could not tell who “${formOf(doc, head)}” is` };
  return isPersonal(reading, head) ? { kind: "unnamed" } : A_THING;
}

/** The person whose title a capitalised word begins that the tree makes the subject: "State" of "State Police Commissioner Ana Lund". -1 for none. */
function nameBehind({ doc }: Reading, { all, at }: Referents, head: number): number {
  for (let word = head + 1; word < doc.length && word - head <= 4; word++) {
    if (at[word] >= 0) return all[at[word]].kind === "person" ? at[word] : -1;
    if (!["PROPN", "NOUN", "ADJ"].includes(uposOf(doc, word))) return -1;
  }
  return -1;
}

/** Whether the sentence goes on to say that the source hides its name: "a Turkish official said, asking not to be named". */
function asksNotToBeNamed({ doc, knowledge: { lexicon } }: Reading, head: number): boolean {
  const { last } = wordsOf(doc, sentenceOf(doc, head));
  const rest = doc.text.slice(doc.end[head], doc.end[last]).toLowerCase().replace(/\s+/g, " ");
  return [...lexicon.emptyContents.values()].some(({ phrase, hides }) => hides && rest.includes(phrase));
}

/**
 * "Papua New Guinea's prime minister, Ana Lund, said", "said its director-general": where the tree makes the owner the source, who is owned is meant. The word
 * itself where nobody is, as in "Washington's demand".
 */
function possessedBy({ doc }: Reading, { all, at }: Referents, head: number): number {
  let owned = head;
  const own = at[head];
  for (let word = behindOwner(doc, all[own], head); word >= 0 && word < doc.length; word++) {
    if (!["ADJ", "NOUN", "PROPN"].includes(uposOf(doc, word)) && formOf(doc, word) !== "-") break;
    if (at[word] >= 0 && at[word] !== own) owned = word;
  }
  return owned;
}

/** The first word of what a word owns: behind "its", or behind the "'s" of a name that the tree makes a subject. -1 where it owns nothing. */
function behindOwner(doc: Reading["doc"], referent: Referents["all"][number] | undefined, head: number): number {
  if (xposOf(doc, head) === "PRP$") return head + 1;
  if (baseRelOf(doc, head) !== "nsubj") return -1;
  const owner = referent?.mentions.find(({ first, last }) => first <= head && head <= last);
  return owner && owner.last + 1 < doc.length && xposOf(doc, owner.last + 1) === "POS" ? owner.last + 2 : -1;
}

function sourceOfPronoun({ doc }: Reading, referents: Referents, word: number): Source {
  const antecedent = referents.pronouns.get(word);
  if (!antecedent) return { kind: "unknown", reason: `not sure whom “${formOf(doc, word)}” means` };
  const [first, ...others] = antecedent.referents;
  if (first === undefined) return { kind: "unknown", reason: `“${formOf(doc, word)}” is nobody who could be told` };
  const source = standing(referents, first, others);
  return source.kind === "referent" ? { ...source, pronoun: !referents.all[first].hidden } : source;
}

/** The source of what no person and no body says: "the talks would show", "the move suggests". Kept only where words are quoted. */
export const A_THING: Source = { kind: "unknown", reason: "the subject is neither a person nor a body" };

/** Whether a common noun means persons: a function, a group, a member of a body, or a word for people at large. */
function isPersonal({ doc, knowledge: { lexicon } }: Reading, head: number): boolean {
  const form = formOf(doc, head).toLowerCase();
  const lemma = lemmaOf(doc, head);
  return (
    lexicon.roleNouns.has(lemma) ||
    lexicon.groupNouns.has(form) ||
    lexicon.bodyNouns.has(lemma) ||
    lexicon.bodyNouns.has(form) ||
    uposOf(doc, head) !== "NOUN"
  );
}

/** The referent, or the state or body that it stands for in the open; "unnamed" for one who hides. */
function standing({ all }: Referents, referent: number, joint: readonly number[]): Source {
  const { hidden, standsFor, name } = all[referent];
  if (name === null && standsFor >= 0)
    return { kind: "referent", referent: standsFor, joint: joint.map((other) => principalOf(all, other)), pronoun: false };
  if (hidden || name === null) return { kind: "unnamed" };
  return { kind: "referent", referent, joint: joint.map((other) => principalOf(all, other)), pronoun: false };
}

const principalOf = (all: Referents["all"], referent: number): number =>
  all[referent].name === null && all[referent].standsFor >= 0 ? all[referent].standsFor : referent;

const isDocument = ({ doc, knowledge }: Reading, head: number): boolean =>
  [formOf(doc, head), lemmaOf(doc, head)].some((word) => ["document", "channel"].includes(knowledge.lexicon.media.get(word)?.kind ?? ""));

/** Who issued a document: a name or demonym among its modifiers, its possessor, or behind "of", "by" and "from". */
function issuerOf({ doc, syntax }: Reading, { all, at }: Referents, head: number): number {
  for (const i of dependents(syntax, head)) {
    const relation = baseRelOf(doc, i);
    const behind = i > head && !["of", "by", "from"].includes(caseOf(syntax, i) ?? "");
    if (!["nmod", "compound", "amod", "obl"].includes(relation) || behind) continue;
    if (at[i] >= 0 && all[at[i]].kind !== "person" && !all[at[i]].hidden) return at[i];
  }
  return -1;
}
