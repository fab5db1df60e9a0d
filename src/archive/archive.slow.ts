import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openArchive } from "./index.js";
import { collect, type Draft, item } from "./testing.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-slow-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A story of `sentences` statements of some twenty words. */
/** A story of its own: its words are not those of the next, which would be a copy of it. */
function longStory(name: string, sentences: number): Draft {
  const own = Number(name.match(/\d+/)?.[0] ?? 0) * 7919;
  const speakers = ["Ana Lund", "Jon Ode", "Mia Berg", "Tor Vik"].map((speaker) => ({ name: speaker, role: "minister" }));
  const statements = Array.from({ length: sentences }, (_, i) => ({
    by: [speakers[i % speakers.length].name],
    content: Array.from(
      { length: 18 },
      (_, k) => `${["port", "ferry", "bridge", "tax", "road"][(i + k) % 5]}${(own + i * 31 + k * 7) % 20_011}`,
    ).join(" "),
    cue: "said",
  }));
  return {
    text: [...statements.map(({ by, content }) => `${by[0]} said ${content}.`), `${name}, on Monday.`].join(" "),
    headline: name,
    published: "2026-03-02",
    actors: speakers,
    statements,
    times: [{ words: "Monday", value: "2026-03-02" }],
  };
}

/** Adds numbered stories to an archive in a process of its own, and tells how it ended. */
function adder(file: string, from: number, to: number): { readonly kill: () => void; readonly ended: Promise<number | null> } {
  const room = fileURLToPath(new URL(".", import.meta.url));
  const script = join(folder, `adder-${from}-${to}.mts`);
  writeFileSync(
    script,
    `import { openArchive } from ${JSON.stringify(join(room, "index.ts"))};
     import { item } from ${JSON.stringify(join(room, "testing.ts"))};
     const archive = await openArchive(${JSON.stringify(file)});
     const drafts = Array.from({ length: ${to - from} }, (_, i) => ({ text: "Ana Lund said story " + (${from} + i) + " is here.",
       actors: [{ name: "Ana Lund" }], statements: [{ by: ["Ana Lund"], content: "story " + (${from} + i) + " is here", cue: "said" }] }));
     for await (const _ of archive.addMany(drafts.map(item), { batch: 10 })) process.stdout.write(".");
     await archive.close();`,
  );
  const child = spawn(process.execPath, ["--import", "tsx", script], { stdio: ["ignore", "pipe", "inherit"] });
  const begun = new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
  return {
    kill: () => void begun.then(() => child.kill("SIGKILL")),
    ended: new Promise((resolve) => child.once("exit", resolve)),
  };
}

it("lets three processes fill one new archive at once and loses nothing", async () => {
  const file = join(folder, "shared.db");
  const codes = await Promise.all([adder(file, 0, 400), adder(file, 300, 700), adder(file, 600, 1000)].map(({ ended }) => ended));
  expect(codes).toEqual([0, 0, 0]);
  const archive = await openArchive(file, { mode: "existing" });
  expect(await archive.summary()).toMatchObject({ stories: 1000, layers: { actors: 1000, statements: 1000 } });
  expect(await collect(archive.verify())).toEqual([]);
  await archive.close();
});

it("is sound after a process was killed while it wrote, and goes on where that one stopped", async () => {
  const file = join(folder, "killed.db");
  const killed = adder(file, 0, 3000);
  killed.kill();
  expect(await killed.ended).toBeNull();
  const archive = await openArchive(file, { mode: "existing" });
  const { stories } = await archive.summary();
  expect(stories).toBeGreaterThan(0);
  expect(stories % 10).toBe(0);
  expect(await collect(archive.verify())).toEqual([]);
  await archive.close();
  expect(await adder(file, 0, stories + 20).ended).toBe(0);
  const again = await openArchive(file, { mode: "read-only" });
  expect((await again.summary()).stories).toBe(stories + 20);
  await again.close();
});

it("stores stories of 900 words with 40 statements faster than any reader makes them", async () => {
  const items = Array.from({ length: 640 }, (_, i) => item(longStory(`Story ${i}`, 40)));
  const archive = await openArchive(join(folder, "fast.db"));
  const before = process.cpuUsage();
  const added = await collect(archive.addMany(items));
  const { user, system } = process.cpuUsage(before);
  await archive.close();
  const perSecond = added.length / ((user + system) / 1e6);
  console.info(`${perSecond.toFixed(0)} stories/s of processor time`);
  // Measured: 77 on a quiet machine of two cores (libsql 0.5, Node 20, November 2026); 210 to 250 before words were indexed by shingles and
  // copies looked for, which takes two thirds of the time. A reader makes about a dozen. The bound catches a lost
  // index or a transaction a row, not a busy machine.
  expect(perSecond).toBeGreaterThan(40);
});
