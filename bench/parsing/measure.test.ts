import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blocksOf, type Doc, packagedTables, segment, type Words, wordTables } from "../../src/language/index.js";
import { type MeasuredEngine, measureParsing } from "./measure.js";

/** Calls every word a noun under the sentence's first word, and lemmatises nothing. */
const dull: MeasuredEngine = {
  annotate: (words: Words): Doc => {
    const head = new Int32Array(words.length);
    for (let s = 0; s + 1 < words.sentences.length; s++)
      for (let i = words.sentences[s]; i < words.sentences[s + 1]; i++) head[i] = i === words.sentences[s] ? -1 : words.sentences[s];
    const bytes = () => new Uint8Array(words.length).fill(8);
    return {
      ...words,
      upos: bytes(),
      xpos: bytes(),
      lemma: new Uint32Array(words.length),
      lemmas: ["x"],
      head,
      deprel: bytes(),
      name: bytes(),
    };
  },
  parse: (text) => dull.annotate(segment(text, blocksOf(text), wordTables(packagedTables()))),
};

const columns = (id: string, form: string, head: number, misc = "_") =>
  [id, form, "x", "NOUN", "NN", "_", head, "dep", "_", misc].join("\t");

/** "She isn't here. She\u200b left." with a second sentence that begins, against our rules, at "here". */
const gold = (splitEarly: boolean): string => {
  const rows = [
    columns("1", "She", 0),
    ["2-3", "isn't", "_", "_", "_", "_", "_", "_", "_", "_"].join("\t"),
    columns("2", "is", 1),
    columns("3", "n't", 1),
    ...(splitEarly
      ? ["", columns("1", "here", 0, "SpaceAfter=No"), columns("2", ".", 1)]
      : [columns("4", "here", 1, "SpaceAfter=No"), columns("5", ".", 1)]),
    "",
    columns("1", "She\u200b", 0),
    columns("2", "left", 1, "SpaceAfter=No"),
    columns("3", ".", 1),
    "",
    "",
  ];
  const file = join(mkdtempSync(join(tmpdir(), "onrecord-measure-")), "gold.conllu");
  writeFileSync(file, rows.join("\n"));
  return file;
};

const lastLine = (printed: string): string => printed.split("\n").at(-1) ?? "";

describe("measureParsing", () => {
  it("scores raw text: words and sentences as gold has them are all right, though a character is in no word of ours", () => {
    const line = lastLine(measureParsing(gold(false), dull, { tokens: false }));
    expect(line).toMatch(/^parsing Tokens 100\.00 Sentences 100\.00 Words 100\.00 .*words\/s \d+$/);
  });

  it("scores a sentence that gold begins elsewhere as wrong, and gives gold's sentences with tokens", () => {
    expect(lastLine(measureParsing(gold(true), dull, { tokens: false }))).toContain("Sentences 40.00 Words 100.00");
    expect(lastLine(measureParsing(gold(true), dull, { tokens: true }))).toContain("Sentences 100.00 Words 100.00");
  });

  it("writes what was parsed", () => {
    const out = join(mkdtempSync(join(tmpdir(), "onrecord-measure-")), "out.conllu");
    measureParsing(gold(false), dull, { tokens: false, out });
    expect(readFileSync(out, "utf8")).toContain("2-3\tisn't");
  });
});
