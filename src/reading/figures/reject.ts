import { baseRelOf, deprelOf, formOf, lemmaOf, sentenceOf, uposOf, wordsOf, xposOf } from "../../language/index.js";
import type { Reading } from "../reading.js";
import { isNegated } from "../syntax.js";
import { compare, wholeNumber } from "./decimal.js";
import { beginsWithDigit, designationAt } from "./numeral.js";
import type { Quantity } from "./quantity.js";
import { nodeOf, type Unit } from "./unit.js";
import { type NounKind, small, type Vocabulary } from "./vocabulary.js";

/** Numbers up to this, in words, of governments, sides and steps are how one speaks, not what one counts. */
const SMALL = 12n;

/** What a quantity is looked at with. */
export interface Look {
  readonly reading: Reading;
  readonly vocabulary: Vocabulary;
  readonly quantity: Quantity;
}

/**
 * Why a number is none that the record counts, seen by itself; null where nothing speaks against it. Guidelines, Figures, "Not figures": ages, clock
 * times, dates, scores, names; what is written like a code is none either.
 */
export function notANumber(look: Look): string | null {
  const { reading, quantity } = look;
  const { low, high } = quantity;
  const first = low.first;
  const last = high?.last ?? low.last;
  if (isGlued(reading, quantity)) return "part of a code";
  if (isNamed(reading, quantity)) return "part of a name";
  if (isLabelled(look)) return "names what stands before it";
  if (quantity.unit === null && isAge(reading, first, last)) return "an age";
  if (isBesideNumber(reading, first, last)) return "one of a row of numbers";
  return null;
}

