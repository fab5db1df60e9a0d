import { baseRelOf, formOf, lemmaOf, uposOf, xposOf } from "../../language/index.js";
import type { Meeting, Span } from "../../model/index.js";
import { modalityAt } from "../modality/index.js";
import type { Reading } from "../reading.js";
import { auxiliaries, caseOf, dependents, isNegated } from "../syntax.js";
import { misledPredicate } from "./clause.js";
import type { Dating } from "./dating.js";
import { isWord, type Mention } from "./mentions.js";

export type Status = Meeting["status"];

const HOPS = 6;
/** Verbs whose own time is the meeting's: "ended talks", "will host a summit", "chaired the session". */
const LEADING = ["lead", "host", "mediate"] as const;

/**
 * How a meeting stands to the facts; null for one that the text says is or was none. Climbs from the word through what governs it: called off, asked for,
 * set; then the time, polarity and certainty of its clause. A day after that of publication is still to come, whatever the verb ("the meeting on Friday").
 */
export function statusOf(reading: Reading, { word, top, takes }: Mention, { date, moved }: Dating): Status | null {
  const { doc, syntax, story, knowledge } = reading;
  const told = misledPredicate(reading, top);
  const governors = told >= 0 ? [word, told] : governorsOf(reading, top);
  const about = [word, top].flatMap((i) => dependents(syntax, i).filter((j) => ["amod", "acl"].includes(baseRelOf(doc, j))));
  const says = (kind: "cancel" | "propose" | "schedule"): boolean =>
    governors.some((i) => (i !== word || takes !== null) && isWord(reading, i, kind)) || about.some((i) => isWord(reading, i, kind));
  if (moved) return "scheduled";
  // "ruled out talks with Oslo": none came of it.
  if (governors.some((i) => i !== word && isWord(reading, i, "refuse"))) return null;
  // "the planned meeting did not take place".
  if (governors.some((i) => isWord(reading, i, "happen") && isNegated(syntax, i))) return isNone(reading, top) ? null : "cancelled";
  const cancels = governors.find((i) => i !== word && isWord(reading, i, "cancel"));
  // "no reason to think that the meeting would be put off": it stands.
  if (cancels !== undefined && isOnlyThought(reading, cancels)) return null;
  if (says("cancel")) return "cancelled";
  // "ended three days of talks": what stops had been, so that the verb of holding is asked itself.
  const leads = governors.find((i) => i !== word && i !== top && LEADING.some((kind) => isWord(reading, i, kind))) ?? -1;
  const standing = modalityAt(syntax, knowledge.lexicon, leads >= 0 ? leads : word);
  const whole =
    told >= 0
      ? modalityAt(syntax, knowledge.lexicon, told)
      : top === word || leads >= 0
        ? standing
        : modalityAt(syntax, knowledge.lexicon, top);
  if (standing.polarity === "negative" || whole.polarity === "negative" || isNone(reading, top)) return null;
  const published = story.published?.value.slice(0, 10) ?? null;
  const isPast = date !== null && published !== null && date.length === 10 && date < published;
  const isToCome = date !== null && published !== null && date > published.slice(0, date.length);
  if (says("propose") || (standing.certainty !== "asserted" && !isPast)) return "proposed";
  if (isToCome) return "scheduled";
  const time = standing.time ?? whole.time;
  if (isUnderWay(reading, top)) return "ongoing";
  const covers = date === null || published?.startsWith(date) === true || !isPast;
  if (covers && !isToCome && isGoingOn(reading, leads >= 0 ? leads : word)) return "ongoing";
  const isSet = time === "future" || says("schedule");
  if (isSet) return isPast ? "held" : "scheduled";
  return "held";
}

/** Words before a verb within which one of thinking makes it a thought. */
const THOUGHT = 8;

