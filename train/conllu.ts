/**
 * CoNLL-U, the file format of Universal Dependencies (https://universaldependencies.org/format.html), to and from a `Doc`.
 * Features, enhanced dependencies, empty nodes and MISC other than SpaceAfter are not kept.
 */
import {
  type Doc,
  deprelCode,
  deprelOf,
  formOf,
  lemmaOf,
  sentenceCount,
  uposCode,
  uposOf,
  wordsOf,
  xposCode,
  xposOf,
} from "../src/language/index.js";

/** A treebank as one annotated text. It has no names: `doc.name` is 0 throughout. */
export interface Treebank {
  /** Paragraphs are its blocks, apart by an empty line; a sentence's own text follows the last one's by a space or, with SpaceAfter=No, by none. */
  readonly doc: Doc;
  /** The `sent_id` of each sentence; "" where the file gives none. */
  readonly sentenceIds: readonly string[];
  /** First sentence of each document, and the number of sentences as a last entry: document `d` is `[documents[d], documents[d + 1])`. */
  readonly documents: readonly number[];
  /** The `newdoc id` of each document. Sentences before the first `newdoc` are a document named "". */
  readonly documentIds: readonly string[];
}

const NO_SPACE = /(?:^|\|)SpaceAfter=No(?:\||$)/;

/**
 * Reads a CoNLL-U file. A word inside a multiword token must be spelled as its part of the token ("do" + "n't"), as in EWT and GUM.
 * `name` stands in errors, which give the line's number, for: too few columns, an unknown tag or relation, a head outside the sentence,
 * words that do not spell their token. A word whose head is `_` gets head -1 and relation "dep".
 */
