import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makerId } from "../model/index.js";
import { openDriver } from "./driver.js";
import {
  type Archive,
  ArchiveError,
  EventRow,
  FigureRow,
  MeetingRow,
  type OpenOptions,
  openArchive,
  PlaceRow,
  PositionRow,
  StatementRow,
  StoryRow,
} from "./index.js";
import { collect, type Draft, item } from "./testing.js";

let folder: string;
let files = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const newFile = (): string => join(folder, `${++files}.db`);
const put = (archive: Archive, draft: Draft) => {
  const { source, story, record } = item(draft);
  return archive.add(source, story, record);
};
const idOf = (draft: Draft): string => item(draft).story.id;

const inMemory = (drafts: readonly Draft[], work: (archive: Archive) => Promise<void>) => withArchive(drafts, work, {}, ":memory:");

async function withArchive(
  drafts: readonly Draft[],
  work: (archive: Archive, file: string) => Promise<void>,
  options: OpenOptions = {},
  file = newFile(),
) {
  const archive = await openArchive(file, options);
  try {
    await collect(archive.addMany(drafts.map(item)));
    await work(archive, file);
  } finally {
    await archive.close();
  }
}

const FERRIES: Draft = {
  headline: "Minister promises ferries",
  text:
    "LUNDA, March 2 - Harbour minister Ana Lund said on Monday that the ferry sanctions would end. “We will go,” she added, “today.” " +
    "The port union and Velmar denied the claim about unpaid wages. A union official hoped for talks.",
  published: "2026-03-02T10:00",
  outlet: "Lunda Post",
  guid: "ferries",
  actors: [
    { name: "Ana Lund", role: "Harbour minister", country: "NOR", affiliation: "LUNDA" },
    { name: "LUNDA", kind: "state", country: "NOR" },
    { name: "port union", kind: "organization" },
    { name: "Velmar", kind: "state", country: "DNK" },
  ],
  statements: [
    { by: ["Ana Lund"], content: "that the ferry sanctions would end", cue: "said" },
    { by: ["Ana Lund"], content: ["“We will go,”", "“today.”"], cue: "added", mode: "direct" },
    { by: ["port union", "Velmar"], content: "the claim about unpaid wages", cue: "denied", denied: true },
    { content: "for talks", cue: "hoped", class: "attitude" },
  ],
  times: [{ words: "Monday", value: "2026-03-02" }],
  unread: [{ sentence: "A union official hoped for talks.", word: "hoped", reason: "no source" }],
};

const BRIDGE: Draft = {
  headline: "Bridge closes",
  text: "Velmar’s premier, Jon Ode, warned the bridge to Lunda will not open before April. We will go, read a banner.",
  published: "2026-03-05",
  outlet: "Velmar Times",
  actors: [
    { name: "Jon Ode", role: "premier", affiliation: "Velmar" },
    { name: "Velmar", kind: "state", country: "DNK" },
  ],
  statements: [{ by: ["Jon Ode"], content: "the bridge to Lunda will not open before April", cue: "warned" }],
};

const TOLL: Draft = {
  text: "The Rade clinic counted 40 wounded sailors of Velmar in Lunda. The harbour office spoke of 31 sailors, and 5 ships sank.",
  published: "2026-03-06",
  actors: [
    { name: "Rade clinic", kind: "organization" },
    { name: "harbour office", kind: "organization" },
    { name: "Velmar", kind: "state", country: "DNK" },
  ],
  figures: [
    { words: "40 wounded sailors", value: 40, unit: "sailors wounded", by: "Rade clinic", of: "Velmar" },
    { words: "31 sailors", value: 31, unit: "sailors", by: "harbour office" },
    { words: "5 ships", value: [5, 6], unit: "ships sunk" },
  ],
};

const HARBOUR: Draft = {
  text: "Jon Ode said the ferry had left Lunda for Velmar. In Rade the harbour is shut.",
  published: "2026-03-07",
  actors: [{ name: "Jon Ode" }],
  statements: [{ by: ["Jon Ode"], content: "the ferry had left Lunda for Velmar", cue: "said" }],
  places: [
    { words: "Lunda", name: "Lunda Stad", country: "SWE", precision: "city", within: 0 },
    { words: "Velmar", name: "Velmar", country: "DNK", precision: "country", within: 0 },
    { words: "Rade", name: "Råde", country: "NOR", precision: "city" },
  ],
};

const QUAY: Draft = {
  text: "Velmar demanded a new quay from Rade. Jon Ode refused to pay for the quay.",
  published: "2026-03-08",
  actors: [{ name: "Velmar", kind: "state", country: "DNK" }, { name: "Rade" }, { name: "Jon Ode" }],
  positions: [
    { issue: "a new quay", stance: "demand", by: "Velmar", toward: "Rade" },
    { issue: "pay for the quay", stance: "reject", by: "Jon Ode" },
  ],
};

