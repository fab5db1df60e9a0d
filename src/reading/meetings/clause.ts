import { baseRelOf, deprelOf, sentenceOf, uposOf, xposOf } from "../../language/index.js";
import { isPredicate } from "../parties/index.js";
import type { Reading } from "../reading.js";
import { auxiliaries, carriesTense, caseOf, dependents, ownSubject } from "../syntax.js";
import { isWord } from "./mentions.js";

/** Steps of a tree, at most, from a word up to the head of its clause: a guard against very deep trees. */
const DEEPEST = 40;

/**
 * The head of the clause in which a word tells, its infinitives and participles included: "in Seoul on Friday" and "meet" of "will fly to Seoul on
 * Friday to meet her" stand in one, the verbs of "met on Friday and agreed to meet in April" in two. Parsers often hang a day or a town on the wrong
 * noun of its clause, seldom in the wrong clause.
 */
export function clauseHead(reading: Reading, word: number): number {
  let at = word;
  for (let steps = 0; steps < DEEPEST && reading.doc.head[at] >= 0 && !opensClause(reading, at); steps++) at = reading.doc.head[at];
  return at;
}

/** Verbs whose relative clause only says when a meeting is or was: "talks that ended on Thursday". */
const DATES = ["schedule", "happen", "outcome"] as const;

function opensClause(reading: Reading, word: number): boolean {
  const { doc, syntax } = reading;
  switch (baseRelOf(doc, word)) {
    case "ccomp":
    case "parataxis":
    case "csubj":
      return true;
    case "acl":
      // "a visit that had been set for Thursday": a clause that only dates it is its own.
      return deprelOf(doc, word) === "acl:relcl" && carriesTense(syntax, word) && !DATES.some((kind) => isWord(reading, word, kind));
    case "advcl":
      return carriesTense(syntax, word) || ownSubject(syntax, word) >= 0;
    case "conj":
      // "flew to Lund on Monday and met the minister": who goes there and what for is one tale.
      return (
        ["VERB", "AUX"].includes(uposOf(doc, word)) && uposOf(doc, doc.head[word]) !== "NOUN" && !isWord(reading, doc.head[word], "journey")
      );
    default:
      return false;
  }
}

/** Steps between two words of one clause, over the nearest word that governs both; infinite where they stand in two. */
export function distanceWithin(reading: Reading, a: number, b: number): number {
  const { doc } = reading;
  if (sentenceOf(doc, a) !== sentenceOf(doc, b) || clauseHead(reading, a) !== clauseHead(reading, b)) return Number.POSITIVE_INFINITY;
  const above = new Map<number, number>();
  for (let i = a, steps = 0; i >= 0 && steps < DEEPEST; i = doc.head[i], steps++) above.set(i, steps);
  for (let i = b, steps = 0; i >= 0 && steps < DEEPEST; i = doc.head[i], steps++) {
    const known = above.get(i);
    if (known !== undefined) return known + steps;
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * The verb that tells what became of a subject where the parser was misled: "A visit, she added, had been cancelled" has the visit for the object of
 * "added", "A mission planned for May has been scrapped" for the subject of "planned". -1 where the tree is as it seems.
 */
export function misledPredicate({ doc, syntax }: Reading, subject: number): number {
  const verb = doc.head[subject];
  if (verb <= subject || uposOf(doc, verb) !== "VERB" || !["obj", "obl", "nsubj"].includes(baseRelOf(doc, subject))) return -1;
  const isFronted = baseRelOf(doc, subject) !== "nsubj" && caseOf(syntax, subject) === null;
  const isReduced = xposOf(doc, verb) === "VBN" && auxiliaries(syntax, verb).length === 0;
  if (!isFronted && !isReduced) return -1;
  return (
    dependents(syntax, verb).find(
      (i) => i > verb && ["ccomp", "advcl", "conj"].includes(baseRelOf(doc, i)) && auxiliaries(syntax, i).length > 0,
    ) ?? -1
  );
}

/** The verb that governs a noun, through what it is a part of ("signed the text at a ceremony"); -1 for none. */
export function verbAbove(reading: Reading, word: number): number {
  const { doc } = reading;
  for (let i = doc.head[word], steps = 0; i >= 0 && steps < 3; i = doc.head[i], steps++) {
    if (isPredicate(reading, i)) return i;
    if (!["nmod", "obj", "obl", "nsubj"].includes(baseRelOf(doc, i))) return -1;
  }
  return -1;
}
