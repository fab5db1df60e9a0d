import { baseRelOf, deprelOf, lemmaOf, uposOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents } from "../syntax.js";
import { type Candidate, counterOf } from "./candidates.js";
import { clauseOf } from "./clause.js";
import { isPlainSaying } from "./misparsed.js";
import { partiesOf, type Voice } from "./participants.js";

/** Prepositions behind which those stand who are met, beside a verb and behind a noun ("a meeting of the leaders of …"). */
const MET = new Set(["with", "between", "among", "alongside", "together with"]);
const CONVENED = new Set([...MET, "of", "by"]);

/** Prepositions behind which a meeting is only spoken of: "left after talks", "briefed them on the talks". */
const APART = new Set("after before since until despite on about over from following".split(" "));

/**
 * All who meet, beside the actor: whom a preposition names at the verb or the noun ("spoke by telephone with the chiefs", "talks between A and B"), and for a
 * noun the subject of the verb that it hangs on ("is due in Lomé for talks with both sides"). Guidelines, Events: "Symmetric events list all sides in actors".
 */
export function attendeesOf(reading: Reading, referents: Referents, { kind, word, verb, clause }: Candidate, voice: Voice): number[] {
  const { doc, syntax, knowledge } = reading;
  const found: number[] = [];
  const add = (head: number): void => {
    for (const party of partiesOf(reading, referents, head, voice)) if (!found.includes(party)) found.push(party);
  };
  const behind = (governor: number, prepositions: ReadonlySet<string>): void => {
    for (const i of dependents(syntax, governor)) {
      if (["obl", "nmod"].includes(baseRelOf(doc, i)) && deprelOf(doc, i) !== "nmod:poss" && prepositions.has(caseOf(syntax, i) ?? ""))
        add(i);
    }
  };
  if (verb >= 0) behind(verb, MET);
  if (clause !== null && kind === "light" && clause.object !== word) behind(clause.object, CONVENED);
  if (uposOf(doc, word) === "NOUN") {
    behind(word, CONVENED);
    // "Russia-NATO talks": both stand before it.
    for (const i of dependents(syntax, word)) if (i < word && ["compound", "amod", "nmod"].includes(baseRelOf(doc, i))) add(i);
  }
  if (kind === "noun") {
    const top = counterOf(syntax, word);
    const above = doc.head[top];
    const takesPart = ["obj", "obl"].includes(baseRelOf(doc, top)) && !APART.has(caseOf(syntax, top) ?? "");
    if (above >= 0 && takesPart && ["VERB", "ADJ"].includes(uposOf(doc, above)) && !isPlainSaying(knowledge.lexicon, lemmaOf(doc, above))) {
      const { agent, passive, object } = clauseOf(syntax, knowledge.lexicon, above);
      const subject = passive ? object : agent;
      if (subject >= 0 && subject !== top) add(subject);
    }
  }
  return found;
}