const ROUNDS: Draft = {
  text: "Velmar held talks with Rade in Lunda on Sunday. Velmar and Jon Ode will sit down for a second round.",
  published: "2026-03-09",
  actors: [{ name: "Velmar", kind: "state", country: "DNK" }, { name: "Rade" }, { name: "Jon Ode" }],
  meetings: [
    { words: "talks with Rade in Lunda", by: ["Velmar", "Rade"], date: "2026-03-08", status: "held", place: "Lunda" },
    { words: "a second round", by: ["Velmar", "Jon Ode"], date: "2026-04-01", status: "scheduled" },
  ],
};

const RAID: Draft = {
  text: "Velmar shelled Lunda on Monday. Lunda warned that it would close the strait.",
  published: "2026-03-07",
  actors: [
    { name: "Velmar", kind: "state", country: "DNK" },
    { name: "Lunda", kind: "state", country: "NOR" },
  ],
  events: [
    { words: "shelled", type: "ASSAULT", by: "Velmar", to: "Lunda" },
    { words: "warned", type: "THREATEN", by: "Lunda", to: "Velmar" },
    { words: "close", type: "COERCE", by: "Lunda", status: "conditional" },
  ],
};

const UNDATED: Draft = { text: "A note by nobody about ferries." };

describe("adding", () => {
  it("stores a story once and says so", async () => {
    await inMemory([], async (archive) => {
      const story = idOf(FERRIES);
      expect(await put(archive, FERRIES)).toEqual({ outcome: "added", story, supersedes: null, supersededBy: null });
      expect(await put(archive, FERRIES)).toEqual({ outcome: "unchanged", story, supersedes: null, supersededBy: null });
      expect(await collect(archive.stories())).toHaveLength(1);
      expect(await collect(archive.statements())).toHaveLength(4);
    });
  });

  it("gives back exactly what was stored, with every source", async () => {
    await inMemory([FERRIES, { ...FERRIES, bytes: "the same in another file" }], async (archive) => {
      const { source, story, record } = item(FERRIES);
      const stored = await archive.get(story.id);
      expect(stored.story).toEqual(story);
      expect(stored.record).toEqual(record);
      expect(stored.sources).toHaveLength(2);
      expect(stored.sources).toContainEqual(source);
      expect(stored.versions).toEqual([]);
    });
  });

  it("links another source of a story that is there without its record, and refuses one of a story that is not", async () => {
    await inMemory([FERRIES], async (archive) => {
      const again = { ...item({ ...FERRIES, bytes: "the same in another file" }), record: null };
      expect(await collect(archive.addMany([again]))).toMatchObject([{ outcome: "unchanged", story: idOf(FERRIES) }]);
      expect((await archive.get(idOf(FERRIES))).sources).toHaveLength(2);
      await expect(collect(archive.addMany([{ ...item(BRIDGE), record: null }]))).rejects.toMatchObject({ code: "unknown-story" });
      expect(await collect(archive.stories())).toHaveLength(1);
    });
  });

  it("links a changed version and keeps both, also when the older one comes late", async () => {
    const newer: Draft = { ...FERRIES, text: `${FERRIES.text} Corrects name.`, updated: "2026-03-02T12:00" };
    for (const drafts of [
      [FERRIES, newer],
      [newer, FERRIES],
    ]) {
      await inMemory(drafts, async (archive) => {
        expect((await archive.get(idOf(FERRIES))).versions).toEqual([{ story: idOf(newer), relation: "newer", reason: "same guid" }]);
        expect((await archive.get(idOf(newer))).versions).toEqual([{ story: idOf(FERRIES), relation: "older", reason: "same guid" }]);
      });
    }
    await inMemory([newer], async (archive) => {
      expect(await put(archive, FERRIES)).toMatchObject({ outcome: "new-version", supersedes: null, supersededBy: idOf(newer) });
    });
  });

  it("replaces a record by another maker and never mixes the two", async () => {
    await withArchive([FERRIES], async (archive, file) => {
      const { story, record } = item({ ...FERRIES, maker: "2.0.0", statements: FERRIES.statements?.slice(0, 1) ?? [] });
      expect(await archive.hasStory(story.id, makerId(record.maker))).toBe(false);
      expect(await archive.replaceRecord(story.id, record)).toBe(true);
      expect(await archive.replaceRecord(story.id, record)).toBe(false);
      expect(await archive.hasStory(story.id, makerId(record.maker))).toBe(true);
      expect((await archive.get(story.id)).record).toEqual(record);
      expect(await collect(archive.statements())).toHaveLength(1);
      expect(await collect(archive.statements({ about: "wages" }))).toEqual([]);
      expect(await collect(archive.verify())).toEqual([]);
      expect(await rowsOf(file, "select maker, known_to is null as current from records order by seq")).toEqual([
        { maker: "1.0.0+w1+l1", current: 0 },
        { maker: "2.0.0+w1+l1", current: 1 },
      ]);
    });
  });

  it("refuses a record that does not fit the text, and stores nothing of it", async () => {
    await inMemory([], async (archive) => {
      const { source, story, record } = item(FERRIES);
      const shifted = { ...record, times: record.times.map((time) => ({ ...time, anchor: [{ start: 0, end: 6, exact: "Monday" }] })) };
      await expect(archive.add(source, story, shifted)).rejects.toMatchObject({ code: "inconsistent", message: /quotes "Monday" at 0–6/ });
      const other = item(BRIDGE);
      await expect(archive.add(source, story, other.record)).rejects.toMatchObject({ code: "inconsistent" });
      await expect(archive.add(other.source, story, record)).rejects.toMatchObject({ code: "inconsistent" });
      expect(await collect(archive.stories())).toEqual([]);
    });
  });

  it("adds many in batches and tells of each in order", async () => {
    const drafts = Array.from({ length: 7 }, (_, i): Draft => ({ text: `Story ${i}.` }));
    await inMemory([], async (archive) => {
      const added = await collect(archive.addMany(drafts.map(item), { batch: 3 }));
      expect(added.map(({ story }) => story)).toEqual(drafts.map(idOf));
    });
  });
});

