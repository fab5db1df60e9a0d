import { deprelOf, formOf, sentenceOf, type WordRange } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { dependents } from "../syntax.js";
import type { MeetingDraft } from "./draft.js";
import { isWord, type MeetingClass } from "./mentions.js";

/** Whether a later mention may mean a meeting told of before. */
export function isSame(reading: Reading, { all }: Referents, known: MeetingDraft, later: MeetingDraft): boolean {
  if (known.date !== null && later.date !== null && !fits(known.date, later.date)) return false;
  // "visited Ankara, where he met his counterpart", "will travel to Brussels to brief the council": one meeting, told in one sentence.
  const isOneTale =
    sentenceOf(reading.doc, known.word) === sentenceOf(reading.doc, later.word) &&
    known.class !== later.class &&
    known.parties.some((party) => later.parties.includes(party)) &&
    isToCome(known) === isToCome(later);
  if (isOneTale) return true;
  const kinds = new Set([known.class, later.class]);
  if (kinds.size > 1 && ["visit", "call", "signing"].some((kind) => kinds.has(kind as MeetingClass))) return false;
  if (known.place !== null && later.place !== null && lastForm(reading, known.place) !== lastForm(reading, later.place)) return false;
  const dated = known.date !== null && later.date !== null;
  // "more talks", "a second session", "will meet again": another one, unless the day says that it is not.
  if (!dated && isAnother(reading, later)) return false;
  // "the talks, chaired by the bloc": who only receives or mediates is no side of another meeting.
  const sides = later.parties.filter((party) => party !== later.host && party !== later.mediator);
  const shared = later.parties.filter((party) => known.parties.some((other) => isSide(all, party, other)));
  const definite = isDefinite(reading, later);
  if (shared.length > 0) {
    if (dated) return true;
    // Past and to come are two, unless the later words plainly point back.
    if (isToCome(known) !== isToCome(later) && !(definite && later.status === "cancelled")) return false;
    return shared.length === later.parties.length || shared.length === known.parties.length || known.date !== null || later.date !== null;
  }
  // "her talks in Geneva" after "Monday's talks in Geneva".
  if (known.place !== null && later.place !== null && !isToCome(later) && !isToCome(known) && (definite || isOwned(reading, later)))
    return true;
  // "the meeting", "the talks": with nobody named it is the one that was spoken of last.
  if (sides.length > 0 && known.parties.length > 0 && !(definite && (dated || later.status === "cancelled"))) return false;
  if (!definite && !dated && !isOwned(reading, later)) return false;
  return later.status === "held" || later.status === "cancelled" || isToCome(known) === isToCome(later);
}

/** Day, month and year agree as far as both go. */
const fits = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

const isToCome = ({ status }: MeetingDraft): boolean => status === "scheduled" || status === "proposed" || status === "cancelled";

const isAnother = (reading: Reading, { word, top }: MeetingDraft): boolean =>
  [word, top].some((governor) => dependents(reading.syntax, governor).some((i) => isWord(reading, i, "another")));

const isDefinite = ({ doc, syntax }: Reading, { top }: MeetingDraft): boolean =>
  dependents(syntax, top).some((i) => i < top && ["the", "this", "that", "these", "those"].includes(formOf(doc, i).toLowerCase()));

const isOwned = ({ doc, syntax }: Reading, { top }: MeetingDraft): boolean =>
  dependents(syntax, top).some((i) => i < top && deprelOf(doc, i) === "nmod:poss");

const lastForm = ({ doc }: Reading, { last }: WordRange): string => formOf(doc, last);

const isSide = (all: Referents["all"], a: number, b: number): boolean => a === b || all[a].affiliation === b || all[b].affiliation === a;

/** One meeting of two mentions: what the first lacks, the later tells. */
export function joined(known: MeetingDraft, later: MeetingDraft): MeetingDraft {
  const status =
    later.status === "cancelled" && known.status !== "held" && known.status !== "ongoing"
      ? "cancelled"
      : known.status === "proposed" && later.status === "scheduled"
        ? "scheduled"
        : known.status;
  return {
    ...known,
    parties: [...new Set([...known.parties, ...later.parties])],
    host: known.host >= 0 ? known.host : later.host,
    mediator: known.mediator >= 0 ? known.mediator : later.mediator,
    place: known.place ?? later.place,
    date: known.date === null || (later.date !== null && later.date.length > known.date.length) ? later.date : known.date,
    status,
    outcome: known.outcome ?? later.outcome,
  };
}
