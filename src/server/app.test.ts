import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "./app.js";
import { Checked } from "./check-routes.js";
import { LIST_NAMES, LISTS } from "./lists.js";
import { desk } from "./testing.js";

const STORY = `Lunda says ferries will sail again

LUNDA, March 8 (AP) - Harbour minister Ana Lund said on Monday that two of the five ferries would sail again on Thursday.

“We will not pay the port union a single euro,” she told reporters in Velmar.

The port union rejected her account. "She has promised this before," its chairman Oto Brask said.
`;
const PUBLISHED = "2027-03-08";

let app: App;
beforeAll(async () => {
  app = await desk();
  const begun = await app.inject({
    method: "POST",
    url: `/v1/stories?name=ferries.txt&published=${PUBLISHED}`,
    headers: { "content-type": "text/plain" },
    payload: STORY,
  });
  expect(begun.statusCode).toBe(202);
  // Events end when the upload does.
  const { body } = await app.inject(`${begun.headers.location}/events`);
  expect(body).toMatch(/^event: story\ndata: \{"kind":"story","story":"story_[0-9a-f]{16}","outcome":"added",.*\}\n\nevent: done\n/);
});
afterAll(() => app.close());

const get = async (url: string, headers: Record<string, string> = {}) => {
  const { statusCode, body, headers: answered } = await app.inject({ url, headers });
  return { status: statusCode, headers: answered, body, json: () => JSON.parse(body) };
};

describe("lists", () => {
  it.each(LIST_NAMES)("gives %s as the OpenAPI page says", async (name) => {
    const { status, json } = await get(`/v1/${name}?limit=1000`);
    expect(status).toBe(200);
    const { items, next } = json();
    expect(next).toBe(null);
    for (const item of items) expect(LISTS[name].row.parse(item)).toEqual(item);
    if (["stories", "statements", "actors", "times"].includes(name)) expect(items.length).toBeGreaterThan(0);
  });

  it("filters", async () => {
    const { items } = (await get("/v1/statements?by=Brask&mode=direct")).json();
    expect(items).toMatchObject([
      { speaker: { kind: "actor", actor: { name: "Oto Brask" } }, content: [{ exact: '"She has promised this before,"' }] },
    ]);
    expect((await get("/v1/statements?by=Nobody")).json()).toEqual({ items: [], next: null });
  });

  it("counts by what statements could be narrowed, and narrows by it to as many", async () => {
    const { statements, speakers, modes, classes, sources } = (await get("/v1/statements/facets")).json();
    const rows = async (query: string) => (await get(`/v1/statements?limit=1000&${query}`)).json().items.length;
    expect(statements).toBe(await rows(""));
    expect(speakers).toContainEqual({ value: "Oto Brask", statements: await rows('by="Oto Brask"') });
    for (const [name, facet] of [
      ["mode", modes],
      ["class", classes],
      ["source", sources],
    ] as const) {
      expect(facet.length).toBeGreaterThan(0);
      for (const { value, statements: counted } of facet)
        expect([name, value, await rows(`${name}=${value}`)]).toEqual([name, value, counted]);
    }
    expect((await get("/v1/statements/facets?by=Nobody")).json()).toMatchObject({ statements: 0, speakers: [] });
  });

  it("gives the same rows whatever the size of the page", async () => {
    const whole = (await get("/v1/statements?limit=1000")).json().items;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 7 }), async (limit) => {
        const rows: unknown[] = [];
        let cursor: string | null = "";
        while (cursor !== null) {
          const page = (await get(`/v1/statements?limit=${limit}${cursor === "" ? "" : `&cursor=${cursor}`}`)).json();
          rows.push(...page.items);
          cursor = page.next;
        }
        expect(rows).toEqual(whole);
      }),
      { numRuns: 7 },
    );
  });

  it("streams all rows, one a line", async () => {
    const { headers, body } = await get("/v1/statements", { accept: "application/x-ndjson" });
    expect(headers["content-type"]).toBe("application/x-ndjson; charset=utf-8");
    const rows = body
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows).toEqual((await get("/v1/statements?limit=1000")).json().items);
  });

  it("says that nothing has changed to one who has the answer", async () => {
    const { headers } = await get("/v1/statements");
    expect((await get("/v1/statements", { "if-none-match": String(headers.etag) })).status).toBe(304);
    expect((await get("/v1/statements?limit=1", { "if-none-match": String(headers.etag) })).status).toBe(200);
  });
});

