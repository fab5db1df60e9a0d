/**
 * `kill -9` at random moments while a process adds, reads anew, corrects, takes back and gathers: whatever it had been told was done is there, and
 * the archive is whole each time. Run by `npm run proof`; `ONRECORD_KILLS=N` sets how often.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { openArchive } from "./index.js";
import { collect } from "./testing.js";

const KILLS = Number(process.env.ONRECORD_KILLS ?? 200);
/** Milliseconds after its first deed within which a process is killed. */
const LONGEST_LIFE = 400;

const folder = mkdtempSync(join(tmpdir(), "onrecord-killed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const room = fileURLToPath(new URL(".", import.meta.url));
const script = join(folder, "worker.mts");
writeFileSync(
  script,
  `import { openArchive } from ${JSON.stringify(join(room, "index.ts"))};
   import { item } from ${JSON.stringify(join(room, "testing.ts"))};
   const [file, round] = process.argv.slice(2);
   const archive = await openArchive(file);
   const tell = (deed, id) => process.stdout.write(deed + " " + id + "\\n");
   const draft = (n, maker) => ({ text: "Ana Lund said story " + round + "." + n + " is here.", guid: "g" + (n % 7), maker,
     actors: [{ name: "Ana Lund" }], statements: [{ by: ["Ana Lund"], content: "story " + round + "." + n + " is here", cue: "said" }] });
   for (let n = 0; ; n++) {
     const { source, story, record } = item(draft(n, "1"));
     await archive.add(source, story, record);
     tell("added", story.id);
     const { id } = await archive.correct({ by: "Eva Kol", decision: "wrong", annotation: record.statements[0].id });
     tell("decided", id);
     await archive.replaceRecord(story.id, item(draft(n, "2")).record);
     tell("read", story.id);
     if (n % 2 === 0) tell("decided", (await archive.undo(id, "Eva Kol")).id);
     await archive.gather("round " + round, [story.id]);
     tell("gathered", story.id);
   }`,
);

/** What a process said that it had done before it was killed. */
function killed(file: string, round: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ["--import", "tsx", script, file, String(round)], { stdio: ["ignore", "pipe", "inherit"] });
  let told = "";
  child.stdout.on("data", (chunk) => {
    told += chunk;
  });
  child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), Math.random() * LONGEST_LIFE));
  // A last line that was cut short was not told.
  return new Promise((resolve) => child.once("close", () => resolve(told.split("\n").slice(0, -1))));
}

it(`loses nothing that was acknowledged in ${KILLS} kills, and is whole after each`, async () => {
  const file = join(folder, "killed.db");
  const done = new Set<string>();
  for (let round = 0; round < KILLS; round++) {
    const told = await killed(file, round);
    for (const deed of told) done.add(deed);
    const archive = await openArchive(file, { mode: "existing" });
    expect(await collect(archive.verify())).toEqual([]);
    const stories = new Set((await collect(archive.stories())).map(({ story }) => story));
    const decisions = new Set((await collect(archive.corrections())).map(({ correction }) => correction.id));
    const read = new Set<string>();
    for (const story of stories) if (await archive.hasStory(story, "2+w1+l1")) read.add(story);
    const gathered = new Set<string>();
    for await (const { name } of archive.collections()) {
      for await (const { story } of archive.stories({ collection: name })) gathered.add(story);
    }
    const there: Readonly<Record<string, ReadonlySet<string>>> = { added: stories, decided: decisions, read, gathered };
    const lost = [...done].filter((deed) => !there[deed.split(" ")[0]].has(deed.split(" ")[1]));
    expect(lost).toEqual([]);
    await archive.close();
    // Each round on what the last one left; a file of its own now and then keeps the look at it short.
    if (round % 10 === 9) {
      rmSync(file, { force: true });
      done.clear();
    }
  }
});
