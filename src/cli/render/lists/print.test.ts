import { describe, expect, it } from "vitest";
import { PLAIN } from "../theme.js";
import type { InStory, ListView } from "./list.js";
import { csvOf, tableByStory, tableOf } from "./print.js";

interface Row extends InStory {
  readonly who: string;
  readonly words: string;
}

const VIEW: ListView<Row> = {
  columns: [
    { head: "WHO", min: 6 },
    { head: "WORDS", min: 12 },
  ],
  cells: ({ who, words }) => [who, words],
  csv: { story: ({ story }) => story, words: ({ words }) => words },
};

const row = (story: string, who: string, words: string): Row => ({
  story: `story_${story.repeat(16)}`,
  headline: `Headline ${story}`,
  published: "2027-03-08T16:30Z",
  lead: "First words",
  outlet: null,
  agency: "AFP",
  who,
  words,
});

const ROWS = [row("a", "Togo", "no talks"), row("a", "Ghana", "four dead"), row("b", "Benin", "restraint, please")];

async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}

async function text(chunks: AsyncIterable<string>): Promise<string> {
  let all = "";
  for await (const chunk of chunks) all += chunk;
  return all;
}

describe("tables", () => {
  it("stand under a heading for each story", async () => {
    expect(await text(tableByStory(each(ROWS), VIEW, 80, PLAIN))).toBe(
      [
        "  WHO    WORDS",
        "Headline a · 2027-03-08 · AFP · aaaaaaaa",
        "  Togo   no talks",
        "  Ghana  four dead",
        "",
        "Headline b · 2027-03-08 · AFP · bbbbbbbb",
        "  Benin  restraint, please",
        "",
      ].join("\n"),
    );
  });

  it("stand alone", async () => {
    expect(await text(tableOf(each(ROWS.slice(0, 2)), VIEW, 80, PLAIN))).toBe("WHO    WORDS\nTogo   no talks\nGhana  four dead\n");
  });

  it("are nothing without rows", async () => {
    expect(await text(tableOf(each<Row>([]), VIEW, 80, PLAIN))).toBe("");
  });

  it("keep the widths of the first rows in a long list, and wrap what is longer", async () => {
    const rows = [...Array.from({ length: 250 }, () => row("a", "Togo", "no talks")), row("a", "Togo", "no talks with anybody")];
    const lines = (await text(tableOf(each(rows), VIEW, 80, PLAIN))).split("\n");
    expect(lines.slice(-5)).toEqual(["Togo  no talks", "Togo  no talks", "      with", "      anybody", ""]);
  });
});

describe("csvOf", () => {
  it("has a header and a line a row", async () => {
    expect(await text(csvOf(each(ROWS), VIEW))).toBe(
      `story,words\r\nstory_${"a".repeat(16)},no talks\r\nstory_${"a".repeat(16)},four dead\r\nstory_${"b".repeat(16)},"restraint, please"\r\n`,
    );
  });

  it("is a header alone without rows", async () => {
    expect(await text(csvOf(each<Row>([]), VIEW))).toBe("story,words\r\n");
  });
});
