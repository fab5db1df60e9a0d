import { baseRelOf, formOf, lemmaOf, sentenceOf, uposOf, type WordRange, xposOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents, nounPhrase, trimmed } from "../syntax.js";
import { conditionOf } from "./condition.js";
import { sideOf } from "./holder.js";
import { isKind, type StanceRow } from "./vocabulary.js";

/** What a position is about. */
export interface Issue extends WordRange {
  /** The verb or noun that heads it. */
  readonly head: number;
  /** Referent that it is aimed at, as far as its own clause tells; -1 for none. */
  readonly toward: number;
}

const CLAUSES = new Set(["xcomp", "ccomp"]);
const AIMED = new Set(["against", "at", "from", "of", "to", "toward", "towards", "with"]);

/**
 * What a stance word is about: its infinitive or that-clause, its object, or what stands behind a preposition that it governs; null where its clause
 * holds none. In "urged Oslo to wait" Oslo is whom it is aimed at.
 */
export function issueOf(reading: Reading, referents: Referents, word: number, row: StanceRow): Issue | null {
  const { doc, syntax } = reading;
  const parts = row.word.split(" ");
  const preposition = parts.length > 1 ? parts[parts.length - 1] : null;
  const governs = new Set([...row.governs, ...(preposition === null ? [] : [preposition])]);
  let [clause, object, given, governed, aim, inner] = [-1, -1, -1, -1, -1, -1];
  const condition = conditionOf(reading, [word]);
  for (const i of dependents(syntax, word)) {
    // "offered guards on condition that the bloc paid": what it hangs on is not what it is about.
    if (i < word || (condition !== null && condition.first <= i && i <= condition.last)) continue;
    const relation = baseRelOf(doc, i);
    const marker = caseOf(syntax, i);
    const isClause =
      CLAUSES.has(relation) ||
      ((relation === "advcl" || relation === "acl") && (marker === "to" || marker === "that" || governs.has(marker ?? "")));
    if (isClause) clause = clause < 0 ? i : clause;
    else if (relation === "iobj") given = i;
    else if (relation === "obj") object = object < 0 ? i : object;
    else if (relation === "obl" || relation === "nmod") {
      if (marker !== null && governs.has(marker)) governed = governed < 0 ? i : governed;
      else if (marker !== null && AIMED.has(marker)) aim = aim < 0 ? i : aim;
    }
  }
  // "accused ships of ramming": to some trees the charge hangs on the accused.
  if (row.object === "person" && object >= 0) {
    inner =
      dependents(syntax, object).find(
        (i) => i > object && ["acl", "nmod"].includes(baseRelOf(doc, i)) && governs.has(caseOf(syntax, i) ?? ""),
      ) ?? -1;
    if (inner >= 0 && baseRelOf(doc, inner) === "acl") clause = inner;
    else if (inner >= 0) governed = governed < 0 ? inner : governed;
  }
  const toSide = (i: number): number => sideOf(reading, referents, i);
  if (row.object === "person") {
    const whom = object >= 0 ? object : given >= 0 ? given : preposition === null ? -1 : governed;
    if (clause >= 0) return { ...clauseIssue(reading, referents, clause), ...(toSide(whom) >= 0 ? { toward: toSide(whom) } : {}) };
    if (governed >= 0 && governed !== whom) return nounIssue(reading, governed, toSide(whom));
    return whom >= 0 && toSide(whom) < 0 && uposOf(doc, whom) === "NOUN" ? nounIssue(reading, whom, -1) : null;
  }
  if (clause >= 0 && (object < 0 || toSide(object) >= 0)) {
    const issue = clauseIssue(reading, referents, clause);
    const toward = toSide(object >= 0 ? object : given >= 0 ? given : aim);
    return toward >= 0 ? { ...issue, toward } : issue;
  }
  if (object >= 0 && uposOf(doc, object) !== "PRON") {
    const issue = nounIssue(reading, object, toSide(given >= 0 ? given : aim));
    const ask = isKind(reading.knowledge.lexicon, lemmaOf(doc, object), "ask");
    // "rejected a demand on Tuesday to halt …": what is asked for belongs to the issue, wherever the tree hangs it.
    return ask && clause > object ? { ...issue, last: Math.max(issue.last, cut(reading, clause, syntax.right[clause])) } : issue;
  }
  return governed >= 0 ? nounIssue(reading, governed, toSide(aim)) : null;
}

