import { openReader } from "../../src/intake/index.js";
import type { Anchor, Story, StoryRecord } from "../../src/model/index.js";
import type { BenchArgs } from "../main.js";
import { scored, writePredictions } from "../scorer.js";
import { recordOf, storyFrom } from "../stories.js";
import { goldNames, readGold } from "./check.mjs";
import { countSpeakers, speakerTable } from "./speakers.js";

const spans = (anchor: Anchor | null): [number, number][] | null => anchor?.map(({ start, end }) => [start, end]) ?? null;

/** A record in the scorer's form: spans as pairs of offsets, our ids. */
export function predictionOf(
  doc: string,
  story: Story,
  record: StoryRecord | null,
): { readonly doc: string; readonly [layer: string]: unknown } {
  const { headline, agency, datelinePlace, bylines, published, updated, regions } = story;
  return {
    doc,
    story: {
      headline,
      agency,
      dateline_place: datelinePlace,
      bylines,
      published: published?.value,
      updated: updated?.value,
      captions: regions.filter(({ type }) => type === "caption").map(({ start, end }) => [start, end]),
    },
    actors:
      record?.actors.map(({ id, name, kind, country, mentions }) => ({
        id,
        name,
        kind,
        country,
        mentions: mentions.map(({ quote }) => [quote.start, quote.end]),
      })) ?? [],
    statements:
      record?.statements.map(({ speaker, speakerSpan, cue, anchor, mode }) => ({
        speaker: speaker.kind === "actor" ? speaker.actor : speaker.kind,
        speaker_span: spans(speakerSpan),
        cue: spans(cue),
        content: spans(anchor),
        mode,
      })) ?? [],
    events:
      record?.events.map(({ type, anchor, actors, recipients, date, status }) => ({
        type,
        trigger: spans(anchor),
        actors,
        recipients,
        date,
        status,
      })) ?? [],
    positions:
      record?.positions.map(({ holder, stance, anchor, toward, condition }) => ({
        holder,
        stance,
        issue: spans(anchor),
        toward,
        condition: spans(condition),
      })) ?? [],
    figures: record?.figures.map(({ anchor, value, bound, unit, by }) => ({ span: spans(anchor), value, bound, unit, by })) ?? [],
    meetings:
      record?.meetings.map(({ anchor, participants, place, date, status }) => ({
        span: spans(anchor),
        participants,
        place: spans(place),
        date,
        status,
      })) ?? [],
    times: record?.times.filter(({ value }) => value !== null).map(({ anchor, value }) => ({ span: spans(anchor), value })) ?? [],
  };
}

/**
 * `--gold`: a folder of NAME.txt and NAME.gold.json. The reader gets the text and `story.published`, nothing else of the gold. Prints how often the
 * speaker is right by kind of phrase, then what the scorer says.
 */
export async function run({ gold, out }: BenchArgs): Promise<string> {
  const folder = gold as string;
  const reader = openReader();
  const predictions = (goldNames(folder) as string[]).map((name) => {
    const entry = readGold(folder, name);
    const story = storyFrom(name, entry.text, entry.gold.story.published, reader);
    return predictionOf(name, story, recordOf(reader, story));
  });
  const byName = new Map(predictions.map((prediction) => [prediction.doc, prediction]));
  const table = speakerTable(countSpeakers(folder, byName));
  const scores = scored("record", folder, writePredictions(predictions, out));
  // The score to compare by stays the last line.
  return `${table}\n\n${scores}`;
}
