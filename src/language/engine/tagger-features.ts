import type { Forms } from "./forms.js";
import { Shape } from "./forms.js";
import type { TagDictionary } from "./tag-dictionary.js";
import { Templates } from "./templates.js";

/**
 * What the tagger looks at when it tags word 0: the words around it (-2 … +2) and the tags already given to its left; in the second pass
 * also what the first made of this word and the two after it.
 */
const ATOMS = [
  "form-2", "form-1", "form", "form+1", "form+2",
  "shape-1", "shape", "shape+1",
  "suffix1", "suffix2", "suffix3", "suffix4", "prefix1", "prefix2", "prefix3",
  "suffix3-1", "suffix2+1", "suffix3+1",
  "tag-1", "tag-2",
  "class", "class+1", "class+2",
  "quoted", "bias",
  "draft", "draft+1", "draft+2",
] as const; // biome-ignore format: one row a kind

const TEMPLATES = [
  "bias", "form", "form shape", "suffix1", "suffix2", "suffix3", "suffix4", "prefix1", "prefix2", "prefix3", "shape",
  "tag-1", "tag-2 tag-1", "tag-1 form", "form-1", "form-2", "form+1", "form+2",
  "form-1 form", "form form+1", "form-1 form+1",
  "suffix3 shape", "tag-1 suffix3", "suffix3+1 tag-1", "suffix2+1 suffix2", "shape shape+1", "shape-1 shape",
  "class class+1", "tag-1 class", "tag-1 class class+1", "class+1", "class class+1 class+2", "tag-2 tag-1 class", "tag-2 tag-1 class+1",
  "tag-1 class+1", "form class+1", "suffix3 class+1", "form+1 class", "tag-1 form class+1",
  "tag-1 shape", "quoted form", "suffix3-1 suffix3", "prefix3 suffix2",
]; // biome-ignore format: in groups

/** What the second pass looks at besides. */
const REVISION = [
  "draft", "draft+1", "draft draft+1", "tag-1 draft+1", "tag-1 draft draft+1", "draft+1 draft+2",
  "form draft", "form draft+1", "class draft+1", "tag-1 class draft+1",
]; // biome-ignore format: one row a kind

/** Rows of each of the tagger's tables: 2^19. */
export const TAGGER_BITS = 19;

export const taggerTemplates: Templates<(typeof ATOMS)[number]> = new Templates(ATOMS, TEMPLATES, TAGGER_BITS);

export const revisionTemplates: typeof taggerTemplates = new Templates(ATOMS, [...TEMPLATES, ...REVISION], TAGGER_BITS);

/** Atoms of a word outside the sentence. */
const OUTSIDE = -1;

/** Ambiguity classes of all words: of a frequent word its dictionary class, else a hash of its ending and shape. */
export function ambiguityClasses(forms: Forms, dictionary: TagDictionary): Int32Array {
  const classes = new Int32Array(forms.length);
  for (let word = 0; word < forms.length; word++) {
    const entry = dictionary.find(forms.form[word]);
    classes[word] =
      entry >= 0
        ? dictionary.classes[entry]
        : Math.imul(forms.suffix3[word] ^ (forms.shape[word] & ~Shape.opensSentence), 0x9e3779b1) | 1024;
  }
  return classes;
}

/** One scratch array, filled anew for each word. */
export const taggerAtoms = (): Int32Array => new Int32Array(ATOMS.length);

/**
 * Fills `atoms` for `word` of the sentence `[first, behind)`. `tag1` and `tag2` are the labels of the last word and the one before it. `drafts` are
 * the labels of the first pass, and none in it.
 */
export function fillTaggerAtoms(
  atoms: Int32Array,
  forms: Forms,
  classes: Int32Array,
  word: number,
  first: number,
  behind: number,
  tag1: number,
  tag2: number,
  drafts: Uint8Array | null,
): void {
  const { form, shape } = forms;
  const left = word > first;
  const right = word + 1 < behind;
  const right2 = word + 2 < behind;
  atoms[0] = word - 1 > first ? form[word - 2] : OUTSIDE;
  atoms[1] = left ? form[word - 1] : OUTSIDE;
  atoms[2] = form[word];
  atoms[3] = right ? form[word + 1] : OUTSIDE;
  atoms[4] = right2 ? form[word + 2] : OUTSIDE;
  atoms[5] = left ? shape[word - 1] : OUTSIDE;
  atoms[6] = shape[word];
  atoms[7] = right ? shape[word + 1] : OUTSIDE;
  atoms[8] = forms.suffix1[word];
  atoms[9] = forms.suffix2[word];
  atoms[10] = forms.suffix3[word];
  atoms[11] = forms.suffix4[word];
  atoms[12] = forms.prefix1[word];
  atoms[13] = forms.prefix2[word];
  atoms[14] = forms.prefix3[word];
  atoms[15] = left ? forms.suffix3[word - 1] : OUTSIDE;
  atoms[16] = right ? forms.suffix2[word + 1] : OUTSIDE;
  atoms[17] = right ? forms.suffix3[word + 1] : OUTSIDE;
  atoms[18] = tag1;
  atoms[19] = tag2;
  atoms[20] = classes[word];
  atoms[21] = right ? classes[word + 1] : OUTSIDE;
  atoms[22] = right2 ? classes[word + 2] : OUTSIDE;
  atoms[23] = forms.quoted[word];
  atoms[24] = 0;
  if (drafts === null) return;
  atoms[25] = drafts[word];
  atoms[26] = right ? drafts[word + 1] : OUTSIDE;
  atoms[27] = right2 ? drafts[word + 2] : OUTSIDE;
}
