import { baseRelOf, formOf, lemmaOf } from "../../language/index.js";
import { caseOf, dependents } from "../syntax.js";
import type { Found } from "./phrasebook.js";
import { isPossessor } from "./roles.js";
import { labelAround, nameKind, type Range, type Sight } from "./sight.js";

/** Prepositions before which a capital or seat is a place ("talks in Geneva") and not the state that it stands for ("talks with Moscow"). */
const LOCATIVE = new Set([
  "in",
  "at",
  "from",
  "near",
  "to",
  "outside",
  "around",
  "into",
  "through",
  "via",
  "over",
  "off",
  "inside",
  "across",
]);

/** Whether a capital or seat acts: governed by no locative preposition, and no mere attribute ("the Geneva talks") unless of a body or an office. */
export function actsAsState({ doc, syntax, at, lexicon }: Sight, { first, last }: Range, head: number): boolean {
  const governor = caseOf(syntax, head);
  if (governor !== null && LOCATIVE.has(governor)) return false;
  const before = first > 0 ? formOf(doc, first - 1).toLowerCase() : "";
  if (LOCATIVE.has(before) || (before === "the" && first > 1 && LOCATIVE.has(formOf(doc, first - 2).toLowerCase()))) return false;
  const relation = baseRelOf(doc, head);
  if (relation === "compound" || relation === "amod" || relation === "appos" || relation === "flat") {
    const above = doc.head[head];
    return (
      above > last &&
      (at(above)?.entry.kind === "role" || lexicon.bodyNouns.has(lemmaOf(doc, above)) || lexicon.reportingNouns.has(lemmaOf(doc, above)))
    );
  }
  return true;
}

/** Whether a name that is also a person's is meant as a place: behind a preposition of place, or "the city of". Not where it says something. */
export function isInPlace(sight: Sight, word: number): boolean {
  const { doc, syntax, lexicon } = sight;
  const before = word > 0 ? formOf(doc, word - 1).toLowerCase() : "";
  if (["city", "town", "village", "port", "province", "state"].includes(word > 1 && before === "of" ? lemmaOf(doc, word - 2) : ""))
    return true;
  const governor = caseOf(syntax, word);
  if (LOCATIVE.has(before) && before !== "to" && before !== "from") return true;
  if (nameKind(sight, word) !== "LOC") return false;
  const verb = doc.head[word];
  const speaks = baseRelOf(doc, word) === "nsubj" && verb >= 0 && lexicon.reportingVerbs.has(lemmaOf(doc, verb));
  return !speaks || governor !== null;
}

/** Whether a phrase that often means something else ("Commission", "IS") is meant as the body: labelled so, or with its article and no owner. */
export function isMeant(sight: Sight, { entry, first }: Found, head: number): boolean {
  if (!("ambiguous" in entry) || !entry.ambiguous) return true;
  const { doc, syntax } = sight;
  // "The Election Commission": the end of a longer name is not what the end alone is.
  const label = labelAround(sight, head, "ORG");
  if (label && label.first < first && entry.kind === "organization") return false;
  if (dependents(syntax, head).some((i) => i < first && isPossessor(syntax, i))) return false;
  return (
    nameKind(sight, head) === "ORG" ||
    (entry.kind === "metonym" ? nameKind(sight, head) !== "PER" : first > 0 && formOf(doc, first - 1).toLowerCase() === "the")
  );
}
