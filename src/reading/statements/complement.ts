import { baseRelOf, formOf, lemmaOf, uposOf, xposOf } from "../../language/index.js";
import { carriesTense, caseOf, dependent, dependents, nounPhrase, ownSubject, type Syntax } from "../syntax.js";
import type { Content, Context } from "./content-context.js";
import { endOf } from "./continuation.js";
import type { CueCandidate } from "./cues/index.js";
import { extended } from "./extension.js";
import { isLicensed } from "./licence.js";
import { tidy } from "./tidy.js";

export function complementContent(context: Context, cue: CueCandidate): Omit<Content, "addressee"> | null {
  const { syntax, cueWords } = context;
  const { doc } = syntax;
  const licensed = dependents(syntax, cue.word).filter((i) => i > cue.word && isLicensed(syntax, cue, i) && !isOtherCue(context, cue, i));
  if (licensed.length === 0) {
    const stray = Math.max(strayThatClause(syntax, cue), strayClause(syntax, cue));
    if (stray >= 0) licensed.push(stray);
  }
  if (licensed.length === 0) return null;
  const needs = cue.frame.object === "both" && licensed.every((i) => ["obj", "iobj"].includes(baseRelOf(doc, i)));
  // "accused Oslo", "urged the minister": an actor alone is no content, but "urged restraint" is.
  if (needs && licensed.every((i) => uposOf(doc, i) === "PROPN" || uposOf(doc, i) === "PRON")) return null;

  const subject = misreadSubject(syntax, cue, licensed[0]);
  const first = subject >= 0 ? syntax.left[subject] : startOf(syntax, cue, licensed[0]);
  let last = endOf(context, cue, licensed[licensed.length - 1]);
  for (const i of dependents(syntax, cue.word)) {
    if (i <= licensed[0] || syntax.left[i] <= last) continue;
    const relation = baseRelOf(doc, i);
    if (relation === "punct" || relation === "conj" || relation === "parataxis" || cueWords.has(i)) {
      if (relation === "punct") continue;
      break;
    }
    const marker = caseOf(syntax, i);
    if ((relation === "advcl" && marker !== null && CONTENT_CLAUSES.has(marker)) || (relation === "obl" && licensed.includes(i)))
      last = syntax.right[i];
    else if (relation === "obl" && formOf(doc, syntax.left[i] - 1) !== ",") last = syntax.right[i];
    else break;
  }
  const span = tidy(context, first, extended(context, cue, last));
  return (
    span && { spans: [span], rule: `statements/${baseRelOf(doc, licensed[0])}`, confidence: confidenceOf(cue, baseRelOf(doc, licensed[0])) }
  );
}

/** Conjunctions of adverbial clauses that belong to what was said when they follow it: "…, if the bloc agrees". */
const CONTENT_CLAUSES = new Set([
  "if",
  "unless",
  "provided",
  "until",
  "because",
  "so",
  "since",
  "once",
  "provided that",
  "so that",
  "as long as",
  "on condition that",
  "should",
]);

/**
 * "warned Oslo would respond": a noun that the tree takes for whom it is said to, though a finite clause that lacks a subject follows at once. That
 * noun is the clause's subject, and nobody is addressed; -1 where it is not so.
 */
function misreadSubject(syntax: Syntax, cue: CueCandidate, clause: number): number {
  const { doc, left, right } = syntax;
  if (cue.frame.object === null || cue.frame.object === "content" || baseRelOf(doc, clause) !== "ccomp") return -1;
  const object = dependent(syntax, cue.word, "obj", "iobj");
  const follows = object >= 0 && object > cue.word && right[object] + 1 === left[clause];
  return follows && ownSubject(syntax, clause) < 0 && carriesTense(syntax, clause) ? object : -1;
}

/**
 * The clause of "told reporters that …" and "said Monday that …", where the tree hangs it on the audience or the day as if it told which: no
 * relative clause on those begins with "that" in news. -1 for none.
 */
function strayThatClause(syntax: Syntax, cue: CueCandidate): number {
  const { doc } = syntax;
  if (!cue.frame.takes.has("clause")) return -1;
  for (const between of dependents(syntax, cue.word)) {
    if (
      between < cue.word ||
      !["obj", "iobj", "obl"].includes(baseRelOf(doc, between)) ||
      (cue.frame.object === "content" && baseRelOf(doc, between) === "obj")
    )
      continue;
    const clause = dependents(syntax, between).find(
      (i) => baseRelOf(doc, i) === "acl" && i > between && formOf(doc, syntax.left[i]).toLowerCase() === "that",
    );
    if (clause !== undefined) return clause;
  }
  return -1;
}

/**
 * "said the tanker had left": the head of a clause that the tree takes for a thing, with its verb as what describes it. What is only ever said is a clause, so
 * that a noun behind such a verb, with a verb in the past or present beside it and no relative pronoun, is one. -1 for none.
 */
