import { baseRelOf, formOf, lemmaOf, sentenceOf, spanOf, uposOf, wordsOf } from "../../language/index.js";
import type { Span } from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { ownSubject } from "../syntax.js";

/** Who gives a figure where no statement was read round it. */
export type Account =
  | { readonly kind: "referent"; readonly referent: number }
  /** A verb of saying governs it, and whose it is could not be told. */
  | { readonly kind: "untold" }
  /** The story itself. */
  | { readonly kind: "none" };

const OWN: Account = { kind: "none" };
const UNTOLD: Account = { kind: "untold" };

/**
 * Whose account a figure is that stands in no statement: "Vietnamese state radio reported five injured". A figure must not pass for the story's own
 * because the words around it were not understood: so a verb of saying above it in the tree is enough to ask for its subject, one that ends
 * the sentence ("…, the mission said") as well, and in a sentence of which no statement was read one before it. `node` is the word by which
 * the figure hangs in the tree; `isTold` tells whether a span shares a character with any statement.
 */
export function accountOf(reading: Reading, referents: Referents, node: number, isTold: (span: Span) => boolean): Account {
  const { doc } = reading;
  for (let i = node; i >= 0; i = doc.head[i]) {
    // "Accused each other of ramming after two ships collided": what a clause of time or reason tells is not what is said.
    if (baseRelOf(doc, i) === "advcl" || baseRelOf(doc, i) === "parataxis") break;
    if (i < node && isSaying(reading, i)) return accountAt(reading, referents, i);
  }
  const { first, last } = wordsOf(doc, sentenceOf(doc, node));
  const closing = closingAccount(reading, referents, node, last);
  if (closing !== null) return closing;
  const sentence = spanOf(doc, first, last);
  if (isTold(sentence)) return OWN;
  for (let i = node - 1; i >= first; i--) {
    const takes = reading.knowledge.lexicon.reportingVerbs.get(lemmaOf(doc, i))?.takes;
    if (!takes?.some((kind) => kind === "clause" || kind === "inf") || !isSaying(reading, i)) continue;
    const account = accountAt(reading, referents, i);
    if (account.kind !== "untold") return account;
  }
  return OWN;
}

/** How many words may stand between the verb of a closing attribution and the full stop, "on Tuesday", and between comma and verb. */
const TAIL = 4;
const SOURCE = 10;

/** "…, the mission said on Tuesday.": who says the whole sentence; null where it does not end so. */
function closingAccount(reading: Reading, referents: Referents, node: number, last: number): Account | null {
  const { doc } = reading;
  for (let verb = last; verb > node && last - verb <= TAIL + 1; verb--) {
    if (formOf(doc, verb) === ",") return null;
    if (!isSaying(reading, verb)) continue;
    let referent = -1;
    for (let word = verb - 1; word > node && verb - word <= SOURCE; word--) {
      if (formOf(doc, word) === ",") return accountOfReferent(referents, referent) ?? OWN;
      // Another clause between: "the road, which the army said …".
      if (/^(?:that|which|who|and|but)$/i.test(formOf(doc, word))) return null;
      if (referents.at[word] >= 0) referent = referents.at[word];
    }
    return null;
  }
  return null;
}

const accountOfReferent = ({ all }: Referents, referent: number): Account | null =>
  referent < 0 ? null : all[referent].hidden ? OWN : { kind: "referent", referent };

const isSaying = ({ doc, knowledge }: Reading, word: number): boolean =>
  uposOf(doc, word) === "VERB" && knowledge.lexicon.reportingVerbs.get(lemmaOf(doc, word))?.class === "speech";

function accountAt(reading: Reading, referents: Referents, verb: number): Account {
  const { doc } = reading;
  const subject = subjectOf(reading, verb);
  // The tree lost the subject: whoever opens the sentence then says it, "Indonesia — whose boats … — offered to send two observers".
  if (subject < 0) return accountOfReferent(referents, referents.at[wordsOf(doc, sentenceOf(doc, verb)).first]) ?? UNTOLD;
  const account = accountOfReferent(referents, referents.at[subject]);
  if (account !== null) return account;
  return formOf(doc, subject).toLowerCase() === "it" || uposOf(doc, subject) === "NOUN" ? OWN : UNTOLD;
}

/** The subject of a verb, its own or the one that it shares: "visited the port and reported", "wants to announce". */
function subjectOf({ doc, syntax }: Reading, verb: number): number {
  for (let i = verb, steps = 0; i >= 0 && steps < 3; i = doc.head[i], steps++) {
    const own = ownSubject(syntax, i);
    if (own >= 0) return own;
    if (baseRelOf(doc, i) !== "conj" && baseRelOf(doc, i) !== "xcomp") return -1;
  }
  return -1;
}
