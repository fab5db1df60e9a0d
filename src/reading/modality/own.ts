import { baseRelOf, deprelOf, formOf, lemmaOf, sentenceOf, uposOf, wordsOf, xposOf } from "../../language/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import type { Modality } from "../../model/index.js";
import { auxiliaries, caseOf, dependents, type Syntax } from "../syntax.js";
import { conjunctionOf, hasCondition, isInvertedCondition, isTemporal, isToCome } from "./conjunctions.js";
import { type Cue, cueFor } from "./cues.js";
import { type Degree, type Factuality, weaker } from "./factuality.js";
import { infinitiveMark, isAsked, isImperative, isTensed, sharesAuxiliaries, tellsLater, tenseOf, verbGroup } from "./verb-group.js";

/** Collects what signs say, before it is a Factuality. */
interface Signs {
  time: Modality["time"];
  negative: boolean;
  degree: Degree;
}

/**
 * What a word's own clause or noun phrase says of it: auxiliaries, tense, negation, adverbs, attributes, conjunction, conditions under it. What
 * governs it is not asked.
 */
export function ownFactuality(syntax: Syntax, lexicon: Lexicon, word: number): Factuality {
  const signs: Signs = { time: null, negative: false, degree: "certain" };
  const isNoun = ["NOUN", "PROPN"].includes(uposOf(syntax.doc, word));
  readConjunction(syntax, lexicon, word, isNoun, signs);
  readAuxiliaries(syntax, lexicon, word, signs);
  if (isNoun) readNounPhrase(syntax, lexicon, word, signs);
  readAdverbs(syntax, lexicon, word, isNoun, signs);
  if (isNegated(syntax, word, isNoun)) signs.negative = !signs.negative;
  if (!isNoun || isTensed(syntax, word)) readClause(syntax, lexicon, word, signs);
  return signs;
}

const weaken = (signs: Signs, degree: Degree | null): void => {
  if (degree !== null) signs.degree = weaker(signs.degree, degree);
};

function take(signs: Signs, cue: Cue): void {
  signs.time ??= cue.time;
  if (cue.polarity === "negative") signs.negative = true;
  weaken(signs, cue.degree);
}

/** "if Chad attacks", "without meeting", "when the soldiers arrived": the last is told as past, and is a fact. */
function readConjunction(syntax: Syntax, lexicon: Lexicon, word: number, isNoun: boolean, signs: Signs): void {
  const { doc } = syntax;
  const relation = baseRelOf(doc, word);
  const isClause = !isNoun || relation === "advcl" || relation === "ccomp";
  const found = conjunctionOf(syntax, lexicon, clauseOf(syntax, word), isClause);
  if (found === null) return;
  const { cue, at } = found;
  // "if asked", "once signed": a participle alone has no time.
  const tense = isTensed(syntax, word) ? tenseOf(syntax, word) : null;
  if (cue.word === "if" && (relation === "ccomp" || ["as"].includes(at > 0 ? formOf(doc, at - 1).toLowerCase() : ""))) {
    weaken(signs, "possible");
    return;
  }
  if (cue.time !== "future") {
    take(signs, cue);
    return;
  }
  if (cue.degree !== "conditional") {
    // "when he arrives": still to come only if the main clause is.
    const above = doc.head[word];
    if (relation === "advcl" && tense === "present" && above >= 0 && isToCome(syntax, above)) signs.time = "future";
    return;
  }
  if (isTemporal(syntax, cue, word)) return;
  weaken(signs, "conditional");
  signs.time = tense === "past" && !isImagined(syntax, doc.head[word]) ? "past" : "future";
}

/** "if rebels attacked, the army would …", "promised to leave if they attacked": a past form that speaks of what may come. */
const isImagined = (syntax: Syntax, main: number): boolean => {
  if (main < 0) return false;
  if (infinitiveMark(syntax, main) >= 0) return true;
  const forms = auxiliaries(syntax, main).map((i) => formOf(syntax.doc, i).toLowerCase());
  return forms.some((form) => ["would", "could", "might", "'d", "’d"].includes(form)) && !forms.includes("have");
};

/** The first of joined clauses, whose conjunction the others share ("if A leaves and B stays"). */
function clauseOf(syntax: Syntax, word: number): number {
  const { doc } = syntax;
  const above = doc.head[word];
  return baseRelOf(doc, word) === "conj" && above >= 0 && uposOf(doc, word) === uposOf(doc, above) ? above : word;
}

