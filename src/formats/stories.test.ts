import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Story } from "../model/index.js";
import { type FormatOptions, InputError, type Received, recognise, storiesOf } from "./index.js";

const received = (content: string | Uint8Array, rest: Partial<Received> = {}): Received => ({
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  name: "story.txt",
  receivedAt: "2026-03-09T10:15:00.000Z",
  ...rest,
});
const results = (content: string | Uint8Array, rest: Partial<Received> = {}, options: FormatOptions = {}) => [
  ...storiesOf(received(content, rest), options),
];
const only = (content: string | Uint8Array, rest: Partial<Received> = {}, options: FormatOptions = {}): Story => {
  const [first, ...more] = results(content, rest, options);
  if (first instanceof InputError || first === undefined || more.length > 0) throw new Error(`no single story: ${first}`);
  return first.story;
};
const errors = (content: string | Uint8Array, rest: Partial<Received> = {}): string[] =>
  results(content, rest).map((result) => (result instanceof InputError ? `${result.code} ${result.message}` : "story"));

const words = "Two states trade blame\n\nOSLO, Nov 9, 2021 (AP) — The ministers of both states said that they would meet again.\n";

describe("storiesOf", () => {
  it("gives one story of a plain text, with its source", () => {
    const [result] = results(words, { uri: "https://example.com/a" });
    expect(result).toMatchObject({
      source: {
        size: new TextEncoder().encode(words).length,
        mediaType: "text/plain",
        uri: "https://example.com/a",
        receivedAt: "2026-03-09T10:15:00.000Z",
      },
      story: {
        text: words,
        index: 0,
        format: { name: "plain-text", version: 1 },
        headline: "Two states trade blame",
        outlet: null,
        agency: "AP",
        datelinePlace: "OSLO",
        published: { value: "2021-11-09", from: "text", quote: { exact: "Nov 9, 2021" } },
        uri: "https://example.com/a",
      },
    });
  });

  it("keeps neither the name nor an address of a disk", () => {
    const [result] = results(words, { name: "/home/ana/secret-source.txt", uri: "file:///home/ana/secret-source.txt" });
    expect(JSON.stringify(result)).not.toContain("ana");
  });

  it("gives one text for one text, however it was encoded", () => {
    const utf16 = new Uint8Array(words.length * 2 + 2);
    new DataView(utf16.buffer).setUint16(0, 0xfeff, true);
    for (let i = 0; i < words.length; i++) new DataView(utf16.buffer).setUint16(2 + 2 * i, words.charCodeAt(i), true);
    const variants = [words, `\ufeff${words}`, words.replaceAll("\n", "\r\n"), words.replaceAll("\n", "\r"), utf16, utf16.subarray(2)];
    const stories = variants.map((variant) => only(variant));
    expect(new Set(stories.map((story) => story.text))).toEqual(new Set([words]));
    expect(new Set(stories.map((story) => story.id)).size).toBe(1);
    expect(new Set(stories.map((story) => story.source)).size).toBe(6);
  });

  it("takes the user's word on the date before all others", () => {
    expect(only(words, {}, { published: "2020-01-02" }).published).toEqual({ value: "2020-01-02", from: "option", quote: null });
    expect(() => results(words, {}, { published: "yesterday" })).toThrow(
      new RangeError('"yesterday" is no date to publish at; write it as 2022-01-11 or 2022-01-11T03:16'),
    );
  });

  it("never takes a date from the clock", () => {
    expect(only("OSLO, Nov 9 (AP) — The ministers met.").published).toBeNull();
  });

  it.each([
    ["", "empty story.txt: is empty; give the text of a story"],
    [" \n\t\u00a0\ufeff", "empty story.txt: is empty; give the text of a story"],
    ["%PDF-1.7 …", "binary story.txt: is a PDF, not text; save its text with a PDF reader and give that"],
    ["He said\0no.", "binary story.txt: holds NUL bytes and is no text; give the story as plain text, HTML or JSONL"],
    [
      "a".repeat(2_000_001),
      "too-large story.txt: holds 2,000,001 characters, too many for a news story (at most 2,000,000 characters); split it into stories, or give them as JSONL, one a line",
    ],
  ])("refuses what is no story (%#)", (content, message) => expect(errors(content)).toEqual([message]));

  it("names what it refuses, without a name, too", () => {
    expect(errors("", { name: null, uri: "https://example.com/a" })[0]).toContain("https://example.com/a: ");
    expect(errors("", { name: null })[0]).toContain("input: ");
  });

  const checked = (bytes: Uint8Array, rest: Partial<Received>): void => {
    for (const result of results(bytes, rest)) {
      if (result instanceof InputError) continue;
      const story = Story.parse(result.story);
      const { text, regions } = story;
      let outer = { end: 0, type: "" };
      for (const region of regions) {
        expect(region.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(region.start, region.end)).toBe(text.slice(region.start, region.end).trim());
        const isInside =
          (region.type === "dateline" && outer.type === "paragraph") || (region.type === "credit" && outer.type === "caption");
        if (region.start < outer.end) expect(isInside && region.end <= outer.end).toBe(true);
        else outer = region;
      }
      for (const date of [story.published, story.updated]) {
        if (date?.quote) expect(text.slice(date.quote.start, date.quote.end)).toBe(date.quote.exact);
      }
      expect(text.isWellFormed() && !text.includes("\r")).toBe(true);
    }
  };

  it("gives ordered regions or an error for any bytes, and never throws", () => {
    const name = fc.constantFrom("a.txt", "a.html", "a.jsonl", "a", null);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), name, (bytes, given) => checked(bytes, { name: given })));
  });

  it("takes time in proportion to a text's length, whatever it is made of", () => {
    for (const piece of ["A ", "A-", ") ", '" ', "(a (", "Jan. 5, 2022 ", ", Nov 9 ", "Photo: ", "Enditem ", "and ", "— A. ", "- "]) {
      const started = performance.now();
      results(`Ministry of ${piece.repeat(200_000 / piece.length)}9\n\n${words}`);
      expect(performance.now() - started, piece).toBeLessThan(5000);
    }
    const started = performance.now();
    results(`Ministry of ${"A".repeat(80)}9\n\nTwo states trade blame over a ferry\n\n${words}`);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("holds as much for anything that looks like a story", () => {
    const piece = fc.constantFrom(
      "OSLO, Nov 9 (AP) — ",
      "By Ana Lund",
      "Updated January 11, 2022 - 3:16 AM",
      "(Reporting by Ana Lund)",
      " Enditem",
      "A ferry. (Ana Lund via AP)",
      "He said no. ",
      "Action",
      "\n",
      "\n\n",
      "\r\n",
      "<p>",
      "</p>",
      "<h2>",
      "<figcaption>",
      '{"text": "He said no."}',
      "   ",
      "é\u{1f600}",
    );
    const name = fc.constantFrom("a.txt", "a.html", "a.jsonl");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), name, (pieces, given) =>
        checked(new TextEncoder().encode(pieces.join("")), { name: given }),
      ),
    );
  });
});

describe("recognise", () => {
  it.each([
    ["a media type", "words", { mediaType: "text/html; charset=utf-8" }, "html"],
    ["a media type before the name", "words", { mediaType: "application/x-ndjson", name: "a.html" }, "jsonl"],
    ["the name", "words", { name: "A.HTML" }, "html"],
    ["the contents, whatever is called text", "<!DOCTYPE html><p>words", { name: "a.txt", mediaType: "text/plain" }, "html"],
    ["a snippet", "\n <p class=x>words", {}, "html"],
    ["an object", '{"text": "words"}', { name: null }, "jsonl"],
    ["a list of objects", '[\n {"text": "words"}]', { name: null }, "jsonl"],
    ["nothing else", "words", {}, "plain-text"],
    ["a bracket or brace in a text", "{Oslo} [AP] — words", {}, "plain-text"],
    ["a sign in a text", "<pause> he said", {}, "plain-text"],
    ["no bytes", "", {}, "plain-text"],
  ])("by %s", (_, content, rest, name) => expect(recognise(received(content, rest)).name).toBe(name));
});
