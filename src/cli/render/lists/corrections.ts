import type { CorrectionRow } from "../../../archive/index.js";
import type { Correction, Decision, Patch, PatchValue } from "../../../model/index.js";
import { piece } from "../styled.js";
import { clip, oneLine, shortId } from "../words.js";
import { type ListView, storyCsv } from "./list.js";

const DECIDED: { readonly [D in Decision]: string } = {
  right: "confirmed",
  wrong: "rejected",
  changed: "changed",
  added: "added",
  merge: "merged",
  split: "split",
  undo: "undone",
};

export const decisionWord = ({ decision }: Correction): string => DECIDED[decision];

const WORDS = 60;

/** "rejected “the ferry sanctions would end” (statement of Ana Lund) · Eva Kol · cor_5b6c7d1f0c2d3e4a". */
export function decisionLine(correction: Correction): string {
  const words = correction.target.map(([, { exact }]) => exact).join(" … ");
  const claim = correction.key === "" ? "" : `: ${correction.key}`;
  return [
    `${decisionWord(correction)} “${clip(oneLine(words), WORDS)}” (${correction.layer.slice(0, -1)}${claim})`,
    correction.author,
    correction.id,
  ].join(" · ");
}

/** What a decision wants: "speaker: Ana Lund, denied: yes"; empty for one that only judges. */
export function wanted({ decision, value }: Correction): string {
  switch (decision) {
    case "changed":
    case "added":
      return settings(value);
    case "merge":
      return `is also ${value.name}`;
    case "split":
      return `${value.mentions.map(([, { exact }]) => `“${oneLine(exact)}”`).join(", ")} is ${value.name}`;
    case "undo":
      return `takes back ${value.slice(0, 12)}`;
    default:
      return "";
  }
}

const settings = (patch: Patch): string =>
  Object.entries(patch)
    .map(([field, value]) => `${field}: ${written(value)}`)
    .join(", ");

function written(value: PatchValue): string {
  if (value.kind === "actors") return value.actors.map(({ name }) => name).join("; ") || "none";
  if (value.kind === "words") return `“${oneLine(value.parts.map(([, { exact }]) => exact).join(" … "))}”`;
  if (typeof value.value === "boolean") return value.value ? "yes" : "no";
  return value.value === null ? "none" : [value.value].flat().join(" to ");
}

const stateOf = ({ state, orphaned }: CorrectionRow): string =>
  orphaned === null || state !== "orphaned" ? state : `orphaned in ${shortId(orphaned.story)}: ${orphaned.reason}`;

export const CORRECTIONS: ListView<CorrectionRow> = {
  columns: [
    { head: "DECISION", min: 10 },
    { head: "OF", min: 12 },
    { head: "WORDS", min: 16 },
    { head: "BY", min: 10 },
    { head: "STATE", min: 10 },
  ],
  cells: (row, theme) => {
    const { correction, words, state } = row;
    const more = wanted(correction);
    return [
      [piece(decisionWord(correction), theme.bold), piece(` · ${correction.id.slice(0, 12)}`, theme.dim)],
      [piece(correction.layer.slice(0, -1)), ...(correction.key === "" ? [] : [piece(` · ${oneLine(correction.key)}`, theme.dim)])],
      [piece(clip(oneLine(words), 200)), ...(more === "" ? [] : [piece(` · ${more}`)])],
      [
        piece(correction.author),
        piece(` · ${correction.at.slice(0, 16).replace("T", " ")}`, theme.dim),
        ...(correction.note === null ? [] : [piece(` · ${oneLine(correction.note)}`)]),
      ],
      piece(stateOf(row), state === "orphaned" ? theme.warn : theme.dim),
    ];
  },
  csv: {
    ...storyCsv,
    id: ({ correction }) => correction.id,
    at: ({ correction }) => correction.at,
    author: ({ correction }) => correction.author,
    decision: ({ correction }) => correction.decision,
    layer: ({ correction }) => correction.layer,
    words: ({ words }) => oneLine(words),
    claim: ({ correction }) => correction.key,
    wanted: ({ correction }) => wanted(correction),
    note: ({ correction }) => correction.note,
    state: ({ state }) => state,
    annotation: ({ annotation }) => annotation,
    orphaned_in: ({ orphaned }) => orphaned?.story ?? null,
    reason: ({ orphaned }) => orphaned?.reason ?? null,
  },
};