/** "may have shelled", "would have returned", "could not reach". */
function readAuxiliaries(syntax: Syntax, lexicon: Lexicon, word: number, signs: Signs): void {
  const { doc } = syntax;
  const group = verbGroup(syntax, word);
  const isPerfect = group.some((i) => lemmaOf(doc, i) === "have");
  for (const i of group) {
    if (xposOf(doc, i) !== "MD") continue;
    const form = formOf(doc, i).toLowerCase().replace("’", "'");
    const cue = cueFor(lexicon, "modal", [form, lemmaOf(doc, i).toLowerCase()]);
    if (cue === null) continue;
    if (isPerfect && cue.word !== "will") {
      signs.time = "past";
      weaken(signs, ["would", "could", "should", "'d", "ought"].includes(form) ? "conditional" : "possible");
      continue;
    }
    if (["can", "could", "ca"].includes(cue.word) && isNegated(syntax, word, false)) {
      signs.time ??= cue.word === "could" ? "past" : "present";
      continue;
    }
    signs.time ??= cue.time;
    weaken(signs, cue.degree);
    if (["would", "'d"].includes(form)) weaken(signs, isReported(syntax, word) ? "expected" : "probable");
  }
}

/** Steps from a clause up to the verb of saying that reports it, at most. */
const REPORTED = 5;

/** "said the army would withdraw": told in the past, "would" is a "will". Elsewhere it imagines. */
function isReported(syntax: Syntax, word: number): boolean {
  const { doc } = syntax;
  let at = word;
  for (let steps = 0; at >= 0 && steps < REPORTED; steps++) {
    const relation = baseRelOf(doc, at);
    const above = doc.head[at];
    if (above < 0) break;
    if (["ccomp", "parataxis"].includes(relation) && ["VBD", "VBN", "VBG"].includes(xposOf(doc, above))) return true;
    at = above;
  }
  return dependents(syntax, word).some((i) => baseRelOf(doc, i) === "parataxis" && xposOf(doc, i) === "VBD");
}

/** "a planned visit", "no talks", "next week's summit". */
function readNounPhrase(syntax: Syntax, lexicon: Lexicon, word: number, signs: Signs): void {
  const { doc } = syntax;
  for (const i of dependents(syntax, word)) {
    const relation = baseRelOf(doc, i);
    if (relation === "amod" || (relation === "compound" && i < word)) {
      const cue = cueFor(lexicon, "attribute", [formOf(doc, i).toLowerCase(), lemmaOf(doc, i).toLowerCase()]);
      if (cue !== null) take(signs, cue);
    } else if ((relation === "nmod" || relation === "obl") && tellsLater(syntax, i)) {
      // "Monday's talks" may be over; "a strike for Monday" is not.
      if (!/day$/i.test(formOf(doc, i)) || caseOf(syntax, i) === "for") signs.time ??= "future";
    }
  }
}

/** "reportedly shelled", "nearly captured". */
function readAdverbs(syntax: Syntax, lexicon: Lexicon, word: number, isNoun: boolean, signs: Signs): void {
  const { doc } = syntax;
  for (const i of dependents(syntax, word)) {
    const relation = baseRelOf(doc, i);
    if (relation !== "advmod" && deprelOf(doc, i) !== "obl:unmarked") continue;
    const form = formOf(doc, i).toLowerCase();
    if (NEGATIONS.has(form) || (isNoun && (form === "almost" || form === "nearly"))) continue;
    const cue = cueFor(lexicon, "adverb", [form, lemmaOf(doc, i).toLowerCase()]);
    if (cue !== null) take(signs, cue);
  }
}

const NEGATIONS = new Set(["not", "n't", "n’t", "never", "neither", "nor", "no"]);
const NOBODY = new Set(["nobody", "none", "nothing", "no-one", "neither"]);

