import {
  type Forms,
  fillNameAtoms,
  mayFollow,
  NAMES_BITS,
  type NameMemory,
  nameAtoms,
  nameTemplates,
  packNames,
} from "../src/language/engine/index.js";
import type { NamedText } from "./iob.js";
import { Perceptron, quantise } from "./perceptron.js";
import { Random } from "./random.js";

/** Labels of persons, organizations and places; the data have no others. */
const LABELS = 7;

/** A text with names, and what the finder of names sees of it. */
export interface TaggedNames extends NamedText {
  readonly forms: Forms;
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
}

export interface NameSettings {
  readonly epochs: number;
  readonly seeds: readonly number[];
  readonly perUnit: number;
  readonly least: number;
}

/** Trains a finder of names, document by document, and gives its packed model. */
export function trainNames(texts: readonly TaggedNames[], settings: NameSettings): Uint8Array {
  const sum = new Float32Array((1 << NAMES_BITS) * LABELS);
  const documents = texts.flatMap((text) =>
    text.documents.slice(0, -1).map((from, document) => ({ text, from, to: text.documents[document + 1] as number })),
  );
  const atoms = nameAtoms();
  const rows = new Int32Array(nameTemplates.count);
  const scores = new Int32Array(LABELS);
  for (const seed of settings.seeds) {
    const perceptron = new Perceptron(NAMES_BITS, LABELS);
    const random = new Random(seed);
    const order = Uint32Array.from(documents.keys());
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      random.shuffle(order);
      for (const index of order) {
        const { text, from, to } = documents[index] as (typeof documents)[number];
        const { forms, upos, xpos, words } = text;
        const memory: NameMemory = new Map();
        for (let sentence = from; sentence < to; sentence++) {
          const first = words.sentences[sentence];
          const behind = words.sentences[sentence + 1];
          let label1 = 0;
          let label2 = 0;
          for (let word = first; word < behind; word++) {
            fillNameAtoms(atoms, forms, upos, xpos, memory, word, first, behind, label1, label2);
            nameTemplates.rowsOf(atoms, rows);
            perceptron.score(rows, nameTemplates.count, scores);
            let best = 0;
            for (let label = 1; label < LABELS; label++) if (scores[label] > scores[best] && mayFollow(label, label1)) best = label;
            // Where the beginning of a name was missed, the best that can be done now is to begin it here.
            const gold = mayFollow(text.name[word], label1) ? text.name[word] : text.name[word] - 1;
            if (best !== gold) {
              perceptron.add(rows, nameTemplates.count, gold, 1);
              perceptron.add(rows, nameTemplates.count, best, -1);
            }
            if (best > 0) memory.set(forms.form[word], best);
            label2 = label1;
            label1 = best;
          }
          perceptron.tick();
        }
      }
    }
    perceptron.addAverage(sum);
  }
  for (let i = 0; i < sum.length; i++) sum[i] /= settings.seeds.length;
  return packNames(NAMES_BITS, LABELS, quantise(sum, settings.perUnit, settings.least));
}
