import { baseRelOf, type Doc, formOf, sentenceOf, uposOf, type WordRange, wordsOf, xposOf } from "../../language/index.js";
import { nameAround, type Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { nounPhrase } from "../syntax.js";

/** The words of a source as they are shown: the whole noun phrase nearest the cue, with its apposition (guidelines, `speaker_span`). */
export function sourcePhrase({ doc, syntax }: Reading, referents: Referents, head: number, cue: number): WordRange {
  const phrase = nounPhrase(syntax, head);
  const name = nameAround(referents, head);
  const whole = name ? { first: Math.min(phrase.first, name.first), last: Math.max(phrase.last, name.last) } : phrase;
  // "emergency calls saying that …": the clause of the cue is no part of its source.
  const beside =
    whole.first <= cue && cue <= whole.last && head < cue ? { first: whole.first, last: Math.max(head, syntax.left[cue] - 1) } : whole;
  const range = withTitle(doc, withoutAsides(doc, beside, head), head, cue);
  // A possessor is only the owner's name: "Washington" of "Washington's demand".
  let last = head < cue ? appositionBefore(doc, range.last, cue) : appositionBehind(doc, range.last);
  while (last > range.first && xposOf(doc, last) === "POS") last--;
  return { first: range.first, last };
}

/** "Oslo police chief Ane Lund said": the words before a name that the tree takes for the subject, the name being a part of them. */
function withTitle(doc: Doc, { first, last }: WordRange, head: number, cue: number): WordRange {
  let from = first;
  while (
    from > 0 &&
    sentenceOf(doc, from - 1) === sentenceOf(doc, first) &&
    ["DET", "ADJ", "NOUN", "PROPN"].includes(uposOf(doc, from - 1))
  )
    from--;
  for (let word = from; word < first; word++) {
    const isSubject = baseRelOf(doc, word) === "nsubj" && doc.head[word] === cue;
    if (isSubject || doc.head[head] === word) return { first: from, last };
  }
  return { first, last };
}

/**
 * "On Monday in Bern, Lund", "Lund, during a visit": what a tree hangs on the source beyond a comma tells of the occasion. What is apposed, or listed
 * with it, begins with neither a preposition nor a participle.
 */
function withoutAsides(doc: Doc, { first, last }: WordRange, head: number): WordRange {
  let from = first;
  for (let word = head - 1; word >= first; word--)
    if (/^[,“”"]$/.test(formOf(doc, word))) {
      from = word + 1;
      break;
    }
  for (let word = head + 1; word < last; word++)
    if (formOf(doc, word) === "," && (["ADP", "ADV", "SCONJ"].includes(uposOf(doc, word + 1)) || xposOf(doc, word + 1) === "VBG"))
      return { first: from, last: word - 1 };
  return { first: from, last };
}

/** Words of an apposition that the tree may hang elsewhere. */
const LONGEST_APPOSITION = 16;

/**
 * Last word of the apposition that stands between commas before the cue (`Ana Lund, a director and adviser at the bank, said`), whatever the tree makes of it;
 * of the phrase itself where a relative clause or a verb stands there.
 */
function appositionBefore(doc: Doc, last: number, cue: number): number {
  let end = cue - 1;
  while (end > last && ["AUX", "ADV", "PART"].includes(uposOf(doc, end))) end--;
  return formOf(doc, end) === "," ? appositionUpTo(doc, last, end) : last;
}

/** The same behind the cue (`said Ana Lund, a director at the bank.`): up to the next comma or the end of the sentence. */
function appositionBehind(doc: Doc, last: number): number {
  const end = wordsOf(doc, sentenceOf(doc, last)).last;
  let word = last + 2;
  while (word < end && word - last <= LONGEST_APPOSITION && formOf(doc, word) !== ",") word++;
  return uposOf(doc, word) === "PUNCT" ? appositionUpTo(doc, last, word) : last;
}

/** The word before `end` where an apposition between commas runs up to it, else `last`. */
function appositionUpTo(doc: Doc, last: number, end: number): number {
  if (end <= last + 2 || end - last > LONGEST_APPOSITION || formOf(doc, last + 1) !== ",") return last;
  for (let word = last + 2; word < end; word++)
    if (["VERB", "AUX", "SCONJ"].includes(uposOf(doc, word)) || ["WP", "WDT", "WP$", "WRB", "CD"].includes(xposOf(doc, word))) return last;
  return ["DET", "NOUN", "PROPN", "ADJ"].includes(uposOf(doc, last + 2)) ? end - 1 : last;
}
