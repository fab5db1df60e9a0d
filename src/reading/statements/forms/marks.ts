import { formOf, lemmaOf, sentenceOf, uposOf, type WordRange, wordAt, wordsOf } from "../../../language/index.js";
import type { Span } from "../../../model/index.js";
import type { Referents } from "../../actors/index.js";
import { quotationsOver } from "../../quotations.js";
import type { Reading } from "../../reading.js";
import { frameOf } from "../cues/cue.js";
import { isWholeClause } from "../opening.js";
import type { Form } from "./form.js";
import { headOfPhrase, voiceOf } from "./speaker.js";

/** Headlines that name their source beside a colon or dash: "Minister: talks to resume", "Talks to resume: minister", "'No choice' – Lund". */
export function headlineForms(reading: Reading, referents: Referents): Form[] {
  const { doc, headlines } = reading;
  return headlines.flatMap(({ start, end }): Form[] => {
    const first = wordAt(doc, start);
    let last = first;
    while (last + 1 < doc.length && doc.start[last + 1] < end) last++;
    const words = { first, last };
    const form =
      first < doc.length
        ? (sourceLast(reading, referents, words) ?? sourceFirst(reading, referents, words) ?? verbLast(reading, referents, words))
        : null;
    return form === null ? [] : [form];
  });
}

/** Words of a content at least, and of it where it stands before its source. */
const SHORTEST = 2;
const SHORTEST_BEFORE = 3;

function sourceFirst(reading: Reading, referents: Referents, { first, last }: WordRange): Form | null {
  const { doc } = reading;
  let mark = first + 1;
  while (mark < last && formOf(doc, mark) !== ":") mark++;
  if (last - mark < SHORTEST || formOf(doc, mark) !== ":") return null;
  return formWith(reading, referents, mark, { first, last: mark - 1 }, { first: mark + 1, last });
}

function sourceLast(reading: Reading, referents: Referents, { first, last }: WordRange): Form | null {
  const { doc } = reading;
  let mark = last - 1;
  while (mark > first && !isMark(reading, mark)) mark--;
  const source = { first: mark + 1, last };
  if (mark - first < SHORTEST_BEFORE || mark - first <= last - mark) return null;
  // "Port to close - The Tidende": a feed's own name is no source.
  const head = headOfPhrase(reading, source);
  if (head >= 0 && formOf(doc, mark) !== ":" && isOutlet(reading, referents, head)) return null;
  return formWith(reading, referents, mark, source, { first, last: mark - 1 });
}

/** "Troops near border, Kyiv warns": a verb of saying at the end that a tagger takes for a noun. */
function verbLast(reading: Reading, referents: Referents, { first, last }: WordRange): Form | null {
  const { doc, knowledge } = reading;
  const row = knowledge.lexicon.reportingVerbs.get(lemmaOf(doc, last));
  if (uposOf(doc, last) !== "NOUN" || !/^\p{Ll}+s$/u.test(formOf(doc, last)) || row?.class !== "speech" || !row.takes.includes("clause"))
    return null;
  let comma = last - 2;
  while (comma > first && formOf(doc, comma) !== ",") comma--;
  const source = { first: comma + 1, last: last - 1 };
  const head = headOfPhrase(reading, source);
  if (comma - first < SHORTEST_BEFORE || voiceOf(reading, referents, head) === "none") return null;
  const content = { start: doc.start[first], end: doc.end[comma - 1] };
  return { mark: last, label: source, source: head, content, rule: "statements/mark", confidence: 0.7, frame: frameOf(row) };
}

/** A colon, or a dash that stands between spaces. */
function isMark({ doc }: Reading, word: number): boolean {
  const form = formOf(doc, word);
  return form === ":" || (/^(?:[–—-]|--)$/.test(form) && doc.start[word] > doc.end[word - 1] && doc.start[word + 1] > doc.end[word]);
}

const isOutlet = ({ knowledge: { lexicon } }: Reading, { all, at }: Referents, head: number): boolean => {
  const name = at[head] >= 0 ? all[at[head]].name : null;
  return name !== null && lexicon.organizations.get(name)?.kind === "media";
};

function formWith(reading: Reading, referents: Referents, mark: number, source: WordRange, words: WordRange): Form | null {
  const { doc, quotations } = reading;
  const head = headOfPhrase(reading, source);
  const voice = voiceOf(reading, referents, head);
  const content = { start: doc.start[words.first], end: doc.end[words.last] };
  const isQuoted = quotationsOver(quotations, content).some(({ start, end }) => start === content.start || end === content.end);
  if (voice === "none" || (voice === "perhaps" && !isQuoted)) return null;
  return { mark, label: source, source: head, content, rule: "statements/mark", confidence: isQuoted ? 0.9 : 0.7 };
}

/** Words of a source before a colon, at most. */
const LONGEST_SOURCE = 8;

/** A source without a verb, a colon and its words in quotation marks: `Lund: “We had no choice.”`, `PORT STAYS SHUT - Ane Lund: “We had no choice.”` */
export function quotedForms(reading: Reading, referents: Referents): Form[] {
  const { doc } = reading;
  const found: Form[] = [];
  for (let mark = 1; mark + 1 < doc.length; mark++) {
    if (formOf(doc, mark) !== ":") continue;
    const quotation = quotedFrom(reading, doc.start[mark + 1]);
    if (quotation === null) continue;
    const start = wordsOf(doc, sentenceOf(doc, mark)).first;
    let first = mark;
    while (first > start && mark - first <= LONGEST_SOURCE && !/^(?:[–—-]|--|[:;.!?])$/.test(formOf(doc, first - 1))) first--;
    const source = { first, last: mark - 1 };
    const head = headOfPhrase(reading, source);
    if (head < 0 || voiceOf(reading, referents, head) === "none") continue;
    found.push({ mark, label: source, source: head, content: quotation, rule: "statements/mark", confidence: 0.9 });
  }
  return found;
}

/** The quotation of a whole clause that opens at a place in the text; null for none. */
function quotedFrom({ doc, quotations }: Reading, start: number): Span | null {
  const quotation = quotationsOver(quotations, { start, end: start + 1 }).find((one) => one.depth === 0 && one.start === start);
  return quotation !== undefined && isWholeClause(doc.text, quotation) ? { start, end: quotation.end } : null;
}
