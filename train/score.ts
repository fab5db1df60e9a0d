import type { Annotation, Engine } from "../src/language/engine/index.js";
import { baseRelOf, type Doc, NAME } from "../src/language/index.js";
import { documentsOf } from "./documents.js";
import type { NamedText } from "./iob.js";

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : ((100 * part) / whole).toFixed(2));

/** Relations that the reading of news stands on, reported one by one. */
const WATCHED = ["root", "nsubj", "obj", "ccomp", "advcl", "acl", "appos", "flat", "parataxis"];

/** Tags and trees against gold on the same words: accuracy in percent, and F1 of some relations (head and relation right, subtypes aside). */
export function scoreTrees(gold: Doc, system: Annotation): string {
  let upos = 0;
  let xpos = 0;
  let heads = 0;
  let arcs = 0;
  const counts = new Map<string, { gold: number; system: number; right: number }>();
  const countOf = (relation: string): { gold: number; system: number; right: number } => {
    let count = counts.get(relation);
    if (count === undefined) {
      count = { gold: 0, system: 0, right: 0 };
      counts.set(relation, count);
    }
    return count;
  };
  const systemDoc: Doc = { ...system, lemma: gold.lemma, lemmas: gold.lemmas };
  for (let word = 0; word < gold.length; word++) {
    if (gold.upos[word] === system.upos[word]) upos++;
    if (gold.xpos[word] === system.xpos[word]) xpos++;
    const wanted = baseRelOf(gold, word);
    const given = baseRelOf(systemDoc, word);
    countOf(wanted).gold++;
    countOf(given).system++;
    if (gold.head[word] !== system.head[word]) continue;
    heads++;
    if (wanted !== given) continue;
    arcs++;
    countOf(wanted).right++;
  }
  const relations = WATCHED.map((relation) => {
    const { gold: g, system: s, right } = countOf(relation);
    return `${relation} ${percent(2 * right, g + s)}`;
  });
  const all = gold.length;
  return `UPOS ${percent(upos, all)}  XPOS ${percent(xpos, all)}  UAS ${percent(heads, all)}  LAS ${percent(arcs, all)}  |  ${relations.join("  ")}`;
}

/** The names that an engine finds in a text of several documents, read one at a time, as the reader meets them: labels, one a word. */
export function findNames(engine: Engine, text: NamedText): Uint8Array {
  const found = new Uint8Array(text.words.length);
  for (const { words, first } of documentsOf(text)) found.set(engine.annotate(words).name, first);
  return found;
}

/** Names against gold on the same words: F1 over whole names of the right kind, of all and of each kind. */
export function scoreNames(gold: NamedText, system: Uint8Array): string {
  const wanted = namesIn(gold.name, gold.words.sentences);
  const given = namesIn(system, gold.words.sentences);
  const f1 = (kind: number | null): string => {
    const of = (names: ReadonlyMap<string, number>): string[] =>
      [...names].filter(([, k]) => kind === null || k === kind).map(([key]) => key);
    const [wantedKeys, givenKeys] = [of(wanted), of(given)];
    const right = givenKeys.filter((key) => wanted.has(key)).length;
    return percent(2 * right, wantedKeys.length + givenKeys.length);
  };
  return `F1 ${f1(null)}  |  ${NAME.map((kind, code) => `${kind} ${f1(code)}`).join("  ")}`;
}

/** The names of a text by first word, last word and kind. */
function namesIn(labels: Uint8Array, sentences: Uint32Array): Map<string, number> {
  const found = new Map<string, number>();
  for (let sentence = 0; sentence + 1 < sentences.length; sentence++)
    for (let word = sentences[sentence]; word < sentences[sentence + 1]; word++) {
      const label = labels[word];
      if (label % 2 === 0) continue;
      let last = word;
      while (last + 1 < sentences[sentence + 1] && labels[last + 1] === label + 1) last++;
      const kind = (label - 1) / 2;
      found.set(`${word} ${last} ${kind}`, kind);
    }
  return found;
}