/** Whether a calling off is negated, or only thought of or feared: "would be put off" under no word of saying. */
function isOnlyThought(reading: Reading, verb: number): boolean {
  const { doc, syntax, knowledge } = reading;
  if (isNegated(syntax, verb)) return true;
  const above = doc.head[verb];
  if (baseRelOf(doc, verb) !== "ccomp" || above < 0) return false;
  // "“no reason to think” the meeting would be put off", however the parser hangs the quotation.
  for (let i = verb - 1; i >= 0 && i > verb - THOUGHT; i--) if (isWord(reading, i, "thought")) return true;
  return modalityAt(syntax, knowledge.lexicon, verb).time === "future" && !knowledge.lexicon.reportingVerbs.has(lemmaOf(doc, above));
}

/** "no meeting is planned", "neither talks nor …". */
const isNone = ({ doc, syntax }: Reading, word: number): boolean =>
  dependents(syntax, word).some((i) => i < word && lemmaOf(doc, i) === "no");

/** A word and what governs it, as far up as that tells how it stands: not what is done at or after a meeting. */
function governorsOf(reading: Reading, word: number): number[] {
  const { doc, syntax } = reading;
  const found = [word];
  for (let at = word, hop = 0; hop < HOPS; hop++) {
    const relation = baseRelOf(doc, at);
    const marker = caseOf(syntax, at) ?? "";
    if (relation === "obl" && ["after", "at", "before", "during", "since", "in"].includes(marker)) break;
    const isVerb = uposOf(doc, at) === "VERB" || uposOf(doc, at) === "ADJ";
    const climbs =
      ["xcomp", "obj", "nmod", "nsubj", "obl"].includes(relation) ||
      (relation === "conj" && !isVerb) ||
      (["acl", "advcl"].includes(relation) && isInfinitive(reading, at));
    if (!climbs || doc.head[at] < 0) break;
    at = doc.head[at];
    found.push(at);
    // "asked on Monday why the talks had failed": what is said of a subject that ends there.
    if (relation === "nsubj" && !isWord(reading, at, "cancel") && !isWord(reading, at, "schedule") && !isWord(reading, at, "propose"))
      break;
  }
  return found;
}

const isInfinitive = ({ doc, syntax }: Reading, word: number): boolean =>
  dependents(syntax, word).some((i) => xposOf(doc, i) === "TO" && i < word);

/** "are holding talks", "is visiting". */
function isGoingOn({ doc, syntax }: Reading, verb: number): boolean {
  if (xposOf(doc, verb) !== "VBG")
    return ["VBZ", "VBP"].includes(xposOf(doc, verb)) && ["continue", "enter", "go"].includes(lemmaOf(doc, verb));
  return auxiliaries(syntax, verb).some((i) => ["is", "are", "am", "'re", "’re"].includes(formOf(doc, i).toLowerCase()));
}

/** "are holding talks", where the parser takes "holding" for a word about the talks. */
const isUnderWay = (reading: Reading, word: number): boolean => {
  const { doc, syntax } = reading;
  const isNow = auxiliaries(syntax, word).some((i) => ["is", "are"].includes(formOf(doc, i).toLowerCase()));
  return isNow && dependents(syntax, word).some((i) => i < word && xposOf(doc, i) === "VBG" && isWord(reading, i, "lead"));
};

/** Words that a meeting's outcome is told with: "ended without agreement". */
export function outcomeOf(reading: Reading, word: number): Span | null {
  const { doc, syntax } = reading;
  const verb = doc.head[word];
  if (verb < 0 || baseRelOf(doc, word) !== "nsubj" || !isWord(reading, verb, "outcome")) return null;
  const told = dependents(syntax, verb).filter(
    (i) => i > verb && ["obj", "obl", "advcl", "xcomp"].includes(baseRelOf(doc, i)) && uposOf(doc, i) !== "NUM",
  );
  const last = told.filter((i) => !/^\d/.test(formOf(doc, i))).at(-1);
  return last === undefined ? null : { start: doc.start[verb], end: doc.end[syntax.right[last]] };
}
