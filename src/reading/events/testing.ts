import { englishWith } from "../../language/index.js";
import { loadLexicon } from "../../lexicon/index.js";
import { type Story, type StoryRecord, sha256, storyId } from "../../model/index.js";
import { readStory } from "../read-story.js";
import { knowledgeOf } from "../reading.js";

/** The story of one paragraph, published on 9 March 2027. */
export function storyOf(text: string): Story {
  const textSha256 = sha256(text);
  const value = "2027-03-09T12:00:00Z";
  return {
    id: storyId(textSha256, value, null),
    source: textSha256,
    index: 0,
    text,
    textSha256,
    format: { name: "plain-text", version: 1 },
    guid: null,
    version: null,
    uri: null,
    headline: null,
    agency: null,
    outlet: null,
    datelinePlace: null,
    bylines: [],
    published: { value, from: "option", quote: null },
    updated: null,
    regions: text === "" ? [] : [{ type: "paragraph", start: 0, end: text.length }],
  };
}

/** A reader for tests, with the tables of these folders laid over those of the package. */
export function readerOf(folders: readonly string[] = []): (text: string) => StoryRecord {
  const lexicon = loadLexicon(folders);
  const english = englishWith(lexicon);
  const knowledge = knowledgeOf(lexicon);
  return (text) => readStory(storyOf(text), english.parse, knowledge, { code: "test", weights: "w", lexicons: "l" });
}

/** "ASSAULT alleged Togo > Ghana": the events of a record as lines, in text order. */
export function linesOf({ events, actors }: StoryRecord): string[] {
  const names = (ids: readonly string[]): string => ids.map((id) => actors.find((actor) => actor.id === id)?.name ?? "?").join("+") || "–";
  return events.map(({ type, status, actors: who, recipients }) => `${type} ${status} ${names(who)} > ${names(recipients)}`);
}
