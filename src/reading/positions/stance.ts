import { baseRelOf, formOf, lemmaOf, uposOf } from "../../language/index.js";
import type { Reading } from "../reading.js";
import { auxiliaries, carriesTense, dependents, isNegated, particleOf } from "../syntax.js";
import type { Stance } from "./draft.js";
import type { Issue } from "./issue.js";
import { actKind, isKind, type StanceRow, stanceOf } from "./vocabulary.js";

/** The row of the stance that a word takes, with its particle or preposition where the table has them; undefined for none. */
export function stanceRow({ doc, syntax, knowledge: { lexicon } }: Reading, word: number): StanceRow | undefined {
  const lemma = lemmaOf(doc, word).toLowerCase();
  const upos = uposOf(doc, word);
  if (upos === "NOUN") return stanceOf(lexicon, lemma, "noun");
  if (upos === "ADJ") return stanceOf(lexicon, lemma, "adjective");
  if (upos !== "VERB") return undefined;
  const particle = particleOf(syntax, word);
  const next = word + 1 < doc.length ? formOf(doc, word + 1).toLowerCase() : "";
  const third = word + 2 < doc.length ? formOf(doc, word + 2).toLowerCase() : "";
  return (
    stanceOf(lexicon, `${lemma} ${next} ${third}`, "verb") ??
    stanceOf(lexicon, `${lemma} ${next}`, "verb") ??
    (particle >= 0 ? stanceOf(lexicon, `${lemma} ${formOf(doc, particle).toLowerCase()}`, "verb") : stanceOf(lexicon, lemma, "verb")) ??
    // "is committed to": to some trees the participle of a verb.
    stanceOf(lexicon, formOf(doc, word).toLowerCase(), "adjective")
  );
}

/** Whether a word or the clause it heads is negated: "do not want", "no longer supports", "never accept". */
export const isDenied = (reading: Reading, word: number): boolean =>
  isNegated(reading.syntax, word) ||
  dependents(reading.syntax, word).some(
    (i) =>
      (["nsubj", "obj"].includes(baseRelOf(reading.doc, i)) &&
        (["nobody", "none", "no-one"].includes(lemmaOf(reading.doc, i)) ||
          (baseRelOf(reading.doc, i) === "obj" && lemmaOf(reading.doc, i) === "nothing") ||
          dependents(reading.syntax, i).some((j) => lemmaOf(reading.doc, j) === "no" && baseRelOf(reading.doc, j) === "det"))) ||
      (lemmaOf(reading.doc, i) === "longer" && dependents(reading.syntax, i).some((j) => lemmaOf(reading.doc, j) === "no")),
  );

/**
 * The stance that a row's word takes on its issue: what is negated rejects or is none; what rejects a claim denies it; what promises a hostile act
 * threatens. Null where the words take no position.
 */
export function stanceOn(reading: Reading, row: StanceRow, issue: Issue, negated: boolean): Stance | null {
  const {
    doc,
    syntax,
    knowledge: { lexicon },
  } = reading;
  // "asked why he had waited", "agreed that the talks had failed": nothing is demanded or promised.
  const mark = dependents(syntax, issue.head).find((i) => i < issue.head && ["mark", "advmod"].includes(baseRelOf(doc, i)));
  const opener = mark === undefined ? "" : formOf(doc, mark).toLowerCase();
  const isClause = baseRelOf(doc, issue.head) === "ccomp" && carriesTense(syntax, issue.head);
  if (isClause && row.stance === "demand" && ["whether", "if", "why", "how", "when", "where"].includes(opener)) return null;
  const modals = auxiliaries(syntax, issue.head).map((i) => lemmaOf(doc, i));
  if (isClause && row.stance === "promise" && !modals.some((modal) => ["will", "would"].includes(modal))) return null;
  // "does not rule out sanctions" (guidelines, Types: a word that threatens).
  if (negated && isKind(lexicon, row.word, "excludes")) return "threaten";
  if (negated) return row.refusal ? "reject" : null;
  // "denied a request": what is asked for is refused.
  if (row.stance === "deny" && isKind(lexicon, lemmaOf(doc, issue.head).toLowerCase(), "ask")) return "reject";
  if (row.stance === "reject" && isKind(lexicon, lemmaOf(doc, issue.head).toLowerCase(), "claim")) return "deny";
  if (row.stance === "promise" && actKind(lexicon, lemmaOf(doc, issue.head).toLowerCase()) === "hostile") return "threaten";
  return row.stance;
}
