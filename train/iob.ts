import type { Words } from "../src/language/index.js";
import { nameCode } from "../src/language/index.js";

/** Texts with names marked, as one text. */
export interface NamedText {
  readonly words: Words;
  /** As `Doc.name`. */
  readonly name: Uint8Array;
  readonly sentenceIds: readonly string[];
  /** First sentence of each document, and the number of sentences as a last entry. */
  readonly documents: readonly number[];
}

/**
 * Reads names in IOB2: a word a line in three columns (number, form, label), sentences apart by empty lines, `# text`, `# sent_id` and
 * `# newdoc` before them. Each sentence becomes a block. `file` stands in errors, with the line: a form that is not in its `# text`, an unknown label.
 */
export function readIob(iob: string, file: string): NamedText {
  let text = "";
  let sentenceText = "";
  let sentenceStart = 0;
  let at = 0;
  const start: number[] = [];
  const end: number[] = [];
  const name: number[] = [];
  const sentences: number[] = [];
  const sentenceIds: string[] = [];
  const documents: number[] = [];
  let first = 0;
  let id = "";
  for (const [index, line] of iob.split(/\r?\n/).entries()) {
    if (line.startsWith("# newdoc")) documents.push(sentences.length);
    else if (line.startsWith("# sent_id = ")) id = line.slice(12);
    else if (line.startsWith("# text = ")) {
      if (text !== "") text += "\n\n";
      sentenceText = line.slice(9);
      sentenceStart = text.length;
      text += sentenceText;
      at = 0;
    } else if (line === "") {
      if (start.length > first) {
        sentences.push(first);
        sentenceIds.push(id);
        first = start.length;
      }
    } else if (!line.startsWith("#")) {
      const [, form = "", label = ""] = line.split("\t");
      const found = sentenceText.indexOf(form, at);
      if (found < 0) throw new Error(`${file}:${index + 1}: "${form}" is not in the rest of the sentence's text`);
      start.push(sentenceStart + found);
      at = found + form.length;
      end.push(sentenceStart + at);
      const kind = nameCode.get(label.slice(2));
      if (label !== "O" && (kind === undefined || !/^[BI]-/.test(label))) throw new Error(`${file}:${index + 1}: unknown label "${label}"`);
      name.push(kind === undefined ? 0 : 2 * kind + (label.startsWith("B") ? 1 : 2));
    }
  }
  if (start.length > first) throw new Error(`${file}: the last sentence is not closed by an empty line`);
  return {
    words: {
      text,
      length: start.length,
      start: Uint32Array.from(start),
      end: Uint32Array.from(end),
      joined: new Uint8Array(start.length),
      sentences: Uint32Array.from([...sentences, start.length]),
      blockOf: Uint32Array.from(sentences, (_, sentence) => sentence),
    },
    name: Uint8Array.from(name),
    sentenceIds,
    documents: [...documents, sentences.length],
  };
}
