import type { ByteReader, ByteWriter } from "./bytes.js";

/** What training saw of a word that it saw often: by the hash of its folded form, so that the model holds no word list. */
export interface TagEntry {
  readonly form: number;
  /** The labels that the tagger may give it; empty for a word not seen often enough to be sure. */
  readonly candidates: readonly number[];
  /** A number for the set of tags it mostly takes, the same for words alike: its ambiguity class. From 1. */
  readonly ambiguityClass: number;
}

/** Looks frequent words up by hash. */
export class TagDictionary {
  /** Open addressing: the hash of each slot's word, and its entry's index + 1 (0 where the slot is free). */
  private readonly slotForm: Int32Array;
  private readonly slotEntry: Uint16Array | Uint32Array;
  private readonly mask: number;
  /** Candidates of entry `e` are `[firstCandidate[e], firstCandidate[e + 1])`. */
  readonly firstCandidate: Uint32Array;
  readonly candidates: Uint8Array;
  readonly classes: Uint16Array;

  /** `entries` have different forms. */
  constructor(readonly entries: readonly TagEntry[]) {
    const size = 1 << Math.ceil(Math.log2(entries.length * 2 + 2));
    this.mask = size - 1;
    this.slotForm = new Int32Array(size);
    this.slotEntry = new Uint32Array(size);
    this.firstCandidate = new Uint32Array(entries.length + 1);
    this.candidates = Uint8Array.from(entries.flatMap(({ candidates }) => candidates));
    this.classes = Uint16Array.from(entries, ({ ambiguityClass }) => ambiguityClass);
    entries.forEach(({ form, candidates }, entry) => {
      this.firstCandidate[entry + 1] = this.firstCandidate[entry] + candidates.length;
      let slot = form & this.mask;
      while (this.slotEntry[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slotForm[slot] = form;
      this.slotEntry[slot] = entry + 1;
    });
  }

  /** Index of a form's entry, or -1. */
  find(form: number): number {
    let slot = form & this.mask;
    while (this.slotEntry[slot] !== 0) {
      if (this.slotForm[slot] === form) return this.slotEntry[slot] - 1;
      slot = (slot + 1) & this.mask;
    }
    return -1;
  }

  static read(from: ByteReader): TagDictionary {
    const entries: TagEntry[] = [];
    let form = -0x80000000;
    for (let rest = from.unsigned(); rest > 0; rest--) {
      form += from.unsigned();
      const ambiguityClass = from.unsigned();
      const candidates: number[] = [];
      for (let more = from.unsigned(); more > 0; more--) candidates.push(from.byte());
      entries.push({ form, candidates, ambiguityClass });
    }
    return new TagDictionary(entries);
  }

  write(out: ByteWriter): void {
    out.unsigned(this.entries.length);
    let last = -0x80000000;
    for (const { form, candidates, ambiguityClass } of [...this.entries].sort((a, b) => a.form - b.form)) {
      out.unsigned(form - last);
      last = form;
      out.unsigned(ambiguityClass);
      out.unsigned(candidates.length);
      for (const label of candidates) out.byte(label);
    }
  }
}
