import { writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { linesOf, run, temporaryFolder } from "./cli-run.js";

/** Inputs as large as nobody should give: refused or read, within the memory and time of a small machine. */

const folder = temporaryFolder();
afterAll(folder.remove);

const SENTENCE = "The minister said on Monday that the border would stay open for lorries. ";
const ofSize = (characters: number): string => SENTENCE.repeat(Math.ceil(characters / SENTENCE.length)).slice(0, characters);

describe("large inputs", () => {
  const archive = folder.at("large.db");

  it("refuses a text of 50 MB in one line, and goes on", () => {
    writeFileSync(folder.at("huge.txt"), ofSize(50_000_000));
    writeFileSync(folder.at("small.txt"), SENTENCE);
    const { code, out, err } = run(["add", "--archive", archive, folder.at("huge.txt"), folder.at("small.txt")]);
    expect({ code, out }).toEqual({ code: 1, out: `1 story: 1 added · ${archive}\n` });
    expect(linesOf(err)).toEqual([expect.stringMatching(/huge\.txt: holds 50,000,000 bytes, too many/)]);
  });

  it("reads JSONL of 50 MB line by line", () => {
    const line = (i: number): string =>
      JSON.stringify({ text: `${SENTENCE}No ${i}.`, published: "2027-03-08", extra: "x".repeat(800_000) });
    writeFileSync(folder.at("many.jsonl"), Array.from({ length: 63 }, (_, i) => line(i)).join("\n"));
    const { code, out, err } = run(["add", "--archive", archive, folder.at("many.jsonl")]);
    expect({ code, out, err }).toEqual({ code: 0, out: `63 stories: 63 added · ${archive}\n`, err: "" });
  });

  it("reads and shows a story that is one line of 1 MB", () => {
    writeFileSync(folder.at("line.txt"), ofSize(1_000_000));
    expect(run(["add", "--archive", archive, folder.at("line.txt")])).toMatchObject({ code: 0, err: "" });
    const shown = run(["show", folder.at("line.txt")]);
    expect(shown.code).toBe(0);
    expect(Math.max(...linesOf(shown.out).map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it("shows a word of 1 MB", () => {
    const { code, out } = run(["show", "-"], { input: `The minister said ${"a".repeat(1_000_000)} and left on Monday.` });
    expect(code).toBe(0);
    expect(Math.max(...linesOf(out).map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it("indexes a word of 1 MB", () => {
    writeFileSync(folder.at("word.txt"), `The minister said ${"a".repeat(1_000_000)} and left on Monday.`);
    expect(run(["add", "--archive", archive, folder.at("word.txt")])).toMatchObject({ code: 0, err: "" });
  });

  it("leaves the archive whole", () => {
    expect(run(["verify", "--archive", archive])).toMatchObject({ code: 0, err: "" });
  });
});
