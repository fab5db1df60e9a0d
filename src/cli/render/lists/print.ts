import { csvLine } from "../csv.js";
import { type Piece, paint, piece, wrap } from "../styled.js";
import { headLines, type Layout, layoutOf, rowLines } from "../table.js";
import type { Theme } from "../theme.js";
import { oneLine, shortId, titleOf } from "../words.js";
import type { InStory, ListView } from "./list.js";

/** Rows by which the widths of a table are measured; a longer list keeps them. */
const SAMPLE = 200;
const INDENT = 2;

/** A plain table, a chunk of lines at a time. Nothing for no rows. */
export async function* tableOf<Row>(rows: AsyncIterable<Row>, view: ListView<Row>, width: number, theme: Theme): AsyncGenerator<string> {
  yield* laidOut(rows, view, { width, theme, indent: 0 }, (row, layout) => rowLines(layout, view.cells(row, theme)));
}

/** A table under a heading for each story, which the rows must come grouped by. Nothing for no rows. */
export async function* tableByStory<Row extends InStory>(
  rows: AsyncIterable<Row>,
  view: ListView<Row>,
  width: number,
  theme: Theme,
): AsyncGenerator<string> {
  let story: string | null = null;
  yield* laidOut(rows, view, { width: width - INDENT, theme, indent: INDENT }, (row, layout) => {
    const lines = rowLines(layout, view.cells(row, theme)).map((line) => (line === "" ? "" : " ".repeat(INDENT) + line));
    const heading = row.story === story ? [] : [...(story === null ? [] : [""]), ...storyLines(row, width, theme)];
    story = row.story;
    return [...heading, ...lines];
  });
}

async function* laidOut<Row>(
  rows: AsyncIterable<Row>,
  view: ListView<Row>,
  { width, theme, indent }: { readonly width: number; readonly theme: Theme; readonly indent: number },
  linesOf: (row: Row, layout: Layout) => readonly string[],
): AsyncGenerator<string> {
  let waiting: Row[] = [];
  let layout: Layout | null = null;
  const begin = function* (): Generator<string> {
    layout = layoutOf(
      view.columns,
      waiting.map((row) => view.cells(row, theme)),
      width,
      theme,
    );
    yield* headLines(layout).map((line) => `${" ".repeat(indent)}${line}\n`);
    for (const row of waiting) yield `${linesOf(row, layout).join("\n")}\n`;
    waiting = [];
  };
  for await (const row of rows) {
    if (layout !== null) {
      yield `${linesOf(row, layout).join("\n")}\n`;
      continue;
    }
    waiting.push(row);
    if (waiting.length === SAMPLE) yield* begin();
  }
  if (waiting.length > 0) yield* begin();
}

/** "Headline  2027-03-08 · AFP · 8c1f22d0". */
export function storyLines({ story, headline, lead, published, outlet, agency }: InStory, width: number, theme: Theme): string[] {
  const rest = [published?.slice(0, 10) ?? "undated", outlet ?? agency, shortId(story)].filter((part) => part !== null).map(oneLine);
  const line: Piece[] = [piece(titleOf({ headline, lead }), theme.bold), piece(` · ${rest.join(" · ")}`, theme.dim)];
  return wrap(line, width).map(paint);
}

/** RFC 4180, with a header. */
export async function* csvOf<Row>(rows: AsyncIterable<Row>, { csv }: Pick<ListView<Row>, "csv">): AsyncGenerator<string> {
  const columns = Object.entries(csv);
  yield csvLine(columns.map(([name]) => name));
  for await (const row of rows) yield csvLine(columns.map(([, value]) => value(row)));
}
