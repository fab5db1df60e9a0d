import { baseRelOf, formOf, sentenceOf, uposOf, wordsOf } from "../../language/index.js";
import type { Span } from "../../model/index.js";
import { quotationAround } from "../quotations.js";
import { dependents, nounPhrase, ownSubject, type Syntax } from "../syntax.js";
import type { Context } from "./content-context.js";
import type { CueCandidate } from "./cues/index.js";
import { tidy } from "./tidy.js";

/**
 * What stands before the cue's clause in its sentence, where the cue closes it: `"…," said Lee`, `The pact had failed, she added`.
 * Null where the cue has no such clause before it.
 */
export function inverted(context: Context, cue: CueCandidate, hasContent: boolean): Span | null {
  const { syntax, quotations } = context;
  const { doc } = syntax;
  if (!cue.frame.takes.has("quote") && !cue.frame.takes.has("clause")) return null;
  const clause = behindQuotation(context, cue) ?? clauseStartOf(context, cue);
  const { first } = wordsOf(doc, sentenceOf(doc, cue.word));
  if (clause <= first) return null;
  // The clause is closed by a comma, a dash or a quotation's end, and it hangs on what it closes, or nothing else can be its content.
  const joint = doc.text.slice(doc.start[Math.max(first, clause - 3)], doc.start[clause]);
  const closes = /[,?!—–]["”’'»]*\s*$|["”’»]\s*$/.test(joint);
  if (!closes) return null;
  const relation = baseRelOf(doc, cue.word);
  const quoted = /["”»]\s*$|[”"»],?\s*$/.test(joint);
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
      /[,?!.—]["”’'»]+$/.test(doc.text.slice(0, before).slice(-4))
    )
      return word;
  }
  return null;
}

/**
 * Whether a clause that the cue governs follows it: an infinitive, or a clause with its own subject behind the cue. "The port, she said, would reopen" is
 * none: its subject stands before.
 */
export const hasClauseBehind = (syntax: Syntax, cue: CueCandidate): boolean =>
  dependents(syntax, cue.word).some(
    (i) =>
      i > cue.word && (baseRelOf(syntax.doc, i) === "xcomp" || (baseRelOf(syntax.doc, i) === "ccomp" && ownSubject(syntax, i) > cue.word)),
  );

/** Leftmost word of the cue's own clause: its subject, auxiliaries and adverbs, whichever side the subject stands on. */
export function clauseStartOf({ syntax, nameAround }: Context, cue: CueCandidate): number {
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
export function resumed(context: Context, cue: CueCandidate, before: Span): Span | null {
  const { syntax, quotations } = context;
  const { doc } = syntax;
  const { last } = wordsOf(doc, sentenceOf(doc, cue.word));
  const clauseEnd = clauseEndOf(context, cue);
  if (clauseEnd + 1 >= last || formOf(doc, clauseEnd + 1) !== ",") return null;
  const next = clauseEnd + 2;
  const opening = quotations.find((q) => q.depth === 0 && q.start >= doc.start[clauseEnd + 1] && q.start <= doc.start[next]);
  const wasQuoted = /["”»]$/.test(doc.text.slice(before.start, before.end));
  // `"…," she said, "…"`, and `"…," she said, that …`.
  if (wasQuoted) return opening || formOf(doc, next).toLowerCase() === "that" ? tidy(context, next, last) : null;
  // "The pact, she added, had failed": what follows the interruption has a verb and no subject of its own.
  const interrupted = ownSubject(syntax, cue.word) >= 0 && !hasClauseBehind(syntax, cue) && ["AUX", "VERB"].includes(uposOf(doc, next));
  if (interrupted && !context.cueWords.has(next)) return tidy(context, next, last);
  const hangs =
    doc.head[cue.word] > next ||
    (doc.head[cue.word] >= 0 && syntax.right[doc.head[cue.word]] > next && baseRelOf(doc, cue.word) === "parataxis");
  return hangs && !context.cueWords.has(next) ? tidy(context, next, last) : null;
}

/** Rightmost word of the cue's own clause in an inverted sentence: subject, addressee, medium, but no clause of another verb. */
export function clauseEndOf({ syntax, nameAround }: Context, cue: CueCandidate): number {
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
