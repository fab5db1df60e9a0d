import { baseRelOf, lemmaOf, sentenceOf, uposOf, xposOf } from "../../../language/index.js";
import type { Lexicon } from "../../../lexicon/index.js";
import type { Quotation } from "../../quotations.js";
import { agentOf, caseOf, dependents, isPassive, ownSubject, type Syntax } from "../../syntax.js";
import { outsideMarks, personInRun } from "./subject-by-quotation.js";
import { isTemporal } from "./temporal.js";

/** Who stands as the subject of an active verb, by the tree and against its known errors; -1 for nobody. */
export function subjectOf(syntax: Syntax, lexicon: Lexicon, quotations: readonly Quotation[], word: number): number {
  const source = notTemporal(syntax, lexicon, word, nominalAt(syntax, sourceOf(syntax, word)));
  const outside = outsideMarks(syntax, quotations, word, source >= 0 ? source : besideVerb(syntax, lexicon, word));
  return outside < 0 ? outside : personInRun(syntax, lexicon, outside);
}

/** A dash or comma that a tree takes for a noun ("economists -- who believe") stands for the noun before it; -1 where none is there. */
export function nominalAt({ doc }: Syntax, word: number): number {
  if (word < 0 || uposOf(doc, word) !== "PUNCT") return word;
  return word > 0 && ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word - 1)) ? word - 1 : -1;
}

/**
 * Who stands as the subject of an active verb: its own subject; else, up the tree, that of the verb it is coordinated with, complements
 * or accompanies ("…, saying"); else the noun that it modifies. A relative pronoun stands for its noun. -1 for nobody.
 */
export function sourceOf(syntax: Syntax, verb: number): number {
  const { doc } = syntax;
  const absolute = absoluteSubject(syntax, verb);
  if (absolute >= 0) return absolute;
  let word = verb;
  for (let steps = 0; steps < 6; steps++) {
    const subject = ownSubject(syntax, word);
    if (subject >= 0) {
      if (isRelativePronoun(syntax, subject)) return baseRelOf(syntax.doc, word) === "acl" ? doc.head[word] : antecedentOf(syntax, word);
      return uposOf(doc, subject) === "PRON" && lemmaOf(doc, subject) === "it" && isExpletive(syntax, subject) ? -1 : subject;
    }
    const head = doc.head[word];
    if (head < 0) return -1;
    switch (baseRelOf(syntax.doc, word)) {
      case "acl":
        // "a charge promptly denied" is passive and handled there; "Sweden's speaker, supporting the text, …" is the noun's own act.
        return head;
      case "conj":
      case "xcomp":
      case "advcl":
      case "parataxis":
      case "ccomp":
        if (isPassive(syntax, head) && agentOf(syntax, head) >= 0 && ownSubject(syntax, head) < 0) return agentOf(syntax, head);
        word = head;
        break;
      default:
        return -1;
    }
    if (uposOf(doc, word) !== "VERB" && uposOf(doc, word) !== "AUX" && ownSubject(syntax, word) < 0) {
      // A participle that hangs under a noun: the noun is who speaks ("The Council, warning that …").
      return ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word)) ? word : -1;
    }
  }
  return -1;
}

/** "with Oslo rebuffing the demand": the noun between "with" and the participle acts, whatever the tree calls it. -1 for other constructions. */
function absoluteSubject(syntax: Syntax, verb: number): number {
  const { doc } = syntax;
  if (xposOf(doc, verb) !== "VBG" || caseOf(syntax, verb) !== "with" || ownSubject(syntax, verb) >= 0) return -1;
  return dependents(syntax, verb).findLast((i) => i < verb && ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, i))) ?? -1;
}

/** Words that a misread subject may stand before its verb. */
const FARTHEST_SUBJECT = 14;

/**
 * A time is no source: where the tree takes "today", "last year" or "a day after …" for the subject ("The Council today urged", "one in four asked last
 * year said"), the noun phrase that ends before the verb is.
 */
function notTemporal(syntax: Syntax, lexicon: Lexicon, verb: number, source: number): number {
  const { doc } = syntax;
  if (source < 0 || source > verb || !isTemporal(syntax, lexicon, source)) return source;
  for (let word = verb - 1; word >= 0 && verb - word < FARTHEST_SUBJECT && sentenceOf(doc, word) === sentenceOf(doc, verb); word--) {
    if (["CCONJ", "SCONJ"].includes(uposOf(doc, word)) || ["VBD", "VBZ", "VBP", "MD"].includes(xposOf(doc, word))) return -1;
    if (isNominal(syntax, word) && !isTemporal(syntax, lexicon, word)) return topOfPhrase(syntax, word, verb);
  }
  return -1;
}

/** The noun phrase that ends right before a finite verb or a participle for which the tree has no subject at all ("Lund again insisted"); -1 for none. */
function besideVerb(syntax: Syntax, lexicon: Lexicon, verb: number): number {
  const { doc } = syntax;
  if (!["VBD", "VBZ", "VBP", "VBG"].includes(xposOf(doc, verb))) return -1;
  let word = verb - 1;
  while (word >= 0 && (["AUX", "ADV", "PART"].includes(uposOf(doc, word)) || isTemporal(syntax, lexicon, word))) word--;
  if (word >= 0 && isRelativePronoun(syntax, word)) word--;
  return word >= 0 && sentenceOf(doc, word) === sentenceOf(doc, verb) && isNominal(syntax, word) ? topOfPhrase(syntax, word, verb) : -1;
}

const isNominal = ({ doc }: Syntax, word: number): boolean => ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word));

/** The noun that heads the phrase which a word closes: "voters" of "voters in a poll". */
function topOfPhrase(syntax: Syntax, word: number, behind: number): number {
  const { doc } = syntax;
  let top = word;
  while (["nmod", "appos", "flat", "compound", "conj", "nummod"].includes(baseRelOf(doc, top))) {
    const head = doc.head[top];
    if (head < 0 || head >= behind || !(isNominal(syntax, head) || uposOf(doc, head) === "NUM")) break;
    top = head;
  }
  return top;
}

const isRelativePronoun = (syntax: Syntax, word: number): boolean => ["WP", "WDT"].includes(xposOf(syntax.doc, word));
const isExpletive = (syntax: Syntax, word: number): boolean => baseRelOf(syntax.doc, word) === "expl";

function antecedentOf(syntax: Syntax, verb: number): number {
  for (let word = verb; word >= 0; word = syntax.doc.head[word]) {
    if (baseRelOf(syntax.doc, word) === "acl") return syntax.doc.head[word];
  }
  return -1;
}