describe("finding a story", () => {
  it("takes an id, or its beginning", async () => {
    await inMemory([FERRIES], async (archive) => {
      const id = idOf(FERRIES);
      for (const reference of [id, id.slice(0, 10), id.slice(6), id.slice(6, 10), id.toUpperCase()]) {
        expect((await archive.get(reference)).story.id).toBe(id);
      }
      const { record } = await archive.get(id);
      expect(await archive.storyOf(record.statements[0].id)).toBe(id);
      expect(await archive.storyOf(record.actors[0].id)).toBe(id);
      expect(await archive.storyOf("st_0000000000000000")).toBeNull();
      for (const reference of ["", "abc", "minister", "story_", "%", `${id}0`]) {
        await expect(archive.get(reference)).rejects.toMatchObject({ code: "unknown-story" });
      }
    });
  });

  it("names the candidates of an ambiguous beginning", async () => {
    const first = new Map<string, Draft>();
    const twins: Draft[] = [];
    // Among so few hundred drafts two share their first four digits (a birthday among 65 536 days).
    for (let i = 0; twins.length === 0; i++) {
      const draft: Draft = { text: `Story ${i}.`, headline: `Headline ${i}` };
      const digits = idOf(draft).slice(6, 10);
      const twin = first.get(digits);
      if (twin) twins.push(twin, draft);
      first.set(digits, draft);
    }
    await inMemory(twins, async (archive) => {
      const candidates = twins.map(idOf).sort();
      const beginning = candidates[0].slice(6, 10);
      await expect(archive.get(beginning)).rejects.toMatchObject({ code: "ambiguous", candidates, message: /Headline \d+.*Headline \d+/ });
    });
  });
});

