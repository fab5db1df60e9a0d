import { Tagger, unpackTagger } from "../src/language/engine/index.js";
import type { Treebank } from "./conllu.js";
import { type TaggedText, type TaggerSettings, TaggerTraining } from "./tagger.js";

/** Tags as faulty as those of new text. */
export interface Jackknife {
  /** Labels by the first pass. */
  readonly drafts: Uint8Array;
  /** Codes of the tags by both. */
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
}

/**
 * Tags a treebank by taggers each trained on the other folds, so that a second pass and a parser learn from tags as faulty as they will get. Folds are made
 * of whole documents: a word that is new in a document is often frequent in it, and a tagger that has seen half of the document errs too little.
 */
export function jackknife({ documents }: Treebank, text: TaggedText, folds: number, settings: TaggerSettings): Jackknife {
  const { doc, forms } = text;
  const inFold = Array.from({ length: folds }, (_, fold) => sentencesWhere(documents, (document) => document % folds === fold));
  const trainings = inFold.map((_, fold) => {
    const others = sentencesWhere(documents, (document) => document % folds !== fold);
    const training = new TaggerTraining(text, others, settings);
    return { training, draft: training.pass(null) };
  });
  const none = new Int32Array(trainings[0]?.draft.length ?? 0);
  const drafts = new Uint8Array(doc.length);
  trainings.forEach(({ training, draft }, fold) => {
    const given = new Tagger(unpackTagger(training.pack(draft, none))).pass(forms, doc.sentences, null).labels;
    for (const [from, behind] of spans(doc.sentences, inFold[fold] as Uint32Array)) drafts.set(given.subarray(from, behind), from);
  });
  const upos = new Uint8Array(doc.length);
  const xpos = new Uint8Array(doc.length);
  trainings.forEach(({ training, draft }, fold) => {
    const given = new Tagger(unpackTagger(training.pack(draft, training.pass(drafts)))).tag(forms, doc.sentences);
    for (const [from, behind] of spans(doc.sentences, inFold[fold] as Uint32Array)) {
      upos.set(given.upos.subarray(from, behind), from);
      xpos.set(given.xpos.subarray(from, behind), from);
    }
  });
  return { drafts, upos, xpos };
}

/** The sentences of some documents, of which `documents` has the first sentence of each, and the end. */
export function sentencesWhere(documents: Treebank["documents"], wanted: (document: number) => boolean): Uint32Array {
  const found: number[] = [];
  for (let document = 0; document + 1 < documents.length; document++)
    if (wanted(document))
      for (let sentence = documents[document] as number; sentence < (documents[document + 1] as number); sentence++) found.push(sentence);
  return Uint32Array.from(found);
}

const spans = (sentences: Uint32Array, chosen: Uint32Array): (readonly [from: number, behind: number])[] =>
  Array.from(chosen, (sentence) => [sentences[sentence], sentences[sentence + 1]] as const);
