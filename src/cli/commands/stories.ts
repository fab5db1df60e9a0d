import { Command } from "commander";
import type { StoryQuery } from "../../archive/index.js";
import { aboutOption, byOption, type ListOptions, list, withListOptions, wordsOption } from "./list.js";

export const storiesCommand = (): Command =>
  withListOptions(new Command("stories"))
    .summary("list the stories in the archive")
    .description("Lists the stories in the archive, the newest first.")
    .addOption(byOption())
    .addOption(aboutOption())
    .addOption(wordsOption())
    .addHelpText(
      "after",
      `
Examples:
  onrecord stories
  onrecord stories --words "border crossing" --since 2027-03
  onrecord stories --by Amegnignan --about apology --json`,
    )
    .action(async (options: ListOptions & StoryQuery) => {
      const { STORIES } = await import("../render/lists/stories.js");
      await list(options, "stories", STORIES, (archive) => archive.stories(options), { byStory: false });
    });
