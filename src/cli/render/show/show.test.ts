import { describe, expect, it } from "vitest";
import { widthOf } from "../styled.js";
import { type Sketch, sketch } from "../testing.js";
import { PLAIN, themeOf } from "../theme.js";
import { shortId } from "../words.js";
import { showStory } from "./show.js";

const TALKS: Sketch = {
  headline: "Togo says navy killed 11 fishermen",
  lines: [
    "Togo says navy killed 11 fishermen",
    '"They were mending nets," Foreign Minister Kodjo Ameg told a press conference on Monday. "They had no weapon."',
    "He said that Ghana believed no shot was fired.",
    "A source close to the palace said the border might close.",
    "kda/fn",
  ],
  regions: ["headline", "paragraph", "paragraph", "paragraph", null],
  actors: [
    { name: "Togo", kind: "state", country: "TGO" },
    { name: "Kodjo Ameg", role: "Foreign Minister", country: "TGO" },
    { name: "Ghana", kind: "state", country: "GHA" },
  ],
  statements: [
    { by: "Togo", cue: "says", says: "navy killed 11 fishermen" },
    { by: "Kodjo Ameg", cue: "told", mode: "direct", says: ['"They were mending nets,"', '"They had no weapon."'] },
    { by: "Kodjo Ameg", cue: "said", says: "Ghana believed no shot was fired", confidence: 0.4 },
    { by: "Ghana", cue: "believed", says: "no shot was fired", class: "attitude", within: 2 },
    { by: "A source close to the palace", speaker: "unnamed", cue: "said", says: "the border might close", denied: true },
  ],
  times: [{ words: "Monday", value: "2027-03-08" }],
  unread: [],
};

const page = (draft: Sketch, width: number): string[] => {
  const { story, record } = sketch(draft);
  return showStory(story, record, width, PLAIN).map((line) => line.replace(shortId(story.id), "ID"));
};

