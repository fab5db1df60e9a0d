import {
  ambiguityClasses,
  type Forms,
  fillTaggerAtoms,
  formsOf,
  NO_TAG,
  packTagger,
  revisionTemplates,
  TAGGER_BITS,
  TagDictionary,
  type TagEntry,
  taggerAtoms,
  taggerTemplates,
} from "../src/language/engine/index.js";
import type { Doc } from "../src/language/index.js";
import { Perceptron, quantise } from "./perceptron.js";
import { Random } from "./random.js";
import type { SilverText } from "./silver.js";

/** A word seen this often may take only the tags that it was seen with. */
const SEEN_OFTEN = 8;
/** A word seen this often has an ambiguity class of its own tags. */
const SEEN_SOME = 4;
/** The class of a word is made of up to three tags, each with this part of its uses. */
const CLASS_SHARE = 0.08;
/** A tag seen with this many different words may be given to any word. */
const OPEN_WORDS = 20;

/** A word seen this often in the silver has a class from there, if the treebank gives it none. */
const FOREIGN_SEEN = 2;

export interface TaggerSettings {
  readonly epochs: number;
  /** One run of training each; their weights are added up. */
  readonly seeds: readonly number[];
  /** Steps of a whole-number weight to 1, and the fewest that are kept. */
  readonly perUnit: number;
  readonly least: number;
}

/** The labels of a treebank: its pairs of UPOS and XPOS in the order in which they are first seen. */
export class TagLabels {
  readonly pairs: (readonly [upos: number, xpos: number])[] = [];
  /** The label of each word. */
  readonly gold: Uint8Array;
  constructor(doc: Doc) {
    const codes = new Map<number, number>();
    this.gold = new Uint8Array(doc.length);
    for (let word = 0; word < doc.length; word++) {
      const key = doc.upos[word] * 256 + doc.xpos[word];
      let label = codes.get(key);
      if (label === undefined) {
        label = codes.size;
        codes.set(key, label);
        this.pairs.push([doc.upos[word], doc.xpos[word]]);
      }
      this.gold[word] = label;
    }
  }
}

/** What another, larger text says of words that the treebank lacks: the tags that each form mostly takes, joined to a key, by hash. */
export type ForeignClasses = ReadonlyMap<number, string>;

/**
 * Classes of the forms of a text tagged by a program. Its tags are not quite ours, but words that have the same ones there behave alike
 * here, and what that means the tagger learns from rare words of the treebank.
 */
export function foreignClasses({ words, xpos }: SilverText): ForeignClasses {
  const { form } = formsOf(words);
  const counts = new Map<number, Map<string, number>>();
  xpos.forEach((tag, word) => {
    if (tag !== "") count(counts, form[word], tag);
  });
  const classes = new Map<number, string>();
  for (const [hash, tags] of counts) {
    const { uses, mostly } = mostUses(tags);
    if (uses >= FOREIGN_SEEN) classes.set(hash, mostly.join(" "));
  }
  return classes;
}

function count<T>(counts: Map<number, Map<T, number>>, form: number, tag: T): void {
  let ofForm = counts.get(form);
  if (ofForm === undefined) {
    ofForm = new Map();
    counts.set(form, ofForm);
  }
  ofForm.set(tag, (ofForm.get(tag) ?? 0) + 1);
}

/** All uses, all tags by number of uses, and up to three that make up the class. */
function mostUses<T extends string | number>(
  tags: ReadonlyMap<T, number>,
): { readonly uses: number; readonly ranked: readonly T[]; readonly mostly: readonly T[] } {
  const uses = [...tags.values()].reduce((a, b) => a + b);
  const ranked = [...tags].sort(([a, usesA], [b, usesB]) => usesB - usesA || (a < b ? -1 : 1));
  const mostly = ranked.filter(([, times]) => times >= uses * CLASS_SHARE).slice(0, 3);
  return { uses, ranked: ranked.map(([tag]) => tag), mostly: mostly.map(([tag]) => tag) };
}

/** What taggers are trained on: a treebank with its labels, and what another text says of words that it lacks. */
export interface TaggedText {
  readonly doc: Doc;
  readonly forms: Forms;
  readonly labels: TagLabels;
  readonly foreign: ForeignClasses;
}

/**
 * Trains taggers on some sentences of a treebank. Both passes learn alike; the second is told what first passes made of the words that had not
 * seen them (see `jackknife`), so that it relies on a draft no more than it deserves.
 */
export class TaggerTraining {
  private readonly dictionary: TagDictionary;
  private readonly openLabels: readonly number[];

  constructor(
    private readonly text: TaggedText,
    private readonly sentences: Uint32Array,
    private readonly settings: TaggerSettings,
  ) {
    const { dictionary, openLabels } = survey(text, sentences);
    this.dictionary = dictionary;
    this.openLabels = openLabels;
  }

