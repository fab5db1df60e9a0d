import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { openReader } from "../../src/intake/index.js";
import type { Actor, Anchor, StoryRecord } from "../../src/model/index.js";
import type { BenchArgs } from "../main.js";
import { scored, writePredictions } from "../scorer.js";
import { recordOf, storyFrom } from "../stories.js";

/** `--gold`: a `.jsonl` of sentences or a folder of them. Each sentence is read as a story of its own. */
export async function run({ gold, out }: BenchArgs): Promise<string> {
  const path = gold as string;
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((file) => file.endsWith(".jsonl"))
        .sort()
        .map((file) => join(path, file))
    : [path];
  const reader = openReader();
  const lines = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.trim()),
  );
  const predictions = lines.map((line) => {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    const record = recordOf(reader, storyFrom(String(id), text, null, reader));
    return { id, events: record ? eventsOf(record) : [] };
  });
  return scored("events", path, writePredictions(predictions, out));
}

/** The surest event first; an actor's span is its mention nearest the trigger. */
function eventsOf({ events, actors }: StoryRecord): object[] {
  return [...events]
    .sort((a, b) => b.confidence - a.confidence)
    .map(({ type, anchor, actors: sources, recipients, status }) => ({
      type,
      trigger: pairs(anchor),
      source: nearest(actors, sources, anchor),
      target: nearest(actors, recipients, anchor),
      status,
    }));
}

const pairs = (anchor: Anchor): [number, number][] => anchor.map(({ start, end }) => [start, end]);

function nearest(actors: readonly Actor[], ids: readonly string[], anchor: Anchor): [number, number][] | null {
  const mentions = actors.filter(({ id }) => ids.includes(id)).flatMap(({ mentions: all }) => all);
  const distance = (start: number): number => Math.abs(start - anchor[0].start);
  const [first] = mentions.sort((a, b) => distance(a.quote.start) - distance(b.quote.start));
  return first ? [[first.quote.start, first.quote.end]] : null;
}
