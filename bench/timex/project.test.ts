import { expect, it } from "vitest";
import { loadLexicon } from "../../src/lexicon/index.js";
import { findTimes } from "../../src/reading/times/index.js";
import { storyOf } from "../../src/reading/times/support.js";
import { timexesOf } from "./project.js";
import { readTimeMl } from "./timeml.js";

const lexicon = loadLexicon();

it.each([
  ["The plant shut a day after the fire.", [["a day", "DURATION", "P1D"]]],
  ["The feud lasted more than a week.", [["a week", "DURATION", "P1W"]]],
  ["The plant recently shut.", [["recently", "DATE", "PAST_REF"]]],
  ["The 24-year-old told the Sunday Times.", []],
])("projects onto TimeML: %s", (text, expected) => {
  const found = findTimes({ story: storyOf(text, "2023-05-03"), doc: null, lexicon });
  expect(timexesOf(text, found).map(({ start, end, type, value }) => [text.slice(start, end), type, value])).toEqual(expected);
});

it("reads text and creation time of a TimeML document, tags and entities undone", () => {
  const xml =
    '<TimeML><DCT><TIMEX3 tid="t0" type="TIME" value="2013-03-22T10:15:00" functionInDocument="CREATION_TIME"/></DCT>' +
    '<TEXT>\r\nRain &amp; fog <TIMEX3 tid="t1" type="DATE" value="2013-03-22">today</TIMEX3>.</TEXT></TimeML>';
  expect(readTimeMl(xml)).toEqual({ text: "\nRain & fog today.", created: "2013-03-22T10:15" });
  expect(() => readTimeMl("<TimeML/>")).toThrow("no TEXT element");
});
