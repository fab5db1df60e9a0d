import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openReader } from "../../src/intake/index.js";
import type { BenchArgs } from "../main.js";
import { scored, writePredictions } from "../scorer.js";
import { recordOf, storyFrom } from "../stories.js";
import { attributionsOf } from "./project.js";

/** `--gold`: a folder with `text/` and `attributions/` in the layout of PolNeAR. `--calibration` shows before the score how often each confidence is right. */
export async function run({ gold, out, calibration }: BenchArgs): Promise<string> {
  const folder = gold as string;
  const reader = openReader();
  const names = readdirSync(join(folder, "text"))
    .filter((file) => file.endsWith(".txt"))
    .sort();
  const predictions = names.map((file) => {
    const doc = file.slice(0, -".txt".length);
    const story = storyFrom(doc, readFileSync(join(folder, "text", file), "utf8"), null, reader);
    const record = recordOf(reader, story);
    return { doc, attributions: record ? attributionsOf(story.text, record.statements) : [] };
  });
  const written = writePredictions(predictions, out);
  const score = scored("attribution", folder, written);
  return calibration ? `${scored("attribution", folder, written, "calibration")}\n\n${score}` : score;
}
