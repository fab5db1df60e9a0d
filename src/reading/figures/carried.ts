import { baseRelOf, formOf, lemmaOf, uposOf } from "../../language/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents, nounPhrase } from "../syntax.js";
import type { Quantity } from "./quantity.js";
import { nodeOf, type Unit } from "./unit.js";
import { small, type Vocabulary } from "./vocabulary.js";

/** A figure that has its unit, as a later one without may take it over. */
export interface Antecedent {
  readonly unit: Unit;
  readonly sentence: number;
  readonly node: number;
}

/** Words before a number that set it against another: "compared with 61", "from 12 to 15", "up from 30". */
const AGAINST = new Set(["from", "to", "than", "with", "against", "at", "by", "versus", "and", "or", "of", "as"]);
/** How many sentences back the unit of "two were Malaysian" may stand. */
const REACH = 3;

/**
 * The unit of a number that has no noun of its own: of the noun that has the number ("put the number of its planes at two"), or of an earlier
 * figure that it is set against ("compared with 61 last year"). Null where neither is there.
 */
export function carriedUnit(
  reading: Reading,
  quantity: Quantity,
  sentence: number,
  before: readonly Antecedent[],
  vocabulary: Vocabulary,
): Unit | null {
  const { doc } = reading;
  const node = nodeOf(doc, quantity.low.first, quantity.high?.last ?? quantity.low.last);
  const carry = (unit: Unit, confidence: number): Unit => ({ ...unit, noun: -1, last: quantity.last, rule: "carried", confidence });
  const held = heldBy(reading, node, vocabulary);
  const latest = before.at(-1);
  const inReach = latest !== undefined && sentence - latest.sentence <= REACH ? latest : undefined;
  if (held !== null) {
    if (held !== "") return { words: held, noun: -1, last: quantity.last, rule: "holder", confidence: 0.7 };
    return inReach === undefined ? null : carry(inReach.unit, 0.65);
  }
  if (inReach === undefined) return null;
  const previous = quantity.first > 0 ? small(formOf(doc, quantity.first - 1)) : "";
  if (inReach.sentence === sentence) {
    if (AGAINST.has(previous) || baseRelOf(doc, node) === "conj" || baseRelOf(doc, node) === "nsubj") return carry(inReach.unit, 0.65);
    return null;
  }
  return baseRelOf(doc, node) === "nsubj" && inReach.unit.rule === "counted" ? carry(inReach.unit, 0.5) : null;
}

/**
 * What a noun that has a number counts: "planes" of "the number of its planes", "troops" of "the troop ceiling", "people killed" of "the death
 * toll"; "" where it does not say; null where no such noun governs the number.
 */
function heldBy({ doc, syntax }: Reading, node: number, { holders }: Vocabulary): string | null {
  let word = node;
  for (let steps = 0; steps < 4 && word >= 0; steps++, word = doc.head[word]) {
    const around = [word, ...dependents(syntax, word).filter((i) => ["nsubj", "obj"].includes(baseRelOf(doc, i)))];
    for (const holder of around) {
      if (holder === node || uposOf(doc, holder) !== "NOUN" || !holders.has(lemmaOf(doc, holder))) continue;
      return countedBy(holder);
    }
    if (uposOf(doc, word) === "VERB" && word !== node) return null;
  }
  return null;

  function countedBy(holder: number): string {
    for (const i of dependents(syntax, holder)) {
      if (baseRelOf(doc, i) === "nmod" && i > holder && caseOf(syntax, i) === "of" && !(i <= node && node <= syntax.right[i])) {
        const { first } = nounPhrase(syntax, i);
        let from = i;
        while (from > first && ["NOUN", "ADJ"].includes(uposOf(doc, from - 1))) from--;
        return doc.text.slice(doc.start[from], doc.end[i]);
      }
    }
    const compound = dependents(syntax, holder).find((i) => baseRelOf(doc, i) === "compound" && i < holder);
    const known = holders.get(compound === undefined ? lemmaOf(doc, holder) : `${lemmaOf(doc, compound)} ${lemmaOf(doc, holder)}`);
    if (known != null) return known;
    if (compound !== undefined && uposOf(doc, compound) === "NOUN") return plural(formOf(doc, compound).toLowerCase());
    return holders.get(lemmaOf(doc, holder)) ?? "";
  }
}

/** "troop" to "troops", "fatality" to "fatalities". */
const plural = (noun: string): string =>
  noun.endsWith("s") ? noun : /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:sh|ch|x|z)$/.test(noun) ? `${noun}es` : `${noun}s`;
