import { baseRelOf, formOf, lemmaOf, sentenceOf, spanOf, uposOf, type WordRange, wordsOf } from "../../language/index.js";
import {
  type Actor,
  type Anchor,
  anchorAt,
  annotationId,
  contains,
  type Event,
  type Modality,
  quoteAt,
  type Span,
  type Statement,
  statusOf,
  type Time,
} from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import { modalityAt, type Standing } from "../modality/index.js";
import type { Reading } from "../reading.js";
import type { Draft } from "../statements/index.js";
import { recipientOf, sightingsOf } from "./analyse.js";
import { dateOf, isLocative, isPlace, isPluperfect, placeOf } from "./bearings.js";
import type { Candidate } from "./candidates.js";
import { typeFeatures } from "./features.js";
import { isFigurative } from "./idioms.js";
import type { Option } from "./options.js";
import { otherSide, partiesOf, type Voice } from "./participants.js";
import { isParty, partyPhrase, partyWithin } from "./parties.js";
import { type EventType, type TypeFacts, typeKey } from "./tables.js";
import { labelOf, PER_UNIT, probabilities, scoreTypes, TYPE_LABELS } from "./weights.js";

/** An event while actors have no ids. */
export interface EventDraft {
  readonly candidate: Candidate;
  readonly type: EventType;
  readonly mode: string | null;
  readonly confidence: number;
  readonly rule: string;
  /** Referents, each once. */
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  readonly actorWords: WordRange | null;
  readonly recipientWords: WordRange | null;
  readonly place: WordRange | null;
  readonly date: string | null;
  readonly standing: Standing;
  readonly background: boolean;
  /** Number of the statement draft in whose content it stands; -1 for none. */
  readonly within: number;
}

/** What the tables' word for a type is worth beside the weights: the corpus is small, and has never seen most rows. */
const TABLE_WORTH = PER_UNIT;

/** Less sure than this, and it is left out. */
const LEAST = 0.4;
/** Less sure than this of the very type, and a word that no table lists is left out: two states beside a verb are no evidence of what it means. */
const LEAST_UNLISTED = 0.7;

/**
 * Who did what to whom, before actors have ids: of every word that may tell an event the weights say whether it does, which, and to whom; tables and
 * clauses say who acts, where, when, and how it stands to the facts. In text order.
 */
export function draftEvents(reading: Reading, referents: Referents, statements: readonly Draft[], times: readonly Time[]): EventDraft[] {
  const drafts = sightingsOf(reading, referents).flatMap((sighting): EventDraft[] => {
    const { candidate, actor } = sighting;
    if (isFigurative(reading, candidate)) return [];
    const recipient = recipientOf(reading, referents, reading.knowledge.eventWeights, sighting);
    const decided = decide(reading, referents, candidate, actor, recipient);
    if (decided === null) return [];
    const draft = draftOf(reading, referents, statements, times, candidate, actor, recipient, decided);
    return draft === null ? [] : [draft];
  });
  return distinct(drafts);
}

interface Decided {
  readonly type: EventType;
  readonly mode: string | null;
  readonly confidence: number;
  readonly rule: string;
}

/** What the word tells: by its row where the row decides alone, else what the weights find likeliest; null for no event. */
function decide(reading: Reading, referents: Referents, candidate: Candidate, actor: number, recipient: Option | null): Decided | null {
  const { frame, kind, light } = candidate;
  const tables = reading.knowledge.events;
  if (frame?.decides) {
    const stopped = light === "stops" ? tables.types.get(typeKey(frame.type, frame.mode))?.stopped : undefined;
    if (stopped === null) return null;
    return {
      type: stopped ?? frame.type,
      mode: stopped === undefined ? frame.mode : null,
      confidence: 0.9,
      rule: `events/${kind}:${frame.name}`,
    };
  }
  const scores = scoreTypes(reading.knowledge.eventWeights, typeFeatures(reading, referents, candidate, actor, recipient));
  if (frame !== null && light !== "stops") scores[labelOf(frame.type)] += TABLE_WORTH;
  const chances = probabilities(scores);
  let best = 1;
  for (let label = 2; label < chances.length; label++) if (chances[label] > chances[best]) best = label;
  const any = 1 - chances[0];
  if (any < LEAST || (frame === null && chances[best] < LEAST_UNLISTED)) return null;
  const type = TYPE_LABELS[best] as EventType;
  const agrees = frame !== null && frame.type === type && light !== "stops";
  return {
    type,
    mode: agrees ? frame.mode : null,
    confidence: Math.round(100 * any * (chances[best] / any) ** 0.5) / 100,
    rule: agrees ? `events/${kind}:${frame.name}` : `events/weights:${candidate.key}`,
  };
}

