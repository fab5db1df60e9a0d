import { baseRelOf, formOf, lemmaOf, sentenceOf, uposOf, type WordRange, wordsOf, xposOf } from "../../language/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import { overlaps, type Span } from "../../model/index.js";
import { type Quotation, quotationAround } from "../quotations.js";
import { auxiliaries, carriesTense, caseOf, dependent, dependents, isBehindComma, nounPhrase, ownSubject, type Syntax } from "../syntax.js";
import type { CueCandidate } from "./cues.js";

/** What a cue attributes: its pieces, in text order, and the rule that found them. */
export interface Content {
  readonly spans: readonly Span[];
  readonly rule: string;
  /** Direct object that the words are addressed to; -1 for none. */
  readonly addressee: number;
  readonly confidence: number;
}

export interface Context {
  readonly syntax: Syntax;
  readonly quotations: readonly Quotation[];
  /** Words that are a cue of their own, so that their clauses are not swallowed by another cue's content. */
  readonly cueWords: ReadonlySet<number>;
  readonly lexicon: Lexicon;
  /** Title and name of the person that a word belongs to; null where it belongs to none. */
  readonly nameAround: (word: number) => WordRange | null;
}

/**
 * Content of a cue, or null where there is none ("told a different story"). Tries, in this order: the dependents that the cue's frame
 * licenses; words before the cue that it closes (`"…," she said`, `The ceasefire had failed, he added`); a quotation that touches it.
 */
export function contentOf(context: Context, cue: CueCandidate): Content | null {
  if (cue.kind === "phrase") return phraseContent(context, cue);
  if (cue.kind === "noun") return nounContent(context, cue);
  return verbContent(context, cue);
}

// --- verbs ---

