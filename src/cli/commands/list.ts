import { type Command, Option } from "commander";
import type { Archive } from "../../archive/index.js";
import { withArchive } from "../archive.js";
import { type ArchiveOption, archiveOption, isoDate, limitOption } from "../options.js";
import { say, write, writeAll } from "../output.js";
import type { InStory, ListView } from "../render/lists/list.js";
import { terminal } from "../terminal.js";

export interface ListOptions extends ArchiveOption {
  readonly story?: string;
  readonly since?: string;
  readonly until?: string;
  readonly outlet?: string;
  readonly collection?: string;
  readonly asOf?: string;
  readonly machine?: boolean;
  readonly limit?: number;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** Options that say which state of the archive is looked at. */
export const withSight = (command: Command): Command =>
  command
    .addOption(
      new Option(
        "--as-of <date>",
        "what was on record then: stories, readings and decisions known by the end of that day, hour or minute (UTC)",
      ).argParser(isoDate),
    )
    .option("--machine", "the record as it was read, without what persons decided (onrecord correct)");

/** Options that say which stories are looked into, and in which state of the archive. */
export const withScopeOptions = (command: Command): Command => withSight(withScope(command));

/** Options that say which stories are looked into. */
export const withScope = (command: Command): Command =>
  command
    .option("--story <id>", "in this story: its id, or the first four digits of it or more")
    .addOption(new Option("--since <date>", "published on this date or later, such as 2027-03-08 or 2027-03").argParser(isoDate))
    .addOption(new Option("--until <date>", "published on this date or earlier").argParser(isoDate))
    .option("--outlet <words>", "published by an outlet or agency of this name")
    .option("--collection <name>", "in this collection (onrecord collection)")
    .addOption(archiveOption());

/** Options that every list has. */
export const withListOptions = (command: Command): Command => listForms(withScopeOptions(command).addOption(limitOption()));

/** Options of lists of what is said in stories: when it was said, and what time it is about, are not when it was published. */
export const withWhenOptions = (command: Command): Command =>
  withListOptions(command)
    .addOption(
      new Option("--said-since <date>", "said on this date or later; where the text does not tell, published then").argParser(isoDate),
    )
    .addOption(new Option("--said-until <date>", "said on this date or earlier").argParser(isoDate))
    .addOption(
      new Option(
        "--about-since <date>",
        "about a time on this date or later: of an event or meeting its date, of a statement the times in it",
      ).argParser(isoDate),
    )
    .addOption(new Option("--about-until <date>", "about a time on this date or earlier").argParser(isoDate));

/** The forms in which a list can be given. */
export const listForms = (command: Command): Command =>
  command.addOption(new Option("--json", "a JSON array, a row a line").conflicts("csv")).option("--csv", "CSV (RFC 4180) with a header");

export const wordsOption = (): Option =>
  new Option("--words <words>", 'in stories with all of these words; "in quotes" together, sanction* for a beginning');
export const byOption = (): Option => new Option("--by <name>", "said by somebody with these words in the name, role or description");
export const aboutOption = (): Option => new Option("--about <words>", "with all of these words in what is said");

/** Lists rows of the archive in the form that the options ask for. */
export async function list<Row extends InStory>(
  options: ListOptions,
  what: string,
  view: ListView<Row>,
  rowsOf: (archive: Archive) => AsyncIterable<Row>,
  { byStory = true } = {},
): Promise<void> {
  await withArchive(options, "read-only", async (archive) => {
    const rows = rowsOf(archive);
    if (options.json) {
      const { jsonArray } = await import("../render/json.js");
      return writeAll(jsonArray(rows));
    }
    const { csvOf, tableByStory, tableOf } = await import("../render/lists/print.js");
    if (options.csv) return writeAll(csvOf(rows, view));
    const { width, theme } = await terminal();
    let empty = true;
    for await (const chunk of byStory ? tableByStory(rows, view, width, theme) : tableOf(rows, view, width, theme)) {
      empty = false;
      await write(chunk);
    }
    if (empty) say(`No ${what} in ${archive.location} that fit.`);
  });
}
