import { describe, expect, it } from "vitest";
import { englishWith, wordAt } from "../../language/index.js";
import { loadLexicon } from "../../lexicon/index.js";
import { syntaxOf } from "../syntax.js";
import { modalityAt } from "./index.js";

const lexicon = loadLexicon();
const english = englishWith(lexicon);

const at = (text: string, word: string): string => {
  const doc = english.parse(text);
  const { time, polarity, certainty } = modalityAt(syntaxOf(doc), lexicon, wordAt(doc, text.indexOf(word)));
  return [time ?? "–", polarity, certainty].join(" ");
};

describe("modalityAt", () => {
  it.each([
    ["Chad attacked the convoy.", "attacked", "past positive asserted"],
    ["Chad attacks the convoy.", "attacks", "present positive asserted"],
    ["Chad will attack the convoy.", "attack", "future positive asserted"],
    ["Chad may attack the convoy.", "attack", "future positive hypothetical"],
    ["Chad did not attack the convoy.", "attack", "past negative asserted"],
    ["Chad never attacked the convoy.", "attacked", "past negative asserted"],
    ["Chad plans to attack the convoy.", "attack", "future positive asserted"],
    ["Chad refused to release the men.", "release", "past negative asserted"],
    ["Chad did not fail to release the men.", "release", "past positive asserted"],
    ["Chad wants to leave the bloc.", "leave", "future positive hypothetical"],
    ["If Chad attacks the convoy, Sudan will answer.", "attacks", "future positive conditional"],
    ["Had Chad attacked the convoy, Sudan would have answered.", "attacked", "past positive conditional"],
    ["Norway cancelled the talks.", "talks", "past negative asserted"],
    ["Norway will hold talks in May.", "talks", "future positive asserted"],
    ["Norway welcomed the planned visit.", "visit", "future positive asserted"],
  ])("%s · %s", (text, word, expected) => {
    expect(at(text, word)).toBe(expected);
  });
});
