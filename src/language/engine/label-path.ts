/** Labels are the bytes of `Doc.name` for persons, organizations and places: 0 outside, `2 * kind + 1` at a name's first word, `2 * kind + 2` inside it. */
export const NAME_LABELS = 7;

/** Pairs of labels, `before * NAME_LABELS + label`. */
export const LABEL_PAIRS: number = NAME_LABELS * NAME_LABELS;

/** Whether a label may follow another: a name goes on only where one of its kind has begun. */
export const mayFollow = (label: number, before: number): boolean =>
  label === 0 || label % 2 === 1 || before === label || before === label - 1;

/** The best sequence of labels of a sentence (Viterbi): begun, told of one word after the other, then finished. Ties go to the lower label. */
export class LabelPath {
  /** Best score of a sequence that ends in each label at the last word, and at the one being added. */
  private before = new Float64Array(NAME_LABELS);
  private here = new Float64Array(NAME_LABELS);
  /** For each word and label, the label before it in that sequence. */
  private from = new Uint8Array(64 * NAME_LABELS);
  private length = 0;

  begin(): void {
    this.length = 0;
    this.before.fill(-Infinity);
    this.before[0] = 0;
  }

  /** Adds a word that is outside names, whatever came before. */
  addOutside(): void {
    const { before, here } = this;
    const base = this.grow();
    here.fill(-Infinity);
    for (let label = 0; label < NAME_LABELS; label++)
      if (before[label] > here[0]) {
        here[0] = before[label];
        this.from[base] = label;
      }
    this.before = here;
    this.here = before;
  }

  /** Adds a word by the scores of its labels and those of each label after each (`LABEL_PAIRS`). */
  add(own: Int32Array | Float64Array, pairs: Int32Array | Float64Array): void {
    const { before, here } = this;
    const base = this.grow();
    const { from } = this;
    here.fill(-Infinity);
    for (let label1 = 0; label1 < NAME_LABELS; label1++) {
      if (before[label1] === -Infinity) continue;
      for (let label = 0; label < NAME_LABELS; label++) {
        const score = before[label1] + own[label] + pairs[label1 * NAME_LABELS + label];
        if (score > here[label] && mayFollow(label, label1)) {
          here[label] = score;
          from[base + label] = label1;
        }
      }
    }
    this.before = here;
    this.here = before;
  }

  /** Writes the labels of the words added to `labels`, from `first`. */
  finish(labels: Uint8Array, first: number): void {
    let label = 0;
    for (let other = 1; other < NAME_LABELS; other++) if (this.before[other] > this.before[label]) label = other;
    for (let word = this.length - 1; word >= 0; word--) {
      labels[first + word] = label;
      label = this.from[word * NAME_LABELS + label];
    }
  }

  /** Makes room for one more word, and gives where its entries of `from` begin. */
  private grow(): number {
    const base = this.length++ * NAME_LABELS;
    if (base + NAME_LABELS > this.from.length) {
      const larger = new Uint8Array(this.from.length * 2);
      larger.set(this.from);
      this.from = larger;
    }
    return base;
  }
}
