import { readFileSync } from "node:fs";
import { readTables } from "./read-tables.js";
import type { LanguageLexicon } from "./tables.js";

/** The tables of the repository's `lexicon/`, for tests. */
export const testTables: LanguageLexicon = readTables((name) =>
  readFileSync(new URL(`../../lexicon/${name}.tsv`, import.meta.url), "utf8"),
);
