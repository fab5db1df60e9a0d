import { baseRelOf, deprelOf, formOf, lemmaOf, sentenceOf, uposOf, wordsOf, xposOf } from "../../language/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependent, dependents } from "../syntax.js";
import { designationAt, isTight } from "./numeral.js";
import { phraseAt, type Quantity } from "./quantity.js";
import { small, type Vocabulary } from "./vocabulary.js";

/** What is counted or measured. */
export interface Unit {
  /** In the words of the text, the counted noun first. */
  readonly words: string;
  /** The counted noun; -1 where it stands elsewhere. */
  readonly noun: number;
  /** Last word of the figure's span. */
  readonly last: number;
  readonly rule: "money" | "percent" | "measure" | "counted" | "share" | "fate" | "holder" | "carried";
  readonly confidence: number;
}

/** How many words behind a number its noun may stand: "two heavily armed Russian-made patrol boats". */
const REACH = 8;
const FINITE = new Set(["VBD", "VBZ", "VBP", "VB", "MD"]);

/** The unit that stands with a quantity; null where the text counts without naming what ("compared with 61"). */
export function unitOf(reading: Reading, quantity: Quantity, vocabulary: Vocabulary, isTime: (word: number) => boolean): Unit | null {
  const { doc } = reading;
  const { unit, unitKind, last, low } = quantity;
  if (unit !== null && unitKind !== null) {
    const of = unitKind === "mass" || unitKind === "volume" || unitKind === "area" ? ofPhrase(reading, last + 1, isTime) : null;
    const rate = rateAt(reading, (of?.last ?? last) + 1, vocabulary);
    const words = [unit, ...(of === null ? [] : [`of ${of.words}`]), ...(rate === null ? [] : [rate.words])].join(" ");
    const rule = unitKind === "money" ? "money" : unitKind === "percent" || unitKind === "point" ? "percent" : "measure";
    return { words, noun: of?.noun ?? last, last: rate?.last ?? of?.last ?? last, rule, confidence: 0.9 };
  }
  const noun = countedNoun(reading, quantity, isTime);
  const share = low.kind === "share";
  // Many of a noun in the singular is a name or a misreading: "10 Downing Street", "the seven member council".
  if (noun === null || !(noun.plural || share)) {
    if (share) return { words: "share", noun: -1, last, rule: "share", confidence: 0.6 };
    return fateAlone(reading, quantity, vocabulary);
  }
  const group = phraseAt(doc, noun.noun, vocabulary.units, 1)?.value.kind === "group" ? ofPhrase(reading, noun.noun + 1, isTime) : null;
  const rate = rateAt(reading, (group?.last ?? noun.noun) + 1, vocabulary);
  const fate = share ? null : fateOf(reading, noun.noun, vocabulary);
  const words = [
    ...(share ? ["share of"] : []),
    noun.words,
    ...(group === null ? [] : [`of ${group.words}`]),
    ...(fate === null ? [] : [fate]),
    ...(rate === null ? [] : [rate.words]),
  ].join(" ");
  return {
    words,
    noun: noun.noun,
    last: rate?.last ?? group?.last ?? noun.noun,
    rule: share ? "share" : "counted",
    confidence: 0.85,
  };
}

interface Noun {
  readonly words: string;
  readonly noun: number;
  readonly plural: boolean;
}

/** The noun that a number counts, to its right: "26 crew members", "two of its soldiers", "six Vietnamese fishing boats". */
function countedNoun(reading: Reading, { last, low, high }: Quantity, isTime: (word: number) => boolean): Noun | null {
  const { doc } = reading;
  const next = last + 1 < doc.length ? small(formOf(doc, last + 1)) : "";
  const share = low.kind === "share";
  const partitive = next === "of" || (next === "out" && small(formOf(doc, last + 2)) === "of");
  let from = last + 1;
  if (partitive) from = last + (next === "of" ? 2 : 3);
  else if (isTight(doc, last) && next === "-") return null;
  const noun = phraseFrom(reading, from, isTime, partitive || share);
  if (noun === null) return null;
  const one = low.value.digits === 1n && low.value.exponent === 0 && high === null && !partitive;
  return one ? { ...noun, plural: true } : noun;
}

