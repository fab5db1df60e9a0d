import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDriver } from "./driver.js";
import { type Archive, type CheckQuery, openArchive } from "./index.js";
import { collect, type Draft, item } from "./testing.js";

let folder: string;
let files = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-check-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const newFile = (): string => join(folder, `${++files}.db`);

async function withArchive<Result>(
  drafts: readonly Draft[],
  work: (archive: Archive) => Promise<Result>,
  file = ":memory:",
): Promise<Result> {
  const archive = await openArchive(file);
  try {
    await collect(archive.addMany(drafts.map(item)));
    return await work(archive);
  } finally {
    await archive.close();
  }
}

const DIRECT: Draft = {
  text: "Ana Lund told reporters: “We will not open the harbour to ships that carry weapons, not today and not next year.”",
  published: "2026-03-02",
  outlet: "Lunda Post",
  actors: [{ name: "Ana Lund", role: "Harbour minister" }],
  statements: [
    {
      by: ["Ana Lund"],
      content: "We will not open the harbour to ships that carry weapons, not today and not next year.",
      cue: "told",
      mode: "direct",
    },
  ],
};

/** The same words, by another's account, cut short. */
const TOLD: Draft = {
  text: "Jon Ode said that Ana Lund had told him “we will not open the harbour to ships that carry weapons”.",
  published: "2026-03-03",
  outlet: "Velmar Times",
  actors: [{ name: "Jon Ode" }, { name: "Ana Lund" }],
  statements: [
    {
      by: ["Jon Ode"],
      content: "that Ana Lund had told him “we will not open the harbour to ships that carry weapons”",
      cue: "said",
    },
    { by: ["Ana Lund"], content: "“we will not open the harbour to ships that carry weapons”", cue: "told", mode: "direct" },
  ],
};

/** The claim of one, denied by another. */
const CLAIM: Draft = {
  text: "Mia Berg said guns were hidden under the grain in the second hold.",
  published: "2026-03-04",
  actors: [{ name: "Mia Berg" }],
  statements: [{ by: ["Mia Berg"], content: "guns were hidden under the grain in the second hold", cue: "said" }],
};
const DENIAL: Draft = {
  text: "The port union denied that guns were hidden under the grain in the second hold.",
  published: "2026-03-05",
  actors: [{ name: "port union", kind: "organization" }],
  statements: [{ by: ["port union"], content: "that guns were hidden under the grain in the second hold", cue: "denied", denied: true }],
};

const ALL = [DIRECT, TOLD, CLAIM, DENIAL];

