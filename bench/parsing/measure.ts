import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Block, blocksOf, type Doc, type Words } from "../../src/language/index.js";
import { readConllu, writeConllu } from "../../train/conllu.js";

/** What is measured: a parser that cuts the text itself, or is given the words. */
export interface MeasuredEngine {
  parse(text: string, blocks: readonly Block[]): Doc;
  annotate(words: Words): Doc;
}

/**
 * Parses the text behind a CoNLL-U file, or with `tokens` its gold words and sentences, writes the result as CoNLL-U to `out` (or to a temporary
 * file) and gives the scorer's table, with the figures to compare by as its last line.
 */
export function measureParsing(
  gold: string,
  engine: MeasuredEngine,
  { tokens, out }: { readonly tokens: boolean; readonly out?: string },
): string {
  const { doc: goldDoc } = readConllu(readFileSync(gold, "utf8"), gold);
  const started = performance.now();
  const doc = tokens ? engine.annotate(goldDoc) : engine.parse(goldDoc.text, blocksOf(goldDoc.text));
  const seconds = (performance.now() - started) / 1000;
  const file = out ?? join(mkdtempSync(join(tmpdir(), "onrecord-bench-")), "parsed.conllu");
  writeFileSync(file, writeConllu(withoutGaps(doc)));
  const scorer = fileURLToPath(new URL("./score.mjs", import.meta.url));
  const table = execFileSync(process.execPath, [scorer, "--gold", gold, "--system", file], { encoding: "utf8" }).trimEnd();
  return `${table}\n${lineOf(table)} words/s ${Math.round(doc.length / seconds)}`;
}

/** "parsing Sentences 85.3 Words 99.1 …": F1 of each metric of the scorer's table. */
function lineOf(table: string): string {
  const rows = table.split("\n").slice(1);
  return ["parsing", ...rows.map((row) => row.trim().split(/\s+/)).map(([metric, , , f1]) => `${metric} ${f1}`)].join(" ");
}

/**
 * The doc with its words stretched over characters that are in none (zero-width spaces, soft hyphens at a word's edge): the scorer compares all
 * characters of both files.
 */
function withoutGaps(doc: Doc): Doc {
  const end = doc.end.slice();
  for (let word = 0; word < doc.length; word++) {
    const gap = doc.text.slice(doc.end[word], word + 1 < doc.length ? doc.start[word + 1] : doc.text.length);
    end[word] += gap.trimEnd().length;
  }
  // A line break inside a form would break the file.
  return { ...doc, text: doc.text.replace(/\s/g, " "), end };
}
