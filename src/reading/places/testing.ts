import { englishWith } from "../../language/index.js";
import { loadLexicon } from "../../lexicon/index.js";
import { type Place, type Region, type Story, sha256, storyId } from "../../model/index.js";
import { blocksOf } from "../blocks.js";
import { readStory } from "../read-story.js";
import { knowledgeOf } from "../reading.js";

const lexicon = loadLexicon();
const english = englishWith(lexicon);
const knowledge = knowledgeOf(lexicon);

/** The places of a text, each line a paragraph. For tests. */
export function placesIn(text: string, datelinePlace: string | null = null): readonly Place[] {
  const textSha256 = sha256(text);
  const regions: Region[] = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) => ({
    type: "paragraph",
    start: index,
    end: index + line.length,
  }));
  const story: Story = {
    id: storyId(textSha256, "2024-03-04", null),
    text,
    textSha256,
    source: textSha256,
    index: 0,
    format: { name: "plain-text", version: 1 },
    regions,
    headline: null,
    outlet: null,
    agency: null,
    datelinePlace,
    bylines: [],
    published: { value: "2024-03-04", from: "metadata", quote: null },
    updated: null,
    uri: null,
    guid: null,
    version: null,
  };
  return readStory(story, (whole) => english.parse(whole, blocksOf(story)), knowledge, { code: "1", weights: "w", lexicons: "l" }).places;
}