  /** Weights of the first pass (`drafts` null) or the second, in steps of the model. */
  pass(drafts: Uint8Array | null): Int32Array {
    const { epochs, seeds, perUnit, least } = this.settings;
    const sum = new Float32Array((1 << TAGGER_BITS) * this.text.labels.pairs.length);
    for (const seed of seeds) this.run(seed, epochs, drafts).addAverage(sum);
    for (let i = 0; i < sum.length; i++) sum[i] /= seeds.length;
    return quantise(sum, perUnit, least);
  }

  /** The packed model of these weights. */
  pack(draft: Int32Array, revision: Int32Array): Uint8Array {
    const { dictionary, openLabels } = this;
    return packTagger({ labels: this.text.labels.pairs, openLabels, dictionary }, TAGGER_BITS, draft, revision);
  }

  private run(seed: number, epochs: number, drafts: Uint8Array | null): Perceptron {
    const { doc, forms, labels } = this.text;
    const { dictionary } = this;
    const templates = drafts === null ? taggerTemplates : revisionTemplates;
    const classes = ambiguityClasses(forms, dictionary);
    const open = Uint8Array.from(this.openLabels);
    const size = labels.pairs.length;
    const atoms = taggerAtoms();
    const rows = new Int32Array(templates.count);
    const scores = new Int32Array(size);
    const perceptron = new Perceptron(TAGGER_BITS, size);
    const random = new Random(seed);
    const order = Uint32Array.from(this.sentences);
    for (let epoch = 0; epoch < epochs; epoch++) {
      random.shuffle(order);
      for (const sentence of order) {
        const first = doc.sentences[sentence];
        const behind = doc.sentences[sentence + 1];
        let tag1 = NO_TAG;
        let tag2 = NO_TAG;
        for (let word = first; word < behind; word++) {
          const gold = labels.gold[word];
          const entry = dictionary.find(forms.form[word]);
          const own = entry >= 0 && dictionary.firstCandidate[entry + 1] > dictionary.firstCandidate[entry];
          const candidates = own ? dictionary.candidates : open;
          const from = own ? dictionary.firstCandidate[entry] : 0;
          const to = own ? dictionary.firstCandidate[entry + 1] : open.length;
          let best = candidates[from];
          if (to > from + 1) {
            fillTaggerAtoms(atoms, forms, classes, word, first, behind, tag1, tag2, drafts);
            templates.rowsOf(atoms, rows);
            perceptron.scoreCandidates(rows, templates.count, candidates, from, to, scores);
            for (let i = from + 1; i < to; i++) if (scores[candidates[i]] > scores[best]) best = candidates[i];
            // A rare tag of an unknown word is not among the candidates; nothing is to be learned from what cannot be chosen.
            if (best !== gold && candidates.subarray(from, to).includes(gold)) {
              perceptron.add(rows, templates.count, gold, 1);
              perceptron.add(rows, templates.count, best, -1);
            }
          }
          tag2 = tag1;
          tag1 = best;
        }
        perceptron.tick();
      }
    }
    return perceptron;
  }
}

/** Counts which words take which tags. */
function survey({ doc, forms, labels, foreign }: TaggedText, sentences: Uint32Array): { dictionary: TagDictionary; openLabels: number[] } {
  const counts = new Map<number, Map<number, number>>();
  const formsOfLabel = labels.pairs.map(() => new Set<number>());
  for (const sentence of sentences)
    for (let word = doc.sentences[sentence]; word < doc.sentences[sentence + 1]; word++) {
      count(counts, forms.form[word], labels.gold[word]);
      formsOfLabel[labels.gold[word]]?.add(forms.form[word]);
    }
  const classes = new Map<string, number>();
  const classOf = (key: string): number => {
    if (!classes.has(key)) classes.set(key, classes.size + 1);
    return classes.get(key) as number;
  };
  const entries: TagEntry[] = [];
  for (const [form, ofForm] of counts) {
    const { uses, ranked, mostly } = mostUses(ofForm);
    if (uses < SEEN_SOME) continue;
    entries.push({ form, ambiguityClass: classOf(mostly.join(" ")), candidates: uses >= SEEN_OFTEN ? ranked : [] });
  }
  const known = new Set(entries.map(({ form }) => form));
  for (const [form, key] of foreign)
    if (!known.has(form)) entries.push({ form, ambiguityClass: classOf(`foreign ${key}`), candidates: [] });
  const openLabels = formsOfLabel.flatMap((set, label) => (set.size >= OPEN_WORDS ? [label] : []));
  return { dictionary: new TagDictionary(entries), openLabels };
}
