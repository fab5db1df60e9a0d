import { baseRelOf, formOf, lemmaOf, uposOf } from "../../language/index.js";
import { KEY_SEPARATOR, type Lexicon } from "../../lexicon/index.js";
import type { Reading } from "../reading.js";
import { dependent, dependents, particleOf } from "../syntax.js";

export type MeetingClass = "talk" | "visit" | "call" | "session";
type WordKind = Lexicon["meetingsWords"] extends ReadonlyMap<string, infer Row extends { readonly kind: string }> ? Row["kind"] : never;

/** A word that tells of a meeting, not yet known to be one. */
export interface Mention {
  readonly word: number;
  readonly class: MeetingClass;
  /** How the other side hangs on a verb; null for a noun. */
  readonly takes: ReadonlySet<string> | null;
}

/** Whether a word, with its particle, is in the table of words round a meeting as one of that kind. */
export function isWord({ doc, syntax, knowledge: { lexicon } }: Reading, word: number, kind: WordKind): boolean {
  const particle = particleOf(syntax, word);
  const lemma = lemmaOf(doc, word).toLowerCase();
  const has = (phrase: string): boolean => lexicon.meetingsWords.has(`${phrase}${KEY_SEPARATOR}${kind}`);
  if (particle >= 0) return has(`${lemma} ${formOf(doc, particle).toLowerCase()}`);
  return has(lemma) || has(formOf(doc, word).toLowerCase());
}

/** Nouns and verbs that may tell of a meeting, in text order; headlines tell of none that the body does not (guidelines, table of parts). */
export function mentionsIn(reading: Reading): Mention[] {
  const { doc, story, knowledge } = reading;
  const { meetingsNouns, meetingsVerbs } = knowledge.lexicon;
  const headlines = story.regions.filter(({ type }) => type === "headline");
  const found: Mention[] = [];
  for (let word = 0; word < doc.length; word++) {
    if (headlines.some(({ start, end }) => doc.start[word] >= start && doc.start[word] < end)) continue;
    const lemma = lemmaOf(doc, word).toLowerCase();
    if (uposOf(doc, word) === "NOUN") {
      const compound = dependent(reading.syntax, word, "compound", "amod");
      const pair = compound >= 0 && compound < word ? meetingsNouns.get(`${lemmaOf(doc, compound).toLowerCase()} ${lemma}`) : undefined;
      const row = pair ?? meetingsNouns.get(lemma);
      // "trade talks": the first noun of a compound ("meeting room") is no meeting.
      if (row === undefined || baseRelOf(doc, word) === "compound" || isForPress(reading, word)) continue;
      if (lemma === "round" && !dependents(reading.syntax, word).some((i) => meetingsNouns.has(lemmaOf(doc, i)))) continue;
      if (lemma === "ceremony" && pair === undefined) continue;
      // "a fourth round of talks": one meeting, told by its first noun.
      if (baseRelOf(doc, word) === "nmod" && doc.head[word] < word && lemmaOf(doc, doc.head[word]) === "round") continue;
      found.push({ word, class: row.class, takes: null });
    } else if (uposOf(doc, word) === "VERB") {
      const row = meetingsVerbs.get(lemma);
      if (row !== undefined && !isForPress(reading, word)) found.push({ word, class: row.class, takes: new Set(row.takes) });
    }
  }
  return found;
}

const isForPress = (reading: Reading, word: number): boolean =>
  dependents(reading.syntax, word).some((i) => ["NOUN", "PROPN", "ADJ"].includes(uposOf(reading.doc, i)) && isWord(reading, i, "press"));
