import { baseRelOf, formOf, lemmaOf, xposOf } from "../../language/index.js";
import type { Reading } from "../reading.js";
import { dependents } from "../syntax.js";
import { wholeNumber } from "./decimal.js";
import { boundBefore, type Quantity } from "./quantity.js";
import type { Unit } from "./unit.js";
import type { Vocabulary } from "./vocabulary.js";

/**
 * "Imports more than doubled": a change told as a multiple, for verbs of the past or perfect (guidelines, Figures: "doubled": 2 "times"). A wish
 * ("to double it") and what has an agent and object of another kind ("doubled back") are none. Null for other words.
 */
export function multipleAt(
  { doc, syntax }: Reading,
  word: number,
  vocabulary: Vocabulary,
): { readonly quantity: Quantity; readonly unit: Unit } | null {
  const value = vocabulary.multiples.get(lemmaOf(doc, word));
  if (value === undefined || !["VBD", "VBN"].includes(xposOf(doc, word)) || baseRelOf(doc, word) === "amod") return null;
  if (xposOf(doc, word) === "VBN" && !dependents(syntax, word).some((i) => ["aux", "nsubj"].includes(baseRelOf(doc, i)))) return null;
  if (dependents(syntax, word).some((i) => ["to", "would", "could", "may", "might"].includes(formOf(doc, i).toLowerCase()))) return null;
  const before = boundBefore(doc, word, vocabulary);
  const low = {
    first: word,
    last: word,
    value: value < 1 ? { digits: BigInt(Math.round(value * 10)), exponent: -1 } : wholeNumber(value),
    kind: "cardinal",
    inWords: true,
    scale: null,
    other: null,
  } as const;
  return {
    quantity: {
      first: word - (before?.length ?? 0),
      last: word,
      number: word,
      low,
      high: null,
      bound: before?.value ?? null,
      unit: "times",
      unitKind: "multiple",
      hyphened: false,
    },
    unit: { words: "times", noun: -1, last: word, rule: "measure", confidence: 0.8 },
  };
}
