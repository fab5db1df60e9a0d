import { loadLexicon } from "../../lexicon/index.js";
import { type Region, type Story, sha256, storyId, type Time } from "../../model/index.js";
import { readTimes } from "./read.js";

const lexicon = loadLexicon();

/** A story of one paragraph a line, or of the regions given, for the tests of this folder. */
export function storyOf(text: string, published: string | null, regions?: readonly Region[]): Story {
  const textSha256 = sha256(text);
  const lines = [...text.matchAll(/[^\n]*\S[^\n]*/g)];
  return {
    id: storyId(textSha256, published, null),
    text,
    textSha256,
    source: textSha256,
    index: 0,
    format: { name: "plain-text", version: 1 },
    regions: regions ?? lines.map(({ index, 0: line }) => ({ type: "paragraph" as const, start: index, end: index + line.length })),
    headline: null,
    outlet: null,
    agency: null,
    datelinePlace: null,
    bylines: [],
    published: published === null ? null : { value: published, from: "option", quote: null },
    updated: null,
    uri: null,
    guid: null,
    version: null,
  };
}

/** The times of a text without a parse. */
export const timesOf = (text: string, published: string | null): Time[] =>
  readTimes({ story: storyOf(text, published), doc: null, lexicon });

/** "Friday=2023-05-05; two days=P2D": words and values as the tables of the tests write them. `?` for a value that is not known. */
export const shown = (times: readonly Time[]): string => times.map(({ anchor, value }) => `${anchor[0].exact}=${value ?? "?"}`).join("; ");
