import { baseRelOf, lemmaOf } from "../../../language/index.js";
import type { Reading } from "../../reading.js";
import type { PronounKind } from "./kinds.js";
import type { Appearance, Party } from "./party.js";
import type { Pronoun, Scene } from "./scene.js";

/** A party that a pronoun may mean, with the mention nearest to it. */
export interface Candidate {
  readonly party: number;
  readonly nearest: Appearance;
  /** Whether the nearest mention comes behind the pronoun ("In his speech, Lund …"). */
  readonly behind: boolean;
  /** Mentions before the pronoun within reach. */
  readonly count: number;
  /** The last mention before the nearest one that is the subject of its clause; null for none. */
  readonly subject: Appearance | null;
  /** Whether each of these mentions stands in a quotation in which the pronoun does not stand. */
  readonly quoted: boolean;
  /** As known by now: a pronoun that was resolved to somebody tells it, too. */
  readonly gender: "m" | "f" | null;
}

/** How far back a pronoun may reach, in sentences, and in mentions, so that a story of one endless sentence takes no longer than others. */
const REACH = 6;
const MOST_MENTIONS = 100;

/**
 * Whom a pronoun may mean: those mentioned within reach before it, and behind it in its sentence, who fit in kind, number and gender; the
 * nearest first, those behind last. `before` are the mentions before it, resolved pronouns among them, ascending; those behind are the scene's from
 * `next` on; `genders` are by party.
 */
export function candidatesFor(
  scene: Scene,
  { word, kind }: Pronoun,
  before: readonly Appearance[],
  next: number,
  genders: readonly ("m" | "f" | null)[],
): Candidate[] {
  const { parties, appearances, sentenceAt, quotationAt, reading } = scene;
  const { doc } = reading;
  const speaks = isSpeaker(reading, word);
  const may = ({ party, form }: Appearance): boolean =>
    fits(kind, parties[party], genders[party], form) && (!speaks || canSpeak(parties[party], kind, form));
  const found = new Map<number, Mutable<Omit<Candidate, "party" | "gender">>>();
  for (let i = before.length - 1; i >= 0 && before.length - i <= MOST_MENTIONS; i--) {
    const appearance = before[i];
    const { party } = appearance;
    if (sentenceAt[word] - sentenceAt[appearance.head] > REACH) break;
    if (!may(appearance)) continue;
    const known = found.get(party);
    const quoted = quotationAt[appearance.head] >= 0 && quotationAt[appearance.head] !== quotationAt[word];
    if (!known) found.set(party, { nearest: appearance, behind: false, count: 1, subject: null, quoted });
    else {
      known.count++;
      known.quoted &&= quoted;
      if (!known.subject && baseRelOf(doc, appearance.head) === "nsubj") known.subject = appearance;
    }
  }
  for (let i = next; i < appearances.length && i - next < MOST_MENTIONS; i++) {
    const appearance = appearances[i];
    const { party, head } = appearance;
    if (sentenceAt[head] !== sentenceAt[word]) break;
    if (head !== word && may(appearance) && !found.has(party))
      found.set(party, { nearest: appearance, behind: true, count: 0, subject: null, quoted: false });
  }
  // Who is mentioned only in somebody's words is not the one who goes on speaking outside of them.
  const outside = speaks && quotationAt[word] < 0;
  const joint = [...found].flatMap(([party, { nearest }]) => (parties[party].kind === "several" ? [nearest] : []));
  // "Norway and Denmark said they …": not one of the two.
  const isMember = ({ first, last, head }: Appearance, party: number): boolean =>
    parties[party].kind !== "several" && joint.some((both) => both.first <= first && last <= both.last && both.last > head);
  return [...found].flatMap(([party, rest]) =>
    (outside && rest.quoted) || isMember(rest.nearest, party) ? [] : [{ party, ...rest, gender: genders[party] }],
  );
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Whether a pronoun is the subject of a word of saying, wanting or believing: it then means a person or a body. */
export function isSpeaker({ doc, knowledge: { lexicon } }: Reading, word: number): boolean {
  const verb = doc.head[word];
  return verb >= 0 && baseRelOf(doc, word) === "nsubj" && lexicon.reportingVerbs.has(lemmaOf(doc, verb));
}

function canSpeak({ kind, animate }: Party, { family }: PronounKind, form: Appearance["form"]): boolean {
  if (kind === "group" && family === "it") return false;
  if (kind !== "other") return animate !== false || kind !== "several";
  return animate === true || (family === "person" && form === "name" && animate === null);
}

function fits({ family, gender }: PronounKind, party: Party, known: "m" | "f" | null, form: Appearance["form"]): boolean {
  switch (family) {
    case "person":
      // A name that is taken for a place may be a person's all the same; a noun has to be one for persons.
      if (party.plural || (known ?? gender) !== gender) return false;
      return party.kind === "person" || (party.kind === "other" && (party.animate === true || form === "name"));
    case "it":
      return !party.plural && party.kind !== "person" && (party.kind === "group" || party.animate !== true);
    case "they":
      return party.plural || party.kind === "organization" || party.kind === "state";
  }
}
