import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Archive, openArchive, type WhenScope } from "./index.js";
import { collect, type Draft, item } from "./testing.js";

const TALKS: Draft = {
  headline: "Talks",
  text:
    "Jon Ode said on Friday that Velmar would leave by the second week of May. Velmar shelled Lunda in the winter. " +
    "Mia Berg said the port would open this quarter and close in 2027.",
  published: "2026-03-10",
  actors: [{ name: "Jon Ode" }, { name: "Mia Berg" }, { name: "Velmar", kind: "state" }, { name: "Lunda", kind: "state" }],
  statements: [
    { by: ["Jon Ode"], content: "that Velmar would leave by the second week of May", cue: "said", date: "2026-03-06" },
    { by: ["Mia Berg"], content: "the port would open this quarter and close in 2027", cue: "said" },
  ],
  times: [
    { words: "Friday", value: "2026-03-06" },
    { words: "the second week of May", value: "2026-W20" },
    { words: "the winter", value: "2025-WI" },
    { words: "this quarter", value: "2026-Q1" },
    { words: "2027", value: "2027" },
  ],
  events: [
    { words: "shelled", type: "ASSAULT", by: "Velmar", to: "Lunda", date: "2026-01" },
    { words: "open", type: "CONCEDE", by: "Mia Berg" },
  ],
};
const LATER: Draft = { headline: "Later", text: "Nothing was said.", published: "2026-04-01" };

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive(":memory:");
  await collect(archive.addMany([TALKS, LATER].map(item)));
});
afterAll(() => archive.close());

const LEAVE = "that Velmar would leave by the second week of May";
const PORT = "the port would open this quarter and close in 2027";

describe("when it was said, and what time it is about", () => {
  it.each<[WhenScope, readonly string[]]>([
    [{ saidSince: "2026-03-07" }, [PORT]],
    [{ saidUntil: "2026-03-09" }, [LEAVE]],
    [{ saidSince: "2026-03-06", saidUntil: "2026-03" }, [LEAVE, PORT]],
    [{ aboutSince: "2026-05-11", aboutUntil: "2026-05-17" }, [LEAVE]],
    [{ aboutSince: "2026-05-18" }, [PORT]],
    [{ aboutUntil: "2026-03-31" }, [PORT]],
    [{ aboutSince: "2026-04", aboutUntil: "2026-04" }, []],
    [{ aboutSince: "2027-06" }, [PORT]],
    [{ aboutSince: "2028" }, []],
  ])("statements %j", async (query, expected) => {
    expect((await collect(archive.statements(query))).map(({ content }) => content[0].exact)).toEqual(expected);
  });

  it.each<[WhenScope, readonly string[]]>([
    [{ aboutUntil: "2025-12-31" }, ["the winter"]],
    [{ aboutSince: "2026-02-15", aboutUntil: "2026-02-20" }, ["the winter", "this quarter"]],
    [{ aboutSince: "2026-03-01", aboutUntil: "2026-03-06" }, ["Friday", "this quarter"]],
    [{ aboutSince: "2026-06", aboutUntil: "2026-12" }, []],
  ])("times %j", async (query, expected) => {
    expect((await collect(archive.times(query))).map(({ time }) => time.anchor[0].exact)).toEqual(expected);
  });

  it("takes an event by its date, which may be short, and leaves out one without", async () => {
    const words = async (query: WhenScope) => (await collect(archive.events(query))).map(({ event }) => event.anchor[0].exact);
    expect(await words({ aboutSince: "2026-01-20", aboutUntil: "2026-01-22" })).toEqual(["shelled"]);
    expect(await words({ aboutSince: "2026-02" })).toEqual([]);
    expect(await words({ saidSince: "2026-03-10" })).toEqual(["shelled", "open"]);
    await expect(words({ aboutSince: "soon" })).rejects.toMatchObject({ code: "query", message: /about-since is "soon"/ });
  });
});

describe("collections", () => {
  const [talks, later] = [TALKS, LATER].map((draft) => item(draft).story.id);

  it("keeps every list and check to the stories gathered under a name", async () => {
    await expect(collect(archive.stories({ collection: "crisis" }))).rejects.toMatchObject({ code: "query", message: /there is none yet/ });
    expect(await archive.gather(" crisis  one ", [talks.slice(0, 12), talks])).toEqual({
      name: "crisis one",
      changed: [talks],
      unchanged: [talks],
    });
    expect(await archive.gather("all", [talks, later])).toMatchObject({ changed: [talks, later] });
    await expect(archive.gather("all", [later, "0000"])).rejects.toMatchObject({ code: "unknown-story" });
    await expect(archive.gather(" ", [later])).rejects.toMatchObject({ code: "query" });
    expect(await collect(archive.collections())).toEqual([
      { name: "all", stories: 2, first: "2026-03-10", last: "2026-04-01" },
      { name: "crisis one", stories: 1, first: "2026-03-10", last: "2026-03-10" },
    ]);
    const within = { collection: "crisis one" };
    expect((await collect(archive.stories(within))).map(({ story }) => story)).toEqual([talks]);
    expect(await collect(archive.statements({ ...within, by: "ode" }))).toHaveLength(1);
    expect((await archive.check("Nothing was said", within)).exact).toEqual([]);
    expect((await archive.check("Nothing was said", { collection: "all" })).exact).toHaveLength(1);
    await expect(collect(archive.events({ collection: "crisis" }))).rejects.toMatchObject({ message: /"all", "crisis one"/ });
    expect(await archive.scatter("all", [later, later])).toEqual({ name: "all", changed: [later], unchanged: [later] });
    await archive.gather("all", [later]);
    expect((await archive.scatter("all", "all")).changed).toEqual([talks, later].sort());
    expect((await collect(archive.collections())).map(({ name }) => name)).toEqual(["crisis one"]);
    await archive.remove(talks);
    expect(await collect(archive.collections())).toEqual([]);
    expect(await collect(archive.verify())).toEqual([]);
  });
});
