/** Two lists told apart: what of the one goes with what of the other, and what is left of each, in their order. */
export interface Pairing<A, B> {
  readonly pairs: readonly (readonly [A, B])[];
  readonly left: readonly A[];
  readonly right: readonly B[];
}

/**
 * Pairs what is most alike first, each thing once; pairs come in the order of the second list. `likeness` above 0 says that two may be a pair. Of
 * equally good pairs the one whose members stand at the like places of their lists, so that a list goes with itself one by one.
 */
export function pairUp<A, B>(as: readonly A[], bs: readonly B[], likeness: (a: A, b: B) => number): Pairing<A, B> {
  const candidates = as.flatMap((a, i) => bs.map((b, j) => ({ i, j, likeness: likeness(a, b) })).filter((pair) => pair.likeness > 0));
  candidates.sort((x, y) => y.likeness - x.likeness || Math.abs(x.i - x.j) - Math.abs(y.i - y.j) || x.i - y.i || x.j - y.j);
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of candidates) {
    if (taken.has(i) || partner.has(j)) continue;
    taken.add(i);
    partner.set(j, i);
  }
  return {
    pairs: bs.flatMap((b, j) => {
      const i = partner.get(j);
      return i === undefined ? [] : [[as[i], b] as const];
    }),
    left: as.filter((_, i) => !taken.has(i)),
    right: bs.filter((_, j) => !partner.has(j)),
  };
}
