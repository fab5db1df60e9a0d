import { formOf, lemmaOf, sentenceOf, uposOf, wordAt } from "../../language/index.js";
import type { Time } from "../../model/index.js";
import { timesBeside } from "../nearby.js";
import { isPredicate } from "../parties/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents } from "../syntax.js";
import { distanceWithin, verbAbove } from "./clause.js";
import { isWord, type Mention } from "./mentions.js";

/** When a meeting is, as its own clause tells. */
export interface Dating {
  /** Day, month or year; null where the clause does not date it. */
  readonly date: string | null;
  /** Whether that is the day to which it has been put off or moved. */
  readonly moved: boolean;
}

const UNDATED: Dating = { date: null, moved: false };

/**
 * The day, month or year of a meeting: of the times of its clause the nearest in the tree, and that to which it is moved before that for which it was
 * planned. What dates the saying, asking or calling off is not when they meet.
 */
export function datingOf(reading: Reading, mention: Mention, times: readonly Time[]): Dating {
  const { doc, story } = reading;
  const published = story.published?.value.slice(0, 10) ?? null;
  let best = UNDATED;
  let nearest = Number.POSITIVE_INFINITY;
  for (const time of timesBeside(doc, mention.word, times)) {
    const date = dateIn(time);
    const word = wordAt(doc, time.anchor[0].start);
    if (date === null || word >= doc.length) continue;
    const distance = distanceTo(reading, mention, word, wordAt(doc, time.anchor[0].end - 1));
    if (distance === Number.POSITIVE_INFINITY) continue;
    const governor = governorOf(reading, word, mention);
    const moved = governor >= 0 && isMoved(reading, word, governor);
    if (isOtherMeeting(reading, governor, mention)) continue;
    if (!moved && governor >= 0 && datesTheAct(reading, mention, governor, word, date, published)) continue;
    // "planned for Thursday, will now be held on Friday": what the clause itself says of it comes before what an attribute says.
    const own = governor >= 0 && governor === doc.head[mention.top] && !isWord(reading, governor, "cancel");
    const rank = moved ? -10 : distance - (own ? 2 : 0);
    if (rank >= nearest) continue;
    nearest = rank;
    best = { date: isLimit(reading, word) ? date.slice(0, 7) : date, moved };
  }
  return best;
}

/** The calendar day, month or year of a time, of a week its Monday, of a weekend its Saturday; null for a length, a rate or a vague one. */
function dateIn({ type, value }: Time): string | null {
  if (type === "DURATION" || type === "SET" || value === null) return null;
  const week = /^(\d{4})-W(\d\d)(?:$|T|(-WE))/.exec(value);
  if (week !== null) return dayOfWeek(Number(week[1]), Number(week[2]), week[3] === undefined ? 0 : SATURDAY);
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T)/.exec(value)?.[0] ?? null;
}

const SATURDAY = 5;

/** A day of an ISO 8601 week, Monday being 0. */
function dayOfWeek(year: number, week: number, day: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() + (7 * (week - 1) + day - ((fourth.getUTCDay() + 6) % 7)) * 86_400_000;
  return new Date(monday).toISOString().slice(0, 10);
}

/** The nearest verb, or word of planning, over a time; -1 where none is. */
function governorOf(reading: Reading, time: number, { word, top }: Mention): number {
  const { doc } = reading;
  for (let i = time, steps = 0; i >= 0 && steps < 6; i = doc.head[i], steps++) {
    if (i === word || i === top) return i;
    if (i !== time && (isPredicate(reading, i) || isWord(reading, i, "schedule"))) return i;
  }
  return verbAbove(reading, time);
}

const TOWARDS = new Set(["to", "until", "till"]);

/** "has been moved to 21 March", "put off until April". */
const isMoved = (reading: Reading, time: number, governor: number): boolean =>
  TOWARDS.has(caseOf(reading.syntax, time) ?? "") && (isWord(reading, governor, "move") || isWord(reading, governor, "cancel"));

