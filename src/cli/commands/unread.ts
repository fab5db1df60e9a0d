import { Command } from "commander";
import type { UnreadQuery } from "../../archive/index.js";
import { type ListOptions, list, withListOptions } from "./list.js";

export const unreadCommand = (): Command =>
  withListOptions(new Command("unread"))
    .summary("list sentences that promised a statement and gave none")
    .description("Lists sentences with a reporting word or a quotation that gave no record: what the reader did not understand.")
    .addHelpText(
      "after",
      `
Examples:
  onrecord unread
  onrecord unread --since 2027-03-08 --csv`,
    )
    .action(async (options: ListOptions & UnreadQuery) => {
      const { UNREAD } = await import("../render/lists/unread.js");
      await list(options, "unread sentences", UNREAD, (archive) => archive.unread(options));
    });
