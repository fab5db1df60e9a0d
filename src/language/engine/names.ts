import { uposCode } from "../tags.js";
import { packModel, unpackModel } from "./bytes.js";
import type { WordClusters } from "./clusters.js";
import { type Forms, Shape } from "./forms.js";
import { Gazetteer, marksPlace } from "./gazetteer.js";
import { LABEL_PAIRS, LabelPath, NAME_LABELS } from "./label-path.js";
import { fillNameAtoms, type NameContext, nameAtoms, nameTemplates, pairTemplates, remember } from "./name-features.js";
import { hashText } from "./templates.js";
import { LabelWeights } from "./weights.js";

export interface NameModel {
  /** What the lexicon knows by name, and the cities, towns and regions of the world. */
  readonly gazetteer: Gazetteer;
  readonly places: Gazetteer;
  /** Weights of labels (`NAME_LABELS`), and of each label after each (`LABEL_PAIRS`). */
  readonly own: LabelWeights;
  readonly pairs: LabelWeights;
}

const HYPHEN = hashText("-");
const PROPER = uposCode.get("PROPN");

/**
 * Whether a word can be in a name, and is to be scored: it has a capital or a digit, is tagged a proper noun or marked by the gazetteer as a country or
 * capital ("iran"; taggers see common nouns where writers spare capitals), follows a capital ("Communist party"), stands before a mark or a hyphen with a capital behind it, or is that hyphen ("al-Qaeda"), or is two words or fewer from capitals on both sides ("Bank of the West").
 */
export function mayBeInName(
  { forms: { form, shape }, upos, marks }: Pick<NameContext, "forms" | "upos" | "marks">,
  word: number,
  first: number,
  behind: number,
): boolean {
  if ((shape[word] & (Shape.capital | Shape.digit)) > 0 || upos[word] === PROPER || marksPlace(marks[word])) return true;
  if (form[word] === HYPHEN && hasCapital(shape, word + 1, first, behind)) return true;
  const after = hasCapital(shape, word - 1, first, behind);
  const before2 = hasCapital(shape, word + 2, first, behind);
  if ((shape[word] & Shape.mark) === 0 && (after || (before2 && (shape[word + 1] & (Shape.mark | Shape.hyphen)) > 0))) return true;
  return (after || hasCapital(shape, word - 2, first, behind)) && (before2 || hasCapital(shape, word + 1, first, behind));
}

const hasCapital = (shape: Int32Array, word: number, first: number, behind: number): boolean =>
  word >= first && word < behind && (shape[word] & Shape.capital) > 0;

/** Finds the names of persons, organizations and places. */
export class NameFinder {
  private readonly path = new LabelPath();
  private readonly atoms = nameAtoms();
  private readonly ownRows = new Int32Array(nameTemplates.count);
  private readonly pairRows = new Int32Array(pairTemplates.count);
  private readonly own = new Int32Array(NAME_LABELS);
  private readonly pairs = new Int32Array(LABEL_PAIRS);

  constructor(private readonly model: NameModel) {}

  /** The labels of a text, sentence by sentence; what a sentence showed helps with those after it. */
  find(forms: Forms, clusters: WordClusters, upos: Uint8Array, xpos: Uint8Array, sentences: Uint32Array): Uint8Array {
    const labels = new Uint8Array(forms.length);
    const { gazetteer, places } = this.model;
    const context: NameContext = {
      forms,
      clusters,
      upos,
      xpos,
      marks: gazetteer.mark(forms, sentences),
      places: places.mark(forms, sentences),
      memory: new Map(),
    };
    for (let sentence = 0; sentence + 1 < sentences.length; sentence++) {
      this.label(context, sentences[sentence], sentences[sentence + 1], labels);
      remember(context, labels, sentences[sentence], sentences[sentence + 1]);
    }
    return labels;
  }

  /** Writes the labels of the sentence `[first, behind)` to `labels`. */
  private label(context: NameContext, first: number, behind: number, labels: Uint8Array): void {
    const { model, path, atoms, ownRows, pairRows, own, pairs } = this;
    path.begin();
    for (let word = first; word < behind; word++) {
      if (!mayBeInName(context, word, first, behind)) {
        path.addOutside();
        continue;
      }
      fillNameAtoms(atoms, context, word, first, behind);
      nameTemplates.rowsOf(atoms, ownRows);
      model.own.score(ownRows, nameTemplates.count, own);
      pairTemplates.rowsOf(atoms, pairRows);
      model.pairs.score(pairRows, pairTemplates.count, pairs);
      path.add(own, pairs);
    }
    path.finish(labels, first);
  }
}

/** A dense table of `1 << bits` rows, one whole number a label (or pair of labels). */
export interface DenseTable {
  readonly bits: number;
  readonly weights: Int32Array;
}

export function packNames(gazetteer: Gazetteer, places: Gazetteer, own: DenseTable, pairs: DenseTable): Uint8Array {
  return packModel("names", (out) => {
    gazetteer.write(out);
    places.write(out);
    LabelWeights.write(out, own.bits, NAME_LABELS, own.weights);
    LabelWeights.write(out, pairs.bits, LABEL_PAIRS, pairs.weights);
  });
}

export function unpackNames(packed: Uint8Array): NameModel {
  const from = unpackModel("names", packed);
  return { gazetteer: Gazetteer.read(from), places: Gazetteer.read(from), own: LabelWeights.read(from), pairs: LabelWeights.read(from) };
}
