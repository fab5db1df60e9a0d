import { type ByteReader, ByteWriter, packModel, unpackModel, unsignedNumbers } from "./bytes.js";

/** The clusters of each word of a text at three grains, one entry a word; 0 where the word is unknown. */
export interface WordClusters {
  /** Some 64 clusters: kinds of words ("a person's name", "a past tense"). */
  readonly coarse: Uint16Array;
  /** Some 512. */
  readonly middle: Uint16Array;
  /** Some 2,000. Each fine cluster lies in one of the middle ones, each of these in one coarse one. */
  readonly fine: Uint16Array;
}

/** The clusters of one word, 0 at every grain where it is unknown. */
export type ClusterIds = { readonly [Grain in keyof WordClusters]: number };

const UNKNOWN: ClusterIds = { coarse: 0, middle: 0, fine: 0 };

/**
 * Words put together by the company they keep in hundreds of millions of words of news and encyclopedia, so that what a model learned of
 * "Oslo" helps with "Tbilisi", which it never saw. Words are kept as hashes of their folded forms (`Forms.form`): an unlisted word is taken for a listed one
 * once in 40,000.
 */
export class Clusters {
  /** Open addressing: the form of each slot's word, and its fine cluster (0 where the slot is free). */
  private readonly slotForm: Int32Array;
  private readonly slotFine: Uint16Array;
  private readonly mask: number;

  /**
   * `forms` and `fine` are parallel: different forms, and their fine clusters, from 1. `middleOf` and `coarseOf` give the middle cluster of each fine one and
   * the coarse cluster of each middle one; their entry 0 is 0.
   */
  constructor(
    private readonly forms: Int32Array,
    private readonly fine: Uint16Array,
    private readonly middleOf: Uint16Array,
    private readonly coarseOf: Uint16Array,
  ) {
    const size = 1 << Math.ceil(Math.log2(forms.length * 2 + 2));
    this.mask = size - 1;
    this.slotForm = new Int32Array(size);
    this.slotFine = new Uint16Array(size);
    for (let word = 0; word < forms.length; word++) {
      let slot = forms[word] & this.mask;
      while (this.slotFine[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slotForm[slot] = forms[word];
      this.slotFine[slot] = fine[word];
    }
  }

  /** Number of words known. */
  get size(): number {
    return this.forms.length;
  }

  /** The clusters of a form (see `Forms.form`). For whole texts `of` is faster. */
  clusterOf(form: number): ClusterIds {
    const fine = this.fineOf(form);
    if (fine === 0) return UNKNOWN;
    const middle = this.middleOf[fine];
    return { coarse: this.coarseOf[middle], middle, fine };
  }

  /** The clusters of all words of a text, given as their forms. */
  of(forms: Int32Array): WordClusters {
    const { middleOf, coarseOf } = this;
    const coarse = new Uint16Array(forms.length);
    const middle = new Uint16Array(forms.length);
    const fine = new Uint16Array(forms.length);
    for (let word = 0; word < forms.length; word++) {
      fine[word] = this.fineOf(forms[word]);
      middle[word] = middleOf[fine[word]];
      coarse[word] = coarseOf[middle[word]];
    }
    return { coarse, middle, fine };
  }

  private fineOf(form: number): number {
    const { slotForm, slotFine, mask } = this;
    let slot = form & mask;
    while (slotFine[slot] !== 0) {
      if (slotForm[slot] === form) return slotFine[slot];
      slot = (slot + 1) & mask;
    }
    return 0;
  }

  /** The model file: the two maps, then the words in order of their hashes, as gaps, with their clusters in two streams of bytes. */
  pack(): Uint8Array {
    const order = Uint32Array.from(this.forms.keys()).sort((a, b) => this.forms[a] - this.forms[b]);
    const gaps = new ByteWriter();
    const high = new ByteWriter();
    const low = new ByteWriter();
    let last = -0x80000000;
    for (const word of order) {
      gaps.unsigned(this.forms[word] - last);
      last = this.forms[word];
      high.byte(this.fine[word] >> 8);
      low.byte(this.fine[word] & 0xff);
    }
    return packModel("clusters", (out) => {
      for (const map of [this.middleOf, this.coarseOf]) {
        out.unsigned(map.length);
        for (const cluster of map) out.unsigned(cluster);
      }
      out.unsigned(order.length);
      for (const stream of [gaps, high, low]) out.bytes(stream.finish());
    });
  }
}

export function unpackClusters(packed: Uint8Array): Clusters {
  const from = unpackModel("clusters", packed);
  const middleOf = readMap(from);
  const coarseOf = readMap(from);
  const size = from.unsigned();
  const forms = unsignedNumbers(from.bytes(), size);
  const high = from.bytes();
  const low = from.bytes();
  const fine = new Uint16Array(size);
  let form = -0x80000000;
  for (let word = 0; word < size; word++) {
    form = (form + forms[word]) | 0;
    forms[word] = form;
    fine[word] = (high[word] << 8) | low[word];
  }
  return new Clusters(forms, fine, middleOf, coarseOf);
}

const readMap = (from: ByteReader): Uint16Array => Uint16Array.from({ length: from.unsigned() }, () => from.unsigned());
