import { baseRelOf, formOf, sentenceOf } from "../../language/index.js";
import type { Actor } from "../../model/index.js";
import { type Quotation, quotationAround } from "../quotations.js";
import type { Reading } from "../reading.js";
import type { Referents } from "./referent.js";

const PERSONAL: ReadonlyMap<
  string,
  { readonly kinds: ReadonlySet<Actor["kind"]>; readonly gender: "m" | "f" | null; readonly plural: boolean | null }
> = new Map([
  ["he", { kinds: new Set(["person"] as const), gender: "m" as const, plural: false }],
  ["his", { kinds: new Set(["person"] as const), gender: "m" as const, plural: false }],
  ["him", { kinds: new Set(["person"] as const), gender: "m" as const, plural: false }],
  ["she", { kinds: new Set(["person"] as const), gender: "f" as const, plural: false }],
  ["her", { kinds: new Set(["person"] as const), gender: "f" as const, plural: false }],
  ["it", { kinds: new Set(["state", "organization"] as const), gender: null, plural: false }],
  ["its", { kinds: new Set(["state", "organization"] as const), gender: null, plural: false }],
  ["they", { kinds: new Set(["group", "person", "organization"] as const), gender: null, plural: null }],
  ["their", { kinds: new Set(["group", "person", "organization"] as const), gender: null, plural: null }],
]);

/** How far back a pronoun may reach, in sentences. */
const REACH = 6;

/**
 * Who a pronoun goes back to: of the mentions before it that fit in kind, number and gender, the one that weighs most by nearness (a
 * sentence less each sentence back), being a subject, and being the last to speak. Words inside a quotation weigh little for a pronoun
 * outside it. -1 where nobody fits: then the reader says so and does not guess.
 */
export function resolvePronoun(reading: Reading, { all }: Referents, word: number, lastSpeaker: number): number {
  const { doc, quotations } = reading;
  const wanted = PERSONAL.get(formOf(doc, word).toLowerCase());
  if (!wanted) return -1;
  const sentence = sentenceOf(doc, word);
  const inside = quotationAt(quotations, doc.start[word], doc.end[word]);
  const blockStart = firstSentenceOfBlock(reading, sentence);
  let best = -1;
  let bestWeight = Number.NEGATIVE_INFINITY;
  for (const [index, referent] of all.entries()) {
    if (!wanted.kinds.has(referent.kind)) continue;
    if (wanted.gender && referent.gender && referent.gender !== wanted.gender) continue;
    if (wanted.plural === false && referent.plural) continue;
    if (wanted.plural === null && referent.kind !== "group" && !referent.plural && referent.kind !== "organization") continue;
    for (const { head } of referent.mentions) {
      if (head >= word) break;
      const distance = sentence - sentenceOf(doc, head);
      if (distance > REACH) continue;
      const relation = baseRelOf(doc, head);
      let weight = -distance;
      if (distance > 0 && sentenceOf(doc, head) < blockStart) weight -= 0.5;
      if (relation === "nsubj") weight += 1.5;
      else if (relation === "nmod" || relation === "compound" || relation === "amod") weight -= 0.5;
      if (referent.hidden) weight -= 0.3;
      if (wanted.gender && referent.gender === wanted.gender) weight += 1;
      const around = quotationAt(quotations, doc.start[head], doc.end[head]);
      if (around !== null && around !== inside) weight -= 3;
      if (index === lastSpeaker) weight += 0.8;
      if (weight >= bestWeight) {
        bestWeight = weight;
        best = index;
      }
    }
  }
  return best;
}

const quotationAt = (quotations: readonly Quotation[], start: number, end: number): Quotation | null =>
  quotationAround(quotations, { start, end });

function firstSentenceOfBlock({ doc }: Reading, sentence: number): number {
  let first = sentence;
  while (first > 0 && doc.blockOf[first - 1] === doc.blockOf[sentence]) first--;
  return first;
}
