import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openArchive } from "../../src/archive/index.js";
import { inputsOf, openReader, take } from "../../src/intake/index.js";
import type { BenchArgs } from "../main.js";

/**
 * Stories a second, whole record into a fresh SQLite archive, weights and lexicon loaded before the clock starts. Two passes, the first
 * to warm the just-in-time compiler and uncounted.
 */
export async function run({ texts, threads }: BenchArgs): Promise<string> {
  if (threads !== 1) throw new Error("--threads: only 1 is there yet");
  const loading = performance.now();
  const reader = openReader();
  const loaded = performance.now() - loading;
  const inputs = inputsOf([texts as string]);
  await pass();
  const { seconds, reading, stories, characters, statements } = await pass();
  return [
    `loading ${loaded.toFixed(0)} ms, ${stories} stories, ${(characters / stories).toFixed(0)} characters and ${(statements / stories).toFixed(1)} statements a story`,
    `reading ${(stories / reading).toFixed(1)} stories/s, with storing ${(stories / seconds).toFixed(1)}; peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
    `speed ${(stories / seconds).toFixed(1)} stories/s`,
  ].join("\n");

  async function pass() {
    const folder = mkdtempSync(join(tmpdir(), "onrecord-speed-"));
    const archive = await openArchive(join(folder, "speed.db"), { mode: "create" });
    const begin = performance.now();
    let stories = 0;
    let characters = 0;
    let statements = 0;
    let reading = 0;
    function* read() {
      let last = performance.now();
      for (const taken of take(inputs, reader, { receivedAt: "2000-01-01T00:00:00.000Z" })) {
        if (taken.kind !== "story") continue;
        reading += performance.now() - last;
        stories++;
        characters += taken.story.text.length;
        statements += taken.record.statements.length;
        yield taken;
        last = performance.now();
      }
    }
    for await (const _ of archive.addMany(read())) {
      // The outcome of each story is of no interest here.
    }
    const seconds = (performance.now() - begin) / 1000;
    await archive.close();
    rmSync(folder, { recursive: true });
    return { seconds, reading: reading / 1000, stories, characters, statements };
  }
}
