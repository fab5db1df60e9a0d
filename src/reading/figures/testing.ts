import { englishWith } from "../../language/index.js";
import { loadLexicon } from "../../lexicon/index.js";
import { type Figure, type Story, type StoryRecord, sha256, storyId } from "../../model/index.js";
import { readStory } from "../read-story.js";
import { knowledgeOf } from "../reading.js";

const lexicon = loadLexicon();
const english = englishWith(lexicon);
const knowledge = knowledgeOf(lexicon);

/** The record of a text of one paragraph a line, published on Wednesday 8 March 2023, for the tests of this folder. */
export function recordOf(text: string): StoryRecord {
  const textSha256 = sha256(text);
  const story: Story = {
    id: storyId(textSha256, "2023-03-08", null),
    text,
    textSha256,
    source: textSha256,
    index: 0,
    format: { name: "plain-text", version: 1 },
    regions: [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) => ({
      type: "paragraph" as const,
      start: index,
      end: index + line.length,
    })),
    headline: null,
    outlet: null,
    agency: null,
    datelinePlace: null,
    bylines: [],
    published: { value: "2023-03-08", from: "option", quote: null },
    updated: null,
    uri: null,
    guid: null,
    version: null,
  };
  return readStory(story, english.parse, knowledge, { code: "0", weights: "0", lexicons: "0" });
}

export const figuresOf = (text: string): readonly Figure[] => recordOf(text).figures;

const SIGN = { about: "~", at_least: ">=", at_most: "<=", more_than: ">", less_than: "<" } as const;

/** ">=12 civilians wounded; 3..5 ships": values, bounds and units as the tables of the tests write them. */
export const shown = (figures: readonly Figure[]): string =>
  figures
    .map(({ value, bound, unit }) => `${bound === null ? "" : SIGN[bound]}${typeof value === "number" ? value : value.join("..")} ${unit}`)
    .join("; ");
