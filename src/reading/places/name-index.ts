import { hashesOfName, hashOfFirstWord, hashOfName, isSameName } from "./fold.js";

const SEPARATOR = "\n";
/** Up to half a million names. */
const NUMBER_BITS = 19;
const NUMBER = (1 << NUMBER_BITS) - 1;
/** What a slot holds of a hash besides its place. */
const tagOf = (hash: number): number => (hash & ~NUMBER) >>> 0;

/** A power of two, many times the number of first words. */
const BEGINNINGS = 1 << 20;

/**
 * Names of which each may stand for several things, found by the stretch of a text that they are written in, whatever its marks and case: a hash
 * table in typed arrays, without an object or a string a name. Names are numbered from 0 in the order given.
 */
export class NameIndex {
  /** Start of each name in `names`; one entry more than there are names, as if another followed. */
  private readonly starts: Uint32Array;
  /**
   * Number of a name + 1 in the low NUMBER_BITS, above them as many bits of its hash, that names which only share a slot need not be read; or 0.
   * Open addressing, one step at a time.
   */
  private readonly slots: Uint32Array;
  /** A bit for the first word of each name of several, by its hash: what tells in one look that a word begins none. */
  private readonly beginnings = new Uint8Array(BEGINNINGS / 8);

  /** `names` are separated by line feeds. */
  constructor(private readonly names: string) {
    let count = 1;
    for (let at = names.indexOf(SEPARATOR); at >= 0; at = names.indexOf(SEPARATOR, at + 1)) count++;
    this.starts = new Uint32Array(count + 1);
    let size = 16;
    while (size < count * 2) size *= 2;
    this.slots = new Uint32Array(size);
    const hashes = { first: 0, whole: 0 };
    for (let name = 0, start = 0; name < count; name++) {
      const at = names.indexOf(SEPARATOR, start);
      const end = at < 0 ? names.length : at;
      this.starts[name] = start;
      this.starts[name + 1] = end + 1;
      hashesOfName(names, start, end, hashes);
      const { first, whole } = hashes;
      let slot = whole & (size - 1);
      while (this.slots[slot] > 0) slot = (slot + 1) & (size - 1);
      this.slots[slot] = tagOf(whole) + name + 1;
      if (first !== whole) this.beginnings[(first & (BEGINNINGS - 1)) >> 3] |= 1 << (first & 7);
      start = end + 1;
    }
  }

  get length(): number {
    return this.starts.length - 1;
  }

  nameOf(name: number): string {
    return this.names.slice(this.starts[name], this.starts[name + 1] - 1);
  }

  /** Appends the numbers of all names that `text.slice(start, end)` writes to `found`. */
  find(text: string, start: number, end: number, found: number[]): void {
    const hash = hashOfName(text, start, end);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; this.slots[slot] > 0; slot = (slot + 1) & mask) {
      if (this.holds(slot, hash, text, start, end)) found.push((this.slots[slot] & NUMBER) - 1);
    }
  }

  /** Whether a name of several words may begin with this word: true for all that do, and for a few others. */
  mayBegin(text: string, start: number, end: number): boolean {
    const first = hashOfFirstWord(text, start, end);
    return (this.beginnings[(first & (BEGINNINGS - 1)) >> 3] & (1 << (first & 7))) !== 0;
  }

  has(text: string, start: number, end: number): boolean {
    const hash = hashOfName(text, start, end);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; this.slots[slot] > 0; slot = (slot + 1) & mask) if (this.holds(slot, hash, text, start, end)) return true;
    return false;
  }

  private holds(slot: number, hash: number, text: string, start: number, end: number): boolean {
    if (tagOf(this.slots[slot]) !== tagOf(hash)) return false;
    const name = (this.slots[slot] & NUMBER) - 1;
    return isSameName(this.names, this.starts[name], this.starts[name + 1] - 1, text, start, end);
  }
}
