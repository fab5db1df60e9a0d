import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Writes predictions as JSON lines to `out`, or to a temporary file where none is asked for; gives the path. */
export function writePredictions(predictions: readonly object[], out: string | undefined): string {
  const file = out ?? join(mkdtempSync(join(tmpdir(), "onrecord-bench-")), "predicted.jsonl");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, predictions.map((prediction) => `${JSON.stringify(prediction)}\n`).join(""));
  return file;
}

/** Runs one of the scorers beside this file (`NAME/score.mjs`, or another script there) on gold and predictions; gives what it prints. A scorer that fails throws with its own message. */
export function scored(name: string, gold: string, predicted: string, script = "score"): string {
  const scorer = fileURLToPath(new URL(`./${name}/${script}.mjs`, import.meta.url));
  return execFileSync(process.execPath, [scorer, "--gold", gold, "--predicted", predicted], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  }).trimEnd();
}
