import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ArchiveError } from "../archive/index.js";
import { InputError } from "../formats/index.js";
import { LexiconError } from "../lexicon/index.js";
import { report, UsageError } from "./errors.js";

let said = "";
beforeEach(() => {
  said = "";
  vi.stubEnv("ONRECORD_DEBUG", "");
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe("report", () => {
  it.each([
    [new UsageError("name a file"), 2, "onrecord: name a file\n"],
    [new ArchiveError("query", "a.db", "no letter to look for"), 2, "onrecord: no letter to look for\n"],
    [new ArchiveError("missing", "a.db", "There is no archive at a.db"), 1, "onrecord: There is no archive at a.db\n"],
    [new InputError("empty", "x.txt", "is empty"), 1, "onrecord: x.txt: is empty\n"],
    [
      new LexiconError([
        { file: "a.tsv", line: 2, column: "kind", value: "x", message: "must be y" },
        { file: "b.tsv", line: null, column: null, value: null, message: "is no table" },
      ]),
      1,
      'onrecord: a.tsv:2: column "kind" must be y (found "x")\nonrecord: b.tsv: is no table\n',
    ],
    [new Error("a\u001b[2Jb"), 1, /^onrecord: stopped by a fault of its own: Error: a \[2Jb\nonrecord: Please report/],
  ])("tells %s", (error, code, line) => {
    expect(report(error)).toBe(code);
    if (typeof line === "string") expect(said).toBe(line);
    else expect(said).toMatch(line);
  });

  it("tells a file that is not there in words", () => {
    let fault: unknown;
    try {
      readFileSync("/nothing/there");
    } catch (error) {
      fault = error;
    }
    expect(report(fault)).toBe(1);
    expect(said).toBe("onrecord: /nothing/there: there is no such file or folder; check the path\n");
  });

  it("shows where a fault happened only when asked", () => {
    report(new Error("fault"));
    expect(said).not.toContain("    at ");
    vi.stubEnv("ONRECORD_DEBUG", "1");
    report(new Error("fault"));
    expect(said).toContain("    at ");
  });
});
