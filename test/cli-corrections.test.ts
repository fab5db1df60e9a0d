import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goldNames, problems, readGold } from "../bench/record/check.mjs";
import { linesOf, run, temporaryFolder } from "./cli-run.js";

/** What persons decide, as a user does it, from the built program (`npm run build`). */

const folder = temporaryFolder();
const archive = folder.at("desk.db");
const on = (...args: string[]): string[] => [...args, "--archive", archive];
const by = ["--by", "Eva Kol"];

interface Row {
  readonly id: string;
  readonly story: string;
  readonly cueLemma: string | null;
  readonly speaker: { readonly actor?: { readonly id: string; readonly name: string } };
}
const statements = (...more: string[]): readonly Row[] => JSON.parse(run(on("statements", "--json", ...more)).out);

const TEXT =
  "LOME, March 8 (Reuters) - Togolese Foreign Minister Kodjo Amegnignan said on Monday that the port would stay open. " +
  "Ghana denied that its navy had fired on fishermen. Benin said the talks had failed. Togo said the crew was safe.\n";

beforeAll(() => {
  writeFileSync(folder.at("port.txt"), TEXT);
  expect(run(on("add", "--published", "2027-03-08", folder.at("port.txt")))).toMatchObject({ code: 0, err: "" });
}, 60_000);
afterAll(folder.remove);

describe("correct", () => {
  it("rejects, shows it so everywhere, exports it, and takes it back", { timeout: 120_000 }, () => {
    const before = run(on("statements", "--json")).out;
    const [said] = statements("--about", "port");
    expect(said.speaker.actor?.name).toBe("Kodjo Amegnignan");

    const rejected = run(on("correct", "reject", said.id, ...by, "--note", "never said"));
    expect(rejected).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringMatching(/^rejected “.*” \(statement: Kodjo Amegnignan\) · Eva Kol · cor_/),
    });
    expect(statements("--about", "port")).toEqual([]);
    expect(statements("--about", "port", "--machine")).toEqual([said]);
    expect(run(on("explain", said.id)).err).toContain("--machine");
    expect(run(on("explain", said.id, "--machine")).out).toContain("Kodjo Amegnignan");
    expect(run(on("show", said.story)).out).toMatch(/^As decided by Eva Kol in 1 decision: onrecord corrections --story [0-9a-f]{8}$/m);
    expect(run(on("reread")).code).toBe(0);

    const patch = folder.at("patch.jsonl");
    expect(run(on("corrections", "export", patch)).err).toBe(`1 decision written to ${patch}\n`);
    const elsewhere = folder.at("other.db");
    run(["add", "--archive", elsewhere, "--published", "2027-03-08", folder.at("port.txt")]);
    const take = (): string => run(["corrections", "import", patch, "--archive", elsewhere]).out;
    expect([take(), take()]).toEqual(["1 decision: 1 added, 0 unchanged, 0 left out\n", "1 decision: 0 added, 1 unchanged, 0 left out\n"]);
    expect(run(["corrections", "export", "--archive", elsewhere]).out).toBe(run(on("corrections", "export")).out);

    const id = /cor_[0-9a-f]{16}/.exec(rejected.out)?.[0] ?? "";
    expect(run(on("correct", "undo", id, ...by)).code).toBe(0);
    expect(run(on("statements", "--json")).out).toBe(before);
    const log = linesOf(run(on("corrections", "--csv")).out);
    expect(log.map((line) => /right|wrong|undo(?=,)/.exec(line)?.[0])).toEqual([undefined, "wrong", "undo"]);
    expect(run(on("verify")).code).toBe(0);
  });

  it("changes and adds, by the author that the environment names", { timeout: 60_000 }, () => {
    const env = { ONRECORD_AUTHOR: "Tor Vik" };
    const [denied] = statements("--by", "ghana");
    expect(run(on("correct", "change", denied.id, "--set", "speaker=unnamed"), { env }).code).toBe(0);
    expect(run(on("explain", denied.id)).out).toMatch(/^decided +changed by Tor Vik on \d{4}-\d\d-\d\d \(speaker: unnamed\)/m);
    const added = run(on("correct", "add", "event", denied.story, "fired", "--set", "type=assault", "--set", "actors=Ghana"), { env });
    expect(added).toMatchObject({ code: 0, err: "" });
    const events = JSON.parse(run(on("events", "--json", "--type", "assault")).out);
    expect(events).toContainEqual(expect.objectContaining({ actors: [expect.objectContaining({ name: "Ghana" })] }));
  });
});

