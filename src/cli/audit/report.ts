import { type AuditSample, type Precision, precisionOf } from "../../archive/index.js";
import { type Column, table } from "../render/table.js";
import type { Theme } from "../render/theme.js";

/** What a sample tells, as it is given as JSON. */
export interface AuditReport extends Precision {
  readonly sample: number;
  readonly unanswered: number;
  /** Annotations that the sample stands for. */
  readonly population: number;
  readonly layers: Readonly<Record<string, Precision & { readonly sample: number; readonly population: number }>>;
}

export function reportOf({ items, population }: AuditSample): AuditReport {
  const all = precisionOf(items);
  const layers = Object.entries(population).map(([layer, size]) => {
    const drawn = items.filter((item) => item.layer === layer);
    return [layer, { ...precisionOf(drawn), sample: drawn.length, population: size }] as const;
  });
  return {
    ...all,
    sample: items.length,
    unanswered: items.length - all.right - all.wrong,
    population: Object.values(population).reduce((sum, size) => sum + size, 0),
    layers: Object.fromEntries(layers.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

const COLUMNS: readonly Column[] = [
  { head: "LAYER", min: 10 },
  { head: "RIGHT", min: 5, align: "right" },
  { head: "WRONG", min: 5, align: "right" },
  { head: "PRECISION", min: 9, align: "right" },
  { head: "95% INTERVAL", min: 14 },
  { head: "OF", min: 9, align: "right" },
];

/** A line a layer, and one for all of them: "87.5 %" and "52.9 to 97.8 %"; a dash before there is an answer. */
export function reportLines(report: AuditReport, width: number, theme: Theme): string[] {
  const row = (name: string, one: Precision & { readonly population: number }): string[] => [
    name,
    String(one.right),
    String(one.wrong),
    one.precision === null ? "—" : `${percent(one.precision)} %`,
    one.interval === null ? "—" : `${percent(one.interval[0])} to ${percent(one.interval[1])} %`,
    one.population.toLocaleString("en-US"),
  ];
  const layers = Object.entries(report.layers).filter(([, { sample }]) => sample > 0);
  const rows = layers.map(([layer, one]) => row(layer, one));
  if (layers.length > 1) rows.push(row("all", report));
  const left = report.unanswered === 0 ? [] : ["", theme.dim(`${report.unanswered} of ${report.sample} have no answer yet.`)];
  return [...table(COLUMNS, rows, width, theme), ...left];
}

const percent = (share: number): string => (100 * share).toFixed(1);
