import type { StoryRow } from "../../../archive/index.js";
import { piece } from "../styled.js";
import { oneLine, shortId, titleOf } from "../words.js";
import { type ListView, storyCsv } from "./list.js";

export const STORIES: ListView<StoryRow> = {
  columns: [
    { head: "STORY", min: 8 },
    { head: "PUBLISHED", min: 10 },
    { head: "SOURCE", min: 10 },
    { head: "HEADLINE", min: 24 },
    { head: "STATEMENTS", min: 10, align: "right" },
  ],
  cells: ({ story, published, outlet, agency, headline, lead, counts, supersededBy }, theme) => [
    piece(shortId(story), theme.dim),
    // The day will do; the hour is in the JSON.
    published === null ? piece("undated", theme.dim) : published.slice(0, 10),
    oneLine(outlet ?? agency ?? ""),
    [
      piece(titleOf({ headline, lead })),
      ...(supersededBy === null ? [] : [piece(` · superseded by ${shortId(supersededBy)}`, theme.warn)]),
    ],
    String(counts.statements ?? 0),
  ],
  csv: {
    ...storyCsv,
    uri: ({ uri }) => uri,
    guid: ({ guid }) => guid,
    supersedes: ({ supersedes }) => supersedes,
    superseded_by: ({ supersededBy }) => supersededBy,
    statements: ({ counts }) => counts.statements ?? 0,
    actors: ({ counts }) => counts.actors ?? 0,
    times: ({ counts }) => counts.times ?? 0,
    figures: ({ counts }) => counts.figures ?? 0,
    places: ({ counts }) => counts.places ?? 0,
    events: ({ counts }) => counts.events ?? 0,
    positions: ({ counts }) => counts.positions ?? 0,
    meetings: ({ counts }) => counts.meetings ?? 0,
    known_from: ({ knownFrom }) => knownFrom,
  },
};
