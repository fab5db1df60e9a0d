import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { englishWith } from "../../src/language/index.js";
import { loadLexicon } from "../../src/lexicon/index.js";
import { type Region, type Story, sha256, storyId } from "../../src/model/index.js";
import { blocksOf } from "../../src/reading/index.js";
import { findTimes } from "../../src/reading/times/index.js";
import type { BenchArgs } from "../main.js";
import { scored, writePredictions } from "../scorer.js";
import { timexesOf } from "./project.js";
import { readTimeMl } from "./timeml.js";

/** `--gold`: a folder of `.tml`. The reader gets the TEXT element and the document time; the last line is the score to compare by. */
export async function run({ gold, out }: BenchArgs): Promise<string> {
  const folder = gold as string;
  const lexicon = loadLexicon();
  const english = englishWith(lexicon);
  const predictions = readdirSync(folder)
    .filter((file) => file.endsWith(".tml") && !file.startsWith("."))
    .sort()
    .map((file) => {
      const { text, created } = readTimeMl(readFileSync(join(folder, file), "utf8"));
      const story = storyOf(text, created);
      return {
        doc: basename(file, ".tml"),
        timexes: timexesOf(text, findTimes({ story, doc: english.parse(text, blocksOf(story)), lexicon })),
      };
    });
  const report = scored("timex", folder, writePredictions(predictions, out));
  return `${report}\n${scoreLine(report)}`;
}

/** Each line of the text is a paragraph: TEXT elements hold the body of a story alone. */
function storyOf(text: string, created: string | null): Story {
  const textSha256 = sha256(text);
  return {
    id: storyId(textSha256, created, null),
    text,
    textSha256,
    source: textSha256,
    index: 0,
    format: { name: "timeml", version: 1 },
    regions: paragraphs(text),
    headline: null,
    outlet: null,
    agency: null,
    datelinePlace: null,
    bylines: [],
    published: created === null ? null : { value: created, from: "metadata", quote: null },
    updated: null,
    uri: null,
    guid: null,
    version: null,
  };
}

const paragraphs = (text: string): Region[] =>
  [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) => ({ type: "paragraph", start: index, end: index + line.length }));

/** "timex strict 81.0 relaxed 90.1 type 85.2 value 78.3": the F1 column of the report. */
function scoreLine(report: string): string {
  const f1 = (row: string): string => new RegExp(`^${row}.*?([\\d.]+)$`, "m").exec(report)?.[1] ?? "-";
  return `timex strict ${f1("span, strict")} relaxed ${f1("span, relaxed")} type ${f1("type")} value ${f1("value")}`;
}
