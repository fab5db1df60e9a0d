import { Command } from "commander";
import { withArchive } from "../archive.js";
import { EXIT } from "../errors.js";
import { type ArchiveOption, archiveOption } from "../options.js";
import { write, writeAll } from "../output.js";
import { count } from "../render/count.js";

interface Options extends ArchiveOption {
  readonly json?: boolean;
}

export const verifyCommand = (): Command =>
  new Command("verify")
    .summary("prove that the archive is whole")
    .description(
      "Proves that the archive is whole: the file itself, each text against its hash, each quote against the text, each row and index " +
        "against the record. Prints a problem a line and ends with 1 if there is any.",
    )
    .option("--json", "the problems as a JSON array")
    .addOption(archiveOption())
    .addHelpText("after", "\nExamples:\n  onrecord verify\n  onrecord verify --archive desk.db")
    .action(verify);

async function verify(options: Options): Promise<void> {
  await withArchive(options, "existing", async (archive) => {
    if (options.json) {
      const { jsonArray } = await import("../render/json.js");
      await writeAll(jsonArray(counted(archive.verify())));
      return;
    }
    let whole = true;
    for await (const { story, problem } of counted(archive.verify())) {
      whole = false;
      await write(`${story ?? archive.location}: ${problem.replace(/\s+/g, " ")}\n`);
    }
    if (whole) await write(`${archive.location} is whole: ${count((await archive.summary()).stories, "story", "stories")}\n`);
  });
}

/** Problems as they come; any makes the exit code. */
async function* counted<Problem>(problems: AsyncIterable<Problem>): AsyncGenerator<Problem> {
  for await (const problem of problems) {
    process.exitCode = EXIT.failed;
    yield problem;
  }
}
