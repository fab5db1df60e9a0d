import { englishWith, packagedTables } from "../../src/language/index.js";
import type { BenchArgs } from "../main.js";
import { measureParsing } from "./measure.js";

/** `--gold`: one `.conllu`, read from its raw text, or with `--tokens` from its words and sentences. */
export async function run({ gold, out, tokens }: BenchArgs): Promise<string> {
  return measureParsing(gold as string, englishWith(packagedTables()), { tokens, ...(out ? { out } : {}) });
}
