import { existsSync } from "node:fs";
import { Command } from "commander";
import type { Version } from "../../linking/index.js";
import { withArchive } from "../archive.js";
import { UsageError } from "../errors.js";
import { type ReadingOptions, readingOf } from "../intake.js";
import { type ArchiveOption, archiveOption, lexiconOption, publishedOption } from "../options.js";
import { write, writeLines } from "../output.js";
import { terminal } from "../terminal.js";
import { withoutProblems } from "./read.js";

interface Options extends ReadingOptions, ArchiveOption {
  readonly json?: boolean;
}

export const diffCommand = (): Command =>
  new Command("diff")
    .summary("what changed in the record between two stories")
    .description(
      "Compares the record of a story with that of a later version or copy: quotes altered, gone or new; figures raised or lowered; positions, meetings, " +
        "events, actors and the title. Where lines stand in the text makes no difference, nor do punctuation and letter case. " +
        "With one story, it is compared with the version before it in the archive.",
    )
    .argument("<earlier>", "a file, or the id of a story in the archive")
    .argument("[later]", "the same; without it the first story is the later one")
    .option("--json", "the changes as JSON")
    .addOption(publishedOption())
    .addOption(archiveOption())
    .addOption(lexiconOption())
    .addHelpText(
      "after",
      `
Examples:
  onrecord diff 8c1f22d0 fc97455a
  onrecord diff fc97455a
  onrecord diff draft.txt published.txt --json`,
    )
    .action(diff);

async function diff(first: string, second: string | undefined, options: Options): Promise<void> {
  const earlier = second === undefined ? await versionBefore(first, options) : await versionOf(first, options);
  const later = await versionOf(second ?? first, options);
  const { diffRecords } = await import("../../linking/index.js");
  const changes = diffRecords(earlier, later);
  if (options.json) {
    await write(`${JSON.stringify({ earlier: earlier.story.id, later: later.story.id, changes }, null, 2)}\n`);
    return;
  }
  const { width, theme } = await terminal();
  const { diffLines } = await import("../render/diff.js");
  await writeLines(diffLines(earlier.story, later.story, changes, width, theme));
}

/** A file is read, the first story of it; anything else must be a story of the archive. */
async function versionOf(named: string, options: Options): Promise<Version> {
  if (!existsSync(named)) return withArchive(options, "read-only", (archive) => archive.get(named));
  const reading = await readingOf([named], options);
  for (const { story, record } of withoutProblems(reading.stories())) return { story, record };
  throw new UsageError(`${named}: there is no story in it that could be read`);
}

async function versionBefore(named: string, options: Options): Promise<Version> {
  if (existsSync(named)) throw new UsageError(`${named} is a file: name the story to compare it with, too`);
  return withArchive(options, "read-only", async (archive) => {
    const { story, versions } = await archive.get(named);
    const before = versions.find(({ relation }) => relation === "older");
    if (before === undefined) throw new UsageError(`${story.id} has no earlier version in the archive: name the story to compare it with`);
    return archive.get(before.story);
  });
}
