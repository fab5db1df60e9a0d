import { packModel, unpackModel } from "./bytes.js";
import type { Forms } from "./forms.js";
import { TagDictionary } from "./tag-dictionary.js";
import { ambiguityClasses, fillTaggerAtoms, revisionTemplates, taggerAtoms, taggerTemplates } from "./tagger-features.js";
import { LabelWeights } from "./weights.js";

/** A tagger as it is stored. A label is a pair of UPOS and XPOS: what is an "IN" is an ADP or an SCONJ, and knowing one tells of the other. */
export interface TaggerModel {
  /** UPOS and XPOS codes of each label. */
  readonly labels: readonly (readonly [upos: number, xpos: number])[];
  readonly dictionary: TagDictionary;
  /** Labels that a word without candidates of its own may take: those of open word classes. */
  readonly openLabels: readonly number[];
  /** Weights of the first pass and of the second. */
  readonly draft: LabelWeights;
  readonly revision: LabelWeights;
}

/** What the first pass makes of a text: a label a word, and 1 where another was close to it. */
export interface Draft {
  readonly labels: Uint8Array;
  readonly doubtful: Uint8Array;
}

/** A label that leads the next by less, in steps of the weights, is looked at again: one word in nine, and nearly all that a second look would change. */
const DOUBT = 200;

/** Stands for the tag of a word before the sentence. */
export const NO_TAG = 255;

/**
 * Tags words from left to right, each by its features and the tags before it; then those that were in doubt once more, now that there is a draft of the
 * tags behind them as well: what follows a word tells as much of it as what comes before.
 */
export class Tagger {
  private readonly atoms = taggerAtoms();
  private readonly rows = new Int32Array(revisionTemplates.count);
  private readonly scores: Int32Array;
  private readonly open: Uint8Array;
  private readonly uposOf: Uint8Array;
  private readonly xposOf: Uint8Array;
  /** By how much the label last chosen leads the next. */
  private lead = 0;

  constructor(readonly model: TaggerModel) {
    this.scores = new Int32Array(model.labels.length);
    this.open = Uint8Array.from(model.openLabels);
    this.uposOf = Uint8Array.from(model.labels, ([upos]) => upos);
    this.xposOf = Uint8Array.from(model.labels, ([, xpos]) => xpos);
  }

  /** The tags of each word, sentence by sentence, as codes of UPOS and XPOS. Ties go to the label that is listed first. */
  tag(forms: Forms, sentences: Uint32Array): { readonly upos: Uint8Array; readonly xpos: Uint8Array } {
    const { labels } = this.pass(forms, sentences, this.pass(forms, sentences, null));
    const { uposOf, xposOf } = this;
    return { upos: labels.map((label) => uposOf[label]), xpos: labels.map((label) => xposOf[label]) };
  }

  /** The label of each word by the first pass, or by the second where the first one's draft is given. */
  pass(forms: Forms, sentences: Uint32Array, draft: Draft | null): Draft {
    const labels = new Uint8Array(forms.length);
    const doubtful = new Uint8Array(forms.length);
    const classes = ambiguityClasses(forms, this.model.dictionary);
    for (let sentence = 0; sentence + 1 < sentences.length; sentence++) {
      const first = sentences[sentence];
      const behind = sentences[sentence + 1];
      let tag1 = NO_TAG;
      let tag2 = NO_TAG;
      for (let word = first; word < behind; word++) {
        let label: number;
        if (draft !== null && draft.doubtful[word] === 0) label = draft.labels[word];
        else {
          label = this.best(forms, classes, word, first, behind, tag1, tag2, draft);
          if (this.lead < DOUBT) doubtful[word] = 1;
        }
        labels[word] = label;
        tag2 = tag1;
        tag1 = label;
      }
    }
    return { labels, doubtful };
  }

  private best(
    forms: Forms,
    classes: Int32Array,
    word: number,
    first: number,
    behind: number,
    tag1: number,
    tag2: number,
    draft: Draft | null,
  ): number {
    const { dictionary } = this.model;
    const entry = dictionary.find(forms.form[word]);
    let candidates = this.open;
    let from = 0;
    let to = candidates.length;
    if (entry >= 0 && dictionary.firstCandidate[entry] < dictionary.firstCandidate[entry + 1]) {
      candidates = dictionary.candidates;
      from = dictionary.firstCandidate[entry];
      to = dictionary.firstCandidate[entry + 1];
      if (to === from + 1) {
        this.lead = Infinity;
        return candidates[from];
      }
    }
    const { atoms, rows, scores } = this;
    const templates = draft === null ? taggerTemplates : revisionTemplates;
    fillTaggerAtoms(atoms, forms, classes, word, first, behind, tag1, tag2, draft === null ? null : draft.labels);
    templates.rowsOf(atoms, rows);
    (draft === null ? this.model.draft : this.model.revision).score(rows, templates.count, scores);
    let best = candidates[from];
    let next = -Infinity;
    for (let i = from + 1; i < to; i++) {
      const label = candidates[i];
      if (scores[label] > scores[best]) {
        next = scores[best];
        best = label;
      } else if (scores[label] > next) next = scores[label];
    }
    this.lead = scores[best] - next;
    return best;
  }
}

/** `draft` and `revision` have a row of weights, one a label, for each of `1 << bits` rows. */
export function packTagger(
  model: Omit<TaggerModel, "draft" | "revision">,
  bits: number,
  draft: Int32Array,
  revision: Int32Array,
): Uint8Array {
  return packModel("tagger", (out) => {
    out.unsigned(model.labels.length);
    for (const [upos, xpos] of model.labels) {
      out.byte(upos);
      out.byte(xpos);
    }
    out.bytes(Uint8Array.from(model.openLabels));
    model.dictionary.write(out);
    for (const dense of [draft, revision]) LabelWeights.write(out, bits, model.labels.length, dense);
  });
}

export function unpackTagger(packed: Uint8Array): TaggerModel {
  const from = unpackModel("tagger", packed);
  const labels: [number, number][] = [];
  for (let rest = from.unsigned(); rest > 0; rest--) labels.push([from.byte(), from.byte()]);
  return {
    labels,
    openLabels: [...from.bytes()],
    dictionary: TagDictionary.read(from),
    draft: LabelWeights.read(from),
    revision: LabelWeights.read(from),
  };
}
