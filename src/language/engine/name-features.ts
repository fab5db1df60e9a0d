import type { Forms } from "./forms.js";
import { tagOf } from "./parse-state.js";
import { Templates } from "./templates.js";

/**
 * What the finder of names looks at when it labels word 0: the words around it, their tags and shapes, the labels given to its left, and the
 * label that its form was last given in this text ("Brandt" once it has been "Anna Brandt").
 */
const ATOMS = [
  "form-2", "form-1", "form", "form+1", "form+2",
  "tag-2", "tag-1", "tag", "tag+1", "tag+2",
  "shape-2", "shape-1", "shape", "shape+1", "shape+2",
  "suffix2", "suffix3", "suffix4", "prefix2", "prefix3", "suffix3-1", "suffix3+1",
  "label-1", "label-2", "memory", "memory+1", "bias",
] as const; // biome-ignore format: in groups

const TEMPLATES = [
  "bias", "form", "form shape", "form label-1", "tag", "tag shape", "tag label-1", "shape label-1", "shape label-1 label-2", "label-1 label-2",
  "form-1", "form-2", "form+1", "form+2", "form-1 form", "form form+1", "form-1 form+1", "form-2 form-1", "form+1 form+2", "form-1 form form+1",
  "form-1 label-1", "form+1 label-1", "form-1 shape", "form+1 shape", "form+1 shape label-1", "form-1 tag", "form+1 tag",
  "tag-1 tag", "tag tag+1", "tag-1 tag tag+1", "tag-2 tag-1 tag", "tag tag+1 tag+2", "tag-1 tag label-1", "tag tag+1 label-1",
  "shape-1 shape", "shape shape+1", "shape-1 shape shape+1", "shape-2 shape-1 shape", "shape shape+1 shape+2", "shape shape+1 label-1",
  "suffix2 shape", "suffix3 shape", "suffix4 shape", "prefix2 shape", "prefix3 shape", "suffix3 label-1", "suffix4 tag label-1", "suffix3-1 shape label-1", "suffix3+1 shape label-1",
  "suffix3 suffix3+1 shape", "memory", "memory shape", "memory label-1", "memory+1 shape label-1", "memory memory+1 label-1",
]; // biome-ignore format: in groups

/** Rows of the table of names: 2^18. */
export const NAMES_BITS = 18;

export const nameTemplates: Templates<(typeof ATOMS)[number]> = new Templates(ATOMS, TEMPLATES, NAMES_BITS);

export const nameAtoms = (): Int32Array => new Int32Array(ATOMS.length);

/** Atoms of a word outside the sentence. */
const OUTSIDE = -1;

/** The label that a form was last given in the text, where it was in a name. */
export type NameMemory = Map<number, number>;

/** Fills `atoms`, in the order of `ATOMS`, for `word` of the sentence `[first, behind)`; `label1` and `label2` are the labels before it, 0 where there are none. */
export function fillNameAtoms(
  atoms: Int32Array,
  forms: Forms,
  upos: Uint8Array,
  xpos: Uint8Array,
  memory: NameMemory,
  word: number,
  first: number,
  behind: number,
  label1: number,
  label2: number,
): void {
  for (let offset = -2; offset <= 2; offset++) {
    const at = word + offset;
    const inside = at >= first && at < behind;
    atoms[offset + 2] = inside ? forms.form[at] : OUTSIDE;
    atoms[offset + 7] = inside ? tagOf(upos[at], xpos[at]) : OUTSIDE;
    atoms[offset + 12] = inside ? forms.shape[at] : OUTSIDE;
  }
  atoms[15] = forms.suffix2[word];
  atoms[16] = forms.suffix3[word];
  atoms[17] = forms.suffix4[word];
  atoms[18] = forms.prefix2[word];
  atoms[19] = forms.prefix3[word];
  atoms[20] = word > first ? forms.suffix3[word - 1] : OUTSIDE;
  atoms[21] = word + 1 < behind ? forms.suffix3[word + 1] : OUTSIDE;
  atoms[22] = label1;
  atoms[23] = label2;
  atoms[24] = memory.get(forms.form[word]) ?? OUTSIDE;
  atoms[25] = word + 1 < behind ? (memory.get(forms.form[word + 1]) ?? OUTSIDE) : OUTSIDE;
  atoms[26] = 0;
}
