import { copyFileSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linesOf, type Ran, run, temporaryFolder } from "./cli-run.js";

/** What users give by mistake: each is named in one clear line, the rest is done, and the archive stays whole. */

const folder = temporaryFolder();
const archive = folder.at("bad.db");
afterAll(folder.remove);

const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

/** Inputs that are stories, with the words of their text that show that they were decoded. */
const GOOD: readonly (readonly [name: string, content: string | Uint8Array, shows: string])[] = [
  ["plain.txt", "ROME, March 8, 2027 (AFP) - Italy said on Monday that it would open the border.\n", "open the border"],
  ["latin1.txt", Buffer.from("The minister said on Monday that the café in Orléans was closed.\n", "latin1"), "the café in Orléans"],
  ["utf16.txt", utf16("The minister said on Monday that France would wait for Zoë.\n"), "wait for Zoë"],
  [
    "windows.txt",
    Buffer.concat([
      Buffer.from([0x93]),
      Buffer.from("We will go,"),
      Buffer.from([0x94]),
      Buffer.from(" the minister said on Monday in Rome.\n"),
    ]),
    "“We will go,”",
  ],
  [
    "page.html",
    `<html><head><title>Border shut</title><script>alert("The mayor said no")</script></head><body><nav><a href=/>Home</a></nav>
     <article><h1>Border shut</h1><p>ROME &mdash; The minister said on Monday that the border was <b>shut.<p>"We had no choice," he told
     reporters at the crossing, which thousands of lorries use every week. "It will open again when the guards are back."
     <p>The opposition rejected the plan, saying that it would ruin the hauliers of the whole valley before the summer.</div></i></article>`,
    "the border was shut",
  ],
];

/** Inputs that are none, each with what its line must say. */
const BAD: readonly (readonly [name: string, content: string | Uint8Array, says: RegExp])[] = [
  ["binary.txt", Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256), /NUL bytes/],
  ["empty.txt", "", /is empty/],
  ["blank.txt", " \n\n\t\n", /is empty/],
  ["document.txt", "%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\n", /is a PDF/],
  [
    "french.txt",
    "Le ministre a déclaré lundi que la frontière serait fermée. Les syndicats ont appelé à la grève dans tout le pays.\n",
    /French.*English only/,
  ],
];

const LINES = [
  '{"text": "PARIS, March 8 (AFP) - France said on Monday that it would close the border.", "published": "2027-03-08"}',
  "not JSON",
  '{"headline": "no text"}',
  '{"text": "OSLO, March 8 (AFP) - Norway said on Monday that it would wait.", "published": "someday"}',
  '{"text": "BERLIN, March 8 (AFP) - Germany said on Monday that it would wait.", "published": "2027-03-08"}',
].join("\n");

