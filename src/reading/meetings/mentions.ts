import { baseRelOf, formOf, lemmaOf, uposOf } from "../../language/index.js";
import { KEY_SEPARATOR, type Lexicon } from "../../lexicon/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependent, dependents, particleOf } from "../syntax.js";
import { verbAbove } from "./clause.js";

export type MeetingClass = "talk" | "visit" | "call" | "session" | "sitting" | "signing";
type WordKind = Lexicon["meetingsWords"] extends ReadonlyMap<string, infer Row extends { readonly kind: string }> ? Row["kind"] : never;

/** A word that tells of a meeting, not yet known to be one. */
export interface Mention {
  readonly word: number;
  /** The word that stands for it in its clause: "round" of "a second round of talks"; else `word`. */
  readonly top: number;
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
  const next = word + 1 < doc.length ? formOf(doc, word + 1).toLowerCase() : "";
  return has(lemma) || has(formOf(doc, word).toLowerCase()) || (next !== "" && has(`${lemma} ${next}`));
}

/** Nouns and verbs that may tell of a meeting, in text order; headlines tell of none that the body does not (guidelines, table of parts). */
export function mentionsIn(reading: Reading): Mention[] {
  const { doc, story } = reading;
  const headlines = story.regions.filter(({ type }) => type === "headline");
  const found: Mention[] = [];
  for (let word = 0; word < doc.length; word++) {
    if (headlines.some(({ start, end }) => doc.start[word] >= start && doc.start[word] < end)) continue;
    const upos = uposOf(doc, word);
    const mention = upos === "NOUN" ? nounMention(reading, word) : upos === "VERB" ? verbMention(reading, word) : null;
    if (mention !== null) found.push(mention);
  }
  return found;
}

function nounMention(reading: Reading, word: number): Mention | null {
  const { doc, syntax, knowledge } = reading;
  const { meetingsNouns } = knowledge.lexicon;
  const lemma = lemmaOf(doc, word).toLowerCase();
  const before = dependent(syntax, word, "compound", "amod");
  const pair = before >= 0 && before < word ? meetingsNouns.get(`${lemmaOf(doc, before).toLowerCase()} ${lemma}`) : undefined;
  const verb = verbAbove(reading, word);
  const done = verb >= 0 ? meetingsNouns.get(`${lemmaOf(doc, verb)} ${lemma}`) : undefined;
  const row = pair ?? done ?? meetingsNouns.get(lemma);
  // "trade talks": the first noun of a compound ("meeting room") is no meeting.
  if (row === undefined || baseRelOf(doc, word) === "compound" || isForPress(reading, word)) return null;
  if (isWord(reading, word, "part") && !isRound(reading, word)) return null;
  const above = doc.head[word];
  if (lemma === "delegation" && ![word, verb].some((i) => dependents(syntax, i).some((j) => caseOf(syntax, j) === "to"))) return null;
  // "a working dinner with the president": eating alone is no meeting.
  if (MEALS.has(lemma) && !dependents(syntax, word).some((i) => i > word && ["with", "between"].includes(caseOf(syntax, i) ?? "")))
    return null;
  if (lemma === "call" && row.noun === "call" && !isSpoken(reading, word)) return null;
  const isPart =
    baseRelOf(doc, word) === "nmod" && above >= 0 && above < word && caseOf(syntax, word) === "of" && isWord(reading, above, "part");
  return { word, top: isPart ? above : word, class: row.class, takes: null };
}

/** "a call with the president", "held calls"; not "a call for calm". */
const isSpoken = (reading: Reading, word: number): boolean => {
  const parts = dependents(reading.syntax, word);
  if (parts.some((i) => i > word && ["for", "to", "on"].includes(caseOf(reading.syntax, i) ?? "") && uposOf(reading.doc, i) !== "PROPN"))
    return false;
  return parts.some(
    (i) =>
      (i > word && ["with", "between"].includes(caseOf(reading.syntax, i) ?? "")) ||
      ["phone", "telephone", "video"].includes(lemmaOf(reading.doc, i)),
  );
};

/** A common noun that tells of nobody: no role, group or body, and nothing in it that is a name. */
function isThing({ doc, syntax, knowledge: { lexicon } }: Reading, word: number): boolean {
  if (uposOf(doc, word) !== "NOUN") return false;
  const [form, lemma] = [formOf(doc, word).toLowerCase(), lemmaOf(doc, word).toLowerCase()];
  if ([form, lemma].some((one) => lexicon.roleNouns.has(one) || lexicon.groupNouns.has(one) || lexicon.bodyNouns.has(one))) return false;
  for (let i = syntax.left[word]; i < word; i++) if (uposOf(doc, i) === "PROPN") return false;
  return true;
}

const MEALS = new Set(["dinner", "lunch", "luncheon", "breakfast"]);

/** "A fourth round", "The round": of what, the story has said before; "a round of golf" says it. */
function isRound({ doc, syntax }: Reading, word: number): boolean {
  const parts = dependents(syntax, word);
  const isCertain = parts.some((i) => i < word && /^(?:the|first|next|\p{L}+(?:nd|rd|th))$/iu.test(formOf(doc, i)));
  return isCertain && !parts.some((i) => i > word && ["of", "in"].includes(caseOf(syntax, i) ?? ""));
}

function verbMention(reading: Reading, word: number): Mention | null {
  const { doc, syntax, knowledge } = reading;
  const { meetingsVerbs } = knowledge.lexicon;
  const lemma = lemmaOf(doc, word).toLowerCase();
  const object = dependent(syntax, word, "obj");
  const objectForm = object >= 0 ? lemmaOf(doc, object).toLowerCase() : "";
  const particle = particleOf(syntax, word);
  // "bring the two together": no particle to the parser, yet it makes the verb.
  const beside = dependents(syntax, word).find((i) => i > word && formOf(doc, i) === "together");
  const row =
    meetingsVerbs.get(`${lemma} ${objectForm}`) ??
    (beside === undefined ? undefined : meetingsVerbs.get(`${lemma} together`)) ??
    (word + 1 < doc.length ? meetingsVerbs.get(`${lemma} ${formOf(doc, word + 1).toLowerCase()}`) : undefined) ??
    meetingsVerbs.get(particle >= 0 ? `${lemma} ${formOf(doc, particle).toLowerCase()}` : lemma);
  if (row === undefined || (!row.verb.includes(" ") && isForPress(reading, word))) return null;
  // "met its targets": what is met is a thing.
  if (
    object >= 0 &&
    row.takes.includes("object") &&
    ["talk", "call"].includes(row.class) &&
    !row.verb.includes(" ") &&
    isThing(reading, object)
  )
    return null;
  // "hosted talks": the noun tells of the meeting, and whom.
  if (object >= 0 && !row.verb.includes(" ") && knowledge.lexicon.meetingsNouns.has(objectForm)) return null;
  return { word, top: word, class: row.class, takes: new Set(row.takes) };
}

const isForPress = (reading: Reading, word: number): boolean =>
  dependents(reading.syntax, word).some((i) => ["NOUN", "PROPN", "ADJ"].includes(uposOf(reading.doc, i)) && isWord(reading, i, "press"));
