import type { CsvValue } from "../csv.js";
import type { Cell, Column } from "../table.js";
import type { Theme } from "../theme.js";

/** How rows of one kind are shown: as a table and as CSV. JSON is the row itself. */
export interface ListView<Row> {
  readonly columns: readonly Column[];
  cells(row: Row, theme: Theme): readonly Cell[];
  /** CSV columns by name, in order. */
  readonly csv: { readonly [column: string]: (row: Row) => CsvValue };
}

/** What every row of a list says of its story. */
export interface InStory {
  readonly story: string;
  readonly headline: string | null;
  readonly lead: string;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
}

/** CSV columns that every list but that of the stories begins with. */
export const storyCsv: ListView<InStory>["csv"] = {
  story: ({ story }) => story,
  headline: ({ headline }) => headline,
  published: ({ published }) => published,
  outlet: ({ outlet }) => outlet,
  agency: ({ agency }) => agency,
};
