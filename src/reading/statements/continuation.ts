import { baseRelOf, formOf, lemmaOf, uposOf, xposOf } from "../../language/index.js";
import { auxiliaries, caseOf, dependents, isBehindComma, ownSubject } from "../syntax.js";
import type { Context } from "./content-context.js";
import type { CueCandidate } from "./cues/index.js";
import { isLicensed } from "./licence.js";

/**
 * Right end of a licensed dependent's subtree, cut where another cue of the same source begins: a participle behind a comma ("…, saying …"), or a
 * verb that is coordinated with the cue though the tree hangs it on what was said ("says it has no plans and rejects …").
 */
export function endOf(context: Context, cue: CueCandidate, word: number): number {
  const next = continuedBy(context, cue, word);
  return next < 0 ? context.syntax.right[word] : context.syntax.left[next] - 1;
}

/** The first cue under a licensed dependent that continues the outer cue rather than its content; -1 for none. */
function continuedBy(context: Context, cue: CueCandidate, word: number): number {
  const { syntax, cueWords } = context;
  const { doc } = syntax;
  for (let i = word + 1; i <= syntax.right[word]; i++) {
    if (!cueWords.has(i)) continue;
    const relation = baseRelOf(doc, i);
    if (relation === "advcl" && xposOf(doc, i) === "VBG" && caseOf(syntax, i) === null && isBehindComma(syntax, i)) return i;
    if (relation === "conj" && ownSubject(syntax, i) < 0 && sharesSource(context, cue, word, i)) return i;
    // "blamed each other …, even as Oslo promised": the story sets two acts side by side.
    if (relation === "advcl" && ownSubject(syntax, i) >= 0 && SIDE_BY_SIDE.has(caseOf(syntax, i) ?? "") && isBehindComma(syntax, i))
      return i;
  }
  return -1;
}

const SIDE_BY_SIDE = new Set(["as", "while", "whereas", "though", "although"]);

/**
 * Cues that continue another though the tree hangs them on its content, with the source of that other: in "Oslo says it has no plans to leave and rejects
 * the claim" it is Oslo who rejects.
 */
export function continuations(context: Context, cues: readonly CueCandidate[]): ReadonlyMap<number, number> {
  const sources = new Map<number, number>();
  for (const cue of cues) {
    if (cue.kind !== "verb" || cue.passive || cue.source < 0) continue;
    for (const i of dependents(context.syntax, cue.word)) {
      const next = i > cue.word && isLicensed(context.syntax, cue, i) ? continuedBy(context, cue, i) : -1;
      if (next >= 0 && ownSubject(context.syntax, next) < 0) sources.set(next, sources.get(cue.word) ?? cue.source);
    }
  }
  return sources;
}

/**
 * Whether a coordinated cue continues the outer cue rather than its content: it has the outer one's form and the content's verb has not, or the
 * content's subject is a pronoun, which then means the source, or a thing, which cannot speak.
 */
function sharesSource({ syntax, lexicon }: Context, cue: CueCandidate, content: number, other: number): boolean {
  const { doc } = syntax;
  const tense = xposOf(doc, other);
  if (xposOf(doc, cue.word) !== tense) return false;
  const joined = doc.head[other];
  if (xposOf(doc, joined) !== tense && uposOf(doc, joined) === "VERB" && auxiliaries(syntax, joined).length === 0) return true;
  const subject = ownSubject(syntax, content);
  if (subject < 0 || uposOf(doc, subject) === "PROPN") return false;
  if (uposOf(doc, subject) === "PRON") return true;
  const form = formOf(doc, subject).toLowerCase();
  const lemma = lemmaOf(doc, subject);
  return !lexicon.roleNouns.has(lemma) && !lexicon.bodyNouns.has(lemma) && !lexicon.groupNouns.has(form);
}
