import { UsageError } from "../errors.js";
import type { Explanation } from "../explain/explanation.js";
import { type CsvValue, csvLine } from "../render/csv.js";
import { oneLine } from "../render/words.js";

/** A line of a sheet that a person fills in. */
export interface SheetRow {
  /** Number of the line in the file, from 1, the header being the first. */
  readonly line: number;
  readonly annotation: string;
  readonly answer: "right" | "wrong" | null;
  readonly note: string | null;
}

const COLUMNS = ["id", "layer", "story", "sentence", "claim", "answer", "note"] as const;

export const sheetHeader = (): string => csvLine(COLUMNS);

/** An annotation to judge: its sentence with the words between ‹ and ›, what the record claims of them, and the answer that there is. */
export function sheetLine({ id, layer, headline, story, sentence, words, facts }: Explanation, answer: SheetRow["answer"]): string {
  let marked = "";
  let from = sentence.start;
  for (const { start, end } of words) {
    marked += `${sentence.text.slice(from - sentence.start, start - sentence.start)}‹${sentence.text.slice(start - sentence.start, end - sentence.start)}›`;
    from = end;
  }
  marked += sentence.text.slice(from - sentence.start);
  const claim = facts.map(({ label, text }) => `${label}: ${text}`).join("; ");
  const cells: readonly CsvValue[] = [id, layer, headline ?? story, oneLine(marked), oneLine(claim), answer, null];
  return csvLine(cells);
}

const ANSWERS: Readonly<Record<string, "right" | "wrong">> = {
  right: "right",
  r: "right",
  yes: "right",
  y: "right",
  "1": "right",
  wrong: "wrong",
  w: "wrong",
  no: "wrong",
  n: "wrong",
  "0": "wrong",
};

/**
 * The rows of a sheet that came back, from whatever program saved it: comma, semicolon or tab between the cells. Throws `UsageError` for a
 * sheet without the columns or with an answer that is none, with file and line.
 */
export function readSheet(file: string, text: string): readonly SheetRow[] {
  const bare = text.replace(/^\ufeff/, "");
  const header = bare.slice(0, bare.search(/[\r\n]|$/));
  const separator = [",", ";", "\t"].find((one) => header.includes(one)) ?? ",";
  const [names, ...rows] = cellsOf(bare, separator);
  const column = (name: (typeof COLUMNS)[number]): number => {
    const index = names?.cells.findIndex((cell) => cell.trim().toLowerCase() === name) ?? -1;
    if (index < 0) throw new UsageError(`${file}: has no column "${name}"; it must be a sheet that onrecord audit --sheet wrote`);
    return index;
  };
  const [id, answer, note] = [column("id"), column("answer"), column("note")];
  return rows.flatMap(({ line, cells }) => {
    const annotation = cells[id]?.trim() ?? "";
    if (annotation === "") return [];
    const written = cells[answer]?.trim().toLowerCase() ?? "";
    if (written !== "" && ANSWERS[written] === undefined) {
      throw new UsageError(`${file}:${line}: the answer is ${JSON.stringify(cells[answer])}; it must be right or wrong, or empty`);
    }
    return [{ line, annotation, answer: ANSWERS[written] ?? null, note: cells[note]?.trim() || null }];
  });
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of RFC 4180 with any separator; quoted cells may hold line ends. */
function cellsOf(text: string, separator: string): readonly Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`, "y");
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    // A quotation mark that is never closed: the rest is one cell.
    if (match === null) break;
    const [whole, quoted, plain, end] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += whole.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (end === separator) continue;
    rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  }
  // A last row that ends with an empty cell and no line end.
  if (cells.length > 0) rows.push({ line: begun, cells });
  return rows;
}