describe("a folder of good and bad inputs", () => {
  let added: Ran;
  let problems: string[];

  beforeAll(() => {
    mkdirSync(folder.at("in", "folder.txt"), { recursive: true });
    for (const [name, content] of [...GOOD, ...BAD]) writeFileSync(folder.at("in", name), content);
    writeFileSync(folder.at("in", "lines.jsonl"), LINES);
    symlinkSync("/nothing/there", folder.at("in", "link.txt"));
    const paths = [...[...GOOD, ...BAD].map(([name]) => name), "lines.jsonl", "link.txt", "folder.txt", "missing/"];
    added = run(["add", "--archive", archive, ...paths.map((name) => folder.at("in", name))]);
    problems = linesOf(added.err);
  }, 60_000);

  it("ends with 1, and stores what can be read", () => {
    expect(added.code).toBe(1);
    expect(added.out).toBe(`${GOOD.length + 2} stories: ${GOOD.length + 2} added · ${archive}\n`);
  });

  it.each(BAD.map(([name, , says]) => [name, says] as const))("names %s", (name, says) => {
    const own = problems.filter((line) => line.startsWith(`onrecord: ${folder.at("in", name)}: `));
    expect(own).toHaveLength(1);
    expect(own[0]).toMatch(says);
  });

  it.each([
    ["lines.jsonl:2", /not JSON/],
    ["lines.jsonl:3", /"text" is missing/],
    ["lines.jsonl:4", /"published" is no date/],
    ["link.txt", /link to a file that is not there/],
    ["folder.txt", /holds no text, HTML or JSONL/],
    ["missing/", /no such file or folder/],
  ])("names %s", (name, says) => {
    expect(problems.filter((line) => line.startsWith(`onrecord: ${folder.at("in", name)}: `) && says.test(line))).toHaveLength(1);
  });

  it("says nothing else: a line a problem and no stack", () => {
    expect(problems).toHaveLength(BAD.length + 6);
    expect(added.err).not.toMatch(/^\s+at /m);
  });

  it.each(GOOD.map(([name, , shows]) => [name, shows] as const))("decodes %s", (_, shows) => {
    const [story] = JSON.parse(run(["stories", "--archive", archive, "--words", `"${shows}"`, "--json"]).out);
    const shown = JSON.parse(run(["show", "--archive", archive, story.story, "--json"]).out);
    expect(shown.story.text).toContain(shows);
    expect(shown.story.text).not.toContain("The mayor said no");
  });

  it("leaves the archive whole", () => {
    expect(run(["verify", "--archive", archive])).toMatchObject({ code: 0, err: "" });
  });
});

describe("an archive that is none", () => {
  beforeAll(() => {
    writeFileSync(folder.at("foreign.db"), "Shopping: milk, bread, and whatever else there is to write on a list.\n");
    writeFileSync(folder.at("story.txt"), "ROME - Italy said on Monday that it would open the border.\n");
    run(["add", "--archive", folder.at("good.db"), folder.at("story.txt")]);
    copyFileSync(folder.at("good.db"), folder.at("cut.db"));
    truncateSync(folder.at("cut.db"), 5000);
    const newer = readFileSync(folder.at("good.db"));
    // The user version of an SQLite file: four bytes at 60, big-endian (https://sqlite.org/fileformat.html, 1.3).
    newer.writeUInt32BE(9999, 60);
    writeFileSync(folder.at("newer.db"), newer);
    mkdirSync(folder.at("folder.db"));
  }, 60_000);

  it.each([
    ["foreign.db", /not an onrecord archive/],
    ["cut.db", /cut short/],
    ["newer.db", /newer onrecord/],
    ["folder.db", /folder/],
    ["nothing.db", /no archive at/],
  ])("refuses %s in one line and leaves it as it is", (name, says) => {
    for (const args of [["stories"], ["verify"]]) {
      const { code, out, err } = run([...args, "--archive", folder.at(name)]);
      expect({ args, code, out }).toEqual({ args, code: 1, out: "" });
      expect(linesOf(err)).toHaveLength(1);
      expect(err).toMatch(says);
    }
    if (name === "foreign.db") {
      expect(run(["add", "--archive", folder.at(name), folder.at("story.txt")])).toMatchObject({ code: 1, out: "" });
      expect(readFileSync(folder.at(name), "utf8")).toMatch(/^Shopping/);
    }
  });

  it("names a table that is wrong with its line, and a folder of tables that is not there", () => {
    mkdirSync(folder.at("tables"));
    writeFileSync(folder.at("tables", "openers.tsv"), "form\tkind\nyonder\tnonsense\n");
    const wrong = run(["read", "--lexicon", folder.at("tables"), folder.at("story.txt")]);
    expect(wrong).toMatchObject({ code: 1, out: "" });
    expect(linesOf(wrong.err)).toEqual([expect.stringMatching(/openers\.tsv:2: .*kind.*nonsense/)]);
    expect(run(["read", "--lexicon", folder.at("none"), folder.at("story.txt")]).err).toBe(
      `onrecord: ${folder.at("none")}: there is no such file or folder; check the path\n`,
    );
  });
});
