#!/usr/bin/env node
// How often attributions of each confidence are right: whether "0.9" means nine in ten.
// Usage: node calibration.mjs --gold DIR --predicted FILE.jsonl
// Predictions as for score.mjs, each with a `confidence` from 0 to 1. Right is what score.mjs calls right end to end.

import { readFileSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { jaccard, matchOneToOne, OVERLAP, readGold, sameSource, tokensOf } from "./score.mjs";

/** Lower bounds of the rows of the table. */
const STEPS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95];

/** For each step of confidence, and for 0.9 and more, how many attributions there are and how many of them are right. */
export function calibration(gold, predicted) {
  const rows = STEPS.map((from) => ({ from, predicted: 0, content: 0, right: 0 }));
  for (const [doc, { prepared, attributions, discarded }] of gold) {
    const described = (attribution) => ({
      ...attribution,
      sourceTokens: tokensOf(prepared, attribution.source),
      contentTokens: tokensOf(prepared, attribution.content),
    });
    const skipped = tokensOf(prepared, discarded);
    const golds = attributions.map(described);
    const predictions = (predicted.get(doc) ?? []).map(described).filter((p) => ![...p.contentTokens].every((t) => skipped.has(t)));
    const pairs = matchOneToOne(golds, predictions, (g, p) => jaccard(g.contentTokens, p.contentTokens), OVERLAP);
    const goldOf = new Map(pairs.map(([g, p]) => [p, g]));
    for (const prediction of predictions) {
      const row = rows[STEPS.findLastIndex((from) => prediction.confidence >= from)];
      row.predicted++;
      const match = goldOf.get(prediction);
      if (match) row.content++;
      if (match && sameSource(match, prediction)) row.right++;
    }
  }
  const sure = rows.filter(({ from }) => from >= 0.9);
  const sum = (name) => sure.reduce((total, row) => total + row[name], 0);
  return { rows, sure: { predicted: sum("predicted"), content: sum("content"), right: sum("right") } };
}

export function report({ rows, sure }) {
  const line = (label, { predicted, content, right }) =>
    `${label.padEnd(16)}${String(predicted).padStart(8)}${percent(content, predicted)}${percent(right, predicted)}`;
  return [
    "confidence          n      content   end to end",
    ...rows.filter(({ predicted }) => predicted > 0).map((row) => line(`from ${row.from}`, row)),
    line("0.9 and more", sure),
  ].join("\n");
}

const percent = (part, whole) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`).padStart(12);

function main() {
  const { values } = parseArgs({ options: { gold: { type: "string" }, predicted: { type: "string" } } });
  if (!values.gold || !values.predicted) {
    console.error("usage: node calibration.mjs --gold DIR_WITH_text_AND_attributions --predicted FILE.jsonl");
    process.exit(2);
  }
  const lines = readFileSync(values.predicted, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  console.log(report(calibration(readGold(values.gold), new Map(lines.map(({ doc, attributions }) => [doc, attributions])))));
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main();
