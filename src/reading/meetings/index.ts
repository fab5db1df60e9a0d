import { formOf, lemmaOf, nameAt, sentenceOf, spanOf, uposOf, type WordRange } from "../../language/index.js";
import { type Actor, ASSERTED, anchorAt, annotationId, type Meeting, type Span, type Statement, type Time } from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents, nounPhrase, trimmed } from "../syntax.js";
import { isWord, type MeetingClass, type Mention, mentionsIn } from "./mentions.js";
import { partiesAt } from "./participants.js";
import { dateOf, outcomeOf, type Status, statusOf } from "./standing.js";

/** A meeting while it is not settled who is listed as an actor: what its mentions together tell. */
export interface MeetingDraft {
  readonly word: number;
  readonly class: MeetingClass;
  readonly parties: readonly number[];
  readonly host: number;
  readonly mediator: number;
  readonly place: WordRange | null;
  readonly date: string | null;
  readonly status: Status;
  readonly outcome: Span | null;
  readonly rule: string;
}

/**
 * The meetings of a story, one entry each: mentions are joined with the last one that they may mean ("talks in Vienna on Thursday … the meeting"). A
 * mention that nothing tells more of than that there was one, or may be, is left out.
 */
export function draftMeetings(reading: Reading, referents: Referents, times: readonly Time[]): MeetingDraft[] {
  const drafts: MeetingDraft[] = [];
  for (const mention of mentionsIn(reading)) {
    const draft = draftOf(reading, referents, mention, times);
    if (draft === null) continue;
    const known = drafts.findLastIndex((other) => isSame(reading, referents, other, draft));
    if (known >= 0) drafts[known] = joined(drafts[known], draft);
    else if (isTold(draft, mention)) drafts.push(draft);
  }
  return drafts;
}

/** Referents who take part in a meeting: they are listed as actors for it. */
export const attendants = (drafts: readonly MeetingDraft[]): readonly number[] => drafts.flatMap(({ parties }) => parties);

function draftOf(reading: Reading, referents: Referents, mention: Mention, times: readonly Time[]): MeetingDraft | null {
  const { word, takes } = mention;
  const { all, host, mediator } = partiesAt(reading, referents, mention);
  const date = dateOf(reading, word, times);
  const status = statusOf(reading, mention, date);
  if (status === null) return null;
  const rule = `meetings/${takes === null ? "noun" : "verb"}`;
  return {
    word,
    class: mention.class,
    parties: all,
    host,
    mediator,
    place: placeOf(reading, word),
    date,
    status,
    outcome: outcomeOf(reading, word),
    rule,
  };
}

/** A verb needs two sides or a body that sits; a noun one side and something more, or a date. */
function isTold({ parties, date, place, status, class: kind }: MeetingDraft, { takes }: Mention): boolean {
  if (takes !== null) return parties.length >= 2 || (parties.length === 1 && kind !== "call" && (date !== null || place !== null));
  if (parties.length >= 2) return true;
  return parties.length === 1 && (date !== null || place !== null || status === "cancelled");
}

const PLACED = new Set(["in", "at", "to"]);

/** Where it is: "in Vienna", "at the castle of Lund", "a visit to Abyei", or the object of "visited". */
function placeOf({ doc, syntax }: Reading, word: number): WordRange | null {
  const above = doc.head[word];
  const around = uposOf(doc, word) === "VERB" || above < 0 || uposOf(doc, above) !== "VERB" ? [word] : [word, above];
  for (const governor of around) {
    for (const i of dependents(syntax, governor)) {
      const marker = caseOf(syntax, i);
      if (i < governor || marker === null || !PLACED.has(marker) || (marker === "to" && lemmaOf(doc, word) === "speak")) continue;
      for (let j = syntax.left[i]; j <= syntax.right[i]; j++)
        if (nameAt(doc, j)?.kind === "LOC") return trimmed(doc, nounPhrase(syntax, i));
    }
  }
  return null;
}

