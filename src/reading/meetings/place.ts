import { baseRelOf, formOf, lemmaOf, nameAt, sentenceOf, uposOf, type WordRange, wordsOf } from "../../language/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents, trimmed } from "../syntax.js";
import { distanceWithin, verbAbove } from "./clause.js";
import { isWord, type Mention } from "./mentions.js";

const IN = new Set(["in", "at", "near", "outside"]);

/**
 * Where a meeting is: a name of a place of its own clause behind "in" or "at", or where one goes for it ("fly to Seoul to meet her", "a visit to
 * Abyei"): the nearest in the tree. Null where the clause names none.
 */
export function placeOf(reading: Reading, { word, top, class: kind, takes }: Mention): WordRange | null {
  const { doc, syntax } = reading;
  const { first, last } = wordsOf(doc, sentenceOf(doc, word));
  let best: WordRange | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = first; i <= last; i++) {
    const name = nameAt(doc, i);
    if (name?.kind !== "LOC") continue;
    const head = headOfName(reading, i, name.last);
    // "is due in Lund": one preposition to the parser.
    const marker = (caseOf(syntax, head) ?? "").split(" ").at(-1) ?? "";
    const goes = marker === "to" && (kind === "visit" || isTravel(reading, head)) && !(kind === "call" && takes !== null);
    const visited = takes !== null && baseRelOf(doc, head) === "obj" && doc.head[head] === word && kind === "visit";
    // Whom one visits or invites is no place, where it is a state or a person.
    if (!IN.has(marker) && !goes && (!visited || isWord(reading, word, "invite"))) continue;
    if (isMetElsewhere(reading, head, word)) continue;
    const distance = Math.min(distanceWithin(reading, top, head), distanceWithin(reading, word, head));
    if (distance >= nearest || distance === Number.POSITIVE_INFINITY) continue;
    nearest = distance;
    best = trimmed(doc, {
      first: Math.min(
        i,
        ...dependents(syntax, head).filter((j) => j < head && ["det", "amod", "compound"].includes(baseRelOf(doc, j))),
        head,
      ),
      last: name.last,
    });
  }
  return best;
}

/** The noun that a place's name stands in: "city" of "the Beninese city of Cotonou", else the head of the name. */
function headOfName({ doc, syntax }: Reading, first: number, last: number): number {
  let word = first;
  while (word < last && doc.head[word] >= first && doc.head[word] <= last) word++;
  const above = doc.head[word];
  const isOf = baseRelOf(doc, word) === "nmod" && caseOf(syntax, word) === "of" && above >= 0 && above < word;
  if (isOf && ["city", "town", "capital", "port", "village", "island", "resort"].includes(formOf(doc, above).toLowerCase())) return above;
  return word;
}

/** "met in Kyiv on prospects for another summit": where they met is not where the summit will be. */
const isMetElsewhere = ({ doc, knowledge }: Reading, place: number, word: number): boolean => {
  const verb = doc.head[place];
  return (
    verb >= 0 &&
    verb !== word &&
    verb !== doc.head[word] &&
    verb !== doc.head[doc.head[word]] &&
    uposOf(doc, verb) === "VERB" &&
    knowledge.lexicon.meetingsVerbs.has(lemmaOf(doc, verb))
  );
};

function isTravel(reading: Reading, place: number): boolean {
  const verb = verbAbove(reading, place);
  return verb >= 0 && isWord(reading, verb, "travel");
}
