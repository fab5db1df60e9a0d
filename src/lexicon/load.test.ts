import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LexiconError } from "./error.js";
import { loadLexicon } from "./load.js";

let parent: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "onrecord-lexicon-"));
});
afterAll(() => rmSync(parent, { recursive: true }));

/** A fresh folder with these files in it. */
function folder(files: Record<string, string | Uint8Array>): string {
  const path = mkdtempSync(join(parent, "own-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

const RURITANIA = "alpha3\talpha2\tname\tcapitals\nXRU\tXR\tRuritania\tStrelsau\n";

describe("loadLexicon", () => {
  it("reads the built-in tables, the same each time", () => {
    const lexicon = loadLexicon();
    expect(lexicon.countries.get("RUS")?.capitals).toContain("Moscow");
    expect(lexicon.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(loadLexicon().hash).toBe(lexicon.hash);
  });

  it("lays a user's folders over them, the last on top", () => {
    const first = folder({ "countries.tsv": RURITANIA });
    const second = folder({ "countries.tsv": "alpha3\talpha2\tname\nXRU\tXR\tKingdom of Ruritania\n-RUS\n" });
    const lexicon = loadLexicon([first, second]);
    expect(lexicon.countries.get("XRU")).toMatchObject({ name: "Kingdom of Ruritania", capitals: [] });
    expect(lexicon.countries.has("RUS")).toBe(false);
    expect(lexicon.countries.size).toBe(loadLexicon().countries.size);
  });

  it("gives another hash for other bytes and another order, the same for an empty folder", () => {
    const one = folder({ "countries.tsv": RURITANIA });
    const other = folder({ "countries.tsv": RURITANIA.replace("Strelsau", "Zenda") });
    const hashes = [[], [one], [other], [one, other], [other, one]].map((folders) => loadLexicon(folders).hash);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(loadLexicon([folder({})]).hash).toBe(hashes[0]);
  });

  it("leaves files alone that are no tables", () => {
    expect(loadLexicon([folder({ "README.md": "my words" })]).hash).toBe(loadLexicon().hash);
  });

  it("lists what is wrong in all files", () => {
    const own = folder({
      "countrys.tsv": RURITANIA,
      "countries.tsv": "alpha3\talpha2\tname\nruritania\tXR\tRuritania\n",
      "organizations.tsv": new Uint8Array([0xe9, 0x0a]),
    });
    const problems = problemsOf(() => loadLexicon([own]));
    expect(problems).toEqual([
      { file: join(own, "organizations.tsv"), line: null, message: expect.stringContaining("not UTF-8") },
      { file: join(own, "countrys.tsv"), line: null, message: expect.stringContaining("countries.tsv") },
      { file: join(own, "countries.tsv"), line: 2, message: expect.stringContaining("three capitals") },
    ]);
  });
});

function problemsOf(load: () => unknown) {
  try {
    load();
  } catch (error) {
    if (error instanceof LexiconError) return error.problems.map(({ file, line, message }) => ({ file, line, message }));
    throw error;
  }
  return [];
}
