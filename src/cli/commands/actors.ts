import { Command, Option } from "commander";
import { type ListOptions, list, withListOptions } from "./list.js";

const KINDS = ["person", "state", "organization", "group"];

interface Options extends ListOptions {
  readonly by?: string;
  readonly kind?: string;
  readonly country?: string;
}

export const actorsCommand = (): Command =>
  withListOptions(new Command("actors"))
    .summary("list who speaks and is spoken to")
    .description(
      "Lists the actors of each story as it shows them: kind, country, role, whom they speak for, how many statements they make.",
    )
    .option("--by <name>", "with these words in the name, role or description")
    .addOption(new Option("--kind <kind>", "of this kind").choices(KINDS))
    .addOption(new Option("--country <code>", "of this country: three letters, as in ISO 3166-1").argParser((code) => code.toUpperCase()))
    .addHelpText(
      "after",
      `
Examples:
  onrecord actors --story 8c1f22d0
  onrecord actors --kind person --country TGO
  onrecord actors --by spokesman --csv`,
    )
    .action(async ({ by, ...options }: Options) => {
      const { ACTORS } = await import("../render/lists/actors.js");
      const query = { ...options, ...(by !== undefined && { name: by }) };
      await list(options, "actors", ACTORS, (archive) => archive.actors(query));
    });
