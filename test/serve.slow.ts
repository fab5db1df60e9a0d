import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Serving, serving } from "./browser.js";
import { run, SAMPLES, temporaryFolder } from "./cli-run.js";

/** The desk as a user starts it: the built program in a process of its own, its threads and a real archive. */

const folder = temporaryFolder();
const archive = folder.at("desk.db");
const TRAWLER = join(SAMPLES, "1-trawler-afp.txt");

let desk: Serving;
let url: string;

beforeAll(async () => {
  desk = await serving(archive);
  url = desk.url;
});
afterAll(async () => {
  await desk.stop();
  folder.remove();
});

/** What is answered, untyped: the shapes are held to in the tests of `src/server`. */
// biome-ignore lint/suspicious/noExplicitAny: as JSON.parse gives it
const answer = async (path: string): Promise<any> => (await fetch(`${url}${path}`)).json();

async function upload(name: string, body: Uint8Array | string): Promise<string> {
  const begun = await fetch(`${url}/v1/stories?name=${name}`, { method: "POST", body: body as string });
  expect(begun.status).toBe(202);
  return (await fetch(`${url}${begun.headers.get("location")}/events`)).text();
}

describe("serve", () => {
  it("takes a story in and has it on record", async () => {
    expect(await upload("trawler.txt", readFileSync(TRAWLER))).toMatch(/event: story\n.*"outcome":"added".*\n\nevent: done/);
    const [{ headline, agency }] = (await answer("/v1/stories")).items;
    expect({ headline, agency }).toEqual({ headline: "Togo says Ghana navy killed 11 fishermen, rules out talks", agency: "AFP" });
    // What the desk says is what the command says of the same file.
    const fromCommand = JSON.parse(run(["statements", "--json", "--archive", archive]).out);
    expect((await answer("/v1/statements?limit=1000")).items).toEqual(fromCommand);
  });

  it("answers while a large upload is being read, and stores it whole", async () => {
    const text = readFileSync(TRAWLER, "utf8");
    const feed = Array.from({ length: 20 }, (_, i) => JSON.stringify({ id: `copy-${i}`, text: `${text}\nCopy ${i} of it.\n` })).join("\n");
    const events = upload("feed.jsonl", feed);
    const waits: number[] = [];
    let done = false;
    void events.then(() => {
      done = true;
    });
    while (!done) {
      const asked = performance.now();
      expect((await fetch(`${url}/v1/summary`)).status).toBe(200);
      waits.push(performance.now() - asked);
    }
    expect((await events).match(/^event: story$/gm)).toHaveLength(20);
    expect(waits.length).toBeGreaterThan(3);
    expect((await answer("/v1/summary")).stories).toBe(21);
  });

  it("shows what was on record at a date, and the record as the machine read it", async () => {
    expect((await answer("/v1/statements?asOf=2020-01-01")).items).toEqual([]);
    const [{ id }] = (await answer("/v1/statements?limit=1")).items;
    const decided = await fetch(`${url}/v1/corrections`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ decision: "wrong", annotation: id, by: "Eva Kol" }),
    });
    expect(decided.status).toBe(201);
    expect((await answer("/v1/statements?limit=1")).items[0].id).not.toBe(id);
    expect((await answer("/v1/statements?limit=1&view=machine")).items[0].id).toBe(id);
  });

  it("stores nothing of an upload whose connection was lost", async () => {
    const before = (await answer("/v1/summary")).stories;
    const { port, host } = new URL(url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () => {
        socket.write(`POST /v1/stories HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 100000\r\n\r\nLUNDA, March 8 - The minister said`, () =>
          socket.destroy(),
        );
      });
      socket.once("close", () => resolve());
    });
    expect((await answer("/v1/summary")).stories).toBe(before);
  });

  it("takes a story of 5 MB or says why not, and lives on", async () => {
    const sentence = "Harbour minister Ana Lund said on Monday that the ferries would sail. ";
    const events = await upload("long.txt", sentence.repeat(Math.ceil(5e6 / sentence.length)));
    expect(events).toMatch(/event: (?:story|problem)\n/);
    expect((await fetch(`${url}/v1/summary`)).status).toBe(200);
  });

  it("answers for the archive that lies there now, and says so when it is none", async () => {
    const other = folder.at("other.db");
    run(["add", "--archive", other, TRAWLER]);
    for (const ending of ["", "-wal", "-shm"]) rmSync(`${archive}${ending}`, { force: true });
    renameSync(other, archive);
    expect((await answer("/v1/summary")).stories).toBe(1);
    copyFileSync(archive, other);
    rmSync(archive);
    writeFileSync(archive, "no archive at all");
    const refused = await fetch(`${url}/v1/summary`);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: "foreign" });
    rmSync(archive);
    renameSync(other, archive);
    expect((await fetch(`${url}/v1/summary`)).status).toBe(200);
  });

  it("says that a port is taken, and that an open address needs a token", async () => {
    const taken = run(["serve", "--port", new URL(url).port, "--archive", folder.at("third.db")]);
    expect(taken).toMatchObject({ code: 2, err: expect.stringMatching(/port is taken/) });
    const open = run(["serve", "--host", "0.0.0.0", "--archive", folder.at("third.db")]);
    expect(open).toMatchObject({ code: 2, err: expect.stringMatching(/token/) });
  });

  it("ends when it is asked to", async () => {
    const second = await serving(folder.at("second.db"));
    expect(await second.stop()).toBe(0);
  });
});