/** Steps from a mention to a time; infinite where the time is another clause's. */
function distanceTo(reading: Reading, mention: Mention, time: number, last: number): number {
  const { doc } = reading;
  // "two days after the side walked out of the talks": the day on which it walked out, not that of what stands before.
  const next = last + 1 < doc.length ? formOf(doc, last + 1).toLowerCase() : "";
  if ([next, formOf(doc, last).toLowerCase()].some((form) => ["after", "before"].includes(form)) && last > time) {
    return sentenceOf(doc, time) === sentenceOf(doc, mention.word) && mention.word > last && mention.word - last <= WINDOW
      ? BESIDE
      : Number.POSITIVE_INFINITY;
  }
  if (followsDirectly(reading, mention, time)) return BESIDE;
  // "took a hard line on Tuesday ahead of more talks": only what is said of the talks themselves dates them.
  const { left, right } = reading.syntax;
  const { top } = mention;
  const isAhead = APART.has(caseOf(reading.syntax, top) ?? "") || (doc.head[top] >= 0 && formOf(doc, doc.head[top]) === "ahead");
  if (isAhead && (time < left[top] || time > right[top])) return Number.POSITIVE_INFINITY;
  return Math.min(distanceWithin(reading, mention.top, time), distanceWithin(reading, mention.word, time));
}

const APART = new Set(["after", "before", "ahead of", "since", "following", "until"]);

/** "met on Tuesday to discuss a summit": the day is that of another meeting. */
const isOtherMeeting = ({ doc, knowledge }: Reading, governor: number, { word, top }: Mention): boolean =>
  governor >= 0 &&
  governor !== word &&
  governor !== top &&
  uposOf(doc, governor) === "VERB" &&
  knowledge.lexicon.meetingsVerbs.has(lemmaOf(doc, governor).toLowerCase()) &&
  doc.head[top] !== governor;

/** What a time that stands right behind counts for, in steps of the tree. */
const BESIDE = 3;
/** Words between a mention and such a time, at most. */
const WINDOW = 14;

/**
 * "a meeting of the council in Vienna on Thursday", "A mission planned for later this month has been scrapped": only names and prepositions, and a
 * word of planning, stand between, so that the time is the meeting's wherever the tree hangs it.
 */
function followsDirectly(reading: Reading, { word }: Mention, time: number): boolean {
  const { doc } = reading;
  if (time <= word || time - word > WINDOW || sentenceOf(doc, time) !== sentenceOf(doc, word)) return false;
  for (let i = word + 1; i < time; i++) {
    const joins = uposOf(doc, i) === "CCONJ" && uposOf(doc, i - 1) !== "PROPN";
    if (joins || ["AUX", "SCONJ"].includes(uposOf(doc, i)) || /^[;:“”"—–]$/.test(formOf(doc, i))) return false;
    if (uposOf(doc, i) === "VERB" && !isWord(reading, i, "schedule")) return false;
    if (uposOf(doc, i) === "PRON" || reading.knowledge.lexicon.meetingsNouns.has(lemmaOf(doc, i))) return false;
  }
  return true;
}

/** Whether a time dates what is said or done about a meeting: "announced on Monday that …", "called off talks on Tuesday". */
function datesTheAct(reading: Reading, mention: Mention, nearest: number, time: number, date: string, published: string | null): boolean {
  const { doc } = reading;
  // "called off the talks late Tuesday": a bare day behind the noun may be the verb's all the same.
  const above = verbAbove(reading, mention.top);
  const isOwn = nearest === mention.top || nearest === mention.word;
  const drops = above >= 0 && mention.takes === null && time > mention.word && isWord(reading, above, "cancel");
  const governor = !isOwn ? nearest : drops ? above : -1;
  if (governor < 0 || governor === mention.word) return false;
  if (SAYING.has(lemmaOf(doc, governor))) return true;
  if (isWord(reading, governor, "schedule") && !isWord(reading, governor, "propose")) {
    // "was scheduled on Monday for Friday"; behind "for" or "on", a day to come is the meeting's.
    return caseOf(reading.syntax, time) === null && published !== null && date <= published.slice(0, date.length);
  }
  if (!isWord(reading, governor, "cancel") && !isWord(reading, governor, "propose") && !isWord(reading, governor, "move")) return false;
  return caseOf(reading.syntax, time) === "from" || published === null || date <= published.slice(0, date.length);
}

const SAYING = new Set(["say", "tell", "announce", "report", "confirm", "add", "write"]);

/** "by 30 September": not on that day; no more is told than when it has to be over, so that the month is kept. */
const isLimit = ({ syntax }: Reading, time: number): boolean =>
  dependents(syntax, time).some((i) => i < time && ["by", "before"].includes(lemmaOf(syntax.doc, i)));
