import type { FigureRow } from "../../../archive/index.js";
import { extentOf, type Figure } from "../../../model/index.js";
import { figureValue } from "../figure.js";
import { type Piece, piece } from "../styled.js";
import type { Cell, Column } from "../table.js";
import type { Theme } from "../theme.js";
import { unsure, wordsOn } from "../words.js";
import { type ListView, storyCsv } from "./list.js";

export const FIGURE_COLUMNS: readonly Column[] = [
  { head: "FIGURE", min: 12 },
  { head: "OF WHAT", min: 14 },
  { head: "BY", min: 12 },
  { head: "WORDS", min: 16 },
];

/** A figure with the names of whose account it is and of whom; null where the story itself gives it, and where nobody owns it. */
export interface FigureLine {
  readonly figure: Figure;
  readonly by: string | null;
  readonly of: string | null;
  /** Of the archive only: a story by itself tells of no other. */
  readonly accounts?: FigureRow["accounts"];
}

export function figureCells({ figure, by, of, accounts }: FigureLine, theme: Theme): readonly Cell[] {
  const marks = [figure.modality.polarity === "negative" ? "denied" : null, unsure(figure.confidence)].filter((mark) => mark !== null);
  const about = [of, figure.place === null ? null : wordsOn(figure.place), figure.asOf].filter((part) => part !== null);
  return [
    [piece(figureValue(figure), theme.bold), ...marks.map((mark) => piece(` · ${mark}`, theme.warn))],
    [piece(figure.unit), ...about.map((part) => piece(` · ${part}`, theme.dim))],
    [piece(by ?? "—"), ...accountsMark(accounts, theme)],
    wordsOn(figure.anchor),
  ];
}

/** Copies are folded: three outlets that print one wire story are a single source. */
function accountsMark(accounts: FigureLine["accounts"], theme: Theme): Piece[] {
  if (accounts === undefined) return [];
  const { independent } = accounts;
  return independent === 1 ? [piece(" · single source", theme.warn)] : [piece(` · ${independent} accounts`, theme.dim)];
}

export const FIGURES: ListView<FigureRow> = {
  columns: FIGURE_COLUMNS,
  cells: ({ figure, by, of, accounts }, theme) => figureCells({ figure, by: by?.name ?? null, of: of?.name ?? null, accounts }, theme),
  csv: {
    ...storyCsv,
    id: ({ figure }) => figure.id,
    words: ({ figure }) => wordsOn(figure.anchor),
    start: ({ figure }) => extentOf(figure.anchor).start,
    end: ({ figure }) => extentOf(figure.anchor).end,
    low: ({ figure: { value } }) => (typeof value === "number" ? value : value[0]),
    high: ({ figure: { value } }) => (typeof value === "number" ? value : value[1]),
    bound: ({ figure }) => figure.bound,
    unit: ({ figure }) => figure.unit,
    of: ({ of }) => of?.name ?? null,
    of_country: ({ of }) => of?.country ?? null,
    by: ({ by }) => by?.name ?? null,
    by_country: ({ by }) => by?.country ?? null,
    place: ({ figure }) => figure.place && wordsOn(figure.place),
    as_of: ({ figure }) => figure.asOf,
    denied: ({ figure }) => figure.modality.polarity === "negative",
    within: ({ figure }) => figure.modality.within,
    confidence: ({ figure }) => figure.confidence,
    stories: ({ accounts }) => accounts.stories,
    independent: ({ accounts }) => accounts.independent,
  },
};
