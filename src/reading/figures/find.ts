import { formOf, lemmaOf, sentenceCount, sentenceOf, spanOf, wordAt, wordsOf } from "../../language/index.js";
import type { Statement } from "../../model/index.js";
import { touching } from "../nearby.js";
import type { Reading } from "../reading.js";
import type { FoundTime } from "../times/index.js";
import { type Antecedent, carriedUnit, heldBy } from "./carried.js";
import { multipleAt } from "./multiples.js";
import { beginsWithDigit } from "./numeral.js";
import { type Quantity, quantityAt } from "./quantity.js";
import { isConversion, isTable, notANumber, notListed } from "./reject.js";
import { nodeOf, type Unit, unitOf } from "./unit.js";
import { small, type Vocabulary, vocabularyOf } from "./vocabulary.js";

/** A number of the text with its unit, or with the reason why it is no figure. */
export interface FoundFigure {
  readonly quantity: Quantity;
  /** Null where nothing tells what is counted. */
  readonly unit: Unit | null;
  /** Why it is not listed; null where it is. */
  readonly reason: string | null;
  /** Word by which it hangs in the tree: the counted noun, or the number itself. */
  readonly node: number;
}

/** What numbers are told from figures by. */
export interface FindInput {
  readonly reading: Reading;
  /** All times found, those that are not listed included. */
  readonly found: readonly FoundTime[];
  readonly statements: readonly Statement[];
}

/**
 * All numbers of a story's headline, captions and paragraphs: first what number grammar proposes, then what is decided of each by the tree, in text
 * order. Those that are no figures have the reason.
 */
export function findFigures({ reading, found, statements }: FindInput): FoundFigure[] {
  const { doc, knowledge } = reading;
  const vocabulary = vocabularyOf(knowledge.lexicon);
  const isTime = timesAt(reading, found);
  const kinds = lemmaKinds(doc, vocabulary);
  const touchesSource = touching(statements.flatMap(({ speakerSpan }) => speakerSpan ?? []));
  const isSource = (word: number): boolean => touchesSource(spanOf(doc, word));
  const all: FoundFigure[] = [];
  const antecedents: Antecedent[] = [];
  let previous: Quantity | null = null;

  for (let sentence = 0; sentence < sentenceCount(doc); sentence++) {
    const { first, last } = wordsOf(doc, sentence);
    const table = isTable(reading, sentence);
    for (let word = first; word <= last; word++) {
      const kind = kinds[doc.lemma[word]];
      if (kind === 0 && !beginsWithDigit(doc, word)) continue;
      const multiple = (kind & MULTIPLE) !== 0 ? multipleAt(reading, word, vocabulary) : null;
      const quantity: Quantity | null = multiple?.quantity ?? quantityAt(doc, word, vocabulary);
      if (quantity === null) {
        const held = (kind & HOLDER) !== 0 ? heldBy(reading, word, -1, vocabulary) : "";
        if (held !== "")
          antecedents.push({ unit: { words: held, noun: -1, last: word, rule: "holder", confidence: 0.6 }, sentence, node: word });
        continue;
      }
      const look = { reading, vocabulary, quantity };
      const end = quantity.high?.last ?? quantity.low.last;
      const skip = (reason: string): void => {
        all.push({ quantity, unit: null, reason, node: quantity.number });
      };
      word = Math.max(word, end);
      if (isTime(quantity.number) || isTime(end)) {
        const lasting = conflictAt(reading, quantity, vocabulary);
        if (lasting === null) skip("a time");
        else all.push({ quantity, unit: lasting, reason: null, node: lasting.noun });
        continue;
      }
      const no = table ? "a row of a table" : multiple === null ? notANumber(look) : null;
      if (no !== null) {
        skip(no);
        continue;
      }
      const own = multiple?.unit ?? unitOf(reading, quantity, vocabulary, isTime);
      const earlier: Quantity | null = previous;
      if (isConversion(reading, quantity, earlier, own)) {
        skip("a conversion in brackets");
        continue;
      }
      previous = quantity;
      const unit = own ?? carriedUnit(reading, quantity, sentence, antecedents, vocabulary);
      const node = unit !== null && unit.noun >= 0 ? unit.noun : nodeOf(doc, quantity.low.first, end);
      const reason = unit === null ? "nothing says what is counted" : notListed(look, unit, isSource);
      all.push({ quantity, unit, reason, node });
      if (unit !== null && reason === null) antecedents.push({ unit, sentence, node });
      word = Math.max(word, quantity.last);
    }
  }
  return withUnitsAhead(reading, all);
}

/** "More than seven years of fighting": how long a conflict has lasted, the one duration that is a figure (guidelines, Figures). */
function conflictAt({ doc }: Reading, { low, high }: Quantity, { nouns }: Vocabulary): Unit | null {
  const unit = (high?.last ?? low.last) + 1;
  for (let noun = unit + 2; noun < Math.min(doc.length, unit + 5); noun++) {
    if (small(formOf(doc, unit + 1)) !== "of" || sentenceOf(doc, noun) !== sentenceOf(doc, unit)) return null;
    if (![lemmaOf(doc, noun), small(formOf(doc, noun))].some((word) => nouns.get(word)?.has("conflict"))) continue;
    const words = doc.text.slice(doc.start[unit], doc.end[noun]).replace(/\s+/g, " ");
    return { words, noun: unit, last: noun, rule: "measure", confidence: 0.8 };
  }
  return null;
}

const NUMBER = 1;
const MULTIPLE = 2;
const HOLDER = 4;

/** What each lemma of a doc may be to figures, as bits: most words are nothing, and a text says the same ones over and over. */
function lemmaKinds({ lemmas }: Reading["doc"], { numbers, multiples, holders }: Vocabulary): Uint8Array {
  return Uint8Array.from(lemmas, (lemma) => {
    const word = small(lemma);
    const isNumber = word === "a" || word === "an" || numbers.has(word) || numbers.has(`${word}s`);
    return (isNumber ? NUMBER : 0) | (multiples.has(word) ? MULTIPLE : 0) | (holders.has(word) ? HOLDER : 0);
  });
}

/** "From 12 to 15 ships": the first number has its unit from the second. */
function withUnitsAhead({ doc }: Reading, all: readonly FoundFigure[]): FoundFigure[] {
  return all.map((one, i) => {
    const next = all[i + 1];
    const { quantity } = one;
    if (one.reason !== "nothing says what is counted" || next?.unit == null || next.reason !== null) return one;
    const end = quantity.high?.last ?? quantity.low.last;
    const before = quantity.first > 0 ? small(formOf(doc, quantity.first - 1)) : "";
    const between = next.quantity.first - end === 2 ? small(formOf(doc, end + 1)) : "";
    const joined = (before === "from" && between === "to") || between === "or" || between === "and";
    if (!joined || sentenceOf(doc, quantity.number) !== sentenceOf(doc, next.quantity.number)) return one;
    return { ...one, unit: { ...next.unit, noun: -1, last: quantity.last, rule: "carried", confidence: 0.65 }, reason: null };
  });
}

/** Whether a word stands in a time expression; rates ("a day") leave their numbers alone. */
function timesAt({ doc }: Reading, found: readonly FoundTime[]): (word: number) => boolean {
  const taken = new Uint8Array(doc.length);
  for (const { start, end, skip } of found) {
    if (skip === "rate") continue;
    for (let word = wordAt(doc, start); word < doc.length && doc.start[word] < end; word++) taken[word] = 1;
  }
  return (word) => word >= 0 && word < taken.length && taken[word] === 1;
}
