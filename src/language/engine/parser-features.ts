import type { ParseState } from "./parse-state.js";
import { Templates } from "./templates.js";

/**
 * What the parser looks at before it acts: the top of the stack (s0, s1, s2), the front of the buffer (b0, b1, b2), and their outermost (l, r)
 * and second outermost (l2, r2) dependents on the left and on the right. Of each its form (w), its tag (t) or its relation (d).
 */
const ATOMS = [
  "s0.w", "s0.t", "s1.w", "s1.t", "s2.w", "s2.t",
  "b0.w", "b0.t", "b1.w", "b1.t", "b2.w", "b2.t",
  "s0l.w", "s0l.t", "s0l.d", "s0r.w", "s0r.t", "s0r.d",
  "s1l.t", "s1l.d", "s1r.w", "s1r.t", "s1r.d",
  "b0l.w", "b0l.t", "b0l.d",
  "s0l2.t", "s0l2.d", "s0r2.t", "s0r2.d", "s1r2.t", "s1r2.d", "b0l2.t", "b0l2.d",
  "s0.left", "s0.right", "s1.left", "s1.right", "b0.left",
  "s0.lefts", "s0.rights", "s1.lefts", "s1.rights", "b0.lefts",
  "s0-b0", "s1-s0",
  "s0~b0", "s1~s0", "quoted",
  "b3.t", "s0.u", "s1.u", "b0.u", "b1.u",
] as const; // biome-ignore format: in groups

const TEMPLATES = [
  // One place
  "s0.w s0.t", "s0.w", "s0.t", "s1.w s1.t", "s1.w", "s1.t", "s2.w", "s2.t",
  "b0.w b0.t", "b0.w", "b0.t", "b1.w b1.t", "b1.w", "b1.t", "b2.w", "b2.t",
  "s0l.w", "s0l.t s0l.d", "s0r.w", "s0r.t s0r.d", "s1l.t s1l.d", "s1r.w", "s1r.t s1r.d", "b0l.w", "b0l.t b0l.d",
  // Top of the stack and front of the buffer
  "s0.w s0.t b0.w b0.t", "s0.w s0.t b0.w", "s0.w b0.w b0.t", "s0.w s0.t b0.t", "s0.t b0.w b0.t", "s0.w b0.w", "s0.t b0.t",
  "s0.t b0.t s0-b0", "s0.w s0-b0", "b0.w s0-b0", "s0.t s0-b0", "b0.t s0-b0", "s0.w b0.w s0-b0",
  "s0.t b0.t s0~b0", "s0.t b0.t quoted", "s0.w b0.t s0~b0", "s0.t b0.w s0~b0", "b0.w quoted",
  // The two topmost of the stack
  "s1.w s1.t s0.w s0.t", "s1.w s1.t s0.t", "s1.t s0.w s0.t", "s1.w s0.w", "s1.t s0.t", "s1.w s0.t", "s1.t s0.w",
  "s1.t s0.t s1-s0", "s1.w s1-s0", "s0.w s1-s0", "s1.t s0.t s1~s0", "s1.w s0.t s1~s0",
  "s1.w b0.w", "s1.t b0.t", "s1.w b0.t", "s1.t b0.w",
  // Three and four places
  "b0.t b1.t", "b0.w b1.t", "b0.t b1.w", "b0.w b1.w", "b0.t b1.t b2.t", "b0.t b1.t b2.t b3.t",
  "s0.t b0.t b1.t", "s0.w b0.t b1.t", "s0.t b0.w b1.t", "s0.t b0.t b1.w", "s0.t b0.t b1.t b2.t",
  "s1.t s0.t b0.t", "s1.t s0.w b0.t", "s1.w s0.t b0.t", "s1.t s0.t b0.w", "s1.t s0.t b0.t b1.t", "s2.t s1.t s0.t", "s2.t s1.t s0.t b0.t",
  "s1.u s0.u b0.u b1.u", "s1.u s0.w b0.w", "s1.w s0.u b0.w", "s1.w s0.w b0.u",
  // Dependents
  "s0.t s0l.t b0.t", "s0.t s0r.t b0.t", "s0.t b0.t b0l.t", "s1.t s1r.t s0.t", "s1.t s1l.t s0.t", "s1.t s0.t s0l.t", "s1.t s0.t s0r.t", "s1.t s1r.t b0.t",
  "s0.t s0l.d s0l2.d", "s0.t s0r.d s0r2.d", "b0.t b0l.d b0l2.d", "s1.t s1r.d s1r2.d", "s0.t s0l.t s0l2.t", "s0.t s0r.t s0r2.t", "b0.t b0l.t b0l2.t",
  "s0.w s0l.d", "s0.w s0r.d", "b0.w b0l.d", "s1.w s1r.d", "s0.t b0.t s0l.d", "s0.t b0.t s0r.d", "s0.t b0.t b0l.d", "s1.t s0.t s1r.d", "s1.t s0.t s0l.d",
  "s0.t b0.t s0l.w", "s1.t s0.t s0l.w", "s0.t b0.t b0l.w",
  "s0.w s0.right", "s0.t s0.right", "s0.w s0.left", "s0.t s0.left", "b0.w b0.left", "b0.t b0.left", "s1.t s1.right",
  "s0.w s0.lefts", "s0.t s0.lefts", "s0.w s0.rights", "s0.t s0.rights", "b0.w b0.lefts", "b0.t b0.lefts", "s1.w s1.rights", "s1.t s1.rights", "s1.t s1.lefts",
  "s0.t b0.t s0.rights", "s0.t b0.t s0.lefts", "s0.t b0.t b0.lefts", "s1.t s0.t s1.rights", "s1.t s0.t s0.lefts",
]; // biome-ignore format: in groups