describe("lists", () => {
  const texts = async (archive: Archive, query: Parameters<Archive["statements"]>[0]): Promise<readonly string[]> =>
    (await collect(archive.statements(query))).map(({ content }) => content.map(({ exact }) => exact).join(" … "));

  it("gives statements with their speakers, newest story first", async () => {
    await inMemory([FERRIES, BRIDGE, UNDATED], async (archive) => {
      const rows = await collect(archive.statements());
      for (const row of rows) expect(StatementRow.parse(row)).toEqual(row);
      expect(rows.map(({ content }) => content[0].exact)).toEqual([
        "the bridge to Lunda will not open before April",
        "that the ferry sanctions would end",
        "“We will go,”",
        "the claim about unpaid wages",
        "for talks",
      ]);
      expect(rows[1]).toMatchObject({
        story: idOf(FERRIES),
        headline: "Minister promises ferries",
        published: "2026-03-02T10:00",
        outlet: "Lunda Post",
        speaker: { kind: "actor", actor: { name: "Ana Lund", role: "Harbour minister", country: "NOR", affiliation: "LUNDA" }, joint: [] },
        cue: [{ exact: "said" }],
      });
      expect(rows[4].speaker).toEqual({ kind: "unnamed" });
    });
  });

  it.each<[Parameters<Archive["statements"]>[0], readonly string[]]>([
    [{ by: "lund" }, ["that the ferry sanctions would end", "“We will go,” … “today.”"]],
    [{ by: "ana lund", about: "SANCTION" }, ["that the ferry sanctions would end"]],
    [{ by: "harbour minister" }, ["that the ferry sanctions would end", "“We will go,” … “today.”"]],
    [{ by: "Velmar" }, ["the claim about unpaid wages"]],
    [{ by: "union" }, ["the claim about unpaid wages"]],
    [{ by: "Lund Ode" }, []],
    [{ about: '"ferry sanctions"' }, ["that the ferry sanctions would end"]],
    [{ about: '"sanctions ferry"' }, []],
    [{ about: "sanc*" }, ["that the ferry sanctions would end"]],
    [{ about: "go today" }, ["“We will go,” … “today.”"]],
    [{ words: "banner" }, ["the bridge to Lunda will not open before April"]],
    [{ class: "attitude" }, ["for talks"]],
    [{ mode: "direct" }, ["“We will go,” … “today.”"]],
    [{ since: "2026-03-03" }, ["the bridge to Lunda will not open before April"]],
    [{ until: "2026-03-02", about: "end" }, ["that the ferry sanctions would end"]],
    [{ since: "2026-04" }, []],
    [{ outlet: "velmar" }, ["the bridge to Lunda will not open before April"]],
    [{ limit: 1, offset: 1 }, ["that the ferry sanctions would end"]],
    [{ confidence: 0.95 }, []],
  ])("statements %j", async (query, expected) => {
    await inMemory([FERRIES, BRIDGE, UNDATED], async (archive) => expect(await texts(archive, query)).toEqual(expected));
  });

  it("looks into one story", async () => {
    await inMemory([FERRIES, BRIDGE], async (archive) => {
      expect(await texts(archive, { story: idOf(BRIDGE).slice(6, 12) })).toEqual(["the bridge to Lunda will not open before April"]);
      await expect(texts(archive, { story: "0000" })).rejects.toMatchObject({ code: "unknown-story" });
    });
  });

  it.each<[Parameters<Archive["stories"]>[0], readonly Draft[]]>([
    [{}, [BRIDGE, FERRIES, UNDATED]],
    [{ words: "ferries promises" }, [FERRIES]],
    [{ words: "ferry" }, [FERRIES, UNDATED]],
    [{ by: "Ode" }, [BRIDGE]],
    [{ by: "Ode", about: "sanctions" }, []],
    [{ about: "wages" }, [FERRIES]],
    [{ until: "2026-12" }, [BRIDGE, FERRIES]],
    [{ since: "2026-03-02T10:00", until: "2026-03-02T10:00" }, [FERRIES]],
  ])("stories %j", async (query, expected) => {
    await inMemory([FERRIES, BRIDGE, UNDATED], async (archive) => {
      const rows = await collect(archive.stories(query));
      for (const row of rows) expect(StoryRow.parse(row)).toEqual(row);
      expect(rows.map(({ story }) => story)).toEqual(expected.map(idOf));
    });
  });

  it("lists actors, times and unread sentences", async () => {
    await inMemory([FERRIES, BRIDGE], async (archive) => {
      const named = await collect(archive.actors({ name: "velmar" }));
      expect(named.map(({ name, statements, headline }) => [name, statements, headline])).toEqual([
        ["Velmar", 0, "Bridge closes"],
        ["Velmar", 1, "Minister promises ferries"],
      ]);
      expect((await collect(archive.actors({ kind: "person", country: "NOR" }))).map(({ name }) => name)).toEqual(["Ana Lund"]);
      expect((await collect(archive.times({ value: "2026-03" }))).map(({ time }) => time.anchor[0].exact)).toEqual(["Monday"]);
      expect(await collect(archive.times({ value: "2025" }))).toEqual([]);
      expect((await collect(archive.unread())).map(({ words, reason }) => [words[0].exact, reason])).toEqual([["hoped", "no source"]]);
    });
  });

  it.each([
    [{}, ["40 wounded sailors", "31 sailors", "5 ships"]],
    [{ by: "clinic" }, ["40 wounded sailors"]],
    [{ by: "Velmar" }, []],
    [{ of: "Velmar" }, ["40 wounded sailors"]],
    [{ about: "SAILORS" }, ["40 wounded sailors", "31 sailors"]],
    [{ about: "sailors wounded" }, ["40 wounded sailors"]],
    [{ about: "sunk" }, ["5 ships"]],
    [{ about: "%" }, []],
    [{ since: "2026-03-07" }, []],
    [{ limit: 1 }, ["40 wounded sailors"]],
  ])("figures %j", async (query, expected) => {
    await inMemory([TOLL, FERRIES], async (archive) => {
      const rows = await collect(archive.figures(query));
      for (const row of rows) expect(FigureRow.parse(row)).toEqual(row);
      expect(rows.map(({ figure }) => figure.anchor[0].exact)).toEqual(expected);
    });
  });

  it.each([
    [{}, ["a new quay", "pay for the quay"]],
    [{ by: "velmar" }, ["a new quay"]],
    [{ by: "Rade" }, []],
    [{ toward: "Rade" }, ["a new quay"]],
    [{ about: "PAY quay" }, ["pay for the quay"]],
    [{ about: "%" }, []],
    [{ stance: "reject" }, ["pay for the quay"]],
    [{ stance: "offer" }, []],
    [{ until: "2026-03-07" }, []],
    [{ words: "quay", limit: 1 }, ["a new quay"]],
  ])("positions %j", async (query, expected) => {
    await inMemory([QUAY, FERRIES], async (archive) => {
      const rows = await collect(archive.positions(query));
      for (const row of rows) expect(PositionRow.parse(row)).toEqual(row);
      expect(rows.map(({ position }) => position.anchor[0].exact)).toEqual(expected);
    });
  });

  it.each([
    [{}, ["talks with Rade in Lunda", "a second round"]],
    [{ by: "rade" }, ["talks with Rade in Lunda"]],
    [{ by: "Ferries" }, []],
    [{ about: "LUNDA" }, ["talks with Rade in Lunda"]],
    [{ about: "second ROUND" }, ["a second round"]],
    [{ about: "%" }, []],
    [{ status: "scheduled" }, ["a second round"]],
    [{ date: "2026-03" }, ["talks with Rade in Lunda"]],
    [{ date: "2026-04-01" }, ["a second round"]],
    [{ limit: 1 }, ["talks with Rade in Lunda"]],
  ])("meetings %j", async (query, expected) => {
    await inMemory([ROUNDS], async (archive) => {
      const rows = await collect(archive.meetings(query));
      for (const row of rows) expect(MeetingRow.parse(row)).toEqual(row);
      expect(rows.map(({ meeting }) => meeting.anchor[0].exact)).toEqual(expected);
    });
  });

  it.each([
    [{}, ["Lunda", "Velmar", "Rade"]],
    [{ country: "SWE" }, ["Lunda"]],
    [{ precision: "city" }, ["Lunda", "Rade"]],
    [{ about: "stad" }, ["Lunda"]],
    [{ about: "rade" }, ["Rade"]],
    [{ about: "_" }, []],
    [{ by: "Ode" }, ["Lunda", "Velmar"]],
    [{ by: "Ode", country: "NOR" }, []],
    [{ by: "Lunda" }, []],
    [{ since: "2026-03-08" }, []],
    [{ words: "harbour", limit: 1 }, ["Lunda"]],
  ])("places %j", async (query, expected) => {
    await inMemory([HARBOUR, FERRIES], async (archive) => {
      const rows = await collect(archive.places(query));
      for (const row of rows) expect(PlaceRow.parse(row)).toEqual(row);
      expect(rows.map(({ place }) => place.anchor[0].exact)).toEqual(expected);
    });
  });

  it.each([
    [{}, ["shelled", "warned", "close"]],
    [{ by: "Velmar" }, ["shelled"]],
    [{ about: "Velmar" }, ["warned"]],
    [{ by: "Lunda", status: "conditional" }, ["close"]],
    [{ type: "THREATEN" }, ["warned"]],
    [{ type: "AID" }, []],
    [{ until: "2026-03-06" }, []],
    [{ limit: 2 }, ["shelled", "warned"]],
  ])("events %j", async (query, expected) => {
    await inMemory([RAID, FERRIES], async (archive) => {
      const rows = await collect(archive.events(query));
      for (const row of rows) expect(EventRow.parse(row)).toEqual(row);
      expect(rows.map(({ event }) => event.anchor[0].exact)).toEqual(expected);
    });
  });

  it("names who acts and at whom it is aimed", async () => {
    await inMemory([RAID], async (archive) => {
      const [{ actors, recipients }] = await collect(archive.events({ limit: 1 }));
      expect([actors.map(({ name }) => name), recipients.map(({ country }) => country)]).toEqual([["Velmar"], ["NOR"]]);
    });
  });

  it("names whose account a figure is, and of whom", async () => {
    await inMemory([TOLL], async (archive) => {
      const [{ by, of, figure }] = await collect(archive.figures({ limit: 1 }));
      expect([by?.name, of?.country, figure.value]).toEqual(["Rade clinic", "DNK", 40]);
    });
  });

  it("refuses a query without a word and a date that is none, before it gives anything", async () => {
    await inMemory([FERRIES], async (archive) => {
      await expect(collect(archive.stories({ words: "…" }))).rejects.toMatchObject({ code: "query" });
      await expect(collect(archive.statements({ since: "yesterday" }))).rejects.toMatchObject({ code: "query" });
    });
  });

  it("lets other calls be made while a list is read", async () => {
    await inMemory([FERRIES, BRIDGE], async (archive) => {
      for await (const { story } of archive.statements()) await archive.get(story);
    });
  });
});

