/**
 * The closed vocabularies of Universal Dependencies v2, as arrays whose index is the code stored in a `Doc`.
 * Source: https://universaldependencies.org (UPOS tags; universal relations and the subtypes used by
 * the English treebanks EWT and GUM; Penn Treebank tags as in their XPOS column).
 */

export const UPOS = [
  "X",
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
] as const;

export const XPOS = [
  "XX",
  "$",
  "''",
  ",",
  "-LRB-",
  "-RRB-",
  ".",
  ":",
  "ADD",
  "AFX",
  "CC",
  "CD",
  "DT",
  "EX",
  "FW",
  "GW",
  "HYPH",
  "IN",
  "JJ",
  "JJR",
  "JJS",
  "LS",
  "MD",
  "NFP",
  "NN",
  "NNP",
  "NNPS",
  "NNS",
  "PDT",
  "POS",
  "PRP",
  "PRP$",
  "RB",
  "RBR",
  "RBS",
  "RP",
  "SYM",
  "TO",
  "UH",
  "VB",
  "VBD",
  "VBG",
  "VBN",
  "VBP",
  "VBZ",
  "WDT",
  "WP",
  "WP$",
  "WRB",
  "``",
] as const;

export const DEPREL = [
  "dep",
  "acl",
  "acl:relcl",
  "advcl",
  "advcl:relcl",
  "advmod",
  "amod",
  "appos",
  "aux",
  "aux:pass",
  "case",
  "cc",
  "cc:preconj",
  "ccomp",
  "compound",
  "compound:prt",
  "conj",
  "cop",
  "csubj",
  "csubj:outer",
  "csubj:pass",
  "det",
  "det:predet",
  "discourse",
  "dislocated",
  "expl",
  "fixed",
  "flat",
  "goeswith",
  "iobj",
  "list",
  "mark",
  "nmod",
  "nmod:desc",
  "nmod:poss",
  "nmod:unmarked",
  "nsubj",
  "nsubj:outer",
  "nsubj:pass",
  "nummod",
  "obj",
  "obl",
  "obl:agent",
  "obl:unmarked",
  "orphan",
  "parataxis",
  "punct",
  "reparandum",
  "root",
  "vocative",
  "xcomp",
] as const;

/** Kinds of names, as in EWT-NER and Wikigold, and `OTHER` for works, events, products and the like. */
export const NAME = ["PER", "ORG", "LOC", "OTHER"] as const;

export type Upos = (typeof UPOS)[number];
export type Xpos = (typeof XPOS)[number];
export type Deprel = (typeof DEPREL)[number];
export type NameKind = (typeof NAME)[number];

const codes = <T extends string>(names: readonly T[]): ReadonlyMap<string, number> => new Map(names.map((name, code) => [name, code]));

/** Code of a tag or relation by its name; `undefined` for a name that the vocabulary lacks. */
export const uposCode: ReadonlyMap<string, number> = codes(UPOS);
export const xposCode: ReadonlyMap<string, number> = codes(XPOS);
export const deprelCode: ReadonlyMap<string, number> = codes(DEPREL);
export const nameCode: ReadonlyMap<string, number> = codes(NAME);
