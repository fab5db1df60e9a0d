import { baseRelOf, deprelOf, formOf, lemmaOf, nameAt, phraseCore, uposOf, type WordRange, xposOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents } from "../syntax.js";

/** Heads behind which those who are meant stand: "hundreds of banks", "a group of lawmakers". */
const PARTITIVES = new Set(
  "hundred thousand dozen score million number group team member part majority most some many all one two three four five several couple crowd pair series lot family half".split(
    " ",
  ),
);

/** Whether a noun means somebody who can act or be acted on: known to the story, labelled a name, or a word for persons and bodies. */
export function isParty(reading: Reading, referents: Referents, head: number): boolean {
  if (head < 0) return false;
  const { doc, syntax, knowledge } = reading;
  const { lexicon } = knowledge;
  const upos = uposOf(doc, head);
  if (upos === "PRON") return referents.at[head] >= 0 || (xposOf(doc, head) === "PRP" && !/^(it|there)$/i.test(formOf(doc, head)));
  if (referents.at[head] >= 0) return true;
  if (upos !== "NOUN" && upos !== "PROPN" && upos !== "NUM" && upos !== "ADJ") return false;
  const kind = kindOfName({ doc }, head);
  if (kind !== null && kind !== "OTHER") return true;
  const form = formOf(doc, head).toLowerCase();
  const lemma = lemmaOf(doc, head).toLowerCase();
  if (lexicon.groupNouns.has(form) || lexicon.roleNouns.has(lemma) || lexicon.bodyNouns.has(lemma) || lexicon.bodyNouns.has(form))
    return true;
  // "Australian Victoria Cross recipient Ben Roberts": a description that the tables lack, with the name behind it.
  for (const i of dependents(syntax, head)) {
    const relation = baseRelOf(doc, i);
    if (i > head && ["flat", "appos"].includes(relation) && kindOfName({ doc }, i) === "PER") return true;
    if (i > head && relation === "nmod" && PARTITIVES.has(lemma) && caseOf(syntax, i) === "of" && isParty(reading, referents, i))
      return true;
  }
  return false;
}

function kindOfName({ doc }: Pick<Reading, "doc">, word: number): string | null {
  for (let first = word; first >= 0 && doc.name[first] !== 0; first--) {
    const name = nameAt(doc, first);
    if (name) return name.last >= word ? name.kind : null;
  }
  return null;
}

/** Prepositions behind which a thing's owner or target stands: "the decision of", "a resolution on", "accusations against". */
const OWNING = new Set(["of", "by", "against", "on", "with", "to", "for", "from", "in", "between"]);

/**
 * The party inside a noun phrase that is none itself: who the decision, the aid, the vessel belongs to or is for ("condemned a U.S. Supreme Court
 * decision"). -1 for none.
 */
export function partyWithin(reading: Reading, referents: Referents, head: number, depth = 0): number {
  const { doc, syntax } = reading;
  const below = dependents(syntax, head);
  const isOwner = (i: number): boolean => deprelOf(doc, i) === "nmod:poss" && uposOf(doc, i) !== "PRON";
  for (const i of below) if (isOwner(i) && isParty(reading, referents, i)) return i;
  for (const i of below) {
    if (["compound", "amod", "nmod"].includes(baseRelOf(doc, i)) && i < head && !isOwner(i) && isParty(reading, referents, i)) return i;
  }
  for (const i of below) {
    if (baseRelOf(doc, i) !== "nmod" || i < head || !OWNING.has(caseOf(reading.syntax, i) ?? "")) continue;
    if (isParty(reading, referents, i)) return i;
    const deeper = depth < 2 ? partyWithin(reading, referents, i, depth + 1) : -1;
    if (deeper >= 0) return deeper;
  }
  return -1;
}

/**
 * The words of a party as an event shows them: title, name, and an "of" phrase, with what is joined to it; no appositions and no clauses. An attribute
 * ("U.S." of "U.S. troops") is only itself.
 */
export function partyPhrase({ doc, syntax }: Reading, head: number, joined: boolean): WordRange {
  const { left } = syntax;
  const core = phraseCore(syntax, head);
  const { first } = core;
  let { last } = core;
  for (const i of dependents(syntax, head)) {
    if (i > last && baseRelOf(doc, i) === "nmod" && ["of", "for", "in"].includes(caseOf(syntax, i) ?? "") && left[i] <= last + 1) {
      last = Math.max(last, partyPhrase({ doc, syntax } as Reading, i, true).last);
    }
    if (joined && i > last && baseRelOf(doc, i) === "conj") last = Math.max(last, partyPhrase({ doc, syntax } as Reading, i, false).last);
  }
  while (last > head && xposOf(doc, last) === "POS") last--;
  return { first, last };
}
