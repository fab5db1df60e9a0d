import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../lexicon/index.js";
import { readStory } from "../../library.js";
import type { LayerName, StoryRecord } from "../../model/index.js";
import { explain } from "./explain.js";
import type { Explanation } from "./explanation.js";

const lexicon = loadLexicon();

/** The explanations of all annotations of a layer, of a text published on Wednesday 10 March 2027. */
function explained(text: string, layer: LayerName): readonly Explanation[] {
  const read = readStory(text, { published: "2027-03-10" });
  if ("reason" in read) throw new Error(read.reason);
  return read.record[layer].map(({ id }) => explain(read.story, read.record, id, lexicon) as Explanation);
}

const factsOf = ({ facts }: Explanation): Readonly<Record<string, string>> =>
  Object.fromEntries(facts.map(({ label, text }) => [label, text]));

describe("explain", () => {
  it("tells what a weekday was counted from", () => {
    const [monday, friday] = explained("The port closed on Monday. It will open on Friday.", "times");
    expect(factsOf(monday)).toMatchObject({
      value: "2027-03-08 (date, exact to the day)",
      "that is": "Monday 8 March 2027",
      "counted from": "the publication, Wednesday 10 March 2027: 2 days before",
      direction: "its clause tells of what has been, so the last one counts",
    });
    expect(factsOf(friday)).toMatchObject({
      "counted from": "the publication, Wednesday 10 March 2027: 2 days after",
      direction: "its clause tells of what is to come, so the next one counts",
    });
    expect(friday.how).toMatch(/weekday/);
  });

  it("tells the time in the text that another was counted from", () => {
    const [, next] = explained("The port closed on 2 March 2027. The next day it opened.", "times");
    expect(factsOf(next)).toMatchObject({
      value: "2027-03-03 (date, exact to the day)",
      "counted from": "a time that the text names, Tuesday 2 March 2027: 1 day after",
    });
  });

  it("tells why a time has no value, and of what needs no arithmetic", () => {
    const [impossible, whole] = explained("The port closed on 30 February 2026. It opened on 2 March 2026.", "times");
    expect(factsOf(impossible)).toEqual({ "no value": "the calendar has no 30 February 2026" });
    expect(factsOf(whole)["counted from"]).toBe("nothing: the words name it whole");
  });

  it("follows a statement to the one whose words it stands in", () => {
    const statements = explained("Norway said that Denmark had denied that the port was closed.", "statements");
    const inner = statements.find(({ facts }) => facts.some(({ label }) => label === "within"));
    expect(inner && factsOf(inner)).toMatchObject({ speaker: "Denmark, in the words “Denmark”", within: "“said” of Norway" });
  });

  it("says whose account a figure is", () => {
    const [said, own] = explained("Norway said 40 ships had left. The port burned, and 12 houses fell.", "figures");
    expect(factsOf(said)).toMatchObject({ value: "40 ships", account: "Norway", within: "“said” of Norway" });
    expect(factsOf(own)).toMatchObject({ value: "12 houses", account: "the story's own" });
  });

  it("shows the sentence around the words, and only that", () => {
    const [{ sentence, words }] = explained("The sea was calm. The port closed on Monday. Nobody came.", "times");
    expect(sentence.text).toBe("The port closed on Monday.");
    expect(sentence.start <= words[0].start && words[0].end <= sentence.end).toBe(true);
  });

  it("takes the beginning of an id where one annotation has it, and gives nothing for others", () => {
    const read = readStory("The port closed on Monday.", { published: "2027-03-10" });
    if ("reason" in read) throw new Error(read.reason);
    const [{ id }] = read.record.times;
    expect(explain(read.story, read.record, id.slice(0, 9), lexicon)?.id).toBe(id);
    expect(explain(read.story, read.record, "time_zzzz", lexicon)).toBeNull();
  });
});

describe("the table of rules", () => {
  it("describes every rule that the samples call on", () => {
    const folders = ["crisis", "look"].map((name) => new URL(`../../../samples/${name}/`, import.meta.url));
    const rules = new Set<string>();
    for (const folder of folders) {
      for (const file of readdirSync(folder).filter((name) => name.endsWith(".txt"))) {
        const read = readStory(readFileSync(new URL(file, folder), "utf8"), { published: "2027-03-10" });
        if (!("reason" in read)) for (const rule of rulesOf(read.record)) rules.add(rule);
      }
    }
    expect([...rules].filter((rule) => !lexicon.rules.has(rule))).toEqual([]);
    expect(rules.size).toBeGreaterThan(20);
  });
});

const rulesOf = ({ times, statements, figures, places, positions, meetings, actors }: StoryRecord): readonly string[] => [
  ...[...times, ...statements, ...figures, ...places, ...positions, ...meetings, ...actors].map(({ rule }) => rule),
  ...actors.flatMap(({ mentions }) => mentions.map(({ rule }) => rule)),
];
