import { type Forms, Shape } from "./forms.js";
import { tagOf } from "./parse-state.js";
import { Templates } from "./templates.js";

/** A text as the finder of names sees it. */
export interface NameContext {
  readonly forms: Forms;
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  /** `Gazetteer.mark` of the text. */
  readonly marks: Uint8Array;
  /** The label that a form was last given in the text, where it stood in a name: "Brandt" is a person once it has been "Anna Brandt". */
  readonly memory: Map<number, number>;
}

/** What is looked at to label word 0: the words around it with their tags, shapes and marks, and, to join labels, the label before it. */
const ATOMS = [
  "form-2", "form-1", "form", "form+1", "form+2",
  "tag-2", "tag-1", "tag", "tag+1", "tag+2",
  "shape-2", "shape-1", "shape", "shape+1", "shape+2",
  "mark-2", "mark-1", "mark", "mark+1", "mark+2",
  "suffix2", "suffix3", "suffix4", "prefix2", "prefix3", "suffix3-1", "suffix3+1",
  "memory-1", "memory", "memory+1", "label-1", "bias",
] as const; // biome-ignore format: in groups

const OWN_TEMPLATES = [
  "bias", "form", "form shape", "tag", "tag shape", "shape", "form tag",
  "form-1", "form-2", "form+1", "form+2", "form-1 form", "form form+1", "form-1 form+1", "form-2 form-1", "form+1 form+2", "form-1 form form+1",
  "form-1 shape", "form+1 shape", "form-1 tag", "form+1 tag", "form-2 shape", "form+2 shape", "form-2 form-1 shape", "form+1 form+2 shape",
  "tag-1 tag", "tag tag+1", "tag-1 tag tag+1", "tag-2 tag-1 tag", "tag tag+1 tag+2",
  "shape-1 shape", "shape shape+1", "shape-1 shape shape+1", "shape-2 shape-1 shape", "shape shape+1 shape+2",
  "suffix2 shape", "suffix3 shape", "suffix4 shape", "prefix2 shape", "prefix3 shape",
  "suffix3-1 shape-1 shape", "suffix3+1 shape shape+1", "suffix3 suffix3+1 shape",
  "memory", "memory shape", "memory-1 memory", "memory memory+1", "memory+1 shape", "memory-1 shape",
  "mark", "mark shape", "mark form", "mark tag", "mark-1 mark", "mark mark+1", "mark-1 shape", "mark+1 shape", "mark-2 mark-1 shape", "mark+1 mark+2 shape", "mark-1 mark mark+1", "mark memory",
  "mark-1 shape-1 shape", "mark+1 shape shape+1", "mark-2 shape-1 shape",
]; // biome-ignore format: in groups

const JOINT_TEMPLATES = [
  "label-1", "label-1 form", "label-1 tag", "label-1 shape", "label-1 form-1", "label-1 tag-1 tag", "label-1 shape shape+1", "label-1 tag tag+1",
  "label-1 suffix3", "label-1 mark", "label-1 memory", "label-1 form+1",
]; // biome-ignore format: in groups

/** Rows of the table of names: 2^19. */
export const NAMES_BITS = 19;

/** Features of a word by itself. */
export const nameTemplates: Templates<(typeof ATOMS)[number]> = new Templates(ATOMS, OWN_TEMPLATES, NAMES_BITS);
/** Features of a word with the label before it. */
export const joinTemplates: Templates<(typeof ATOMS)[number]> = new Templates(ATOMS, JOINT_TEMPLATES, NAMES_BITS);

export const nameAtoms = (): Int32Array => new Int32Array(ATOMS.length);

const LABEL_BEFORE = ATOMS.indexOf("label-1");

/** Atoms of a word outside the sentence. */
const OUTSIDE = -1;

/** Fills `atoms`, in the order of `ATOMS`, for `word` of the sentence `[first, behind)`, all but the label before it. */
export function fillNameAtoms(atoms: Int32Array, context: NameContext, word: number, first: number, behind: number): void {
  const { forms, upos, xpos, marks, memory } = context;
  for (let offset = -2; offset <= 2; offset++) {
    const at = word + offset;
    const inside = at >= first && at < behind;
    atoms[2 + offset] = inside ? forms.form[at] : OUTSIDE;
    atoms[7 + offset] = inside ? tagOf(upos[at], xpos[at]) : OUTSIDE;
    atoms[12 + offset] = inside ? forms.shape[at] : OUTSIDE;
    atoms[17 + offset] = inside ? marks[at] : OUTSIDE;
  }
  const left = word > first;
  const right = word + 1 < behind;
  atoms[20] = forms.suffix2[word];
  atoms[21] = forms.suffix3[word];
  atoms[22] = forms.suffix4[word];
  atoms[23] = forms.prefix2[word];
  atoms[24] = forms.prefix3[word];
  atoms[25] = left ? forms.suffix3[word - 1] : OUTSIDE;
  atoms[26] = right ? forms.suffix3[word + 1] : OUTSIDE;
  atoms[27] = left ? (memory.get(forms.form[word - 1]) ?? OUTSIDE) : OUTSIDE;
  atoms[28] = memory.get(forms.form[word]) ?? OUTSIDE;
  atoms[29] = right ? (memory.get(forms.form[word + 1]) ?? OUTSIDE) : OUTSIDE;
  atoms[31] = 0;
}

export function setLabelBefore(atoms: Int32Array, label: number): void {
  atoms[LABEL_BEFORE] = label;
}

/** Notes the labels of a sentence that is done. Only capitals are noted: the "of" in a name says nothing of the next one. */
export function remember(context: NameContext, labels: Uint8Array, first: number, behind: number): void {
  for (let word = first; word < behind; word++)
    if (labels[word] > 0 && (context.forms.shape[word] & Shape.capital) > 0) context.memory.set(context.forms.form[word], labels[word]);
}
