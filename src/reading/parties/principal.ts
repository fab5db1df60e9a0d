import { baseRelOf, formOf, lemmaOf, sentenceOf, uposOf, wordsOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";

/**
 * The body that a referent speaks for, itself where it speaks for none: "Kremlin spokesman Dmitry Peskov" to the Russian state, "Chadian jets" to
 * Chad. Of an official whose title names no state ("Foreign Minister Ana Lund") the state that the story was speaking of when it brought him up.
 */
export function principalOf(reading: Reading, referents: Referents, referent: number): number {
  const known = principals.get(referents) ?? new Map<number, number>();
  principals.set(referents, known);
  const principal = known.get(referent) ?? findPrincipal(reading, referents, referent);
  known.set(referent, principal);
  return principal;
}

/** Every statement and position of somebody asks for whom it is, and an official may be named thousands of times. */
const principals = new WeakMap<Referents, Map<number, number>>();

function findPrincipal(reading: Reading, referents: Referents, referent: number): number {
  const { all } = referents;
  const { kind, affiliation, name, standsFor, country, roleNoun, mentions } = all[referent];
  if (name === null && standsFor >= 0) return standsFor;
  if (kind === "person" && affiliation >= 0) return affiliation;
  if (kind === "group" && country !== null) return stateOf(all, country) ?? referent;
  if (kind !== "person") return referent;
  if (country !== null) return stateOf(all, country) ?? referent;
  const titled = stateInTitle(reading, referents, referent);
  if (titled >= 0) return titled;
  const role = roleNoun === null ? undefined : reading.knowledge.lexicon.roleNouns.get(roleNoun);
  return role?.speaksFor === "state" && mentions.length > 0 ? stateBefore(reading, all, mentions[0].head, referent) : referent;
}

/** Words before a name in which its title may name a state. */
const TITLE = 8;

/** "Ghanaian Foreign Minister Ana Lund", "Ghana's foreign minister, Ana Lund": the state that the title before a name belongs to; -1 for none. */
function stateInTitle({ doc, knowledge }: Reading, { all, at }: Referents, referent: number): number {
  for (const { first, form } of all[referent].mentions) {
    if (form !== "name") continue;
    let titled = false;
    for (let word = first; word >= 0 && first - word <= TITLE; word--) {
      const upos = uposOf(doc, word);
      const isComma = formOf(doc, word) === ",";
      if (isComma ? word !== first - 1 : word < first && !["ADJ", "PROPN", "NOUN", "PART", "ADP", "DET"].includes(upos)) break;
      if (knowledge.lexicon.roleNouns.has(lemmaOf(doc, word).toLowerCase())) titled = true;
      if (at[word] >= 0 && all[at[word]].kind === "state") return titled ? at[word] : -1;
    }
  }
  return -1;
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
function stateBefore({ doc, syntax, knowledge }: Reading, all: Referents["all"], word: number, fallback: number): number {
  const here = stateByCapital({ doc, knowledge }, all, word);
  if (here !== null) return here;
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

/** "In Lomé, Foreign Minister Kodjo Ade said": the state whose capital opens the sentence, if the story speaks of it. */
function stateByCapital({ doc, knowledge }: Pick<Reading, "doc" | "knowledge">, all: Referents["all"], word: number): number | null {
  const { first } = wordsOf(doc, sentenceOf(doc, word));
  if (formOf(doc, first) !== "In") return null;
  const form = formOf(doc, first + 1);
  const state = all.findIndex(
    ({ kind, country, mentions }) =>
      kind === "state" && mentions.length > 0 && knowledge.lexicon.countries.get(country ?? "")?.capitals.includes(form) === true,
  );
  return state < 0 ? null : state;
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