/** The noun that ends the noun phrase beginning at a word, with the nouns and adjectives that belong to it, without names of its owner. */
function phraseFrom({ doc, knowledge }: Reading, from: number, isTime: (word: number) => boolean, articles: boolean): Noun | null {
  const { last: end } = wordsOf(doc, sentenceOf(doc, Math.min(from, doc.length - 1)));
  let noun = -1;
  let plural = -1;
  let named = -1;
  let first = from;
  for (let word = from; word <= Math.min(end, from + REACH); word++) {
    const upos = uposOf(doc, word);
    const form = small(formOf(doc, word));
    if (isTime(word)) break;
    const designated = designationAt(doc, word);
    if (designated >= 0) {
      if (plural >= 0) break;
      noun = designated;
      named = word;
      if (formOf(doc, designated).endsWith("s")) plural = designated;
      word = designated;
      continue;
    }
    if (upos === "NOUN" || upos === "PROPN") {
      if (noun >= 0 && noun < word - 1 && !isJoint(formOf(doc, word - 1))) break;
      // Behind a plural another noun goes on with it only as its head, "arms dealers": not "Greeks favour talks", whose verb is taken for a noun.
      if (plural >= 0 && doc.head[plural] !== word) break;
      noun = word;
      if (xposOf(doc, word) === "NNS" || xposOf(doc, word) === "NNPS" || isInvariant(form, knowledge.lexicon)) plural = word;
      continue;
    }
    if (xposOf(doc, word) === "POS") {
      first = word + 1;
      noun = -1;
      plural = -1;
      continue;
    }
    if (isJoint(form)) continue;
    if (noun >= 0) break;
    if (upos === "DET" || xposOf(doc, word) === "PRP$" || upos === "NUM") {
      // A determiner opens another phrase, unless the number has "of" before it or is the part of a whole: "half the votes".
      if (!articles && upos !== "NUM") break;
      first = word + 1;
      continue;
    }
    if (upos === "ADJ" || upos === "ADV" || (upos === "VERB" && !FINITE.has(xposOf(doc, word)) && doc.head[word] > word)) continue;
    if (
      (form === "," || form === "and" || form === "or") &&
      word > from &&
      uposOf(doc, word + 1) === "ADJ" &&
      doc.head[word + 1] > word + 1
    )
      continue;
    break;
  }
  const chosen = plural >= 0 ? plural : noun;
  if (chosen < 0) return null;
  // "Su-27s" is a word of its own: nothing before it describes it.
  const words = named >= 0 && chosen === named + 2 ? doc.text.slice(doc.start[named], doc.end[chosen]) : describe(doc, first, chosen);
  return { words, noun: chosen, plural: plural >= 0 };
}

const isJoint = (form: string): boolean => form === "-" || form === "–" || form === "/";

/** Nouns that count many without an -s: "aircraft", and plurals that a tagger takes for singular, "seamen". */
const isInvariant = (form: string, { figuresNouns }: Reading["knowledge"]["lexicon"]): boolean =>
  figuresNouns.has(`${form}\tinvariant`) || /(?:men|people|children)$/.test(form);

/** The counted noun with its nouns and adjectives in small letters: "fishing boats" of "Vietnamese fishing boats", "armed men". */
function describe(doc: Reading["doc"], first: number, noun: number): string {
  let from = noun;
  while (from > first && isDescription(doc, from - 1)) from--;
  while (from < noun && isJoint(formOf(doc, from))) from++;
  return doc.text.slice(doc.start[from], doc.end[noun]).replace(/\s+/g, " ");
}

const isDescription = (doc: Reading["doc"], word: number): boolean =>
  (uposOf(doc, word) === "NOUN" || uposOf(doc, word) === "ADJ" || uposOf(doc, word) === "VERB" || isJoint(formOf(doc, word))) &&
  !/^\p{Lu}/u.test(formOf(doc, word)) &&
  !/^(?:more|other|such|further|additional|new|own|same|last|first|next|many|fewer|less|least)$/.test(small(formOf(doc, word)));

/** "of F-16 jets" behind "pairs": the noun and its words. */
function ofPhrase(reading: Reading, at: number, isTime: (word: number) => boolean): { words: string; noun: number; last: number } | null {
  const { doc } = reading;
  if (at + 1 >= doc.length || small(formOf(doc, at)) !== "of") return null;
  const found = phraseFrom(reading, at + 1, isTime, false);
  if (found === null) return null;
  const words = doc.text.slice(doc.start[at + 1], doc.end[found.noun]).replace(/\s+/g, " ");
  return { words, noun: found.noun, last: found.noun };
}