function verbContent(context: Context, cue: CueCandidate): Content | null {
  const { syntax } = context;
  const addressee = addresseeOf(syntax, cue);
  const after = cue.passive ? passiveContent(context, cue) : complementContent(context, cue);
  const quoted = quotedBehind(context, cue);
  const hasContent = after !== null && (after.rule !== "statements/ccomp" || hasClauseBehind(context.syntax, cue));
  const closed = inverted(context, cue, hasContent);
  // A clause behind the cue is its content, unless what stands before is a whole sentence in quotation marks.
  const governs =
    after?.rule === "statements/ccomp" && hasClauseBehind(context.syntax, cue) && !(closed && isWholeQuotation(context, closed));
  const before = governs ? null : closed;
  if (quoted && !after?.spans.some((span) => overlaps(span, quoted))) {
    // "A," he said, "B" is one statement; `…, he warned: "B"` says B, whatever stands before.
    const both =
      before !== null && /["”’']$/.test(context.syntax.doc.text.slice(before.start, before.end)) && !isBehindColon(context, quoted);
    return { spans: both ? [before, quoted] : [quoted], rule: "statements/quoted", addressee, confidence: 0.9 };
  }
  if (before) {
    // "A," he said, "B": what follows the interruption belongs to the same sentence.
    const rest = resumed(context, cue, before);
    return { spans: rest ? [before, rest] : [before], rule: "statements/inverted", addressee, confidence: 0.9 };
  }
  if (after) return { ...after, addressee };
  return null;
}

const isWholeQuotation = ({ syntax: { doc }, quotations }: Context, span: Span): boolean =>
  quotations.some((q) => q.start <= span.start && span.end <= q.end && isWholeClause(doc.text, q));

const isBehindColon = ({ syntax: { doc } }: Context, { start }: Span): boolean =>
  /:\s*$/.test(doc.text.slice(Math.max(0, start - 3), start));

/** Words that may stand between a cue and the quotation it opens: whom it is told, where, when. */
const LONGEST_LEAD = 14;

/**
 * A quotation that the cue opens: behind a comma or colon, or directly behind the cue (`said: "…"`, `told reporters in Bern, "…"`). Mechanical, since
 * the words inside marks lead trees astray.
 */
function quotedBehind({ syntax, quotations, cueWords }: Context, cue: CueCandidate): Span | null {
  const { doc } = syntax;
  if (!cue.frame.takes.has("quote")) return null;
  const from = Math.max(...cue.words);
  const around = quotationAround(quotations, { start: doc.start[from], end: doc.end[from] });
  const depth = around === null ? 0 : around.depth + 1;
  const quotation = quotations.find((q) => q.depth === depth && q.start >= doc.end[from] && (around === null || q.end <= around.end));
  if (!quotation) return null;
  const lead = doc.text.slice(doc.end[from], quotation.start);
  if (lead.includes("\n") || /[.!?;]\s/.test(lead.replace(/\b\p{L}\.\s/gu, ""))) return null;
  if (/^\s*[:,]?\s*$/.test(lead)) return isWholeClause(doc.text, quotation) ? { start: quotation.start, end: quotation.end } : null;
  if (!/[:,]\s*$/.test(lead) || lead.split(/\s+/).length > LONGEST_LEAD || !isWholeClause(doc.text, quotation)) return null;
  for (let word = from + 1; word < doc.length && doc.start[word] < quotation.start; word++) if (cueWords.has(word)) return null;
  return { start: quotation.start, end: quotation.end };
}

/** Whether a quotation begins as a sentence does and is more than a few words: no mere term or fragment. */
const isWholeClause = (text: string, { start, end }: Span): boolean => {
  const words = text.slice(start, end).replace(/^["“”„«»'‘`]+/, "");
  return /^[\p{Lu}\p{N}…]/u.test(words) && (words.split(/\s+/).length > 3 || /[.!?]["”’']*$/.test(words));
};

/** Relations of a clause or phrase that a frame may license as content. */
function isLicensed(syntax: Syntax, cue: CueCandidate, word: number): boolean {
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

function complementContent(context: Context, cue: CueCandidate): Omit<Content, "addressee"> | null {
  const { syntax, cueWords } = context;
  const { doc } = syntax;
  const licensed = dependents(syntax, cue.word).filter((i) => i > cue.word && isLicensed(syntax, cue, i) && !isOtherCue(context, cue, i));
  if (licensed.length === 0) {
    const stray = strayThatClause(syntax, cue);
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

/** Conjunctions that open a condition, by their first word and, where that alone is not enough, their second. */
const CONDITIONS: ReadonlyMap<string, ReadonlySet<string> | null> = new Map([
  ["if", null],
  ["unless", null],
  ["provided", null],
  ["until", null],
  ["on", new Set(["condition"])],
  ["so", new Set(["long"])],
  ["as", new Set(["long"])],
]);

/**
 * Carries content on over what belongs to it but hangs elsewhere in a doubtful tree: a condition ("…, provided that no grain is unloaded"),
 * and the judgement of "dismissed the figures as fantasy". To the end of the sentence, or to the next cue.
 */
function extended({ syntax, cueWords }: Context, cue: CueCandidate, last: number): number {
  const { doc } = syntax;
  const end = wordsOf(doc, sentenceOf(doc, cue.word)).last;
  const next = formOf(doc, last + 1) === "," ? last + 2 : last + 1;
  if (next >= end) return last;
  const form = formOf(doc, next).toLowerCase();
  const second = CONDITIONS.get(form);
  const isCondition = second === null || second?.has(formOf(doc, next + 1).toLowerCase());
  const isJudgement = form === "as" && cue.frame.takes.has("as") && next === last + 1;
  if (!isCondition && !isJudgement && !goesOn(syntax, next)) return last;
  let to = next;
  while (to < end && !(to > next && (cueWords.has(to) || (isJudgement && formOf(doc, to) === ",")))) to++;
  // A cue at the far end brings its comma or conjunction along: that is not part of the condition.
  return cueWords.has(to) ? last : isJudgement && formOf(doc, to) === "," ? to - 1 : to;
}

/**
 * Whether a conjunction carries on a reported clause: "…, and that …", "…, or whether …", or a verb group without a subject whose auxiliary shows
 * that it is no act of the source's ("…, but would sign nothing").
 */
function goesOn({ doc }: Syntax, conjunction: number): boolean {
  if (!["and", "or", "but", "nor"].includes(formOf(doc, conjunction).toLowerCase())) return false;
  const next = formOf(doc, conjunction + 1).toLowerCase();
  return next === "that" ? xposOf(doc, conjunction + 1) === "IN" : next === "whether" || xposOf(doc, conjunction + 1) === "MD";
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

/**
 * Right end of a licensed dependent's subtree, cut where another cue of the same source begins: a participle behind a comma ("…, saying …"), or a
 * verb that is coordinated with the cue though the tree hangs it on what was said ("says it has no plans and rejects …").
 */
function endOf(context: Context, cue: CueCandidate, word: number): number {
  const next = continuedBy(context, cue, word);
  return next < 0 ? context.syntax.right[word] : context.syntax.left[next] - 1;
}

/** The first cue under a licensed dependent that continues the outer cue rather than its content; -1 for none. */
function continuedBy(context: Context, cue: CueCandidate, word: number): number {
  const { syntax, cueWords } = context;
  const { doc } = syntax;
  for (let i = word + 1; i <= syntax.right[word]; i++) {
    if (!cueWords.has(i)) continue;
    const relation = baseRelOf(doc, i);
    if (relation === "advcl" && xposOf(doc, i) === "VBG" && caseOf(syntax, i) === null && isBehindComma(syntax, i)) return i;
    if (relation === "conj" && ownSubject(syntax, i) < 0 && sharesSource(context, cue, word, i)) return i;
    // "blamed each other …, even as Oslo promised": the story sets two acts side by side.
    if (relation === "advcl" && ownSubject(syntax, i) >= 0 && SIDE_BY_SIDE.has(caseOf(syntax, i) ?? "") && isBehindComma(syntax, i))
      return i;
  }
  return -1;
}

const SIDE_BY_SIDE = new Set(["as", "while", "whereas", "though", "although"]);

/**
 * Cues that continue another though the tree hangs them on its content, with the source of that other: in "Oslo says it has no plans to leave and rejects
 * the claim" it is Oslo who rejects.
 */
export function continuations(context: Context, cues: readonly CueCandidate[]): ReadonlyMap<number, number> {
  const sources = new Map<number, number>();
  for (const cue of cues) {
    if (cue.kind !== "verb" || cue.passive || cue.source < 0) continue;
    for (const i of dependents(context.syntax, cue.word)) {
      const next = i > cue.word && isLicensed(context.syntax, cue, i) ? continuedBy(context, cue, i) : -1;
      if (next >= 0 && ownSubject(context.syntax, next) < 0) sources.set(next, sources.get(cue.word) ?? cue.source);
    }
  }
  return sources;
}

/**
 * Whether a coordinated cue continues the outer cue rather than its content: it has the outer one's form and the content's verb has not, or the
 * content's subject is a pronoun, which then means the source, or a thing, which cannot speak.
 */
function sharesSource({ syntax, lexicon }: Context, cue: CueCandidate, content: number, other: number): boolean {
  const { doc } = syntax;
  const tense = xposOf(doc, other);
  if (xposOf(doc, cue.word) !== tense) return false;
  const joined = doc.head[other];
  if (xposOf(doc, joined) !== tense && uposOf(doc, joined) === "VERB" && auxiliaries(syntax, joined).length === 0) return true;
  const subject = ownSubject(syntax, content);
  if (subject < 0 || uposOf(doc, subject) === "PROPN") return false;
  if (uposOf(doc, subject) === "PRON") return true;
  const form = formOf(doc, subject).toLowerCase();
  const lemma = lemmaOf(doc, subject);
  return !lexicon.roleNouns.has(lemma) && !lexicon.bodyNouns.has(lemma) && !lexicon.groupNouns.has(form);
}

/** "Brazil had been offered a quota", "is believed to have fled": the subject is part of what is said, with what follows. */
function passiveContent(context: Context, cue: CueCandidate): Omit<Content, "addressee"> | null {
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
function addresseeOf(syntax: Syntax, cue: CueCandidate): number {
  const { object, takes } = cue.frame;
  if (object !== "addressee" && !(object === "both" && takes.has("inf"))) return -1;
  if (cue.passive) return dependent(syntax, cue.word, "nsubj");
  const spokenTo = dependent(syntax, cue.word, "obj", "iobj");
  return dependents(syntax, cue.word).some((i) => i > spokenTo && misreadSubject(syntax, cue, i) >= 0) ? -1 : spokenTo;
}

/**
 * What stands before the cue's clause in its sentence, where the cue closes it: `"…," said Lee`, `The pact had failed, she added`.
 * Null where the cue has no such clause before it.
 */
function inverted(context: Context, cue: CueCandidate, hasContent: boolean): Span | null {
  const { syntax, quotations } = context;
  const { doc } = syntax;
  if (!cue.frame.takes.has("quote") && !cue.frame.takes.has("clause")) return null;
  const clause = behindQuotation(context, cue) ?? clauseStart(context, cue);
  const { first } = wordsOf(doc, sentenceOf(doc, cue.word));
  if (clause <= first) return null;
  // The clause is closed by a comma, a dash or a quotation's end, and it hangs on what it closes, or nothing else can be its content.
  const joint = doc.text.slice(doc.start[Math.max(first, clause - 3)], doc.start[clause]);
  const closes = /[,?!—–]["”’']*\s*$|["”’]\s*$/.test(joint);
  if (!closes) return null;
  const relation = baseRelOf(doc, cue.word);
  const quoted = /["”]\s*$|[”"],?\s*$/.test(joint);
  const { last } = wordsOf(doc, sentenceOf(doc, cue.word));
  // ", she added." at the end of a sentence: nothing but the words before it can be what she added.
  const end = clauseEndOf(context, cue);
  const closing =
    cue.kind === "verb" &&
    ownSubject(syntax, cue.word) >= 0 &&
    /,\s*$/.test(joint) &&
    (end >= last || (end + 1 === last && uposOf(doc, last) === "PUNCT"));
  const medial =
    cue.kind === "verb" &&
    ownSubject(syntax, cue.word) >= 0 &&
    /,\s*$/.test(joint) &&
    end + 1 < last &&
    formOf(doc, end + 1) === "," &&
    !hasClauseBehind(syntax, cue);
  const head = doc.head[cue.word];
  const hangs = relation === "parataxis" && head >= 0 && head < clause;
  const governs = dependents(syntax, cue.word).some(
    (i) => i < clause && ["ccomp", "parataxis", "dep", "obj"].includes(baseRelOf(doc, i)) && syntax.right[i] < clause,
  );
  // Where words behind the cue may be its content, its place alone says nothing of those before it.
  if (!quoted && !hangs && !governs && (hasContent || !(closing || medial))) return null;
  if (!quoted && quotationAround(quotations, { start: doc.start[cue.word], end: doc.end[cue.word] })) return null;
  return tidy(context, contentStart(context, first, clause, cue), clause - 1);
}

/** Words that source and cue may have between a quotation and the verb that closes it. */
const LONGEST_CLAUSE = 30;

/**
 * The first word behind a quotation that ends before the cue in its sentence, with no other cue between: there the cue's clause begins, however long
 * its source is (`"…," its spokesman, Commodore Ebo Lund, told a radio station`). Null where there is none.
 */
function behindQuotation({ syntax: { doc }, quotations, cueWords }: Context, cue: CueCandidate): number | null {
  const { first } = wordsOf(doc, sentenceOf(doc, cue.word));
  for (let word = cue.word; word > first && cue.word - word < LONGEST_CLAUSE; word--) {
    if (cueWords.has(word) && word !== cue.word) return null;
    const before = doc.end[word - 1];
    if (
      quotations.some((q) => q.end === before && q.closed && q.end - q.start > 12) &&
      /[,?!.—]["”’']+$/.test(doc.text.slice(0, before).slice(-4))
    )
      return word;
  }
  return null;
}

/**
 * Whether a clause that the cue governs follows it: an infinitive, or a clause with its own subject behind the cue. "The port, she said, would reopen" is
 * none: its subject stands before.
 */
const hasClauseBehind = (syntax: Syntax, cue: CueCandidate): boolean =>
  dependents(syntax, cue.word).some(
    (i) =>
      i > cue.word && (baseRelOf(syntax.doc, i) === "xcomp" || (baseRelOf(syntax.doc, i) === "ccomp" && ownSubject(syntax, i) > cue.word)),
  );

/** Leftmost word of the cue's own clause: its subject, auxiliaries and adverbs, whichever side the subject stands on. */
function clauseStart({ syntax, nameAround }: Context, cue: CueCandidate): number {
  const { doc } = syntax;
  let first = Math.min(...cue.words);
  if (cue.source >= 0 && cue.source < cue.word)
    first = Math.min(first, nameAround(cue.source)?.first ?? first, nounPhrase(syntax, cue.source).first);
  for (const i of dependents(syntax, cue.word)) {
    if (i > cue.word) continue;
    const relation = baseRelOf(doc, i);
    if (relation === "aux") first = Math.min(first, i);
    if (relation === "advmod" && i === first - 1) first = i;
  }
  return first;
}

/**
 * Where content that precedes its cue begins: at the quotation that ends before the cue, if nothing but that stands before the cue, else
 * at the start of the sentence, or behind the clause of an earlier cue in it.
 */
function contentStart({ syntax, quotations, cueWords }: Context, first: number, clause: number, cue: CueCandidate): number {
  const { doc } = syntax;
  const quotation = quotations.findLast((q) => q.depth === 0 && q.end <= doc.start[clause] && q.end > doc.start[first]);
  if (quotation && quotation.start > doc.start[first]) {
    // `"A," he said. Then: but "B," she said`: only what is quoted, if the words before the quotation are another cue's.
    for (let i = first; i < clause && doc.start[i] < quotation.start; i++)
      if (cueWords.has(i) && i !== cue.word) return firstWordIn(syntax, quotation);
  }
  return first;
}

function firstWordIn({ doc }: Syntax, span: Span): number {
  let word = 0;
  while (word < doc.length && doc.start[word] < span.start) word++;
  return word;
}

/** What follows an interruption: `"A," he said, "B"` and `A, he said, B.`; null where the cue's clause closes the sentence. */
function resumed(context: Context, cue: CueCandidate, before: Span): Span | null {
  const { syntax, quotations } = context;
  const { doc } = syntax;
  const { last } = wordsOf(doc, sentenceOf(doc, cue.word));
  const clauseEnd = clauseEndOf(context, cue);
  if (clauseEnd + 1 >= last || formOf(doc, clauseEnd + 1) !== ",") return null;
  const next = clauseEnd + 2;
  const opening = quotations.find((q) => q.depth === 0 && q.start >= doc.start[clauseEnd + 1] && q.start <= doc.start[next]);
  const wasQuoted = /["”]$/.test(doc.text.slice(before.start, before.end));
  if (wasQuoted) return opening ? tidy(context, next, last) : null;
  // "The pact, she added, had failed": what follows the interruption has a verb and no subject of its own.
  const interrupted = ownSubject(syntax, cue.word) >= 0 && !hasClauseBehind(syntax, cue) && ["AUX", "VERB"].includes(uposOf(doc, next));
  if (interrupted && !context.cueWords.has(next)) return tidy(context, next, last);
  const hangs =
    doc.head[cue.word] > next ||
    (doc.head[cue.word] >= 0 && syntax.right[doc.head[cue.word]] > next && baseRelOf(doc, cue.word) === "parataxis");
  return hangs && !context.cueWords.has(next) ? tidy(context, next, last) : null;
}

/** Rightmost word of the cue's own clause in an inverted sentence: subject, addressee, medium, but no clause of another verb. */
function clauseEndOf({ syntax, nameAround }: Context, cue: CueCandidate): number {
  const { doc, right } = syntax;
  let last = Math.max(...cue.words);
  for (const i of dependents(syntax, cue.word)) {
    if (i < cue.word) continue;
    const relation = baseRelOf(doc, i);
    if (relation === "nsubj") last = Math.max(last, nameAround(i)?.last ?? 0, nounPhrase(syntax, i).last);
    else if (["obj", "iobj", "obl", "advmod", "compound"].includes(relation)) last = Math.max(last, right[i]);
    else if (relation !== "punct") break;
  }
  return last;
}

// --- nouns and phrases ---

function nounContent(context: Context, cue: CueCandidate): Content | null {
  const { syntax } = context;
  const { doc } = syntax;
  const head = doc.head[cue.word];
  const around = [...dependents(syntax, cue.word), ...(cue.words.length > 1 && head >= 0 ? dependents(syntax, head) : [])];
  const licensed = around.find((i) => {
    if (i < cue.word || i === cue.source) return false;
    const relation = baseRelOf(doc, i);
    const marker = caseOf(syntax, i);
    if (relation === "acl" || relation === "advcl" || relation === "ccomp" || relation === "xcomp") {
      if (marker === "to") return cue.frame.takes.has("inf");
      if (marker === "that") return cue.frame.takes.has("clause");
      return marker !== null && cue.frame.takes.has(marker);
    }
    return (relation === "nmod" || relation === "obl") && marker !== null && cue.frame.takes.has(marker);
  });
  if (licensed === undefined) return null;
  const marker = caseOf(syntax, licensed);
  const first = syntax.left[licensed] + (marker !== null && marker !== "to" && marker !== "that" ? 1 : 0);
  const span = tidy(context, first, syntax.right[licensed]);
  return span && { spans: [span], rule: "statements/noun", addressee: -1, confidence: 0.55 };
}

/** The rest of the sentence or clause that "according to X" stands in, on whichever sides of it. */
function phraseContent(context: Context, cue: CueCandidate): Content | null {
  const { syntax } = context;
  const { doc } = syntax;
  const { first, last } = wordsOf(doc, sentenceOf(doc, cue.word));
  const source = nounPhrase(syntax, cue.source);
  const named = context.nameAround(cue.source);
  const end = Math.max(source.last, named?.last ?? 0, ...cue.words, relativeEnd(syntax, cue.source));
  const before = cue.word > first ? tidy(context, first, cue.word - 1) : null;
  const after = end < last ? tidy(context, end + 1, last) : null;
  const spans = [before, after].filter((span): span is Span => span !== null && /[\p{L}\p{N}]/u.test(doc.text.slice(span.start, span.end)));
  return spans.length === 0 ? null : { spans, rule: "statements/phrase", addressee: -1, confidence: 0.8 };
}

/** End of a source's relative clause or participle ("a note seen by Reuters"), which is neither source nor content. */
function relativeEnd(syntax: Syntax, source: number): number {
  return Math.max(
    source,
    ...dependents(syntax, source)
      .filter((i) => i > source && baseRelOf(syntax.doc, i) === "acl")
      .map((i) => syntax.right[i]),
  );
}

// --- spans ---

/**
 * From words to the span of the guidelines: no joining comma or colon at the edges, no full stop behind indirect content, quotation marks
 * whole: a closing mark just behind the last word and the stop or comma inside it are taken in, an opening one just before the first as well.
 */
function tidy({ syntax, quotations }: Context, first: number, last: number): Span | null {
  const { doc } = syntax;
  if (first > last) return null;
  let start = doc.start[first];
  let end = doc.end[last];
  const text = doc.text;
  const closing = (): Quotation | undefined => quotations.find((q) => q.end === end && q.start >= start);
  for (;;) {
    if (end <= start) return null;
    const character = text[end - 1];
    if (/\s/.test(character) || (/[,;:.—–-]/.test(character) && !endsAbbreviation(syntax, end))) end--;
    else if (/["”’']/.test(character) && !closing() && quotations.every((q) => q.end !== end)) end--;
    else break;
  }
  while (start < end && /[\s,;:—–-]/.test(text[start])) start++;
  // Quotation marks that the words leave half outside.
  for (const { start: from, end: to, closed } of quotations) {
    if (!closed) continue;
    if (from >= start && from < end && to > end && /^[.,!?;\s]*["”’']+$/.test(text.slice(end, to))) end = to;
    if (to <= end && to > start && from < start && /^["“‘'”]+\s*$/.test(text.slice(from, start))) start = from;
  }
  return start < end ? { start, end } : null;
}

/** Whether the full stop before `end` belongs to a word ("the U.S."). */
function endsAbbreviation({ doc }: Syntax, end: number): boolean {
  let low = 0;
  let high = doc.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.end[middle] < end) low = middle + 1;
    else high = middle;
  }
  return low < doc.length && doc.end[low] === end && doc.end[low] - doc.start[low] > 1 && uposOf(doc, low) !== "PUNCT";
}