function draftOf(
  reading: Reading,
  referents: Referents,
  statements: readonly Draft[],
  times: readonly Time[],
  candidate: Candidate,
  actor: number,
  recipient: Option | null,
  decided: Decided,
): EventDraft | null {
  const { doc, syntax, knowledge, story } = reading;
  const { word, verb } = candidate;
  const standing = modalityAt(syntax, knowledge.lexicon, verb >= 0 ? verb : word);
  const within = innermost(statements, spanOf(doc, word));
  const denied = within >= 0 && (statements[within].cue.frame.denies || statements[within].cue.negated);
  if (isOnlySpokenOf(reading, candidate, decided.type)) return null;
  if (standing.polarity === "negative" && !SPEAKS_AGAINST.has(decided.type)) return null;

  const source = within >= 0 ? statements[within].source : null;
  const voice: Voice = { speaker: source?.kind === "referent" ? source.referent : -1 };
  if (isDoneByThing(reading, referents, candidate, actor)) return null;
  let actors = partiesOf(reading, referents, actor, voice);
  let { rule } = decided;
  if (actors.length === 0 && voice.speaker >= 0 && VERBAL_CONFLICT.has(decided.type) && isQuoted(reading, statements[within], word)) {
    // "Let them give us back our dead", "There is nothing to discuss": who says it asks and refuses.
    actors = [voice.speaker];
    rule = `${rule}+speaker`;
  }
  let recipients = recipient === null ? [] : partiesOf(reading, referents, recipient.head, voice).filter((one) => !actors.includes(one));
  let place = placeOf(reading, referents, candidate, recipient === null ? [] : [recipient.head]);
  let recipientWords = recipient === null ? null : partyPhrase(reading, recipient.head, true);
  if (recipient !== null && isLocative(lastStep(recipient.path)) && isPlace(reading, referents, recipient.head)) {
    // "an attack in Chad": where, not whom. Its words stay beside the act, as the place.
    place = recipientWords;
    recipientWords = null;
    recipients = [];
  }
  const actorWords = actor < 0 ? null : partyPhrase(reading, actor, true);
  const together = isTogether(reading, candidate, decided.type, recipient);
  const mutual = isMutual(reading, candidate) && actors.length > 1;
  const certainty = standing.certainty === "asserted" && hangsOnCondition(reading, candidate) ? "conditional" : standing.certainty;
  const isThreatened = certainty === "conditional" && (decided.type === "COERCE" || decided.type === "SANCTION");
  if (recipients.length === 0 && !together && !mutual && (VERBAL_CONFLICT.has(decided.type) || decided.type === "AGREE" || isThreatened)) {
    const others = otherSide(reading, referents, actors, word, decided.type === "REQUEST" || decided.type === "AGREE");
    if (others.length > 0) {
      recipients = others;
      rule = `${rule}+other-side`;
    }
  }
  const date = dateOf(reading, candidate, times);
  return {
    candidate,
    ...decided,
    rule,
    actors: together ? [...new Set([...actors, ...recipients])] : actors,
    recipients: mutual ? actors : together ? [] : recipients,
    actorWords,
    recipientWords,
    place,
    date,
    standing: standingOf(decided.type, { ...standing, certainty }, denied),
    background: isPluperfect(reading, candidate) || isOld(date, story.published?.value ?? null),
    within,
  };
}

