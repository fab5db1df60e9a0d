import { type RawBuilder, sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { requireDate } from "./dates.js";
import type { AnnotationLayer } from "./derive.js";
import { allOf, type Condition } from "./query.js";

/**
 * Three times that are apart: when a story was published (`StoryScope`), when the words were said, and what time they are about. All bounds
 * are inclusive and as long or short as wanted: "2022", "2022-01-11".
 */
export interface WhenScope {
  /**
   * When it was said: the date that the text gives for the statement, of another annotation for the statement in whose words it stands. Where
   * it gives none, the date of publication, which is the latest that it can be.
   */
  readonly saidSince?: string;
  readonly saidUntil?: string;
  /**
   * What time it is about: the date of the event or meeting, as of when the figure is, what the time means; of statements and positions
   * every time that stands in their words. What the text does not date is left out; so are places, which have no time.
   */
  readonly aboutSince?: string;
  readonly aboutUntil?: string;
}

/** The conditions on annotations `a` of a layer in stories `s`. Throws `ArchiveError` "query" for a date that is none. */
export function whenConditions(
  layer: AnnotationLayer,
  { saidSince, saidUntil, aboutSince, aboutUntil }: WhenScope,
  path: string,
): readonly Condition[] {
  const said = bounds(saidSince, saidUntil, ["said-since", "said-until"], path);
  const about = bounds(aboutSince, aboutUntil, ["about-since", "about-until"], path);
  return [...(said === null ? [] : [within(saidWhen(layer), said)]), ...(about === null ? [] : [ABOUT[layer](about)])];
}

interface Bounds {
  readonly since: string | null;
  readonly until: string | null;
}

function bounds(since: string | undefined, until: string | undefined, names: readonly [string, string], path: string): Bounds | null {
  if (since === undefined && until === undefined) return null;
  return {
    since: since === undefined ? null : requireDate(since, names[0], path),
    until: until === undefined ? null : requireDate(until, names[1], path),
  };
}

type Text = RawBuilder<string | null>;

/** When an annotation was said, as a date that may be short. */
function saidWhen(layer: AnnotationLayer): Text {
  if (layer === "statements") return sql`coalesce(json_extract(a.detail, '$.date'), s.published)`;
  return sql`coalesce((
    select json_extract(w.detail, '$.date') from annotations w
    where w.story = a.story and w.layer = 'statements' and w.id = json_extract(a.detail, '$.modality.within')), s.published)`;
}

/** That a date, short or long, lies at least in part between bounds: "2022-01" lies in part before 2022-01-11. */
const within = (date: Text, { since, until }: Bounds): Condition =>
  allOf([
    ...(since === null ? [] : [sql<never>`${date} || '~' >= ${since}`]),
    ...(until === null ? [] : [sql<never>`${date} < ${`${until}~`}`]),
  ]);

/** That some time which stands in the words of `a` lies between bounds. */
const holdsTime = (about: Bounds): Condition => sql`exists (
  select 1 from annotations t where t.story = a.story and t.layer = 'times' and t.start >= a.start and t."end" <= a."end"
  and ${timeWithin(sql.ref("t.type"), sql.ref("t.value"), about)})`;

const ABOUT: { readonly [L in AnnotationLayer]: (about: Bounds) => Condition } = {
  times: (about) => timeWithin(sql.ref("a.type"), sql.ref("a.value"), about),
  statements: holdsTime,
  positions: holdsTime,
  events: (about) => within(sql`json_extract(a.detail, '$.date')`, about),
  meetings: (about) => within(sql`json_extract(a.detail, '$.date')`, about),
  figures: (about) => within(sql`json_extract(a.detail, '$.asOf')`, about),
  places: () => sql`false`,
};

/**
 * That a TIMEX3 value of the calendar lies at least in part between bounds. Weeks ("2022-W02"), quarters, halves and seasons are compared
 * with those that the bounds fall in; durations, sets and what has no place in the calendar ("PRESENT_REF") lie nowhere.
 */
function timeWithin(type: RawBuilder<unknown>, value: RawBuilder<unknown>, { since, until }: Bounds): Condition {
  const text = value as Text;
  const first = since === null ? null : firstDay(since);
  const last = until === null ? null : lastDay(until);
  const as = (name: (day: Temporal.PlainDate) => string): Bounds => ({ since: first && name(first), until: last && name(last) });
  return sql`${type} in ('DATE', 'TIME') and ${value} glob '[0-9]*' and case substr(${value}, 6, 1)
    when 'W' then case when ${value} like '%-WI' then ${within(season(text), as(seasonOf))} else ${within(text, as(weekOf))} end
    when 'Q' then ${within(
      text,
      as(({ year, month }) => `${year4(year)}-Q${Math.ceil(month / 3)}`),
    )}
    when 'H' then ${within(
      text,
      as(({ year, month }) => `${year4(year)}-H${Math.ceil(month / 6)}`),
    )}
    when 'S' then ${within(season(text), as(seasonOf))}
    when 'F' then ${within(season(text), as(seasonOf))}
    else ${within(text, { since, until })} end`;
}

const year4 = (year: number): string => String(year).padStart(4, "0");

const weekOf = (day: Temporal.PlainDate): string => `${year4(day.yearOfWeek ?? day.year)}-W${String(day.weekOfYear).padStart(2, "0")}`;

/** "2022-SP" as a text that sorts by time, "2022-1". Winter begins in December. */
const season = (value: Text): Text =>
  sql`substr(${value}, 1, 5) || case substr(${value}, 6, 2) when 'SP' then '1' when 'SU' then '2' when 'FA' then '3' else '4' end`;

const seasonOf = ({ year, month }: Temporal.PlainDate): string =>
  month < 3 ? `${year4(year - 1)}-4` : `${year4(year)}-${Math.floor(month / 3)}`;

const firstDay = (date: string): Temporal.PlainDate => Temporal.PlainDate.from((date + "0000-01-01".slice(date.length)).slice(0, 10));

function lastDay(date: string): Temporal.PlainDate {
  if (date.length >= 10) return Temporal.PlainDate.from(date.slice(0, 10));
  const month = Temporal.PlainYearMonth.from(date.length === 4 ? `${date}-12` : date);
  return month.toPlainDate({ day: month.daysInMonth });
}
