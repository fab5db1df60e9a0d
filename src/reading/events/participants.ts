import { baseRelOf, deprelOf, formOf, lemmaOf, uposOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { dependent, dependents } from "../syntax.js";
import { joinedWith } from "./clause.js";
import { antecedentOf } from "./misparsed.js";
import { partyWithin } from "./parties.js";
import { mayStandFor, type Sides, stateOf } from "./sides.js";

/** How those who take part are named where an event stands. */
export interface Voice {
  /** In whose words it stands, for "we" and "I": the referent of the statement's speaker; -1 for none known. */
  readonly speaker: number;
  /**
   * Whether those who are asked for are acted on: a nameless group is then an actor of the record ("killed six people", "sanctions on 11
   * officials"), which as a source or an agent would only hide somebody.
   */
  readonly acted: boolean;
  readonly sides: Sides;
  /** Whom pronouns mean that the event words before have told: "accused it of massing troops". */
  readonly known: ReadonlyMap<number, readonly number[]>;
}

const FIRST_PERSON = /^(i|we|us|me|my|our)$/i;

/**
 * The referents that a noun phrase and what is joined to it mean, each once, in text order. Whoever hides the name is nobody; a force, a ship, an
 * unnamed official is the state or body that it belongs to (guidelines, "Actors"). Empty where the story names nobody.
 */
export function partiesOf(reading: Reading, referents: Referents, head: number, voice: Voice): readonly number[] {
  if (head < 0) return [];
  const told = voice.known.get(head);
  if (told !== undefined) return told;
  const pair = jointPair(voice.sides, head);
  if (pair.length > 0) return pair;
  const antecedents = referents.pronouns.get(head)?.referents ?? [];
  if (antecedents.length > 1) return [...new Set(antecedents.map((one) => open(referents, one, voice)).filter((one) => one >= 0))];
  const found = joinedWith(reading.syntax, antecedentOf(reading.syntax, head)).flatMap((word) => {
    const referent = partyOf(reading, referents, word, voice);
    return referent < 0 ? [] : [referent];
  });
  return [...new Set(found)];
}

function partyOf(reading: Reading, referents: Referents, head: number, voice: Voice): number {
  const { speaker } = voice;
  const { doc, syntax, knowledge } = reading;
  const { all, at } = referents;
  if (uposOf(doc, head) === "PRON" && at[head] < 0) {
    const form = formOf(doc, head).toLowerCase();
    if (FIRST_PERSON.test(form)) {
      if (speaker < 0) return -1;
      // "We will close a window", says a minister: his state.
      return /^(we|us|our)$/.test(form) ? voice.sides.spokenFor[speaker] : speaker;
    }
    const meant = referents.pronouns.get(head)?.referents[0] ?? clauseMate(reading, referents, head, voice);
    return open(referents, meant, voice);
  }
  const own = at[head];
  const isForce = knowledge.lexicon.eventForces.has(lemmaOf(doc, head).toLowerCase());
  if (own >= 0) {
    const { kind, country } = all[own];
    const state = isForce && (kind === "organization" || kind === "group") && country !== null ? stateOf(referents, country) : -1;
    if (state >= 0) return state;
    const meant = open(referents, own, voice);
    if (meant >= 0) return meant;
  }
  // "his government": that of the state for which he speaks; "entered its airspace": whose it is.
  const possessor = dependents(syntax, head).find((i) => deprelOf(doc, i) === "nmod:poss");
  if (possessor !== undefined && uposOf(doc, possessor) === "PRON") {
    const owner = partyOf(reading, referents, possessor, voice);
    if (owner >= 0 && (isForce || knowledge.lexicon.bodyNouns.get(lemmaOf(doc, head))?.standsForState)) return voice.sides.spokenFor[owner];
    return own >= 0 ? open(referents, own, voice) : owner;
  }
  const owner = partyWithin(reading, referents, head);
  if (owner >= 0 && at[owner] >= 0) return open(referents, at[owner], voice);
  const named = dependents(syntax, head).find((i) => ["flat", "appos"].includes(baseRelOf(doc, i)) && at[i] >= 0);
  return named === undefined ? -1 : open(referents, at[named], voice);
}

const PAIRED = new Set(
  "side country capital government nation state party minister leader army neighbour neighbor power president militaries navy delegation team rival ally".split(
    " ",
  ),
);

/** "both sides", "the two", "each other": the last two states that the story joined, else those it names most. Empty for other words. */
function jointPair({ reading, referents, pair }: Sides, head: number): readonly number[] {
  const { doc, syntax } = reading;
  const form = formOf(doc, head).toLowerCase();
  const counted = dependents(syntax, head).some((i) => ["both", "two"].includes(formOf(doc, i).toLowerCase()));
  const bare = form === "both" || (form === "two" && head > 0 && formOf(doc, head - 1).toLowerCase() === "the");
  if (!bare && !(counted && PAIRED.has(lemmaOf(doc, head)))) return [];
  for (let word = head - 1; word >= 0; word--) {
    if (baseRelOf(doc, word) !== "conj" || referents.at[word] < 0 || doc.head[word] < 0 || joinedWith(syntax, doc.head[word]).length > 2)
      continue;
    const [first, second] = [referents.at[doc.head[word]], referents.at[word]];
    if (
      first >= 0 &&
      first !== second &&
      referents.all[first].kind === referents.all[second].kind &&
      referents.all[second].kind !== "group"
    )
      return [first, second];
  }
  return pair;
}

/**
 * Whom a pronoun means that the text leaves open, where the sentence itself tells: the speaker of what is said ("Bulgaria said it would not take part"), else the
 * subject of a clause above ("Ghana rejected a demand to free crews that its navy seized"). -1 where neither may be meant.
 */
function clauseMate({ doc, syntax }: Reading, referents: Referents, pronoun: number, { speaker }: Voice): number {
  if (deprelOf(doc, pronoun) !== "nmod:poss" && baseRelOf(doc, pronoun) !== "nsubj") return -1;
  if (speaker >= 0 && mayStandFor(doc, referents, pronoun, speaker)) return speaker;
  // A subject's own clause has no other subject that it could mean.
  let verb = deprelOf(doc, pronoun) === "nmod:poss" ? pronoun : doc.head[pronoun];
  for (let hops = 0; verb >= 0 && hops < CLAUSES; hops++) {
    verb = doc.head[verb];
    if (verb < 0) return -1;
    const subject = dependent(syntax, verb, "nsubj");
    if (subject < 0 || subject > pronoun || referents.at[subject] < 0) continue;
    if (mayStandFor(doc, referents, pronoun, referents.at[subject])) return referents.at[subject];
  }
  return -1;
}

/** Steps up the tree in which the subject is looked for that a pronoun means. */
const CLAUSES = 6;

/** The referent itself, or whom it stands for in the open; -1 for one who hides. */
function open({ all }: Referents, referent: number, { acted }: Voice): number {
  if (referent < 0) return -1;
  const { name, standsFor, hidden, kind } = all[referent];
  if (name === null && standsFor >= 0) return standsFor;
  return name === null || (hidden && !(acted && kind === "group")) ? -1 : referent;
}
