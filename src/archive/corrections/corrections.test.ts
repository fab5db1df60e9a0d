import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Correction } from "../../model/index.js";
import { type Archive, type Decision, openArchive } from "../index.js";
import { collect, type Draft, item } from "../testing.js";

let folder: string;
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const HARBOUR: Draft = {
  headline: "Minister promises ferries",
  text:
    "Harbour minister Ana Lund said on Monday that the ferry sanctions would end. Velmar shelled Lunda, the port union said. " +
    "The minister denied that 40 sailors were hurt. Jon Ode demanded a new quay from Velmar.",
  published: "2026-03-02T10:00",
  guid: "harbour",
  actors: [
    { name: "Ana Lund", role: "Harbour minister", country: "NOR" },
    { name: "The minister" },
    { name: "Velmar", kind: "state", country: "DNK" },
    { name: "Lunda", kind: "state", country: "NOR" },
    { name: "port union", kind: "organization" },
    { name: "Jon Ode" },
  ],
  statements: [
    { by: ["Ana Lund"], content: "that the ferry sanctions would end", cue: "said" },
    { by: ["port union"], content: "Velmar shelled Lunda", cue: "union said" },
    { by: ["The minister"], content: "that 40 sailors were hurt", cue: "denied", denied: true },
  ],
  times: [{ words: "Monday", value: "2026-03-02" }],
  events: [{ words: "shelled", type: "ASSAULT", by: "Velmar", to: "Lunda" }],
  figures: [{ words: "40 sailors", value: 40, unit: "sailors hurt", by: "The minister" }],
  positions: [{ issue: "a new quay", stance: "demand", by: "Jon Ode", toward: "Velmar" }],
};
const OTHER: Draft = { text: "Mia Berg said the bridge was shut.", actors: [{ name: "Mia Berg" }], published: "2026-03-01" };

const story = item(HARBOUR).story.id;
const { record } = item(HARBOUR);
const actor = (name: string): string => record.actors.find((one) => one.name === name)?.id ?? "";
const [SANCTIONS, SHELLED, HURT] = record.statements.map(({ id }) => id);
const BY = { by: "Eva Kol", note: "heard the tape" };

/** An archive on a file, with a clock that goes on a minute a change. */
async function withArchive(drafts: readonly Draft[], work: (archive: Archive, file: string) => Promise<void>): Promise<void> {
  const file = join(folder, `${++files}.db`);
  let minute = 0;
  const archive = await openArchive(file, { now: () => new Date(Date.UTC(2026, 2, 9, 10, minute++)).toISOString() });
  try {
    await collect(archive.addMany(drafts.map(item)));
    await work(archive, file);
    expect(await collect(archive.verify())).toEqual([]);
  } finally {
    await archive.close();
  }
}

/** Every answer that a correction could change. */
const answers = async (archive: Archive) => ({
  record: (await archive.get(story)).record,
  stories: await collect(archive.stories()),
  statements: await collect(archive.statements()),
  byLund: await collect(archive.statements({ by: "lund" })),
  byMinister: await collect(archive.statements({ by: "minister" })),
  actors: await collect(archive.actors()),
  events: await collect(archive.events()),
  figures: await collect(archive.figures()),
  positions: await collect(archive.positions()),
  times: await collect(archive.times()),
  check: await archive.check("the ferry sanctions would end"),
  summary: await archive.summary(),
});

