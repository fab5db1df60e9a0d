import { describe, expect, it } from "vitest";
import { englishWith } from "../../language/index.js";
import { loadLexicon } from "../../lexicon/index.js";
import { readReferents } from "../actors/index.js";
import { knowledgeOf, readingOf } from "../reading.js";
import { candidatesOf, cuesOf } from "./candidates.js";

const lexicon = loadLexicon();
const knowledge = knowledgeOf(lexicon);
const english = englishWith(lexicon);

/** All contents that are proposed for the cue with a lemma. */
function proposed(text: string, lemma: string): string[] {
  const blocks = [{ start: 0, end: text.length }];
  const story = { text, regions: [{ type: "paragraph", start: 0, end: text.length }] } as never;
  const reading = readingOf(story, english.parse(text, blocks), blocks, knowledge);
  return candidatesOf(reading, readReferents(reading), cuesOf(reading), () => true)
    .proposals.filter(({ cue }) => cue.frame.lemma === lemma)
    .flatMap(({ groups }) => groups.flatMap(({ proposals }) => proposals))
    .map(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)).join(" … "));
}

describe("proposalsOf", () => {
  it.each<[string, string, string]>([
    ["say", "Ane Lund said the port would close.", "the port would close"],
    ["say", "Ane Lund said the port would close, which dealers had feared.", "the port would close"],
    ["add", "The port would close, Lund added.", "The port would close"],
    ["report", "As the Tidende reported on Monday, the port will close.", "the port will close"],
    ["reject", "The plan was rejected by the union.", "The plan"],
    ["confident", "Ane Lund is confident that the port will reopen.", "that the port will reopen"],
    ["demand", "Norway's demand to reopen the port was heard.", "to reopen the port"],
    ["criticize", "Lund criticized the plan as reckless.", "the plan as reckless"],
    ["tout", "Lund touted the plan as a cure.", "the plan as a cure"],
    ["doubt", "Lund has doubts about the plan.", "about the plan"],
    ["deny", "Lund denied, in an angry letter, that the port was mined.", "that the port was mined"],
  ])("%s: %s", (lemma, text, expected) => {
    expect(proposed(text, lemma)).toContain(expected);
  });

  it.each<[string, string]>([
    ["agree", "Norway and Denmark agreed to reopen the port."],
    ["agree", "Norway and Denmark agreed on reopening the port."],
  ])("takes no deed for words: %s, %s", (lemma, text) => {
    expect(proposed(text, lemma).filter((content) => content.includes("reopen"))).toEqual([]);
  });

  it("keeps what is said within marks within them, unless only the cue is quoted", () => {
    expect(
      proposed("“I told him that,” Lund said, adding that the port was shut.", "tell").filter((content) => /said/.test(content)),
    ).toEqual([]);
    expect(proposed("Lund “denied” that the port was mined.", "deny")).toContain("that the port was mined");
  });

  it("does not take who says it for what is said", () => {
    expect(proposed("The reports were denied by the ministry.", "deny")).not.toContain("the ministry");
  });

  it("does not let a noun's content take in what its holder does besides", () => {
    const text = "Norway says it has no plans to close the strait and rejects the demand.";
    for (const content of proposed(text, "plan")) expect(content).not.toContain("rejects");
  });
});
