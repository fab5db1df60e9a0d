import type { Change, DiffedLayer, FieldChange } from "../../linking/index.js";
import { leadOf, type Story } from "../../model/index.js";
import { count } from "./count.js";
import { type Line, paint, piece, wrap } from "./styled.js";
import type { Theme } from "./theme.js";
import { wordDiff } from "./word-diff.js";
import { oneLine, shortId, titleOf } from "./words.js";

const HEADS: { readonly [L in DiffedLayer]?: string } = {
  title: "TITLE",
  statements: "STATEMENTS",
  figures: "FIGURES",
  positions: "POSITIONS",
  meetings: "MEETINGS",
  events: "EVENTS",
  actors: "ACTORS",
};

const SIGNS = { changed: "~", gone: "-", new: "+" } as const;

/** What changed in the record: which two stories, how much, then each change by layer. */
export function diffLines(earlier: Story, later: Story, changes: readonly Change[], width: number, theme: Theme): string[] {
  const lines = [...storyLine("-", earlier, width, theme), ...storyLine("+", later, width, theme), ""];
  if (changes.length === 0) return [...lines, theme.bold("Nothing changed in the record.")];
  const layers = [...new Set(changes.map(({ layer }) => layer))];
  return [
    ...lines,
    theme.bold(summaryOf(changes)),
    ...layers.flatMap((layer) => [
      "",
      theme.dim(HEADS[layer] ?? layer),
      ...changes.filter((change) => change.layer === layer).flatMap((change) => changeLines(change, width, theme)),
    ]),
  ];
}

/** "3 changed, 1 gone, 2 new". */
function summaryOf(changes: readonly Change[]): string {
  const of = (kind: Change["kind"]): number => changes.filter((change) => change.kind === kind).length;
  return `${count(changes.length, "change")}: ${(["changed", "gone", "new"] as const)
    .filter((kind) => of(kind) > 0)
    .map((kind) => `${of(kind)} ${kind}`)
    .join(", ")}`;
}

function storyLine(sign: string, story: Story, width: number, theme: Theme): string[] {
  const { headline, outlet, agency, published, id } = story;
  const rest = [outlet ?? agency, published?.value ?? "undated", shortId(id)].filter((part) => part !== null).map(oneLine);
  return wrap(
    [piece(`${sign} ${titleOf({ headline, lead: leadOf(story) })}`, theme.bold), piece(` · ${rest.join(" · ")}`, theme.dim)],
    width,
  ).map(paint);
}

function changeLines({ kind, whose, words, fields }: Change, width: number, theme: Theme): string[] {
  const style = kind === "gone" ? theme.bad : kind === "new" ? theme.good : theme.warn;
  const sign = piece(`${SIGNS[kind]} `, style);
  const whoseLine: Line = whose === null ? [] : [piece(`${oneLine(whose)}: `, theme.bold)];
  const text = fields.find(({ field }) => field === "words" || field === "title");
  const said: Line = text === undefined ? [piece(oneLine(words))] : wordDiff(text.differences, theme);
  const notes = fields.flatMap((field) => [...(field === text ? [] : [fieldLine(field, theme)]), ...turnLines(field, theme)]);
  return [...hanging([sign, ...whoseLine, ...said], "", width), ...notes.flatMap((note) => hanging(note, INDENT, width))];
}

const INDENT = "    ";

/** A line wrapped, with `begin` before it and four columns before what goes on. */
const hanging = (line: Line, begin: string, width: number): string[] =>
  wrap(line, width - INDENT.length).map((part, i) => `${i === 0 ? begin : INDENT}${paint(part)}`.trimEnd());

/** "value raised: 11 → 12". */
function fieldLine({ field, from, to, way, differences }: FieldChange, theme: Theme): Line {
  if (differences.length > 0) return [piece(`${field}: `, theme.dim), ...wordDiff(differences, theme)];
  const shown = (value: string | null): string => (value === null ? "—" : oneLine(value));
  return [piece(`${field}${way === null ? "" : ` ${way}`}: `, theme.dim), piece(`${shown(from)} → ${shown(to)}`)];
}

const turnLines = ({ turns }: FieldChange, theme: Theme): Line[] => turns.map((turn) => [piece(`a ${turn} differs`, theme.warn)]);
