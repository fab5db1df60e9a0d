import { Command, Option } from "commander";
import type { PlaceQuery } from "../../archive/index.js";
import { type ListOptions, list, withWhenOptions, wordsOption } from "./list.js";

const PRECISIONS = ["exact", "city", "province", "country", "region"];

export const placesCommand = (): Command =>
  withWhenOptions(new Command("places"))
    .summary("list the places that the stories name")
    .description(
      "Lists the places that the stories name, each with its entry of the gazetteer (GeoNames, CC BY 4.0) or why it has none. " +
        "A state or capital that acts is an actor and not listed here.",
    )
    .option("--by <name>", "named in words of somebody with these words in the name, role or description")
    .option("--about <words>", "with each of these words in the place's name, as the story or the gazetteer gives it")
    .addOption(new Option("--country <code>", "in this country: three letters, as in ISO 3166-1").argParser((code) => code.toUpperCase()))
    .addOption(new Option("--precision <kind>", "known so exactly").choices(PRECISIONS))
    .addOption(wordsOption())
    .addHelpText(
      "after",
      `
Examples:
  onrecord places --story 8c1f22d0
  onrecord places --country TGO --since 2027-03
  onrecord places --about lomé --by spokesman --csv`,
    )
    .action(async (options: ListOptions & PlaceQuery) => {
      const { PLACES } = await import("../render/lists/places.js");
      await list(options, "places", PLACES, (archive) => archive.places(options));
    });
