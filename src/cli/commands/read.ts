import { Command, Option } from "commander";
import type { Taken } from "../../intake/index.js";
import { complain, EXIT } from "../errors.js";
import { type ReadingOptions, readingOf } from "../intake.js";
import { READ_LAYERS, type ReadLayer } from "../layers.js";
import { filesFromOption, lexiconOption, publishedOption } from "../options.js";
import { writeAll, writeLines } from "../output.js";
import { terminal } from "../terminal.js";

interface Options extends ReadingOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly layer?: ReadLayer;
}

export const readCommand = (): Command =>
  new Command("read")
    .summary("read stories and print the record; store nothing")
    .description(
      "Reads stories and prints the record of each: who said what, the actors, the times, the figures, the places, the positions, the meetings. Stores nothing.",
    )
    .argument("[inputs...]", "files, folders, or - for standard input (the default when something is piped in)")
    .addOption(new Option("--json", "one JSON array of { source, story, record }").conflicts("jsonl"))
    .option("--jsonl", "a JSON object a line, as soon as each story is read")
    .addOption(new Option("--layer <name>", "only this layer of the record").choices(READ_LAYERS))
    .addOption(filesFromOption())
    .addOption(publishedOption())
    .addOption(lexiconOption())
    .addHelpText(
      "after",
      `
Examples:
  onrecord read story.txt
  onrecord read --published 2027-03-08 story.txt
  onrecord read --layer statements --json stories/ > statements.json
  curl -s https://news.example/story.html | onrecord read --jsonl -`,
    )
    .action(readStories);

async function readStories(paths: readonly string[], options: Options): Promise<void> {
  const { layer } = options;
  const reading = await readingOf(paths, options);
  const stories = withoutProblems(reading.stories());
  if (options.json || options.jsonl) {
    const { jsonArray, jsonLines } = await import("../render/json.js");
    const items = layer === undefined ? records(stories) : annotations(stories, layer);
    await writeAll(options.json ? jsonArray(items) : jsonLines(items));
  } else await print(stories, layer);
}

type TakenStory = Extract<Taken, { readonly kind: "story" }>;

/** Problems go to standard error as they come, and make the exit code; the stories go on. */
export function* withoutProblems(taken: Iterable<Taken>): Generator<TakenStory> {
  for (const item of taken) {
    if (item.kind === "story") yield item;
    else {
      complain(item.message);
      process.exitCode = EXIT.failed;
    }
  }
}

function* records(stories: Iterable<TakenStory>): Generator<object> {
  for (const { source, story, record } of stories) yield { source, story, record };
}

/** Annotations as they are in the record, each with its story. */
function* annotations(stories: Iterable<TakenStory>, layer: ReadLayer): Generator<object> {
  for (const { story, record } of stories) for (const annotation of record[layer]) yield { story: story.id, ...annotation };
}

async function print(stories: Iterable<TakenStory>, layer: ReadLayer | undefined): Promise<void> {
  const { width, theme } = await terminal();
  const { LAYER_TABLES, recordLines } = await import("../render/record.js");
  const { headerLines } = await import("../render/header.js");
  let first = true;
  for (const { story, record } of stories) {
    const lines =
      layer === undefined
        ? recordLines(story, record, width, theme)
        : [...headerLines(story, width, theme), ...LAYER_TABLES[layer](record, width, theme)];
    await writeLines(first ? lines : ["", theme.dim("─".repeat(width)), "", ...lines]);
    first = false;
  }
}
