import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { openReader, type Reader } from "../../src/intake/index.js";
import { type Actor, type Anchor, type Event, overlaps, type StoryRecord } from "../../src/model/index.js";
import { unpackEventWeights } from "../../src/reading/events/training.js";
import { readEventCorpus, trainEvents } from "../../train/events.js";
import type { BenchArgs } from "../main.js";
import { scored, writePredictions } from "../scorer.js";
import { recordOf, storyFrom } from "../stories.js";

interface Sentence {
  readonly id: string;
  readonly text: string;
}

/**
 * `--gold`: a `.jsonl` of sentences or a folder of them. Each sentence is read as a story of its own. With `--folds`, a table of each
 * sentence's fold, the weights are trained anew for each fold on the others (`--data` as for training): no sentence is read with weights
 * that have seen it.
 */
export async function run({ gold, out, folds, data }: BenchArgs): Promise<string> {
  const path = gold as string;
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((file) => file.endsWith(".jsonl"))
        .sort()
        .map((file) => join(path, file))
    : [path];
  const sentences = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.trim())
      .map((line) => JSON.parse(line) as Sentence),
  );
  const predictions = folds === undefined ? predictionsOf(openReader(), sentences) : acrossFolds(sentences, folds, data);
  return scored("events", path, writePredictions(predictions, out));
}

const predictionsOf = (reader: Reader, sentences: readonly Sentence[]): object[] =>
  sentences.map(({ id, text }) => {
    const record = recordOf(reader, storyFrom(String(id), text, null, reader));
    return { id, events: record ? eventsOf(record) : [] };
  });

function acrossFolds(sentences: readonly Sentence[], folds: string, data: string | undefined): object[] {
  if (data === undefined) throw new RangeError("--folds wants --data DIR, the folder that the weights are trained on");
  const foldOf = new Map(
    readFileSync(folds, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t") as [string, string]),
  );
  const corpus = readEventCorpus(data);
  return [...new Set(foldOf.values())].filter(Boolean).flatMap((fold) => {
    const others = [...corpus.marked].flatMap(([id, text]) => (foldOf.get(id) === fold ? [] : [text]));
    const eventWeights = unpackEventWeights(trainEvents(others, corpus));
    return predictionsOf(
      openReader({ eventWeights }),
      sentences.filter(({ id }) => foldOf.get(id) === fold),
    );
  });
}

/**
 * The surest event first. The corpora mark who and whom by their words in the sentence, a place included ("agreed to send troops to Chad"), and name
 * them rather than give a pronoun: an event's own words, a place where there is no recipient, a pronoun's actor by its nearest name.
 */
export function eventsOf({ events, actors }: StoryRecord): object[] {
  return [...events]
    .sort((a, b) => b.confidence - a.confidence)
    .map((event) => ({
      type: event.type,
      trigger: pairs(event.anchor),
      source: named(actors, event.actors, event.actorSpan),
      target: named(actors, event.recipients, event.recipientSpan) ?? pairs(event.place) ?? second(actors, event),
      status: event.status,
    }));
}

const pairs = <A extends Anchor | null>(anchor: A): [number, number][] | (A extends null ? null : never) =>
  (anchor?.map(({ start, end }) => [start, end]) ?? null) as never;

function named(actors: readonly Actor[], ids: readonly string[], words: Anchor | null): [number, number][] | null {
  if (words === null) return null;
  const spoken = actors.filter(({ id }) => ids.includes(id)).flatMap(({ mentions }) => mentions);
  const isPronoun = /^(?:he|she|it|they|him|her|them|we|i|us|who|which|that|its|their|his)$/i.test(words[0].exact);
  if (!isPronoun) return pairs(words);
  const distance = (start: number): number => Math.abs(start - words[0].start);
  const [nearest] = spoken.filter(({ form }) => form !== "pronoun").sort((a, b) => distance(a.quote.start) - distance(b.quote.start));
  return nearest ? [[nearest.quote.start, nearest.quote.end]] : pairs(words);
}

/** Of an event whose sides stand together in one phrase ("A and B met"), the second one: the corpora have one in each role. */
function second(actors: readonly Actor[], { actors: sides, actorSpan }: Event): [number, number][] | null {
  if (sides.length < 2 || actorSpan === null) return null;
  const mention = actors.find(({ id }) => id === sides[1])?.mentions.find(({ quote }) => actorSpan.some((part) => overlaps(part, quote)));
  return mention ? [[mention.quote.start, mention.quote.end]] : null;
}
