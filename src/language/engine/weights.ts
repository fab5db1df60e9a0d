import { type ByteReader, ByteWriter, signedNumbers, unsignedNumbers } from "./bytes.js";

/**
 * The weights of a linear model with many labels, most of them zero: of each row only the labels that have a weight are kept.
 * Weights are whole numbers and sums are exact, so every machine finds the same best label.
 */
export class LabelWeights {
  /** Entries of row `r` are `[firstEntry[r], firstEntry[r + 1])`: `weight << 8 | label`. */
  private constructor(
    readonly bits: number,
    readonly labels: number,
    private readonly firstEntry: Uint32Array,
    private readonly entries: Int32Array,
  ) {}

  /** Writes the sum of the rows' weights for each label to `scores`. */
  score(rows: Int32Array, count: number, scores: Int32Array): void {
    const { firstEntry, entries } = this;
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      const row = rows[i];
      for (let at = firstEntry[row], behind = firstEntry[row + 1]; at < behind; at++) {
        const entry = entries[at];
        scores[entry & 0xff] += entry >> 8;
      }
    }
  }

  /** Number of weights kept. */
  get size(): number {
    return this.entries.length;
  }

  /** Reads what `write` wrote. */
  static read(from: ByteReader): LabelWeights {
    const bits = from.byte();
    const labels = from.byte();
    const size = from.unsigned();
    const used = from.unsigned();
    const gaps = unsignedNumbers(from.bytes(), used);
    const counts = unsignedNumbers(from.bytes(), used);
    const names = from.bytes();
    const entries = signedNumbers(from.bytes(), size);
    for (let entry = 0; entry < size; entry++) entries[entry] = (entries[entry] << 8) | names[entry];
    const firstEntry = new Uint32Array((1 << bits) + 1);
    let entry = 0;
    let row = 0;
    for (let i = 0; i < used; i++) {
      for (const last = row + gaps[i]; row <= last; row++) firstEntry[row] = entry;
      entry += counts[i] + 1;
    }
    firstEntry.fill(entry, row);
    return new LabelWeights(bits, labels, firstEntry, entries);
  }

  /**
   * Writes a dense table of `1 << bits` rows × `labels` whole numbers (row by row), zeros left out: gaps between used rows, entries a
   * row, labels and weights as four streams, which compress better apart.
   */
  static write(out: ByteWriter, bits: number, labels: number, dense: Int32Array): void {
    if (labels > 256) throw new RangeError(`${labels} labels do not fit into a byte`);
    const gaps = new ByteWriter();
    const counts = new ByteWriter();
    const names = new ByteWriter();
    const values = new ByteWriter();
    let size = 0;
    let used = 0;
    let next = 0;
    for (let row = 0; row < 1 << bits; row++) {
      let inRow = 0;
      for (let label = 0; label < labels; label++) {
        const weight = dense[row * labels + label];
        if (weight === 0) continue;
        names.byte(label);
        values.signed(weight);
        inRow++;
      }
      if (inRow === 0) continue;
      gaps.unsigned(row - next);
      counts.unsigned(inRow - 1);
      next = row + 1;
      size += inRow;
      used++;
    }
    out.byte(bits);
    out.byte(labels);
    out.unsigned(size);
    out.unsigned(used);
    for (const stream of [gaps, counts, names, values]) out.bytes(stream.finish());
  }
}

/**
 * The weights of the parser's three actions. A perceptron's update adds to one action what it takes from another, so a row's three
 * weights sum to zero and two of them, 16 bits each, say all: one memory access a feature.
 */
export class ActionWeights {
  /** Left-arc weight in the low half, right-arc weight in the high half. */
  private constructor(
    readonly bits: number,
    private readonly rows: Int32Array,
    /** Number of rows that are not zero. */
    readonly size: number,
  ) {}

  /** Writes the sums for left arc and right arc to `sums[0]` and `sums[1]`; that of shift is minus both. */
  score(rows: Int32Array, count: number, sums: Int32Array): void {
    const table = this.rows;
    let left = 0;
    let right = 0;
    for (let i = 0; i < count; i++) {
      const pair = table[rows[i]];
      left += (pair << 16) >> 16;
      right += pair >> 16;
    }
    sums[0] = left;
    sums[1] = right;
  }

  static read(from: ByteReader): ActionWeights {
    const bits = from.byte();
    const rows = new Int32Array(1 << bits);
    const used = from.unsigned();
    const gaps = unsignedNumbers(from.bytes(), used);
    const lefts = signedNumbers(from.bytes(), used);
    const rights = signedNumbers(from.bytes(), used);
    let next = 0;
    for (let i = 0; i < used; i++) {
      const row = next + gaps[i];
      rows[row] = (lefts[i] & 0xffff) | (rights[i] << 16);
      next = row + 1;
    }
    return new ActionWeights(bits, rows, used);
  }

  /** Writes a dense table of `1 << bits` rows × (left, right). Throws for a weight that needs more than 16 bits. */
  static write(out: ByteWriter, bits: number, dense: Int32Array): void {
    const gaps = new ByteWriter();
    const lefts = new ByteWriter();
    const rights = new ByteWriter();
    let used = 0;
    let next = 0;
    for (let row = 0; row < 1 << bits; row++) {
      const left = dense[row * 2];
      const right = dense[row * 2 + 1];
      if (left === 0 && right === 0) continue;
      if (left !== (left << 16) >> 16 || right !== (right << 16) >> 16) throw new RangeError(`A weight of row ${row} exceeds 16 bits`);
      gaps.unsigned(row - next);
      lefts.signed(left);
      rights.signed(right);
      next = row + 1;
      used++;
    }
    out.byte(bits);
    out.unsigned(used);
    for (const stream of [gaps, lefts, rights]) out.bytes(stream.finish());
  }
}
