import { formOf, uposOf } from "../../../language/index.js";
import type { Lexicon } from "../../../lexicon/index.js";
import { dependent, type Syntax } from "../../syntax.js";
import type { CueCandidate, Frame } from "./cue.js";

/** "according to X", "in X's view": a phrase of the table before or around a noun. */
export function phraseCue(syntax: Syntax, lexicon: Lexicon, word: number): CueCandidate | null {
  const { doc } = syntax;
  // Every phrase of the table begins with a preposition or "according": most words need no look at it.
  if (!["ADP", "VERB", "SCONJ"].includes(uposOf(doc, word))) return null;
  for (const row of lexicon.reportingPhrases.values()) {
    const parts = row.phrase.split(" ");
    const gap = parts.indexOf("…");
    const opening = gap < 0 ? parts : parts.slice(0, gap);
    if (!opening.every((part, i) => word + i < doc.length && formOf(doc, word + i).toLowerCase() === part)) continue;
    const frame: Frame = { lemma: row.phrase, class: row.class, object: null, takes: new Set(), denies: false, acts: new Set() };
    const base = { kind: "phrase" as const, listed: true, word, frame, passive: false, negated: false, time: "present" as const };
    const openingWords = opening.map((_, i) => word + i);
    if (gap < 0) {
      const source = governed(syntax, word, word + opening.length);
      if (source >= 0) return { ...base, words: openingWords, source };
      continue;
    }
    const closing = parts.slice(gap + 1);
    const noun = closingAt(syntax, word + opening.length, closing);
    if (noun < 0) continue;
    const possessor = dependent(syntax, noun, "nmod");
    if (possessor >= 0 && possessor < noun) return { ...base, words: [...openingWords, noun], source: possessor };
  }
  return null;
}

/** The noun that a phrase governs: the nearest word at or behind `from` whose tree holds the phrase's first word, or simply the next noun. */
function governed(syntax: Syntax, first: number, from: number): number {
  const { doc } = syntax;
  for (let word = doc.head[first]; word >= 0; word = doc.head[word]) {
    if (word >= from && ["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word))) return word;
  }
  for (let word = from; word < Math.min(doc.length, from + 12); word++) {
    if (["NOUN", "PROPN", "PRON"].includes(uposOf(doc, word))) return word;
  }
  return -1;
}

function closingAt({ doc }: Syntax, from: number, [noun]: readonly string[]): number {
  for (let word = from; word < Math.min(doc.length, from + 8); word++) {
    if (formOf(doc, word).toLowerCase() === noun) return word;
    if (uposOf(doc, word) === "PUNCT") return -1;
  }
  return -1;
}
