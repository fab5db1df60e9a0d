import type { ActorRow } from "../../../archive/index.js";
import { piece } from "../styled.js";
import type { Cell, Column } from "../table.js";
import type { Theme } from "../theme.js";
import { unsure } from "../words.js";
import { type ListView, storyCsv } from "./list.js";

export const ACTOR_COLUMNS: readonly Column[] = [
  { head: "ACTOR", min: 14 },
  { head: "KIND", min: 12 },
  { head: "COUNTRY", min: 7 },
  { head: "ROLE", min: 10 },
  { head: "SPEAKS FOR", min: 10 },
  { head: "STATEMENTS", min: 10, align: "right" },
];

export type ActorLine = Pick<ActorRow, "name" | "kind" | "country" | "role" | "affiliation" | "statements" | "confidence">;

export function actorCells({ name, kind, country, role, affiliation, statements, confidence }: ActorLine, theme: Theme): readonly Cell[] {
  const doubt = unsure(confidence);
  return [
    [piece(name), ...(doubt === null ? [] : [piece(` · ${doubt}`, theme.warn)])],
    piece(kind, theme.dim),
    country ?? "",
    role ?? "",
    affiliation ?? "",
    String(statements),
  ];
}

export const ACTORS: ListView<ActorRow> = {
  columns: ACTOR_COLUMNS,
  cells: actorCells,
  csv: {
    ...storyCsv,
    id: ({ id }) => id,
    name: ({ name }) => name,
    kind: ({ kind }) => kind,
    country: ({ country }) => country,
    role: ({ role }) => role,
    affiliation: ({ affiliation }) => affiliation,
    statements: ({ statements }) => statements,
    mentions: ({ mentions }) => mentions.length,
    confidence: ({ confidence }) => confidence,
  },
};
