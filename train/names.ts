import {
  biasTemplate,
  type Clusters,
  type Forms,
  type Gazetteer,
  LABEL_PAIRS,
  NAME_LABELS,
  NAMES_BITS,
  type NameContext,
  nameAtoms,
  PAIRS_BITS,
  packNames,
  remember,
} from "../src/language/engine/index.js";
import type { NamedText } from "./iob.js";
import { NameField } from "./name-field.js";
import { quantise } from "./perceptron.js";
import { Random } from "./random.js";

/** A text with names, and what the finder of names sees of it. */
export interface TaggedNames extends NamedText {
  readonly forms: Forms;
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  /** What its sentences count for in training; 1 for those that people annotated. */
  readonly trust: number;
}

/** What the finder of names knows beforehand. */
export interface NameKnowledge {
  readonly gazetteer: Gazetteer;
  readonly places: Gazetteer;
  readonly clusters: Clusters;
}

export interface NameSettings {
  readonly epochs: number;
  /** One run of training each; their weights are added up. */
  readonly seeds: readonly number[];
  /** Length of the first steps. */
  readonly rate: number;
  /** Taken from the score of "outside". Annotators disagree most on whether a thing has a name at all, so that what they agree on alone finds too few. */
  readonly eager: number;
  /** Steps of a whole-number weight to 1, and the fewest that are kept. */
  readonly perUnit: number;
  readonly least: number;
}

/** Trains a finder of names as a conditional random field, document by document, each text a corpus of its own, and gives its packed model. */
export function trainNames(texts: readonly TaggedNames[], knowledge: NameKnowledge, settings: NameSettings): Uint8Array {
  const { gazetteer, places, clusters } = knowledge;
  const own = new Float32Array(NAME_LABELS << NAMES_BITS);
  const pairs = new Float32Array(LABEL_PAIRS << PAIRS_BITS);
  const documents = texts.flatMap((text, corpus) => {
    const { forms, words } = text;
    const seen = {
      ...text,
      clusters: clusters.of(forms.form),
      // The weights were made, and their scores measured, without places written small.
      marks: gazetteer.mark(forms, words.sentences, false),
      places: places.mark(forms, words.sentences),
    };
    const found = new Uint8Array(words.length);
    return text.documents
      .slice(0, -1)
      .map((from, document) => ({ text: seen, corpus, found, from, to: text.documents[document + 1] as number }));
  });
  for (const seed of settings.seeds) {
    const field = new NameField(texts.length, settings.rate);
    const random = new Random(seed);
    const order = Uint32Array.from(documents.keys());
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      random.shuffle(order);
      for (const index of order) {
        const { text, corpus, found, from, to } = documents[index] as (typeof documents)[number];
        const context: NameContext = { ...text, memory: new Map() };
        for (let sentence = from; sentence < to; sentence++) {
          const first = text.words.sentences[sentence];
          const behind = text.words.sentences[sentence + 1];
          // The memory is of what was found, right or wrong, as it will be.
          field.learn(context, text.name, corpus, text.trust, first, behind, found);
          remember(context, found, first, behind);
        }
      }
    }
    field.addShared(own, pairs);
  }
  for (const weights of [own, pairs]) for (let i = 0; i < weights.length; i++) weights[i] /= settings.seeds.length;
  const bias = new Int32Array(1);
  biasTemplate.rowsOf(nameAtoms(), bias);
  own[bias[0] * NAME_LABELS] -= settings.eager;
  return packNames(
    gazetteer,
    places,
    { bits: NAMES_BITS, weights: quantise(own, settings.perUnit, settings.least) },
    { bits: PAIRS_BITS, weights: quantise(pairs, settings.perUnit, settings.least) },
  );
}
