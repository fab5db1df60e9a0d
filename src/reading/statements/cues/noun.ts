import { baseRelOf, lemmaOf, uposOf, xposOf } from "../../../language/index.js";
import type { Lexicon } from "../../../lexicon/index.js";
import { caseOf, dependents, isNegated, type Syntax } from "../../syntax.js";
import { type CueCandidate, frameOf } from "./cue.js";
import { sourceOf } from "./subject.js";
import { isBareInfinitive } from "./verb.js";

/** "Washington's demand to …", "a claim by Oslo that …", "voiced hope that …": a noun with a source beside it. */
export function nounCue(syntax: Syntax, lexicon: Lexicon, word: number): CueCandidate | null {
  const { doc } = syntax;
  if (uposOf(doc, word) !== "NOUN") return null;
  const row = lexicon.reportingNouns.get(lemmaOf(doc, word));
  if (!row) return null;
  const possessor = dependents(syntax, word).find((i) => baseRelOf(syntax.doc, i) === "nmod" && i < word && isPossessive(syntax, i));
  const by = dependents(syntax, word).find(
    (i) => baseRelOf(syntax.doc, i) === "nmod" && i > word && ["by", "from"].includes(caseOf(syntax, i) ?? ""),
  );
  const base = { kind: "noun" as const, listed: true, word, frame: frameOf(row), passive: false, negated: false, time: "past" as const };
  const head = doc.head[word];
  const lent = head >= 0 && baseRelOf(syntax.doc, word) === "obj" && row.light.includes(lemmaOf(doc, head));
  if (lent && !isBareInfinitive(syntax, head)) {
    const source = sourceOf(syntax, head);
    if (source >= 0) return { ...base, words: [head, word], source, negated: isNegated(syntax, head) };
  }
  const source = possessor ?? by ?? -1;
  return source < 0 ? null : { ...base, words: [word], source };
}

/** Whether a word is somebody's: "Oslo's", "their". */
export const isPossessive = (syntax: Syntax, word: number): boolean =>
  xposOf(syntax.doc, word) === "PRP$" || dependents(syntax, word).some((i) => xposOf(syntax.doc, i) === "POS");
