import { baseRelOf, type Doc, nameAt, spanOf, uposOf, wordAt } from "../../language/index.js";
import type { Span, Time } from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import { modalityAt, type Standing } from "../modality/index.js";
import { timesBeside } from "../nearby.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents, nounPhrase } from "../syntax.js";

/** Prepositions behind which a place says where the counted are. */
const WHERE = new Set([
  "in",
  "at",
  "near",
  "from",
  "into",
  "across",
  "around",
  "along",
  "inside",
  "outside",
  "through",
  "on",
  "over",
  "off",
  "to",
]);

/** The verb of the clause that a word stands in; -1 where there is none. */
function verbAbove({ doc }: Reading, word: number): number {
  for (let i = word; i >= 0; i = doc.head[i]) {
    if (uposOf(doc, i) === "VERB") return i;
    if (baseRelOf(doc, i) === "root") return i;
  }
  return -1;
}

/**
 * Whose the counted are, as a referent: named with the noun ("Turkish aircraft", "two of its soldiers", "troops of Chad"), else the subject of the
 * verb whose object they are ("Gabon had offered 120 gendarmes"); -1 where the clause does not say.
 */
export function ownerOf(reading: Reading, { all, at }: Referents, node: number): number {
  const { doc, syntax } = reading;
  const isOwner = (word: number): boolean => at[word] >= 0 && !all[at[word]].hidden && all[at[word]].kind !== "person";
  for (const i of dependents(syntax, node)) {
    const relation = baseRelOf(doc, i);
    if (["amod", "compound", "nmod"].includes(relation) && isOwner(i) && (i < node || caseOf(syntax, i) === "of")) return at[i];
  }
  if (baseRelOf(doc, node) !== "obj") return -1;
  const verb = doc.head[node];
  const subject = dependents(syntax, verb).find((i) => baseRelOf(doc, i) === "nsubj");
  return subject !== undefined && isOwner(subject) ? at[subject] : -1;
}

/** Where the counted are: the place behind a preposition that hangs on them or on their verb; null where none is named. */
export function placeOf(reading: Reading, node: number): Span | null {
  const { doc, syntax } = reading;
  const verb = verbAbove(reading, node);
  for (const governor of verb >= 0 && verb !== node ? [node, verb] : [node]) {
    for (const i of dependents(syntax, governor)) {
      const relation = baseRelOf(doc, i);
      if (i <= node || (relation !== "nmod" && relation !== "obl") || !WHERE.has(caseOf(syntax, i) ?? "")) continue;
      const name = locationIn(doc, syntax.left[i], syntax.right[i]);
      if (name === null) continue;
      const { first, last } = nounPhrase(syntax, i);
      return spanOf(doc, Math.min(first, name.first), Math.max(last, name.last));
    }
  }
  return null;
}

function locationIn(doc: Doc, first: number, last: number): { readonly first: number; readonly last: number } | null {
  for (let word = first; word <= last; word++) {
    const name = nameAt(doc, word);
    if (name?.kind === "LOC") return name;
  }
  return null;
}

/** As of when: the date that hangs on the counted noun or stands in its clause; null where the clause is not dated. */
export function asOf(reading: Reading, node: number, times: readonly Time[]): string | null {
  const { doc } = reading;
  const verb = verbAbove(reading, node);
  for (const time of timesBeside(doc, node, times)) {
    const [quote] = time.anchor;
    const date = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?![-\dW])/.exec(time.value ?? "")?.[0];
    if (date === undefined || time.type === "DURATION" || time.type === "SET") continue;
    const word = wordAt(doc, quote.start);
    if (word >= doc.length) continue;
    for (let i = word, steps = 0; i >= 0 && steps < 4; i = doc.head[i], steps++) {
      if (i === node || i === verb) return date;
      if (uposOf(doc, i) === "VERB") break;
    }
  }
  return null;
}

/** When what the clause of a word tells is, and whether it is told as fact: "if 200 troops cross", "plans to send 300". */
export function standingAt(reading: Reading, node: number): Pick<Standing, "time" | "certainty"> {
  const { syntax, knowledge } = reading;
  const verb = verbAbove(reading, node);
  const { time, certainty } = modalityAt(syntax, knowledge.lexicon, verb >= 0 ? verb : node);
  return { time, certainty };
}
