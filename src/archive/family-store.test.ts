import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDriver } from "./driver.js";
import { type Archive, openArchive } from "./index.js";
import { collect, type Draft, item } from "./testing.js";

let folder: string;
let files = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-families-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const idOf = (draft: Draft): string => item(draft).story.id;

async function withArchive<Result>(
  drafts: readonly Draft[],
  work: (archive: Archive) => Promise<Result>,
  file = ":memory:",
): Promise<Result> {
  const archive = await openArchive(file, { now: () => "2026-03-09T00:00:00.000Z" });
  try {
    for (const draft of drafts) {
      const { source, story, record } = item(draft);
      await archive.add(source, story, record);
    }
    return await work(archive);
  } finally {
    await archive.close();
  }
}

const PARAGRAPHS = [
  "The harbour of Lunda was closed on Monday after two ferries collided in thick fog near the northern breakwater.",
  "Harbour minister Ana Lund said eleven passengers were taken to hospital and all ships would wait until the wind turned.",
  "The port union demanded an inquiry into the radar station, which it said had been without a second operator since January.",
];
const part = (from: number, to: number, published: string, more: Partial<Draft> = {}): Draft => ({
  text: PARAGRAPHS.slice(from, to).join("\n"),
  published,
  ...more,
});
const WIRE = part(0, 3, "2026-03-01", { headline: "Ferries collide", outlet: "Agency" });
const REPRINT = part(0, 3, "2026-03-02", { outlet: "Lunda Post" });
const SHORT = part(0, 2, "2026-03-03", { outlet: "Velmar Times" });
const OTHER: Draft = { text: "Velmar's parliament voted on Tuesday to raise the tax on grain.", published: "2026-03-02" };

/** Family, story and reason of every link that holds. */
async function families(file: string): Promise<readonly unknown[]> {
  const driver = await openDriver(file);
  const rows = driver
    .prepare(
      `select e.name, l.to_id as family, l.from_id as story, l.reason from links l join entities e on e.id = l.to_id
      where l.known_to is null and e.known_to is null order by l.from_id`,
    )
    .all([]);
  driver.close();
  return rows.map((row) => ({ ...(row as object) }));
}

describe("families of the archive", () => {
  it("hold copies and versions, each with its reason; a story alone has none", async () => {
    const file = join(folder, `${++files}.db`);
    await withArchive([OTHER, SHORT, WIRE, REPRINT], async () => undefined, file);
    const found = (await families(file)) as readonly { readonly story: string; readonly reason: string; readonly name: string }[];
    expect(new Set(found.map(({ name }) => name))).toEqual(new Set(["Ferries collide"]));
    expect(new Map(found.map(({ story, reason }) => [story, reason]))).toEqual(
      new Map([
        [idOf(WIRE), "first"],
        [idOf(REPRINT), `copy of ${idOf(WIRE)}`],
        [idOf(SHORT), `shortened from ${idOf(WIRE)}`],
      ]),
    );
  });

  it("are the same in whatever order the stories came, and after others came and went", async () => {
    const version = (n: number): Draft => ({ ...OTHER, text: `${OTHER.text} It was the vote number ${n}.`, guid: "vote" });
    const drafts = [WIRE, REPRINT, SHORT, part(1, 3, "2026-02-28"), version(1), version(2), OTHER];
    const alone = new Map<string, readonly unknown[]>();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(drafts, { minLength: 2 }), fc.nat(4), async (order, gone) => {
        const removed = order.slice(0, Math.min(gone, order.length - 1));
        const kept = order.slice(removed.length);
        const [file, anew] = [join(folder, `${++files}.db`), join(folder, `${++files}.db`)];
        await withArchive(
          order,
          async (archive) => {
            for (const draft of removed) await archive.remove(idOf(draft));
            expect(await collect(archive.verify())).toEqual([]);
          },
          file,
        );
        const key = kept.map(idOf).sort().join();
        if (!alone.has(key)) {
          await withArchive(
            drafts.filter((draft) => kept.includes(draft)),
            async () => undefined,
            anew,
          );
          alone.set(key, await families(anew));
        }
        expect(await families(file)).toEqual(alone.get(key));
      }),
      { numRuns: 12 },
    );
  });

  it("leave no word of a removed story in the file", async () => {
    const file = join(folder, `${++files}.db`);
    const secret = part(0, 3, "2026-02-01", { headline: "Xylozephyr collide" });
    await withArchive([secret, WIRE], async (archive) => void (await archive.remove(idOf(secret))), file);
    expect(await families(file)).toEqual([]);
    const driver = await openDriver(file);
    expect(driver.prepare("select * from entities").all([])).toEqual([]);
    driver.close();
  });
});
