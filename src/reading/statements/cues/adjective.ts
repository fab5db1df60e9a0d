import { baseRelOf, formOf, uposOf, xposOf } from "../../../language/index.js";
import type { Lexicon } from "../../../lexicon/index.js";
import { dependent, isNegated, ownSubject, type Syntax } from "../../syntax.js";
import type { CueCandidate } from "./cue.js";
import { sourceOf } from "./subject.js";

/** "is confident that …", "aides, wary of a trap, …": an adjective of the table with whom it is said of, or null. */
export function adjectiveCue(syntax: Syntax, lexicon: Lexicon, word: number): CueCandidate | null {
  const { doc } = syntax;
  // "worried", "pleased" are participles to a tagger as often as adjectives.
  if (uposOf(doc, word) !== "ADJ" && xposOf(doc, word) !== "VBN") return null;
  const row = lexicon.reportingAdjectives.get(formOf(doc, word).toLowerCase());
  if (!row || baseRelOf(doc, word) === "amod") return null;
  const source = ownSubject(syntax, word) >= 0 ? ownSubject(syntax, word) : sourceOf(syntax, word);
  if (source < 0) return null;
  const copula = dependent(syntax, word, "cop", "aux");
  return {
    kind: "adjective",
    listed: true,
    word,
    words: [word],
    frame: { lemma: row.lemma, class: row.class, object: null, takes: new Set(row.takes), denies: false, acts: new Set() },
    passive: false,
    source,
    negated: isNegated(syntax, word),
    time: copula >= 0 && ["VBZ", "VBP"].includes(xposOf(doc, copula)) ? "present" : "past",
  };
}
