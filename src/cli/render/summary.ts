import type { ArchiveSummary } from "../../archive/index.js";
import { count } from "./count.js";
import { piece } from "./styled.js";
import { type Cell, table } from "./table.js";
import type { Theme } from "./theme.js";

/** What an archive holds, in a few lines, with those who are most on record. */
export function summaryLines({ stories, first, last, layers, unread, speakers }: ArchiveSummary, width: number, theme: Theme): string[] {
  const span = first === null || last === null ? "" : first === last ? `, ${day(first)}` : `, ${day(first)} to ${day(last)}`;
  const rows = speakers.map(({ name, statements, stories: told }): Cell[] => [
    piece(name, theme.bold),
    String(statements),
    String(told),
    piece("▇".repeat(Math.ceil((statements / speakers[0].statements) * 20)), theme.dim),
  ]);
  const columns = [
    { head: "MOST ON RECORD", min: 20 },
    { head: "STATEMENTS", min: 10, align: "right" },
    { head: "STORIES", min: 7, align: "right" },
    { head: "", min: 10 },
  ] as const;
  return [
    `${theme.bold(count(stories, "story", "stories"))}${span}: ${count(layers.statements ?? 0, "statement")} by ${count(layers.actors ?? 0, "actor")}, ${count(layers.times ?? 0, "time")}, ${count(layers.figures ?? 0, "figure")}, ${count(layers.places ?? 0, "place")}, ${count(layers.events ?? 0, "event")}, ${count(layers.positions ?? 0, "position")}, ${count(layers.meetings ?? 0, "meeting")}`,
    ...(unread > 0 ? [theme.dim(`${count(unread, "sentence")} with a reporting word gave no record: onrecord unread`)] : []),
    ...(rows.length === 0 ? [] : ["", ...table(columns, rows, width, theme)]),
  ];
}

const day = (date: string): string => date.slice(0, 10);
