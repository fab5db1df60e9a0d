import { baseRelOf, formOf, sentenceOf, uposOf, wordsOf, xposOf } from "../../../language/index.js";
import type { Lexicon } from "../../../lexicon/index.js";
import { agentOf, caseOf, dependents, ownSubject, type Syntax } from "../../syntax.js";
import type { CueCandidate } from "./cue.js";
import { isPossessive } from "./noun.js";
import { isTemporal } from "./temporal.js";

/** A noun or pronoun that may be the source of a cue, and how it was found. */
export interface SourceCandidate {
  /** Head of the phrase. */
  readonly word: number;
  /** "rule" for what the cue came with; else the arc or place that leads to it: "subject", "agent", "owner", "above/advcl/subject", "before", "behind". */
  readonly way: string;
}

const MOST_SOURCES = 8;
/** Words within which the nearest nouns before and behind a cue are looked at. */
const NEAR = 12;
/** Steps up the tree to the verb of the sentence. */
const HIGHEST = 12;

/** Everybody who may stand behind a cue, the rules' own choice first; that it is nobody is not listed. */
export function sourceCandidates(syntax: Syntax, lexicon: Lexicon, cue: CueCandidate): SourceCandidate[] {
  const { doc } = syntax;
  const found: SourceCandidate[] = [];
  const take = (word: number, way: string): void => {
    if (found.length < MOST_SOURCES && !cue.words.includes(word) && !found.some((other) => other.word === word)) found.push({ word, way });
  };
  const add = (word: number, way: string): void => {
    if (word >= 0 && mayHead(syntax, lexicon, word)) take(word, way);
  };
  if (cue.source >= 0) take(cue.source, "rule");
  for (const word of cue.words.length > 1 && cue.kind !== "phrase" ? [cue.word, cue.words[0]] : [cue.word]) {
    add(ownSubject(syntax, word), "subject");
    add(agentOf(syntax, word), "agent");
    for (const i of dependents(syntax, word)) {
      const relation = baseRelOf(doc, i);
      if (relation === "nmod" && i < word && isPossessive(syntax, i)) add(i, "owner");
      else if (i > word && (relation === "nmod" || relation === "obl")) {
        const marker = caseOf(syntax, i);
        if (marker !== null && OF_THE_SOURCE.has(marker)) add(i, `behind/${marker}`);
      }
    }
  }
  let word = cue.word;
  for (let steps = 0; steps < 4 && doc.head[word] >= 0; steps++) {
    const relation = baseRelOf(doc, word);
    word = doc.head[word];
    add(word, `above/${relation}`);
    add(ownSubject(syntax, word), `above/${relation}/subject`);
    for (const i of dependents(syntax, word))
      if (baseRelOf(doc, i) === "nmod" && isPossessive(syntax, i)) add(i, `above/${relation}/owner`);
  }
  const { first, last } = wordsOf(doc, sentenceOf(doc, cue.word));
  for (let i = cue.word - 1; i >= Math.max(first, cue.word - NEAR); i--)
    // "the official said": the adjective that a tagger takes the noun for.
    if (mayHead(syntax, lexicon, i) || (i === cue.word - 1 && cue.kind === "verb" && isNounlike(syntax, i))) {
      take(i, "before");
      add(topOf(syntax, i, cue.word), "before/top");
      break;
    }
  for (let i = cue.word + 1; i <= Math.min(last, cue.word + NEAR); i++)
    if (mayHead(syntax, lexicon, i) && !(doc.head[i] > i && isNominal(syntax, doc.head[i]))) {
      add(i, "behind");
      break;
    }
  let root = cue.word;
  for (let steps = 0; steps < HIGHEST && doc.head[root] >= 0; steps++) root = doc.head[root];
  add(ownSubject(syntax, root), "root/subject");
  return found;
}

/** Prepositions behind which whoever says, thinks or wants stands: "a demand by Oslo", "concern among members". */
const OF_THE_SOURCE: ReadonlySet<string> = new Set(["by", "from", "of", "among", "in", "for"]);

const isNominal = ({ doc }: Syntax, word: number): boolean => ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word));

/** Whether a word may head the phrase of somebody: no day or year, and no relative pronoun, for which its noun stands. */
const mayHead = (syntax: Syntax, lexicon: Lexicon, word: number): boolean =>
  (isNominal(syntax, word) || (uposOf(syntax.doc, word) === "NUM" && baseRelOf(syntax.doc, word) === "nsubj")) &&
  !["WP", "WDT", "WP$", "EX"].includes(xposOf(syntax.doc, word)) &&
  !isTemporal(syntax, lexicon, word) &&
  formOf(syntax.doc, word).toLowerCase() !== "that";

const isNounlike = ({ doc }: Syntax, word: number): boolean =>
  uposOf(doc, word) === "ADJ" && word > 0 && ["DET", "ADJ"].includes(uposOf(doc, word - 1));

/** The noun that heads the phrase which a word closes. */
function topOf(syntax: Syntax, word: number, before: number): number {
  let top = word;
  while (["nmod", "appos", "flat", "compound", "conj"].includes(baseRelOf(syntax.doc, top))) {
    const head = syntax.doc.head[top];
    if (head < 0 || head >= before || !isNominal(syntax, head)) break;
    top = head;
  }
  return top;
}
