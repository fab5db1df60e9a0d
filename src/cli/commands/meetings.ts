import { Command, Option } from "commander";
import type { MeetingQuery } from "../../archive/index.js";
import { MEETING_STATUSES } from "../../model/index.js";
import { type ListOptions, list, withWhenOptions, wordsOption } from "./list.js";

export const meetingsCommand = (): Command =>
  withWhenOptions(new Command("meetings"))
    .summary("list who met, meets or is to meet whom")
    .description(
      "Lists the meetings that the stories tell of, past and to come: who takes part, where, when, and how it stands: held, ongoing, scheduled, " +
        "proposed or cancelled. One entry a meeting and story.",
    )
    .option("--by <name>", "with somebody there who has these words in the name, role or description")
    .option("--about <words>", "with each of these words in the words that tell of it, or in its place")
    .addOption(new Option("--status <status>", "of this status").choices(MEETING_STATUSES))
    .option("--date <date>", "on this day, in this month or year")
    .addOption(wordsOption())
    .addHelpText(
      "after",
      `
Examples:
  onrecord meetings --by ghana --status scheduled
  onrecord meetings --about cotonou --since 2027-03-08
  onrecord meetings --date 2027-03 --csv > meetings.csv`,
    )
    .action(async (options: ListOptions & MeetingQuery) => {
      const { MEETINGS } = await import("../render/lists/meetings.js");
      await list(options, "meetings", MEETINGS, (archive) => archive.meetings(options));
    });
