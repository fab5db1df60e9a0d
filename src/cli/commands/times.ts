import { Command, Option } from "commander";
import type { AnnotationQuery } from "../../archive/index.js";
import { type ListOptions, list, withWhenOptions, wordsOption } from "./list.js";

export const timesCommand = (): Command =>
  withWhenOptions(new Command("times"))
    .summary("list the times that the stories name")
    .description("Lists the times that the stories name, each with its value (TIMEX3) or why it has none.")
    .addOption(wordsOption())
    .addOption(
      new Option("--type <type>", "of this type")
        .choices(["date", "time", "duration", "set"])
        .argParser((type: string) => type.toUpperCase()),
    )
    .option("--value <beginning>", "whose value begins so: 2027-03 for all times in that month")
    .addHelpText(
      "after",
      `
Examples:
  onrecord times --story 8c1f22d0
  onrecord times --value 2027-03-12 --json`,
    )
    .action(async (options: ListOptions & AnnotationQuery) => {
      const { TIMES } = await import("../render/lists/times.js");
      await list(options, "times", TIMES, (archive) => archive.times(options));
    });
