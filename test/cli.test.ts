import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { environment, linesOf, PROGRAM, run, SAMPLES, temporaryFolder } from "./cli-run.js";

/** The commands as a user runs them, from the built program (`npm run build`), on the sample stories. */

const folder = temporaryFolder();
const archive = folder.at("samples.db");
const TRAWLER = join(SAMPLES, "1-trawler-afp.txt");
const STORIES = 11;

beforeAll(() => {
  const added = run(["add", "--archive", archive, SAMPLES]);
  expect(added).toMatchObject({ code: 0, err: "" });
  folderLines = linesOf(run(["read", "--jsonl", SAMPLES]).out).map((line) => JSON.parse(line));
}, 60_000);
afterAll(folder.remove);

interface Read {
  readonly story: { readonly text: string };
  readonly record: { readonly statements: readonly { readonly anchor: readonly { start: number; end: number; exact: string }[] }[] };
}
let folderLines: readonly Read[] = [];

const on = (...args: string[]): string[] => [...args, "--archive", archive];
const json = (args: readonly string[]): never => JSON.parse(run(args).out) as never;

interface Row {
  readonly story: string;
  readonly [key: string]: unknown;
}

describe("read", () => {
  it("prints a story's record for people", () => {
    const { code, out, err } = run(["read", TRAWLER]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Togo says Ghana navy killed 11 fishermen, rules out talks\nAFP · Lomé · published 2027-03-08/);
    expect(out).toMatch(/^Kodjo Amegnignan +told +"They were mending nets\./m);
    expect(out).toMatch(/^accuse · occurred \d{4}-\d\d-\d\d +Togo/m);
  });

  it("reads a folder in one order, a JSON object a line, with every quote where the text has it", () => {
    expect(folderLines).toHaveLength(STORIES);
    for (const { story, record } of folderLines) {
      for (const { anchor } of record.statements) {
        for (const { start, end, exact } of anchor) expect(story.text.slice(start, end)).toBe(exact);
      }
    }
  });

  it("reads the same from standard input, byte for byte", () => {
    const { out } = run(["read", "--json"], { input: readFileSync(TRAWLER) });
    const [{ story, record }] = JSON.parse(out);
    expect(JSON.stringify({ story, record })).toBe(JSON.stringify({ story: folderLines[0].story, record: folderLines[0].record }));
  });

  it("gives one layer with the story of each annotation", () => {
    const input = "ROME, March 8 (AFP) - Italy said on Monday it would wait.";
    const rows = JSON.parse(run(["read", "--layer", "times", "--json", "--published", "2027-03-08"], { input }).out) as Row[];
    expect(rows.find(({ anchor }) => (anchor as { exact: string }[])[0].exact === "Monday")).toMatchObject({
      story: expect.stringMatching(/^story_[0-9a-f]{16}$/),
      value: "2027-03-08",
    });
  });
});

describe("explain", () => {
  const times = (): readonly { readonly time: { readonly id: string; readonly value: string | null } }[] =>
    json(on("times", "--json", "--value", "2027-03-07")) as never;

  it("says how an annotation of the archive came to be, and the same of the file it is from", () => {
    const [{ time }] = times();
    const { code, out, err } = run(on("explain", time.id));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^counted from +the publication, \w+ \d+ March 2027: \d+ days? before$/m);
    const explanation = JSON.parse(run(on("explain", time.id, "--json")).out);
    expect(explanation).toMatchObject({ id: time.id, layer: "times", rule: expect.stringMatching(/^times\//) });
    expect(run(["explain", time.id, "--file", SAMPLES]).out).toBe(out);
  });

  it("fails for an annotation that is not there", () => {
    const { code, out, err } = run(on("explain", "time_0000000000000000"));
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/there is no such annotation/);
  });
});

describe("show", () => {
  const id = (): string => (json(on("stories", "--json", "--words", "mending nets")) as Row[])[0].story;

  it("shows a file and the same story of the archive alike", () => {
    const file = run(["show", TRAWLER]);
    expect(file.code).toBe(0);
    expect(run(on("show", id().slice(6, 14))).out).toBe(file.out);
    expect(file.out).toMatch(/‹Ghana navy killed 11 fishermen[^›]*›¹ +│ ¹ +Togo$/m);
  });

  it("puts the notes under the paragraphs of a narrow terminal", () => {
    const { out } = run(on("show", id()), { env: { COLUMNS: "70" } });
    expect(out).not.toContain("│");
    expect(out).toMatch(/^ {2}¹ +Togo · “says”/m);
    for (const line of linesOf(out)) expect([...line.normalize("NFC")].length).toBeLessThanOrEqual(70);
  });

  it("is coloured only when asked: pipes are not, NO_COLOR goes before FORCE_COLOR", () => {
    const story = id();
    const colored = (env: Record<string, string>): boolean => run(on("show", story), { env }).out.includes("\u001b[");
    expect([colored({}), colored({ FORCE_COLOR: "1" }), colored({ FORCE_COLOR: "1", NO_COLOR: "1" })]).toEqual([false, true, false]);
  });
});

describe("add", () => {
  it("says that what is there is unchanged", () => {
    const again = run(on("add", SAMPLES));
    expect(again).toMatchObject({ code: 0, err: "" });
    expect(again.out).toBe(`${STORIES} stories: ${STORIES} unchanged · ${archive}\n`);
  });

  it("tells what became of each story as JSON; takes the names of files from standard input", () => {
    const outcomes = JSON.parse(run(on("add", "--json", "--files-from", "-"), { input: `${TRAWLER}\n\n` }).out) as { outcome: string }[];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["unchanged"]);
  });

  it("finds the archive by the environment, else in the current folder; the option goes first", () => {
    const listed = run(on("stories", "--json")).out;
    expect(run(["stories", "--json"], { env: { ONRECORD_ARCHIVE: archive } }).out).toBe(listed);
    expect(run(on("stories", "--json"), { env: { ONRECORD_ARCHIVE: folder.at("other.db") } }).out).toBe(listed);
    expect(run(["stories"], { cwd: folder.at() })).toMatchObject({
      code: 1,
      out: "",
      err: "onrecord: There is no archive at ./onrecord.db: add stories to it first, or name another with --archive\n",
    });
  });

  it("finishes what it is writing when it is interrupted", { timeout: 60_000 }, async () => {
    const text = readFileSync(TRAWLER, "utf8");
    const many = Array.from({ length: 150 }, (_, i) => JSON.stringify({ text: `${text}\nNo ${i}.`, published: "2027-03-08" })).join("\n");
    writeFileSync(folder.at("many.jsonl"), many);
    const part = folder.at("part.db");
    const child = spawn(process.execPath, [PROGRAM, "add", "--archive", part, folder.at("many.jsonl")], { env: environment() });
    // The archive is made when everything is loaded and the first story is about to be read.
    const begun = setInterval(() => {
      if (!existsSync(part)) return;
      clearInterval(begun);
      setTimeout(() => child.kill("SIGINT"), 100);
    }, 20);
    const [code, out] = await new Promise<[number | null, string]>((resolve) => {
      let text = "";
      child.stdout.on("data", (data) => {
        text += data;
      });
      child.on("close", (status) => resolve([status, text]));
    });
    expect(code).toBe(130);
    const stored = Number(/^(\d+) stor/.exec(out)?.[1]);
    expect(stored).toBeLessThan(150);
    expect(run(["verify", "--archive", part]).out).toBe(`${part} is whole: ${stored} ${stored === 1 ? "story" : "stories"}\n`);
  });
});

describe("lists", () => {
  it("lists stories, the newest first and the undated last", () => {
    const rows = json(on("stories", "--json")) as Row[];
    const dates = rows.map(({ published }) => (published as string | null) ?? "");
    expect(rows).toHaveLength(STORIES);
    expect(dates.map((date) => date.slice(0, 10))).toEqual(
      dates
        .map((date) => date.slice(0, 10))
        .sort()
        .reverse(),
    );
  });

  it.each([
    ["--by", "Amegnignan", ({ speaker }: Row) => JSON.stringify(speaker).includes("Amegnignan")],
    ["--class", "attitude", (row: Row) => row.class === "attitude"],
    ["--since", "2027-03-11", ({ published }: Row) => String(published) >= "2027-03-11"],
    ["--until", "2027-03-08", ({ published }: Row) => String(published) <= "2027-03-08"],
    ["--about", "fishermen", ({ content }: Row) => /fishermen/i.test(JSON.stringify(content))],
  ])("keeps statements to those %s %s", (option, value, fits) => {
    const rows = json(on("statements", "--json", option, value)) as Row[];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(fits)).toBe(true);
  });

  it.each(["stories", "statements", "actors", "times", "figures", "places", "unread"])(
    "gives %s as JSON and as CSV with as many rows",
    (command) => {
      const rows = json(on(command, "--json")) as Row[];
      const { out } = run(on(command, "--csv"));
      const records = out.split("\r\n");
      expect(records.pop()).toBe("");
      expect(records.join("")).not.toMatch(/[\r\n]/);
      expect(records).toHaveLength(rows.length + 1);
      expect(records[0]).toMatch(/^story,headline,published,outlet,/);
      expect(rows.length).toBeGreaterThan(0);
    },
  );

  it.each(["stories", "statements", "actors", "times", "figures", "places", "unread"])("fits %s into the terminal", (command) => {
    for (const width of [40, 80, 120]) {
      const { out } = run(on(command, "--limit", "5"), { env: { COLUMNS: String(width) } });
      expect(out).not.toBe("");
      for (const line of linesOf(out)) expect([...line.normalize("NFC")].length).toBeLessThanOrEqual(width);
    }
  });

  it("prints nothing to standard output for an empty list, and is done", () => {
    const none = run(on("statements", "--by", "Nobody Atall"));
    expect(none).toMatchObject({ code: 0, out: "" });
    expect(none.err).toBe(`No statements in ${archive} that fit.\n`);
    expect(run(on("statements", "--by", "Nobody Atall", "--json")).out).toBe("[]\n");
  });

  it("ends without a word when its reader goes away", async () => {
    const child = spawn("/bin/sh", ["-c", `"$0" "$1" statements --archive "$2" | head -1`, process.execPath, PROGRAM, archive], {
      env: environment(),
    });
    const [out, err] = await new Promise<[string, string]>((resolve) => {
      let [data, problems] = ["", ""];
      child.stdout.on("data", (chunk) => {
        data += chunk;
      });
      child.stderr.on("data", (chunk) => {
        problems += chunk;
      });
      child.on("close", () => resolve([data, problems]));
    });
    expect(err).toBe("");
    expect(out).toMatch(/^ {2}SPEAKER +CUE +WORDS\n$/);
  });
});

