import { baseRelOf, formOf, lemmaOf, uposOf, xposOf } from "../../../language/index.js";
import type { Lexicon } from "../../../lexicon/index.js";
import type { Quotation } from "../../quotations.js";
import { agentOf, auxiliaries, caseOf, dependents, isNegated, isPassive, ownSubject, particleOf, type Syntax } from "../../syntax.js";
import { type CueCandidate, frameOf } from "./cue.js";
import { nominalAt, subjectOf } from "./subject.js";
import { behindClosingVerb, behindQuotedVerb } from "./subject-by-quotation.js";

/** Modals under which a cue tells of nothing that anybody said: "may say", "could announce", "should demand". */
const UNREAL_MODALS = new Set(["may", "might", "could", "should", "can", "must", "shall", "ought"]);
/** Verbs whose infinitive is the cue itself: "went on to say", "continued to insist". */
const CARRIERS = new Set(["go", "continue", "come", "proceed", "appear", "seem"]);

/** A verb that the table knows and that somebody may stand behind, or null. */
export function verbCue(
  syntax: Syntax,
  lexicon: Lexicon,
  quotationsAt: (word: number) => readonly Quotation[],
  word: number,
): CueCandidate | null {
  const { doc } = syntax;
  if (uposOf(doc, word) !== "VERB" || (word >= 2 && formOf(doc, word - 1) === "as" && lemmaOf(doc, word - 2) === "quote")) return null;
  const lemma = lemmaOf(doc, word);
  const particle = particleOf(syntax, word);
  const phrasal =
    particle >= 0
      ? `${lemma} ${formOf(doc, particle).toLowerCase()}`
      : `${lemma} ${formOf(doc, word + 1 < doc.length ? word + 1 : word).toLowerCase()}`;
  const phrasalRow = lexicon.reportingVerbs.get(phrasal);
  const row = phrasalRow ?? (particle >= 0 ? undefined : lexicon.reportingVerbs.get(lemma));
  if (!row) return null;

  const quoted = quotedAsSaying(syntax, lexicon, word);
  if (quoted) return quoted;
  const passive = isPassive(syntax, word) || isReducedPassive(syntax, word);
  // "Asked about the deal, he said": a question of the press, which is no statement.
  if (isOpeningParticiple(syntax, word)) return null;
  if (isUnreal(syntax, word)) return null;
  const modals = auxiliaries(syntax, word).map((i) => lemmaOf(doc, i));
  if (isBareInfinitive(syntax, word)) return null;
  const quotations = quotationsAt(word);
  const subject = passive ? nominalAt(syntax, agentOf(syntax, word)) : subjectOf(syntax, lexicon, quotations, word);
  const source = passive
    ? subject
    : (behindQuotedVerb(syntax, lexicon, quotations, word) ?? behindClosingVerb(syntax, lexicon, frameOf(row), word) ?? subject);
  // A verb without any source is a command, a heading or a purpose ("to say the least"), but for passives.
  if (source < 0 && !passive) return null;
  // "is expected to": nobody's expectation, but "is believed to" is somebody's (guidelines, "What is one statement").
  if (source < 0 && !row.passive && (row.class === "attitude" || row.object === null)) return null;

  const words = [word, ...(phrasalRow ? [particle >= 0 ? particle : word + 1] : [])];
  return {
    kind: "verb",
    listed: true,
    word,
    words,
    frame: frameOf(row),
    passive,
    source,
    negated: isNegated(syntax, word),
    time: modals.includes("will") ? "future" : xposOf(doc, word) === "VBZ" || xposOf(doc, word) === "VBP" ? "present" : "past",
  };
}

/**
 * "he was quoted as saying": the subject of the passive says it. The cue is all of that; its complements hang on "saying". Null elsewhere, and for
 * "saying" itself, which is part of such a cue.
 */
function quotedAsSaying(syntax: Syntax, lexicon: Lexicon, word: number): CueCandidate | null {
  const { doc } = syntax;
  const say = lexicon.reportingVerbs.get("say");
  if (lemmaOf(doc, word) !== "quote" || word + 2 >= doc.length || !say) return null;
  if (formOf(doc, word + 1) !== "as" || formOf(doc, word + 2) !== "saying" || !isPassive(syntax, word)) return null;
  const source = ownSubject(syntax, word);
  if (source < 0) return null;
  const first = Math.min(word, ...auxiliaries(syntax, word).filter((i) => i === word - 1));
  const words = Array.from({ length: word + 3 - first }, (_, i) => first + i);
  return {
    kind: "verb",
    listed: true,
    word: word + 2,
    words,
    frame: frameOf(say),
    passive: false,
    source,
    negated: isNegated(syntax, word),
    time: "past",
  };
}

/** Whether a verb stands under a modal that makes it nothing anybody said. */
export const isUnreal = (syntax: Syntax, word: number): boolean =>
  auxiliaries(syntax, word).some((i) => UNREAL_MODALS.has(lemmaOf(syntax.doc, i)));

/** A past participle without a subject that opens its sentence before the verb it hangs on. */
function isOpeningParticiple(syntax: Syntax, word: number): boolean {
  const { doc } = syntax;
  return (
    ["VBN", "VBD"].includes(xposOf(doc, word)) &&
    baseRelOf(doc, word) === "advcl" &&
    doc.head[word] > word &&
    ownSubject(syntax, word) < 0 &&
    auxiliaries(syntax, word).length === 0 &&
    caseOf(syntax, word) === null
  );
}

/** "urged by", "a report published by": a past participle that modifies a noun, which is what is said, not who says it. */
function isReducedPassive(syntax: Syntax, word: number): boolean {
  const { doc } = syntax;
  return xposOf(doc, word) === "VBN" && baseRelOf(syntax.doc, word) === "acl" && auxiliaries(syntax, word).length === 0;
}

/** An infinitive is no saying of anything, unless it hangs under a verb that only carries it ("went on to say"). */
export function isBareInfinitive(syntax: Syntax, word: number): boolean {
  const { doc } = syntax;
  // With a subject of its own and no "to" it is finite, whatever its tag: "Oslo and Bern also say".
  if (xposOf(doc, word) !== "VB" || (ownSubject(syntax, word) >= 0 && !dependents(syntax, word).some((i) => isTo(syntax, i)))) return false;
  if (auxiliaries(syntax, word).some((i) => ["will", "would", "do"].includes(lemmaOf(doc, i)))) return false;
  const head = doc.head[word];
  if (head < 0) return dependents(syntax, word).every((i) => !isTo(syntax, i));
  return !(baseRelOf(syntax.doc, word) === "xcomp" && CARRIERS.has(lemmaOf(doc, head)));
}

const isTo = (syntax: Syntax, word: number): boolean => xposOf(syntax.doc, word) === "TO";
