import { formOf, lemmaOf, nameAt, sentenceOf, uposOf, wordsOf, xposOf } from "../../../language/index.js";
import type { Lexicon } from "../../../lexicon/index.js";
import { type Quotation, quotationAround } from "../../quotations.js";
import { ownSubject, type Syntax } from "../../syntax.js";
import type { Frame } from "./cue.js";
import { isTemporal } from "./temporal.js";

/**
 * `"…," said the minister of trade`: behind a quotation that ends just before the verb stands its subject, whatever the tree makes of it. Null where the
 * verb has a subject of its own or follows no quotation.
 */
export function behindQuotedVerb(syntax: Syntax, lexicon: Lexicon, quotations: readonly Quotation[], verb: number): number | null {
  const { doc } = syntax;
  const quotation = verb > 0 && verb + 1 < doc.length ? quotations.find(({ end }) => end === doc.end[verb - 1]) : undefined;
  const own = ownSubject(syntax, verb);
  const isQuoted = quotation !== undefined && own >= 0 && own < verb && doc.start[own] >= quotation.start;
  if (quotation === undefined || (own >= 0 && !isQuoted)) return null;
  // "said in Bern": a place, a time or a clause follows, and the subject stands before.
  if (!["DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"].includes(uposOf(doc, verb + 1))) return null;
  let last = verb;
  while (last + 1 < doc.length && last - verb < 12 && uposOf(doc, last + 1) !== "PUNCT" && uposOf(doc, last + 1) !== "VERB") last++;
  for (let word = verb + 1; word <= last; word++) {
    const nominal = ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word));
    if (nominal && (doc.head[word] <= verb || doc.head[word] > last))
      return isTemporal(syntax, lexicon, word) ? null : personInRun(syntax, lexicon, word);
  }
  return null;
}

/**
 * "said Oslo ally Ane Lund", "Oslo police chief Ane Lund said": the person's name that ends a run of nouns, where the tree takes the first noun for all of
 * it. The word itself where no name follows.
 */
export function personInRun(syntax: Syntax, lexicon: Lexicon, word: number): number {
  const { doc } = syntax;
  let person = word;
  const isRun = (next: number): boolean =>
    next < doc.length && ["NOUN", "PROPN", "ADJ"].includes(uposOf(doc, next)) && !isTemporal(syntax, lexicon, next);
  for (let next = word + 1; isRun(next); next++) if (nameAt(doc, next)?.kind === "PER" && doc.name[word] !== doc.name[next]) person = next;
  return person;
}

/**
 * `The port will reopen, says Lund.`: behind a comma, a verb that takes no object and the noun phrase that closes the sentence is its subject, whatever the tree
 * takes for it. Null elsewhere, and for what cannot speak.
 */
export function behindClosingVerb(syntax: Syntax, lexicon: Lexicon, frame: Frame, verb: number): number | null {
  const { doc } = syntax;
  const { first, last } = wordsOf(doc, sentenceOf(doc, verb));
  if (frame.object !== null || !frame.takes.has("clause") || verb - first < 3 || verb >= last || formOf(doc, verb - 1) !== ",") return null;
  if (!["VBZ", "VBD", "VBP"].includes(xposOf(doc, verb))) return null;
  let end = last;
  while (end > verb && uposOf(doc, end) === "PUNCT") end--;
  let head = -1;
  for (let word = verb + 1; word <= end; word++) {
    const tag = uposOf(doc, word);
    if (!["DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "PART", "NUM"].includes(tag) || isTemporal(syntax, lexicon, word)) return null;
    if (tag === "ADP" && head < 0) return null;
    if (["NOUN", "PROPN", "PRON"].includes(tag) && !(head >= 0 && uposOf(doc, head) === "PROPN" && tag === "NOUN")) head = word;
    if (tag === "ADP") break;
  }
  if (head < 0) return null;
  const lemma = lemmaOf(doc, head);
  const speaks =
    uposOf(doc, head) !== "NOUN" ||
    lexicon.roleNouns.has(lemma) ||
    lexicon.bodyNouns.has(lemma) ||
    lexicon.groupNouns.has(formOf(doc, head).toLowerCase());
  return speaks ? head : null;
}

/**
 * A verb outside of a quotation has its source outside of it: where the tree finds the subject among the quoted words (`"Not before May," Lund said`), the
 * noun beside the verb is it.
 */
export function outsideMarks(syntax: Syntax, quotations: readonly Quotation[], verb: number, source: number): number {
  const { doc } = syntax;
  const quotedApart = (word: number): boolean => {
    const around = quotationAround(quotations, { start: doc.start[word], end: doc.end[word] });
    return around !== null && !(around.start <= doc.start[verb] && doc.end[verb] <= around.end);
  };
  if (source < 0 || !quotedApart(source)) return source;
  const nominal = (word: number): boolean => ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word)) && !quotedApart(word);
  let before = verb - 1;
  while (before >= 0 && ["AUX", "ADV", "PART"].includes(uposOf(doc, before))) before--;
  // The comma that closes an apposition: `"…," its spokesman, Ebo Lund, said`.
  if (before > 0 && formOf(doc, before) === ",") before--;
  if (before >= 0 && nominal(before)) return before;
  for (let word = verb + 1; word < Math.min(doc.length, verb + 6) && uposOf(doc, word) !== "PUNCT"; word++) if (nominal(word)) return word;
  return -1;
}
