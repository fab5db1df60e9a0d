import { baseRelOf, deprelOf, lemmaOf, uposOf } from "../../language/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents, isPassive, ownSubject, type Syntax } from "../syntax.js";

/** A verb, or a word with an auxiliary, which is one whatever the tagger says ("who will chair the meeting"). */
export const isPredicate = ({ doc, syntax }: Reading, word: number): boolean =>
  uposOf(doc, word) === "VERB" || dependents(syntax, word).some((i) => baseRelOf(doc, i) === "aux");

/**
 * The subject of a verb, its own or the one that it shares with the verb above it: "are scheduled to hold", "flew in and met". Of "who will chair the
 * meeting" it is whom the clause describes. -1 for none.
 */
export function subjectOf({ doc, syntax }: Reading, verb: number): number {
  for (let i = verb, steps = 0, below = -1; i >= 0 && steps < 4; below = i, i = doc.head[i], steps++) {
    const told = below >= 0 && ["xcomp", "advcl"].includes(baseRelOf(doc, below)) ? whoIsTold(syntax, i, below) : -1;
    if (told >= 0) return told;
    const own = ownSubject(syntax, i);
    if (own >= 0) return deprelOf(doc, i) === "acl:relcl" && uposOf(doc, own) === "PRON" && own < i ? doc.head[i] : own;
    if (baseRelOf(doc, i) === "acl" && deprelOf(doc, i) !== "acl:relcl" && !isPassive(syntax, i)) return -1;
    if (!["conj", "xcomp", "advcl", "acl"].includes(baseRelOf(doc, i))) return -1;
    if (baseRelOf(doc, i) === "acl" && dependents(syntax, i).length === 0) return -1;
  }
  return -1;
}

/** "asked Oslo to meet", "called on both governments to convene": whom the verb above asks is who does it. */
const whoIsTold = (syntax: Syntax, verb: number, act: number): number =>
  dependents(syntax, verb).find(
    (i) =>
      i > verb &&
      i < act &&
      ((["obj", "iobj"].includes(baseRelOf(syntax.doc, i)) && baseRelOf(syntax.doc, act) === "xcomp") ||
        (baseRelOf(syntax.doc, i) === "obl" && lemmaOf(syntax.doc, verb) === "call" && ["on", "upon"].includes(caseOf(syntax, i) ?? ""))),
  ) ?? -1;