describe("showStory", () => {
  it("puts the notes at the height of their words in the margin of a wide terminal", () => {
    const rule = (left: string, right: string): string => `${left.padEnd(60)} │ ${right}`.trimEnd();
    expect(page(TALKS, 100)).toEqual([
      "AFP · Lomé · published 2027-03-08 (as given) · story ID",
      "‹words›¹ on record, ¹ who said them and how · ◷ a time and its value",
      "",
      rule("Togo says ‹navy killed 11 fishermen›¹", "¹  Togo"),
      rule("", "   “says” · indirect"),
      "",
      rule('‹"They were mending nets,"›² Foreign Minister Kodjo Ameg', "²  Kodjo Ameg"),
      rule('told a press conference on Monday. ‹"They had no weapon."›²', "   “told” · direct"),
      rule("", "◷  Monday → 2027-03-08"),
      "",
      rule("He said that ‹Ghana believed ‹no shot was fired›⁴›³.", "³  Kodjo Ameg"),
      rule("", "   “said” · indirect · unsure (0.40)"),
      rule("", "⁴  Ghana"),
      rule("", "   “believed” · indirect · attitude ·"),
      rule("", "   within ³"),
      "",
      rule("A source close to the palace said ‹the border might close›⁵.", "⁵  A source close to the palace"),
      rule("", "   (unnamed)"),
      rule("", "   “said” · indirect · denial"),
      "",
      rule("kda/fn", "   not part of the story"),
      "",
      "On record",
      "  Togo ¹",
      "  Kodjo Ameg · Foreign Minister, TGO ² ³",
      "  Ghana ⁴",
      "  A source close to the palace (unnamed) ⁵",
      "",
      "5 statements · 3 actors · 1 time · 0 figures · 0 places · 0 events · 0 positions · 0 meetings",
    ]);
  });

  it("puts them under their paragraph on a narrow one", () => {
    expect(page(TALKS, 72).slice(3, 11)).toEqual([
      "Togo says ‹navy killed 11 fishermen›¹",
      "  ¹  Togo · “says” · indirect",
      "",
      '‹"They were mending nets,"›² Foreign Minister Kodjo Ameg told a press',
      'conference on Monday. ‹"They had no weapon."›²',
      "  ²  Kodjo Ameg · “told” · direct",
      "  ◷  Monday → 2027-03-08",
      "",
    ]);
  });

  it.each([20, 40, 60, 89, 90, 100, 140])("never leaves a terminal of %i columns", (width) => {
    for (const line of page(TALKS, width)) expect(widthOf(line)).toBeLessThanOrEqual(width);
  });

  it("says the same with colours as without", () => {
    const { story, record } = sketch(TALKS);
    const colored = showStory(story, record, 100, themeOf(true)).join("\n");
    expect(colored).toContain("\u001b[");
    const bare = colored.replaceAll(/\u001b\[\d+m/g, "").replace("a colour a speaker, ", "");
    expect(bare.replaceAll(/ +$/gm, "")).toBe(showStory(story, record, 100, PLAIN).join("\n"));
  });

  it("gives one speaker one hue throughout", () => {
    const { story, record } = sketch(TALKS);
    const magenta = showStory(story, record, 100, themeOf(true))
      .join("\n")
      .match(/\u001b\[35m[^\u001b]*/g);
    expect(magenta?.join(" ")).toMatch(/².*³/s);
    expect(magenta?.join(" ")).not.toMatch(/[¹⁴⁵]/);
  });

  it("tells what was not understood, what has no value and who is unknown", () => {
    const lines = page(
      {
        lines: ["It recently warned the port. It said the port was shut."],
        statements: [{ by: "It said".slice(0, 2), speaker: "unknown", cue: "said", says: "the port was shut" }],
        times: [{ words: "recently", value: null }],
        unread: [{ sentence: "It recently warned the port.", reason: "no statement was read for “warned”" }],
      },
      80,
    );
    expect(lines).toContain("  △  unread: no statement was read for “warned”");
    expect(lines).toContain("  ◷  recently → unresolved: no date of publication");
    expect(lines).toContain("  ¹  unknown source · “said” · indirect · two people could be meant");
  });

  it("tells how many, of what, by whose account", () => {
    const lines = page(
      {
        lines: ["Togo counted eleven fishermen."],
        actors: [{ name: "Togo", kind: "state" }],
        figures: [{ words: "eleven fishermen", value: 11, unit: "fishermen", by: "Togo" }],
      },
      80,
    );
    expect(lines).toContain("# a figure and by whose account");
    expect(lines).toContain("  #  11 fishermen · by Togo");
  });

  it("tells where a place is, once, and why it does not know", () => {
    const lines = page(
      {
        lines: ["The ship left Lomé for Mali and came back to Lomé by Rade."],
        places: [
          { words: "Lomé", name: "Lomé", country: "TGO", precision: "city", at: [6.1375, 1.2123] },
          { words: "Mali", name: "Mali", country: "MLI", precision: "country", at: [17.3, -3.5] },
          { words: "Rade", name: "Rade", country: null, precision: null, at: null },
        ],
      },
      80,
    );
    expect(lines).toContain("◎ a place, where first named");
    expect(lines).toContain("  ◎  Lomé → Lomé 6.14 N 1.21 E TGO");
    expect(lines).toContain("  ◎  Mali → Mali");
    expect(lines).toContain("  ◎  Rade → unresolved: 2 places of this name");
  });

  it("tells who did what to whom, and how it stands to the facts", () => {
    const lines = page(
      {
        lines: ["Togo will close the border with Ghana."],
        actors: [
          { name: "Togo", kind: "state" },
          { name: "Ghana", kind: "state" },
        ],
        events: [{ words: "close", type: "COERCE", by: "Togo", to: "Ghana", status: "planned" }],
      },
      80,
    );
    expect(lines).toContain("▸ an event: who, whom, and how it stands to the facts");
    expect(lines).toContain("  ▸  close coerce · planned · Togo → Ghana");
  });

  it("shows a story without any record as it is", () => {
    expect(page({ lines: ["A plain line."], headline: "Head" }, 80)).toEqual([
      "Head",
      "AFP · Lomé · published 2027-03-08 (as given) · story ID",
      "",
      "A plain line.",
      "",
      "0 statements · 0 actors · 0 times · 0 figures · 0 places · 0 events · 0",
      "positions · 0 meetings",
    ]);
  });

  it("lets no story write to the terminal itself", () => {
    const lines = page({ lines: ["He said \u001b[2J\u001b]0;title\u0007nothing."], headline: "\u001b[31mred" }, 100);
    expect(lines.join("")).not.toMatch(/[\u0000-\u001f]/);
  });
});
