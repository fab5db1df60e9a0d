import { readFileSync } from "node:fs";
import type { LanguageLexicon } from "./tables.js";

/** Columns that hold lists, parted by "|". `xpos` does, too, but is looked up by its parts only where the lemmas are joined. */
const LISTS: ReadonlySet<string> = new Set(["parts", "words", "demonyms", "script", "plurals"]);

/** The tables by the name under which they are given; each stands in a file of that name, in small letters with hyphens. */
const NAMES = [
  "abbreviations",
  "contractions",
  "affixes",
  "openers",
  "lemmas",
  "irregulars",
  "countries",
  "languages",
  "givenNames",
  "honorifics",
  "roleNouns",
  "groupNouns",
  "bodyNouns",
] as const;

const fileOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * The tables of this room from the text of their files, unchecked: for programs that make tables or measure with them, and for tests. The
 * reader gets its tables checked, and with a user's laid over them, from the loader of the lexicon. `read` gives a file by its name without ".tsv".
 */
export function readTables(read: (name: string) => string): LanguageLexicon {
  return Object.fromEntries(NAMES.map((name) => [name, rowsOf(read(fileOf(name)))])) as unknown as LanguageLexicon;
}

/** The tables of this package's own `lexicon/`, which lies beside both `src/` and `dist/`. */
export const packagedTables = (): LanguageLexicon =>
  readTables((name) => readFileSync(new URL(`../../lexicon/${name}.tsv`, import.meta.url), "utf8"));

/** Rows of a tab-separated table, by line; the first line that is no comment names the columns; an empty cell is null, an empty list []. */
function rowsOf(table: string): ReadonlyMap<string, Readonly<Record<string, string | null | readonly string[]>>> {
  const [header = "", ...lines] = table.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  const columns = header.split("\t");
  const cellOf = (column: string, cell = "") => (LISTS.has(column) ? (cell === "" ? [] : cell.split("|")) : cell === "" ? null : cell);
  return new Map(
    lines.map((line) => {
      const cells = line.split("\t");
      return [line, Object.fromEntries(columns.map((column, index) => [column, cellOf(column, cells[index])]))];
    }),
  );
}
