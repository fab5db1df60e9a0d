import type { Story, StoryRecord } from "../../model/index.js";
import { headerLines, notReadYet, tally } from "./header.js";
import { ACTOR_COLUMNS, type ActorLine, actorCells } from "./lists/actors.js";
import { EVENT_COLUMNS, eventCells } from "./lists/events.js";
import { FIGURE_COLUMNS, figureCells } from "./lists/figures.js";
import { MEETING_COLUMNS, meetingCells } from "./lists/meetings.js";
import { PLACE_COLUMNS, placeCells } from "./lists/places.js";
import { POSITION_COLUMNS, positionCells } from "./lists/positions.js";
import { STATEMENT_COLUMNS, statementCells } from "./lists/statements.js";
import { TIME_COLUMNS, timeCells } from "./lists/times.js";
import { paint, piece, wrap } from "./styled.js";
import { table } from "./table.js";
import type { Theme } from "./theme.js";
import { voicesOf } from "./voices.js";
import { oneLine, wordsOn } from "./words.js";

/** Layers as tables, by name. */
export const LAYER_TABLES = {
  statements: statementTable,
  actors: actorTable,
  times: timeTable,
  figures: figureTable,
  places: placeTable,
  events: eventTable,
  positions: positionTable,
  meetings: meetingTable,
} as const;

/** What was read from a story: a header, a table a layer, the sentences that were not understood, and what is not read yet. */
export function recordLines(story: Story, record: StoryRecord, width: number, theme: Theme): string[] {
  const section = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : ["", ...lines]);
  return [
    ...headerLines(story, width, theme),
    ...section(statementTable(record, width, theme)),
    ...section(actorTable(record, width, theme)),
    ...section(timeTable(record, width, theme)),
    ...section(figureTable(record, width, theme)),
    ...section(placeTable(record, width, theme)),
    ...section(eventTable(record, width, theme)),
    ...section(positionTable(record, width, theme)),
    ...section(meetingTable(record, width, theme)),
    ...section(unreadLines(record, width, theme)),
    "",
    ...[tally(record), notReadYet(record)]
      .filter((text) => text !== "")
      .flatMap((text) => wrap([piece(text, theme.dim)], width).map(paint)),
  ];
}

function statementTable(record: StoryRecord, width: number, theme: Theme): string[] {
  const voices = voicesOf(record, theme);
  const rows = record.statements.map((statement, i) =>
    statementCells(
      {
        ...statement,
        speaker: voices[i].name,
        hue: voices[i].hue,
        cue: statement.cue && wordsOn(statement.cue),
        words: wordsOn(statement.anchor),
      },
      theme,
    ),
  );
  return rows.length === 0 ? [] : table(STATEMENT_COLUMNS, rows, width, theme);
}

function actorTable(record: StoryRecord, width: number, theme: Theme): string[] {
  const rows = actorLines(record).map((line) => actorCells(line, theme));
  return rows.length === 0 ? [] : table(ACTOR_COLUMNS, rows, width, theme);
}

/** Actors with what the archive would count for them. */
function actorLines({ actors, statements }: StoryRecord): ActorLine[] {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return actors.map((actor) => ({
    ...actor,
    affiliation: actor.affiliation === null ? null : (names.get(actor.affiliation) ?? null),
    statements: statements.filter(
      ({ speaker }) => speaker.kind === "actor" && (speaker.actor === actor.id || speaker.joint.includes(actor.id)),
    ).length,
  }));
}

function timeTable({ times }: StoryRecord, width: number, theme: Theme): string[] {
  const rows = times.map((time) => timeCells(time, theme));
  return rows.length === 0 ? [] : table(TIME_COLUMNS, rows, width, theme);
}

function figureTable({ figures, actors }: StoryRecord, width: number, theme: Theme): string[] {
  const nameOf = (id: string | null): string | null => actors.find((actor) => actor.id === id)?.name ?? null;
  const rows = figures.map((figure) => figureCells({ figure, by: nameOf(figure.by), of: nameOf(figure.of) }, theme));
  return rows.length === 0 ? [] : table(FIGURE_COLUMNS, rows, width, theme);
}

function placeTable({ places }: StoryRecord, width: number, theme: Theme): string[] {
  const rows = places.map((place) => placeCells(place, theme));
  return rows.length === 0 ? [] : table(PLACE_COLUMNS, rows, width, theme);
}

function eventTable({ events, actors }: StoryRecord, width: number, theme: Theme): string[] {
  const namesOf = (ids: readonly string[]): string[] => ids.flatMap((id) => actors.find((actor) => actor.id === id)?.name ?? []);
  const rows = events.map((event) => eventCells({ event, actors: namesOf(event.actors), recipients: namesOf(event.recipients) }, theme));
  return rows.length === 0 ? [] : table(EVENT_COLUMNS, rows, width, theme);
}

function positionTable({ positions, actors }: StoryRecord, width: number, theme: Theme): string[] {
  const nameOf = (id: string | null): string | null => actors.find((actor) => actor.id === id)?.name ?? null;
  const rows = positions.map((position) =>
    positionCells({ position, holder: nameOf(position.holder) ?? position.holder, toward: nameOf(position.toward) }, theme),
  );
  return rows.length === 0 ? [] : table(POSITION_COLUMNS, rows, width, theme);
}

function meetingTable({ meetings, actors }: StoryRecord, width: number, theme: Theme): string[] {
  const namesOf = (ids: readonly string[]): string[] => ids.flatMap((id) => actors.find((actor) => actor.id === id)?.name ?? []);
  const rows = meetings.map((meeting) => meetingCells({ meeting, participants: namesOf(meeting.participants) }, theme));
  return rows.length === 0 ? [] : table(MEETING_COLUMNS, rows, width, theme);
}

function unreadLines({ unread }: StoryRecord, width: number, theme: Theme): string[] {
  const rows = unread.map(({ sentence, reason }) => [oneLine(sentence.exact), piece(oneLine(reason), theme.dim)]);
  const columns = [
    { head: "NOT UNDERSTOOD", min: 30 },
    { head: "WHY", min: 18 },
  ];
  return rows.length === 0 ? [] : table(columns, rows, width, theme);
}
