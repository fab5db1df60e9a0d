import {
  baseRelOf,
  type Doc,
  dependents,
  deprelOf,
  formOf,
  lemmaOf,
  type Tree as Syntax,
  uposOf,
  type WordRange,
  xposOf,
} from "../language/index.js";

/** Trees as this room asks of them; what English alone needs of them is in the language room. */
export { dependents, type Tree as Syntax, treeOf as syntaxOf } from "../language/index.js";

/** The first dependent with one of the relations, subtypes ignored; -1 if there is none. */
export function dependent(syntax: Syntax, word: number, ...relations: readonly string[]): number {
  for (let i = syntax.firstChild[word]; i >= 0; i = syntax.nextSibling[i]) if (relations.includes(baseRelOf(syntax.doc, i))) return i;
  return -1;
}

/** The subject that a verb has of its own, clauses included; -1 for none. */
export const ownSubject = (syntax: Syntax, verb: number): number => dependent(syntax, verb, "nsubj", "csubj");

export const isPassive = ({ doc, firstChild, nextSibling }: Syntax, verb: number): boolean => {
  for (let i = firstChild[verb]; i >= 0; i = nextSibling[i]) {
    const relation = deprelOf(doc, i);
    if (relation === "nsubj:pass" || relation === "aux:pass" || relation === "csubj:pass") return true;
  }
  return false;
};

/** The agent of a passive: the noun behind "by"; -1 for none. */
export function agentOf(syntax: Syntax, verb: number): number {
  for (const i of dependents(syntax, verb)) {
    if (deprelOf(syntax.doc, i) === "obl:agent") return i;
    if (baseRelOf(syntax.doc, i) === "obl" && isPassive(syntax, verb) && caseOf(syntax, i) === "by") return i;
  }
  return -1;
}

/** The preposition or other marker that governs a noun or a clause, lower-cased ("of", "according to"); null for none. */
export function caseOf(syntax: Syntax, word: number): string | null {
  for (const i of dependents(syntax, word)) {
    const relation = baseRelOf(syntax.doc, i);
    if ((relation === "case" || relation === "mark") && i < word && formOf(syntax.doc, i) !== "'s" && formOf(syntax.doc, i) !== "’s") {
      const fixed = dependents(syntax, i).filter((j) => baseRelOf(syntax.doc, j) === "fixed");
      return [i, ...fixed].map((j) => formOf(syntax.doc, j).toLowerCase()).join(" ");
    }
  }
  return null;
}

/** Auxiliaries of a verb, passive ones included, in text order. */
export const auxiliaries = (syntax: Syntax, verb: number): number[] =>
  dependents(syntax, verb).filter((i) => baseRelOf(syntax.doc, i) === "aux" || baseRelOf(syntax.doc, i) === "cop");

/** Whether "not", "n't" or "never" hangs under the verb or one of its auxiliaries. */
export const isNegated = (syntax: Syntax, verb: number): boolean =>
  [verb, ...auxiliaries(syntax, verb)].some((word) =>
    dependents(syntax, word).some((i) => ["not", "never"].includes(lemmaOf(syntax.doc, i)) && baseRelOf(syntax.doc, i) === "advmod"),
  );

/** Whether a word stands in a finite verb group: it, its auxiliary or its copula carries tense or a modal. */
export function carriesTense(syntax: Syntax, verb: number): boolean {
  const finite = ["VBD", "VBP", "VBZ", "MD"];
  return finite.includes(xposOf(syntax.doc, verb)) || auxiliaries(syntax, verb).some((i) => finite.includes(xposOf(syntax.doc, i)));
}

/** The particle of a phrasal verb, lower-cased ("out"); null for none. */
export function particleOf(syntax: Syntax, verb: number): number {
  for (const i of dependents(syntax, verb)) if (deprelOf(syntax.doc, i) === "compound:prt") return i;
  return -1;
}

/** Words of the same token run "flat", "compound", titles and numbers that make one noun phrase with its head; no clauses. */
const CORE = new Set([
  "det",
  "amod",
  "compound",
  "flat",
  "nummod",
  "nmod:poss",
  "nmod:desc",
  "nmod:unmarked",
  "det:predet",
  "advmod",
  "case",
  "fixed",
  "goeswith",
  "cc:preconj",
]);

/**
 * The noun phrase that a word heads, with determiners, titles, adjectives and appositions, "of" phrases and coordinated nouns, but
 * without relative clauses set off by commas and without a governing preposition: guidelines, `speaker_span`.
 */
export function nounPhrase(syntax: Syntax, head: number): WordRange {
  const { doc, left, right } = syntax;
  let first = head;
  let last = head;
  for (const i of dependents(syntax, head)) {
    const relation = deprelOf(doc, i);
    if (i < head) {
      if (relation === "case" || relation === "mark" || relation === "cc" || relation === "punct" || relation.startsWith("aux")) continue;
      if (CORE.has(relation) || relation.startsWith("nmod") || relation === "appos" || relation === "acl") first = Math.min(first, left[i]);
    } else if (relation === "punct" || relation.startsWith("aux")) {
    } else if (relation.startsWith("acl") || relation.startsWith("advcl") || relation === "parataxis") {
      if (formOf(doc, left[i] - 1) === "," || formOf(doc, left[i]) === ",") break;
      last = Math.max(last, right[i]);
    } else if (isNominalDependent(relation)) {
      last = Math.max(last, nominalEnd(syntax, i));
    }
  }
  return trimmed(doc, { first, last });
}

const isNominalDependent = (relation: string): boolean =>
  ["flat", "compound", "appos", "nmod", "nummod", "conj", "case", "fixed", "amod", "goeswith", "advmod", "obl", "list"].includes(
    relation.split(":")[0],
  );

/** Right end of a dependent noun, itself without comma-bounded clauses. */
function nominalEnd(syntax: Syntax, word: number): number {
  const { last } = nounPhrase(syntax, word);
  return Math.max(last, word);
}

/** Leaves commas and dashes at the edges outside. */
export function trimmed(doc: Doc, { first, last }: WordRange): WordRange {
  let from = first;
  let to = last;
  while (to > from && uposOf(doc, to) === "PUNCT" && !/[)\]"”’']/.test(formOf(doc, to))) to--;
  while (from < to && uposOf(doc, from) === "PUNCT" && !/[([“"‘]/.test(formOf(doc, from))) from++;
  return { first: from, last: Math.max(from, to) };
}

/** Whether a word's subtree stands behind a comma, which the tree may hang inside or outside of it. */
export const isBehindComma = ({ doc, left }: Syntax, word: number): boolean =>
  formOf(doc, left[word]) === "," || (left[word] > 0 && formOf(doc, left[word] - 1) === ",");
