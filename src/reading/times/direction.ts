import { baseRelOf, children, type Doc, formOf, lemmaOf, uposOf, wordAt, xposOf } from "../../language/index.js";
import type { Span } from "../../model/index.js";
import type { Direction } from "./construct.js";
import { directionByWords } from "./direction-words.js";
import type { Cues } from "./vocabulary.js";

/** Climbing to the governing verb stops here: no clause is nested so deep. */
const HEIGHT = 12;

/**
 * Where the clause that governs a time stands: "forward" for what is to come. The tree is asked where there is one, the words
 * of the clause where it tells nothing or is not there.
 */
export function directionOf(text: string, sentence: Span, span: Span, doc: Doc | null, cues: Cues): Direction {
  if (doc !== null && isSaidThen(doc, span, cues)) return "back";
  const byTree = doc === null ? "open" : directionByTree(doc, span, cues);
  return byTree === "open" ? directionByWords(text, sentence, span, cues) : byTree;
}

/** "said Tuesday he would run", "told Parliament on Tuesday that …": a time right behind a verb of saying is the saying's, however the parser hangs it. */
function isSaidThen(doc: Doc, span: Span, cues: Cues): boolean {
  let word = wordAt(doc, span.start) - 1;
  if (word >= 0 && formOf(doc, word).toLowerCase() === "on") word--;
  const next = wordAt(doc, span.end);
  const possessive = next < doc.length && /^['’]s?$/.test(formOf(doc, next));
  return word >= 0 && !possessive && xposOf(doc, word) === "VBD" && cues.reporting.has(lemmaOf(doc, word).toLowerCase());
}

/** The head of the words of a span: the word whose own head lies outside. -1 where the doc has no word or no tree there. */
function headWord(doc: Doc, span: Span): number {
  const first = wordAt(doc, span.start);
  for (let word = first; word < doc.length && doc.start[word] < span.end; word++) {
    const head = doc.head[word];
    if (head < 0 || doc.start[head] < span.start || doc.start[head] >= span.end) return uposOf(doc, word) === "PUNCT" ? -1 : word;
  }
  return -1;
}

/**
 * The tense of the verbs above a time, nearest first: "talks on Thursday would show" hangs under "would", "a visit set for Wednesday
 * was put off" under "set".
 */
export function directionByTree(doc: Doc, span: Span, cues: Cues): Direction {
  const start = headWord(doc, span);
  if (start < 0 || doc.head[start] < 0) return "open";
  const marker = children(doc, start).find((child) => child < start && baseRelOf(doc, child) === "case");
  const preposition = marker === undefined ? "" : formOf(doc, marker).toLowerCase();
  if (preposition === "since") return "back";
  if (preposition === "until" || preposition === "till") return "forward";

  // "called on both sides to meet by Friday": a deadline is that of what is asked, wherever the parser hangs it.
  if (preposition === "by" && cues.governor.has(lemmaOf(doc, doc.head[start]).toLowerCase())) return "forward";
  // "postponed to Monday a vote": done in the past, for a day to come.
  if (/^(?:to|for)$/.test(preposition) && cues.timetable.has(lemmaOf(doc, doc.head[start]).toLowerCase())) return "forward";

  // "Closed in Cotonou on Friday, the envoy told reporters": hung under the verb of saying that ends the sentence, over its comma.
  const above = doc.head[start];
  if (isSayingBehind(doc, start, above, cues)) return "open";
  // "If the men are not home by Friday": what is set as a condition is still to come.
  if (isCondition(doc, start, preposition)) return "forward";

  for (let word = doc.head[start], steps = 0, below = start; word >= 0 && steps < HEIGHT; below = word, word = doc.head[word], steps++) {
    if (isSetFor(doc, word, below, cues)) return "forward";
    const tense = tenseOf(doc, word, cues, below);
    if (tense !== null) return tense;
    if (uposOf(doc, word) !== "VERB" && upcoming(doc, word, cues)) return "forward";
  }
  return preposition === "by" || preposition === "before" ? "forward" : "open";
}

/** Whether a time hangs under a verb of saying that stands behind it, past a comma: the time is then that of what is said. */
function isSayingBehind(doc: Doc, time: number, verb: number, cues: Cues): boolean {
  if (verb < time || !cues.reporting.has(lemmaOf(doc, verb).toLowerCase())) return false;
  for (let word = time + 1; word < verb; word++) if (formOf(doc, word) === ",") return true;
  return false;
}

/** Whether the clause around a time is one of "if" or "unless" in the present, or sets a term ("if they were not freed by noon Friday"). */
function isCondition(doc: Doc, time: number, preposition: string): boolean {
  for (let word = doc.head[time], steps = 0; word >= 0 && steps < HEIGHT; word = doc.head[word], steps++) {
    if (baseRelOf(doc, word) !== "advcl") continue;
    const dependents = children(doc, word);
    if (!dependents.some((child) => /^(?:if|unless)$/.test(formOf(doc, child).toLowerCase()))) return false;
    const group = [word, ...dependents.filter((child) => ["aux", "cop"].includes(baseRelOf(doc, child)))];
    const present = group.some((one) => xposOf(doc, one) === "VBP" || xposOf(doc, one) === "VBZ");
    return preposition === "by" || preposition === "before" || (present && !group.some((one) => lemmaOf(doc, one) === "have"));
  }
  return false;
}

/**
 * "The envoy is due in Lund on Monday", where the parser takes "due in" for a preposition, and "agreed to talks in June": what is agreed to is to come.
 */
function isSetFor(doc: Doc, word: number, below: number, cues: Cues): boolean {
  const marks = (head: number): number[] => children(doc, head).filter((child) => child < head && baseRelOf(doc, child) === "case");
  if (marks(word).some((child) => lemmaOf(doc, child).toLowerCase() === "due")) return true;
  const isAgreed = baseRelOf(doc, below) === "obl" && below > word && cues.governor.has(lemmaOf(doc, word).toLowerCase());
  return isAgreed && uposOf(doc, below) === "NOUN" && marks(below).some((child) => formOf(doc, child).toLowerCase() === "to");
}

/** "ahead of Friday's talks", "before the vote on Sunday", "upcoming": what a noun's own markers say. */
function upcoming(doc: Doc, noun: number, cues: Cues): boolean {
  return children(doc, noun).some((child) => {
    const form = formOf(doc, child).toLowerCase();
    return child < noun && (form === "ahead" || form === "upcoming" || form === "until") && (cues.adjacent.has(form) || form === "ahead");
  });
}

/** The time of a verb group, or null for a word that has none (a noun, a participle without auxiliary that tells nothing). */
function tenseOf(doc: Doc, verb: number, cues: Cues, below: number): Direction | null {
  const dependents = children(doc, verb);
  const auxiliaries = dependents.filter((child) => ["aux", "cop"].includes(baseRelOf(doc, child)));
  const lemma = lemmaOf(doc, verb).toLowerCase();
  if (uposOf(doc, verb) !== "VERB" && uposOf(doc, verb) !== "AUX" && auxiliaries.length === 0) return timetableNoun(doc, verb, lemma, cues);

  if (auxiliaries.some((word) => xposOf(doc, word) === "MD" || cues.modal.has(formOf(doc, word).toLowerCase()))) return "forward";
  const infinitive = dependents.some((child) => baseRelOf(doc, child) === "mark" && formOf(doc, child).toLowerCase() === "to");
  if (infinitive) return infinitiveTense(doc, verb, cues);
  if (cues.timetable.has(lemma) && (xposOf(doc, verb) === "VBN" || xposOf(doc, verb) === "JJ")) return "forward";

  const xposes = [verb, ...auxiliaries].map((word) => xposOf(doc, word));
  // "said talks on Wednesday would show more": what is said may be hung under "said" as a noun; its time is not that of saying.
  const isSaid = cues.reporting.has(lemma) && ["obj", "ccomp", "parataxis"].includes(baseRelOf(doc, below));
  if (isSaid) return "open";
  if (xposes.includes("VBD")) return "back";
  const perfect = auxiliaries.some((word) => lemmaOf(doc, word).toLowerCase() === "have");
  if (perfect) return "back";
  if (xposOf(doc, verb) === "VBG" && auxiliaries.length > 0) return "forward";
  if ((xposes.includes("VBZ") || xposes.includes("VBP")) && uposOf(doc, verb) === "VERB") {
    // "expires on 31 May" is on the calendar, and so is "we talk on Friday"; "says on Tuesday" is how news tells the past.
    const subject = dependents.find((child) => baseRelOf(doc, child) === "nsubj");
    if (subject !== undefined && /^(?:i|we)$/i.test(formOf(doc, subject)) && !cues.reporting.has(lemma)) return "forward";
    return cues.scheduled.has(lemma) || cues.nounLike.has(lemma) || cues.expecting.has(lemma) ? "forward" : "open";
  }
  if (xposOf(doc, verb) === "VBN" && auxiliaries.length === 0) return "back";
  return null;
}

/** "due Friday", "set for Wednesday" where the tagger calls them adjectives. */
const timetableNoun = (doc: Doc, word: number, lemma: string, cues: Cues): Direction | null =>
  uposOf(doc, word) === "ADJ" && cues.timetable.has(lemma) ? "forward" : null;

/** "agreed to meet on Friday" is to come; "began to withdraw on Monday" and "flew there to meet on Monday" share the time of the verb above. */
function infinitiveTense(doc: Doc, verb: number, cues: Cues): Direction | null {
  const above = doc.head[verb];
  if (above < 0) return "forward";
  const lemma = lemmaOf(doc, above).toLowerCase();
  if (baseRelOf(doc, verb) === "advcl") return cues.governor.has(lemma) ? "forward" : null;
  return cues.aspectual.has(lemma) ? null : "forward";
}
