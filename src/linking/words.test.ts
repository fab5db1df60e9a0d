import { describe, expect, it } from "vitest";
import { markedWords, markedWordsOf } from "./words.js";

const shown = (text: string): string =>
  markedWords(text)
    .map(({ word, bracketed, gapBefore }) => (gapBefore ? "…" : "") + (bracketed ? `[${word}]` : word))
    .join(" ");

describe("markedWords", () => {
  it.each([
    ["“We will … go.”", "we will …go"],
    ["We will ... go", "we will …go"],
    ["We will . . . go", "we will …go"],
    ["We will [...] go", "we will …go"],
    ["… we will go …", "we will go"],
    ["[The ministers] will go", "[the] [ministers] will go"],
    ["will go [today", "will go today"],
    ["He left. We go", "he left we go"],
  ])("%s", (text, words) => {
    expect(shown(text)).toBe(words);
  });

  it("joins the parts of a broken quotation without a gap, at their places", () => {
    const parts = [
      { start: 4, end: 11, exact: "We will" },
      { start: 22, end: 24, exact: "go" },
    ];
    expect(markedWordsOf(parts).map(({ word, start, gapBefore }) => [word, start, gapBefore])).toEqual([
      ["we", 4, false],
      ["will", 7, false],
      ["go", 22, false],
    ]);
  });
});