/**
 * "the printer refused", "locusts attacked": the subject is a thing that nobody owns, so that the verb is meant otherwise. A force, a weapon
 * or an attack may stand for who uses it ("airstrikes killed").
 */
function isDoneByThing(reading: Reading, referents: Referents, { clause, kind }: Candidate, actor: number): boolean {
  if (actor < 0 || clause === null || clause.passive || kind === "predicate") return false;
  const { doc, knowledge } = reading;
  if (uposOf(doc, actor) !== "NOUN" || isParty(reading, referents, actor) || partyWithin(reading, referents, actor) >= 0) return false;
  const lemma = lemmaOf(doc, actor).toLowerCase();
  return !knowledge.lexicon.eventForces.has(lemma) && !knowledge.events.nouns.has(lemma);
}

/** Types whose own words may hold a "not": "will not take part" is a refusal that was made. */
const SPEAKS_AGAINST: ReadonlySet<EventType> = new Set(["REJECT", "THREATEN", "ACCUSE"]);

/** Types of words that are acts once they are said, whatever they hang on (guidelines, Status: "a demand, refusal, accusation or threat that was made"). */
const VERBAL_CONFLICT: ReadonlySet<EventType> = new Set(["REQUEST", "ACCUSE", "REJECT", "THREATEN"]);

/** Words behind a verb under which what it tells hangs on a condition (guidelines, Positions, "condition"). */
const CONDITIONS = [
  ["if"],
  ["unless"],
  ["once"],
  ["provided"],
  ["so", "long", "as"],
  ["as", "long", "as"],
  ["on", "condition"],
  ["only", "when"],
  ["when"],
];

/** "offered to lend inspectors, provided that …": a condition stands behind the verb, in its own part of the sentence. */
function hangsOnCondition({ doc }: Reading, { word, verb }: Candidate): boolean {
  const head = verb >= 0 ? verb : word;
  const { last } = wordsOf(doc, sentenceOf(doc, word));
  const small = (at: number): string => (at <= last ? formOf(doc, at).toLowerCase() : "");
  for (let i = head + 1; i <= last; i++) {
    if (small(i) === ";" || (baseRelOf(doc, i) === "conj" && doc.head[i] === head && uposOf(doc, i) === "VERB")) return false;
    const found = CONDITIONS.find((words) => words.every((one, k) => small(i + k) === one));
    // "when" sets a condition only for what is still to come.
    if (found !== undefined && (found[0] !== "when" || isToCome(doc, head))) return true;
  }
  return false;
}

const isToCome = (doc: Reading["doc"], word: number): boolean =>
  word > 0 && ["will", "would", "shall", "'ll", "’ll"].includes(formOf(doc, word - 1).toLowerCase());

/** Whether a word stands between the quotation marks of a statement's own words. */
const isQuoted = ({ quotations, doc }: Reading, { content }: Draft, word: number): boolean => {
  const span = spanOf(doc, word);
  return quotations.some(
    (quotation) => contains(quotation, span) && content.some((part) => part.start <= quotation.start + 1 && quotation.end - 1 <= part.end),
  );
};

function standingOf(type: EventType, standing: Standing, denied: boolean): Standing {
  if (!VERBAL_CONFLICT.has(type)) return { ...standing, polarity: denied ? "negative" : standing.polarity };
  // "will not take part", "would close a window": the refusal and the threat are made by saying so.
  const made = type === "REJECT" || type === "THREATEN";
  return {
    time: (made && standing.time === "future") || standing.time === "present" ? "past" : standing.time,
    polarity: "positive",
    certainty: standing.certainty === "hypothetical" && !made ? "hypothetical" : "asserted",
  };
}

/** Types of words that ask for, agree to or back an act: the act itself is none yet (guidelines: "acts that are only demanded"). */
const ONLY_SPOKEN: ReadonlySet<EventType> = new Set(["REQUEST", "AGREE", "SUPPORT", "REJECT"]);