/** Prepositions of a phrase that says what a noun is about, though the tree hangs it on the verb: "want a war over slab". */
const ABOUT = new Set(["about", "against", "between", "for", "into", "of", "on", "over"]);

/**
 * A noun phrase as an issue, without the "any" that opens it only for grammar's sake. It is aimed at whose it is, if the clause names nobody else:
 * "rejects Washington's demand".
 */
export function nounIssue(reading: Reading, head: number, toward: number): Issue {
  const { doc, syntax } = reading;
  const range = nounPhrase(syntax, head);
  let { first } = range;
  while (first < head && ["any", "no", "all"].includes(formOf(doc, first).toLowerCase())) first++;
  let last = range.last;
  for (const i of doc.head[head] >= 0 ? dependents(syntax, doc.head[head]) : []) {
    if (i > last && syntax.left[i] === last + 1 && baseRelOf(doc, i) === "obl" && ABOUT.has(caseOf(syntax, i) ?? "") && !isTime(reading, i))
      last = syntax.right[i];
  }
  return { first, last: cut(reading, head, last), head, toward };
}

const isTime = ({ doc, knowledge: { lexicon } }: Reading, word: number): boolean =>
  lexicon.timesNames.has(formOf(doc, word)) || lexicon.timesUnits.has(lemmaOf(doc, word)) || uposOf(doc, word) === "NUM";

/** "to roll back X", "that Türkiye put an end to X": the words from the verb on, and whoever would do it; without a doer the whole clause. */
export function clauseIssue(reading: Reading, referents: Referents, head: number): Issue {
  const { doc, syntax } = reading;
  const subject = dependents(syntax, head).find((i) => ["nsubj", "csubj"].includes(baseRelOf(doc, i)) && i < head);
  const side = subject === undefined ? -1 : sideOf(reading, referents, subject);
  if (subject === undefined || side >= 0) return { ...verbPhrase(reading, head, subject ?? -1), toward: side };
  const last = cut(reading, head, syntax.right[head]);
  let first = syntax.left[head];
  while (first < head && (baseRelOf(doc, first) === "mark" || uposOf(doc, first) === "PUNCT" || uposOf(doc, first) === "CCONJ")) first++;
  return { ...trimmed(doc, { first, last }), head, toward: -1 };
}

/** The verb with what follows it, its auxiliaries and negation left out: "take lectures from anyone" of "would not take lectures from anyone". */
export function verbPhrase(reading: Reading, head: number, subject: number): Omit<Issue, "toward"> {
  const { doc, syntax } = reading;
  let first = head;
  for (const i of dependents(syntax, head)) {
    if (i >= head || i <= subject) continue;
    const relation = baseRelOf(doc, i);
    const helps = ["aux", "cop", "mark", "nsubj", "csubj", "punct", "cc", "expl"].includes(relation);
    const negates = relation === "advmod" || relation === "advcl" || relation === "discourse" || (relation === "obl" && i < head);
    if (!helps && !negates) first = Math.min(first, syntax.left[i]);
  }
  return { ...trimmed(doc, { first, last: cut(reading, head, syntax.right[head]) }), head };
}

/**
 * Where an issue ends that `head` heads: before another statement of its own ("… and rejects …") and before what a comma sets off, but for the items of
 * a list.
 */
