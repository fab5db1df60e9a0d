import { describe, expect, it } from "vitest";
import { nearStretches, runsOf, turnsOf } from "./find.js";
import { markedWords } from "./words.js";

const near = (asked: string, record: string) =>
  nearStretches(markedWords(asked), markedWords(record)).map(({ likeness, words }) => [likeness, words.map(({ word }) => word).join(" ")]);

describe("nearStretches", () => {
  it.each([
    ["the guns are locked away", "He said the guns were locked away at noon.", [["altered", "the guns were locked away"]]],
    ["the guns … locked away", "The guns are not locked away.", [["cut", "the guns are not locked away"]]],
    ["the guns are locked away", "The guns are locked away.", [["same", "the guns are locked away"]]],
    [
      "we will open the bridge to Lunda before April",
      "Open the bridge to Lunda by April, she said. He said: We may open the bridge to Lunda before June.",
      [
        ["altered", "we may open the bridge to lunda before june"],
        ["altered", "open the bridge to lunda by april"],
      ],
    ],
  ])("%s | %s", (asked, record, stretches) => {
    expect(near(asked, record)).toEqual(stretches);
  });

  it.each([
    ["a frame with another content", "the minister said that the war would end", "The minister said that the talks would fail."],
    ["function words alone", "we will not be what we have been", "they may not be here, and we have what we will"],
    ["two words of many", "the bridge to Lunda will open before April", "The bridge to Lunda is old."],
    ["the same words in another order", "the union of ferry workers left the harbour talks", "talks left harbour workers, ferry union"],
  ])("finds nothing near in %s", (_, asked, record) => {
    expect(near(asked, record)).toEqual([]);
  });
});

describe("runsOf", () => {
  it("gives every run, those over one another too", () => {
    expect(runsOf(markedWords("no no"), markedWords("No, no, no.")).map(([first]) => first.start)).toEqual([0, 4]);
    expect(runsOf([], markedWords("no"))).toEqual([]);
  });
});

describe("turnsOf", () => {
  it.each([
    [["will"], ["would"], []],
    [["will"], ["never"], ["negation"]],
    [["11"], ["twelve"], ["number"]],
    [["dont"], ["1200"], ["negation", "number"]],
  ] as const)("%s for %s", (missing, added, turns) => {
    const differences = [
      { kind: "missing", marked: false, words: missing },
      { kind: "added", marked: true, words: added },
      { kind: "same", marked: false, words: ["no", "7"] },
    ] as const;
    expect(turnsOf(differences)).toEqual(turns);
  });
});
