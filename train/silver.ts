import { nameCode } from "../src/language/index.js";
import type { NamedText } from "./iob.js";

/** Text of news as programs annotated it. */
export interface SilverText extends NamedText {
  /** The Penn tag of each word; "" where the words were split otherwise than ours. */
  readonly xpos: readonly string[];
}

/** Classes of the silver annotation (CoreNLP's) that are kinds of ours. Nationalities and works are MISC there, and outside here as in EWT. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ["PERSON", "PER"],
  ["ORGANIZATION", "ORG"],
  ["LOCATION", "LOC"],
]);

/** Words of the Penn Treebank's spelling as texts write them. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["``", '"'],
  ["''", '"'],
  ["-LRB-", "("],
  ["-RRB-", ")"],
  ["-LSB-", "["],
  ["-RSB-", "]"],
]);

/**
 * Tags and names in news as a program found them: CoNLL-U with `NER=` in the MISC column, one class a word, so that neighbouring names of one class
 * are one. Hyphenated words are split at their hyphens, as in our treebanks. Words are joined by spaces. Sentences over 80 words (tables, lists) are left
 * out, and so are all documents but the first of each `every`.
 */
export function readSilver(conllu: string, every: number): SilverText {
  const parts: string[] = [];
  let length = 0;
  const start: number[] = [];
  const end: number[] = [];
  const name: number[] = [];
  const xpos: string[] = [];
  const sentences: number[] = [];
  const documents: number[] = [];
  let sentence: { form: string; kind: number; tag: string }[] = [];
  let document = -1;
  for (const line of conllu.split(/\r?\n/)) {
    if (line.startsWith("# newdoc")) document++;
    if (document % every > 0) continue;
    if (line.startsWith("# newdoc")) documents.push(sentences.length);
    if (/^\d+\t/.test(line)) {
      const columns = line.split("\t");
      const form = columns[1] ?? "";
      const kind = nameCode.get(KINDS.get(/(?:^|\|)NER=([A-Z]+)/.exec(columns[9] ?? "")?.[1] ?? "") ?? "") ?? -1;
      const pieces = (SPELLINGS.get(form) ?? form).split(/(?<=[\p{L}\d])(-)(?=[\p{L}\d])/u);
      const tag = pieces.length > 1 ? "" : (columns[4] ?? "");
      for (const piece of pieces) sentence.push({ form: piece, kind, tag });
    }
    if (line !== "" || sentence.length === 0) continue;
    if (sentence.length <= 80) {
      sentences.push(start.length);
      sentence.forEach(({ form, kind, tag }, index) => {
        xpos.push(tag);
        start.push(length);
        end.push(length + form.length);
        name.push(kind < 0 ? 0 : 2 * kind + (index > 0 && sentence[index - 1]?.kind === kind ? 2 : 1));
        parts.push(form, " ");
        length += form.length + 1;
      });
    }
    sentence = [];
  }
  return {
    words: {
      text: parts.join(""),
      length: start.length,
      start: Uint32Array.from(start),
      end: Uint32Array.from(end),
      joined: new Uint8Array(start.length),
      sentences: Uint32Array.from([...sentences, start.length]),
      blockOf: new Uint32Array(sentences.length),
    },
    name: Uint8Array.from(name),
    xpos,
    sentenceIds: sentences.map(() => ""),
    documents: [...documents, sentences.length],
  };
}
