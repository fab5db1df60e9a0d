import type { UnreadRow } from "../../../archive/index.js";
import { piece } from "../styled.js";
import { oneLine } from "../words.js";
import { type ListView, storyCsv } from "./list.js";

export const UNREAD: ListView<UnreadRow> = {
  columns: [
    { head: "SENTENCE", min: 30 },
    { head: "WHY", min: 18 },
  ],
  cells: ({ sentence, reason }, theme) => [oneLine(sentence.exact), piece(oneLine(reason), theme.dim)],
  csv: {
    ...storyCsv,
    sentence: ({ sentence }) => sentence.exact,
    words: ({ words }) => words.map(({ exact }) => exact).join("; "),
    start: ({ sentence }) => sentence.start,
    end: ({ sentence }) => sentence.end,
    reason: ({ reason }) => reason,
  },
};
