import { hashOfName, isSameName } from "./fold.js";

const SEPARATOR = "\n";

/**
 * Names of which each may stand for several things, found by the stretch of a text that they are written in, whatever its marks and case: a hash
 * table in typed arrays, without an object or a string a name. Names are numbered from 0 in the order given.
 */
export class NameIndex {
  /** Start of each name in `names`; one entry more than there are names, as if another followed. */
  private readonly starts: Uint32Array;
  /** Number of a name + 1, or 0; open addressing, one step at a time. */
  private readonly slots: Uint32Array;

  /** `names` are separated by line feeds. */
  constructor(private readonly names: string) {
    let count = 1;
    for (let at = names.indexOf(SEPARATOR); at >= 0; at = names.indexOf(SEPARATOR, at + 1)) count++;
    this.starts = new Uint32Array(count + 1);
    let size = 16;
    while (size < count * 2) size *= 2;
    this.slots = new Uint32Array(size);
    for (let name = 0, start = 0; name < count; name++) {
      const at = names.indexOf(SEPARATOR, start);
      const end = at < 0 ? names.length : at;
      this.starts[name] = start;
      this.starts[name + 1] = end + 1;
      let slot = hashOfName(names, start, end) & (size - 1);
      while (this.slots[slot] > 0) slot = (slot + 1) & (size - 1);
      this.slots[slot] = name + 1;
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
    const mask = this.slots.length - 1;
    for (let slot = hashOfName(text, start, end) & mask; this.slots[slot] > 0; slot = (slot + 1) & mask) {
      const name = this.slots[slot] - 1;
      if (isSameName(this.names, this.starts[name], this.starts[name + 1] - 1, text, start, end)) found.push(name);
    }
  }

  has(text: string, start: number, end: number): boolean {
    const mask = this.slots.length - 1;
    for (let slot = hashOfName(text, start, end) & mask; this.slots[slot] > 0; slot = (slot + 1) & mask) {
      const name = this.slots[slot] - 1;
      if (isSameName(this.names, this.starts[name], this.starts[name + 1] - 1, text, start, end)) return true;
    }
    return false;
  }
}
