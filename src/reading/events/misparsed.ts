import { baseRelOf, deprelOf, formOf, lemmaOf, sentenceOf, uposOf, wordsOf, xposOf } from "../../language/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import { auxiliaries, dependent, type Syntax } from "../syntax.js";

/** Verbs with two objects, whose passive participle keeps one: "the men given asylum". */
const TWO_OBJECTS = new Set(
  "give award offer grant show deny pay tell ask teach send promise hand charge name elect appoint call dub declare lend allow guarantee assure".split(
    " ",
  ),
);

/**
 * Subject and object of a verb that the tree takes for a participle behind a noun though it tells on its own: "the Central African Republic accused
 * Chad", "says Vietnamese boats intruded", "trawlers that its navy seized". Past tense and participle look the same, and a parser that errs
 * makes a passive of an act, with the actor as its victim. Null for a participle that is one.
 */
export function finiteParticiple(
  syntax: Syntax,
  lexicon: Lexicon,
  word: number,
): { readonly subject: number; readonly object: number } | null {
  const { doc } = syntax;
  const above = doc.head[word];
  if (xposOf(doc, word) !== "VBN" || deprelOf(doc, word) !== "acl" || above < 0 || auxiliaries(syntax, word).length > 0) return null;
  if (hasOwnObject(syntax, word)) return { subject: above, object: dependent(syntax, word, "obj") };
  if (baseRelOf(doc, above) === "obj" && isPlainSaying(lexicon, lemmaOf(doc, doc.head[above]))) return { subject: above, object: -1 };
  if (deprelOf(doc, above) === "acl:relcl" && uposOf(doc, above) === "NOUN" && dependent(syntax, above, "cop") < 0)
    return { subject: above, object: doc.head[above] };
  return null;
}

/** Whether an object follows, which a passive participle has no room for: "accused Chad". */
export function hasOwnObject(syntax: Syntax, word: number): boolean {
  return dependent(syntax, word, "obj") > word && !TWO_OBJECTS.has(lemmaOf(syntax.doc, word));
}

/** "said", "added", "told": a verb that is followed by what is said. */
export const isPlainSaying = (lexicon: Lexicon, lemma: string): boolean =>
  lexicon.reportingVerbs.get(lemma)?.takes.some((carries) => carries === "quote" || carries === "clause") ?? false;

/** The noun that a relative pronoun stands for ("officials, whom it accuses"); the word itself where it is no relative pronoun. */
export function antecedentOf(syntax: Syntax, word: number): number {
  const { doc } = syntax;
  if (!["WP", "WDT"].includes(xposOf(doc, word)) || !["who", "whom", "which", "that"].includes(formOf(doc, word).toLowerCase()))
    return word;
  for (let verb = doc.head[word], hops = 0; verb >= 0 && hops < 4; verb = doc.head[verb], hops++)
    if (deprelOf(doc, verb) === "acl:relcl" && doc.head[verb] >= 0 && doc.head[verb] < word) return doc.head[verb];
  // A clause that the tree hangs elsewhere: the noun before the comma.
  const { first } = wordsOf(doc, sentenceOf(doc, word));
  let before = word - 1;
  while (before > first && (uposOf(doc, before) === "PUNCT" || uposOf(doc, before) === "ADP")) before--;
  if (before < first || !["NOUN", "PROPN"].includes(uposOf(doc, before))) return word;
  while (doc.head[before] >= first && doc.head[before] < word && ["NOUN", "PROPN"].includes(uposOf(doc, doc.head[before])))
    before = doc.head[before];
  return before;
}
