import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Draft, item } from "../src/archive/testing.js";
import { diffLines } from "../src/cli/render/diff.js";
import { PLAIN } from "../src/cli/render/theme.js";
import { diffRecords } from "../src/linking/index.js";

const BEFORE: Draft = {
  headline: "Lunda offers talks",
  text: "Ana Lund said 11 ferries would sail. “We will not pay for the harbour,” Ana Lund added. Jon Ode offered talks. Mia Berg met Jon Ode. The port union struck.",
  published: "2026-03-02",
  actors: [{ name: "Ana Lund", role: "minister" }, { name: "Jon Ode" }, { name: "Mia Berg" }, { name: "port union", kind: "organization" }],
  statements: [
    { by: ["Ana Lund"], content: "11 ferries would sail", cue: "said" },
    { by: ["Ana Lund"], content: "“We will not pay for the harbour,”", cue: "added", mode: "direct" },
  ],
  figures: [{ words: "11 ferries", value: 11, unit: "ferries", by: "Ana Lund" }],
  positions: [{ issue: "talks", stance: "offer", by: "Jon Ode" }],
  events: [{ words: "struck", type: "PROTEST", by: "port union" }],
};

const AFTER: Draft = {
  headline: "Lunda refuses talks",
  text: "“We will pay for the harbour,” Ana Lund added. Ana Lund said 14 ferries would sail. Jon Ode rejected talks. A spokesman said the port union is wrong. The port union struck.",
  published: "2026-03-03",
  actors: [{ name: "Ana Lund", role: "finance minister" }, { name: "Jon Ode" }, { name: "port union", kind: "organization" }],
  statements: [
    { by: ["Ana Lund"], content: "“We will pay for the harbour,”", cue: "added", mode: "direct" },
    { by: ["Ana Lund"], content: "14 ferries would sail", cue: "said" },
    { content: "the port union is wrong", cue: "said" },
  ],
  figures: [{ words: "14 ferries", value: 14, unit: "ferries", by: "Ana Lund" }],
  positions: [{ issue: "talks", stance: "reject", by: "Jon Ode" }],
  events: [{ words: "struck", type: "PROTEST", by: "port union", status: "alleged" }],
};

const changesOf = (before: Draft, after: Draft) => diffRecords(item(before), item(after));
const shown = (before: Draft, after: Draft): readonly string[] =>
  changesOf(before, after).map(({ layer, kind, whose, words, fields }) => {
    const how = fields.map(({ field, from, to, way }) => `${field}${way === null ? "" : ` ${way}`} ${from} > ${to}`);
    return [layer, kind, ...(whose === null ? [] : [`${whose}:`]), words, ...how].join(" ");
  });

describe("diffRecords", () => {
  it("tells what changed in each layer, and not what moved", () => {
    expect(shown(BEFORE, AFTER)).toEqual([
      "title changed Lunda refuses talks title Lunda offers talks > Lunda refuses talks",
      "statements changed Ana Lund: “We will pay for the harbour,” words “We will not pay for the harbour,” > “We will pay for the harbour,”",
      "statements changed Ana Lund: 14 ferries would sail words 11 ferries would sail > 14 ferries would sail",
      "statements new the port union is wrong",
      "figures changed Ana Lund: 14 ferries (ferries) value raised 11 > 14",
      "positions changed Jon Ode: reject: talks stance offer > reject",
      "events changed port union: PROTEST: struck status occurred > alleged",
      "actors changed Ana Lund role minister > finance minister",
      "actors gone Mia Berg",
    ]);
    expect(shown(AFTER, BEFORE)).toContain("figures changed Ana Lund: 11 ferries (ferries) value lowered 14 > 11");
  });

  it("says that the same words were given to another, and that a denial became a claim", () => {
    const said = (by: string, denied: boolean): Draft => ({
      text: "Ana Lund and Jon Ode said guns were hidden in the hold.",
      actors: [{ name: "Ana Lund" }, { name: "Jon Ode" }],
      statements: [{ by: [by], content: "guns were hidden in the hold", cue: "said", denied }],
    });
    expect(shown(said("Ana Lund", false), said("Jon Ode", true))).toEqual([
      "statements changed Jon Ode: guns were hidden in the hold speaker Ana Lund > Jon Ode denied false > true",
    ]);
  });

  it("flags a negation that went", () => {
    const [, change] = changesOf(BEFORE, AFTER);
    expect(change.fields[0].turns).toEqual(["negation"]);
  });

  const words = fc.uniqueArray(fc.constantFrom(..."bridge ferry harbour lunda sanctions ships grain talks not will".split(" ")), {
    minLength: 1,
    maxLength: 6,
  });
  const anyDraft = fc.tuple(words, words, fc.constantFrom("Ana Lund", "Jon Ode")).map(
    ([one, other, by]): Draft => ({
      text: `${by} said ${one.join(" ")}. ${by} said ${other.join(" ")} 7 ships.`,
      headline: one.join(" "),
      actors: [{ name: by }],
      statements: [one, other].map((list) => ({ by: [by], content: list.join(" "), cue: "said" })),
      figures: [{ words: "7 ships", value: 7, unit: "ships", by }],
    }),
  );

  it("finds nothing between a story and itself, and the mirror image between two the other way round", () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (a, b) => {
        expect(changesOf(a, a)).toEqual([]);
        const tally = (changes: ReturnType<typeof changesOf>, kind: string) => changes.filter((change) => change.kind === kind).length;
        const [there, back] = [changesOf(a, b), changesOf(b, a)];
        expect([tally(there, "new"), tally(there, "gone"), tally(there, "changed")]).toEqual([
          tally(back, "gone"),
          tally(back, "new"),
          tally(back, "changed"),
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("diffLines", () => {
  it("shows both stories, how much changed, and each change by layer", () => {
    const [before, after] = [item(BEFORE), item(AFTER)];
    const lines = diffLines(before.story, after.story, diffRecords(before, after), 100, PLAIN);
    expect(lines[0]).toMatch(/^- Lunda offers talks · 2026-03-02 · [0-9a-f]{8}$/);
    expect(lines).toEqual(
      expect.arrayContaining([
        "9 changes: 7 changed, 1 gone, 1 new",
        "TITLE",
        "~ lunda [-offers-] {+refuses+} talks",
        "~ Ana Lund: we will [-not-] pay for the harbour",
        "    a negation differs",
        "+ the port union is wrong",
        "    value raised: 11 → 14",
        "- Mia Berg",
      ]),
    );
    expect(diffLines(before.story, before.story, [], 100, PLAIN).at(-1)).toBe("Nothing changed in the record.");
  });
});
