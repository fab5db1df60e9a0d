import type { EventRow, MeetingRow, StatementRow } from "../api.js";
import { speakerWords, wordsOf } from "../words.js";

/** One thing with a day, on the lanes of all who take part. */
export interface Dated {
  readonly key: string;
  readonly kind: "event" | "meeting" | "statement";
  /** First moment of its date, in days since 1970: a month stands at its first day. */
  readonly day: number;
  readonly date: string;
  readonly actors: readonly string[];
  readonly words: string;
  /** Planned, conditional, denied, alleged, scheduled …: drawn hollow, for it is no fact. */
  readonly hollow: boolean;
  readonly status: string;
  readonly story: string;
  readonly at: string;
}

export interface Lane {
  readonly actor: string;
  readonly items: readonly Dated[];
}

const DAY = 86_400_000;

/** Days since 1970 of a partial date; null for what is none. */
export function dayOf(date: string): number | null {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date) ?? [];
  return year === undefined ? null : Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY;
}

export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** What of the rows is dated. Undated things have no place on a line of time and are left out, not guessed at. */
export function datedOf(
  events: readonly EventRow[],
  meetings: readonly MeetingRow[],
  statements: readonly StatementRow[],
): readonly Dated[] {
  const dated = [
    ...events.map(({ story, event, actors, recipients }) => ({
      key: `${story} ${event.id}`,
      kind: "event" as const,
      date: event.date,
      actors: [...actors, ...recipients].map(({ name }) => name),
      words: `${event.type.toLowerCase()}: ${wordsOf(event.anchor)}`,
      hollow: !["occurred", "ongoing"].includes(event.status),
      status: event.status,
      story,
      at: event.id,
    })),
    ...meetings.map(({ story, meeting, participants }) => ({
      key: `${story} ${meeting.id}`,
      kind: "meeting" as const,
      date: meeting.date,
      actors: participants.map(({ name }) => name),
      words: wordsOf(meeting.anchor),
      hollow: !["held", "ongoing"].includes(meeting.status),
      status: meeting.status,
      story,
      at: meeting.id,
    })),
    ...statements.map((row) => ({
      key: `${row.story} ${row.id}`,
      kind: "statement" as const,
      date: row.date,
      actors: row.speaker.kind === "actor" ? [row.speaker.actor, ...row.speaker.joint].map(({ name }) => name) : [],
      words: `${speakerWords(row.speaker)}: ${wordsOf(row.content)}`,
      hollow: false,
      status: row.class,
      story: row.story,
      at: row.id,
    })),
  ];
  return dated.flatMap((one) => {
    const day = one.date === null ? null : dayOf(one.date);
    return day === null || one.date === null ? [] : [{ ...one, date: one.date, day }];
  });
}

/** The actors with the most, each with what it takes part in, by day. */
export function lanesOf(dated: readonly Dated[], most: number): readonly Lane[] {
  const byActor = new Map<string, Dated[]>();
  for (const one of dated) {
    for (const actor of new Set(one.actors)) byActor.set(actor, [...(byActor.get(actor) ?? []), one]);
  }
  return [...byActor]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([actor, items]) => ({ actor, items: items.sort((a, b) => a.day - b.day) }));
}

/** The days that hold the middle nine tenths, so that one date of a century ago does not press all others together. */
export function windowOf(dated: readonly Dated[]): readonly [from: number, to: number] {
  const days = dated.map(({ day }) => day).sort((a, b) => a - b);
  if (days.length === 0) return [0, 1];
  const from = days[Math.floor(days.length * 0.05)];
  const to = days[Math.ceil(days.length * 0.95) - 1];
  return [from - 1, Math.max(to, from) + 1];
}

/** Steps of a calendar: days, months, years, each with how many of its kind. */
const STEPS = [
  ["day", 1],
  ["day", 2],
  ["day", 7],
  ["day", 14],
  ["month", 1],
  ["month", 3],
  ["month", 6],
  ["year", 1],
  ["year", 2],
  ["year", 5],
  ["year", 10],
  ["year", 50],
  ["year", 100],
] as const;

const DAYS = { day: 1, month: 365.25 / 12, year: 365.25 } as const;

/** A mark of the calendar: the first of a month or year is told as that month or year. */
export interface Tick {
  readonly day: number;
  /** A partial date, as long as the step needs. */
  readonly date: string;
}

/** Days, months or years to be written under the line: at most about `most`. */
export function ticksOf(from: number, to: number, most: number): readonly Tick[] {
  const [unit, count] = STEPS.find(([kind, n]) => (to - from) / (n * DAYS[kind]) <= most) ?? STEPS[STEPS.length - 1];
  const ticks: Tick[] = [];
  if (unit === "day") {
    for (let day = Math.ceil(from / count) * count; day <= to; day += count) ticks.push({ day, date: dateOf(day) });
    return ticks;
  }
  const months = unit === "year" ? count * 12 : count;
  const start = new Date(from * DAY);
  const first = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
  for (let month = first; ; month += months) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
    if (day > to) return ticks;
    if (day >= from) ticks.push({ day, date: dateOf(day).slice(0, unit === "year" ? 4 : 7) });
  }
}
