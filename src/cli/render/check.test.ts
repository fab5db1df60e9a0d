import { describe, expect, it } from "vitest";
import type { AlteredWords, CheckResult, ExactWords, StatementRow } from "../../archive/index.js";
import { ASSERTED } from "../../model/index.js";
import { checkLines } from "./check.js";
import { PLAIN } from "./theme.js";

const TEXT = "Talks went on.\nThe envoy said the minister told her that the guns are locked away, and left for Lomé.";
const WORDS = "the guns are locked away";
const CONTENT = `the minister told her that ${WORDS}`;

const place = (words: string) => {
  const start = TEXT.indexOf(words);
  return [{ start, end: start + words.length, exact: words }];
};

const inStory = {
  story: "story_0123456789abcdef",
  headline: "Talks go on",
  lead: "The envoy said",
  published: "2027-03-11",
  outlet: null,
  agency: "UN",
};

const statement = (name: string, cue: string, content: string, more: Partial<StatementRow> = {}): StatementRow => ({
  ...inStory,
  id: `st_${name}`,
  content: place(content),
  speaker: {
    kind: "actor",
    actor: { id: `act_${name}`, name, kind: "person", country: null, role: null, affiliation: null },
    joint: [],
  },
  speakerSpan: null,
  cue: place(cue),
  cueLemma: cue,
  mode: "indirect",
  class: "speech",
  addressee: null,
  medium: null,
  date: null,
  denied: false,
  modality: ASSERTED,
  rule: "test",
  confidence: 0.9,
  ...more,
});

const exact = (statements: readonly StatementRow[]): ExactWords => ({ ...inStory, words: place(WORDS), statements });
const lines = (result: Partial<CheckResult>, width = 120): string[] =>
  checkLines(
    { exact: [], complete: true, altered: [], storiesLooked: 12, ...result },
    new Map([[inStory.story, { text: TEXT, agency: "UN" }]]),
    width,
    PLAIN,
  );

describe("checkLines", () => {
  it("tells the innermost speaker first and through whom it was told", () => {
    expect(lines({ exact: [exact([statement("minister", "told", WORDS), statement("envoy", "said", CONTENT)])] })).toEqual([
      "On record in these words: 1 place",
      "",
      "  The envoy said the minister told her that ‹the guns are locked away›, and left for Lomé.",
      "  minister · “told” · indirect",
      "  as told by envoy · “said” · indirect",
      "  Talks go on · UN · 2027-03-11 · 01234567",
      "",
      "Looked in 12 stories.",
    ]);
  });

  it("says that there are more places than it shows", () => {
    expect(lines({ exact: [exact([])], complete: false })[0]).toBe("On record in these words: 1 place and more");
  });

  it("says when the story itself says the words", () => {
    expect(lines({ exact: [exact([])] })).toContain("  the story itself · no statement that was read holds the words");
  });

  it("says what weakens a statement", () => {
    const weak = statement("minister", "told", WORDS, { denied: true, class: "attitude", confidence: 0.3 });
    expect(lines({ exact: [exact([weak])] })).toContain("  minister · “told” · indirect · attitude · denial · unsure (0.30)");
  });

  it("marks what differs in altered words", () => {
    const altered: AlteredWords = {
      statement: statement("envoy", "said", CONTENT),
      words: place(WORDS),
      shared: 4,
      edits: 1,
      differences: [
        { kind: "same", words: ["the", "guns", "are"] },
        { kind: "missing", words: ["hidden"] },
        { kind: "added", words: ["locked"] },
        { kind: "same", words: ["away"] },
      ],
    };
    expect(lines({ altered: [altered] })).toEqual([
      "Not on record in these words.",
      "",
      "On record in other words: 1 statement   [-asked-] {+on record+}",
      "",
      "  the guns are locked away",
      "  the guns are [-hidden-] {+locked+} away",
      "  envoy · “said” · indirect",
      "  Talks go on · UN · 2027-03-11 · 01234567",
      "",
      "Looked in 12 stories.",
    ]);
  });

  it("says where it looked when nothing is found", () => {
    expect(lines({ storiesLooked: 1 })).toEqual(["Not on record.", "Looked in 1 story."]);
  });

  it("cuts a long paragraph round the words", () => {
    const long = `${"word ".repeat(60)}${WORDS}${" more".repeat(60)}`;
    const start = long.indexOf(WORDS);
    const words = [{ start, end: start + WORDS.length, exact: WORDS }];
    const [, , context] = checkLines(
      { exact: [{ ...inStory, words, statements: [] }], complete: true, altered: [], storiesLooked: 1 },
      new Map([[inStory.story, { text: long, agency: null }]]),
      400,
      PLAIN,
    );
    expect(context).toMatch(/^ {2}… (word )+‹the guns are locked away›( more)+ …$/);
    expect(context.length).toBeLessThan(230);
  });
});
