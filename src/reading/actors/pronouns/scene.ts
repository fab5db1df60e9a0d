import { formOf, sentenceCount, uposOf, xposOf } from "../../../language/index.js";
import type { Reading } from "../../reading.js";
import type { Referents } from "../referent.js";
import { type PronounKind, pronounKind } from "./kinds.js";
import { type Appearance, type Party, partiesOf } from "./party.js";

/** A pronoun that is to be resolved. */
export interface Pronoun {
  readonly word: number;
  readonly kind: PronounKind;
}

/** What resolving asks of a story, made once: who is mentioned where, and which sentence and quotation a word stands in. */
export interface Scene {
  readonly reading: Reading;
  readonly parties: readonly Party[];
  /** Mentions by name or description, ascending by head. */
  readonly appearances: readonly Appearance[];
  /** Third-person pronouns in text order. */
  readonly pronouns: readonly Pronoun[];
  /** Number of each word's sentence. */
  readonly sentenceAt: Int32Array;
  /** Number of the outermost quotation around each word; -1 outside of any. */
  readonly quotationAt: Int32Array;
}

export function sceneOf(reading: Reading, referents: Pick<Referents, "all" | "at">): Scene {
  const { doc, quotations } = reading;
  const sentenceAt = new Int32Array(doc.length);
  for (let sentence = 0; sentence < sentenceCount(doc); sentence++)
    sentenceAt.fill(sentence, doc.sentences[sentence], doc.sentences[sentence + 1]);
  const quotationAt = new Int32Array(doc.length).fill(-1);
  let word = 0;
  for (const [i, { start, end, depth }] of quotations.entries()) {
    if (depth > 0) continue;
    while (word < doc.length && doc.end[word] <= start) word++;
    for (; word < doc.length && doc.start[word] < end; word++) quotationAt[word] = i;
  }
  const pronouns: Pronoun[] = [];
  for (let i = 0; i < doc.length; i++) {
    if (uposOf(doc, i) !== "PRON" || !["PRP", "PRP$"].includes(xposOf(doc, i))) continue;
    const kind = pronounKind(formOf(doc, i));
    if (kind) pronouns.push({ word: i, kind });
  }
  return { reading, ...partiesOf(reading, referents), pronouns, sentenceAt, quotationAt };
}
