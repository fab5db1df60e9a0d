import type { ParseState } from "./parse-state.js";
import { distanceClass } from "./parser-features.js";
import { Templates } from "./templates.js";

/**
 * What the labeller looks at when an arc is made, at which time the dependent (d) has all its own dependents: both words, the words beside
 * them, the dependent's outermost dependents (l, r), the head's outermost dependent on the same side (s), their clusters
 * (middle c, fine f), and how the two stand.
 */
const ATOMS = [
  "d.w", "d.t", "d.u", "d.suffix", "d.shape", "h.w", "h.t", "h.u", "h.suffix",
  "dl.w", "dl.t", "dl.d", "dr.w", "dr.t", "dr.d", "dl2.t", "dl2.d",
  "d.lefts", "d.rights", "h.lefts", "h.rights",
  "d-1.t", "d+1.t", "h-1.t", "h+1.t", "d-1.w", "d+1.w", "d+2.t",
  "s.w", "s.t", "s.d",
  "side", "distance", "between", "quoted", "first",
  "d.c", "h.c", "d.f", "h.f",
] as const; // biome-ignore format: in groups

const TEMPLATES = [
  "d.w side", "d.t side", "h.w side", "h.t side", "d.w d.t h.w side",
  "d.w h.w h.t side", "d.w h.w side", "d.t h.t side", "d.w h.t side", "d.t h.w side", "d.u h.u side between",
  "d.t h.t distance side", "d.w distance side", "d.t h.t between side", "d.w between side", "h.w between side",
  "d.t dl.w side", "d.t dl.t dl.d side", "d.t dr.w side", "d.t dr.t dr.d side", "h.w dl.w side", "h.t dl.w side", "d.w dl.w side", "d.t h.t dl.w side", "d.u h.w dl.w side", "h.w dr.w side",
  "d.t h.t dl.d side", "d.t h.t dr.d side", "d.t dl2.t dl2.d side", "d.t dl2.d dl.d side",
  "d.t d.lefts side", "d.t d.rights side", "h.t d.t h.lefts side", "h.t d.t h.rights side", "h.w d.t h.rights side", "h.w d.t h.lefts side", "d.t d.lefts d.rights side", "h.t d.t d.lefts side", "h.t d.t d.rights side",
  "d.t d-1.t side", "d.t d+1.t side", "d.t d-1.t d+1.t side", "h.t h-1.t side", "h.t h+1.t side", "d.t h.t h+1.t side", "d.t h.t h-1.t side", "d.t d-1.w side", "d.t d+1.w side", "d.t h.t d-1.t side", "d.t h.t d+1.t side", "d.t d+1.t d+2.t side",
  "d.suffix side", "d.suffix h.t side", "d.t h.suffix side", "d.shape d.t h.t side",
  "d.t h.t s.d side", "d.t h.t s.t side", "d.w h.w s.d side", "d.t h.w s.d side", "d.t s.w s.d side",
  "d.t h.t quoted side", "h.w quoted side", "h.w quoted between side", "d.t h.t first side", "side",
  "d.f side", "h.f side", "d.f h.f side", "d.c h.c side", "d.t h.c side", "d.c h.t side", "d.c d.t h.c h.t", "d.w h.c side", "d.c h.w side",
]; // biome-ignore format: in groups

/** Rows of the labeller's table: 2^19. */
export const LABELLER_BITS = 19;

export const labellerTemplates: Templates<(typeof ATOMS)[number]> = new Templates(ATOMS, TEMPLATES, LABELLER_BITS);

export const labellerAtoms = (): Int32Array => new Int32Array(ATOMS.length);

/** Fills `atoms`, in the order of `ATOMS`, for an arc that is about to be made. */
export function fillLabellerAtoms(atoms: Int32Array, state: ParseState, dependent: number, head: number): void {
  const { length, nowhere, form, tag, upos, quoted, leftmost, rightmost, leftmost2, relation } = state;
  const right = dependent > head;
  const dl = leftmost[dependent];
  const dr = rightmost[dependent];
  const dl2 = leftmost2[dependent];
  const sibling = right ? rightmost[head] : leftmost[head];
  const beforeD = dependent > 0 ? dependent - 1 : nowhere;
  const afterD = dependent + 1;
  const afterD2 = dependent + 2 <= length ? dependent + 2 : nowhere;
  const beforeH = head > 0 ? head - 1 : nowhere;
  const afterH = head < length ? head + 1 : nowhere;
  atoms[0] = form[dependent];
  atoms[1] = tag[dependent];
  atoms[2] = upos[dependent];
  atoms[3] = state.suffix[dependent];
  atoms[4] = state.shape[dependent];
  atoms[5] = form[head];
  atoms[6] = tag[head];
  atoms[7] = upos[head];
  atoms[8] = state.suffix[head];
  atoms[9] = form[dl];
  atoms[10] = tag[dl];
  atoms[11] = relation[dl];
  atoms[12] = form[dr];
  atoms[13] = tag[dr];
  atoms[14] = relation[dr];
  atoms[15] = tag[dl2];
  atoms[16] = relation[dl2];
  atoms[17] = state.leftSet[dependent];
  atoms[18] = state.rightSet[dependent];
  atoms[19] = state.leftSet[head];
  atoms[20] = state.rightSet[head];
  atoms[21] = tag[beforeD];
  atoms[22] = tag[afterD];
  atoms[23] = tag[beforeH];
  atoms[24] = tag[afterH];
  atoms[25] = form[beforeD];
  atoms[26] = form[afterD];
  atoms[27] = tag[afterD2];
  atoms[28] = form[sibling];
  atoms[29] = tag[sibling];
  atoms[30] = relation[sibling];
  atoms[31] = right ? 1 : 0;
  atoms[32] = distanceClass(right ? dependent - head : head - dependent);
  atoms[33] = right ? state.between(head, dependent) : state.between(dependent, head);
  atoms[34] = quoted[dependent] * 4 + quoted[head];
  atoms[35] = dependent === 0 ? 1 : 0;
  atoms[36] = state.middle[dependent];
  atoms[37] = state.middle[head];
  atoms[38] = state.fine[dependent];
  atoms[39] = state.fine[head];
}