describe("decisions", () => {
  it("takes what is wrong out of every answer, and leaves the machine's record as it was", async () => {
    await withArchive([HARBOUR, OTHER], async (archive, file) => {
      await archive.correct({ ...BY, decision: "wrong", annotation: SANCTIONS });
      expect(await collect(archive.statements({ by: "lund" }))).toEqual([]);
      expect((await archive.check("the ferry sanctions would end")).exact.map(({ statements }) => statements.length)).toEqual([0]);
      expect((await collect(archive.stories()))[0].counts.statements).toBe(2);
      const machine = await openArchive(file, { view: "machine" });
      expect((await machine.get(story)).record).toEqual(record);
      expect(await collect(machine.statements({ by: "lund" }))).toHaveLength(1);
      await machine.close();
      await archive.correct({ ...BY, decision: "right", annotation: SANCTIONS });
      expect((await collect(archive.statements({ by: "lund" }))).map(({ confidence }) => confidence)).toEqual([1]);
    });
  });

  it("changes who said it, so that it is found under the right name", async () => {
    await withArchive([HARBOUR], async (archive) => {
      await archive.correct({ ...BY, decision: "changed", annotation: SANCTIONS, set: { speaker: "Jon Ode", denied: "yes" } });
      expect(await collect(archive.statements({ by: "lund" }))).toEqual([]);
      expect(await collect(archive.statements({ by: "ode" }))).toMatchObject([{ id: SANCTIONS, denied: true, confidence: 1 }]);
    });
  });

  it("adds what was missed, and gives what stands in its words to its speaker", async () => {
    await withArchive([HARBOUR], async (archive) => {
      await archive.addAnnotation(story, {
        ...BY,
        decision: "added",
        layer: "statements",
        words: "demanded a new quay from Velmar",
        set: { speaker: "Jon Ode", cue: "demanded", mode: "indirect" },
      });
      const [said] = await collect(archive.statements({ by: "ode" }));
      expect(said).toMatchObject({ cue: [{ exact: "demanded" }], rule: "correction/added" });
      expect((await collect(archive.positions()))[0].position.modality.within).toBe(said.id);
    });
  });

  it("makes two actors one, and parts them again", async () => {
    await withArchive([HARBOUR], async (archive) => {
      await archive.correct({ ...BY, decision: "merge", annotation: actor("Ana Lund"), other: "The minister" });
      expect((await collect(archive.statements({ by: "lund" }))).map(({ id }) => id)).toEqual([SANCTIONS, HURT]);
      expect((await collect(archive.figures({ by: "lund" }))).map(({ by }) => by?.name)).toEqual(["Ana Lund"]);
      await archive.correct({ ...BY, decision: "split", annotation: actor("Ana Lund"), mentions: ["The minister"], name: "Per Dahl" });
      expect((await collect(archive.statements({ by: "dahl" }))).map(({ id }) => id)).toEqual([HURT]);
      expect((await collect(archive.statements({ by: "lund" }))).map(({ id }) => id)).toEqual([SANCTIONS]);
    });
  });

  it("never turns somebody's words into the story's own account", async () => {
    await withArchive([HARBOUR], async (archive) => {
      await archive.correct({ ...BY, decision: "wrong", annotation: actor("The minister") });
      expect((await archive.get(story)).record.statements[2].speaker).toMatchObject({ kind: "unknown" });
      expect(await collect(archive.figures())).toEqual([]);
    });
  });

  it.each<[string, Decision, RegExp]>([
    ["a field that is none", { ...BY, decision: "changed", annotation: SANCTIONS, set: { mood: "x" } }, /no field "mood".*speaker/],
    [
      "a choice that is none",
      { ...BY, decision: "changed", annotation: SANCTIONS, set: { mode: "loud" } },
      /one of direct, indirect, mixed/,
    ],
    [
      "a speaker who is not there",
      { ...BY, decision: "changed", annotation: SANCTIONS, set: { speaker: "Zoe" } },
      /an actor of the story: Ana Lund/,
    ],
    ["words that are not there", { ...BY, decision: "changed", annotation: SANCTIONS, set: { cue: "sang" } }, /just as they stand there/],
    ["words that stand twice", { ...BY, decision: "changed", annotation: SANCTIONS, set: { cue: "said" } }, /stand 2 times.* #1/],
    ["nobody's decision", { by: " ", decision: "wrong", annotation: SANCTIONS }, /name of the person/],
    ["merging what is no actor", { ...BY, decision: "merge", annotation: SANCTIONS, other: "Jon Ode" }, /Only actors/],
    [
      "parting with every mention",
      { ...BY, decision: "split", annotation: actor("Jon Ode"), mentions: ["Jon Ode"], name: "J" },
      /would go/,
    ],
  ])("refuses %s", async (_, decision, message) => {
    await withArchive([HARBOUR], async (archive) => {
      await expect(archive.correct(decision)).rejects.toMatchObject({ code: "query", message });
      expect(await collect(archive.corrections())).toEqual([]);
    });
  });

  it("refuses an annotation that is not there", async () => {
    await withArchive([HARBOUR], async (archive) => {
      await expect(archive.correct({ ...BY, decision: "wrong", annotation: "st_0" })).rejects.toMatchObject({ code: "unknown-annotation" });
      await expect(archive.undo("cor_1", "Eva Kol")).rejects.toMatchObject({ code: "unknown-correction" });
    });
  });
});

describe("another reading, another version", () => {
  const reject = { ...BY, decision: "wrong", annotation: SANCTIONS } as const;

  it("keeps the corrected view when the same words are read anew", async () => {
    await withArchive([HARBOUR], async (archive) => {
      await archive.correct(reject);
      await archive.correct({ ...BY, decision: "changed", annotation: SHELLED, set: { speaker: "Jon Ode" } });
      const before = (await archive.get(story)).record;
      await archive.replaceRecord(story, item({ ...HARBOUR, maker: "2.0.0" }).record);
      expect((await archive.get(story)).record).toEqual({ ...before, maker: { ...before.maker, code: "2.0.0" } });
    });
  });

  it("lists as orphaned what finds other claims or nothing, and takes it up again when it can", async () => {
    await withArchive([HARBOUR], async (archive) => {
      await archive.correct(reject);
      const others = [
        { by: ["Jon Ode"], content: "that the ferry sanctions would end", cue: "said" },
        ...(HARBOUR.statements ?? []).slice(1),
      ];
      await archive.replaceRecord(story, item({ ...HARBOUR, maker: "2", statements: others }).record);
      expect(await collect(archive.statements({ about: "sanctions" }))).toHaveLength(1);
      expect(await collect(archive.corrections({ state: "orphaned" }))).toMatchObject([
        { annotation: null, orphaned: { story, reason: "these words are read otherwise now: Jon Ode" } },
      ]);
      await archive.replaceRecord(story, item({ ...HARBOUR, maker: "3" }).record);
      expect(await collect(archive.corrections({ state: "orphaned" }))).toEqual([]);
      expect(await collect(archive.statements({ about: "sanctions" }))).toEqual([]);
    });
  });

  it("holds for the same words of a new version, and says where they are gone", async () => {
    await withArchive([HARBOUR], async (archive) => {
      await archive.correct(reject);
      const longer = { ...HARBOUR, text: `UPDATE 1: ${HARBOUR.text}`, updated: "2026-03-02T12:00" };
      await collect(archive.addMany([item(longer)]));
      expect(await collect(archive.statements({ about: "sanctions" }))).toEqual([]);
      const shorter = { ...OTHER, guid: "harbour", updated: "2026-03-02T14:00" };
      await collect(archive.addMany([item(shorter)]));
      expect(await collect(archive.corrections({ state: "orphaned" }))).toMatchObject([
        { annotation: SANCTIONS, orphaned: { story: item(shorter).story.id, reason: "its words are gone from the story" } },
      ]);
      await archive.remove(story);
      expect(await collect(archive.statements({ about: "sanctions" }))).toHaveLength(1);
    });
  });
});

describe("odd circumstances", () => {
  it("holds for all versions when a late one joins two chains", async () => {
    const alone: Draft = {
      ...HARBOUR,
      text: `${HARBOUR.text} (Corrects a name.)`,
      guid: "g2",
      uri: "https://news.example/harbour",
      updated: "2026-03-04",
    };
    const joining: Draft = { ...HARBOUR, text: `${HARBOUR.text} It rained.`, uri: "https://news.example/harbour", updated: "2026-03-03" };
    await withArchive([HARBOUR, alone], async (archive) => {
      await archive.correct({ ...BY, decision: "wrong", annotation: SANCTIONS });
      await archive.correct({ ...BY, decision: "wrong", annotation: item(alone).record.statements[1].id });
      expect(await collect(archive.statements())).toHaveLength(4);
      await collect(archive.addMany([item(joining)]));
      expect((await collect(archive.statements())).map(({ denied }) => denied)).toEqual([true, true, true]);
    });
  });

  it("goes on when the clock was put back", async () => {
    const file = join(folder, `${++files}.db`);
    let minute = 59;
    const archive = await openArchive(file, { now: () => new Date(Date.UTC(2026, 2, 9, 10, minute--)).toISOString() });
    await collect(archive.addMany([item(HARBOUR)]));
    const before = await answers(archive);
    const { id } = await archive.correct({ ...BY, decision: "wrong", annotation: SANCTIONS });
    await archive.replaceRecord(story, item({ ...HARBOUR, maker: "2" }).record);
    expect(await collect(archive.statements())).toHaveLength(2);
    await archive.undo(id, "Eva Kol");
    expect((await answers(archive)).statements).toEqual(before.statements);
    expect(await collect(archive.verify())).toEqual([]);
    await archive.close();
  });
});

/** Any decision about the record of `HARBOUR`, sensible or not. */
const anyDecision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({
    by: fc.constant("Eva Kol"),
    decision: fc.constantFrom("right" as const, "wrong" as const),
    annotation: fc.constantFrom(
      ...[record.statements, record.actors, record.events, record.figures, record.positions, record.times].flat().map(({ id }) => id),
    ),
  }),
  fc.record({
    by: fc.constant("Eva Kol"),
    decision: fc.constant("changed" as const),
    annotation: fc.constantFrom(SANCTIONS, SHELLED, HURT),
    set: fc.constantFrom<Readonly<Record<string, string>>>(
      { speaker: "Jon Ode; Velmar" },
      { speaker: "unnamed" },
      { words: "Velmar shelled Lunda, the port union" },
      { addressee: "Lunda", mode: "direct" },
    ),
  }),
  fc.record({
    by: fc.constant("Tor Vik"),
    decision: fc.constant("merge" as const),
    annotation: fc.constantFrom(...record.actors.map(({ id }) => id)),
    other: fc.constantFrom(...record.actors.map(({ name }) => name)),
  }),
);

