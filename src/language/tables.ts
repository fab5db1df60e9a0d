import { edgesOf } from "./contractions.js";

/**
 * The written knowledge that cuts a text into words and sentences and names lemmas, as it stands in `lexicon/*.tsv`.
 * Nothing here reads a disk: the caller hands over the rows.
 */

/** One row of a table, by column name. */
export type Row = Readonly<Record<string, string>>;

/** Rows of the tables that this room needs, by the table's name: "abbreviations" for `lexicon/abbreviations.tsv`. */
export type Rows = (table: string) => readonly Row[];

/**
 * How an abbreviation behaves before a capital:
 * `title` goes with the name behind it and ends no sentence ("Gen. Smith"); `number` is one only before a figure ("No. 5", "Sept. 3";
 * "No." alone is a sentence); `inner` is followed by more of the same sentence ("e.g.", "vs."); `either` may end a sentence ("Inc.", "U.S.").
 */
export type AbbreviationKind = "title" | "number" | "inner" | "either";

export interface WordTables {
  /** Abbreviations with their last full stop, in small letters. */
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  /** Words written in one that are several, in small letters: lengths of the parts in code units ("cannot" → 3, 3). */
  readonly contractions: ReadonlyMap<string, readonly number[]>;
  /** `edgesOf` every contraction. */
  readonly contractionEdges: ReadonlySet<number>;
  /** What a hyphen does not cut off, in small letters: "anti", "non". */
  readonly prefixes: ReadonlySet<string>;
  /** Units written onto a number and cut off from it, in small letters: "km", "pm". */
  readonly units: ReadonlySet<string>;
  /** Last labels of host and file names, in small letters: "com", "pdf". */
  readonly suffixes: ReadonlySet<string>;
  /** Words that, with a capital and behind a doubtful full stop, begin a sentence; in small letters: "the", "he". */
  readonly starters: ReadonlySet<string>;
  /** Verbs that go on with the sentence behind a quotation, in small letters: "asked" in “Why?” Smith asked. */
  readonly inquits: ReadonlySet<string>;
}

/** Joins the rows of `abbreviations`, `contractions`, `affixes` and `openers` into the tables of the tokeniser. */
export function wordTables(rows: Rows): WordTables {
  const affixes = rows("affixes");
  const openers = rows("openers");
  const pick = (from: readonly Row[], kind: string) => new Set(from.filter((row) => row.kind === kind).map((row) => row.form));
  // A curly apostrophe has another code than the straight one, so that "'em" needs a row of edges for each.
  const edges = rows("contractions").flatMap(({ form }) => [..."'’‘ʼ`´"].map((mark) => form.replaceAll("'", mark)));
  return {
    contractionEdges: new Set(edges.map((form) => edgesOf(form, 0, form.length))),
    abbreviations: new Map(rows("abbreviations").map((row) => [row.form, row.kind as AbbreviationKind])),
    contractions: new Map(rows("contractions").map((row) => [row.form, row.parts.split(" ").map((part) => part.length)])),
    prefixes: pick(affixes, "prefix"),
    units: pick(affixes, "unit"),
    suffixes: pick(affixes, "suffix"),
    starters: pick(openers, "starter"),
    inquits: pick(openers, "inquit"),
  };
}

/**
 * Rows of a tab-separated table: the first line that is no comment names the columns; lines that begin with `#` and empty ones are skipped.
 * A row shorter than the header has "" in the columns it lacks.
 */
export function rowsOf(table: string): Row[] {
  const [header, ...lines] = table.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  if (header === undefined) return [];
  const columns = header.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}
