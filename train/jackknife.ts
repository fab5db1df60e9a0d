import { type Forms, Tagger, unpackTagger } from "../src/language/engine/index.js";
import type { Treebank } from "./conllu.js";
import { type ForeignClasses, type TaggerSettings, type TagLabels, trainTagger } from "./tagger.js";

/**
 * Tags a treebank by taggers each trained on the other folds, so that a parser learns from tags as faulty as it will get. Folds are made of whole
 * documents: a word that is new in a document is often frequent in it, and a tagger that has seen half of the document errs too little.
 */
export function jackknifeTags(
  { doc, documents }: Treebank,
  forms: Forms,
  labels: TagLabels,
  foreign: ForeignClasses,
  folds: number,
  settings: TaggerSettings,
): { readonly upos: Uint8Array; readonly xpos: Uint8Array } {
  const upos = new Uint8Array(doc.length);
  const xpos = new Uint8Array(doc.length);
  const sentencesWhere = (inFold: (document: number) => boolean): Uint32Array => {
    const found: number[] = [];
    for (let document = 0; document + 1 < documents.length; document++)
      if (inFold(document))
        for (let sentence = documents[document] as number; sentence < (documents[document + 1] as number); sentence++) found.push(sentence);
    return Uint32Array.from(found);
  };
  for (let fold = 0; fold < folds; fold++) {
    const others = sentencesWhere((document) => document % folds !== fold);
    const tagger = new Tagger(unpackTagger(trainTagger(doc, forms, labels, others, foreign, settings)));
    const given = tagger.tag(forms, doc.sentences);
    for (const sentence of sentencesWhere((document) => document % folds === fold))
      for (let word = doc.sentences[sentence]; word < doc.sentences[sentence + 1]; word++) {
        upos[word] = given.upos[word];
        xpos[word] = given.xpos[word];
      }
  }
  return { upos, xpos };
}
