import { baseRelOf, formOf, sentenceOf, wordsOf } from "../language/index.js";
import type { Referents } from "./actors/index.js";
import type { Reading } from "./reading.js";

/**
 * The body that a referent speaks for, itself where it speaks for none: "Kremlin spokesman Dmitry Peskov" to the Russian state, "Chadian jets" to
 * Chad. Of an official whose title names no state ("Foreign Minister Ana Lund") the state that the story was speaking of when it brought him up.
 */
export function principalOf(reading: Reading, { all }: Referents, referent: number): number {
  const { kind, affiliation, name, standsFor, country, roleNoun, mentions } = all[referent];
  if (name === null && standsFor >= 0) return standsFor;
  if (kind === "person" && affiliation >= 0) return affiliation;
  if (kind === "group" && country !== null) return stateOf(all, country) ?? referent;
  if (kind !== "person") return referent;
  if (country !== null) return stateOf(all, country) ?? referent;
  const role = roleNoun === null ? undefined : reading.knowledge.lexicon.roleNouns.get(roleNoun);
  return role?.speaksFor === "state" && mentions.length > 0 ? stateBefore(reading, all, mentions[0].head, referent) : referent;
}

function stateOf(all: Referents["all"], country: string): number | null {
  const state = all.findIndex((referent) => referent.kind === "state" && referent.country === country && referent.mentions.length > 0);
  return state < 0 ? null : state;
}

/** How far back the state of an official may have been spoken of, in sentences. */
const REACH = 3;

/**
 * The state that a sentence's subject or its opening "In Ankara," named last before a word; `fallback` for none. Within the sentence and a few before
 * it, so that an official in the seventh paragraph does not get the state of the first.
 */
function stateBefore({ doc, syntax }: Reading, all: Referents["all"], word: number, fallback: number): number {
  let best = fallback;
  let nearest = -1;
  for (const [i, { kind, mentions }] of all.entries()) {
    if (kind !== "state") continue;
    for (const { head } of mentions) {
      if (head >= word) break;
      const sentence = sentenceOf(doc, head);
      if (sentenceOf(doc, word) - sentence > REACH || head <= nearest) continue;
      const { first } = wordsOf(doc, sentence);
      const opens = syntax.left[head] === first && formOf(doc, first).toLowerCase() === "in";
      if (baseRelOf(doc, head) !== "nsubj" && !opens) continue;
      nearest = head;
      best = i;
    }
  }
  return best;
}

/** Whether two referents belong together: one speaks for the other, or a state and a body or official of it. */
export function isSameSide({ all }: Referents, a: number, b: number): boolean {
  if (a === b) return true;
  for (const [one, other] of [
    [a, b],
    [b, a],
  ]) {
    for (let i = all[one].affiliation, steps = 0; i >= 0 && steps < 4; i = all[i].affiliation, steps++) if (i === other) return true;
  }
  return all[a].country !== null && all[a].country === all[b].country;
}
