import type { WordClusters } from "./clusters.js";
import { type Forms, Shape } from "./forms.js";
import { tagOf } from "./parse-state.js";
import { Templates } from "./templates.js";

/** A text as the finder of names sees it. */
export interface NameContext {
  readonly forms: Forms;
  readonly clusters: WordClusters;
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  /** `Gazetteer.mark` of the text, by what the lexicon knows, and by the cities, towns and regions of the world. */
  readonly marks: Uint8Array;
  readonly places: Uint8Array;
  /** The label that a form was last given in the text, where it stood in a name: "Brandt" is a person once it has been "Anna Brandt". */
  readonly memory: Map<number, number>;
}

/** What is looked at to label word 0: the words around it with their tags, shapes, marks and clusters. */
const ATOMS = [
  "form-2", "form-1", "form", "form+1", "form+2",
  "tag-2", "tag-1", "tag", "tag+1", "tag+2",
  "shape-2", "shape-1", "shape", "shape+1", "shape+2",
  "mark-2", "mark-1", "mark", "mark+1", "mark+2",
  "place-2", "place-1", "place", "place+1", "place+2",
  "coarse-2", "coarse-1", "coarse", "coarse+1", "coarse+2",
  "middle-2", "middle-1", "middle", "middle+1", "middle+2",
  "fine-2", "fine-1", "fine", "fine+1", "fine+2",
  "suffix2", "suffix3", "suffix4", "prefix2", "prefix3", "suffix3-1", "suffix3+1",
  "memory-1", "memory", "memory+1", "bias",
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
  "coarse", "middle", "fine", "coarse shape", "middle shape", "fine shape", "coarse tag", "coarse mark", "coarse memory",
  "coarse-1", "middle-1", "fine-1", "coarse+1", "middle+1", "fine+1", "coarse-2", "middle-2", "coarse+2", "middle+2",
  "coarse-1 coarse", "coarse coarse+1", "coarse-1 coarse coarse+1", "middle-1 middle", "middle middle+1", "middle-1 middle+1", "middle-2 middle-1", "middle+1 middle+2",
  "middle-1 shape", "middle+1 shape", "fine-1 shape", "fine+1 shape",
  "place", "place shape", "place-1 place", "place place+1", "place-1 place place+1", "place tag", "place memory", "place form", "place coarse", "place-1 shape", "place+1 shape",
  "place mark", "place-1 mark-1 place mark", "place mark place+1 mark+1",
]; // biome-ignore format: in groups

const JOINT_TEMPLATES = [
  "bias", "form", "tag", "shape", "form-1", "tag-1 tag", "shape shape+1", "tag tag+1", "suffix3", "mark", "memory", "form+1",
  "middle", "coarse-1 coarse", "middle+1",
]; // biome-ignore format: in groups

/** Rows of the tables of labels (2^20) and of pairs of labels (2^17). */
export const NAMES_BITS = 20;
export const PAIRS_BITS = 17;

type Atom = (typeof ATOMS)[number];

/** Features of a label. */
export const nameTemplates: Templates<Atom> = new Templates(ATOMS, OWN_TEMPLATES, NAMES_BITS);
/** Features of a label together with the one before it. */
export const pairTemplates: Templates<Atom> = new Templates(ATOMS, JOINT_TEMPLATES, PAIRS_BITS);
/** The one of `nameTemplates` that is the same for every word. */
export const biasTemplate: Templates<Atom> = new Templates(ATOMS, ["bias"], NAMES_BITS);

export const nameAtoms = (): Int32Array => new Int32Array(ATOMS.length);

const at = (atom: Atom): number => ATOMS.indexOf(atom);
const FORM = at("form");
const TAG = at("tag");
const SHAPE = at("shape");
const MARK = at("mark");
const PLACE = at("place");
const COARSE = at("coarse");
const MIDDLE = at("middle");
const FINE = at("fine");
const SUFFIX2 = at("suffix2");
const MEMORY = at("memory");

/** Atoms of a word outside the sentence, and the memory of a word that was in no name. */
const OUTSIDE = -1;

/** Fills `atoms`, in the order of `ATOMS`, for `word` of the sentence `[first, behind)`. */
export function fillNameAtoms(atoms: Int32Array, context: NameContext, word: number, first: number, behind: number): void {
  const { forms, clusters, upos, xpos, marks, places, memory } = context;
  for (let offset = -2; offset <= 2; offset++) {
    const at = word + offset;
    const inside = at >= first && at < behind;
    atoms[FORM + offset] = inside ? forms.form[at] : OUTSIDE;
    atoms[TAG + offset] = inside ? tagOf(upos[at], xpos[at]) : OUTSIDE;
    atoms[SHAPE + offset] = inside ? forms.shape[at] : OUTSIDE;
    atoms[MARK + offset] = inside ? marks[at] : OUTSIDE;
    atoms[PLACE + offset] = inside ? places[at] : OUTSIDE;
    atoms[COARSE + offset] = inside ? clusters.coarse[at] : OUTSIDE;
    atoms[MIDDLE + offset] = inside ? clusters.middle[at] : OUTSIDE;
    atoms[FINE + offset] = inside ? clusters.fine[at] : OUTSIDE;
  }
  const left = word > first;
  const right = word + 1 < behind;
  atoms[SUFFIX2] = forms.suffix2[word];
  atoms[SUFFIX2 + 1] = forms.suffix3[word];
  atoms[SUFFIX2 + 2] = forms.suffix4[word];
  atoms[SUFFIX2 + 3] = forms.prefix2[word];
  atoms[SUFFIX2 + 4] = forms.prefix3[word];
  atoms[SUFFIX2 + 5] = left ? forms.suffix3[word - 1] : OUTSIDE;
  atoms[SUFFIX2 + 6] = right ? forms.suffix3[word + 1] : OUTSIDE;
  atoms[MEMORY - 1] = left ? (memory.get(forms.form[word - 1]) ?? OUTSIDE) : OUTSIDE;
  atoms[MEMORY] = memory.get(forms.form[word]) ?? OUTSIDE;
  atoms[MEMORY + 1] = right ? (memory.get(forms.form[word + 1]) ?? OUTSIDE) : OUTSIDE;
}

/** Notes the labels of a sentence that is done. Only capitals are noted: the "of" in a name says nothing of the next one. */
export function remember(context: NameContext, labels: Uint8Array, first: number, behind: number): void {
  for (let word = first; word < behind; word++)
    if (labels[word] > 0 && (context.forms.shape[word] & Shape.capital) > 0) context.memory.set(context.forms.form[word], labels[word]);
}
