import { baseRelOf, formOf, uposOf, xposOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents } from "../syntax.js";
import { pairAt } from "./pair.js";

/**
 * Whom a noun phrase means where people meet: each of several named, the states whom officials come from ("French and German officials", "the presidents
 * of Peru and Chile"), both of "the two sides".
 */
export function sidesOf(reading: Reading, referents: Referents, head: number): readonly number[] {
  const { doc, syntax } = reading;
  const each = [head, ...dependents(syntax, head).filter((i) => i > head && baseRelOf(doc, i) === "conj")];
  return [...new Set(each.flatMap((word) => sideOf(reading, referents, word)))];
}

function sideOf(reading: Reading, referents: Referents, word: number): readonly number[] {
  const { doc, syntax } = reading;
  const isKnown = referents.pronouns.get(word)?.referents.some((one) => referents.all[one].kind !== "group") === true;
  const pair = isKnown ? null : pairAt(reading, referents, word);
  if (pair !== null) return pair;
  const named = personBehind(reading, referents, word);
  const known = named >= 0 ? [named] : referentAt(referents, word);
  const isCommon = uposOf(doc, word) === "NOUN";
  // "both generals, Ana Lund and Ole Berg": those who are named.
  const apposed = isCommon ? personsApposed(reading, referents, word) : [];
  if (apposed.length > 1) return apposed;
  const isPlural = isCommon && xposOf(doc, word) === "NNS";
  if (known.length > 0 && !isPlural && !(isCommon && known.every((one) => referents.all[one].kind === "group"))) return known;
  const from = dependents(syntax, word).flatMap((i) => {
    const relation = baseRelOf(doc, i);
    const names =
      (i < word && ["amod", "compound"].includes(relation)) ||
      (relation === "nmod" && (i < word || ["of", "from", "for"].includes(caseOf(syntax, i) ?? "")));
    if (!names) return [];
    return [i, ...dependents(syntax, i).filter((k) => baseRelOf(doc, k) === "conj")].flatMap((k) => referentAt(referents, k));
  });
  // "the leaders of India and Vietnam": whoever comes in the open for a state is the state (guidelines, Actors).
  const states = from.filter((one) => ["state", "organization"].includes(referents.all[one].kind));
  if (known.length > 0 && states.length <= known.length && !known.every((one) => referents.all[one].kind === "group")) return known;
  return states.length > 0 ? states : known.length > 0 ? known : from;
}

function personsApposed({ doc, syntax }: Reading, { all, at }: Referents, word: number): number[] {
  const names = dependents(syntax, word)
    .filter((i) => i > word && baseRelOf(doc, i) === "appos")
    .flatMap((i) => [i, ...dependents(syntax, i).filter((j) => j > i && baseRelOf(doc, j) === "conj")]);
  return [...new Set(names.flatMap((i) => (at[i] >= 0 && all[at[i]].kind === "person" && all[at[i]].name !== null ? [at[i]] : [])))];
}

/** "Foreign Minister Ana Lund", "the minister, Ana Lund": the person named behind a title that heads the phrase; -1 for none. */
function personBehind({ doc, syntax }: Reading, { all, at }: Referents, word: number): number {
  const own = at[word] < 0 ? null : all[at[word]];
  // "Omani Foreign Minister Karim Harthi", which hangs on the demonym to some trees.
  const relations = own?.kind === "state" ? ["flat"] : ["appos", "flat", "compound"];
  if (own !== null && own.name !== null && own.kind !== "state") return -1;
  const name = dependents(syntax, word).find(
    (i) => i > word && relations.includes(baseRelOf(doc, i)) && at[i] >= 0 && all[at[i]].kind === "person" && all[at[i]].name !== null,
  );
  return name === undefined ? -1 : at[name];
}

/** Whom a word itself means: a name, a description, a pronoun; nobody who hides. */
export function referentAt({ all, at, pronouns }: Referents, word: number): readonly number[] {
  const antecedent = pronouns.get(word);
  const meant = antecedent === undefined ? (at[word] >= 0 ? [at[word]] : []) : antecedent.referents;
  return meant.flatMap((referent) => {
    const { hidden, name, standsFor } = all[referent];
    if (name === null && standsFor >= 0) return [standsFor];
    return hidden || name === null ? [] : [referent];
  });
}

/** The state that a visit goes to, if the story speaks of it: named, or by its capital ("a visit to Hanoi"). -1 for none. */
export function stateVisited({ doc, knowledge }: Reading, referents: Referents, word: number): number {
  const [known] = referentAt(referents, word);
  if (known !== undefined) return known;
  const form = formOf(doc, word);
  return referents.all.findIndex(
    ({ kind, country, mentions }) =>
      kind === "state" && mentions.length > 0 && knowledge.lexicon.countries.get(country ?? "")?.capitals.includes(form) === true,
  );
}
