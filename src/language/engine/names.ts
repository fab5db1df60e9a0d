import { packModel, unpackModel } from "./bytes.js";
import { type Forms, Shape } from "./forms.js";
import { Gazetteer } from "./gazetteer.js";
import { fillNameAtoms, joinTemplates, type NameContext, nameAtoms, nameTemplates, remember, setLabelBefore } from "./name-features.js";
import { LabelWeights } from "./weights.js";

export interface NameModel {
  readonly gazetteer: Gazetteer;
  readonly weights: LabelWeights;
}

/** Labels are the bytes of `Doc.name` for persons, organizations and places: 0 outside, `2 * kind + 1` at a name's first word, `2 * kind + 2` inside it. */
export const NAME_LABELS = 7;

/** Whether a label may follow another: a name goes on only where one of its kind has begun. */
const mayFollow = (label: number, before: number): boolean => label === 0 || label % 2 === 1 || before === label || before === label - 1;

/** Weights to find names with: those of a model, or those in training. */
interface Scorer {
  score(rows: Int32Array, count: number, scores: Int32Array): void;
}

/** Finds the best sequence of labels of a sentence (Viterbi), each label scored by its word and by the label before it. */
export class NameDecoder {
  private readonly atoms = nameAtoms();
  private readonly ownRows = new Int32Array(nameTemplates.count);
  private readonly joinRows = new Int32Array(joinTemplates.count);
  private readonly own = new Int32Array(NAME_LABELS);
  private readonly join = new Int32Array(NAME_LABELS);
  /** Best score of a sequence that ends in each label at the word before and at this word. */
  private before = new Float64Array(NAME_LABELS);
  private here = new Float64Array(NAME_LABELS);
  private from = new Uint8Array(0);

  constructor(private readonly weights: Scorer) {}

  /** Writes the labels of the sentence `[first, behind)` to `labels`. Ties go to the lower label. */
  decode(context: NameContext, first: number, behind: number, labels: Uint8Array): void {
    const { atoms, ownRows, joinRows, own, join, weights } = this;
    if (this.from.length < (behind - first) * NAME_LABELS) this.from = new Uint8Array((behind - first) * NAME_LABELS * 2);
    const { from } = this;
    this.before.fill(-Infinity);
    this.before[0] = 0;
    for (let word = first; word < behind; word++) {
      const { before, here } = this;
      const base = (word - first) * NAME_LABELS;
      here.fill(-Infinity);
      if (!mayBeInName(context.forms, word, first, behind)) {
        // Nothing to score: the word is outside, whatever came before.
        for (let label = 0; label < NAME_LABELS; label++)
          if (before[label] > here[0]) {
            here[0] = before[label];
            from[base] = label;
          }
      } else {
        fillNameAtoms(atoms, context, word, first, behind);
        nameTemplates.rowsOf(atoms, ownRows);
        weights.score(ownRows, nameTemplates.count, own);
        for (let label1 = 0; label1 < NAME_LABELS; label1++) {
          if (before[label1] === -Infinity) continue;
          setLabelBefore(atoms, label1);
          joinTemplates.rowsOf(atoms, joinRows);
          weights.score(joinRows, joinTemplates.count, join);
          for (let label = 0; label < NAME_LABELS; label++) {
            const score = before[label1] + own[label] + join[label];
            if (score > here[label] && mayFollow(label, label1)) {
              here[label] = score;
              from[base + label] = label1;
            }
          }
        }
      }
      this.before = here;
      this.here = before;
    }
    let label = 0;
    for (let other = 1; other < NAME_LABELS; other++) if (this.before[other] > this.before[label]) label = other;
    for (let word = behind - 1; word >= first; word--) {
      labels[word] = label;
      label = from[(word - first) * NAME_LABELS + label];
    }
  }
}

/** Whether a word can be in a name: it has a capital or a digit, or is two words or fewer from one that has a capital ("Bank of the West"). */
function mayBeInName({ shape }: Forms, word: number, first: number, behind: number): boolean {
  if ((shape[word] & (Shape.capital | Shape.digit)) > 0) return true;
  return word > first && hasCapital(shape, word - 2, first, behind) && hasCapital(shape, word + 1, first, behind);
}

/** Whether the word at `from` or the next one has a capital. */
function hasCapital(shape: Int32Array, from: number, first: number, behind: number): boolean {
  for (let word = Math.max(from, first); word < from + 2 && word < behind; word++) if ((shape[word] & Shape.capital) > 0) return true;
  return false;
}

/** Finds the names of persons, organizations and places. */
export class NameFinder {
  private readonly decoder: NameDecoder;

  constructor(private readonly model: NameModel) {
    this.decoder = new NameDecoder(model.weights);
  }

  /** The labels of a text, sentence by sentence; what a sentence showed helps with those after it. */
  find(forms: Forms, upos: Uint8Array, xpos: Uint8Array, sentences: Uint32Array): Uint8Array {
    const labels = new Uint8Array(forms.length);
    const context: NameContext = { forms, upos, xpos, marks: this.model.gazetteer.mark(forms, sentences), memory: new Map() };
    for (let sentence = 0; sentence + 1 < sentences.length; sentence++) {
      this.decoder.decode(context, sentences[sentence], sentences[sentence + 1], labels);
      remember(context, labels, sentences[sentence], sentences[sentence + 1]);
    }
    return labels;
  }
}

/** `dense` has `1 << bits` rows of `NAME_LABELS` weights. */
export function packNames(gazetteer: Gazetteer, bits: number, dense: Int32Array): Uint8Array {
  return packModel("names", (out) => {
    gazetteer.write(out);
    LabelWeights.write(out, bits, NAME_LABELS, dense);
  });
}

export function unpackNames(packed: Uint8Array): NameModel {
  const from = unpackModel("names", packed);
  return { gazetteer: Gazetteer.read(from), weights: LabelWeights.read(from) };
}