export function readConllu(conllu: string, name: string): Treebank {
  const parts: string[] = [];
  let length = 0;
  const start: number[] = [];
  const end: number[] = [];
  const joined: number[] = [];
  const upos: number[] = [];
  const xpos: number[] = [];
  const head: number[] = [];
  const deprel: number[] = [];
  const lemma: number[] = [];
  const lemmas = new Map<string, number>();
  const sentences: number[] = [];
  const blockOf: number[] = [];
  const sentenceIds: string[] = [];
  const documents: number[] = [];
  const documentIds: string[] = [];

  let block = 0;
  let first = 0;
  let sentenceId = "";
  let tokenLast = 0;
  let tokenEnd = 0;
  let tokenSpace = "";

  const append = (piece: string): void => {
    parts.push(piece);
    length += piece.length;
  };
  const openBlock = (): void => {
    if (length === 0) return;
    parts.push(parts.pop()?.trimEnd() ?? "");
    length = end.length === 0 ? 0 : (end[end.length - 1] as number);
    append("\n\n");
    block++;
  };

  function readLine(line: string, index: number): void {
    const fail: (what: string) => never = (what) => {
      throw new Error(`${name}:${index + 1}: ${what}: ${line}`);
    };
    const code = (codes: ReadonlyMap<string, number>, value: string, what: string): number =>
      codes.get(value) ?? fail(`unknown ${what} "${value}"`);

    if (line === "") {
      if (start.length === first) return;
      for (let word = first; word < head.length; word++)
        if ((head[word] as number) >= head.length) fail(`the head of word ${word - first + 1} is outside the sentence above`);
      sentences.push(first);
      blockOf.push(block);
      sentenceIds.push(sentenceId);
      first = start.length;
      sentenceId = "";
      tokenLast = 0;
      return;
    }
    if (line.startsWith("#")) {
      const [key = "", value = ""] = line.slice(1).split("=", 2);
      if (key.trim() === "sent_id") sentenceId = value.trim();
      if (/^# new(?:doc|par)\b(?!_)/.test(line) && end.length > 0 && !parts[parts.length - 1]?.endsWith("\n\n")) openBlock();
      if (/^# newdoc\b/.test(line)) {
        documents.push(sentences.length);
        documentIds.push(value.trim());
      }
      return;
    }
    const [id, form, lemmaText, u, x, , h, relation, , misc] = line.split("\t");
    if (id === undefined || form === undefined || lemmaText === undefined || u === undefined || x === undefined) fail("too few columns");
    if (h === undefined || relation === undefined || misc === undefined) fail("too few columns");
    if (id.includes(".")) return;
    const space = NO_SPACE.test(misc) ? "" : " ";
    if (id.includes("-")) {
      append(form);
      tokenLast = Number(id.slice(id.indexOf("-") + 1));
      tokenEnd = length;
      tokenSpace = space;
      return;
    }
    const position = start.length - first + 1;
    if (Number(id) !== position) fail(`expected word ${position}`);
    if (documents.length === 0) {
      documents.push(0);
      documentIds.push("");
    }
    if (position <= tokenLast) {
      // The words of a multiword token share its characters: the first starts where the token does, each next where the last ended.
      const token = parts[parts.length - 1] as string;
      const tokenStart = tokenEnd - token.length;
      const inside = joinedTo(tokenStart) ? (end[end.length - 1] as number) : tokenStart;
      if (token.slice(inside - tokenStart, inside - tokenStart + form.length) !== form)
        fail("the word does not spell its part of the token");
      start.push(inside);
      end.push(inside + form.length);
      joined.push(inside > tokenStart ? 1 : 0);
      if (position === tokenLast) {
        if (inside + form.length !== tokenEnd) fail("the words do not spell the whole token");
        append(tokenSpace);
      }
    } else {
      start.push(length);
      append(form);
      end.push(length);
      joined.push(0);
      append(space);
    }
    upos.push(code(uposCode, u, "UPOS"));
    xpos.push(code(xposCode, x, "XPOS"));
    head.push(h === "_" || h === "0" ? -1 : first + Number(h) - 1);
    deprel.push(relation === "_" ? code(deprelCode, "dep", "relation") : code(deprelCode, relation, "relation"));
    let lemmaIndex = lemmas.get(lemmaText);
    if (lemmaIndex === undefined) {
      lemmaIndex = lemmas.size;
      lemmas.set(lemmaText, lemmaIndex);
    }
    lemma.push(lemmaIndex);
  }

  conllu.split(/\r?\n/).forEach(readLine);
  if (start.length > first) throw new Error(`${name}: the last sentence is not closed by an empty line`);

  function joinedTo(tokenStart: number): boolean {
    return end.length > 0 && (end[end.length - 1] as number) > tokenStart;
  }

  return {
    doc: {
      text: parts.join("").trimEnd(),
      length: start.length,
      start: Uint32Array.from(start),
      end: Uint32Array.from(end),
      joined: Uint8Array.from(joined),
      sentences: Uint32Array.from([...sentences, start.length]),
      blockOf: Uint32Array.from(blockOf),
      upos: Uint8Array.from(upos),
      xpos: Uint8Array.from(xpos),
      lemma: Uint32Array.from(lemma),
      lemmas: [...lemmas.keys()],
      head: Int32Array.from(head),
      deprel: Uint8Array.from(deprel),
      name: new Uint8Array(start.length),
    },
    sentenceIds,
    documents: [...documents, sentences.length],
    documentIds,
  };
}

/**
 * Writes a `Doc` as CoNLL-U, sentences numbered from 1 in `sent_id`, a `newpar` before each block. Joined words become a multiword token
 * with the words before them; a word at whose end the next one starts gets SpaceAfter=No. Features are `_`.
 */
export function writeConllu(doc: Doc): string {
  const lines: string[] = [];
  for (let sentence = 0; sentence < sentenceCount(doc); sentence++) {
    const { first, last } = wordsOf(doc, sentence);
    if (sentence === 0 || doc.blockOf[sentence] !== doc.blockOf[sentence - 1]) lines.push("# newpar");
    lines.push(`# sent_id = ${sentence + 1}`);
    lines.push(`# text = ${doc.text.slice(doc.start[first], doc.end[last]).replace(/\s+/g, " ")}`);
    for (let word = first; word <= last; word++) {
      const space = (behind: number): string =>
        behind + 1 < doc.length && doc.start[behind + 1] === doc.end[behind] ? "SpaceAfter=No" : "_";
      const opensToken = doc.joined[word] === 0 && word < last && doc.joined[word + 1] === 1;
      if (opensToken) {
        let tail = word + 1;
        while (tail < last && doc.joined[tail + 1] === 1) tail++;
        const token = doc.text.slice(doc.start[word], doc.end[tail]);
        lines.push(`${word - first + 1}-${tail - first + 1}\t${token}\t_\t_\t_\t_\t_\t_\t_\t${space(tail)}`);
      }
      const inToken = opensToken || doc.joined[word] === 1;
      const head = doc.head[word] < 0 ? 0 : doc.head[word] - first + 1;
      const columns = [
        word - first + 1,
        formOf(doc, word),
        lemmaOf(doc, word),
        uposOf(doc, word),
        xposOf(doc, word),
        "_",
        head,
        deprelOf(doc, word),
        "_",
        inToken ? "_" : space(word),
      ];
      lines.push(columns.join("\t"));
    }
    lines.push("");
  }
  return `${lines.join("\n")}\n`;
}