describe("audit", () => {
  it("writes a sheet, takes the answers back, tells the precision, and writes gold that is sound", { timeout: 90_000 }, () => {
    const audited = ["audit", "--layer", "statements", "--layer", "figures", "--sample", "all"];
    const sheet = run(on(...audited, "--sheet", "-")).out;
    const [header, ...lines] = sheet.split("\r\n").filter((line) => line !== "");
    expect(header).toBe("id,layer,story,sentence,claim,answer,note");
    expect(lines.filter((line) => line.startsWith("st_")).length).toBeGreaterThan(1);
    expect(lines.join()).toContain("‹that the port would stay open›");
    // What was changed before is wrong already; of the others the first is wrong, the rest are right.
    const open = lines.filter((line) => line.endsWith(",,"));
    const filled = open.map((line, i) => line.replace(/,,$/, i === 0 ? ",wrong,misheard" : ",right,"));
    const read = run(on(...audited, "--read", "-", "--by", "Eva Kol", "--json"), { input: [header, ...filled].join("\n") });
    expect(read).toMatchObject({ code: 0, err: `${open.length} answers stored\n` });
    const report = JSON.parse(read.out);
    const right = open.length - 1;
    expect(report).toMatchObject({ right, wrong: lines.length - right, unanswered: 0, sample: lines.length, population: lines.length });
    expect(report.interval[0]).toBeLessThan(report.precision);

    const gold = folder.at("gold");
    expect(run(on("audit", "--layer", "statements", "--gold", gold))).toMatchObject({ code: 0, err: `1 story written to ${gold}\n` });
    const [name] = goldNames(gold);
    const entry = readGold(gold, name);
    expect(problems(entry)).toEqual([]);
    expect(entry.text).toBe(TEXT);
    expect(entry.gold.statements).toHaveLength(statements().length);
    expect(run(on("audit", "--layer", "events", "--gold", gold)).code).toBe(1);
  });
});

describe("collection", () => {
  it("gathers stories by what they hold and keeps lists to them", { timeout: 60_000 }, () => {
    expect(run(on("collection", "add", "port", "--words", "fishermen")).out).toBe("port: 1 story added\n");
    expect(run(on("collection", "list", "--json")).out).toContain('"name": "port"');
    expect(statements("--collection", "port", "--about-since", "2027-03-08").length).toBeLessThanOrEqual(
      statements("--collection", "port").length,
    );
    expect(run(on("collection", "remove", "port", "--all")).out).toBe("port: 1 story taken out\n");
    expect(run(on("stories", "--collection", "port"))).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining('no collection "port"'),
    });
  });
});

describe("wrong usage", () => {
  it.each([
    ["nobody's decision", ["correct", "confirm", "st_1"], /say who decides: --by NAME/, 2],
    ["an unknown annotation", on("correct", "confirm", "st_1", ...by), /^onrecord: st_1: there is no such annotation/, 1],
    ["a field without a value", on("correct", "change", "st_1", "--set", "speaker", ...by), /must be FIELD=VALUE/, 2],
    ["no command", ["correct"], /Usage: onrecord correct/, 2],
    ["an answer that is none", on("audit", "--read", "-", ...by), /-: has no column "id"/, 2],
    ["a layer that is none", on("audit", "--layer", "moods"), /must be one of actors, times/, 2],
    ["stories that nobody named", on("collection", "add", "port"), /name stories, or say which/, 2],
    ["what is no patch", on("corrections", "import", "-"), /-:1: is no JSON/, 2],
  ])("refuses %s", (_, args, message, code) => {
    const ran = run(args, { input: "oops" });
    expect(ran).toMatchObject({ code, out: "" });
    expect(ran.err).toMatch(message);
  });
});
