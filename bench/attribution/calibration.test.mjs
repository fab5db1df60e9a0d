// Run with: node --test
import assert from "node:assert/strict";
import { test } from "node:test";
import { calibration } from "./calibration.mjs";
import { prepareText } from "./score.mjs";

const TEXT = "Lund said the port closed. She hopes that it reopens. Critics doubt the plan.";
const span = (phrase) => {
  const start = TEXT.indexOf(phrase);
  return [[start, start + phrase.length]];
};
const attribution = (source, cue, content) => ({ source: span(source), cue: span(cue), content: span(content) });

test("counts what is right by confidence, content and source apart", () => {
  const gold = new Map([
    [
      "a",
      {
        prepared: prepareText(TEXT),
        attributions: [attribution("Lund", "said", "the port closed"), attribution("She", "hopes", "that it reopens")],
        discarded: [],
      },
    ],
  ]);
  const predicted = new Map([
    [
      "a",
      [
        { ...attribution("Lund", "said", "the port closed"), confidence: 0.97 },
        { ...attribution("Critics", "hopes", "that it reopens"), confidence: 0.92 },
        { ...attribution("Critics", "doubt", "the plan"), confidence: 0.35 },
      ],
    ],
  ]);
  const { rows, sure } = calibration(gold, predicted);
  assert.deepEqual(sure, { predicted: 2, content: 2, right: 1 });
  assert.deepEqual(
    rows.filter(({ predicted: n }) => n > 0).map(({ from, content, right }) => [from, content, right]),
    [
      [0.3, 0, 0],
      [0.9, 1, 0],
      [0.95, 1, 1],
    ],
  );
});