/** Whether a word is denied where it stands: "did not", "no ships left", "neither bombed … nor mined", "has yet to", "no longer". */
export function isNegated(syntax: Syntax, word: number, isNoun: boolean): boolean {
  const { doc } = syntax;
  const group = isNoun && !isTensed(syntax, word) ? [] : verbGroup(syntax, word);
  for (const at of [word, ...group]) {
    for (const i of dependents(syntax, at)) {
      const form = formOf(doc, i).toLowerCase().replace("’", "'");
      const relation = baseRelOf(doc, i);
      // "not only": what follows is a fact.
      const isOnly = i + 1 < doc.length && ["only", "just", "least", "merely"].includes(formOf(doc, i + 1).toLowerCase());
      if (relation === "advmod" && ["not", "n't", "never", "hardly", "barely", "scarcely"].includes(form) && !isOnly) {
        // A negation before the first of joined verbs is the second's only with its auxiliary: "did not meet or talk".
        return !(baseRelOf(doc, word) === "conj" && group.includes(at) && hasOwnContrast(syntax, word));
      }
      if (relation === "det" && (form === "no" || form === "neither") && at === word) return true;
      if (isNoun || at !== word) continue;
      if (relation === "nsubj" || relation === "obj") {
        if (NOBODY.has(form)) return true;
        if (dependents(syntax, i).some((j) => isNone(syntax, j))) return true;
      }
    }
  }
  if (baseRelOf(doc, word) === "conj" && !isNoun && sharesAuxiliaries(syntax, word) && auxiliaries(syntax, word).length === 0) {
    const first = doc.head[word];
    const joins = dependents(syntax, word).some((i) => ["or", "nor"].includes(formOf(doc, i).toLowerCase()));
    if (joins && first >= 0 && isNegated(syntax, first, false)) return true;
  }
  return isNegatedBefore(syntax, word, group);
}

/** "no ships", "neither side", "not a single ship". */
function isNone({ doc }: Syntax, word: number): boolean {
  const form = formOf(doc, word).toLowerCase();
  if (["det", "cc"].includes(baseRelOf(doc, word))) return form === "no" || form === "neither";
  return form === "not" && word + 1 < doc.length && ["a", "one"].includes(formOf(doc, word + 1).toLowerCase());
}

const hasOwnContrast = (syntax: Syntax, word: number): boolean =>
  dependents(syntax, word).some((i) => formOf(syntax.doc, i).toLowerCase() === "but");

/** Negations of several words, which trees hang in many ways, seen along the line of words. */
function isNegatedBefore(syntax: Syntax, word: number, group: readonly number[]): boolean {
  const { doc } = syntax;
  const first = wordsOf(doc, sentenceOf(doc, word)).first;
  const form = (i: number): string => (i >= first ? formOf(doc, i).toLowerCase() : "");
  const begin = Math.min(word, ...group);
  if (form(begin - 1) === "neither" || form(begin - 1) === "nor") return true;
  if (form(word - 1) === "longer" && form(word - 2) === "no") return true;
  const mark = infinitiveMark(syntax, word);
  return mark >= 0 && (form(mark - 1) === "yet" || form(mark - 1) === "not");
}

/** What only a clause can be: asked, ordered, imagined, hanging on a condition. Then its tense, where nothing else told the time. */
function readClause(syntax: Syntax, lexicon: Lexicon, word: number, signs: Signs): void {
  const { doc } = syntax;
  const { first, last } = wordsOf(doc, sentenceOf(doc, word));
  const relation = baseRelOf(doc, word);
  if (isImperative(syntax, word)) {
    signs.time ??= "future";
    weaken(signs, "wished");
  }
  if (["root", "conj", "ccomp", "parataxis"].includes(relation) && isAsked(syntax, word)) weaken(signs, "possible");
  if (isInvertedCondition(syntax, word, first, last)) {
    weaken(signs, "conditional");
    signs.time ??= tenseOf(syntax, word) === "past" ? "past" : "future";
  }
  if (
    relation === "acl" &&
    deprelOf(doc, word) === "acl:relcl" &&
    dependents(syntax, doc.head[word]).some((i) => formOf(doc, i).toLowerCase() === "any")
  )
    weaken(signs, "possible");
  // "Should Chad attack, Norway will …": some trees take the condition for the main clause.
  const isSequel = relation === "parataxis" && isInvertedCondition(syntax, doc.head[word], first, last);
  if (isSequel || hasCondition(syntax, lexicon, word)) weaken(signs, "conditional");
  const mark = infinitiveMark(syntax, word);
  // "Norway to send ships", "ships to be sent", "is to meet", "has yet to ratify".
  const isYet = mark > first && formOf(doc, mark - 1).toLowerCase() === "yet";
  const isSet = mark >= 0 && (isYet || isTensed(syntax, word) || ["root", "parataxis"].includes(relation));
  if (isSet && !isPerfect(syntax, word)) signs.time ??= "future";
  signs.time ??= tenseOf(syntax, word);
}

const isPerfect = (syntax: Syntax, word: number): boolean => verbGroup(syntax, word).some((i) => lemmaOf(syntax.doc, i) === "have");
