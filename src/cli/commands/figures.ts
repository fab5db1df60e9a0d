import { Command } from "commander";
import type { FigureQuery } from "../../archive/index.js";
import { type ListOptions, list, withWhenOptions, wordsOption } from "./list.js";

export const figuresCommand = (): Command =>
  withWhenOptions(new Command("figures"))
    .summary("list how many, of what, by whose account")
    .description(
      "Lists the figures of the stories: value and bound, what is counted, of whom, where, as of when, and by whose account. " +
        "Two accounts of one thing are two figures.",
    )
    .option("--by <name>", "given by somebody with these words in the name, role or description")
    .option("--of <name>", "of somebody with these words in the name, role or description")
    .option("--about <words>", "with each of these words in the figure, its unit or its place")
    .addOption(wordsOption())
    .addHelpText(
      "after",
      `
Examples:
  onrecord figures --about soldiers --since 2027-03-08
  onrecord figures --by "health ministry"
  onrecord figures --about killed --csv > toll.csv`,
    )
    .action(async (options: ListOptions & FigureQuery) => {
      const { FIGURES } = await import("../render/lists/figures.js");
      await list(options, "figures", FIGURES, (archive) => archive.figures(options));
    });