describe("check", () => {
  it("finds words wherever they stand, and who is on record for them", async () => {
    await inMemory([FERRIES, BRIDGE, UNDATED], async (archive) => {
      const { verdict, exact, altered, looked } = await archive.check("“The Ferry-sanctions, would end!”");
      expect(verdict).toBe("verbatim");
      expect(looked).toMatchObject({ stories: 3, undated: 1, first: "2026-03-02" });
      expect(altered).toEqual([]);
      expect(exact).toHaveLength(1);
      expect(exact[0].words).toMatchObject([{ exact: "the ferry sanctions would end" }]);
      expect(exact[0].statements[0]).toMatchObject({ speaker: { actor: { name: "Ana Lund" } }, mode: "indirect" });
    });
  });

  it("joins the parts of a broken quotation, but not words across its cue", async () => {
    await inMemory([FERRIES, BRIDGE], async (archive) => {
      const { exact } = await archive.check("we will go today");
      expect(exact.map(({ words }) => words.map((quote) => quote.exact))).toEqual([["We will go", "today"]]);
      expect(exact[0].statements).toHaveLength(1);
      const across = await archive.check("go she added today");
      expect(across.exact.map(({ statements }) => statements.length)).toEqual([0]);
    });
  });

  it("tells words of the story itself from words of a speaker", async () => {
    await inMemory([FERRIES, BRIDGE], async (archive) => {
      const { exact } = await archive.check("We will go");
      expect(exact.map(({ headline, statements }) => [headline, statements.length])).toEqual([
        ["Bridge closes", 0],
        ["Minister promises ferries", 1],
      ]);
      const relations = async (by: string) => {
        const { verdict, exact } = await archive.check("We will go", { by });
        return [verdict, ...exact.map(({ relation }) => relation)];
      };
      expect(await relations("Lund")).toEqual(["verbatim", "own", "story"]);
      expect(await relations("Ode")).toEqual(["another", "story", "another"]);
    });
  });

  it("says when there are more places than were asked for", async () => {
    await inMemory([FERRIES, BRIDGE], async (archive) => {
      expect(await archive.check("we will go", { exact: 1 })).toMatchObject({ exact: [{ headline: "Bridge closes" }], complete: false });
      expect(await archive.check("we will go", { exact: 2 })).toMatchObject({ complete: true });
    });
  });

  it("shows how words were altered", async () => {
    await inMemory([FERRIES, BRIDGE], async (archive) => {
      const { exact, altered } = await archive.check("the bridge to Lunda will open before April");
      expect(exact).toEqual([]);
      expect(altered).toHaveLength(1);
      expect(altered[0]).toMatchObject({
        statements: [{ speaker: { actor: { name: "Jon Ode" } } }],
        shared: 8,
        edits: 1,
        turns: ["negation"],
      });
      expect(altered[0].differences).toEqual([
        { kind: "same", marked: false, words: ["the", "bridge", "to", "lunda", "will"] },
        { kind: "added", marked: false, words: ["not"] },
        { kind: "same", marked: false, words: ["open", "before", "april"] },
      ]);
      expect(await archive.check("the bridge to Lunda will open before April", { by: "Lund" })).toMatchObject({
        verdict: "another",
        altered: [{ relation: "another" }],
      });
      expect((await archive.check("cats and dogs sleep in warm houses")).altered).toEqual([]);
    });
  });
});

