import {
  type Forms,
  fillNameAtoms,
  type Gazetteer,
  joinTemplates,
  NAME_LABELS,
  NAMES_BITS,
  type NameContext,
  NameDecoder,
  nameAtoms,
  nameTemplates,
  packNames,
  remember,
  setLabelBefore,
} from "../src/language/engine/index.js";
import type { NamedText } from "./iob.js";
import { Perceptron, quantise } from "./perceptron.js";
import { Random } from "./random.js";

/** A text with names, and what the finder of names sees of it. */
export interface TaggedNames extends NamedText {
  readonly forms: Forms;
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
}

export interface NameSettings {
  readonly epochs: number;
  /** One run of training each; their weights are added up. */
  readonly seeds: readonly number[];
  /** Steps of a whole-number weight to 1, and the fewest that are kept. */
  readonly perUnit: number;
  readonly least: number;
}

/** Trains a finder of names as a structured perceptron (Collins 2002), document by document, and gives its packed model. */
export function trainNames(texts: readonly TaggedNames[], gazetteer: Gazetteer, settings: NameSettings): Uint8Array {
  const sum = new Float32Array((1 << NAMES_BITS) * NAME_LABELS);
  const documents = texts.flatMap((text) => {
    const marks = gazetteer.mark(text.forms, text.words.sentences);
    const found = new Uint8Array(text.words.length);
    return text.documents.slice(0, -1).map((from, document) => ({ text, marks, found, from, to: text.documents[document + 1] as number }));
  });
  for (const seed of settings.seeds) {
    const run = new Run();
    const random = new Random(seed);
    const order = Uint32Array.from(documents.keys());
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      random.shuffle(order);
      for (const index of order) {
        const { text, marks, found, from, to } = documents[index] as (typeof documents)[number];
        run.document({ ...text, marks, memory: new Map() }, text, found, from, to);
      }
    }
    run.perceptron.addAverage(sum);
  }
  for (let i = 0; i < sum.length; i++) sum[i] /= settings.seeds.length;
  return packNames(gazetteer, NAMES_BITS, quantise(sum, settings.perUnit, settings.least));
}

/** One run of training. */
class Run {
  readonly perceptron = new Perceptron(NAMES_BITS, NAME_LABELS);
  private readonly decoder = new NameDecoder(this.perceptron);
  private readonly atoms = nameAtoms();
  private readonly ownRows = new Int32Array(nameTemplates.count);
  private readonly joinRows = new Int32Array(joinTemplates.count);

  /** Learns from the sentences `[from, to)`, with `found` for scratch. The memory is of what was found, right or wrong, as it will be. */
  document(context: NameContext, { words, name }: NamedText, found: Uint8Array, from: number, to: number): void {
    for (let sentence = from; sentence < to; sentence++) {
      const first = words.sentences[sentence];
      const behind = words.sentences[sentence + 1];
      this.decoder.decode(context, first, behind, found);
      for (let word = first; word < behind; word++) {
        const gold1 = word > first ? name[word - 1] : 0;
        const found1 = word > first ? found[word - 1] : 0;
        if (name[word] !== found[word] || gold1 !== found1)
          this.correct(context, word, first, behind, name[word], gold1, found[word], found1);
      }
      this.perceptron.tick();
      remember(context, found, first, behind);
    }
  }

  private correct(
    context: NameContext,
    word: number,
    first: number,
    behind: number,
    gold: number,
    gold1: number,
    found: number,
    found1: number,
  ): void {
    const { atoms, ownRows, joinRows, perceptron } = this;
    fillNameAtoms(atoms, context, word, first, behind);
    if (gold !== found) {
      nameTemplates.rowsOf(atoms, ownRows);
      perceptron.add(ownRows, nameTemplates.count, gold, 1);
      perceptron.add(ownRows, nameTemplates.count, found, -1);
    }
    setLabelBefore(atoms, gold1);
    joinTemplates.rowsOf(atoms, joinRows);
    perceptron.add(joinRows, joinTemplates.count, gold, 1);
    setLabelBefore(atoms, found1);
    joinTemplates.rowsOf(atoms, joinRows);
    perceptron.add(joinRows, joinTemplates.count, found, -1);
  }
}