describe("check", () => {
  it("tells exact words with their places, and in how many stories it looked", () => {
    const { code, out } = run(on("check", "WE SIGNED because the men are coming home"));
    expect(code).toBe(0);
    expect(out).toMatch(/^On record in these words: 1 place$/m);
    expect(out).toContain("“‹We signed because the men are coming home›,”");
    expect(out).toMatch(/^ {2}Kodjo Amegnignan .* · “told” · direct$/m);
    expect(out).toMatch(/^ {2}Ghana, Togo sign understanding on trawler incident · GNA · 2027-03-13 · [0-9a-f]{8}$/m);
    expect(out).toMatch(/^Looked in 11 stories of 2027-03-08 to 2027-03-13 \(/m);
  });

  it("marks what differs in altered words", () => {
    const { out } = run(on("check", "we signed because the men were coming home", "--by", "Amegnignan"));
    expect(out).toMatch(/^Not on record in these words by “Amegnignan”, but nearly so$/m);
    expect(out).toContain("we signed because the men [-were-] {+are+} coming home");
  });

  it("is done when nothing is found, but for --exit-code", () => {
    const words = "purple submarines dance at midnight";
    const { code, out } = run(on("check", words));
    expect(code).toBe(0);
    expect(out).toMatch(/^Not found in 11 stories of 2027-03-08 to 2027-03-13 \(/);
    expect(run(on("check", words, "--exit-code")).code).toBe(1);
    expect(json(on("check", words, "--json"))).toMatchObject({
      verdict: "not found",
      exact: [],
      complete: true,
      first: null,
      altered: [],
      suggestions: [],
      looked: { stories: STORIES },
    });
  });
});

describe("diff", () => {
  it("tells what changed in the record between a file and a story of the archive", () => {
    const changed = folder.at("changed.txt");
    const [{ story }] = json(on("stories", "--json", "--words", "mending nets")) as Row[];
    writeFileSync(changed, readFileSync(TRAWLER, "utf8").replaceAll("11 fishermen", "12 fishermen"));
    const { code, out } = run(on("diff", story, changed));
    expect(code).toBe(0);
    expect(out).toMatch(/^FIGURES\n~ Togo: 12 fishermen \(fishermen killed\)\n {4}value raised: 11 → 12$/m);
    const same = JSON.parse(run(on("diff", story, story, "--json")).out);
    expect(same).toEqual({ earlier: story, later: story, changes: [] });
  });

  it("refuses a story without an earlier version when it is alone", () => {
    const [{ story }] = json(on("stories", "--json", "--words", "mending nets")) as Row[];
    expect(run(on("diff", story))).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/has no earlier version/) });
  });
});

