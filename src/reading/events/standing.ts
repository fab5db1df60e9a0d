import { baseRelOf, formOf, lemmaOf, sentenceOf, uposOf, wordsOf, xposOf } from "../../language/index.js";
import type { Standing } from "../modality/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents } from "../syntax.js";
import type { Candidate } from "./candidates.js";
import type { EventType } from "./tables.js";

/** Types whose own words may hold a "not": "will not take part" is a refusal that was made. */
export const SPEAKS_AGAINST: ReadonlySet<EventType> = new Set(["REJECT", "THREATEN", "ACCUSE"]);

/** Types of words that are acts once they are said, whatever they hang on (guidelines, Status: "a demand, refusal, accusation or threat that was made"). */
export const VERBAL_CONFLICT: ReadonlySet<EventType> = new Set(["REQUEST", "ACCUSE", "REJECT", "THREATEN"]);

/** Words behind a verb under which what it tells hangs on a condition (guidelines, Positions, "condition"). */
const CONDITIONS = [
  ["if"],
  ["unless"],
  ["once"],
  ["provided"],
  ["so", "long", "as"],
  ["as", "long", "as"],
  ["on", "condition"],
  ["only", "when"],
  ["when"],
];

/** Words with which a condition opens a sentence: "If Vietnam keeps its boats away, Malaysia is willing to …". */
const OPENING = new Set(["if", "unless", "once", "provided"]);

/**
 * How an event stands to the facts, once its type is known: a refusal and a threat are made by saying so ("will not take part"), an offer and what is still to
 * come may hang on a condition, what has been done hangs on nothing. `denied`: the words that tell it are denied.
 */
export function eventStanding(reading: Reading, candidate: Candidate, type: EventType, standing: Standing, denied: boolean): Standing {
  if (VERBAL_CONFLICT.has(type)) {
    const made = type === "REJECT" || type === "THREATEN";
    return {
      time: (made && standing.time === "future") || standing.time === "present" ? "past" : standing.time,
      polarity: "positive",
      certainty: standing.certainty === "hypothetical" && !made ? "hypothetical" : "asserted",
    };
  }
  const mayHang = standing.certainty === "asserted" && (type === "AGREE" || standing.time !== "past");
  return {
    time: standing.time,
    polarity: denied ? "negative" : standing.polarity,
    certainty: mayHang && hangsOnCondition(reading, candidate) ? "conditional" : standing.certainty,
  };
}

/** "offered to lend inspectors, provided that …": a condition stands behind the verb in its own part of the sentence, or opens the sentence before it. */
function hangsOnCondition({ doc }: Reading, { word, verb }: Candidate): boolean {
  const head = verb >= 0 ? verb : word;
  const { first, last } = wordsOf(doc, sentenceOf(doc, word));
  const small = (at: number): string => (at >= first && at <= last ? formOf(doc, at).toLowerCase() : "");
  for (let i = head + 1; i <= last; i++) {
    if (small(i) === ";" || small(i) === "while") break;
    const found = CONDITIONS.find((words) => words.every((one, k) => small(i + k) === one));
    const counts = found !== undefined && !(found[0] === "once" && small(i - 1) === "at");
    // "when" sets a condition only for what is still to come, and behind a comma it only adds.
    if (counts && (found[0] !== "when" || (isToCome(doc, head) && small(i - 1) !== ","))) return true;
    if (baseRelOf(doc, i) === "conj" && doc.head[i] === head && uposOf(doc, i) === "VERB") break;
  }
  const opening = uposOf(doc, first) === "PUNCT" ? first + 1 : first;
  const begins = OPENING.has(small(opening)) ? opening : small(opening) === "but" && OPENING.has(small(opening + 1)) ? opening + 1 : -1;
  if (begins < 0 || head < begins) return false;
  // Inside the opening clause itself nothing hangs on it.
  for (let i = begins; i < head; i++) if (small(i) === ",") return true;
  return false;
}

const isToCome = (doc: Reading["doc"], word: number): boolean =>
  word > 0 && ["will", "would", "shall", "'ll", "’ll"].includes(formOf(doc, word - 1).toLowerCase());

/** Types of words that ask for, agree to or back an act: the act itself is none yet (guidelines: "acts that are only demanded"). */
const ONLY_SPOKEN: ReadonlySet<EventType> = new Set(["REQUEST", "AGREE", "SUPPORT", "REJECT"]);

/**
 * "urged Oslo to release the men", "agreed to meet": the word above is the event, and the act hangs under it. "rejected a demand by Togo": the demand
 * was made all the same. `isNamed`: the text names who acts.
 */
export function isOnlySpokenOf({ doc, syntax, knowledge }: Reading, { word, verb }: Candidate, type: EventType, isNamed: boolean): boolean {
  const head = verb >= 0 ? verb : word;
  const above = doc.head[head];
  if (above < 0) return false;
  const relation = baseRelOf(doc, head);
  const isSaid = VERBAL_CONFLICT.has(type) && isNamed;
  const isAsked = ["xcomp", "ccomp", "advcl", "acl"].includes(relation) && isInfinitive(syntax, doc, head);
  const isObject = ["obj", "obl", "nmod"].includes(relation) && uposOf(doc, head) === "NOUN" && type !== "CONSULT" && !isSaid;
  if (!isAsked && !isObject) return false;
  const lemma = lemmaOf(doc, above);
  const frames = uposOf(doc, above) === "NOUN" ? knowledge.events.nouns.get(lemma) : knowledge.events.verbs.get(lemma)?.at(-1);
  return frames !== undefined && ONLY_SPOKEN.has(frames.type);
}

const isInfinitive = (syntax: Reading["syntax"], doc: Reading["doc"], word: number): boolean => {
  for (let i = syntax.firstChild[word]; i >= 0; i = syntax.nextSibling[i])
    if (formOf(doc, i).toLowerCase() === "to" && i < word) return true;
  return false;
};

/**
 * "A visit by the minister, set for Wednesday, was put off": a meeting that is ended in the passive, by nobody named, is no event (guidelines, Events:
 * "meetings called off by nobody named").
 */
export function isCalledOffByNobody({ doc, syntax, knowledge }: Reading, { word }: Candidate, type: EventType): boolean {
  const above = doc.head[word];
  if (type !== "CONSULT" || above < 0 || uposOf(doc, word) !== "NOUN" || baseRelOf(doc, word) !== "nsubj") return false;
  const particle = dependents(syntax, above).find((i) => baseRelOf(doc, i) === "compound" && i > above);
  const key = particle === undefined ? lemmaOf(doc, above) : `${lemmaOf(doc, above)} ${formOf(doc, particle).toLowerCase()}`;
  const isOver = ["end", "break off", "pause", "suspend", "halt", "cease"].includes(key);
  return (
    knowledge.events.light.get(key) === "stops" &&
    !isOver &&
    xposOf(doc, above) === "VBN" &&
    !dependents(syntax, above).some((i) => caseOf(syntax, i) === "by" && baseRelOf(doc, i) === "obl")
  );
}

/**
 * "warned it would add $90 to the cost of a car": what a thing will do is no threat; "warned that Togo would close the crossing" is one, since
 * somebody is to act or to suffer.
 */
export function warnsOfThing({ doc, syntax }: Reading, { key, verb, clause }: Candidate, isParty: (head: number) => boolean): boolean {
  if (!["warn", "caution", "alert"].includes(key) || clause === null || clause.complement < 0 || verb < 0) return false;
  const subject = dependents(syntax, clause.complement).find((i) => baseRelOf(doc, i) === "nsubj");
  return subject !== undefined && uposOf(doc, subject) === "NOUN" && !isParty(subject);
}
