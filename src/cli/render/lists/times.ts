import type { TimeRow } from "../../../archive/index.js";
import { extentOf, type Time } from "../../../model/index.js";
import { timeValue } from "../show/notes.js";
import type { Cell, Column } from "../table.js";
import type { Theme } from "../theme.js";
import { wordsOn } from "../words.js";
import { type ListView, storyCsv } from "./list.js";

export const TIME_COLUMNS: readonly Column[] = [
  { head: "TIME", min: 16 },
  { head: "TYPE", min: 8 },
  { head: "PRECISION", min: 11 },
  { head: "VALUE", min: 16 },
];

export const timeCells = (time: Time, theme: Theme): readonly Cell[] => [
  wordsOn(time.anchor),
  time.type.toLowerCase(),
  time.precision ?? "",
  timeValue(time, theme),
];

export const TIMES: ListView<TimeRow> = {
  columns: TIME_COLUMNS,
  cells: ({ time }, theme) => timeCells(time, theme),
  csv: {
    ...storyCsv,
    id: ({ time }) => time.id,
    words: ({ time }) => wordsOn(time.anchor),
    start: ({ time }) => extentOf(time.anchor).start,
    end: ({ time }) => extentOf(time.anchor).end,
    type: ({ time }) => time.type,
    value: ({ time }) => time.value,
    precision: ({ time }) => time.precision,
    mod: ({ time }) => time.mod,
    unresolved: ({ time }) => time.unresolved,
    confidence: ({ time }) => time.confidence,
  },
};
