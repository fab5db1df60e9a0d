import { Command } from "commander";
import type { Archive } from "../../archive/index.js";
import type { Reader } from "../../intake/index.js";
import { withArchive } from "../archive.js";
import { EXIT } from "../errors.js";
import { type Interruption, onInterrupt } from "../interrupt.js";
import { type ArchiveOption, archiveOption, lexiconOption } from "../options.js";
import { say, writeLines } from "../output.js";
import { progressOf } from "../progress.js";
import { count } from "../render/count.js";

interface Options extends ArchiveOption {
  readonly lexicon?: readonly string[];
}

export const rereadCommand = (): Command =>
  new Command("reread")
    .summary("read anew what another version read")
    .description(
      "Reads anew every story whose record was made by another version of onrecord or with other tables. The old record stays as history. " +
        "Ctrl-C stops after the story that is being read; the same command goes on from there.",
    )
    .addOption(lexiconOption())
    .addOption(archiveOption())
    .addHelpText("after", "\nExamples:\n  onrecord reread\n  onrecord reread --lexicon my-tables/")
    .action(reread);

async function reread(options: Options): Promise<void> {
  const { openReader } = await import("../../intake/index.js");
  const reader = openReader({ lexiconFolders: options.lexicon ?? [] });
  const interruption = onInterrupt();
  try {
    await withArchive(options, "existing", async (archive) => {
      const stories = await storiesByOthers(archive, reader);
      const done = await readAnew(archive, reader, stories, interruption);
      await writeLines([`${count(done, "story", "stories")} read anew · ${archive.location}`]);
    });
  } finally {
    interruption.release();
  }
  if (interruption.asked) {
    say("onrecord: stopped before the end; the same command goes on from there");
    process.exitCode = EXIT.interrupted;
  }
}

async function storiesByOthers(archive: Archive, { maker }: Reader): Promise<readonly string[]> {
  const { makerId } = await import("../../model/index.js");
  const stories: string[] = [];
  for await (const { story } of archive.stories()) if (!(await archive.hasStory(story, makerId(maker)))) stories.push(story);
  return stories;
}

async function readAnew(archive: Archive, reader: Reader, stories: readonly string[], interruption: Interruption): Promise<number> {
  const progress = await progressOf(stories.length, "Reading");
  let replaced = 0;
  try {
    for (const [i, id] of stories.entries()) {
      await interruption.turn();
      if (interruption.asked) break;
      const { story } = await archive.get(id);
      const record = reader.read(story);
      if ("reason" in record) {
        progress.complain(`${id}: ${record.reason}`);
        process.exitCode = EXIT.failed;
      } else if (await archive.replaceRecord(id, record)) replaced++;
      progress.at(i + 1, story.headline?.slice(0, 40) ?? "");
    }
  } finally {
    progress.end();
  }
  return replaced;
}
