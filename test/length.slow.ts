/** Reading takes time in proportion to the length of the text, whatever stands in it: see `docs/architecture.md`. */
import { expect, test } from "vitest";
import { openReader } from "../src/intake/index.js";
import { recordOfText } from "./support.js";

const reader = openReader();

const PARAGRAPH =
  "The port of Karsk will close on Monday, Transport Minister Ane Solbakk told reporters. “We had no choice,” she said. The union, which has 1,200 members, rejected the plan and demanded talks in Bern.";

/** A name that no other number gives: "Abo Ceda". */
const nameOf = (number: number): string => {
  const syllables = ["Ab", "Ce", "Do", "Fu", "Gi", "Ka", "Le", "Mo", "Nu", "Pi"];
  const word = (i: number): string => `${syllables[i % 10]}${syllables[Math.floor(i / 10) % 10].toLowerCase()}`;
  return `${word(number)}n ${word(Math.floor(number / 100) + number * 7)}d`;
};

/** Texts of some length, each with what could make a step look at all of it again and again. */
const TEXTS: readonly (readonly [what: string, make: (paragraphs: number) => string])[] = [
  ["paragraphs", (count) => Array(count).fill(PARAGRAPH).join("\n\n")],
  ["one paragraph", (count) => Array(count).fill(PARAGRAPH).join(" ")],
  [
    "a sentence without an end",
    (count) =>
      Array(count)
        .fill(PARAGRAPH.replace(/[.,“”]/g, ""))
        .join(" "),
  ],
  ["marks that are never closed", (count) => "“We go, said Lund. ".repeat(count * 10)],
  [
    "a thousand people",
    (count) =>
      Array.from(
        { length: count * 2 },
        (_, i) => `${nameOf(i)}, the minister, met the ${nameOf(i).split(" ")[0]} Company in Bern, he said.`,
      ).join("\n\n"),
  ],
];

/** Processor time in milliseconds. */
function cost(text: string): number {
  const before = process.cpuUsage();
  recordOfText(reader, text, "2027-03-09");
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test.each(TEXTS)("%s: four times the text, four times the time", (_, make) => {
  cost(make(60));
  expect(cost(make(480)) / cost(make(120))).toBeLessThan(6.5);
});
