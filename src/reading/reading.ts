import type { Doc } from "../language/index.js";
import type { Lexicon } from "../lexicon/index.js";
import type { Story } from "../model/index.js";
import { type Found, type Phrasebook, phrasebookOf, phrasesIn } from "./actors/phrasebook.js";
import { type Atlas, atlasOf } from "./places/atlas.js";
import { type Cues, cuesOf } from "./places/cues.js";
import { packagedGazetteer } from "./places/packaged.js";
import { type Quotation, quotationsIn } from "./quotations.js";
import { type Syntax, syntaxOf } from "./syntax.js";

/** The written knowledge that reading needs, with what is prepared from it once. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly phrasebook: Phrasebook;
  readonly atlas: Atlas;
  readonly placeCues: Cues;
}

/** `gazetteer` gives the towns of the world; that of this package is read from disk when a name is first looked up. */
export const knowledgeOf = (lexicon: Lexicon, gazetteer = packagedGazetteer): Knowledge => ({
  lexicon,
  phrasebook: phrasebookOf(lexicon),
  atlas: atlasOf(lexicon, gazetteer),
  placeCues: cuesOf(lexicon),
});

/** A story with its parsed text, as every layer gets it. */
export interface Reading {
  readonly story: Story;
  readonly doc: Doc;
  readonly syntax: Syntax;
  /** Of all blocks, in text order. */
  readonly quotations: readonly Quotation[];
  /** Phrases of the phrasebook, in text order. */
  readonly phrases: readonly Found[];
  readonly knowledge: Knowledge;
}

/** What is prepared of a story before the first layer is read. `blocks` are those that the doc was parsed from. */
export function readingOf(
  story: Story,
  doc: Doc,
  blocks: readonly { readonly start: number; readonly end: number }[],
  knowledge: Knowledge,
): Reading {
  const quotations = blocks.flatMap((block) => quotationsIn(story.text, block));
  return { story, doc, syntax: syntaxOf(doc), quotations, phrases: phrasesIn(doc, knowledge.phrasebook), knowledge };
}
