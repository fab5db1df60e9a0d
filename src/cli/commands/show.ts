import { existsSync } from "node:fs";
import { Command } from "commander";
import type { StoredStory } from "../../archive/index.js";
import type { Story, StoryRecord } from "../../model/index.js";
import { type SightOptions, withArchive } from "../archive.js";
import { UsageError } from "../errors.js";
import { type ReadingOptions, readingOf } from "../intake.js";
import { type ArchiveOption, archiveOption, lexiconOption, publishedOption } from "../options.js";
import { writeAll, writeLines } from "../output.js";
import { count } from "../render/count.js";
import { shortId } from "../render/words.js";
import { terminal } from "../terminal.js";
import { withSight } from "./list.js";
import { withoutProblems } from "./read.js";

interface Options extends ReadingOptions, ArchiveOption, SightOptions {
  readonly json?: boolean;
}

interface Shown {
  readonly story: Story;
  readonly record: StoryRecord;
  /** Of a story in the archive: the decisions that made its record so. */
  readonly decisions?: StoredStory["decisions"];
}

const STORY_ID = /^(story_)?[0-9a-f]{4,16}$/i;

export const showCommand = (): Command =>
  withSight(new Command("show"))
    .summary("show a story with its record in the margin")
    .description(
      "Shows a story with its record in the margin: what is on record between ‹ and ›, who said it and how, times, figures, places, positions and meetings with what they mean. " +
        "STORY is the id of a story in the archive, or the first four digits of it or more. Wide terminals (90 columns and more) have a margin.",
    )
    .argument("<story>", "a file, - for standard input, or the id of a story in the archive")
    .option("--json", "the story and its record as JSON")
    .addOption(publishedOption())
    .addOption(archiveOption())
    .addOption(lexiconOption())
    .addHelpText(
      "after",
      `
Examples:
  onrecord show story.txt
  onrecord show 8c1f22d0
  FORCE_COLOR=1 onrecord show story.txt | less -R`,
    )
    .action(show);

async function show(named: string, options: Options): Promise<void> {
  const shown = named === "-" || existsSync(named) ? read(named, options) : stored(named, options);
  if (options.json) {
    const { jsonLines } = await import("../render/json.js");
    await writeAll(jsonLines(shown));
    return;
  }
  const { width, theme } = await terminal();
  const { showStory } = await import("../render/show/show.js");
  let first = true;
  for await (const { story, record, decisions = [] } of shown) {
    if (!first) await writeLines(["", theme.dim("═".repeat(width)), ""]);
    await writeLines(showStory(story, record, width, theme));
    if (decisions.length > 0) await writeLines([theme.dim(decidedNote(story, decisions))]);
    first = false;
  }
}

async function* read(path: string, options: Options): AsyncGenerator<Shown> {
  const reading = await readingOf([path], options);
  for (const { story, record } of withoutProblems(reading.stories())) yield { story, record };
}

async function* stored(reference: string, options: Options): AsyncGenerator<Shown> {
  if (!STORY_ID.test(reference)) throw new UsageError(`${reference}: there is no such file, and it is no story id; check the path`);
  yield await withArchive(options, "read-only", async (archive) => {
    const { story, record, decisions } = await archive.get(reference);
    return { story, record, decisions };
  });
}

/** "As decided by Eva Kol and 1 other in 3 decisions: onrecord corrections --story 8c1f22d0". */
function decidedNote({ id }: Story, decisions: StoredStory["decisions"]): string {
  const authors = [...new Set(decisions.map(({ correction }) => correction.author))];
  const others = authors.length > 1 ? ` and ${count(authors.length - 1, "other")}` : "";
  return `As decided by ${authors[0]}${others} in ${count(decisions.length, "decision")}: onrecord corrections --story ${shortId(id)}`;
}