describe("removing", () => {
  const SECRET: Draft = {
    ...BRIDGE,
    headline: "Xylozephyr leaks",
    text: "Quorbliska Nim said the xylozephyr plan was off.",
    bytes: "secret bytes",
    actors: [{ name: "Quorbliska Nim" }],
    statements: [{ by: ["Quorbliska Nim"], content: "the xylozephyr plan was off", cue: "said" }],
  };

  it("takes the story out of every list and its words out of the file", async () => {
    await withArchive([FERRIES, SECRET, BRIDGE], async (archive, file) => {
      expect((await archive.check("xylozephyr plan")).exact).toHaveLength(1);
      expect(bytesOf(file)).toMatch(/xylozephyr/i);
      expect(await archive.remove(idOf(SECRET))).toEqual({ story: idOf(SECRET), purged: true });
      expect(bytesOf(file)).not.toMatch(/xylozephyr|quorbliska/i);
      expect(await archive.hasStory(idOf(SECRET))).toBe(false);
      expect((await archive.check("xylozephyr plan")).exact).toEqual([]);
      expect(await collect(archive.actors({ name: "nim" }))).toEqual([]);
      expect(await collect(archive.verify())).toEqual([]);
      expect(await collect(archive.statements())).toHaveLength(5);
    });
  });

  it("links the versions around a removed one", async () => {
    const version = (n: number): Draft => ({ text: `Version ${n}.`, guid: "g", published: `2026-03-0${n}` });
    await inMemory([version(1), version(2), version(3)], async (archive) => {
      await archive.remove(idOf(version(2)));
      expect((await archive.get(idOf(version(3)))).versions).toEqual([{ story: idOf(version(1)), relation: "older", reason: "same guid" }]);
    });
  });

  it("leaves every table as it was before the story came", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyDraft, { minLength: 1, maxLength: 5, selector: idOf }), async ([removed, ...others]) => {
        await withArchive(
          others,
          async (archive, file) => {
            const before = await dump(file);
            await put(archive, removed);
            await archive.remove(idOf(removed));
            expect(await dump(file)).toEqual(before);
            expect(await collect(archive.verify())).toEqual([]);
          },
          { now: () => "2026-03-09T00:00:00.000Z" },
        );
      }),
      { numRuns: 8 },
    );
  });
});

const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    words: fc.uniqueArray(fc.constantFrom("bridge", "ferry", "harbour", "Lunda", "sanctions", "Ørby", "ships"), {
      minLength: 2,
      maxLength: 6,
    }),
    speaker: fc.constantFrom("Ana Lund", "Jon Ode", "Mia Berg"),
    published: fc.constantFrom("2026-03-01", "2026-03-02T10:00", "2026-03"),
    guid: fc.option(fc.constantFrom("g1", "g2"), { nil: undefined }),
    version: fc.constantFrom("1", "2"),
  })
  .map(({ words, speaker, published, guid, version }) => ({
    text: `${speaker} said ${words.join(" ")} on Monday.`,
    published,
    version,
    ...(guid === undefined ? {} : { guid }),
    actors: [{ name: speaker }],
    statements: [{ by: [speaker], content: words.join(" "), cue: "said" }],
    times: [{ words: "Monday", value: "2026-03-02" }],
  }));

