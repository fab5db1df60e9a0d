import type { EventRow } from "../../../archive/index.js";
import { type Event, extentOf } from "../../../model/index.js";
import { piece } from "../styled.js";
import type { Cell, Column } from "../table.js";
import type { Theme } from "../theme.js";
import { unsure, wordsOn } from "../words.js";
import { type ListView, storyCsv } from "./list.js";

export const EVENT_COLUMNS: readonly Column[] = [
  { head: "EVENT", min: 12 },
  { head: "WHO", min: 12 },
  { head: "WHOM", min: 12 },
  { head: "WORDS", min: 14 },
];

/** An event with the names of who takes part; empty where the text names nobody. */
export interface EventLine {
  readonly event: Event;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
}

/** "assault · alleged", "consult visit · planned 2027-03-12": what happened, how it stands to the facts, and when. */
export const eventLabel = ({ type, mode, status, date }: Pick<Event, "type" | "mode" | "status" | "date">): string =>
  [`${type.toLowerCase()}${mode === null ? "" : ` ${mode}`}`, [status, date].filter((part) => part !== null).join(" ")].join(" · ");

export function eventCells({ event, actors, recipients }: EventLine, theme: Theme): readonly Cell[] {
  const marks = [event.modality.background ? "background" : null, unsure(event.confidence)].filter((mark) => mark !== null);
  const where = event.place === null ? [] : [piece(` · ${wordsOn(event.place)}`, theme.dim)];
  return [
    [
      piece(eventLabel(event), event.status === "occurred" || event.status === "ongoing" ? theme.bold : theme.dim),
      ...marks.map((mark) => piece(` · ${mark}`, theme.warn)),
    ],
    actors.join(", ") || "—",
    [piece(recipients.join(", ") || (event.recipientSpan === null ? "—" : `(${wordsOn(event.recipientSpan)})`)), ...where],
    wordsOn(event.anchor),
  ];
}

export const EVENTS: ListView<EventRow> = {
  columns: EVENT_COLUMNS,
  cells: ({ event, actors, recipients }, theme) =>
    eventCells({ event, actors: actors.map(({ name }) => name), recipients: recipients.map(({ name }) => name) }, theme),
  csv: {
    ...storyCsv,
    id: ({ event }) => event.id,
    words: ({ event }) => wordsOn(event.anchor),
    start: ({ event }) => extentOf(event.anchor).start,
    end: ({ event }) => extentOf(event.anchor).end,
    type: ({ event }) => event.type,
    mode: ({ event }) => event.mode,
    contexts: ({ event }) => event.contexts.join("; "),
    quad: ({ event }) => event.quad,
    score: ({ event }) => event.score,
    cameo_root: ({ event }) => event.cameoRoot,
    actors: ({ actors }) => actors.map(({ name }) => name).join("; "),
    actor_countries: ({ actors }) => actors.map(({ country }) => country ?? "").join("; "),
    actor_words: ({ event }) => event.actorSpan && wordsOn(event.actorSpan),
    recipients: ({ recipients }) => recipients.map(({ name }) => name).join("; "),
    recipient_countries: ({ recipients }) => recipients.map(({ country }) => country ?? "").join("; "),
    recipient_words: ({ event }) => event.recipientSpan && wordsOn(event.recipientSpan),
    place: ({ event }) => event.place && wordsOn(event.place),
    date: ({ event }) => event.date,
    status: ({ event }) => event.status,
    time: ({ event }) => event.modality.time,
    polarity: ({ event }) => event.modality.polarity,
    certainty: ({ event }) => event.modality.certainty,
    background: ({ event }) => event.modality.background,
    within: ({ event }) => event.modality.within,
    confidence: ({ event }) => event.confidence,
  },
};