describe("laws", () => {
  it("any decisions leave a record that holds together; taking them back leaves every answer as before; a patch carries all of it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDecision, { minLength: 1, maxLength: 5 }), fc.boolean(), async (decisions, backwards) => {
        await withArchive([HARBOUR, OTHER], async (archive) => {
          const before = await answers(archive);
          const made: Correction[] = [];
          for (const decision of decisions) {
            // What cannot be done is refused and changes nothing.
            const correction = await archive.correct(decision).catch((error) => {
              if (error.code !== "query") throw error;
              return null;
            });
            if (correction !== null) made.push(correction);
          }
          expect(await collect(archive.verify())).toEqual([]);
          const patch = (await collect(archive.corrections())).map(({ correction }) => correction);
          const corrected = await answers(archive);
          const restKnown = ({ stories: _, ...rest }: typeof corrected) => rest;
          await withArchive([OTHER, HARBOUR], async (elsewhere) => {
            const outcomes = await elsewhere.importCorrections(JSON.parse(JSON.stringify(patch)));
            expect(outcomes.map(({ outcome }) => outcome)).toEqual(patch.map(() => "added"));
            expect((await collect(elsewhere.corrections())).map(({ correction }) => correction)).toEqual(patch);
            expect(restKnown(await answers(elsewhere))).toEqual(restKnown(corrected));
            expect((await elsewhere.importCorrections(patch)).every(({ outcome }) => outcome === "unchanged")).toBe(true);
          });
          for (const { id } of backwards ? made.reverse() : made) await archive.undo(id, "Eva Kol");
          expect(await answers(archive)).toEqual(before);
          const log = await collect(archive.corrections());
          expect(log.map(({ state }) => state)).toEqual([...made.map(() => "undone"), ...made.map(() => "undo")]);
        });
      }),
      { numRuns: 6 },
    );
  });

  it("an undo that is undone brings the decision back", async () => {
    await withArchive([HARBOUR], async (archive) => {
      const { id } = await archive.correct({ ...BY, decision: "wrong", annotation: SANCTIONS });
      const corrected = await answers(archive);
      const undo = await archive.undo(id, "Tor Vik");
      await expect(archive.undo(id.slice(4, 14), "Tor Vik")).rejects.toMatchObject({ code: "query", message: /taken back already/ });
      await archive.undo(undo.id, "Eva Kol");
      expect(await answers(archive)).toEqual(corrected);
    });
  });

  it("refuses a patch that was tampered with, whole", async () => {
    await withArchive([HARBOUR], async (archive) => {
      const correction = await archive.correct({ ...BY, decision: "wrong", annotation: SANCTIONS });
      const forged = { ...correction, author: "Somebody Else" };
      await expect(archive.importCorrections([forged])).rejects.toMatchObject({
        code: "query",
        message: /Correction 1 .* id does not fit/,
      });
      await expect(archive.importCorrections([{}])).rejects.toMatchObject({ code: "query", message: /Correction 1 is none/ });
      expect(await archive.importCorrections([{ ...correction }])).toMatchObject([{ outcome: "unchanged" }]);
    });
  });
});

