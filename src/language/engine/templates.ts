/**
 * Feature templates: each names the atoms (facts of a state, 32-bit numbers) that it joins, "s0.form b0.tag", and hashes their values into a
 * row of a weight table. Hashing keeps no dictionary of features: a collision costs a little accuracy and nothing else.
 */
export class Templates<Atom extends string> {
  /** Number of templates, and of rows that `rowsOf` writes. */
  readonly count: number;
  /** Templates in order of their number of atoms; those of `i + 1` atoms end before `behind[i]`, so that each loop below has a fixed length. */
  private readonly behind: readonly [number, number, number, number];
  private readonly seeds: Int32Array;
  private readonly slots: Int32Array;
  private readonly shift: number;

  /**
   * `bits` is the binary logarithm of the number of rows. Throws for a template that is listed twice, names an atom that is not listed, or joins
   * more than four.
   */
  constructor(atoms: readonly Atom[], templates: readonly string[], bits: number) {
    if (new Set(templates).size < templates.length) throw new Error("A feature template is listed twice");
    const parsed = templates
      .map((template) => ({ seed: hashText(template), slots: template.split(" ").map((name) => slotOf(atoms, name, template)) }))
      .sort((a, b) => a.slots.length - b.slots.length);
    const upTo = (arity: number): number => parsed.filter(({ slots }) => slots.length <= arity).length;
    if (upTo(4) < parsed.length) throw new Error("A feature template joins more than four atoms");
    this.count = parsed.length;
    this.behind = [upTo(1), upTo(2), upTo(3), upTo(4)];
    this.seeds = Int32Array.from(parsed, ({ seed }) => seed);
    this.slots = Int32Array.from(parsed.flatMap(({ slots }) => slots));
    this.shift = 32 - bits;
  }

  /** Writes the row of each template for these atoms' values to the front of `rows`. */
  rowsOf(atoms: Int32Array, rows: Int32Array): void {
    const { seeds, slots, shift } = this;
    const [singles, pairs, triples, all] = this.behind;
    let slot = 0;
    let row = 0;
    for (; row < singles; row++) rows[row] = finish(mix(seeds[row], atoms[slots[slot++]]), shift);
    for (; row < pairs; row++) {
      rows[row] = finish(mix(mix(seeds[row], atoms[slots[slot]]), atoms[slots[slot + 1]]), shift);
      slot += 2;
    }
    for (; row < triples; row++) {
      rows[row] = finish(mix(mix(mix(seeds[row], atoms[slots[slot]]), atoms[slots[slot + 1]]), atoms[slots[slot + 2]]), shift);
      slot += 3;
    }
    for (; row < all; row++) {
      const first = mix(mix(seeds[row], atoms[slots[slot]]), atoms[slots[slot + 1]]);
      rows[row] = finish(mix(mix(first, atoms[slots[slot + 2]]), atoms[slots[slot + 3]]), shift);
      slot += 4;
    }
  }
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

const finish = (hash: number, shift: number): number => Math.imul(hash, 0x85ebca6b) >>> shift;

function slotOf<Atom extends string>(atoms: readonly Atom[], name: string, template: string): number {
  const slot = atoms.indexOf(name as Atom);
  if (slot < 0) throw new Error(`Feature template "${template}" names an unknown atom "${name}"`);
  return slot;
}

/** FNV-1a over UTF-16 code units, as a signed 32-bit number (http://www.isthe.com/chongo/tech/comp/fnv). */
export function hashText(text: string): number {
  let hash = FNV_BASIS;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash | 0;
}

export const FNV_BASIS = 0x811c9dc5 | 0;
export const FNV_PRIME = 0x01000193;
