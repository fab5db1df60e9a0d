import { join } from "node:path";
import { openReader } from "../../src/intake/index.js";
import type { BenchArgs } from "../main.js";
import { writePredictions } from "../scorer.js";
import { recordOf, storyFrom } from "../stories.js";
import { type GoldStory, readMarked, readOffsets } from "./gold.js";
import { type Counts, type Miss, measure, noCounts, scoreLine } from "./measure.js";

/**
 * `--gold`: the folder `gold` beside this file. `--texts`: the CoNLL-U file that the offsets of `gum.jsonl` point into; without it that set is left out.
 * A line a set; the last is of all sets together. `--out` gets the misses.
 */
export async function run({ gold, texts, out }: BenchArgs): Promise<string> {
  const folder = gold as string;
  const reader = openReader();
  const sets: (readonly [name: string, stories: readonly GoldStory[]])[] = [
    ["invented", readMarked(join(folder, "invented.txt"), "invented")],
    ["held", readMarked(join(folder, "held.txt"), "held")],
  ];
  if (texts !== undefined) sets.push(["gum", readOffsets(join(folder, "gum.jsonl"), texts)]);

  const lines: string[] = [];
  const misses: Miss[] = [];
  const total = noCounts();
  for (const [name, stories] of sets) {
    const counts = noCounts();
    for (const story of stories) {
      const record = recordOf(reader, storyFrom(story.name, story.text, story.published, reader));
      misses.push(...measure(story, record?.places ?? [], counts));
    }
    lines.push(scoreLine(name, counts));
    for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
  }
  writePredictions(misses, out);
  return [...lines, scoreLine("places", total)].join("\n");
}
