import { describe, expect, it } from "vitest";
import { InputError, storiesOf } from "./index.js";

const results = (text: string) =>
  [...storiesOf({ bytes: new TextEncoder().encode(text), name: "feed.jsonl", receivedAt: "2026-03-09T10:15:00.000Z" })].map((result) =>
    result instanceof InputError ? `${result.code} ${result.message}` : result.story,
  );
const line = (value: unknown): unknown => results(JSON.stringify(value))[0];

describe("JSONL", () => {
  it("takes a story from each line and names those that are none", () => {
    const shown = results(
      [
        '{"text": "He said no.", "published": "2021-03-05"}',
        "",
        '{"text": "He said no."',
        '["He said no."]',
        '{"headline": "He said no"}',
        '{"text": 7}',
        '{"text": "He said no.", "published": "last week"}',
        '{"text": " "}',
        '{"text": "He said\\u0000no."}',
        '{"text": "She said yes."}',
      ].join("\r\n"),
    ).map((result) => (typeof result === "string" ? result : result.text));
    expect(shown).toEqual([
      "He said no.",
      "bad-line feed.jsonl:3: is not JSON; write each story as one JSON object on one line",
      "bad-line feed.jsonl:4: is no JSON object; write each story as one object on one line",
      'bad-line feed.jsonl:5: "text" is missing; give one object a line, such as {"text": "…", "published": "2022-01-11"}',
      'bad-line feed.jsonl:6: "text" must be a string; give one object a line, such as {"text": "…", "published": "2022-01-11"}',
      'bad-date feed.jsonl:7: "published" is no date ("last week"); write it as 2022-01-11 or 2022-01-11T03:16',
      "empty feed.jsonl:8: is empty; give the text of a story",
      'binary feed.jsonl:9: "text" holds NUL characters and is no text',
      "She said yes.",
    ]);
  });

  it("reads the fields under their many names", () => {
    expect(
      line({
        title: "No, he said",
        body: "He said no.\r\nTwice.",
        date: 1614902400,
        source: "Example Times",
        link: "https://example.com/a",
        id: 7,
        version: "2",
        authors: ["Ana Lund", "Bo Ek"],
      }),
    ).toMatchObject({
      text: "No, he said\n\nHe said no.\nTwice.",
      headline: "No, he said",
      published: { value: "2021-03-05T00:00:00Z", from: "metadata" },
      outlet: "Example Times",
      uri: "https://example.com/a",
      guid: "7",
      version: "2",
      bylines: ["Ana Lund", "Bo Ek"],
      regions: [{ type: "headline", start: 0, end: 11 }, { type: "paragraph" }, { type: "paragraph" }],
    });
  });

  it("puts no headline above a text that begins with it", () => {
    expect(line({ headline: "No, he said", text: "No, he said\nHe said no." })).toMatchObject({ text: "No, he said\nHe said no." });
  });

  it("looks for furniture in the text, behind what the fields say", () => {
    expect(line({ text: "OSLO, March 5, 2021 (AP) — He said no.\n(Reporting by Bo Ek)", agency: "dpa", author: "Ana Lund" })).toMatchObject(
      {
        agency: "dpa",
        datelinePlace: "OSLO",
        bylines: ["Ana Lund", "Bo Ek"],
        published: { value: "2021-03-05", from: "text" },
      },
    );
  });

  it("keeps no address that could run or that is none, and mends halves of pairs", () => {
    expect(line({ text: "He said \ud800no.", url: "javascript:alert(1)" })).toMatchObject({ text: "He said \ufffdno.", uri: null });
  });

  it("takes a list, or one object over several lines, for a file of stories", () => {
    const list = [{ text: "He said no." }, 7, { text: "She said yes." }];
    const shown = (text: string) =>
      results(text).map((result) => (typeof result === "string" ? result.slice(0, 22) : `${result.index} ${result.text}`));
    expect(shown(JSON.stringify(list, null, 2))).toEqual(["0 He said no.", "bad-line feed.jsonl:2:", "2 She said yes."]);
    expect(shown(JSON.stringify(list[0], null, 2))).toEqual(["0 He said no."]);
  });

  it("makes stories as they are asked for", () => {
    const stories = storiesOf({
      bytes: new TextEncoder().encode('{"text": "He said no."}\n'.repeat(200_000)),
      name: "feed.jsonl",
      receivedAt: "2026-03-09T10:15:00.000Z",
    });
    const started = performance.now();
    let taken = 0;
    for (const _ of stories) if (++taken === 2) break;
    expect(taken).toBe(2);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
