import { extentOf, overlaps, type Place, type Span, type Statement, type StoryRecord, type Time } from "../../../model/index.js";
import { figureValue } from "../figure.js";
import { eventLabel } from "../lists/events.js";
import { placeValue } from "../place.js";
import { STANCE_WORDS } from "../stance.js";
import { type Line, type Piece, piece, wrap } from "../styled.js";
import type { Theme } from "../theme.js";
import { footnote, oneLine, unsure, wordsOn } from "../words.js";
import type { Numbered } from "./marked.js";

/** What the margin says of some words: a sign, a first line, and a second, quieter one. */
export interface Note {
  /** Offset in the text of the words. */
  readonly at: number;
  readonly sign: Piece;
  readonly lines: readonly Line[];
}

/** The notes of what begins in a block, in text order. */
export function notesOf(block: Span, numbered: Numbered, theme: Theme): readonly Note[] {
  const { record, voices, numbers } = numbered;
  const here = (at: number): boolean => at >= block.start && at < block.end;
  const said = record.statements.flatMap((statement, i): Note[] => {
    const at = extentOf(statement.anchor).start;
    if (!here(at)) return [];
    const { name, hue, about } = voices[i];
    const who: Line = [piece(name, (text) => hue(theme.bold(text)))];
    const how = howSaid(statement, record, numbers);
    const reason = statement.speaker.kind === "unknown" ? [about] : [];
    return [{ at, sign: piece(footnote(numbers[i]), hue), lines: [who, [piece([...how, ...reason].join(" · "), theme.dim)]] }];
  });
  const times = record.times.flatMap((time): Note[] => {
    const { start } = extentOf(time.anchor);
    if (!here(start)) return [];
    return [
      {
        at: start,
        sign: piece("◷", theme.dim),
        lines: [[piece(wordsOn(time.anchor), theme.italic), piece(" → "), ...timeValue(time, theme)]],
      },
    ];
  });
  const nameOf = (id: string | null): string | null => record.actors.find((actor) => actor.id === id)?.name ?? null;
  const figures = record.figures.flatMap((figure): Note[] => {
    const { start } = extentOf(figure.anchor);
    if (!here(start)) return [];
    const by = nameOf(figure.by);
    const more = [by === null ? null : `by ${by}`, figure.modality.polarity === "negative" ? "denied" : null, unsure(figure.confidence)];
    const said = more.filter((part) => part !== null);
    return [
      {
        at: start,
        sign: piece("#", theme.dim),
        lines: [[piece(`${figureValue(figure)} ${figure.unit}`)], ...(said.length > 0 ? [[piece(said.join(" · "), theme.dim)]] : [])],
      },
    ];
  });
  const places = record.places.flatMap((place, i): Note[] => {
    const { start } = extentOf(place.anchor);
    // Where a story goes back to a place nothing new is to be told of it.
    if (!here(start) || record.places.findIndex((other) => isSamePlace(other, place)) < i) return [];
    const country = place.country === null || place.precision === "country" ? [] : [piece(` ${place.country}`, theme.dim)];
    const doubt = unsure(place.confidence);
    return [
      {
        at: start,
        sign: piece("◎", theme.dim),
        lines: [
          [
            piece(wordsOn(place.anchor), theme.italic),
            piece(" → "),
            ...placeValue(place, theme),
            ...country,
            ...(doubt === null ? [] : [piece(` ${doubt}`, theme.dim)]),
          ],
        ],
      },
    ];
  });
  const positions = record.positions.flatMap((position): Note[] => {
    const { start } = extentOf(position.anchor);
    if (!here(start)) return [];
    const more = [
      position.toward === null ? null : `toward ${nameOf(position.toward)}`,
      position.condition === null ? null : wordsOn(position.condition),
      unsure(position.confidence),
    ].filter((part) => part !== null);
    return [
      {
        at: start,
        sign: piece("±", theme.dim),
        lines: [
          [piece(`${nameOf(position.holder)} `), piece(STANCE_WORDS[position.stance], theme.bold), piece(`: ${wordsOn(position.anchor)}`)],
          ...(more.length > 0 ? [[piece(more.join(" · "), theme.dim)]] : []),
        ],
      },
    ];
  });
  const meetings = record.meetings.flatMap((meeting): Note[] => {
    const { start } = extentOf(meeting.anchor);
    if (!here(start)) return [];
    const who = meeting.participants.flatMap((id) => nameOf(id) ?? []).join(", ");
    const more = [meeting.date, meeting.place === null ? null : wordsOn(meeting.place), unsure(meeting.confidence)].filter(
      (part) => part !== null,
    );
    return [
      {
        at: start,
        sign: piece("∞", theme.dim),
        lines: [[piece(meeting.status, theme.bold), piece(`: ${who}`)], ...(more.length > 0 ? [[piece(more.join(" · "), theme.dim)]] : [])],
      },
    ];
  });
  const namesOf = (ids: readonly string[]): string => ids.flatMap((id) => nameOf(id) ?? []).join(", ");
  const events = record.events.flatMap((event): Note[] => {
    const { start } = extentOf(event.anchor);
    if (!here(start)) return [];
    const [who, whom] = [namesOf(event.actors), namesOf(event.recipients)];
    const parties = [who, whom === "" ? "" : `→ ${whom}`].filter((part) => part !== "").join(" ");
    const more = [parties, event.modality.background ? "background" : "", unsure(event.confidence) ?? ""].filter((part) => part !== "");
    return [
      {
        at: start,
        sign: piece("▸", theme.dim),
        lines: [
          [piece(wordsOn(event.anchor), theme.italic), piece(` ${eventLabel(event)}`)],
          ...(more.length > 0 ? [[piece(more.join(" · "), theme.dim)]] : []),
        ],
      },
    ];
  });
  const unread = record.unread
    .filter(({ sentence }) => overlaps(sentence, block) && here(sentence.start))
    .map(
      ({ sentence, reason }): Note => ({
        at: sentence.start,
        sign: piece("△", theme.warn),
        lines: [[piece(`unread: ${oneLine(reason)}`, theme.warn)]],
      }),
    );
  return [...said, ...times, ...figures, ...places, ...events, ...positions, ...meetings, ...unread].sort((a, b) => a.at - b.at);
}

