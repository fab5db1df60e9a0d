import { baseRelOf, lemmaOf, uposOf, xposOf } from "../../../language/index.js";
import type { Lexicon } from "../../../lexicon/index.js";
import type { Quotation } from "../../quotations.js";
import { agentOf, auxiliaries, caseOf, dependent, dependents, isNegated, isPassive, ownSubject, type Syntax } from "../../syntax.js";
import { type CueCandidate, type Frame, frameOf } from "./cue.js";
import { isPossessive } from "./noun.js";
import { nominalAt, subjectOf } from "./subject.js";
import { behindQuotedVerb } from "./subject-by-quotation.js";

/** What a verb or adjective that no table knows may take: anything. Which of it is its content, the judge has learned. */
const ANYTHING: ReadonlySet<string> = new Set(["quote", "clause", "inf", "ger", "as", "on", "about", "for", "against"]);
/** The same of a noun. */
const ANY_COMPLEMENT: ReadonlySet<string> = new Set(["clause", "inf", "about", "on", "for", "of", "against", "over", "to"]);

/**
 * A verb, noun or adjective that the tables do not know, or know and do not admit here ("is said", "could announce"), as a cue that may be
 * one: PolNeAR has thousands of such words, half of them once ("the poll put her ahead", "touted the plan"). Null for other words.
 */
export function openCue(
  syntax: Syntax,
  lexicon: Lexicon,
  quotationsAt: (word: number) => readonly Quotation[],
  word: number,
): CueCandidate | null {
  switch (uposOf(syntax.doc, word)) {
    case "VERB":
      return openVerb(syntax, lexicon, quotationsAt, word);
    case "NOUN":
      return openNoun(syntax, lexicon, quotationsAt, word);
    case "ADJ":
      return openAdjective(syntax, lexicon, quotationsAt, word);
    default:
      return null;
  }
}

const openFrame = (lemma: string, takes: ReadonlySet<string>): Frame => ({
  lemma,
  class: "attitude",
  object: "content",
  takes,
  denies: false,
  acts: new Set(),
});

function openVerb(
  syntax: Syntax,
  lexicon: Lexicon,
  quotationsAt: (word: number) => readonly Quotation[],
  word: number,
): CueCandidate | null {
  const { doc } = syntax;
  const passive = isPassive(syntax, word) || (xposOf(doc, word) === "VBN" && baseRelOf(doc, word) === "acl");
  const quotations = quotationsAt(word);
  const subject = passive ? nominalAt(syntax, agentOf(syntax, word)) : subjectOf(syntax, lexicon, quotations, word);
  const source = passive ? subject : (behindQuotedVerb(syntax, lexicon, quotations, word) ?? subject);
  const row = lexicon.reportingVerbs.get(lemmaOf(doc, word));
  const modals = auxiliaries(syntax, word).map((i) => lemmaOf(doc, i));
  return {
    kind: "verb",
    listed: false,
    word,
    words: [word],
    frame: row ? frameOf(row) : openFrame(lemmaOf(doc, word), ANYTHING),
    passive,
    source,
    negated: isNegated(syntax, word),
    time: modals.includes("will") ? "future" : ["VBZ", "VBP"].includes(xposOf(doc, word)) ? "present" : "past",
  };
}

/** With whom it belongs to, or whose act it is ("gave a speech on", "has doubts about"); some have nobody ("fears that"). */
function openNoun(
  syntax: Syntax,
  lexicon: Lexicon,
  quotationsAt: (word: number) => readonly Quotation[],
  word: number,
): CueCandidate | null {
  const { doc } = syntax;
  const hasComplement = dependents(syntax, word).some(
    (i) => i > word && ["acl", "nmod", "ccomp", "xcomp", "advcl", "parataxis"].includes(baseRelOf(doc, i)),
  );
  const head = doc.head[word];
  const isObject = head >= 0 && head < word && baseRelOf(doc, word) === "obj" && uposOf(doc, head) === "VERB";
  const isSubject = head > word && baseRelOf(doc, word) === "nsubj";
  if (!hasComplement && !isObject && !isSubject) return null;
  const row = lexicon.reportingNouns.get(lemmaOf(doc, word));
  const frame = row ? frameOf(row) : openFrame(lemmaOf(doc, word), ANY_COMPLEMENT);
  const base = { kind: "noun" as const, listed: false, word, frame, passive: false, negated: false, time: "past" as const };
  const owner = dependents(syntax, word).find((i) => baseRelOf(doc, i) === "nmod" && i < word && isPossessive(syntax, i));
  const by = dependents(syntax, word).find(
    (i) => i > word && baseRelOf(doc, i) === "nmod" && ["by", "from"].includes(caseOf(syntax, i) ?? ""),
  );
  if (owner === undefined && by === undefined && isObject) {
    const source = isPassive(syntax, head)
      ? nominalAt(syntax, agentOf(syntax, head))
      : subjectOf(syntax, lexicon, quotationsAt(word), head);
    if (source >= 0 && source !== word) return { ...base, words: [head, word], source, negated: isNegated(syntax, head) };
  }
  return hasComplement || isSubject ? { ...base, words: [word], source: owner ?? by ?? -1 } : null;
}

function openAdjective(
  syntax: Syntax,
  lexicon: Lexicon,
  quotationsAt: (word: number) => readonly Quotation[],
  word: number,
): CueCandidate | null {
  const { doc } = syntax;
  if (baseRelOf(doc, word) === "amod") return null;
  const own = ownSubject(syntax, word);
  const source = own >= 0 ? own : subjectOf(syntax, lexicon, quotationsAt(word), word);
  if (source < 0 || dependents(syntax, word).every((i) => i < word || baseRelOf(doc, i) === "punct")) return null;
  const copula = dependent(syntax, word, "cop", "aux");
  return {
    kind: "adjective",
    listed: false,
    word,
    words: [word],
    frame: openFrame(lemmaOf(doc, word), ANYTHING),
    passive: false,
    source,
    negated: isNegated(syntax, word),
    time: copula >= 0 && ["VBZ", "VBP"].includes(xposOf(doc, copula)) ? "present" : "past",
  };
}