describe("as of an instant", () => {
  it("shows what was on record then: stories, readings, corrections", async () => {
    await withArchive([HARBOUR], async (archive, file) => {
      // 10:01 a correction, 10:02 another reading, 10:03 a new story, 10:04 the correction is taken back.
      const at = async (asOf: string): Promise<unknown[]> => {
        const then = await openArchive(file, { asOf });
        const seen = [
          (await collect(then.stories())).length,
          (await collect(then.statements())).length,
          (await collect(then.corrections())).map(({ state }) => state),
        ];
        await then.close();
        return seen;
      };
      const correction = await archive.correct({ ...BY, decision: "wrong", annotation: SANCTIONS });
      await archive.replaceRecord(story, item({ ...HARBOUR, maker: "2", statements: (HARBOUR.statements ?? []).slice(0, 2) }).record);
      await collect(archive.addMany([item({ ...OTHER, statements: [{ by: ["Mia Berg"], content: "the bridge was shut", cue: "said" }] })]));
      await archive.undo(correction.id, "Eva Kol");
      expect(await at("2026-03-08")).toEqual([0, 0, []]);
      expect(await at("2026-03-09T10:00")).toEqual([1, 3, []]);
      expect(await at("2026-03-09T10:01")).toEqual([1, 2, ["in force"]]);
      expect(await at("2026-03-09T12:02+02:00")).toEqual([1, 1, ["in force"]]);
      expect(await at("2026-03-09T10:03")).toEqual([2, 2, ["in force"]]);
      expect(await at("2026-03-09")).toEqual([2, 3, ["undone", "undo"]]);
      const now = await openArchive(file, { asOf: "2030" });
      expect(await answers(now)).toEqual(await answers(archive));
      await now.close();
      await expect(openArchive(file, { asOf: "yesterday" })).rejects.toMatchObject({ code: "query" });
    });
  });
});
