import { readFileSync } from "node:fs";
import { openReader } from "../../src/intake/index.js";
import { contains, type Event } from "../../src/model/index.js";
import type { BenchArgs } from "../main.js";
import { scored, writePredictions } from "../scorer.js";
import { recordOf, storyFrom } from "../stories.js";

interface Input {
  readonly doc: string;
  readonly published: string | null;
  readonly text: string;
  readonly events: readonly { readonly span: readonly (readonly [number, number])[] }[];
}

/** `--gold`: one `.jsonl` of stories with event spans. A given event gets the modality of the event of our record that its words touch. */
export async function run({ gold, out }: BenchArgs): Promise<string> {
  const path = gold as string;
  const reader = openReader();
  const inputs = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Input);
  const predictions = inputs.map(({ doc, published, text, events }) => {
    const record = recordOf(reader, storyFrom(doc, text, published, reader));
    const known = record?.events ?? [];
    return { doc, events: events.flatMap(({ span }) => judged(span, known)) };
  });
  return scored("modality", path, writePredictions(predictions, out));
}

function judged(span: Input["events"][number]["span"], known: readonly Event[]): object[] {
  const event = known.find(({ anchor }) =>
    span.some(([start, end]) => anchor.some((part) => contains({ start, end }, part) || contains(part, { start, end }))),
  );
  if (!event) return [];
  const { time, polarity, certainty } = event.modality;
  return [{ span, time: time ?? "past", polarity, certainty }];
}