describe("order of adding", () => {
  it("does not change any answer", async () => {
    const ask = async (archive: Archive) => ({
      stories: (await collect(archive.stories())).map(({ knownFrom: _, ...row }) => row),
      said: await collect(archive.statements({ by: "lund" })),
      about: await collect(archive.statements({ about: "sanction" })),
      actors: await collect(archive.actors()),
      times: await collect(archive.times()),
      check: await archive.check("bridge ferry harbour"),
      summary: await archive.summary(),
    });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyDraft, { maxLength: 6, selector: idOf }), fc.func(fc.integer()), async (drafts, order) => {
        const answers: unknown[] = [];
        const shuffled = [...drafts].sort((a, b) => order(idOf(a)) - order(idOf(b)));
        for (const list of [drafts, shuffled]) await inMemory(list, async (archive) => void answers.push(await ask(archive)));
        expect(answers[1]).toEqual(answers[0]);
      }),
      { numRuns: 15 },
    );
  });
});

describe("summary", () => {
  it("counts what is there", async () => {
    await inMemory([FERRIES, BRIDGE, UNDATED], async (archive) => {
      expect(await archive.summary(2)).toEqual({
        stories: 3,
        sources: 3,
        first: "2026-03-02T10:00",
        last: "2026-03-05",
        undated: 1,
        layers: { actors: 6, statements: 5, times: 1 },
        unread: 1,
        makers: [{ maker: "1.0.0+w1+l1", stories: 3 }],
        speakers: [
          { name: "Ana Lund", statements: 2, stories: 1 },
          { name: "Jon Ode", statements: 1, stories: 1 },
        ],
      });
    });
  });
});

