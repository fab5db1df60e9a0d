import { baseRelOf, type Doc, deprelOf, formOf, xposOf } from "../../language/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import { auxiliaries, dependents, type Syntax } from "../syntax.js";
import { type Cue, cueFor, phraseCues } from "./cues.js";
import { isImperative, isTensed, tenseOf } from "./verb-group.js";

/** What a clause's conjunction, or an act's preposition, says of it, and the conjunction's last word; null for none that the table has. */
export function conjunctionOf(
  syntax: Syntax,
  lexicon: Lexicon,
  word: number,
  isClause: boolean,
): { readonly cue: Cue; readonly at: number } | null {
  const { doc } = syntax;
  for (const i of dependents(syntax, word)) {
    const relation = baseRelOf(doc, i);
    if (i > word || !(relation === "mark" || relation === "case" || relation === "advmod" || relation === "cc")) continue;
    const phrase = phraseAt(doc, lexicon, i);
    if (phrase !== null) return phrase;
    // A preposition before a noun dates it ("before the vote"): only a whole phrase, and "without", says how the act stands.
    const form = formOf(doc, i).toLowerCase();
    if (!isClause && form !== "without" && form !== "barring") continue;
    const cue = relation === "cc" ? null : cueFor(lexicon, "conjunction", [form]);
    if (cue !== null) return { cue, at: i };
  }
  return null;
}

/** The phrase of the table that a word is part of: "event" in "in the event of an attack", "that" in "provided that". */
function phraseAt(doc: Doc, lexicon: Lexicon, word: number): { readonly cue: Cue; readonly at: number } | null {
  const form = formOf(doc, word).toLowerCase();
  for (const { words, cue } of phraseCues(lexicon)) {
    const k = words.indexOf(form);
    if (k < 0) continue;
    for (const first of [word - words.lastIndexOf(form), word - k]) {
      if (first >= 0 && first + words.length <= doc.length && words.every((one, i) => formOf(doc, first + i).toLowerCase() === one))
        return { cue, at: first + words.length - 1 };
    }
  }
  if (form === "that" && word > 0) {
    const cue = cueFor(lexicon, "conjunction", [formOf(doc, word - 1).toLowerCase()]);
    if (cue?.degree === "conditional") return { cue, at: word };
  }
  return null;
}

/** Words by which the condition of an imagined world opens: "Had the rebels broken …", "Should the talks fail …". */
const INVERTED = new Set(["had", "were", "should"]);

/** Words between such an opening and its verb, at most. */
const INVERSION = 8;

/** "Had the rebels broken the truce": seen along the line of words, since trees often take such a clause for a question or a noun. */
export function isInvertedCondition({ doc }: Syntax, word: number, first: number, last: number): boolean {
  if (doc.text[doc.end[last] - 1] === "?") return false;
  for (let i = word - 1; i >= first && i >= word - INVERSION; i--) {
    if (INVERTED.has(formOf(doc, i).toLowerCase())) {
      const opens = i === first || [",", "“", '"', "‘", "and", "that"].includes(formOf(doc, i - 1));
      return opens && formOf(doc, i + 1) !== "to";
    }
    if (xposOf(doc, i).startsWith("VB")) return false;
  }
  return false;
}

/** Words behind a verb within which its "provided that" stands. */
const PROVISO = 60;

/** Whether a condition hangs under a word, so that it is conditional itself: "will withdraw unless …". */
export function hasCondition(syntax: Syntax, lexicon: Lexicon, word: number): boolean {
  const { doc, left, right } = syntax;
  for (const i of dependents(syntax, word)) {
    const relation = baseRelOf(doc, i);
    if (relation !== "advcl" && relation !== "obl" && relation !== "advmod") continue;
    if (relation === "advcl" && isInvertedCondition(syntax, i, left[i], right[i])) return true;
    const clause = relation === "advmod" ? dependents(syntax, i).find((j) => deprelOf(doc, j) === "advcl") : i;
    if (clause === undefined) continue;
    const found = conjunctionOf(syntax, lexicon, clause, relation !== "obl");
    if (found?.cue.degree === "conditional" && !isConcession(doc, found.at) && !isTemporal(syntax, found.cue, clause)) return true;
    if (relation === "obl") {
      const inner = dependents(syntax, i).find((j) => baseRelOf(doc, j) === "nmod");
      if (inner !== undefined && conjunctionOf(syntax, lexicon, inner, false)?.cue.degree === "conditional") return true;
    }
  }
  for (let i = word + 1; i < right[word] && i < word + PROVISO; i++)
    if (["provided", "providing"].includes(formOf(doc, i).toLowerCase()) && formOf(doc, i + 1) === "that") return true;
  return false;
}

/** "even if", "as if": the main clause holds all the same. */
const isConcession = (doc: Doc, at: number): boolean => at > 0 && ["even", "as", "what"].includes(formOf(doc, at - 1).toLowerCase());

/** "until the soldiers left", "once they had gone": told as past, such a clause is no condition but a date. */
export const isTemporal = (syntax: Syntax, cue: Cue, clause: number): boolean =>
  ["until", "till", "once"].includes(cue.word) &&
  isTensed(syntax, clause) &&
  tenseOf(syntax, clause) === "past" &&
  !isPresentPerfect(syntax, clause);

/** "once the troops have left" */
const isPresentPerfect = (syntax: Syntax, clause: number): boolean =>
  auxiliaries(syntax, clause).some((i) => ["have", "has", "'ve", "’ve"].includes(formOf(syntax.doc, i).toLowerCase()));

/** Whether a main clause speaks of what is to come, so that "when they leave" does, too. */
export function isToCome(syntax: Syntax, word: number): boolean {
  const { doc } = syntax;
  if (isImperative(syntax, word)) return true;
  return auxiliaries(syntax, word).some((i) => xposOf(doc, i) === "MD") || tenseOf(syntax, word) === "future";
}