/** "urged Oslo to release the men", "agreed to meet": the word above is the event, and the act hangs under it. */
function isOnlySpokenOf({ doc, syntax, knowledge }: Reading, { word, verb }: Candidate, type: EventType): boolean {
  const head = verb >= 0 ? verb : word;
  const above = doc.head[head];
  if (above < 0) return false;
  const relation = baseRelOf(doc, head);
  const isAsked = ["xcomp", "ccomp", "advcl", "acl"].includes(relation) && isInfinitive(syntax, doc, head);
  const isObject = ["obj", "obl", "nmod"].includes(relation) && uposOf(doc, head) === "NOUN" && type !== "CONSULT";
  if (!isAsked && !isObject) return false;
  const lemma = lemmaOf(doc, above);
  const frames = uposOf(doc, above) === "VERB" ? knowledge.events.verbs.get(lemma)?.at(-1) : knowledge.events.nouns.get(lemma);
  return frames !== undefined && ONLY_SPOKEN.has(frames.type);
}

const isInfinitive = (syntax: Reading["syntax"], doc: Reading["doc"], word: number): boolean => {
  for (let i = syntax.firstChild[word]; i >= 0; i = syntax.nextSibling[i])
    if (formOf(doc, i).toLowerCase() === "to" && i < word) return true;
  return false;
};

/** Events that both sides do: all are actors (guidelines: "Symmetric events list all sides in actors"). */
function isTogether({ doc }: Reading, { frame, clause, word }: Candidate, type: EventType, recipient: Option | null): boolean {
  if (type === "CONSULT") return true;
  if (type !== "AGREE" && type !== "COOPERATE") return false;
  if (frame?.sides) return true;
  return recipient !== null && lastStep(recipient.path) === "with" && (clause === null || uposOf(doc, word) !== "NOUN" || type === "AGREE");
}

/** "blamed each other". */
function isMutual({ doc }: Reading, { clause }: Candidate): boolean {
  if (clause === null || clause.object < 0) return false;
  // "each other", "each other's coast guard".
  for (let word = clause.object; word > 0 && word >= clause.object - 4; word--) {
    if (formOf(doc, word).toLowerCase() === "other" && ["each", "one"].includes(formOf(doc, word - 1).toLowerCase())) return true;
  }
  return false;
}

const lastStep = (path: string): string => path.slice(path.lastIndexOf(">") + 1).replace("^", "");

/** The innermost statement in whose content a word stands: the one with the shortest content. */
function innermost(statements: readonly Draft[], span: Span): number {
  let best = -1;
  let shortest = Number.POSITIVE_INFINITY;
  for (const [i, { content }] of statements.entries()) {
    if (!content.some((part) => contains(part, span))) continue;
    const length = content[content.length - 1].end - content[0].start;
    if (length < shortest) {
      shortest = length;
      best = i;
    }
  }
  return best;
}

/** History told again: dated more than two months before the story. */
function isOld(date: string | null, published: string | null): boolean {
  if (date === null || published === null) return false;
  const months = (value: string): number => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7) || 12);
  return months(published) - months(date) > 2;
}

/** One entry an event: of two words that tell the same act of the same parties the surer, of a noun that tells again what a verb told none. */
function distinct(drafts: readonly EventDraft[]): EventDraft[] {
  const kept: EventDraft[] = [];
  for (const draft of [...drafts].sort((a, b) => b.confidence - a.confidence || a.candidate.word - b.candidate.word)) {
    if (!kept.some((other) => isSame(other, draft))) kept.push(draft);
  }
  return kept.sort((a, b) => a.candidate.word - b.candidate.word);
}

function isSame(kept: EventDraft, draft: EventDraft): boolean {
  if (kept.candidate.word === draft.candidate.word) return true;
  if (kept.type !== draft.type) return false;
  const isFuture = (one: EventDraft): boolean => one.standing.time === "future" || one.standing.certainty !== "asserted";
  if (isFuture(kept) !== isFuture(draft)) return false;
  if (kept.date !== null && draft.date !== null && !kept.date.startsWith(draft.date) && !draft.date.startsWith(kept.date)) return false;
  const inside = (a: readonly number[], b: readonly number[]): boolean => a.every((one) => b.includes(one));
  const parties = [...draft.actors, ...draft.recipients];
  if (parties.length === 0) return draft.candidate.kind === "noun";
  return inside(parties, [...kept.actors, ...kept.recipients]) && inside(draft.actors, kept.actors);
}

