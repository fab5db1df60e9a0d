import { baseRelOf, deprelOf, formOf, lemmaOf, sentenceOf, uposOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { dependents } from "../syntax.js";
import { joinedWith } from "./clause.js";
import { partyWithin } from "./parties.js";

/** The one in whose words an event stands, for "we" and "I": the referent of the statement's speaker; -1 for none known. */
export interface Voice {
  readonly speaker: number;
}

const FIRST_PERSON = /^(i|we|us|me|my|our)$/i;

/**
 * The referents that a noun phrase and what is joined to it mean, each once, in text order. Whoever hides the name is nobody; a force, a ship, an
 * unnamed official is the state or body that it belongs to (guidelines, "Actors"). Empty where the story names nobody.
 */
export function partiesOf(reading: Reading, referents: Referents, head: number, voice: Voice): number[] {
  if (head < 0) return [];
  const pair = jointPair(reading, referents, head);
  if (pair.length > 0) return pair;
  const antecedents = referents.pronouns.get(head)?.referents ?? [];
  if (antecedents.length > 1) return [...new Set(antecedents.map((one) => open(referents, one)).filter((one) => one >= 0))];
  const found = joinedWith(reading.syntax, head).flatMap((word) => {
    const referent = partyOf(reading, referents, word, voice);
    return referent < 0 ? [] : [referent];
  });
  return [...new Set(found)];
}

function partyOf(reading: Reading, referents: Referents, head: number, { speaker }: Voice): number {
  const { doc, syntax, knowledge } = reading;
  const { all, at } = referents;
  if (uposOf(doc, head) === "PRON" && at[head] < 0) {
    const form = formOf(doc, head).toLowerCase();
    if (FIRST_PERSON.test(form)) {
      if (speaker < 0) return -1;
      // "We will close a window", says a minister: his state.
      return /^(we|us|our)$/.test(form) ? spokenFor(referents, speaker) : speaker;
    }
    return open(referents, referents.pronouns.get(head)?.referents[0] ?? -1);
  }
  const own = at[head];
  const isForce = knowledge.lexicon.eventForces.has(lemmaOf(doc, head).toLowerCase());
  if (own >= 0) {
    const { kind, country } = all[own];
    const state = isForce && (kind === "organization" || kind === "group") && country !== null ? stateOf(referents, country) : -1;
    if (state >= 0) return state;
    const meant = open(referents, own);
    if (meant >= 0) return meant;
  }
  // "his government": that of the state for which he speaks.
  const possessor = dependents(syntax, head).find((i) => deprelOf(doc, i) === "nmod:poss");
  if (possessor !== undefined && uposOf(doc, possessor) === "PRON") {
    const owner = partyOf(reading, referents, possessor, { speaker });
    if (owner >= 0 && (isForce || knowledge.lexicon.bodyNouns.get(lemmaOf(doc, head))?.standsForState)) return spokenFor(referents, owner);
    return own >= 0 ? open(referents, own) : -1;
  }
  const owner = partyWithin(reading, referents, head);
  if (owner >= 0 && at[owner] >= 0) return open(referents, at[owner]);
  const named = dependents(syntax, head).find((i) => ["flat", "appos"].includes(baseRelOf(doc, i)) && at[i] >= 0);
  return named === undefined ? -1 : open(referents, at[named]);
}

/** The state or body that somebody speaks for; oneself where there is none. */
function spokenFor(referents: Referents, referent: number): number {
  const { affiliation, kind, country, role } = referents.all[referent];
  if (affiliation >= 0) return affiliation;
  const state = kind === "person" && role !== null && country !== null ? stateOf(referents, country) : -1;
  return state >= 0 ? state : referent;
}

const stateOf = ({ all }: Referents, country: string): number =>
  all.findIndex((referent) => referent.kind === "state" && referent.country === country);

const PAIRED = new Set(
  "side country capital government nation state party minister leader army neighbour neighbor power president militaries navy delegation team rival ally".split(
    " ",
  ),
);

/** "both sides", "the two", "each other": the last two states that the story joined, else those it names most. Empty for other words. */
function jointPair(reading: Reading, referents: Referents, head: number): number[] {
  const { doc, syntax } = reading;
  const form = formOf(doc, head).toLowerCase();
  const counted = dependents(syntax, head).some((i) => ["both", "two"].includes(formOf(doc, i).toLowerCase()));
  const bare = form === "both" || (form === "two" && head > 0 && formOf(doc, head - 1).toLowerCase() === "the");
  if (!bare && !(counted && PAIRED.has(lemmaOf(doc, head)))) return [];
  for (let word = head - 1; word >= 0; word--) {
    if (baseRelOf(doc, word) !== "conj" || referents.at[word] < 0 || doc.head[word] < 0) continue;
    const [first, second] = [referents.at[doc.head[word]], referents.at[word]];
    if (
      first >= 0 &&
      first !== second &&
      referents.all[first].kind === referents.all[second].kind &&
      referents.all[second].kind !== "group"
    )
      return [first, second];
  }
  return mainPair(referents);
}

/** The two states that the story names most; empty where there are no two. */
function mainPair({ all }: Referents): number[] {
  const states = [...all.keys()].filter((i) => all[i].kind === "state" && all[i].mentions.length > 0);
  return states.length < 2 ? [] : states.sort((a, b) => all[b].mentions.length - all[a].mentions.length || a - b).slice(0, 2);
}

/** How far back the other side of a dispute may have been named, in sentences. */
const REACH = 8;

/**
 * The other side, at which words are aimed that name nobody ("rejected the demand"; guidelines, Events: "an unspoken addressee is the other side itself"):
 * of the two states that the story names most, the one for which the actor does not speak, if it was named shortly before. What a third state or
 * body asks of nobody in particular or offers it asks of both. Empty where the story has no two sides.
 */
export function otherSide(reading: Reading, referents: Referents, actors: readonly number[], word: number, offers: boolean): number[] {
  const pair = mainPair(referents);
  if (pair.length < 2 || actors.length !== 1) return [];
  const side = sideOf(referents, actors[0]);
  const isNear = (other: number): boolean => {
    const { doc } = reading;
    const sentence = sentenceOf(doc, word);
    return referents.all.some(
      (referent, i) =>
        sideOf(referents, i) === other && referent.mentions.some(({ head }) => head < word && sentence - sentenceOf(doc, head) <= REACH),
    );
  };
  if (pair.includes(side)) return pair.filter((state) => state !== side && isNear(state));
  const isBody = ["state", "organization"].includes(referents.all[side].kind);
  return offers && isBody && pair.every(isNear) ? pair : [];
}

/** The state to which somebody belongs, as the story shows it; oneself where there is none. */
function sideOf(referents: Referents, referent: number): number {
  const spoken = spokenFor(referents, referent);
  const { kind, country } = referents.all[spoken];
  const state = kind !== "state" && country !== null ? stateOf(referents, country) : -1;
  return state >= 0 ? state : spoken;
}

/** The referent itself, or whom it stands for in the open; -1 for one who hides. */
function open({ all }: Referents, referent: number): number {
  if (referent < 0) return -1;
  const { name, standsFor, hidden } = all[referent];
  if (name === null && standsFor >= 0) return standsFor;
  return hidden || name === null ? -1 : referent;
}
