import { formOf, lemmaOf, sentenceCount, sentenceOf, spanOf, wordAt, wordsOf } from "../../language/index.js";
import {
  type Actor,
  ASSERTED,
  anchorAt,
  annotationId,
  type Figure,
  overlaps,
  type Span,
  type Statement,
  type Time,
} from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import type { FoundTime } from "../times/index.js";
import { accountOf } from "./account.js";
import { asOf, certaintyAt, ownerOf, placeOf, tenseAt } from "./bearings.js";
import { type Antecedent, carriedUnit, heldBy } from "./carried.js";
import { numberOf } from "./decimal.js";
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

/** What figures are read from besides the text: the layers before them. */
export interface FiguresInput {
  readonly reading: Reading;
  readonly referents: Referents;
  /** All times found, those that are not listed included. */
  readonly found: readonly FoundTime[];
  readonly times: readonly Time[];
  readonly statements: readonly Statement[];
  readonly actorOf: (referent: number) => Actor | null;
}

/**
 * All numbers of a story's headline, captions and paragraphs: first what number grammar proposes, then what is decided of each by the tree, in text
 * order. Those that are no figures have the reason.
 */
export function findFigures({ reading, found, statements }: Pick<FiguresInput, "reading" | "found" | "statements">): FoundFigure[] {
  const { doc, knowledge } = reading;
  const vocabulary = vocabularyOf(knowledge.lexicon);
  const isTime = timesAt(reading, found);
  const kinds = lemmaKinds(doc, vocabulary);
  const sources = statements.flatMap(({ speakerSpan }) => speakerSpan ?? []);
  const isSource = (word: number): boolean => sources.some((quote) => overlaps(quote, spanOf(doc, word)));
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

/**
 * The figures of a story (guidelines, Figures), in text order. A figure is listed once, in the body before the headline; again where another source
 * gives it or gives another value.
 */
export function readFigures(input: FiguresInput): Figure[] {
  const { reading, statements } = input;
  const within = innermostStatements(statements);
  const figures = findFigures(input).flatMap((found) => {
    const figure = found.unit === null || found.reason !== null ? null : figureOf(input, found, found.unit, within);
    return figure === null ? [] : [{ figure, headline: isHeadline(reading, found.quantity.number) }];
  });
  const { fates } = vocabularyOf(reading.knowledge.lexicon);
  const seen = new Set<string>();
  const kept: Figure[] = [];
  for (const { figure } of [...figures.filter(({ headline }) => !headline), ...figures.filter(({ headline }) => headline)]) {
    const { value, unit, by } = figure;
    const headline = figures.some((one) => one.figure === figure && one.headline);
    const key = `${JSON.stringify(value)} ${countedOf(unit, fates)}`;
    if (seen.has(`${key} ${by}`) || (headline && seen.has(key))) continue;
    seen.add(key);
    seen.add(`${key} ${by}`);
    kept.push(figure);
  }
  return kept.sort((a, b) => a.anchor[0].start - b.anchor[0].start);
}

/** The counted noun of a unit, by which two figures of one thing are known: "fishermen" of "fishermen killed", "dollars" of "dollars a year". */
function countedOf(unit: string, fates: Vocabulary["fates"]): string {
  const counted = unit.split(/ (?:of|a|an|per)\b/)[0].toLowerCase();
  const fate = [...fates.values()].find(({ as }) => counted.endsWith(` ${as}`));
  return (fate === undefined ? counted : counted.slice(0, -fate.as.length - 1)).split(" ").at(-1) ?? counted;
}

const isHeadline = ({ doc, story }: Reading, word: number): boolean =>
  story.regions.some(({ type, start, end }) => type === "headline" && start <= doc.start[word] && doc.end[word] <= end);

function figureOf(
  { reading, referents, times, statements, actorOf }: FiguresInput,
  { quantity, unit: _, node }: FoundFigure,
  unit: Unit,
  within: (span: Span) => Statement | null,
): Figure | null {
  const { doc, story } = reading;
  const { low, high, bound } = quantity;
  const [from, to] = [numberOf(low.value), high === null ? null : numberOf(high.value)];
  const span = spanOf(doc, quantity.first, Math.max(unit.last, quantity.last));
  const anchor = anchorAt(story.text, [span]);
  const statement = within(span);
  const account = statement === null ? accountOf(reading, referents, node, statements) : null;
  const by =
    statement?.speaker.kind === "actor" ? statement.speaker.actor : account?.kind === "referent" ? actorOf(account.referent)?.id : null;
  const owner = ownerOf(reading, referents, node);
  const place = placeOf(reading, node);
  const exact = from.exact && (to === null || to.exact);
  const doubtful = (low.other ?? high?.other ?? null) !== null;
  return {
    id: annotationId(story.id, "figures", anchor, unit.words),
    anchor,
    modality: {
      ...ASSERTED,
      time: tenseAt(reading, node),
      polarity: statement?.denied ? "negative" : "positive",
      certainty: certaintyAt(reading, node),
      within: statement?.id ?? null,
    },
    rule: `figures/${!exact ? "beyond-precision" : doubtful ? "doubtful-style" : unit.rule}`,
    confidence: Math.min(
      unit.confidence,
      exact ? 1 : 0.3,
      doubtful ? 0.4 : 1,
      low.kind === "least" ? 0.6 : 1,
      account?.kind === "untold" ? 0.45 : account?.kind === "referent" ? 0.6 : 1,
    ),
    value: to === null ? from.value : [from.value, to.value],
    bound,
    unit: unit.words,
    of: owner >= 0 ? (actorOf(owner)?.id ?? null) : null,
    place: place === null ? null : anchorAt(story.text, [place]),
    asOf: asOf(reading, node, times),
    by: by ?? null,
  };
}

/** The smallest statement in whose content a span stands. */
function innermostStatements(statements: readonly Statement[]): (span: Span) => Statement | null {
  const sized = statements
    .map((statement) => ({ statement, size: statement.anchor.reduce((size, { start, end }) => size + end - start, 0) }))
    .sort((a, b) => a.size - b.size);
  return (span) =>
    sized.find(({ statement }) => statement.anchor.some((part) => part.start <= span.start && span.end <= part.end))?.statement ?? null;
}
