import { formOf, lemmaOf, sentenceOf, spanOf, uposOf } from "../../language/index.js";
import { type Actor, ASSERTED, anchorAt, annotationId, type Meeting, type Statement, type Time } from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import { thingsAround } from "../nearby.js";
import { sidesBefore } from "../parties/index.js";
import type { Reading } from "../reading.js";
import type { Draft } from "../statements/index.js";
import { dependents, nounPhrase, trimmed } from "../syntax.js";
import { datingOf } from "./dating.js";
import type { MeetingDraft } from "./draft.js";
import { isWord, type Mention, mentionsIn } from "./mentions.js";
import { isSame, joined } from "./merge.js";
import { partiesAt } from "./participants.js";
import { placeOf } from "./place.js";
import { SITS, sitters } from "./sitting.js";
import { outcomeOf, statusOf } from "./standing.js";
import { withVoices } from "./voices.js";

export type { MeetingDraft } from "./draft.js";

/** How many meetings back a mention may mean one, so that a text of thousands of them takes no longer than others. */
const REACH = 60;

/**
 * The meetings of a story, one entry each: mentions are joined with the last one that they may mean ("talks in Vienna on Thursday … the meeting"). A
 * mention that nothing tells more of than that there was one, or may be, is left out.
 */
export function draftMeetings(
  reading: Reading,
  referents: Referents,
  statements: readonly Draft[],
  times: readonly Time[],
): MeetingDraft[] {
  const voiced = withVoices(reading, referents, statements);
  const drafts: MeetingDraft[] = [];
  for (const mention of mentionsIn(reading)) {
    const draft = draftOf(reading, voiced, mention, statements, times);
    if (draft === null) continue;
    const known = drafts.findLastIndex((other, i) => drafts.length - i <= REACH && isSame(reading, referents, other, draft));
    if (known >= 0) drafts[known] = joined(drafts[known], draft);
    else if (isTold(referents, draft, mention)) drafts.push(draft);
  }
  return drafts;
}

/** Referents who take part in a meeting: they are listed as actors for it. */
export const attendants = (drafts: readonly MeetingDraft[]): readonly number[] => drafts.flatMap(({ parties }) => parties);

function draftOf(
  reading: Reading,
  referents: Referents,
  mention: Mention,
  statements: readonly Draft[],
  times: readonly Time[],
): MeetingDraft | null {
  const dating = datingOf(reading, mention, times);
  const status = statusOf(reading, mention, dating);
  if (status === null) return null;
  const named = partiesAt(reading, referents, mention);
  const { host, mediator } = named;
  const onlyHelp = named.all.every((party) => party === host || party === mediator);
  const [others, source] = !onlyHelp ? [[], "named"] : understood(reading, referents, mention, statements, dating.date);
  const all = [...new Set([...others, ...named.all])];
  return {
    word: mention.word,
    top: mention.top,
    class: mention.class,
    parties: all,
    host,
    mediator,
    place: placeOf(reading, mention),
    date: dating.date,
    status,
    outcome: outcomeOf(reading, mention.top),
    rule: `meetings/${mention.takes === null ? "noun" : "verb"}${source === "named" ? "" : `+${source}`}`,
  };
}

/** Who meets where the clause names nobody, and by what that is known: the story's sitting, its two sides, or nothing. */
function understood(
  reading: Reading,
  referents: Referents,
  mention: Mention,
  statements: readonly Draft[],
  date: string | null,
): readonly [readonly number[], "sitting" | "pair" | "named"] {
  const sat = sitters(reading, referents, mention, statements);
  if (sat !== null) return [sat, "sitting"];
  const two = isOfTwo(reading, mention, date) ? sidesBefore(reading, referents, mention.word) : null;
  return two === null ? [[], "named"] : [two, "pair"];
}

/** "A second session is set for Friday", "walked out of the talks": dated talks without a word of whose are those of the story's two sides. */
const isOfTwo = (reading: Reading, { top, takes, class: kind }: Mention, date: string | null): boolean =>
  takes === null &&
  date !== null &&
  ["talk", "session"].includes(kind) &&
  (isCertain(reading, top) || isWord(reading, top, "part")) &&
  !isMany(reading, top);

/** "the talks", "a first meeting", "a second session"; not "more talks". */
const isCertain = ({ doc, syntax }: Reading, top: number): boolean =>
  dependents(syntax, top).some((i) => i < top && /^(?:the|this|those|these|first|next|\p{L}+(?:nd|rd|th))$/iu.test(formOf(doc, i)));

const isMany = ({ doc }: Reading, top: number): boolean => ["summit", "conference", "gathering"].includes(lemmaOf(doc, top).toLowerCase());

/** A verb needs two sides or a body that sits; a noun one side and something more, or a date. */
function isTold({ all }: Referents, { parties, date, place, status, class: kind }: MeetingDraft, { takes }: Mention): boolean {
  // "a cutter sits at the pier": only a body sits.
  if (kind === "sitting") return date !== null && parties.length > 0 && parties.every((party) => SITS.test(all[party].name ?? ""));
  if (parties.length >= 2) return true;
  if (takes !== null) return parties.length === 1 && kind !== "call" && (date !== null || place !== null);
  if (parties.length === 0) return date !== null && (place !== null || status === "cancelled");
  return date !== null || place !== null || status === "cancelled";
}

/** Meetings from drafts, once actors have ids, in text order. */
export function meetingsOf(
  { doc, syntax, story }: Reading,
  drafts: readonly MeetingDraft[],
  statements: readonly Statement[],
  actorOf: (referent: number) => Actor | null,
): Meeting[] {
  const around = thingsAround(statements.map(({ anchor }) => anchor));
  return drafts.flatMap(({ word, top, parties, host, mediator, place, date, status, outcome, rule }) => {
    const idOf = (referent: number): string | null => (referent < 0 ? null : (actorOf(referent)?.id ?? null));
    const participants = [...new Set(parties.flatMap((party) => idOf(party) ?? []))];
    const range =
      uposOf(doc, word) === "VERB"
        ? trimmed(doc, { first: word, last: Math.min(syntax.right[word], word + LONGEST) })
        : nounPhrase(syntax, top);
    const last = sentenceOf(doc, range.last) === sentenceOf(doc, top) ? range.last : word;
    const anchor = anchorAt(story.text, [spanOf(doc, range.first, last)]);
    const [within] = around(spanOf(doc, word)).map((i) => statements[i]);
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
        confidence: participants.length >= 2 ? 0.7 : participants.length === 1 ? 0.55 : 0.4,
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
