import { Command, Option } from "commander";
import type { EventQuery } from "../../archive/index.js";
import { EVENT_TYPES, STATUSES } from "../../model/index.js";
import { type ListOptions, list, withWhenOptions, wordsOption } from "./list.js";

export const eventsCommand = (): Command =>
  withWhenOptions(new Command("events"))
    .summary("list who did what to whom")
    .description(
      "Lists the events of the stories: PLOVER type, who acts, at whom it is aimed, where and when, and whether it occurred, is planned, hangs on " +
        "a condition, is denied, or is only alleged.",
    )
    .option("--by <name>", "done by somebody with these words in the name, role or description")
    .option("--about <name>", "aimed at somebody with these words in the name, role or description")
    .addOption(
      new Option("--type <type>", "of this type")
        .choices(EVENT_TYPES.map((type) => type.toLowerCase()))
        .argParser((type: string) => type.toUpperCase()),
    )
    .addOption(new Option("--status <status>", "of this status").choices([...STATUSES]))
    .addOption(wordsOption())
    .addHelpText(
      "after",
      `
Examples:
  onrecord events --type assault --status occurred --since 2027-03-08
  onrecord events --by Togo --about Ghana
  onrecord events --type threaten --csv > threats.csv`,
    )
    .action(async (options: ListOptions & EventQuery) => {
      const { EVENTS } = await import("../render/lists/events.js");
      await list(options, "events", EVENTS, (archive) => archive.events(options));
    });