describe("check", () => {
  const verdict = (words: string, query: CheckQuery = {}) => withArchive(ALL, (archive) => archive.check(words, query));

  it.each([
    ["We will not open the harbour to ships that carry weapons", {}, "verbatim"],
    ["“we will not open the harbour to ships that carry weapons”", { by: "Lund" }, "verbatim"],
    ["We will not open the harbour … today", { by: "Lund" }, "verbatim"],
    ["We will not open the harbour to [those] ships that carry weapons", {}, "verbatim"],
    ["We would not open the harbour to any ships that carry weapons", { by: "Lund" }, "altered"],
    ["We will open the harbour to ships that carry weapons", { by: "Lund" }, "altered"],
    ["we will not open the harbour to ships that carry weapons", { by: "Lund", outlet: "Velmar" }, "quoted"],
    ["we will not open the harbour to ships that carry weapons", { by: "Ode", outlet: "Velmar" }, "quoted"],
    ["we will not open the harbour to ships that carry weapons", { by: "Berg" }, "another"],
    ["guns were hidden under the grain", { by: "union" }, "denied"],
    ["guns were hidden under the grain", { by: "Berg" }, "verbatim"],
    ["told reporters we will not open", {}, "story"],
    ["the harbour is for ships without any weapons next year", {}, "not found"],
  ])("%s %j: %s", async (words, query, expected) => {
    expect((await verdict(words, query)).verdict).toBe(expected);
  });

  it("says where the words stand first, who cut them, and who denied them", async () => {
    const { exact, first } = await verdict("we will not open the harbour to ships that carry weapons");
    expect(exact.map(({ published, relation }) => [published, relation])).toEqual([
      ["2026-03-03", "quoted"],
      ["2026-03-02", "own"],
    ]);
    expect(first?.published).toBe("2026-03-02");
    const whole = await verdict("We will not open the harbour to ships that carry weapons, not today and not next year");
    expect(whole.altered).toMatchObject([
      {
        published: "2026-03-03",
        turns: ["negation"],
        differences: [{ kind: "same" }, { kind: "missing", words: ["not", "today", "and", "not", "next", "year"] }],
      },
    ]);
    const guns = await verdict("guns were hidden under the grain in the second hold");
    expect(guns.exact.map(({ published, denied }) => [published, denied])).toEqual([
      ["2026-03-05", true],
      ["2026-03-04", false],
    ]);
  });

  it("says in which stories it looked", async () => {
    expect((await verdict("purple submarines dance at midnight", { since: "2026-03-03" })).looked).toEqual({
      stories: 3,
      first: "2026-03-03",
      last: "2026-03-05",
      undated: 0,
      outlets: [{ name: "Velmar Times", stories: 1 }],
      moreOutlets: 0,
      unnamed: 2,
    });
  });

  it("suggests statements that share the rarer words, and finds nothing in them", async () => {
    const { verdict: word, suggestions } = await verdict("in the grain of that second hold somebody had put hidden guns");
    expect(word).toBe("not found");
    expect(suggestions.map(({ speaker }) => speaker.kind === "actor" && speaker.actor.name)).toEqual(["port union", "Mia Berg"]);
  });
});

describe("accounts", () => {
  const TOLL =
    "Eleven sailors were lost when the ferry went down off Lunda in the storm, the coast guard said on Monday evening, and boats went out again at dawn.";
  const toll = (outlet: string, text: string, published: string): Draft => ({
    text,
    outlet,
    published,
    actors: [{ name: "coast guard", kind: "organization" }],
    figures: [{ words: "Eleven sailors", value: 11, unit: "sailors lost", by: "coast guard" }],
    statements: [{ by: ["coast guard"], content: "Eleven sailors were lost when the ferry went down off Lunda", cue: "said" }],
  });
  const WIRE = toll("Agency", TOLL, "2026-03-02");
  const REPRINT = toll("Lunda Post", TOLL, "2026-03-03");
  const OWN = toll(
    "Velmar Times",
    "“Eleven sailors were lost when the ferry went down off Lunda,” a coast guard officer said at the pier, where families stood in the rain with candles and blankets.",
    "2026-03-03",
  );
  const YEARS_AGO = toll(
    "Old Post",
    "Eleven sailors were lost when the ferry went down off Lunda, said the coast guard in its yearly report about wrecks of that kind.",
    "2019-01-01",
  );

  it.each([
    ["a story alone", [WIRE], 1, 1],
    ["a story and its copy are a single source", [WIRE, REPRINT], 2, 1],
    ["another reporter is another account", [WIRE, REPRINT, OWN], 3, 2],
    ["the same number years before is another matter", [WIRE, REPRINT, YEARS_AGO], 2, 1],
  ])("of a figure: %s", async (_, drafts, stories, independent) => {
    await withArchive(drafts, async (archive) => {
      const [{ accounts }] = await collect(archive.figures({ outlet: "Agency" }));
      expect(accounts).toEqual({ stories, independent });
    });
  });

  it("of words count copies once", async () => {
    await withArchive([WIRE, REPRINT, OWN], async (archive) => {
      const words = "eleven sailors were lost when the ferry went down";
      expect((await archive.check(words)).accounts).toEqual({ stories: 3, independent: 2 });
      expect((await archive.check(words, { until: "2026-03-02" })).accounts).toEqual({ stories: 1, independent: 1 });
      expect((await archive.check("purple submarines dance at midnight")).accounts).toBeNull();
    });
  });

  it("are told with the families that they come from", async () => {
    await withArchive([OWN, REPRINT, WIRE], async (archive) => {
      const [{ stories, name }, ...others] = await collect(archive.families());
      expect(others).toEqual([]);
      expect(name).toMatch(/^Eleven sailors were lost/);
      expect(stories.map(({ outlet, reason }) => [outlet, reason])).toEqual([
        ["Agency", "first"],
        ["Lunda Post", `copy of ${item(WIRE).story.id}`],
      ]);
      expect(await collect(archive.families({ outlet: "Velmar" }))).toEqual([]);
    });
  });
});

