import { Command, Option } from "commander";
import type { StatementQuery } from "../../archive/index.js";
import { aboutOption, byOption, type ListOptions, list, withWhenOptions, wordsOption } from "./list.js";

export const statementsCommand = (): Command =>
  withWhenOptions(new Command("statements"))
    .summary("list who said what")
    .description("Lists who said what, story by story, the newest first: speaker, cue, words.")
    .addOption(byOption())
    .addOption(aboutOption())
    .addOption(wordsOption())
    .addOption(new Option("--class <class>", "words said, or an attitude told of somebody").choices(["speech", "attitude"]))
    .addOption(new Option("--mode <mode>", "how the words are given").choices(["direct", "indirect", "mixed"]))
    .addOption(new Option("--source <kind>", "whether the story names who says it").choices(["named", "unnamed", "unknown"]))
    .addHelpText(
      "after",
      `
Examples:
  onrecord statements --by "foreign minister" --since 2027-03-08
  onrecord statements --about '"shoot at fishermen"'
  onrecord statements --class speech --mode direct --csv > quotes.csv`,
    )
    .action(async (options: ListOptions & StatementQuery) => {
      const { STATEMENTS } = await import("../render/lists/statements.js");
      await list(options, "statements", STATEMENTS, (archive) => archive.statements(options));
    });
