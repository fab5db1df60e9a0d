import { readFileSync } from "node:fs";
import { formsOf, GAZETTEER_KINDS, Gazetteer } from "../src/language/engine/index.js";
import { segment, wordTables } from "../src/language/index.js";
import { readTables } from "../src/language/read-tables.js";

/** The columns of `lexicon/` whose phrases the finder of names is told of. Of two kinds for a phrase the one listed first holds. */
const SOURCES: readonly (readonly [table: string, column: string, kind: (typeof GAZETTEER_KINDS)[number]])[] = [
  ["countries", "name", "place"],
  ["countries", "aliases", "place"],
  ["countries", "capitals", "place"],
  ["countries", "demonyms", "nationality"],
  ["countries", "people", "nationality"],
  ["organizations", "name", "organization"],
  ["organizations", "aliases", "organization"],
  ["agencies", "name", "organization"],
  ["agencies", "aliases", "organization"],
  ["given-names", "name", "given name"],
  ["honorifics", "honorific", "title"],
  ["role-nouns", "noun", "title"],
  ["role-nouns", "abbreviations", "title"],
];

/** Makes the gazetteer of the finder of names from the tables in `lexicon` (a folder's URL, with a slash at its end). */
export function makeGazetteer(lexicon: URL): Gazetteer {
  const table = (name: string): string => readFileSync(new URL(`${name}.tsv`, lexicon), "utf8");
  return gazetteerOf(
    SOURCES.flatMap(([name, column, kind]) => phrasesIn(table(name), column, name).map((phrase) => ({ name: phrase, kind }))),
    lexicon,
  );
}

/** Makes a gazetteer of names, with accents and without; `lexicon` says how to split them into words. Of two kinds for a name the one given first holds. */
export function gazetteerOf(
  names: readonly { readonly name: string; readonly kind: (typeof GAZETTEER_KINDS)[number] }[],
  lexicon: URL,
): Gazetteer {
  const tables = wordTables(readTables((name) => readFileSync(new URL(`${name}.tsv`, lexicon), "utf8")));
  return Gazetteer.of(
    names.flatMap(({ name, kind }) =>
      [...new Set([name, name.normalize("NFD").replace(/\p{M}/gu, "")])].map((spelling) => {
        const words = segment(spelling, [{ start: 0, end: spelling.length }], tables);
        return {
          forms: formsOf(words).form,
          kind: GAZETTEER_KINDS.indexOf(kind),
          capitals: words.length === 1 && /^\p{Lu}{2,}$/u.test(spelling),
        };
      }),
    ),
  );
}

/** The titles that stand before names, in small letters. */
export function titlesIn(lexicon: URL): ReadonlySet<string> {
  const phrases = SOURCES.filter(([, , kind]) => kind === "title").flatMap(([name, column]) =>
    phrasesIn(readFileSync(new URL(`${name}.tsv`, lexicon), "utf8"), column, name),
  );
  return new Set(phrases.map((phrase) => phrase.toLowerCase()));
}

/** All phrases of a column of a tab-separated table; a cell holds several parted by "|". */
function phrasesIn(table: string, column: string, name: string): string[] {
  const [header = "", ...rows] = table.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  const index = header.split("\t").indexOf(column);
  if (index < 0) throw new Error(`lexicon/${name}.tsv has no column "${column}"`);
  return rows.flatMap((row) => (row.split("\t")[index] ?? "").split("|")).filter((phrase) => phrase !== "");
}