const isSamePlace = (a: Place, b: Place): boolean =>
  a.name === b.name && a.country === b.country && a.latitude === b.latitude && a.unresolved === b.unresolved;

/** "“denied” · indirect · denied · unsure (0.42) · within ²": what the record says of a statement beside who and what. */
export function howSaid(statement: Statement, record: StoryRecord, numbers: readonly number[]): string[] {
  const { cue, mode, class: kind, denied, addressee, medium, date, confidence, modality } = statement;
  const outer = modality.within === null ? -1 : record.statements.findIndex(({ id }) => id === modality.within);
  const to = addressee === null ? undefined : record.actors.find(({ id }) => id === addressee);
  return [
    cue === null ? "no cue" : `“${wordsOn(cue)}”`,
    mode,
    kind === "attitude" ? "attitude" : null,
    denied ? "denial" : null,
    to === undefined ? null : `to ${to.name}`,
    medium === null ? null : wordsOn(medium),
    date,
    outer < 0 ? null : `within ${footnote(numbers[outer])}`,
    unsure(confidence),
  ].filter((part) => part !== null);
}

/** "2027-03-08", "P7Y approx", "unresolved: …". */
export function timeValue({ value, mod, unresolved, confidence }: Time, theme: Theme): Line {
  const doubt = unsure(confidence);
  const tail = doubt === null ? [] : [piece(` ${doubt}`, theme.dim)];
  if (value === null) return [piece(`unresolved: ${unresolved}`, theme.dim), ...tail];
  return [piece(value), ...(mod === null ? [] : [piece(` ${mod.toLowerCase().replaceAll("_", " ")}`, theme.dim)]), ...tail];
}

/** Lines of a note within `width` columns, everything but the sign indented by three. */
export function noteLines({ sign, lines }: Note, width: number): readonly Line[] {
  const room = Math.max(8, width - 3);
  return lines
    .flatMap((line) => wrap(line, room))
    .map((line, i) => (i === 0 ? [sign, piece(" ".repeat(Math.max(1, 3 - sign.text.length))), ...line] : [piece("   "), ...line]));
}