/** Events from drafts, once actors and statements have ids. */
export function eventsOf(
  reading: Reading,
  referents: Referents,
  drafts: readonly EventDraft[],
  statementDrafts: readonly Draft[],
  statements: readonly Statement[],
  actorOf: (referent: number) => Actor | null,
): Event[] {
  const { story } = reading;
  const ids = (list: readonly number[]): string[] => [...new Set(list.flatMap((referent) => actorOf(referent)?.id ?? []))];
  const seen = new Set<string>();
  return drafts.flatMap((draft) => {
    const { candidate, type, mode, confidence, rule, standing, background, within } = draft;
    const anchor = triggerOf(reading, candidate);
    const modality: Modality = { ...standing, background, within: within >= 0 ? statements[within].id : null };
    const own = within >= 0 && isOwn(referents, statementDrafts[within], draft);
    const id = annotationId(story.id, "events", anchor, type);
    if (seen.has(id)) return [];
    seen.add(id);
    const facts = reading.knowledge.events.types.get(typeKey(type, mode)) as TypeFacts;
    return [
      {
        id,
        anchor,
        modality,
        rule,
        confidence,
        type,
        mode,
        contexts: contextsOf(reading, candidate, mode),
        quad: facts.quad,
        score: facts.score,
        cameoRoot: facts.root,
        actors: ids(draft.actors),
        recipients: ids(draft.recipients),
        actorSpan: anchorOf(reading, draft.actorWords),
        recipientSpan: anchorOf(reading, draft.recipientWords),
        place: anchorOf(reading, draft.place),
        date: draft.date,
        status: statusOf(modality, own),
      },
    ];
  });
}

/** An actor's own announcement of its act: the speaker acts, or speaks for the one who does. */
function isOwn({ all }: Referents, { source }: Draft, { actors }: EventDraft): boolean {
  if (source.kind !== "referent") return false;
  const speakers = [source.referent, ...source.joint];
  return (
    actors.length > 0 &&
    actors.every((actor) =>
      speakers.some((speaker) => speaker === actor || all[speaker].affiliation === actor || all[actor].affiliation === speaker),
    )
  );
}

const anchorOf = ({ story, doc }: Reading, words: WordRange | null): Anchor | null => {
  if (words === null) return null;
  const { start, end } = spanOf(doc, words.first, words.last);
  return [quoteAt(story.text, start, end)];
};

/** The trigger's words; those that do not stand together as a broken anchor. */
function triggerOf({ story, doc }: Reading, { words }: Candidate): Anchor {
  const spans: { start: number; end: number }[] = [];
  for (const [i, word] of words.entries()) {
    const { start, end } = spanOf(doc, word);
    if (i > 0 && words[i - 1] === word - 1) spans[spans.length - 1].end = end;
    else spans.push({ start, end });
  }
  return anchorAt(story.text, spans);
}

/** PLOVER contexts whose words stand in the event's sentence, in the table's order. */
function contextsOf({ doc, knowledge }: Reading, { word }: Candidate, mode: string | null): string[] {
  const { first, last } = wordsOf(doc, sentenceOf(doc, word));
  const words: string[] = [];
  for (let i = first; i <= last; i++) words.push(lemmaOf(doc, i).toLowerCase());
  const line = ` ${words.join(" ")} `;
  const found = [...knowledge.lexicon.eventContexts.values()]
    .filter(({ words: cues }) => cues.some((cue) => line.includes(` ${cue} `)))
    .map(({ context }) => context);
  // PLOVER gives these contexts with the mode of the same name.
  if ((mode === "cyber" || mode === "misinformation") && !found.includes(mode)) found.push(mode);
  return found;
}