describe("verify", () => {
  it("finds nothing wrong with a sound archive, also when it may only read", async () => {
    await withArchive([FERRIES, BRIDGE, UNDATED], async (archive, file) => {
      expect(await collect(archive.verify())).toEqual([]);
      const reader = await openArchive(file, { mode: "read-only" });
      expect(await collect(reader.verify())).toEqual([]);
      await expect(put(reader, UNDATED)).rejects.toMatchObject({ code: "read-only" });
      await reader.close();
    });
  });

  it.each([
    ["update stories set text = replace(text, 'ferry', 'Ferry')", /the text's SHA-256 is/],
    ["update stories set text = replace(text, 'ferry', 'fairy')", /the index stories_words does not hold the words/],
    ["update stories set headline = 'Other'", /the story's row has headline "Other", where the record has "Minister promises ferries"/],
    ["update annotation_rows set start = 3 where layer = 'times'", /has start 3, where the record has/],
    ["update annotation_rows set exact = 'Sunday' where layer = 'times'", /has exact "Sunday"/],
    ["delete from unread_rows", /unread has 0 rows of it, and its record 1/],
    ["update actor_rows set name = 'Eva Lund' where name = 'Ana Lund'", /has name "Eva Lund"/],
    ["delete from annotation_actor_rows where role = 'joint'", /no row says that act_\w+ is joint of st_/],
    ["update records set known_to = '2026-03-09T00:00:00.000Z'", /0 current records/],
    ["update records set body = x'00'", /its record cannot be read/],
    ["update records set maker = 'x'", /listed as made by x/],
    [
      "delete from annotations_words where rowid = (select min(seq) from annotations where exact = 'for talks')",
      /annotations_words does not hold/,
    ],
    ["insert into actors_words (rowid, words) values (999, 'ghost')", /actors_words holds the words of 1 rows that are not there/],
    ["pragma foreign_keys = off; delete from sources", /row \d+ of stories points to a row of sources/],
  ])("%s", async (damage, problem) => {
    await withArchive([FERRIES], async (archive, file) => {
      const database = await openDriver(file);
      database.exec(damage);
      database.close();
      const problems = await collect(archive.verify());
      expect(problems.map((found) => found.problem).join("\n")).toMatch(problem);
    });
  });
});

describe("opening", () => {
  it("never shows a damaged page as sound", async () => {
    const whole = await archiveFile();
    const page = 4096;
    const unseen: number[] = [];
    const pages = readFileSync(whole).length / page;
    for (let number = 2; number <= pages; number++) {
      const file = newFile();
      const bytes = readFileSync(whole);
      bytes.fill(0xa5, (number - 1) * page, number * page);
      writeFileSync(file, bytes);
      const found = await problemsOrRefusal(file);
      if (found === 0) unseen.push(number);
    }
    expect(pages).toBeGreaterThan(20);
    expect(unseen).toEqual([]);
  });

  /** How many problems `verify` names; one when the archive is refused as corrupt. */
  async function problemsOrRefusal(file: string): Promise<number> {
    try {
      const archive = await openArchive(file);
      try {
        return (await collect(archive.verify())).length;
      } finally {
        await archive.close();
      }
    } catch (error) {
      expect(error).toMatchObject({ code: "corrupt" });
      return 1;
    }
  }

  const hash = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

  async function refused(file: string, code: string, options: OpenOptions = {}): Promise<void> {
    const before = hash(file);
    const around = readdirSync(join(file, ".."));
    const error = await openArchive(file, options).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ArchiveError);
    expect(error).toMatchObject({ code, path: file });
    expect(hash(file)).toBe(before);
    expect(readdirSync(join(file, ".."))).toEqual(around);
  }

  const archiveFile = async (): Promise<string> => {
    let made = "";
    await withArchive([FERRIES, BRIDGE], async (_, file) => {
      made = file;
    });
    const copy = newFile();
    copyFileSync(made, copy);
    return copy;
  };

  it.each<OpenOptions["mode"]>(["create", "existing", "read-only"])("leaves a foreign file as it is (%s)", async (mode) => {
    const options = mode === undefined ? {} : { mode };
    const text = newFile();
    writeFileSync(text, "Dear diary, this is no database. ".repeat(200));
    await refused(text, "foreign", options);
    const short = newFile();
    writeFileSync(short, "SQLite");
    await refused(short, "foreign", options);
    const other = newFile();
    const database = await openDriver(other);
    database.exec("create table recipes (name text); insert into recipes values ('soup')");
    database.close();
    await refused(other, "foreign", options);
  });

  it("refuses a newer archive", async () => {
    const file = await archiveFile();
    const bytes = readFileSync(file);
    bytes.writeUInt32BE(99, 60);
    writeFileSync(file, bytes);
    await refused(file, "newer");
  });

  it("refuses an archive that is cut short, wherever it is cut", async () => {
    const whole = await archiveFile();
    const size = readFileSync(whole).length;
    for (const length of [99, 100, 4096, Math.floor(size / 2), size - 1]) {
      const file = newFile();
      copyFileSync(whole, file);
      truncateSync(file, length);
      await refused(file, "corrupt");
    }
  });

  it("says what is missing", async () => {
    const file = newFile();
    await expect(openArchive(file, { mode: "existing" })).rejects.toMatchObject({ code: "missing", message: /no archive at/ });
    await expect(openArchive(file, { mode: "read-only" })).rejects.toMatchObject({ code: "missing" });
    expect(existsSync(file)).toBe(false);
    const directory = join(folder, "a-folder");
    mkdirSync(directory);
    await expect(openArchive(directory)).rejects.toMatchObject({ code: "foreign", message: /is a folder/ });
    await expect(openArchive("libsql://example.org/a")).rejects.toMatchObject({ code: "unreadable" });
    await expect(openArchive(newFile(), { driver: "oracle" })).rejects.toThrow(RangeError);
  });

  it("makes an archive of an empty file, and folders on the way", async () => {
    const empty = newFile();
    writeFileSync(empty, "");
    await (await openArchive(empty)).close();
    const deep = join(folder, "some", "where", "a.db");
    await (await openArchive(deep)).close();
    expect(readFileSync(deep).toString("latin1", 0, 15)).toBe("SQLite format 3");
  });

  it("makes one archive when two open the same new file at once", async () => {
    const file = newFile();
    const archives = await Promise.all([openArchive(file), openArchive(file), openArchive(file)]);
    await Promise.all(archives.map((archive, i) => put(archive, { text: `Story ${i}.` })));
    expect(await collect(archives[0].stories())).toHaveLength(3);
    for (const archive of archives) await archive.close();
  });

  it("says that another process holds the lock, after the time it was given", async () => {
    await withArchive(
      [],
      async (archive, file) => {
        const other = await openDriver(file);
        other.exec("begin immediate");
        const started = Date.now();
        await expect(put(archive, FERRIES)).rejects.toMatchObject({ code: "locked", message: /another process/ });
        expect(Date.now() - started).toBeGreaterThanOrEqual(200);
        const waiting = put(archive, FERRIES);
        other.exec("rollback");
        expect(await waiting).toMatchObject({ outcome: "added" });
        other.close();
      },
      { lockTimeout: 200 },
    );
  });

  it("keeps an archive in memory", async () => {
    const archive = await openArchive(":memory:");
    expect(await put(archive, FERRIES)).toMatchObject({ outcome: "added" });
    expect(await collect(archive.verify())).toEqual([]);
    await archive.close();
  });
});

/** Bytes of the archive and its log. */
const bytesOf = (file: string): string =>
  [file, `${file}-wal`].map((name) => (existsSync(name) ? readFileSync(name).toString("latin1") : "")).join("");

/** Read by the same SQLite as the archive's: two makes of it in one process do not see each other's locks. */
async function rowsOf(file: string, query: string): Promise<readonly unknown[]> {
  const database = await openDriver(file);
  const rows = database
    .prepare(query)
    .all([])
    .map((row) => ({ ...(row as object) }));
  database.close();
  return rows;
}

/** Every row of every table, without the numbers that never come again. */
async function dump(file: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = [
    "sources",
    "stories",
    "story_sources",
    "version_link_rows",
    "records",
    "annotation_rows",
    "annotation_actor_rows",
    "actor_rows",
    "unread_rows",
  ];
  const words = ["stories_words", "annotations_words", "actors_words"].map((index) => `${index}_docsize`);
  const dumped: Record<string, readonly string[]> = {};
  for (const table of [...tables, ...words]) {
    dumped[table] = (await rowsOf(file, `select * from ${table}`)).map((row) => JSON.stringify(row)).sort();
  }
  return dumped;
}
