import { blocksOf } from "./blocks.js";
import type { Doc } from "./doc.js";
import { type Engine, loadEngine } from "./engine/index.js";
import { type LemmaTable, lemmaTable, lemmatise } from "./lemmas.js";
import { packagedTables } from "./read-tables.js";
import { type LanguageLexicon, type WordTables, wordTables } from "./tables.js";
import { UPOS, type Upos, XPOS, type Xpos } from "./tags.js";
import { type Block, segment, type Words } from "./words.js";

/** English as it is read with one lexicon and one set of weights. To be made once and kept. */
export interface English {
  /** First 16 hexadecimal digits of the SHA-256 of the weights in force. */
  readonly weightsHash: string;
  /**
   * Reads a text: words, sentences, tags, lemmas, trees and names. Blocks are what is read, in ascending order (see `segment`); without them
   * the paragraphs of the text are taken (see `blocksOf`). Linear in the length of the text. Text in another language is read as if it
   * were English: ask `recogniseLanguage` first.
   */
  parse(text: string, blocks?: readonly Block[]): Doc;
  /** As `parse`, for words and sentences that are known already. */
  annotate(words: Words): Doc;
}

let engine: Engine | undefined;

/** The engine with the weights of this package, read from disk when first asked for and kept for the life of the process. */
export function packagedEngine(): Engine {
  engine ??= loadEngine();
  return engine;
}

/** Sets English up with the tables of a lexicon. The weights are those of this package unless an engine is given. */
export function englishWith(lexicon: LanguageLexicon, { weightsHash, annotate }: Engine = packagedEngine()): English {
  const tables: WordTables = wordTables(lexicon);
  const lemmas = lemmaTable(lexicon);
  const read = (words: Words): Doc => {
    const annotation = annotate(words);
    return { ...annotation, ...lemmasOf(annotation, lemmas) };
  };
  return { weightsHash, annotate: read, parse: (text, blocks = blocksOf(text)) => read(segment(text, blocks, tables)) };
}

let builtIn: English | undefined;

/**
 * Reads an English text with the lexicon and weights of this package: `englishWith` for those who have no lexicon of their own. Tables and
 * weights are read from disk on the first call.
 */
export function parse(text: string, { blocks = blocksOf(text) }: { readonly blocks?: readonly Block[] } = {}): Doc {
  builtIn ??= englishWith(packagedTables());
  return builtIn.parse(text, blocks);
}

/** Lemmas of tagged words; each lemma stands once in `lemmas`. */
function lemmasOf(words: Words & Pick<Doc, "upos" | "xpos">, table: LemmaTable): Pick<Doc, "lemma" | "lemmas"> {
  const lemma = new Uint32Array(words.length);
  const lemmas: string[] = [];
  const numberOf = new Map<string, number>();
  /** A text says the same words over and over: what was lemmatised once, by form and tags, is looked up. */
  const known = new Map<string, number>();
  for (let word = 0; word < words.length; word++) {
    const form = words.text.slice(words.start[word], words.end[word]);
    const key = `${form} ${words.upos[word] * XPOS.length + words.xpos[word]}`;
    let number = known.get(key);
    if (number === undefined) {
      const text = lemmatise(form, UPOS[words.upos[word]] as Upos, XPOS[words.xpos[word]] as Xpos, table);
      number = numberOf.get(text);
      if (number === undefined) {
        number = lemmas.length;
        lemmas.push(text);
        numberOf.set(text, number);
      }
      known.set(key, number);
    }
    lemma[word] = number;
  }
  return { lemma, lemmas };
}