describe("verify, reread, remove", () => {
  it("finds the archive whole, and says what is not", () => {
    expect(run(on("verify"))).toMatchObject({ code: 0, out: `${archive} is whole: 11 stories\n` });
    expect(json(on("verify", "--json"))).toEqual([]);
  });

  it("reads anew only what was read with other tables; removes a story without asking off a terminal", { timeout: 60_000 }, () => {
    const own = folder.at("own.db");
    const tables = folder.at("tables");
    writeTable(tables);
    run(["add", "--archive", own, TRAWLER]);
    expect(run(["reread", "--archive", own]).out).toBe(`0 stories read anew · ${own}\n`);
    expect(run(["reread", "--archive", own, "--lexicon", tables])).toMatchObject({ code: 0, out: `1 story read anew · ${own}\n` });
    expect(run(["verify", "--archive", own]).code).toBe(0);

    const [{ story }] = json(["stories", "--archive", own, "--json"]) as Row[];
    const removed = run(["remove", "--archive", own, story.slice(0, 12)]);
    expect(removed).toMatchObject({ code: 0, err: "" });
    expect(removed.out).toBe(`removed ${story} (Togo says Ghana navy killed 11 fishermen, rules out talks)\n`);
    expect(json(["stories", "--archive", own, "--json"])).toEqual([]);
    expect(readFileSync(own).includes("mending nets")).toBe(false);
  });
});

