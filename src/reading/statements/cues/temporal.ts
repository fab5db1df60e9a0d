import { formOf, lemmaOf } from "../../../language/index.js";
import type { Lexicon } from "../../../lexicon/index.js";
import type { Syntax } from "../../syntax.js";

/** Whether a word is a time rather than somebody: "today", "Tuesday", "week". */
export const isTemporal = ({ doc }: Syntax, lexicon: Lexicon, word: number): boolean =>
  lexicon.timesNames.has(formOf(doc, word)) || lexicon.timesUnits.has(lemmaOf(doc, word)) || TEMPORAL.has(lemmaOf(doc, word));

const TEMPORAL = new Set(["today", "yesterday", "tomorrow", "tonight"]);
