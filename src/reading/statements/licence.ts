import { baseRelOf, xposOf } from "../../language/index.js";
import { caseOf, dependent, dependents, isBehindComma, type Syntax } from "../syntax.js";
import type { CueCandidate } from "./cues/index.js";

/** Relations of a clause or phrase that a frame may license as content. */
export function isLicensed(syntax: Syntax, cue: CueCandidate, word: number): boolean {
  const { doc } = syntax;
  const { takes, object } = cue.frame;
  const relation = baseRelOf(doc, word);
  const takesClause = takes.has("clause") || takes.has("quote");
  switch (relation) {
    case "ccomp":
      return takesClause || (takes.has("ger") && xposOf(doc, word) === "VBG") || takes.has("inf");
    case "parataxis":
      // "X said: the talks had failed": a clause behind the cue that hangs on it loosely.
      return takesClause && word > cue.word && dependents(syntax, word).length > 0 && !isCommentary(syntax, word);
    case "xcomp":
      if (takes.has("pred") && dependent(syntax, word, "mark") < 0) return true;
      if (xposOf(doc, word) === "VBG") return takes.has("ger");
      return takes.has("inf") || takes.has("to");
    case "advcl": {
      const marker = caseOf(syntax, word);
      if (marker === null) return xposOf(doc, word) === "VBG" && takes.has("ger") && !isBehindComma(syntax, word);
      if (marker === "to" && xposOf(doc, word) === "VB") return takes.has("inf");
      return takes.has(marker) || (marker === "whether" && takesClause) || (marker === "that" && takesClause);
    }
    case "obj":
      return object === "content" || object === "both";
    case "iobj":
      return object === "both";
    case "obl": {
      const marker = caseOf(syntax, word);
      return marker !== null && takes.has(marker);
    }
    default:
      return false;
  }
}

/** "…, analysts say" and the like: a clause with a reporting word of its own is no content. */
const isCommentary = (syntax: Syntax, word: number): boolean => xposOf(syntax.doc, word) === "VBG";