/** "A320neo", "10:15", "F-16", "3/4", "2-1", "#5": no space between the number and a letter, digit or mark that is no part of it. */
function isGlued({ doc }: Reading, { low, high, first, last, unit, hyphened }: Quantity): boolean {
  const { text } = doc;
  const end = high?.last ?? low.last;
  const start = doc.start[low.first];
  const before = text[start - 1] ?? " ";
  if (first === low.first || unit === null) {
    if (/[\p{L}\p{N}_/#@:+~^=\\-]/u.test(before)) return true;
    if (/[.,]/.test(before) && /[\p{L}\p{N}]/u.test(text[start - 2] ?? " ")) return true;
  }
  const behind = text[doc.end[end]] ?? " ";
  if (unit !== null || last > end || hyphened) return false;
  if (/[\p{L}\p{N}_/@:~^=\\°]/u.test(behind)) return true;
  // A hyphen ties it to what follows, "two-day", "12-member"; the dash of a sentence stands apart.
  return /[-‐‑–]/.test(behind) && /[\p{L}\p{N}]/u.test(text[doc.end[end] + 1] ?? " ");
}

/** "Boeing 737", "Group of Seven", "Resolution 2491": inside a name that has other words as well. */
function isNamed({ doc }: Reading, { low, high, unit }: Quantity): boolean {
  const first = low.first;
  const last = high?.last ?? low.last;
  if (doc.name[first] === 0 || unit !== null) return false;
  const begins = doc.name[first] % 2 === 1;
  const goesOn = last + 1 < doc.length && doc.name[last + 1] !== 0 && doc.name[last + 1] % 2 === 0;
  // The labels take "12 Syrian soldiers" for a name at times; a name that begins with its number has a capital in it: "Five Eyes".
  return !begins || (goesOn && /^\p{Lu}/u.test(formOf(doc, first)));
}

/** "Article 5", "Flight 714", "page 12", "Phase 2": a singular noun right before the number, which counts nothing itself. */
function isLabelled({ reading: { doc }, vocabulary, quantity: { low, high, unit, first } }: Look): boolean {
  const before = low.first - 1;
  if (before < 0 || unit !== null || first < low.first || sentenceOf(doc, before) !== sentenceOf(doc, low.first)) return false;
  const form = small(formOf(doc, before));
  const kinds = vocabulary.nouns.get(form) ?? vocabulary.nouns.get(lemmaOf(doc, before));
  if (kinds?.has("label")) return !countsNext(doc, high?.last ?? low.last) || /^\p{Lu}/u.test(formOf(doc, before));
  const xpos = xposOf(doc, before);
  // "The trawler Espoir 3 sank": a name goes on with a number, unless something in the plural follows that it counts.
  if (xpos === "NNP" && /^\p{Lu}/u.test(formOf(doc, before)) && !low.inWords && !countsMany(doc, high?.last ?? low.last)) return true;
  if (xpos !== "NN" && xpos !== "NNP") return false;
  const relation = deprelOf(doc, low.first);
  return (
    doc.head[low.first] === before && (relation === "flat" || relation === "nummod" || relation === "dep") && !countsNext(doc, low.last)
  );
}

const countsNext = (doc: Reading["doc"], last: number): boolean =>
  last + 1 < doc.length && ["NOUN", "ADJ", "PROPN"].includes(uposOf(doc, last + 1)) && doc.end[last] + 2 > doc.start[last + 1];

const countsMany = (doc: Reading["doc"], last: number): boolean =>
  [last + 1, last + 2, last + 3].some((word) => word < doc.length && ["NNS", "NNPS"].includes(xposOf(doc, word)));

/** "Ana Lund, 43, said", "aged 43". */
function isAge({ doc }: Reading, first: number, last: number): boolean {
  const before = first > 0 ? small(formOf(doc, first - 1)) : "";
  if (before === "aged" || before === "age") return true;
  const closed = last + 1 >= doc.length || /^[,;.)—–]$/.test(formOf(doc, last + 1)) || /^(?:and|who)$/.test(small(formOf(doc, last + 1)));
  return before === "," && first > 1 && closed && uposOf(doc, first - 2) === "PROPN" && first === last;
}

/** "12 345 6.7" and numbers in a line: a table that was pasted as text, a telephone number, a code. */
function isBesideNumber({ doc }: Reading, first: number, last: number): boolean {
  const digits = (word: number): boolean => word >= 0 && word < doc.length && /^[+(]?\d/.test(formOf(doc, word));
  const near = (word: number): boolean => sentenceOf(doc, word) === sentenceOf(doc, first);
  if (digits(first - 1) && near(first - 1)) return true;
  return digits(last + 1) && near(last + 1);
}

/** How many of the words of a sentence may be numbers before it is taken for a row of a table. */
const TABLE_SHARE = 0.4;
const TABLE_LEAST = 4;

/** Whether a sentence is a row of numbers rather than one that says something with them. */
export function isTable({ doc }: Reading, sentence: number): boolean {
  const { first, last } = wordsOf(doc, sentence);
  let numbers = 0;
  for (let word = first; word <= last; word++) {
    const model = designationAt(doc, word);
    if (model >= 0) word = model;
    else if (beginsWithDigit(doc, word)) numbers++;
  }
  if (numbers < TABLE_LEAST) return false;
  let words = 0;
  let verbs = 0;
  for (let word = first; word <= last; word++) {
    const form = formOf(doc, word);
    if (/^\p{L}{2}/u.test(form)) words++;
    if (uposOf(doc, word) === "VERB" || uposOf(doc, word) === "AUX") verbs++;
  }
  return numbers / (numbers + words) >= TABLE_SHARE || verbs === 0;
}

const VOTING = /^(?:vote|ballot|abstention|abstain|voting)$/;

/**
 * Why a number with its unit is not listed: durations, votes, parts of texts, the parties to the matter, those who are only its source. `sources`
 * are the words of sources of statements. Null where it is.
 */
export function notListed({ reading, vocabulary, quantity }: Look, unit: Unit, isSource: (word: number) => boolean): string | null {
  const { doc, syntax } = reading;
  const { low, high, unitKind } = quantity;
  const isSmall = low.inWords && low.value.exponent === 0 && low.value.digits <= SMALL && high === null && low.kind === "cardinal";
  if (unit.noun >= 0 && unitKind === null) {
    const kinds: ReadonlySet<NounKind> =
      vocabulary.nouns.get(small(formOf(doc, unit.noun))) ?? vocabulary.nouns.get(lemmaOf(doc, unit.noun)) ?? new Set();
    if (kinds.has("time") && unit.rule !== "share") return "a duration";
    // A council's votes and a match's goals are scores; an electorate is counted.
    if (kinds.has("vote") && compare(low.value, wholeNumber(1000)) < 0) return "a vote or score";
    if (kinds.has("text") && unit.rule !== "share") return "a part of a text";
    if (isSmall && kinds.has("abstract")) return "a way of speaking";
    if (isSmall && kinds.has("party")) return "parties to the matter";
    if ((isSource(unit.noun) || saysSomething(reading, unit.noun)) && (kinds.has("source") || isSmall)) return "only a source";
    if (unit.rule === "share" && isHalfAThing(reading, quantity, unit)) return "a way of speaking";
    if (
      low.value.digits === 1n &&
      low.value.exponent === 0 &&
      high === null &&
      quantity.bound === null &&
      !tellsOfOne(reading, unit, vocabulary)
    )
      return "one, and no count";
  }
  if (isSmall && low.value.digits === 1n && unit.noun < 0 && unit.rule !== "carried") return "one, and no count";
  if (unitKind === null && isVote(reading, low.first)) return "a vote or score";
  const node = nodeOf(doc, low.first, high?.last ?? low.last);
  if (low.value.digits === 1n && low.first > 0 && small(formOf(doc, low.first - 1)) === "not") return "negated";
  if (doc.head[node] >= 0 && low.value.digits === 1n && isNegated(syntax, node)) return "negated";
  return null;
}

/** Whether a noun is the subject of a verb of saying. */
function saysSomething({ doc, knowledge }: Reading, noun: number): boolean {
  if (baseRelOf(doc, noun) !== "nsubj" || doc.head[noun] < 0) return false;
  return knowledge.lexicon.reportingVerbs.get(lemmaOf(doc, doc.head[noun]))?.class === "speech";
}

/** "Half a loaf", "half the story": half of one thing, which nobody measured. */
const isHalfAThing = ({ doc }: Reading, { low, bound }: Quantity, unit: Unit): boolean =>
  bound === null &&
  low.value.digits === 500n &&
  /^(?:an?|the)$/.test(low.last + 1 < doc.length ? small(formOf(doc, low.last + 1)) : "") &&
  xposOf(doc, unit.noun) === "NN";

/** "One" counts where it tells of somebody's fate, or beside another count: "two were Malaysian and one was Vietnamese". */
function tellsOfOne({ doc }: Reading, unit: Unit, { fates }: Vocabulary): boolean {
  if (unit.rule === "fate") return true;
  const last = unit.words.split(" ").at(-1) ?? "";
  return [...fates.values()].some((fate) => fate.as.endsWith(last)) && baseRelOf(doc, unit.noun) !== "nmod";
}

/** "by a vote of 12 to 3", "12 in favour to none against, with 3 abstentions": a voting word close by, with no comma between. */
function isVote({ doc }: Reading, word: number): boolean {
  const { first, last } = wordsOf(doc, sentenceOf(doc, word));
  for (const way of [-1, 1]) {
    for (let i = word + way, steps = 0; i >= first && i <= last && steps < 4; i += way, steps++) {
      if (formOf(doc, i) === ",") break;
      if (VOTING.test(lemmaOf(doc, i))) return true;
    }
  }
  return word + 2 <= last && small(formOf(doc, word + 1)) === "in" && /^favou?r$/.test(small(formOf(doc, word + 2)));
}

/** Whether a quantity is another's conversion in brackets, "15 km (9 miles)": it opens right behind one and closes right behind itself. */
export function isConversion({ doc }: Reading, quantity: Quantity, before: Quantity | null, unit: Unit | null): boolean {
  if (before === null || quantity.first === 0) return false;
  const opens = formOf(doc, quantity.first - 1);
  const last = Math.max(unit?.last ?? 0, quantity.last);
  const closes = last + 1 < doc.length ? formOf(doc, last + 1) : "";
  if (opens !== "(" && opens !== "[") return false;
  const unitClose = closes === ")" || closes === "]" || closes === ";" || closes === ",";
  return unitClose && quantity.first - 1 - before.last <= 4 && unit !== null && unit.rule !== "counted" && unit.rule !== "carried";
}
