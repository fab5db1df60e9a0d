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

/** Dates by the sentence and the word at which each stands. */
export type Dated = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** The dates of a story: of its times those that name a day, a month or a year. */
export function datesOf({ doc }: Reading, times: readonly Time[]): Dated {
  const found = new Map<number, Map<number, string>>();
  for (const { anchor, type, value } of times) {
    const date = value === null || type === "DURATION" || type === "SET" ? undefined : DATE.exec(value)?.[0];
    const at = wordAt(doc, anchor[0].start);
    if (date === undefined || at >= doc.length) continue;
    const sentence = sentenceOf(doc, at);
    found.set(sentence, (found.get(sentence) ?? new Map()).set(at, date));
  }
  return found;
}

/**
 * When an event happened, as far as its own words say; null where they say nothing. A noun has the date of the verb whose subject or object it is
 * ("hold talks on Monday"), a verb that of the one it is joined to or goes with ("on Monday accused Togo and ruled out talks"). What somebody
 * said on Tuesday has not happened on Tuesday, so that no date reaches into a clause of content.
 */
export function dateOf(reading: Reading, { word, verb }: Candidate, dates: Dated): string | null {
  const { doc } = reading;
  const own = dateAt(doc, verb >= 0 ? [word, verb] : [word], dates);
  if (own !== null) return own;
  let head = verb >= 0 ? verb : carrierOf(doc, word);
  for (let hops = 0; head >= 0 && hops < HOPS; hops++) {
    const date = head === verb ? null : dateAt(doc, [head], dates);
    if (date !== null) return date;
    const goesWith = baseRelOf(doc, head) === "conj" || (baseRelOf(doc, head) === "advcl" && xposOf(doc, head) === "VBG");
    const above = doc.head[head];
    if (!goesWith || above < 0 || uposOf(doc, above) !== "VERB") return null;
    head = above;
  }
  return null;
}

/** The date of words said, by the verb that says so: for acts that are done by saying ("said on Monday that it would not talk"). */
export const dateOfSaying = ({ doc }: Reading, verb: number, dates: Dated): string | null => (verb < 0 ? null : dateAt(doc, [verb], dates));

/** The date that stands nearest below one of these words, with no other verb between. */
function dateAt(doc: Reading["doc"], words: readonly number[], dates: Dated): string | null {
  let best: string | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [at, date] of dates.get(sentenceOf(doc, words[0])) ?? []) {
    for (let i = at, steps = 0; i >= 0 && steps <= HOPS; i = doc.head[i], steps++) {
      if (words.includes(i)) {
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

/** The verb whose subject or object a noun is; -1 for none. */
function carrierOf(doc: Reading["doc"], noun: number): number {
  for (let i = noun, hops = 0; i >= 0 && hops < HOPS; i = doc.head[i], hops++) {
    if (uposOf(doc, i) === "VERB") return i;
    if (!["obj", "nsubj", "nmod", "obl"].includes(baseRelOf(doc, i))) return -1;
  }
  return -1;
}

/** Whether a verb group looks back from a past moment: "had accused". */
export function isPluperfect({ doc, syntax }: Reading, { verb }: Candidate): boolean {
  if (verb < 0 || xposOf(doc, verb) !== "VBN") return false;
  return dependents(syntax, verb).some((i) => baseRelOf(doc, i) === "aux" && xposOf(doc, i) === "VBD");
}
