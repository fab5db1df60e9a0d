import { z } from "zod";
import {
  ActorRow,
  EventRow,
  FigureRow,
  MeetingRow,
  PlaceRow,
  PositionRow,
  SOURCES,
  StatementRow,
  StoryRow,
  TimeRow,
  UnreadRow,
} from "../archive/index.js";
import { ACTOR_KINDS, CountryCode, EVENT_TYPES, MEETING_STATUSES, PartialDate, STANCES, STATUSES } from "../model/index.js";

/** The lists of the archive as the API offers them: one table, from which routes, validation and the OpenAPI page are made. */

const text = z.string().min(1).max(1000);
const date = PartialDate;
const confidence = z.coerce.number().min(0).max(1).optional().describe("Least confidence, 0 to 1.");

/** Which stories are looked into: the same of every question. */
export const scope = {
  story: text.optional().describe("In this story: its id, or the first four digits of it or more."),
  since: date.optional().describe("Published on this date or later: 2027, 2027-03 or 2027-03-08."),
  until: date.optional().describe("Published on this date or earlier."),
  outlet: text.optional().describe("Words of the publisher's or agency's name."),
  collection: text.optional().describe("In this collection."),
};

/** When words were said, and what time they are about: neither is when the story was published. */
const when = {
  saidSince: date.optional().describe("Said on this date or later; where the text does not tell, published then."),
  saidUntil: date.optional(),
  aboutSince: date.optional().describe("About a time on this date or later."),
  aboutUntil: date.optional(),
};

/** Which state of the archive is looked at. */
export const sight = {
  asOf: date.optional().describe("What was on record by the end of this day, hour or minute (UTC)."),
  view: z.enum(["machine"]).optional().describe("The record as it was read, without what persons decided."),
};

const words = text.optional().describe('Words of the whole story; "in quotes" together, begin* for a beginning.');
const somebody = (what: string) => text.optional().describe(`${what}: words of a name, a role or a description in the story.`);
const about = (what: string) => text.optional().describe(`Words of ${what}.`);

/** A query and the state of the archive that it is of, apart. */
export function sighted<Query extends { readonly asOf?: string | undefined; readonly view?: "machine" | undefined }>({
  asOf,
  view,
  ...query
}: Query) {
  return { query, sight: { ...(asOf !== undefined && { asOf }), ...(view !== undefined && { view }) } };
}

const list = <Query extends z.ZodRawShape, Row extends z.ZodType>(summary: string, query: Query, row: Row) => ({
  summary,
  query: z.object({ ...query, ...scope, ...sight }),
  row,
});

export const LISTS = {
  stories: list(
    "Stories, the newest first",
    { words, by: somebody("Somebody who makes a statement in it"), about: about("a statement in it") },
    StoryRow,
  ),
  statements: list(
    "Who said what",
    {
      by: somebody("Who said it"),
      about: about("what is said"),
      words,
      class: z.enum(["speech", "attitude"]).optional().describe("Words said, or an attitude told of somebody."),
      source: z.enum(SOURCES).optional().describe("Whether the story names who says it."),
      mode: z.enum(["direct", "indirect", "mixed"]).optional().describe("How the words are given."),
      ...when,
      confidence,
    },
    StatementRow,
  ),
  actors: list(
    "Actors as single stories show them",
    {
      name: somebody("Who"),
      kind: z.enum(ACTOR_KINDS).optional(),
      country: CountryCode.optional().describe("ISO 3166-1 alpha-3."),
    },
    ActorRow,
  ),
  times: list(
    "Times with what they resolve to",
    {
      by: somebody("Whom the time names"),
      type: text.optional().describe("TIMEX3 type: DATE, TIME, DURATION or SET."),
      value: text.optional().describe("Beginning of the value: 2022-01."),
      words,
      ...when,
      confidence,
    },
    TimeRow,
  ),
  figures: list(
    "Figures with whose account they are",
    {
      by: somebody("By whose account"),
      of: somebody("Of whom or whose"),
      about: about("the figure, its unit or its place"),
      words,
      ...when,
      confidence,
    },
    FigureRow,
  ),
  places: list(
    "Places with where they are",
    {
      by: somebody("In whose words it is named"),
      about: about("the place's name"),
      country: CountryCode.optional().describe("ISO 3166-1 alpha-3."),
      precision: text.optional().describe("How exactly it is known: city, province …"),
      words,
      ...when,
      confidence,
    },
    PlaceRow,
  ),
  events: list(
    "Who did what to whom",
    {
      by: somebody("Who acts"),
      about: somebody("At whom it is aimed"),
      type: z.enum(EVENT_TYPES).optional().describe("PLOVER type."),
      status: z.enum(STATUSES).optional(),
      words,
      ...when,
      confidence,
    },
    EventRow,
  ),
  positions: list(
    "Who demands, rejects, offers or threatens what",
    {
      by: somebody("Who holds it"),
      toward: somebody("At whom it is aimed"),
      about: about("the issue"),
      stance: z.enum(STANCES).optional(),
      words,
      ...when,
      confidence,
    },
    PositionRow,
  ),
  meetings: list(
    "Who met or is to meet whom",
    {
      by: somebody("Who takes part"),
      about: about("the words that tell of it, or of its place"),
      status: z.enum(MEETING_STATUSES).optional(),
      date: text.optional().describe("Beginning of its date: 2022-01."),
      words,
      ...when,
      confidence,
    },
    MeetingRow,
  ),
  unread: list("Sentences that promised a record and gave none", { reason: text.optional().describe("Why nothing was read.") }, UnreadRow),
} as const;

export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as readonly ListName[];

/** One page of a list. `next` is the cursor of the page after it; null on the last. */
export interface Page<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}
