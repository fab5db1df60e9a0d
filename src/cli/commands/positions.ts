import { Command, Option } from "commander";
import type { PositionQuery } from "../../archive/index.js";
import { STANCES } from "../../model/index.js";
import { type ListOptions, list, withWhenOptions, wordsOption } from "./list.js";

export const positionsCommand = (): Command =>
  withWhenOptions(new Command("positions"))
    .summary("list who wants, refuses or offers what")
    .description(
      "Lists the positions that the stories tell of: who holds it, the stance, the issue, at whom it is aimed and what it hangs on. " +
        "The holder is the body that somebody speaks for, where words are said on its behalf.",
    )
    .option("--by <name>", "held by somebody with these words in the name, role or description")
    .option("--toward <name>", "aimed at somebody with these words in the name, role or description")
    .option("--about <words>", "with each of these words in the issue, in any of their forms")
    .addOption(new Option("--stance <stance>", "of this stance").choices(STANCES))
    .addOption(wordsOption())
    .addHelpText(
      "after",
      `
Examples:
  onrecord positions --by ghana --stance offer
  onrecord positions --about crew --since 2027-03-08
  onrecord positions --toward togo --csv > positions.csv`,
    )
    .action(async (options: ListOptions & PositionQuery) => {
      const { POSITIONS } = await import("../render/lists/positions.js");
      await list(options, "positions", POSITIONS, (archive) => archive.positions(options));
    });
