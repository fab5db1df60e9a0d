import type { Doc } from "../language/index.js";
import type { Lexicon } from "../lexicon/index.js";
import type { Story } from "../model/index.js";
import { type Phrasebook, phrasebookOf } from "./actors/phrasebook.js";
import { type Quotation, quotationsIn } from "./quotations.js";
import { type Syntax, syntaxOf } from "./syntax.js";

/** The written knowledge that reading needs, with what is prepared from it once. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly phrasebook: Phrasebook;
}

export const knowledgeOf = (lexicon: Lexicon): Knowledge => ({ lexicon, phrasebook: phrasebookOf(lexicon) });

/** A story with its parsed text, as every layer gets it. */
export interface Reading {
  readonly story: Story;
  readonly doc: Doc;
  readonly syntax: Syntax;
  /** Of all blocks, in text order. */
  readonly quotations: readonly Quotation[];
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
  return { story, doc, syntax: syntaxOf(doc), quotations, knowledge };
}
