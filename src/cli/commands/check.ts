import { Command, Option } from "commander";
import type { Archive, CheckResult } from "../../archive/index.js";
import { withArchive } from "../archive.js";
import { EXIT } from "../errors.js";
import { limitOption } from "../options.js";
import { write, writeLines } from "../output.js";
import type { Cited } from "../render/check.js";
import { terminal } from "../terminal.js";
import { type ListOptions, withScopeOptions } from "./list.js";

interface Options extends ListOptions {
  readonly by?: string;
  readonly exitCode?: boolean;
}

export const checkCommand = (): Command =>
  withScopeOptions(new Command("check"))
    .summary("are these words on record?")
    .description(
      "Looks for words in all stories: where they stand and stand first, who is on record for them, who denies them, and what is nearly the same, " +
        "with what differs. Letter case, punctuation and quotation marks make no difference; “…” and [brackets] own up to what they change. " +
        "With --by it also says when only somebody else is on record. Says in which stories it looked: “not found” is not “never said”.",
    )
    .argument("<words>", "the words, in one argument")
    .addOption(new Option("--by <name>", "whose words they are said to be: words of the name, role or description"))
    .addOption(limitOption())
    .option("--json", "the answer as JSON")
    .option(
      "--exit-code",
      "end with 1 when the words are not on record exactly (with --by: for that name); without it a search that was done ends with 0",
    )
    .addHelpText(
      "after",
      `
Examples:
  onrecord check "people who shoot at fishermen"
  onrecord check "not one man, not one metre" --by "defence ministry"
  onrecord check --exit-code "guns are locked away" && echo on record`,
    )
    .action(check);

async function check(words: string, options: Options): Promise<void> {
  await withArchive(options, "read-only", async (archive) => {
    const { limit } = options;
    const result = await archive.check(words, { ...options, ...(limit !== undefined && { exact: limit, altered: limit }) });
    const found = options.by === undefined ? result.exact.length > 0 : result.verdict === "verbatim";
    if (options.exitCode && !found) process.exitCode = EXIT.failed;
    if (options.json) {
      await write(`${JSON.stringify(result, null, 2)}\n`);
      return;
    }
    const { width, theme } = await terminal();
    const { checkLines } = await import("../render/check.js");
    await writeLines(checkLines(result, await citedStories(archive, result), width, theme, options.by ?? null));
  });
}

export async function citedStories(archive: Archive, { exact }: CheckResult): Promise<ReadonlyMap<string, Cited>> {
  const cited = new Map<string, Cited>();
  for (const { story } of exact) if (!cited.has(story)) cited.set(story, (await archive.get(story)).story);
  return cited;
}