/** Few words, so that quotations share them. */
const anyWord: fc.Arbitrary<string> = fc.constantFrom(
  ..."the we will not of and to harbour ferries sanctions lunda open close ships grain talks soldiers border".split(" "),
);
const anyQuotation = fc.array(anyWord, { minLength: 8, maxLength: 20 }).map((words) => words.join(" "));
const quoting = (words: string): Draft => ({
  text: `Ana Lund said ${words}.`,
  actors: [{ name: "Ana Lund" }],
  statements: [{ by: ["Ana Lund"], content: words, cue: "said" }],
});

describe("the index of shingles", () => {
  it("finds a quotation of eight words or more whatever single word is put in, left out or replaced", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyQuotation, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.constantFrom("insert", "delete", "replace"),
        async ([quotation, ...others], at, kind) => {
          const words = quotation.split(" ");
          const altered = words.toSpliced(at % words.length, kind === "insert" ? 0 : 1, ...(kind === "delete" ? [] : ["xylo"])).join(" ");
          const { exact, altered: near } = await withArchive([quotation, ...others].map(quoting), (archive) => archive.check(altered));
          const found = [...exact, ...near].flatMap(({ statements }) => statements.map(({ content }) => content[0].exact));
          expect(found.some((content) => content === quotation || content.includes(altered))).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("is after a removal and after a new reading what it would be built anew", async () => {
    const kept = [DIRECT, CLAIM];
    const [file, anew] = [newFile(), newFile()];
    await withArchive(
      [...ALL, { ...DENIAL, maker: "0.9.0" }],
      async (archive) => {
        for (const { story } of await collect(archive.stories())) {
          if (!kept.some((draft) => item(draft).story.id === story)) await archive.remove(story);
        }
        const reread = item({ ...CLAIM, maker: "2.0.0" });
        await archive.replaceRecord(reread.story.id, reread.record);
        expect(await collect(archive.verify())).toEqual([]);
      },
      file,
    );
    await withArchive(kept, async () => undefined, anew);
    expect(await indexed(file)).toEqual(await indexed(anew));
  });

  it("is filled in an archive that was made before there was one", async () => {
    const file = newFile();
    await withArchive(ALL, async () => undefined, file);
    const built = await indexed(file);
    const driver = await openDriver(file);
    for (const statement of OLDER) driver.exec(statement);
    driver.close();
    await withArchive(
      [],
      async (archive) => {
        expect(await collect(archive.verify())).toEqual([]);
        expect((await archive.check("guns were hidden under the corn in the second hold")).altered).toHaveLength(2);
      },
      file,
    );
    expect(await indexed(file)).toEqual(built);
  });
});

/** Makes an archive what it was before the third step of the migrations: what later ones make goes, too. */
const OLDER = [
  "drop table stories_shingles",
  "drop index stories_by_scope",
  "drop table story_sketches",
  "drop table kinships",
  "drop table collection_stories",
  "drop index annotation_rows_by_figure",
  "delete from kysely_migration where name >= '0003-linking'",
  "pragma user_version = 2",
  "pragma wal_checkpoint(truncate)",
];

/** The shingles of each story, by its id. */
async function indexed(file: string): Promise<readonly unknown[]> {
  const driver = await openDriver(file);
  driver.exec("create virtual table temp.v using fts5vocab('main', 'stories_shingles', 'instance')");
  const rows = driver.prepare("select s.id, v.term from temp.v v join stories s on s.seq = v.doc order by s.id, v.term").all([]);
  driver.close();
  return rows.map((row) => ({ ...(row as object) }));
}
