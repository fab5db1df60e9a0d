import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { englishWith, wordAt } from "../../language/index.js";
import { loadLexicon } from "../../lexicon/index.js";
import { syntaxOf } from "../syntax.js";
import { factualityAt, modalityAt } from "./index.js";

const lexicon = loadLexicon();
const english = englishWith(lexicon);

/** Rows of the table beside this file, without comments and header. */
const rows = readFileSync(new URL("./sentences.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .slice(1)
  .map((line) => line.split("\t"));

/** The axes of the word between asterisks, each as the table has it where the table's cell leaves it open. */
function read(sentence: string, time: string, polarity: string, certainty: string): string {
  const start = sentence.indexOf("*");
  const doc = english.parse(sentence.replaceAll("*", ""));
  const found = modalityAt(syntaxOf(doc), lexicon, wordAt(doc, start));
  return [
    time === "." ? "." : (found.time ?? "–"),
    polarity === "." ? "." : found.polarity === "negative" ? "-" : "+",
    certainty === "." || (certainty === "open" && found.certainty !== "asserted") ? certainty : found.certainty,
  ].join(" ");
}

describe("modalityAt", () => {
  it.each(rows.filter(([, , , , , gap]) => !gap))("%s: %s", (_group, sentence, time, polarity, certainty) => {
    expect(read(sentence, time, polarity, certainty)).toBe([time, polarity, certainty].join(" "));
  });

  it("has nothing right any more that the table calls a gap", () => {
    const closed = rows.filter(
      ([, sentence, time, polarity, certainty, gap]) =>
        gap && read(sentence, time, polarity, certainty) === [time, polarity, certainty].join(" "),
    );
    expect(closed).toEqual([]);
  });
});

describe("factualityAt", () => {
  it.each([
    ["Chad may attack the convoy.", "attack", "possible"],
    ["Chad is likely to attack the convoy.", "attack", "probable"],
    ["Chad wants to attack the convoy.", "attack", "wished"],
    ["Chad will attack if the convoy stops.", "attack", "conditional"],
    ["Chad will attack the convoy.", "attack", "certain"],
    ["If Chad is likely to attack, the convoy will stop.", "attack", "conditional"],
  ])("%s · %s: %s", (text, word, degree) => {
    const doc = english.parse(text);
    expect(factualityAt(syntaxOf(doc), lexicon, wordAt(doc, text.indexOf(word))).degree).toBe(degree);
  });
});
