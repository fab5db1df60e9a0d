import { describe, expect, it } from "vitest";
import type { CheckResult, FoundWords, LookedInto, StatementRow } from "../../archive/index.js";
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

const found = (statements: readonly StatementRow[], more: Partial<FoundWords> = {}): FoundWords => ({
  ...inStory,
  words: place(WORDS),
  likeness: "same",
  relation: statements.length === 0 ? "story" : "own",
  denied: false,
  shared: 5,
  edits: 0,
  differences: [],
  turns: [],
  statements,
  ...more,
});

const LOOKED: LookedInto = {
  stories: 12,
  first: "2027-03-08",
  last: "2027-03-13",
  undated: 1,
  outlets: [{ name: "Lunda Post", stories: 7 }],
  moreOutlets: 0,
  unnamed: 5,
};
const LOOKED_LINE = "12 stories of 2027-03-08 to 2027-03-13 (Lunda Post 7, no outlet named 5, undated 1)";

const lines = (result: Partial<CheckResult>, { text = TEXT, width = 120, by = null as string | null } = {}): string[] =>
  checkLines(
    {
      verdict: "verbatim",
      exact: [],
      complete: true,
      first: null,
      altered: [],
      accounts: null,
      suggestions: [],
      looked: LOOKED,
      ...result,
    },
    new Map([[inStory.story, { text, agency: "UN" }]]),
    width,
    PLAIN,
    by,
  );

describe("checkLines", () => {
  it("tells the innermost speaker first and through whom it was told", () => {
    expect(lines({ exact: [found([statement("minister", "told", WORDS), statement("envoy", "said", CONTENT)])] })).toEqual([
      "On record in these words: 1 place",
      "",
      "  The envoy said the minister told her that ‹the guns are locked away›, and left for Lomé.",
      "  minister · “told” · indirect",
      "  as told by envoy · “said” · indirect",
      "  Talks go on · UN · 2027-03-11 · 01234567",
      "",
      `Looked in ${LOOKED_LINE}.`,
    ]);
  });

  it("says that there are more places than it shows, and how many are the one's who was asked about", () => {
    expect(lines({ exact: [found([])], complete: false })[0]).toBe("On record in these words: 1 place and more");
    const exact = [found([statement("minister", "told", WORDS)]), found([], { relation: "another" })];
    expect(lines({ exact }, { by: "minister" })[0]).toBe("On record in these words by “minister”: 1 place; elsewhere: 1 place");
  });

  it("says where the words stand first, and who denied them later", () => {
    const denial = found([statement("envoy", "denied", WORDS, { denied: true })], {
      denied: true,
      published: "2027-03-12",
      story: "story_fedcba9876543210",
    });
    const told = found([statement("minister", "told", WORDS)]);
    const shown = lines({ exact: [denial, told], first: told });
    expect(shown.slice(1, 3)).toEqual(["  first in UN · 2027-03-11 · 01234567", "  later denied by envoy · 2027-03-12 · fedcba98"]);
    expect(lines({ verdict: "denied", exact: [denial] }).slice(0, 2)).toEqual([
      "On record as denied, and only so",
      "  denied by envoy · 2027-03-12 · fedcba98",
    ]);
  });

  it.each([
    [1, 1, "  single source"],
    [3, 1, "  single source: 3 stories, copies or versions of one"],
    [3, 2, "  2 independent accounts in 3 stories"],
  ])("counts accounts with copies folded: %i stories, %i independent", (stories, independent, line) => {
    expect(lines({ exact: [found([])], accounts: { stories, independent } })[1]).toBe(line);
  });

  it("says when the story itself says the words", () => {
    expect(lines({ exact: [found([])] })).toContain("  the story itself · no statement that was read holds the words");
  });

  it("says what weakens a statement", () => {
    const weak = statement("minister", "told", WORDS, { denied: true, class: "attitude", confidence: 0.3 });
    expect(lines({ exact: [found([weak])] })).toContain("  minister · “told” · indirect · attitude · denial · unsure (0.30)");
  });

  it("marks what differs in altered words, and what an ellipsis owns up to", () => {
    const altered = found([statement("envoy", "said", CONTENT)], {
      likeness: "altered",
      shared: 4,
      edits: 1,
      turns: ["negation"],
      differences: [
        { kind: "same", marked: false, words: ["the", "guns", "are"] },
        { kind: "missing", marked: false, words: ["hidden"] },
        { kind: "added", marked: false, words: ["locked"] },
        { kind: "added", marked: true, words: ["not"] },
        { kind: "same", marked: false, words: ["away"] },
      ],
    });
    expect(lines({ verdict: "altered", altered: [altered] })).toEqual([
      "Not on record in these words, but nearly so",
      "",
      "On record in other words: 1 place   [-asked-] {+on record+}, (-…-) (+…+) where “…” or [ ] owns up to it",
      "",
      "  the guns are locked away",
      "  the guns are [-hidden-] {+locked+} (+not+) away",
      "  a negation differs: read the whole sentence",
      "  envoy · “said” · indirect",
      "  Talks go on · UN · 2027-03-11 · 01234567",
      "",
      `Looked in ${LOOKED_LINE}.`,
    ]);
  });

  it("says where it looked when nothing is found, and never that it was not said", () => {
    expect(lines({ verdict: "not found" })).toEqual([`Not found in ${LOOKED_LINE}`, `Looked in ${LOOKED_LINE}.`]);
  });

  it("gives other words as suggestions only", () => {
    const shown = lines({ verdict: "not found", suggestions: [statement("envoy", "said", CONTENT)] });
    expect(shown[2]).toBe("Perhaps the same in other words; only the rarer words are shared, so read before you rely on it:");
    expect(shown[4]).toBe(`  ${CONTENT}`);
  });

  it.each([
    ["quoted", "On record for “Ode” only inside another's words"],
    ["another", "Not on record for “Ode”, but for others"],
    ["altered", "Not on record in these words by “Ode”, but nearly so"],
  ] as const)("says who was asked about: %s", (verdict, line) => {
    expect(lines({ verdict }, { by: "Ode" })[0]).toBe(line);
  });

  it("cuts a long paragraph round the words", () => {
    const long = `${"word ".repeat(60)}${WORDS}${" more".repeat(60)}`;
    const start = long.indexOf(WORDS);
    const words = [{ start, end: start + WORDS.length, exact: WORDS }];
    const [, , context] = lines({ exact: [found([], { words })] }, { text: long, width: 400 });
    expect(context).toMatch(/^ {2}… (word )+‹the guns are locked away›( more)+ …$/);
    expect(context.length).toBeLessThan(230);
  });
});