/** Rows of the parser's table: 2^22. */
export const PARSER_BITS = 22;

export const parserTemplates: Templates<(typeof ATOMS)[number]> = new Templates(ATOMS, TEMPLATES, PARSER_BITS);

export const parserAtoms = (): Int32Array => new Int32Array(ATOMS.length);

/** Distances in classes: 1, 2, 3, 4, 5–6, 7–10, 11 and more. */
export const distanceClass = (distance: number): number => (distance < 5 ? distance : distance < 7 ? 5 : distance < 11 ? 6 : 7);

/** Fills `atoms`, in the order of `ATOMS`, for a state that has a word on the stack and one in the buffer. */
export function fillParserAtoms(atoms: Int32Array, state: ParseState): void {
  const { stack, size, front, length, nowhere, form, tag, upos, quoted } = state;
  const { leftmost, rightmost, leftmost2, rightmost2, relation, lefts, rights, leftSet, rightSet } = state;
  const s0 = stack[size - 1];
  const s1 = size > 1 ? stack[size - 2] : nowhere;
  const s2 = size > 2 ? stack[size - 3] : nowhere;
  const b0 = front;
  const b1 = front + 1 <= length ? front + 1 : nowhere;
  const b2 = front + 2 <= length ? front + 2 : nowhere;
  const b3 = front + 3 <= length ? front + 3 : nowhere;
  const s0l = leftmost[s0];
  const s0r = rightmost[s0];
  const s1l = leftmost[s1];
  const s1r = rightmost[s1];
  const b0l = leftmost[b0];
  const s0l2 = leftmost2[s0];
  const s0r2 = rightmost2[s0];
  const s1r2 = rightmost2[s1];
  const b0l2 = leftmost2[b0];
  atoms[0] = form[s0];
  atoms[1] = tag[s0];
  atoms[2] = form[s1];
  atoms[3] = tag[s1];
  atoms[4] = form[s2];
  atoms[5] = tag[s2];
  atoms[6] = form[b0];
  atoms[7] = tag[b0];
  atoms[8] = form[b1];
  atoms[9] = tag[b1];
  atoms[10] = form[b2];
  atoms[11] = tag[b2];
  atoms[12] = form[s0l];
  atoms[13] = tag[s0l];
  atoms[14] = relation[s0l];
  atoms[15] = form[s0r];
  atoms[16] = tag[s0r];
  atoms[17] = relation[s0r];
  atoms[18] = tag[s1l];
  atoms[19] = relation[s1l];
  atoms[20] = form[s1r];
  atoms[21] = tag[s1r];
  atoms[22] = relation[s1r];
  atoms[23] = form[b0l];
  atoms[24] = tag[b0l];
  atoms[25] = relation[b0l];
  atoms[26] = tag[s0l2];
  atoms[27] = relation[s0l2];
  atoms[28] = tag[s0r2];
  atoms[29] = relation[s0r2];
  atoms[30] = tag[s1r2];
  atoms[31] = relation[s1r2];
  atoms[32] = tag[b0l2];
  atoms[33] = relation[b0l2];
  atoms[34] = lefts[s0];
  atoms[35] = rights[s0];
  atoms[36] = lefts[s1];
  atoms[37] = rights[s1];
  atoms[38] = lefts[b0];
  atoms[39] = leftSet[s0];
  atoms[40] = rightSet[s0];
  atoms[41] = leftSet[s1];
  atoms[42] = rightSet[s1];
  atoms[43] = leftSet[b0];
  atoms[44] = distanceClass(b0 - s0);
  atoms[45] = size > 1 ? distanceClass(s0 - s1) : 0;
  atoms[46] = state.between(s0, b0);
  atoms[47] = size > 1 ? state.between(s1, s0) : 0;
  atoms[48] = quoted[s0] * 4 + quoted[b0];
  atoms[49] = tag[b3];
  atoms[50] = upos[s0];
  atoms[51] = upos[s1];
  atoms[52] = upos[b0];
  atoms[53] = upos[b1];
}
