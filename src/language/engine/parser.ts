import { Beam } from "./beam.js";
import { packModel, unpackModel } from "./bytes.js";
import { ParseState, type TaggedWords } from "./parse-state.js";
import { SureRelations } from "./relations.js";
import { ActionWeights, LabelWeights } from "./weights.js";

export interface ParserModel {
  readonly actions: ActionWeights;
  /** Labels are codes into `DEPREL`. */
  readonly relations: LabelWeights;
  readonly sure: SureRelations;
}

/** Parses kept side by side. With 4, LAS is 0.1 to 0.3 lower. */
const WIDTH = 8;
/** A parse whose score is further than this below the best, in steps of the weights, is given up: few come back from there, and time is won. */
const MARGIN = 1000;

/** Builds trees from left to right, one action at a time, by beam search; a second table names each arc when it is made. */
export class Parser {
  private readonly state = new ParseState();
  private readonly beam: Beam;

  constructor(model: ParserModel) {
    this.beam = new Beam(this.state, model.actions, model, WIDTH);
  }

  /**
   * Writes the head (a word number of the text, -1 at the root) and the relation of each word. Every sentence becomes a projective tree with one root.
   * Linear in the length of the text.
   */
  parse(words: TaggedWords, sentences: Uint32Array, head: Int32Array, deprel: Uint8Array): void {
    for (let sentence = 0; sentence + 1 < sentences.length; sentence++) {
      const first = sentences[sentence];
      this.state.begin(words, first, sentences[sentence + 1]);
      this.beam.begin();
      this.beam.write(this.beam.best(MARGIN), first, head, deprel);
    }
  }
}

/** `actions` has (left, right) a row, `relations` one weight a label. */
export function packParser(
  actions: { readonly bits: number; readonly dense: Int32Array },
  relations: { readonly bits: number; readonly labels: number; readonly dense: Int32Array },
  sure: SureRelations,
): Uint8Array {
  return packModel("parser", (out) => {
    ActionWeights.write(out, actions.bits, actions.dense);
    LabelWeights.write(out, relations.bits, relations.labels, relations.dense);
    sure.write(out);
  });
}

export function unpackParser(packed: Uint8Array): ParserModel {
  const from = unpackModel("parser", packed);
  return { actions: ActionWeights.read(from), relations: LabelWeights.read(from), sure: SureRelations.read(from) };
}
