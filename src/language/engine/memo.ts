/**
 * Remembers what was computed from arrays of numbers, one place a hash, the newer in place of the older. Keys are compared whole, so that
 * what is found is what would be computed.
 */
export class Memo {
  private readonly keys: Int32Array;
  private readonly values: Int32Array;
  /** Which `forget` a place was filled after; 0 where it never was. */
  private readonly filled: Uint32Array;
  private now = 1;
  private place = 0;

  /** A memo of `1 << bits` places, for keys of `width` numbers. */
  constructor(
    private readonly bits: number,
    private readonly width: number,
  ) {
    this.keys = new Int32Array(width << bits);
    this.values = new Int32Array(2 << bits);
    this.filled = new Uint32Array(1 << bits);
  }

  /** Whether a key is remembered. If so, `first` and `second` give its values; if not, `keep` stores them. */
  has(key: Int32Array): boolean {
    const { width, keys } = this;
    let hash = 0;
    for (let i = 0; i < width; i++) hash = Math.imul(hash ^ key[i], 0x9e3779b1) ^ (hash >>> 15);
    this.place = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> (32 - this.bits);
    if (this.filled[this.place] !== this.now) return false;
    const base = this.place * width;
    for (let i = 0; i < width; i++) if (keys[base + i] !== key[i]) return false;
    return true;
  }

  get first(): number {
    return this.values[2 * this.place];
  }

  get second(): number {
    return this.values[2 * this.place + 1];
  }

  /** Stores the values of the key that `has` was last asked for, and did not have. */
  keep(key: Int32Array, first: number, second: number): void {
    this.keys.set(key, this.place * this.width);
    this.filled[this.place] = this.now;
    this.values[2 * this.place] = first;
    this.values[2 * this.place + 1] = second;
  }

  /** Forgets everything. */
  forget(): void {
    this.now++;
  }
}
