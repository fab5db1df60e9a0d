import { packModel, unpackModel } from "./bytes.js";
import type { Forms } from "./forms.js";
import { fillNameAtoms, type NameMemory, nameAtoms, nameTemplates } from "./name-features.js";
import { LabelWeights } from "./weights.js";

/** Labels are the bytes of `Doc.name`: 0 outside, `2 * kind + 1` at a name's first word, `2 * kind + 2` inside it. */
export interface NameModel {
  readonly weights: LabelWeights;
}

/** Whether a label may follow another: a name goes on only where one of its kind has begun. */
export const mayFollow = (label: number, before: number): boolean =>
  label === 0 || label % 2 === 1 || before === label || before === label - 1;

/** Finds the names of persons, organizations and places. */
export class NameFinder {
  private readonly atoms = nameAtoms();
  private readonly rows = new Int32Array(nameTemplates.count);
  private readonly scores: Int32Array;

  constructor(private readonly model: NameModel) {
    this.scores = new Int32Array(model.weights.labels);
  }

  /** The label of each word of a text, from left to right. Ties go to the lower label. */
  find(forms: Forms, upos: Uint8Array, xpos: Uint8Array, sentences: Uint32Array): Uint8Array {
    const { atoms, rows, scores } = this;
    const labels = new Uint8Array(forms.length);
    const memory: NameMemory = new Map();
    for (let sentence = 0; sentence + 1 < sentences.length; sentence++) {
      const first = sentences[sentence];
      const behind = sentences[sentence + 1];
      let label1 = 0;
      let label2 = 0;
      for (let word = first; word < behind; word++) {
        fillNameAtoms(atoms, forms, upos, xpos, memory, word, first, behind, label1, label2);
        nameTemplates.rowsOf(atoms, rows);
        this.model.weights.score(rows, nameTemplates.count, scores);
        let best = 0;
        for (let label = 1; label < scores.length; label++) if (scores[label] > scores[best] && mayFollow(label, label1)) best = label;
        labels[word] = best;
        if (best > 0) memory.set(forms.form[word], best);
        label2 = label1;
        label1 = best;
      }
    }
    return labels;
  }
}

export function packNames(bits: number, labels: number, dense: Int32Array): Uint8Array {
  return packModel("names", (out) => LabelWeights.write(out, bits, labels, dense));
}

export function unpackNames(packed: Uint8Array): NameModel {
  return { weights: LabelWeights.read(unpackModel("names", packed)) };
}
