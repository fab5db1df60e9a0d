import { baseRelOf, formOf, lemmaOf, sentenceOf, uposOf, wordAt, xposOf } from "../../language/index.js";
import type { Meeting, Span, Time } from "../../model/index.js";
import type { Reading } from "../reading.js";
import { auxiliaries, caseOf, dependents, isNegated } from "../syntax.js";
import { isWord, type Mention } from "./mentions.js";

export type Status = Meeting["status"];

const HOPS = 5;
const FUTURE = new Set(["will", "shall", "wo", "'ll"]);
const DOUBTFUL = new Set(["may", "might", "could", "would", "should", "can"]);

/**
 * How a meeting stands to the facts; null for one that is denied. Climbs from the word through what governs it: called off, asked for, set; then the
 * tense of its clause; a day after that of publication is still to come, whatever the verb ("the meeting on Friday").
 */
export function statusOf(reading: Reading, { word, takes }: Mention, date: string | null): Status | null {
  const { doc, syntax, story } = reading;
  const own = [word, ...dependents(syntax, word).filter((i) => ["amod", "acl"].includes(baseRelOf(doc, i)))];
  let status: Status | null = null;
  if (own.some((i) => isWord(reading, i, "cancel"))) return "cancelled";
  if (own.slice(1).some((i) => isWord(reading, i, "schedule"))) status = "scheduled";
  let tense: Status | null = null;
  let at = word;
  for (let hop = 0; at >= 0 && hop < HOPS; hop++) {
    const isVerb = uposOf(doc, at) === "VERB" || uposOf(doc, at) === "ADJ";
    if (at !== word || takes !== null) {
      if (at !== word && isWord(reading, at, "cancel")) return "cancelled";
      if (isVerb && isNegated(syntax, at)) return null;
      if (at !== word && isWord(reading, at, "propose")) status ??= "proposed";
      if (at !== word && isWord(reading, at, "schedule")) status ??= "scheduled";
      if (isVerb) {
        const group = auxiliaries(syntax, at).map((i) => formOf(doc, i).toLowerCase().replace("’", "'"));
        if (group.some((form) => FUTURE.has(form))) status ??= "scheduled";
        else if (group.some((form) => DOUBTFUL.has(form))) status ??= "proposed";
        tense ??= tenseAt(reading, at, group);
      }
    }
    // "called off" joined behind: "had been due to meet, but Austria called off the talks" is the other mention's to tell.
    const relation = baseRelOf(doc, at);
    // "At the talks Oslo demanded an apology": what is done there does not say how the talks stand.
    if (relation === "obl" && ["after", "at", "before", "during", "since"].includes(caseOf(syntax, at) ?? "")) break;
    const climbs =
      ["xcomp", "obj", "nmod", "acl", "nsubj", "obl", "conj"].includes(relation) || (relation === "advcl" && isInfinitive(reading, at));
    if (!climbs || (isVerb && ["conj"].includes(relation))) break;
    if (isVerb && relation === "acl" && !isInfinitive(reading, at)) break;
    at = doc.head[at];
  }
  const published = story.published?.value.slice(0, 10) ?? null;
  if (status === null && date !== null && published !== null && date > published.slice(0, date.length)) status = "scheduled";
  if (status === "scheduled" && date !== null && published !== null && date < published.slice(0, date.length)) status = tense ?? "held";
  return status ?? tense ?? "held";
}

const isInfinitive = ({ doc, syntax }: Reading, word: number): boolean =>
  dependents(syntax, word).some((i) => xposOf(doc, i) === "TO" && i < word);

function tenseAt(reading: Reading, verb: number, group: readonly string[]): Status | null {
  const { doc } = reading;
  if (isInfinitive(reading, verb)) return baseRelOf(doc, verb) === "xcomp" ? null : "scheduled";
  if (xposOf(doc, verb) === "VBG" && group.some((form) => ["is", "are", "am"].includes(form))) return "ongoing";
  return ["VBD", "VBN"].includes(xposOf(doc, verb)) || group.includes("had") || group.includes("was") ? "held" : null;
}

/** The day, month or year of a meeting: of the times that hang on its word or its verb the nearest in the tree. Null where the clause is not dated. */
export function dateOf({ doc }: Reading, word: number, times: readonly Time[]): string | null {
  let best: string | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  // "is to fly to Geneva on March 14 to meet her": dated by the verb that brings them there.
  const brought = ["advcl", "xcomp"].includes(baseRelOf(doc, word)) && !saysSo(lemmaOf(doc, doc.head[word]));
  const verb =
    uposOf(doc, word) === "VERB"
      ? brought
        ? doc.head[word]
        : word
      : ["obj", "obl", "nsubj"].includes(baseRelOf(doc, word))
        ? doc.head[word]
        : -1;
  for (const time of times) {
    const [quote] = time.anchor;
    const date = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?![-\dW])/.exec(time.value ?? "")?.[0];
    const first = wordAt(doc, quote.start);
    if (date === undefined || time.type === "DURATION" || time.type === "SET" || first >= doc.length) continue;
    if (sentenceOf(doc, first) !== sentenceOf(doc, word)) continue;
    for (let i = first, steps = 0; i >= 0 && steps < 5; i = doc.head[i], steps++) {
      // Said on Monday, met on Friday: what a word of saying is dated by is not when they met.
      const distance = i === word ? steps : i === verb && (uposOf(doc, word) === "VERB" || !saysSo(lemmaOf(doc, i))) ? steps + 3 : -1;
      if (distance >= 0 && distance < nearest) {
        nearest = distance;
        best = date;
      }
      if (distance >= 0 || (uposOf(doc, i) === "VERB" && baseRelOf(doc, i) !== "acl" && baseRelOf(doc, i) !== "xcomp")) break;
    }
  }
  return best;
}

const saysSo = (lemma: string): boolean => ["say", "tell", "announce", "report"].includes(lemma);

/** Words that a meeting's outcome is told with: "ended without agreement". */
export function outcomeOf(reading: Reading, word: number): Span | null {
  const { doc, syntax } = reading;
  const verb = doc.head[word];
  if (verb < 0 || baseRelOf(doc, word) !== "nsubj" || !isWord(reading, verb, "outcome")) return null;
  const told = dependents(syntax, verb).filter(
    (i) => i > verb && ["obj", "obl", "advcl", "xcomp"].includes(baseRelOf(doc, i)) && uposOf(doc, i) !== "NUM",
  );
  const last = told.filter((i) => !/^\d/.test(formOf(doc, i))).at(-1);
  return last === undefined ? null : { start: doc.start[verb], end: doc.end[syntax.right[last]] };
}
