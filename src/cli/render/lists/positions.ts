import type { PositionRow } from "../../../archive/index.js";
import { extentOf, type Position } from "../../../model/index.js";
import { STANCE_WORDS } from "../stance.js";
import { piece } from "../styled.js";
import type { Cell, Column } from "../table.js";
import type { Theme } from "../theme.js";
import { unsure, wordsOn } from "../words.js";
import { type ListView, storyCsv } from "./list.js";

export const POSITION_COLUMNS: readonly Column[] = [
  { head: "WHO", min: 12 },
  { head: "STANCE", min: 10 },
  { head: "ISSUE", min: 20 },
  { head: "TOWARD", min: 10 },
];

/** A position with the names of who holds it and at whom it is aimed; null where the text does not tell. */
export interface PositionLine {
  readonly position: Position;
  readonly holder: string;
  readonly toward: string | null;
}

export function positionCells({ position, holder, toward }: PositionLine, theme: Theme): readonly Cell[] {
  const doubt = unsure(position.confidence);
  return [
    holder,
    [piece(STANCE_WORDS[position.stance], theme.bold), ...(doubt === null ? [] : [piece(` · ${doubt}`, theme.warn)])],
    [piece(wordsOn(position.anchor)), ...(position.condition === null ? [] : [piece(` · ${wordsOn(position.condition)}`, theme.dim)])],
    toward ?? "—",
  ];
}

export const POSITIONS: ListView<PositionRow> = {
  columns: POSITION_COLUMNS,
  cells: ({ position, holder, toward }, theme) => positionCells({ position, holder: holder.name, toward: toward?.name ?? null }, theme),
  csv: {
    ...storyCsv,
    id: ({ position }) => position.id,
    issue: ({ position }) => wordsOn(position.anchor),
    start: ({ position }) => extentOf(position.anchor).start,
    end: ({ position }) => extentOf(position.anchor).end,
    issue_key: ({ position }) => position.issueKey,
    stance: ({ position }) => position.stance,
    holder: ({ holder }) => holder.name,
    holder_country: ({ holder }) => holder.country,
    toward: ({ toward }) => toward?.name ?? null,
    toward_country: ({ toward }) => toward?.country ?? null,
    condition: ({ position }) => position.condition && wordsOn(position.condition),
    statement: ({ position }) => position.statement,
    within: ({ position }) => position.modality.within,
    confidence: ({ position }) => position.confidence,
  },
};
