import { Command } from "commander";
import type { StoredStory } from "../../archive/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import { ID_PREFIX, type Story, type StoryRecord } from "../../model/index.js";
import { type SightOptions, withArchive } from "../archive.js";
import { complain, EXIT, UsageError } from "../errors.js";
import type { Explanation } from "../explain/explanation.js";
import { type ReadingOptions, readingOf } from "../intake.js";
import { type ArchiveOption, archiveOption, lexiconOption, publishedOption } from "../options.js";
import { writeAll, writeLines } from "../output.js";
import { terminal } from "../terminal.js";
import { withSight } from "./list.js";
import { withoutProblems } from "./read.js";

interface Options extends ReadingOptions, ArchiveOption, SightOptions {
  readonly file?: string;
  readonly json?: boolean;
}

const ANNOTATION_ID = new RegExp(`^(?:${Object.values(ID_PREFIX).join("|")})_[0-9a-f]{1,16}$`);

export const explainCommand = (): Command =>
  withSight(new Command("explain"))
    .summary("say how an annotation came to be")
    .description(
      "Says of an annotation in which sentence it stands, which rule made it and how sure that is: for a time what it was counted from, for a " +
        "statement its cue and whose words it stands in, for a figure whose account it is. Ids are in the output of --json and --csv.",
    )
    .argument("<id>", "the id of an annotation, such as time_1f0c2d3e4a5b6c7d; with --file its first digits are enough")
    .option("--file <story>", "look in this story, read anew, and not in the archive; - for standard input")
    .option("--json", "the explanation as JSON")
    .addOption(publishedOption())
    .addOption(archiveOption())
    .addOption(lexiconOption())
    .addHelpText(
      "after",
      `
Examples:
  onrecord times --story 8c1f22d0 --csv
  onrecord explain time_1f0c2d3e4a5b6c7d
  onrecord explain fig_90ab --file story.txt --published 2027-03-08`,
    )
    .action(explainOne);

async function explainOne(id: string, options: Options): Promise<void> {
  if (!ANNOTATION_ID.test(id)) {
    throw new UsageError(`${id}: is no id of an annotation, such as st_1f0c2d3e4a5b6c7d; the lists give ids with --json and --csv`);
  }
  const { loadLexicon } = await import("../../lexicon/index.js");
  const explanation = await find(id, options, loadLexicon(options.lexicon ?? []));
  if (explanation === null) {
    const rejected = options.file === undefined && !options.machine ? ", or a person rejected it (--machine shows it)" : "";
    complain(`${id}: there is no such annotation in ${options.file ?? "the archive"}, or more than one begins so${rejected}`);
    process.exitCode = EXIT.failed;
    return;
  }
  if (options.json) {
    const { jsonLines } = await import("../render/json.js");
    await writeAll(jsonLines([explanation]));
    return;
  }
  const { width, theme } = await terminal();
  const { explanationLines } = await import("../render/explanation.js");
  await writeLines(explanationLines(explanation, width, theme));
}

async function find(id: string, options: Options, lexicon: Lexicon): Promise<Explanation | null> {
  const { explain } = await import("../explain/explain.js");
  const { file } = options;
  const read = (story: Story, record: StoryRecord, decisions: StoredStory["decisions"] = []): Explanation | null =>
    explain(story, record, id, lexicon, decisions);
  if (file === undefined) {
    return withArchive(options, "read-only", async (archive) => {
      const story = await archive.storyOf(id);
      if (story === null) return null;
      const stored = await archive.get(story);
      return read(stored.story, stored.record, stored.decisions);
    });
  }
  const reading = await readingOf([file], options);
  for (const { story, record } of withoutProblems(reading.stories())) {
    const found = read(story, record);
    if (found !== null) return found;
  }
  return null;
}
