import { baseRelOf, formOf, lemmaOf, sentenceOf, uposOf, xposOf } from "../../language/index.js";
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
  const latest = before.at(-1);
  const inReach = latest !== undefined && sentence - latest.sentence <= REACH ? latest : undefined;
  const holder = holderOf(reading, node, vocabulary);
  if (holder >= 0) {
    const held = heldBy(reading, holder, node, vocabulary);
    if (held !== "") return { words: held, noun: -1, last: quantity.last, rule: "holder", confidence: 0.7 };
    return inReach === undefined ? null : carry(inReach.unit, 0.65);
  }
  if (inReach === undefined) return null;
  const previous = quantity.first > 0 ? small(formOf(doc, quantity.first - 1)) : "";
  const relation = baseRelOf(doc, node);
  // "The 757", "his 757" name one thing; "one" for itself is a pronoun but beside another count, "two were Malaysian and one was Vietnamese".
  if (/^(?:the|an?|this|that|his|her|its|their|my|our|your)$/.test(previous)) return null;
  const one = quantity.low.value.digits === 1n && quantity.low.inWords;
  if (one && !(inReach.sentence === sentence && relation === "nsubj" && (previous === "and" || previous === ","))) return null;
  if (inReach.sentence === sentence) {
    return AGAINST.has(previous) || relation === "conj" || relation === "nsubj" ? carry(inReach.unit, 0.65) : null;
  }
  const takesUp = inReach.unit.rule === "counted" || inReach.unit.rule === "holder" || inReach.unit.rule === "carried";
  const stands = relation === "nsubj" || (inReach.unit.rule !== "counted" && (relation === "obj" || previous === "at"));
  return takesUp && stands ? carry(inReach.unit, 0.5) : null;
}

/** The noun that has a number, "number" of "put the number at 38" and of "the number was 38"; -1 where the clause has none. */
function holderOf({ doc, syntax }: Reading, node: number, { holders }: Vocabulary): number {
  let word = node;
  for (let steps = 0; steps < 4 && word >= 0; steps++, word = doc.head[word]) {
    const around = [word, ...dependents(syntax, word).filter((i) => ["nsubj", "obj"].includes(baseRelOf(doc, i)))];
    const holder = around.find((i) => i !== node && uposOf(doc, i) === "NOUN" && holders.has(lemmaOf(doc, i)));
    if (holder !== undefined) return holder;
    if (uposOf(doc, word) === "VERB" && word !== node) return -1;
  }
  return -1;
}

/**
 * What a noun that has a number counts: "planes" of "the number of its planes", "troops" of "the troop ceiling", "people killed" of "the death
 * toll", "demonstrators" of "their number"; "" where it does not say. `node` is the number, -1 for none.
 */
export function heldBy({ doc, syntax, knowledge }: Reading, holder: number, node: number, { holders, fates }: Vocabulary): string {
  for (const i of dependents(syntax, holder)) {
    if (baseRelOf(doc, i) === "nmod" && i > holder && caseOf(syntax, i) === "of" && !(i <= node && node <= syntax.right[i])) {
      const fate = [...fates.values()].find(({ as }) => as === lemmaOf(doc, i) || as === formOf(doc, i).toLowerCase());
      if (fate !== undefined) return `people ${fate.as}`;
      const { first } = nounPhrase(syntax, i);
      let from = i;
      while (from > first && ["NOUN", "ADJ"].includes(uposOf(doc, from - 1)) && doc.head[from - 1] >= from) from--;
      return uposOf(doc, i) === "NUM" ? "" : doc.text.slice(doc.start[from], doc.end[i]).replace(/\s+/g, " ");
    }
    if (formOf(doc, i).toLowerCase() === "their") return knownPlural({ doc, knowledge }, holder);
  }
  const compound = dependents(syntax, holder).find((i) => baseRelOf(doc, i) === "compound" && i < holder);
  const known = holders.get(compound === undefined ? lemmaOf(doc, holder) : `${lemmaOf(doc, compound)} ${lemmaOf(doc, holder)}`);
  if (known != null) return known;
  if (compound !== undefined && /^\p{Ll}+$/u.test(formOf(doc, compound))) return plural(formOf(doc, compound).toLowerCase());
  return "";
}

/** Whom "their number" counts: the last group of people that was spoken of in this sentence or the one before. */
function knownPlural({ doc, knowledge }: Pick<Reading, "doc" | "knowledge">, from: number): string {
  const earliest = Math.max(0, sentenceOf(doc, from) - 1);
  for (let word = from - 1; word >= 0 && sentenceOf(doc, word) >= earliest; word--) {
    if (xposOf(doc, word) !== "NNS" || !["nsubj", "obj"].includes(baseRelOf(doc, word))) continue;
    const form = formOf(doc, word).toLowerCase();
    if (knowledge.lexicon.groupNouns.has(form) || knowledge.lexicon.roleNouns.has(lemmaOf(doc, word))) return form;
  }
  return "";
}

/** "troop" to "troops", "fatality" to "fatalities". */
const plural = (noun: string): string =>
  noun.endsWith("s") ? noun : /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:sh|ch|x|z)$/.test(noun) ? `${noun}es` : `${noun}s`;