/** Whether a later mention may mean a meeting told of before. */
function isSame(reading: Reading, { all }: Referents, known: MeetingDraft, later: MeetingDraft): boolean {
  const { doc, syntax } = reading;
  if (known.date !== null && later.date !== null && !known.date.startsWith(later.date) && !later.date.startsWith(known.date)) return false;
  const another = dependents(syntax, later.word).some((i) => i < later.word && isWord(reading, i, "another"));
  if (another) return false;
  const kinds = new Set([known.class, later.class]);
  if (kinds.size > 1 && (kinds.has("visit") || (kinds.has("call") && kinds.has("session")))) return false;
  if (known.place !== null && later.place !== null && lastForm(reading, known.place) !== lastForm(reading, later.place)) return false;
  const shared = later.parties.some((party) => known.parties.some((other) => isSide(all, party, other)));
  if (shared) return known.date !== null || later.date !== null ? true : known.status === later.status;
  // "the meeting", "the talks": with nobody named it is the one that was spoken of last.
  const definite = dependents(syntax, later.word).some(
    (i) => i < later.word && ["the", "this", "that", "these", "those"].includes(formOf(doc, i).toLowerCase()),
  );
  return (
    later.parties.length === 0 && definite && (known.status === later.status || later.status === "held" || later.status === "cancelled")
  );
}

const lastForm = ({ doc }: Reading, { last }: WordRange): string => formOf(doc, last);

const isSide = (all: Referents["all"], a: number, b: number): boolean => a === b || all[a].affiliation === b || all[b].affiliation === a;

function joined(known: MeetingDraft, later: MeetingDraft): MeetingDraft {
  return {
    ...known,
    parties: [...new Set([...known.parties, ...later.parties])],
    host: known.host >= 0 ? known.host : later.host,
    mediator: known.mediator >= 0 ? known.mediator : later.mediator,
    place: known.place ?? later.place,
    date: known.date ?? later.date,
    status: later.status === "cancelled" ? "cancelled" : known.status,
    outcome: known.outcome ?? later.outcome,
  };
}

/** Meetings from drafts, once actors have ids, in text order. */
export function meetingsOf(
  { doc, syntax, story }: Reading,
  drafts: readonly MeetingDraft[],
  statements: readonly Statement[],
  actorOf: (referent: number) => Actor | null,
): Meeting[] {
  return drafts.flatMap(({ word, parties, host, mediator, place, date, status, outcome, rule }) => {
    const idOf = (referent: number): string | null => (referent < 0 ? null : (actorOf(referent)?.id ?? null));
    const participants = [...new Set(parties.flatMap((party) => idOf(party) ?? []))];
    if (participants.length === 0) return [];
    const range =
      uposOf(doc, word) === "VERB"
        ? trimmed(doc, { first: word, last: Math.min(syntax.right[word], word + LONGEST) })
        : nounPhrase(syntax, word);
    const last = sentenceOf(doc, range.last) === sentenceOf(doc, word) ? range.last : word;
    const anchor = anchorAt(story.text, [spanOf(doc, range.first, last)]);
    const within = statements.find(({ anchor: said }) => said.some(({ start, end }) => start <= doc.start[word] && doc.end[word] <= end));
    return [
      {
        id: annotationId(story.id, "meetings", anchor, ""),
        anchor,
        modality: {
          ...ASSERTED,
          time:
            status === "scheduled" || status === "proposed"
              ? ("future" as const)
              : status === "ongoing"
                ? ("present" as const)
                : ("past" as const),
          polarity: status === "cancelled" ? ("negative" as const) : ("positive" as const),
          certainty: status === "proposed" ? ("hypothetical" as const) : ("asserted" as const),
          within: within?.id ?? null,
        },
        rule,
        confidence: participants.length >= 2 ? 0.7 : 0.55,
        participants,
        host: idOf(host),
        mediator: idOf(mediator),
        place: place === null ? null : anchorAt(story.text, [spanOf(doc, place.first, place.last)]),
        date,
        status,
        outcome: outcome === null ? null : anchorAt(story.text, [outcome]),
      },
    ];
  });
}

/** A verb's mention is shown with at most so many words behind it. */
const LONGEST = 12;