function cut({ doc, syntax, knowledge }: Reading, head: number, last: number): number {
  for (let word = head + 1; word <= last; word++) {
    const relation = baseRelOf(doc, word);
    if (relation === "parataxis" || (relation === "conj" && isClause({ doc, syntax }, word)))
      return Math.max(head, Math.min(syntax.left[word], word) - 1);
    // "ramming after two ships collided": when it was is another clause.
    if (opensAdjunct({ doc, syntax, knowledge }, word) && word - head > 0) return trimmedEnd(doc, head, word - 1);
    // A quotation that ends, ends the phrase.
    if (/^["”]$/.test(formOf(doc, word)) && formOf(doc, word - 1) === ",") return Math.max(head, word - 2);
    if (formOf(doc, word) !== "," || word + 1 > last) continue;
    if (!isListComma({ doc, syntax }, word, last) && word - head > 0) return word - 1;
  }
  return last;
}

const trimmedEnd = (doc: Reading["doc"], head: number, last: number): number => {
  let end = last;
  while (end > head && uposOf(doc, end) === "PUNCT" && formOf(doc, end) !== ")") end--;
  return end;
};

/** A conjunction that opens a clause of time, cause or condition, not one that opens what is asked for ("that", "to"). */
function opensAdjunct({ doc, syntax, knowledge }: Pick<Reading, "doc" | "syntax" | "knowledge">, word: number): boolean {
  const form = formOf(doc, word).toLowerCase();
  const clause = doc.head[word];
  if (clause <= word || !["mark", "advmod"].includes(baseRelOf(doc, word)) || baseRelOf(doc, clause) !== "advcl") return false;
  const tells = dependents(syntax, clause).some((i) => ["nsubj", "csubj"].includes(baseRelOf(doc, i)));
  return tells && ADJUNCT.has(form) && !isKind(knowledge.lexicon, form, "condition");
}

const ADJUNCT = new Set(["after", "when", "while", "because", "as", "before", "since", "although", "though"]);

/** Whether a comma stands between items of a list: what follows up to "and" or "or" are nouns and what belongs to them. */
function isListComma({ doc, syntax }: Pick<Reading, "doc" | "syntax">, comma: number, last: number): boolean {
  const item = doc.head[comma];
  const isVerb = item >= 0 && uposOf(doc, item) === "VERB";
  if (item > comma && baseRelOf(doc, item) === "conj" && !(isVerb && formOf(doc, item).endsWith("ing"))) return true;
  for (let i = comma + 1; i <= last + LIST && i < doc.length && sentenceOf(doc, i) === sentenceOf(doc, comma); i++) {
    if (uposOf(doc, i) === "CCONJ") return i > comma + 1 || i === comma + 1 ? isNominalNext({ doc }, i) : false;
    if (!["NOUN", "PROPN", "ADJ", "NUM", "DET", "ADP", "PART"].includes(uposOf(doc, i)) && !/^[,-]$/.test(formOf(doc, i))) return false;
  }
  return dependents(syntax, comma).length > 0;
}

/** Words beyond the end of a phrase in which its list may go on. */
const LIST = 12;

/** Whether behind a conjunction a noun comes before any verb: "and risk reduction", not "and rejects". */
function isNominalNext({ doc }: Pick<Reading, "doc">, conjunction: number): boolean {
  for (let i = conjunction + 1; i < Math.min(doc.length, conjunction + 6); i++) {
    if (["NOUN", "PROPN"].includes(uposOf(doc, i))) return !/^(?:VBD|VBZ|MD)$/.test(i + 1 < doc.length ? xposOf(doc, i + 1) : "");
    if (!["ADJ", "DET", "NUM", "ADV"].includes(uposOf(doc, i))) return false;
  }
  return false;
}

const isClause = ({ doc, syntax }: Pick<Reading, "doc" | "syntax">, word: number): boolean =>
  dependents(syntax, word).some((i) => ["nsubj", "aux", "cop"].includes(baseRelOf(doc, i))) ||
  ["VBD", "VBZ", "VBP"].includes(xposOf(doc, word));

/**
 * By what an issue can be grouped with the like in other stories: lemmas of its nouns, verbs, adjectives and names, in small letters, each once and
 * sorted. "to halt NATO's expansion" and "the expansion of NATO be halted": "expansion halt nato". Two issues of one key may still be two.
 */
export function issueKey({ doc }: Reading, { first, last }: WordRange): string {
  const words = new Set<string>();
  for (let i = first; i <= last; i++) {
    const lemma = lemmaOf(doc, i).toLowerCase();
    if (["NOUN", "PROPN", "VERB", "ADJ", "NUM"].includes(uposOf(doc, i)) && /[\p{L}\p{N}]/u.test(lemma)) words.add(lemma);
  }
  return [...words].sort().join(" ");
}