describe("check", () => {
  const check = async (words: string, by = "") => {
    const { status, json } = await get(`/v1/check?words=${encodeURIComponent(words)}${by}`);
    expect(status).toBe(200);
    const answer = json();
    expect(Checked.parse(answer)).toEqual(answer);
    return answer;
  };

  it("says whether words are on record, and whose", async () => {
    expect(await check("We will not pay the port union a single euro", "&by=Lund")).toMatchObject({
      verdict: "verbatim",
      exact: [{ relation: "own", statements: [{ speaker: { actor: { name: "Ana Lund" } } }] }],
    });
    expect((await check("We will pay the port union a single euro")).altered[0].turns).toEqual(["negation"]);
    expect(await check("nobody ever said these words here")).toMatchObject({ verdict: "not found", exact: [], looked: { stories: 1 } });
  });
});

describe("stories", () => {
  it("gives one with its text and record, by the beginning of its id", async () => {
    const [{ story: id }] = (await get("/v1/stories")).json().items;
    const { story, record, sources, versions } = (await get(`/v1/stories/${id.slice(6, 12)}`)).json();
    expect(story).toMatchObject({ id, text: STORY, published: { value: PUBLISHED, from: "option" } });
    expect(record.story).toBe(id);
    expect(sources).toHaveLength(1);
    expect(versions).toEqual([]);
  });

  it("tells the archive in numbers", async () => {
    expect((await get("/v1/summary")).json()).toMatchObject({ stories: 1, sources: 1, first: PUBLISHED });
  });

  it("removes one for good", async () => {
    const other = await desk();
    await (await other.inject({ method: "POST", url: "/v1/stories", payload: STORY })).json();
    while ((await other.inject("/v1/stories")).json().items.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const [{ story }] = (await other.inject("/v1/stories")).json().items;
    expect((await other.inject({ method: "DELETE", url: `/v1/stories/${story}` })).statusCode).toBe(204);
    expect((await other.inject(`/v1/stories/${story}`)).statusCode).toBe(404);
    await other.close();
  });
});

describe("uploads", () => {
  const upload = async (payload: string | Buffer, query = "") => {
    const { headers } = await app.inject({ method: "POST", url: `/v1/stories${query}`, payload });
    const { body } = await app.inject(`${headers.location}/events`);
    return { body, state: (await get(String(headers.location))).json() };
  };

  it("tells what is wrong with an input and goes on", async () => {
    const lines = [{ text: "" }, { text: "The harbour minister said on Monday that the ferries would sail." }].map((line) =>
      JSON.stringify(line),
    );
    const { body, state } = await upload(lines.join("\n"), "?name=feed.jsonl");
    expect(body).toMatch(/^event: problem\ndata: \{"kind":"problem","message":"feed\.jsonl:1.*empty/);
    expect(state).toMatchObject({ state: "done", stories: 1, problems: 1 });
  });

  it("reads a story that is there already no second time", async () => {
    const { body } = await upload(STORY, `?published=${PUBLISHED}`);
    expect(body).toContain('"outcome":"unchanged"');
  });

  it("refuses a story in another language, with the reason", async () => {
    const { body } = await upload(
      "Der Minister sagte am Montag, dass die Fähren am Donnerstag wieder fahren würden, und die Gewerkschaft wies das zurück.",
    );
    expect(body).toMatch(/event: problem\n.*English/);
  });

  it("stores markup as text", async () => {
    const text = 'Harbour minister Ana Lund said on Monday that "<img src=x onerror=alert(2)>" was no <script>alert(1)</script> ferry.';
    const { body } = await upload(text, "?name=markup.txt");
    const [, id] = /"story":"(story_[0-9a-f]+)"/.exec(body) ?? [];
    const { headers, json } = await get(`/v1/stories/${id}`);
    expect(headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(json().story.text).toBe(text);
  });
});

describe("decisions of persons", () => {
  const send = async (method: "POST" | "PUT" | "DELETE", url: string, payload: object) => {
    const { statusCode, body } = await app.inject({ method, url, payload });
    return { status: statusCode, answer: JSON.parse(body) };
  };
  const brask = async (query = "") => (await get(`/v1/statements?by=Brask&mode=direct${query}`)).json().items;

  it("are shown in every list until they are undone, and the machine's record stays", async () => {
    const [{ id, story }] = await brask();
    const { status, answer } = await send("POST", "/v1/corrections", { decision: "wrong", annotation: id, by: "Eva Kol", note: "a song" });
    expect([status, answer.author, answer.note]).toEqual([201, "Eva Kol", "a song"]);
    expect(await brask()).toEqual([]);
    expect(await brask("&view=machine")).toMatchObject([{ id }]);
    expect((await get(`/v1/stories/${story}`)).json().decisions).toMatchObject([{ annotation: id, correction: { decision: "wrong" } }]);
    expect((await get("/v1/corrections?state=in%20force")).json().items).toMatchObject([{ correction: { id: answer.id }, annotation: id }]);
    const undone = await send("POST", `/v1/corrections/${answer.id}/undo`, { by: "Eva Kol" });
    expect([undone.status, undone.answer.decision]).toEqual([201, "undo"]);
    expect(await brask()).toMatchObject([{ id }]);
  });

  it("change fields and add what was missed", async () => {
    const [{ id, story }] = await brask();
    await send("POST", "/v1/corrections", { decision: "changed", annotation: id, set: { mode: "mixed" }, by: "Eva Kol" });
    expect((await get("/v1/statements?by=Brask&mode=mixed")).json().items).toHaveLength(1);
    const added = await send("POST", "/v1/corrections", {
      decision: "added",
      story,
      layer: "figures",
      words: "five ferries",
      set: { value: "5", unit: "ferries" },
      by: "Eva Kol",
    });
    expect(added.status).toBe(201);
    expect((await get("/v1/figures?about=ferries")).json().items.map((row: { figure: { value: number } }) => row.figure.value)).toContain(
      5,
    );
  });

  it("are refused with the reason where they cannot be", async () => {
    const [{ id }] = (await get("/v1/statements")).json().items;
    expect(await send("POST", "/v1/corrections", { decision: "right", annotation: "st_0000000000000000", by: "Eva Kol" })).toMatchObject({
      status: 404,
    });
    expect(await send("POST", "/v1/corrections", { decision: "right", annotation: id })).toMatchObject({ status: 400 });
    expect(await send("POST", "/v1/corrections", { decision: "changed", annotation: id, set: { mood: "bad" }, by: "Eva" })).toMatchObject({
      status: 400,
      answer: { detail: expect.stringMatching(/mood/) },
    });
  });

  it("gather stories by which every list can be narrowed", async () => {
    const [{ story }] = (await get("/v1/stories?words=ferries&by=Brask")).json().items;
    expect(await send("PUT", "/v1/collections/Ferries", { stories: [story] })).toMatchObject({ status: 200, answer: { changed: [story] } });
    expect((await get("/v1/collections")).json().items).toMatchObject([{ name: "Ferries", stories: 1 }]);
    expect((await get("/v1/stories?collection=Ferries")).json().items).toMatchObject([{ story }]);
    expect((await get("/v1/statements?collection=None")).status).toBe(400);
    await send("DELETE", "/v1/collections/Ferries", { stories: [story] });
    expect((await get("/v1/collections")).json().items).toEqual([]);
  });

  it("leave what was known before as it was", async () => {
    expect((await get("/v1/statements?asOf=2020-01-01")).json().items).toEqual([]);
    expect((await get("/v1/statements?asOf=2999-01-01")).json()).toEqual((await get("/v1/statements")).json());
    expect((await get("/v1/statements?asOf=once")).status).toBe(400);
  });
});

describe("problems", () => {
  it.each([
    ["/v1/statements?limit=0", 400, "invalid-request", /limit/],
    ["/v1/statements?speaker=Lund", 400, "invalid-request", /speaker/],
    ["/v1/statements?since=yesterday", 400, "invalid-request", /since/],
    ["/v1/statements?cursor=bm9uZQ", 400, "cursor", /no cursor/],
    ["/v1/events?type=GOSSIP", 400, "invalid-request", /type/],
    ["/v1/statements?by=%3F%3F", 400, "query", /\?\?/],
    ["/v1/stories/none", 404, "unknown-story", /no story id/],
    ["/v1/stories/story_0000000000000000", 404, "unknown-story", /No story/],
    ["/v1/uploads/0b1f9f0e-3c54-4c1e-9d0a-0d6f7a5e2b11", 404, "no-such-upload", /forgotten/],
    ["/v2/stories", 404, "no-such-page", /openapi/],
  ])("tells %s", async (url, status, code, detail) => {
    const answered = await get(url);
    expect(answered.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(answered.json()).toEqual({
      type: "about:blank",
      title: expect.any(String),
      status,
      code,
      detail: expect.stringMatching(detail),
    });
    expect(answered.status).toBe(status);
  });

  it("tells of an upload without anything in it", async () => {
    const { statusCode, body } = await app.inject({ method: "POST", url: "/v1/stories" });
    expect([statusCode, JSON.parse(body).code]).toEqual([400, "empty"]);
  });
});

describe("who may ask", () => {
  it.each([
    [{ host: "127.0.0.1:8080" }, 200],
    [{ host: "localhost:8080" }, 200],
    [{ host: "[::1]:8080" }, 200],
    [{ host: "rebound.example:8080" }, 403],
    [{ host: "127.0.0.1.rebound.example" }, 403],
    [{ host: "localhost:8080", origin: "http://localhost:8080" }, 200],
    [{ host: "localhost:8080", origin: "http://elsewhere.example" }, 403],
    [{ host: "localhost:8080", origin: "http://localhost:9090" }, 403],
    [{ host: "localhost:8080", origin: "null" }, 403],
  ])("%o: %i", async (headers, status) => {
    const answered = await get("/v1/summary", headers as Record<string, string>);
    expect(answered.status).toBe(status);
    expect(answered.headers["access-control-allow-origin"]).toBe(undefined);
    expect(answered.headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self';/);
  });

  it("answers an open address only to the token", async () => {
    const open = await desk({ host: "0.0.0.0", token: "harbour" });
    const status = async (headers: Record<string, string>) => (await open.inject({ url: "/v1/summary", headers })).statusCode;
    expect(await status({ authorization: "Bearer harbour", host: "desk.example" })).toBe(200);
    expect(await status({ authorization: "Bearer harbou" })).toBe(401);
    expect(await status({ authorization: "Basic harbour" })).toBe(401);
    expect(await status({})).toBe(401);
    await open.close();
  });
});

it("has an OpenAPI page that lists every route", async () => {
  const page = (await get("/v1/openapi.json")).json();
  expect(page.openapi).toBe("3.1.0");
  expect(Object.keys(page.paths).sort()).toEqual(
    [
      ...LIST_NAMES.map((name) => `/v1/${name}`),
      "/v1/check",
      "/v1/collections",
      "/v1/collections/{collection}",
      "/v1/corrections",
      "/v1/corrections/{correction}/undo",
      "/v1/statements/facets",
      "/v1/stories/{story}",
      "/v1/summary",
      "/v1/uploads/{upload}",
      "/v1/uploads/{upload}/events",
    ].sort(),
  );
});
