import { deprelCode } from "../tags.js";
import { packModel, unpackModel } from "./bytes.js";
import type { Forms } from "./forms.js";
import { fillLabellerAtoms, labellerAtoms, labellerTemplates } from "./label-features.js";
import { ParseState } from "./parse-state.js";
import { fillParserAtoms, parserAtoms, parserTemplates } from "./parser-features.js";
import { ActionWeights, LabelWeights } from "./weights.js";

export interface ParserModel {
  readonly actions: ActionWeights;
  /** Labels are codes into `DEPREL`. */
  readonly relations: LabelWeights;
}

/** Code of the relation of a sentence's root, which no other word has. */
export const ROOT_RELATION = deprelCode.get("root") as number;

/** Builds trees from left to right, one action at a time; a second table names each arc when it is made. */
export class Parser {
  private readonly state = new ParseState();
  private readonly atoms = parserAtoms();
  private readonly rows = new Int32Array(parserTemplates.count);
  private readonly sums = new Int32Array(2);
  private readonly arcAtoms = labellerAtoms();
  private readonly arcRows = new Int32Array(labellerTemplates.count);
  private readonly arcScores: Int32Array;

  constructor(private readonly model: ParserModel) {
    this.arcScores = new Int32Array(model.relations.labels);
  }

  /**
   * Writes the head (a word number of the text, -1 at the root) and the relation of each word. Every sentence becomes a projective tree with one root.
   * Linear in the length of the text.
   */
  parse(forms: Forms, upos: Uint8Array, xpos: Uint8Array, sentences: Uint32Array, head: Int32Array, deprel: Uint8Array): void {
    const { state } = this;
    for (let sentence = 0; sentence + 1 < sentences.length; sentence++) {
      const first = sentences[sentence];
      state.begin(forms, upos, xpos, first, sentences[sentence + 1]);
      while (!state.done) this.act();
      for (let i = 0; i < state.length; i++) {
        head[first + i] = state.head[i] === state.length ? -1 : first + state.head[i];
        deprel[first + i] = state.relation[i];
      }
    }
  }

  private act(): void {
    const { state } = this;
    const { size, front, length, stack } = state;
    if (size === 0) state.shift();
    else if (front === length) {
      // Only the root is left: what is on the stack hangs under what is below it, and the last word under the root.
      if (size > 1) state.rightArc(this.relationOf(stack[size - 1], stack[size - 2]));
      else state.leftArc(ROOT_RELATION);
    } else {
      fillParserAtoms(this.atoms, state);
      parserTemplates.rowsOf(this.atoms, this.rows);
      this.model.actions.score(this.rows, parserTemplates.count, this.sums);
      const left = this.sums[0];
      const right = size > 1 ? this.sums[1] : -Infinity;
      const shift = -this.sums[0] - this.sums[1];
      if (shift >= left && shift >= right) state.shift();
      else if (left >= right) state.leftArc(this.relationOf(stack[size - 1], front));
      else state.rightArc(this.relationOf(stack[size - 1], stack[size - 2]));
    }
  }

  private relationOf(dependent: number, head: number): number {
    const { arcScores } = this;
    fillLabellerAtoms(this.arcAtoms, this.state, dependent, head);
    labellerTemplates.rowsOf(this.arcAtoms, this.arcRows);
    this.model.relations.score(this.arcRows, labellerTemplates.count, arcScores);
    return bestRelation(arcScores);
  }
}

/** The relation with the highest score that is not the root's; of equals the first. */
export function bestRelation(scores: Int32Array): number {
  let best = 0;
  for (let relation = 1; relation < scores.length; relation++)
    if (scores[relation] > scores[best] && relation !== ROOT_RELATION) best = relation;
  return best;
}

/** `actions` has (left, right) a row, `relations` one weight a label. */
export function packParser(
  actions: { readonly bits: number; readonly dense: Int32Array },
  relations: { readonly bits: number; readonly labels: number; readonly dense: Int32Array },
): Uint8Array {
  return packModel("parser", (out) => {
    ActionWeights.write(out, actions.bits, actions.dense);
    LabelWeights.write(out, relations.bits, relations.labels, relations.dense);
  });
}

export function unpackParser(packed: Uint8Array): ParserModel {
  const from = unpackModel("parser", packed);
  return { actions: ActionWeights.read(from), relations: LabelWeights.read(from) };
}
