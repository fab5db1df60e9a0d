import { baseRelOf, nameAt, sentenceOf, uposOf, type WordRange, wordAt, xposOf } from "../../language/index.js";
import type { Time } from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents } from "../syntax.js";
import type { Candidate } from "./candidates.js";
import { partyPhrase } from "./parties.js";

/** Prepositions behind which a place says where something happened. */
const WHERE = new Set("in at near off outside inside around along across throughout".split(" "));

/** Whether a preposition says where: what stands behind it is a place and nobody who was meant. */
export const isLocative = (preposition: string): boolean => WHERE.has(preposition);

/**
 * Where an event happened: the place behind a locative preposition that hangs on its own trigger or clause, not on another's. Null where
 * the clause names none. `taken` are heads that already play a part in the event.
 */
export function placeOf(reading: Reading, referents: Referents, { word, verb }: Candidate, taken: readonly number[]): WordRange | null {
  const { doc, syntax } = reading;
  for (const governor of verb >= 0 && verb !== word ? [word, verb] : [word]) {
    for (const i of dependents(syntax, governor)) {
      const relation = baseRelOf(doc, i);
      if ((relation !== "obl" && relation !== "nmod") || taken.includes(i) || !isLocative(caseOf(syntax, i) ?? "")) continue;
      if (isPlace(reading, referents, i)) return partyPhrase(reading, i, false);
    }
  }
  return null;
}

/** Whether a noun phrase names a place: a name of one, a state, or "the islets of X", "eastern X". */
export function isPlace({ doc, syntax }: Reading, { at, all }: Referents, head: number): boolean {
  if (at[head] >= 0 && all[at[head]].kind === "state") return true;
  for (let first = head; first >= 0 && doc.name[first] !== 0; first--) {
    const name = nameAt(doc, first);
    if (name) return name.last >= head && name.kind === "LOC";
  }
  return dependents(syntax, head).some(
    (i) =>
      (baseRelOf(doc, i) === "nmod" && caseOf(syntax, i) === "of" && nameAt(doc, i)?.kind === "LOC") ||
      (baseRelOf(doc, i) === "compound" && nameAt(doc, i)?.kind === "LOC"),
  );
}

/** A calendar day, month or year: what an event is dated with. Weeks, quarters and vague values date nothing. */
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T)/;
const HOPS = 3;

/** When an event happened, as far as its own clause says; null where it says nothing. */
export function dateOf({ doc }: Reading, { word, verb }: Candidate, times: readonly Time[]): string | null {
  const sentence = sentenceOf(doc, word);
  let best: string | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const { anchor, type, value } of times) {
    const date = value === null || type === "DURATION" || type === "SET" ? undefined : DATE.exec(value)?.[0];
    if (date === undefined) continue;
    const at = wordAt(doc, anchor[0].start);
    if (at >= doc.length || sentenceOf(doc, at) !== sentence) continue;
    let steps = 0;
    for (let i = at; i >= 0 && steps <= HOPS; i = doc.head[i], steps++) {
      if (i === word || i === verb) {
        if (steps < nearest) {
          nearest = steps;
          best = date;
        }
        break;
      }
      if (i !== at && uposOf(doc, i) === "VERB") break;
    }
  }
  return best;
}

/** Whether a verb group looks back from a past moment: "had accused". */
export function isPluperfect({ doc, syntax }: Reading, { verb }: Candidate): boolean {
  if (verb < 0 || xposOf(doc, verb) !== "VBN") return false;
  return dependents(syntax, verb).some((i) => baseRelOf(doc, i) === "aux" && xposOf(doc, i) === "VBD");
}
