import { readFileSync } from "node:fs";
import { englishWith, readTables } from "../../src/language/index.js";
import type { BenchArgs } from "../main.js";
import { measureParsing } from "./measure.js";

/** `--gold`: one `.conllu`, read from its raw text, or with `--tokens` from its words and sentences. */
export async function run({ gold, out, tokens }: BenchArgs): Promise<string> {
  const tables = readTables((name) => readFileSync(new URL(`../../lexicon/${name}.tsv`, import.meta.url), "utf8"));
  return measureParsing(gold as string, englishWith(tables), { tokens, ...(out ? { out } : {}) });
}
