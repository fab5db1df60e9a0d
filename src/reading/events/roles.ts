import { baseRelOf, deprelOf, formOf, sentenceOf, uposOf, wordsOf, xposOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { auxiliaries, caseOf, dependents } from "../syntax.js";
import type { Candidate } from "./candidates.js";
import { isMeasure } from "./options.js";
import { isParty, partyWithin } from "./parties.js";

/**
 * Who acts, as the head of a noun phrase: the subject of an active clause, the "by" of a passive one, the owner of a noun ("Norway's
 * raid", "the Norwegian raid", "a raid by Norway"). -1 where the text names nobody: an event without an actor is kept without one.
 */
export function actorOf(reading: Reading, referents: Referents, candidate: Candidate): number {
  const { clause, kind, light, word, verb } = candidate;
  if (clause === null) return ownerOf(reading, referents, word);
  if (light === "suffers") {
    const from = clause.obliques.find(({ preposition, head }) => ["from", "by"].includes(preposition) && isParty(reading, referents, head));
    return from?.head ?? ownerOf(reading, referents, word);
  }
  const given = clause.agent === verb || clause.agent === word ? -1 : clause.agent;
  const actor = !clause.passive && (given < 0 || isMeasure(reading.doc, given)) ? misplacedSubject(reading, referents, verb) : given;
  return actor < 0 && kind === "light" ? ownerOf(reading, referents, word) : actor;
}

/** Relations in which the parser leaves a subject that it did not hang under its verb: "but Austria, the host, called off the talks". */
const LOOSE = new Set(["nsubj", "root", "conj", "dislocated", "parataxis", "appos", "dep", "obl"]);
const NEAR = 14;

/** For a finite verb without a subject: the party before it that nothing else claims, in the same sentence. -1 for none. */
function misplacedSubject({ doc, syntax, ...reading }: Reading, referents: Referents, verb: number): number {
  if (
    !["VBD", "VBZ", "VBP"].includes(xposOf(doc, verb)) &&
    !auxiliaries(syntax, verb).some((i) => ["VBD", "VBZ", "VBP", "MD"].includes(xposOf(doc, i)))
  )
    return -1;
  const { first } = wordsOf(doc, sentenceOf(doc, verb));
  for (let word = verb - 1; word >= Math.max(first, verb - NEAR); word--) {
    if (["''", "``"].includes(xposOf(doc, word))) return -1;
    if (uposOf(doc, word) === "VERB") {
      // "Hungary, where farmers blocked the border, on Tuesday offered": the clause only explains the noun before it.
      const explained = doc.head[word];
      if (deprelOf(doc, word) !== "acl:relcl" || explained < first || explained >= word) return -1;
      return isParty({ doc, syntax, ...reading }, referents, explained) ? explained : -1;
    }
    if (!LOOSE.has(baseRelOf(doc, word)) || isMeasure(doc, word) || caseOf(syntax, word) !== null) continue;
    if (isParty({ doc, syntax, ...reading }, referents, word)) return baseRelOf(doc, word) === "appos" ? doc.head[word] : word;
  }
  return -1;
}

/** "Norway's", "Norwegian", "by Norway", "between Norway and Chad" beside a noun. */
function ownerOf(reading: Reading, referents: Referents, word: number): number {
  const { doc, syntax } = reading;
  const below = dependents(syntax, word);
  const behind = (...prepositions: readonly string[]): number | undefined =>
    below.find((i) => i > word && baseRelOf(doc, i) === "nmod" && prepositions.includes(caseOf(syntax, i) ?? ""));
  const between = behind("between", "among");
  if (between !== undefined) return between;
  const by = behind("by");
  if (by !== undefined) return isParty(reading, referents, by) ? by : partyWithin(reading, referents, by);
  const owner = below.find((i) => deprelOf(doc, i) === "nmod:poss");
  if (owner !== undefined) return owner;
  const attribute = below.find(
    (i) => i < word && ["compound", "amod", "nmod"].includes(baseRelOf(doc, i)) && isParty(reading, referents, i),
  );
  if (attribute !== undefined) return attribute;
  // "a demand by neighboring Togo", which the parser reads otherwise.
  if (word + 2 < doc.length && formOf(doc, word + 1).toLowerCase() === "by") {
    for (let i = word + 2; i < Math.min(word + 5, doc.length); i++) if (isParty(reading, referents, i) && doc.head[i] !== i + 1) return i;
  }
  const from = behind("from");
  return from !== undefined && isParty(reading, referents, from) ? from : -1;
}
