import type { MeetingRow } from "../../../archive/index.js";
import { extentOf, type Meeting } from "../../../model/index.js";
import { piece } from "../styled.js";
import type { Cell, Column } from "../table.js";
import type { Theme } from "../theme.js";
import { unsure, wordsOn } from "../words.js";
import { type ListView, storyCsv } from "./list.js";

export const MEETING_COLUMNS: readonly Column[] = [
  { head: "WHEN", min: 10 },
  { head: "STATUS", min: 9 },
  { head: "WHO", min: 16 },
  { head: "WORDS", min: 16 },
];

/** A meeting with the names of who takes part. */
export interface MeetingLine {
  readonly meeting: Meeting;
  readonly participants: readonly string[];
}

export function meetingCells({ meeting, participants }: MeetingLine, theme: Theme): readonly Cell[] {
  const doubt = unsure(meeting.confidence);
  return [
    meeting.date ?? "—",
    [piece(meeting.status, theme.bold), ...(doubt === null ? [] : [piece(` · ${doubt}`, theme.warn)])],
    participants.join(", "),
    [piece(wordsOn(meeting.anchor)), ...(meeting.place === null ? [] : [piece(` · ${wordsOn(meeting.place)}`, theme.dim)])],
  ];
}

export const MEETINGS: ListView<MeetingRow> = {
  columns: MEETING_COLUMNS,
  cells: ({ meeting, participants }, theme) => meetingCells({ meeting, participants: participants.map(({ name }) => name) }, theme),
  csv: {
    ...storyCsv,
    id: ({ meeting }) => meeting.id,
    words: ({ meeting }) => wordsOn(meeting.anchor),
    start: ({ meeting }) => extentOf(meeting.anchor).start,
    end: ({ meeting }) => extentOf(meeting.anchor).end,
    status: ({ meeting }) => meeting.status,
    date: ({ meeting }) => meeting.date,
    participants: ({ participants }) => participants.map(({ name }) => name).join("; "),
    participant_countries: ({ participants }) => participants.map(({ country }) => country ?? "").join("; "),
    host: ({ meeting, participants }) => participants.find(({ id }) => id === meeting.host)?.name ?? null,
    mediator: ({ meeting, participants }) => participants.find(({ id }) => id === meeting.mediator)?.name ?? null,
    place: ({ meeting }) => meeting.place && wordsOn(meeting.place),
    outcome: ({ meeting }) => meeting.outcome && wordsOn(meeting.outcome),
    within: ({ meeting }) => meeting.modality.within,
    confidence: ({ meeting }) => meeting.confidence,
  },
};
