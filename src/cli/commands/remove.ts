import { Command } from "commander";
import { withArchive } from "../archive.js";
import { UsageError } from "../errors.js";
import { type ArchiveOption, archiveOption } from "../options.js";
import { say, writeLines } from "../output.js";

interface Options extends ArchiveOption {
  readonly yes?: boolean;
}

export const removeCommand = (): Command =>
  new Command("remove")
    .summary("take a story out of the archive")
    .description("Takes a story out of the archive, with all records of it, so that its words are no longer in the file. Cannot be undone.")
    .argument("<story>", "the story's id, or the first four digits of it or more")
    .option("--yes", "do it; needed on a terminal, where a slip of the hand is easily made")
    .addOption(archiveOption())
    .addHelpText("after", "\nExamples:\n  onrecord remove --yes 8c1f22d0")
    .action(remove);

async function remove(reference: string, options: Options): Promise<void> {
  await withArchive(options, "existing", async (archive) => {
    const { story } = await archive.get(reference);
    const named = `${story.id} (${story.headline?.replace(/\s+/g, " ") ?? "no headline"})`;
    if (process.stdin.isTTY && process.stdout.isTTY && !options.yes) {
      throw new UsageError(`${named} would be removed for good; say --yes to do it`);
    }
    const { purged } = await archive.remove(story.id);
    if (!purged)
      say("onrecord: another program is reading the archive; the words leave the file when it has finished and something is written");
    await writeLines([`removed ${named}`]);
  });
}
