import { deprelOf, formOf, lemmaOf, uposOf } from "../../language/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import type { Modality } from "../../model/index.js";
import type { Syntax } from "../syntax.js";
import { cueFor } from "./cues.js";
import { earlierMentions } from "./earlier.js";
import { CERTAIN, type Factuality, through, under } from "./factuality.js";
import { type Link, linkOf } from "./link.js";
import { ownFactuality } from "./own.js";
import { isTensed, verbGroup } from "./verb-group.js";

export type { Degree, Factuality } from "./factuality.js";

/** How an event word stands to the facts, as far as its own clauses tell: who says so and what is history are others' business. */
export type Standing = Pick<Modality, "time" | "polarity" | "certainty">;

/** Steps from an event word up to the words that govern it, at most. */
const HOPS = 8;

/**
 * Time, polarity and certainty of what any event word tells: a verb, a noun or an adjective. "Refused to consider lifting the ban" has the lifting
 * negated; a finite clause that somebody reports ("said that …") keeps its own tense and polarity. `time` is null where the text does not tell.
 */
export function modalityAt(syntax: Syntax, lexicon: Lexicon, word: number): Standing {
  const { time, negative, degree } = factualityAt(syntax, lexicon, word);
  return {
    time,
    polarity: negative ? "negative" : "positive",
    certainty: degree === "certain" || degree === "expected" ? "asserted" : degree === "conditional" ? "conditional" : "hypothetical",
  };
}

/**
 * The same with finer degrees. Each governor is read in its turn, from the one that stands for itself down to the word, and leaves to what it
 * governs what its row of `modality-cues.tsv` says (Saurí and Pustejovsky 2012). Work grows with the depth of the word.
 */
export function factualityAt(syntax: Syntax, lexicon: Lexicon, word: number): Factuality {
  const relation = deprelOf(syntax.doc, word);
  // "will be ready": a copula or auxiliary that is asked stands as its predicate does.
  const at = relation === "cop" || relation === "aux" || relation === "aux:pass" ? syntax.doc.head[word] : word;
  const found = factuality(syntax, lexicon, at, HOPS);
  return isNoun(syntax, at) && found.time === null && !carriesContent(syntax, lexicon, at) ? asBefore(syntax, lexicon, at, found) : found;
}

/** "demand", "plan", "claim": a noun that itself says how something stands is made by being said, whatever becomes of what it is about. */
const carriesContent = ({ doc }: Syntax, lexicon: Lexicon, noun: number): boolean =>
  cueFor(lexicon, "noun", [formOf(doc, noun).toLowerCase(), lemmaOf(doc, noun).toLowerCase()]) !== null;

/**
 * "Chad plans to invade. The invasion …": a noun of which its own sentence says no time stands as it did when it was last told of, if that was ahead.
 */
function asBefore(syntax: Syntax, lexicon: Lexicon, noun: number, found: Factuality): Factuality {
  for (const word of earlierMentions(syntax, noun)) {
    const before = factuality(syntax, lexicon, word, HOPS);
    if (before.time === "future") return under(before, found);
    if (before.time !== null) break;
  }
  return found;
}

function factuality(syntax: Syntax, lexicon: Lexicon, word: number, hops: number): Factuality {
  const own = ownFactuality(syntax, lexicon, word);
  const link = hops > 0 ? linkOf(syntax, lexicon, word) : null;
  const above = inherited(syntax, lexicon, word, link, hops);
  if (isNoun(syntax, word)) return { ...under(above, own), negative: own.negative || above.negative };
  // "hopes the army leaves", "demanded that they withdraw": a present or base form under a word that looks ahead is no present.
  const looksAhead = link?.kind === "governed" && link.cue.time === "future" && own.time !== "future";
  return under(above, looksAhead && isUntensed(syntax, word, own.time) ? { ...own, time: null } : own);
}

const isNoun = ({ doc }: Syntax, word: number): boolean => ["NOUN", "PROPN"].includes(uposOf(doc, word));

const isUntensed = (syntax: Syntax, word: number, time: Modality["time"]): boolean =>
  time === "present" || (verbGroup(syntax, word).length === 0 && formOf(syntax.doc, word) === lemmaOf(syntax.doc, word));

/** What the words above leave to a word. */
function inherited(syntax: Syntax, lexicon: Lexicon, word: number, link: Link | null, hops: number): Factuality {
  if (link === null) return CERTAIN;
  if (link.kind === "dated") return { ...CERTAIN, time: "future" };
  if (link.kind === "joined") {
    const { doc } = syntax;
    const fellow = link.above;
    // "The visit was called off and the envoy left": a second clause stands for itself.
    if (isTensed(syntax, word) && deprelOf(doc, fellow) === "root") return CERTAIN;
    return inherited(syntax, lexicon, fellow, hops > 1 ? linkOf(syntax, lexicon, fellow) : null, hops - 1);
  }
  const governor = factuality(syntax, lexicon, link.above, hops - 1);
  if (link.kind === "governed") return through(governor, link.cue);
  if (link.kind === "shared") return governor;
  if (link.kind === "imagined") return governor.time === "future" ? { ...governor, negative: false } : CERTAIN;
  return governor.time === "future" && !governor.negative
    ? { time: "future", negative: false, degree: governor.degree }
    : isNoun(syntax, word)
      ? CERTAIN
      : { ...CERTAIN, time: governor.time };
}