describe("demo", () => {
  it("shows what is on record and how to look further", () => {
    const { code, out, err } = run(["demo", "--archive", folder.at("demo.db")]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^17 stories: 16 added, 1 added as another version in /);
    expect(out).toContain("MOST ON RECORD");
    expect(out).toContain(`onrecord show --archive ${folder.at("demo.db")} `);
  });
});

describe("help and wrong usage", () => {
  it("has examples for every command", () => {
    const { code, out } = run(["--help"]);
    expect(code).toBe(0);
    for (const command of [
      "read",
      "show",
      "add",
      "reread",
      "remove",
      "verify",
      "check",
      "diff",
      "stories",
      "statements",
      "actors",
      "times",
      "figures",
      "explain",
      "places",
      "events",
      "unread",
    ]) {
      expect(out).toMatch(new RegExp(`^ {2}${command} `, "m"));
      expect(run([command, "--help"]).out).toMatch(new RegExp(`Examples:\\n.*onrecord ${command}`, "s"));
    }
  });

  it.each([
    ["no command", [], /Usage: onrecord/],
    ["an unknown command", ["statemnts"], /unknown command 'statemnts'\n\(Did you mean statements\?\)/],
    ["an unknown option", ["read", "--yaml"], /unknown option '--yaml'/],
    ["an unknown layer", ["read", "--layer", "moods"], /Allowed choices are statements/],
    ["a date that is none", ["stories", "--since", "2027-02-30"], /'2027-02-30' is invalid/],
    ["a limit of nothing", ["stories", "--limit", "0"], /whole number from 1/],
    ["JSON and CSV at once", ["stories", "--json", "--csv"], /cannot be used with/],
    ["what is neither a file nor an id", ["show", "nothing-there.txt"], /no such file, and it is no story id/],
    ["what is no id of an annotation", ["explain", "story_8c1f"], /is no id of an annotation/],
    ["words without a letter", ["check", "…", "--archive", archive], /no letter or digit/],
  ])("refuses %s with 2", (_, args, message) => {
    const { code, out, err } = run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });

  it("prints completion scripts that name the commands", () => {
    for (const shell of ["bash", "zsh", "fish"]) expect(run(["completion", shell]).out).toContain("statements");
  });
});

/** A folder of tables that changes one reporting verb, so that records are made by another maker. */
function writeTable(at: string): void {
  const [header] = readFileSync(new URL("../lexicon/openers.tsv", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("#"));
  mkdirSync(at);
  writeFileSync(join(at, "openers.tsv"), `${header}\n`);
}