/** "a year", "per ship, per day", "a tonne", "each": what a quantity is for one of. */
function rateAt({ doc }: Reading, at: number, vocabulary: Vocabulary): { readonly words: string; readonly last: number } | null {
  const words: string[] = [];
  let last = at - 1;
  for (let word = at; word + 1 < doc.length && words.length < 2; ) {
    const from = formOf(doc, word) === "," && words.length > 0 ? word + 1 : word;
    const opener = small(formOf(doc, from));
    const noun = from + 1;
    if (noun >= doc.length || sentenceOf(doc, noun) !== sentenceOf(doc, at)) break;
    const isUnit = (vocabulary.nouns.get(lemmaOf(doc, noun))?.has("time") ?? false) || phraseAt(doc, noun, vocabulary.units, 1) !== null;
    const per = opener === "per" && uposOf(doc, noun) === "NOUN";
    if (!per && !(/^(?:an?|each|every)$/.test(opener) && isUnit)) break;
    words.push(`${opener} ${formOf(doc, noun)}`);
    last = noun;
    word = noun + 1;
  }
  return words.length === 0 ? null : { words: words.join(" "), last };
}

/** What becomes of the counted: "killed" of "four civilians were killed", "killed over 14,000 people", "47 fishermen held". */
function fateOf({ doc, syntax }: Reading, noun: number, { fates }: Vocabulary): string | null {
  const said = (word: number): string | null => {
    if (word < 0) return null;
    const fate = fates.get(lemmaOf(doc, word));
    if (fate === undefined) return null;
    return lemmaOf(doc, word) === "lay"
      ? small(formOf(doc, word + 1)) === "off" || dependent(syntax, word, "compound") >= 0
        ? fate.as
        : null
      : fate.as;
  };
  const next = noun + 1;
  if (next < doc.length && sentenceOf(doc, next) === sentenceOf(doc, noun) && ["VBN", "JJ"].includes(xposOf(doc, next))) {
    const beside = said(next);
    if (beside !== null) return beside;
  }
  for (const clause of dependents(syntax, noun)) {
    if (clause > noun && (baseRelOf(doc, clause) === "acl" || baseRelOf(doc, clause) === "amod")) {
      const fate = said(clause);
      if (fate !== null) return fate;
    }
  }
  const head = doc.head[noun];
  if (head < 0) return null;
  const relation = deprelOf(doc, noun);
  const lemma = lemmaOf(doc, head);
  // Whoever kills is not killed: only objects, passive subjects, and subjects of verbs that tell what befalls them.
  if (relation === "obj" || relation === "nsubj:pass" || /^(?:die|perish|drown|flee)$/.test(lemma)) return said(head);
  return baseRelOf(doc, noun) === "nsubj" && fates.get(lemma)?.kind === "state" ? said(head) : null;
}

/** "Five injured", "killed 12", "two were wounded": people, of whom nothing is said but what became of them. */
function fateAlone({ doc, syntax }: Reading, { last, low }: Quantity, { fates }: Vocabulary): Unit | null {
  const next = last + 1;
  const found = (as: string, end: number): Unit => ({ words: `people ${as}`, noun: -1, last: end, rule: "fate", confidence: 0.75 });
  if (next < doc.length && sentenceOf(doc, next) === sentenceOf(doc, last)) {
    const beside = fates.get(lemmaOf(doc, next));
    if (beside !== undefined && (["VBN", "JJ", "VBD"].includes(xposOf(doc, next)) || uposOf(doc, next) === "NOUN"))
      return found(beside.as, next);
  }
  const node = nodeOf(doc, low.first, last);
  const head = doc.head[node];
  if (head < 0) return null;
  const fate = fates.get(lemmaOf(doc, head));
  const relation = deprelOf(doc, node);
  const undergoes = relation === "obj" || relation === "nsubj:pass" || /^(?:die|perish|drown)$/.test(lemmaOf(doc, head));
  return fate !== undefined && undergoes && caseOf(syntax, node) === null ? found(fate.as, last) : null;
}

/** The word of a run by which it hangs in the tree. */
export function nodeOf(doc: Reading["doc"], first: number, last: number): number {
  for (let word = first; word <= last; word++) if (doc.head[word] < first || doc.head[word] > last) return word;
  return last;
}
