import { formOf, uposOf, type WordRange } from "../../language/index.js";
import type { Found } from "../actors/phrasebook.js";
import type { Reading } from "../reading.js";
import { type Candidate, isIn } from "./atlas.js";

/** A name in the text that may name a place, with the places that it may mean. */
export interface PlaceName extends WordRange {
  readonly candidates: readonly Candidate[];
  /** What the phrasebook has for the same words: a state, a capital, a seat; null for nothing. */
  readonly phrase: Found | null;
  /**
   * The state or region that stands behind it ("Paris, Texas"), as a code of an atlas' container; null for none. `containerLast` is its last
   * word, -1 for none.
   */
  readonly container: string | null;
  readonly containerLast: number;
  /** It is itself what stands behind a place that it contains, as a code; null where not. */
  readonly contains: string | null;
}

/** Words that a name of the atlas has at most: "Guangdong-Hong Kong-Macao Greater Bay Area", "Zaporizhzhia nuclear power plant". */
const LONGEST = 9;
/** Words in small letters that a name of the atlas begins with, though names have capitals. */
const SMALL_BEGINNINGS = new Set([
  "al",
  "al-",
  "sub",
  "southern",
  "eastern",
  "western",
  "north",
  "occupied",
  "annexed",
  "upstate",
  "state",
  "self",
]);

/** Names of places of the atlas in the text, longest first, not overlapping, in text order; what the phrasebook knows as something else is left alone. */
export function placeNamesIn(reading: Reading): PlaceName[] {
  const { doc, phrases } = reading;
  const covering: (Found | null)[] = new Array(doc.length).fill(null);
  for (const hit of phrases) if (isName(hit)) covering.fill(hit, hit.first, hit.last + 1);
  const found: PlaceName[] = [];
  // A story names the same places again and again.
  const known = new Map<string, Candidate[]>();
  for (let sentence = 0; sentence + 1 < doc.sentences.length; sentence++) {
    const behind = doc.sentences[sentence + 1];
    for (let word = doc.sentences[sentence]; word < behind; word++) {
      const hit = covering[word];
      if (hit !== null && isOther(hit)) {
        const longest = longestAt(reading, word, behind);
        // A look-alike is a thing ("Paris Agreement") or a place ("South China Sea"), which the atlas then knows.
        if (longest < hit.last || (longest === hit.last && hit.entry.kind !== "look-alike")) {
          word = hit.last;
          continue;
        }
      }
      const last = longestAt(reading, word, behind);
      if (last < word) continue;
      // A longer phrase of the book that begins later has the words: "North Atlantic | Treaty Organization".
      const longer = covering[last];
      if (longer !== null && longer.last > last && isOther(longer)) continue;
      const words = doc.text.slice(doc.start[word], doc.end[last]);
      const candidates = known.get(words) ?? reading.knowledge.atlas.candidates(words, 0, words.length);
      known.set(words, candidates);
      const phrase = hit !== null && hit.first === word && hit.last === last ? hit : null;
      const { container, containerLast } = containerBehind(reading, candidates, last, behind);
      const contains = found.at(-1)?.containerLast === last ? (found.at(-1) as PlaceName).container : null;
      found.push({ first: word, last, candidates, phrase, container, containerLast, contains });
      word = last;
    }
  }
  return found;
}

/** Phrases that are roles and forms of address say nothing of the words as names. */
const isName = ({ entry }: Found): boolean => entry.kind !== "role" && entry.kind !== "honorific";

/** Whether a phrase of the book is something that holds no place: a body, an adjective of a state, a people; a look-alike may be a place itself. */
function isOther({ entry }: Found): boolean {
  switch (entry.kind) {
    case "country":
      return entry.form === "demonym" || entry.form === "people";
    case "organization":
    case "look-alike":
      return true;
    default:
      return false;
  }
}

/** Last word of the longest name of the atlas that begins at a word; below the word for none. */
function longestAt({ doc, knowledge: { atlas } }: Reading, word: number, behind: number): number {
  const form = formOf(doc, word);
  if (!/^[\p{Lu}\d]/u.test(form) && !SMALL_BEGINNINGS.has(form)) return word - 1;
  let best = atlas.has(doc.text, doc.start[word], doc.end[word]) ? word : word - 1;
  // "Sana'a" may be cut before its apostrophe: then its first word is not the name's.
  const isCut = word + 1 < behind && doc.start[word + 1] === doc.end[word] && /^['’ʻʼ‘]/.test(formOf(doc, word + 1));
  if (!isCut && !atlas.mayBegin(doc.text, doc.start[word], doc.end[word])) return best >= word && isWordOfName(form) ? best : word - 1;
  for (let last = word + 1; last < behind && last - word < LONGEST; last++) {
    if (isBreak(formOf(doc, last))) break;
    // A name does not end in a hyphen.
    if (uposOf(doc, last) === "PUNCT") continue;
    if (atlas.has(doc.text, doc.start[word], doc.end[last]) && hasCapital(doc.text.slice(doc.start[word], doc.end[last]))) best = last;
  }
  return best > word || isWordOfName(form) ? best : word - 1;
}

/** A name of the atlas goes on over hyphens and apostrophes, and no farther. */
const isBreak = (form: string): boolean => /^(?:[;:!?$€£%()[\]{}"“”«»—]|\.{2,}|'s|’s|said|says)$/.test(form) && form !== "-";
const hasCapital = (words: string): boolean => /\p{Lu}/u.test(words);
/** One word alone: no number, no single letter, nothing without a small letter unless it is long. */
const isWordOfName = (form: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]{2,}$/u.test(form) || form === "UK" || form === "US" || form === "U.S." || form === "UAE";

const NO_CONTAINER = { container: null, containerLast: -1 };

/** Whether a place lies in a state or region and is not that itself: "Georgia, Romania" are two states, "Georgia, United States" a state and its region. */
const isInside = (place: Candidate, container: string): boolean =>
  place.feature !== "PCLI" && isIn(place, container) && !(place.feature === "ADM1" && place.region === container);

/** "Paris, Texas", "Vilnius (Lithuania)": a state or region that the place may lie in, between a comma or bracket and another, or the end. */
function containerBehind(
  { doc, knowledge: { atlas } }: Reading,
  candidates: readonly Candidate[],
  last: number,
  behind: number,
): Pick<PlaceName, "container" | "containerLast"> {
  const opening = last + 1 < behind ? formOf(doc, last + 1) : "";
  if (opening !== "," && opening !== "(") return NO_CONTAINER;
  const first = last + 2;
  if (first >= behind || !/^\p{Lu}/u.test(formOf(doc, first))) return NO_CONTAINER;
  for (let to = Math.min(first + 4, behind - 1); to >= first; to--) {
    if (uposOf(doc, to) === "PUNCT") continue;
    const codes = atlas.containers(doc.text, doc.start[first], doc.end[to]);
    if (codes.length === 0) continue;
    // "In Paris, Georgia said": a verb behind the second makes it somebody.
    const next = to + 1 < behind ? uposOf(doc, to + 1) : "PUNCT";
    if (!["PUNCT", "ADP", "CCONJ", "SCONJ", "PRON", "ADV"].includes(next)) return NO_CONTAINER;
    // "Athens, Georgia" is told from "Batumi, Georgia" by what lies where.
    let container: string | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const code of codes) {
      for (const place of candidates) {
        if (!isInside(place, code) || place.weight <= most) continue;
        most = place.weight;
        container = code;
      }
    }
    return container === null ? NO_CONTAINER : { container, containerLast: to };
  }
  return NO_CONTAINER;
}