function strayClause(syntax: Syntax, { word: cue, frame }: CueCandidate): number {
  const { doc, left, right } = syntax;
  if (!frame.takes.has("clause") || frame.class !== "speech" || frame.object !== null) return -1;
  const object = dependents(syntax, cue).find((i) => i > cue && baseRelOf(doc, i) === "obj");
  if (object === undefined) return -1;
  let finite = false;
  for (let i = left[object]; i <= right[object]; i++) {
    if (["WDT", "WP", "WP$", "WRB"].includes(xposOf(doc, i))) return -1;
    finite ||= uposOf(doc, i) === "VERB" && carriesTense(syntax, i);
  }
  return finite ? object : -1;
}

const confidenceOf = (cue: CueCandidate, relation: string): number => {
  const base = relation === "ccomp" || relation === "xcomp" ? 0.85 : relation === "obj" ? 0.7 : 0.65;
  return cue.frame.class === "attitude" ? base - 0.15 : base;
};

/** Whether a licensed dependent is itself a cue that hangs loosely: "…, saying", "…, adding". */
function isOtherCue({ syntax, cueWords }: Context, cue: CueCandidate, word: number): boolean {
  const { doc } = syntax;
  if (!cueWords.has(word)) return false;
  const relation = baseRelOf(doc, word);
  if (relation === "advcl" && caseOf(syntax, word) === null) return true;
  return relation === "parataxis" && cue.word < word;
}

/** Where the content of a licensed dependent begins: behind a preposition that the cue governs, with "that" and with "to". */
function startOf(syntax: Syntax, cue: CueCandidate, word: number): number {
  const { doc, left } = syntax;
  const relation = baseRelOf(doc, word);
  const first = left[word];
  const governs = relation === "obl" || (relation === "advcl" && caseOf(syntax, word) !== "to");
  if (governs && cue.frame.takes.has(caseOf(syntax, word) ?? "") && cue.frame.object !== "both") {
    const marker = dependents(syntax, word).find((i) => ["case", "mark"].includes(baseRelOf(doc, i)) && i < word);
    if (marker !== undefined && left[word] === marker) return marker + 1;
  }
  const from = Math.max(first, cue.word + 1);
  return relation === "ccomp" ? behindLead(syntax, from, word) : from;
}

/**
 * "said Monday that …", "said in Bern that …": the tree may take the day or place for a part of the clause; the clause begins with its "that", if
 * no verb stands before that.
 */
function behindLead(syntax: Syntax, from: number, head: number): number {
  const { doc } = syntax;
  for (let word = from; word < Math.min(head, from + 7); word++) {
    if (formOf(doc, word).toLowerCase() === "that" && (xposOf(doc, word) === "IN" || baseRelOf(doc, word) === "mark")) return word;
    if (["VERB", "AUX", "SCONJ"].includes(uposOf(doc, word))) return from;
  }
  return from;
}

/** "Brazil had been offered a quota", "is believed to have fled": the subject is part of what is said, with what follows. */
export function passiveContent(context: Context, cue: CueCandidate): Omit<Content, "addressee"> | null {
  const { syntax } = context;
  const { doc } = syntax;
  const subject = dependent(syntax, cue.word, "nsubj", "csubj");
  const complements = dependents(syntax, cue.word).filter(
    (i) => i > cue.word && (["ccomp", "xcomp", "obj"].includes(baseRelOf(doc, i)) || isLicensed(syntax, cue, i)) && !isAgent(syntax, i),
  );
  if (complements.length === 0) return null;
  const rest = tidy(context, startOf(syntax, cue, complements[0]), endOf(context, cue, complements[complements.length - 1]));
  if (!rest) return null;
  const asClause = lemmaOf(doc, cue.word) === "quote";
  if (subject >= 0 && baseRelOf(doc, complements[0]) === "xcomp" && !asClause && cue.frame.object !== "addressee") {
    const { first, last } = nounPhrase(syntax, subject);
    const lead = tidy(context, first, last);
    if (lead && lead.end <= rest.start) return { spans: [lead, rest], rule: "statements/passive", confidence: 0.55 };
  }
  return { spans: [rest], rule: "statements/passive", confidence: 0.6 };
}

const isAgent = (syntax: Syntax, word: number): boolean => baseRelOf(syntax.doc, word) === "obl" && caseOf(syntax, word) === "by";

/** Who is spoken to: the object of "tell" and "ask". Never the accused, whose verb takes no clause; -1 for none. */
export function addresseeOf(syntax: Syntax, cue: CueCandidate): number {
  const { object, takes } = cue.frame;
  if (object !== "addressee" && !(object === "both" && takes.has("inf"))) return -1;
  if (cue.passive) return dependent(syntax, cue.word, "nsubj");
  const spokenTo = dependent(syntax, cue.word, "obj", "iobj");
  return dependents(syntax, cue.word).some((i) => i > spokenTo && misreadSubject(syntax, cue, i) >= 0) ? -1 : spokenTo;
}
