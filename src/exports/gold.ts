import type { Anchor, LayerName, Quote, Statement, Story, StoryRecord } from "../model/index.js";

/** A span as gold files give it: words that stand in the text for the first time, or their n-th occurrence (from 1). */
type GoldSpan = string | { readonly text: string; readonly nth: number };

/**
 * A record as gold of `npm run bench -- record` (bench/record): every span by its words, so that a person can read and mend it. `layers` are
 * given whole; actors always are, since the others name them. Times without a value are left out, as gold has none.
 */
export function goldOf(story: Story, record: StoryRecord, layers: readonly LayerName[]): object {
  const { text } = story;
  const span = (quote: Quote): GoldSpan => spanOf(text, quote);
  const spans = (anchor: Anchor | null): GoldSpan | readonly GoldSpan[] | null => {
    if (anchor === null) return null;
    return anchor.length === 1 ? span(anchor[0]) : anchor.map(span);
  };
  const given: { readonly [L in LayerName]?: readonly object[] } = {
    actors: record.actors.map(({ id, name, kind, country, role, affiliation, mentions }) => ({
      id,
      name,
      kind,
      country,
      role,
      affiliation,
      mentions: mentions.map(({ quote }) => span(quote)),
    })),
    statements: record.statements.map((statement) => ({
      id: statement.id,
      speaker: speakerOf(statement),
      speaker_span: spans(statement.speakerSpan),
      cue: spans(statement.cue),
      content: spans(statement.anchor),
      mode: statement.mode,
      date: minutes(statement.date),
      denied: statement.denied || null,
    })),
    events: record.events.map(({ id, type, anchor, actors, recipients, place, date, status }) => ({
      id,
      type,
      trigger: spans(anchor),
      actors,
      recipients,
      place: spans(place),
      date: minutes(date),
      status,
    })),
    positions: record.positions.map(({ id, holder, stance, anchor, toward, condition, statement }) => ({
      id,
      holder,
      stance,
      issue: spans(anchor),
      toward,
      condition: spans(condition),
      statement: layers.includes("statements") ? statement : null,
    })),
    figures: record.figures.map(({ id, anchor, value, bound, unit, of, place, by }) => ({
      id,
      span: spans(anchor),
      value,
      bound,
      unit,
      of,
      place: spans(place),
      by,
    })),
    meetings: record.meetings.map(({ id, anchor, participants, place, date, status }) => ({
      id,
      span: spans(anchor),
      participants,
      place: spans(place),
      date: minutes(date),
      status,
    })),
    times: record.times.filter(({ value }) => value !== null).map(({ anchor, value }) => ({ span: spans(anchor), value })),
  };
  const { headline, agency, datelinePlace, published, updated } = story;
  const lists = Object.entries(given).filter(([layer]) => layer === "actors" || layers.includes(layer as LayerName));
  return {
    story: known({
      headline,
      agency,
      dateline_place: datelinePlace,
      published: minutes(published?.value ?? null),
      updated: minutes(updated?.value ?? null),
    }),
    ...Object.fromEntries(lists.map(([layer, list]) => [layer, list.map(known)])),
  };
}

const speakerOf = ({ speaker }: Statement): string => (speaker.kind === "actor" ? speaker.actor : speaker.kind);

function spanOf(text: string, { start, exact }: Quote): GoldSpan {
  let nth = 1;
  for (let at = text.indexOf(exact); at >= 0 && at < start; at = text.indexOf(exact, at + 1)) nth++;
  return nth === 1 ? exact : { text: exact, nth };
}

/** Gold gives dates to the minute at most, without an offset. */
const minutes = (date: string | null): string | null => date?.slice(0, 16).replace(/Z$/, "") ?? null;

/** Without what is null: gold leaves out what is not known; a cue alone may be null. */
const known = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== null || name === "cue"));
