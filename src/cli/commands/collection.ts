import { Command } from "commander";
import type { Gathered, StoryQuery } from "../../archive/index.js";
import { withArchive } from "../archive.js";
import { UsageError } from "../errors.js";
import { type ArchiveOption, archiveOption } from "../options.js";
import { say, write, writeLines } from "../output.js";
import { count } from "../render/count.js";
import { terminal } from "../terminal.js";
import {
  aboutOption,
  byOption,
  type ListOptions,
  list,
  listForms,
  withListOptions,
  withScopeOptions,
  withSight,
  wordsOption,
} from "./list.js";

export const collectionCommand = (): Command =>
  new Command("collection")
    .summary("gather stories under a name")
    .description(
      "Gathers stories under a name, such as those of one crisis. Every list and check can then be kept to them: --collection NAME. A story may be " +
        "in several collections. A newer version of a story is another story and is put in by itself.",
    )
    .addHelpText(
      "after",
      `
Examples:
  onrecord collection add trawler 8c1f22d0 0f3a91bb
  onrecord collection add trawler --words trawler --since 2027-03
  onrecord collection list
  onrecord positions --collection trawler --by ghana`,
    )
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(removeCommand());

const addCommand = (): Command =>
  withScopeOptions(new Command("add"))
    .summary("put stories into a collection")
    .description("Puts stories into a collection, making it when there is none: those that are named, or all that fit the options.")
    .argument("<name>", "the name of the collection")
    .argument("[stories...]", "ids of stories, or the first four digits of each or more")
    .addOption(wordsOption())
    .addOption(byOption())
    .addOption(aboutOption())
    .addHelpText(
      "after",
      "\nExamples:\n  onrecord collection add trawler 8c1f22d0\n  onrecord collection add trawler --words trawler --since 2027-03",
    )
    .action(async (name: string, named: readonly string[], options: ListOptions & StoryQuery) => {
      if (options.asOf !== undefined || options.machine)
        throw new UsageError("stories are put into the archive as it is: leave out --as-of and --machine");
      const { archive: _, ...query } = options;
      if (named.length === 0 && Object.keys(query).length === 0)
        throw new UsageError("name stories, or say which by --words, --since, --by …");
      const gathered = await withArchive(options, "existing", async (archive) => {
        const stories = [...named];
        if (Object.keys(query).length > 0) for await (const { story } of archive.stories(query)) stories.push(story);
        return archive.gather(name, [...new Set(stories)]);
      });
      await writeLines([accountOf(gathered, "added", "there already")]);
    });

const listCommand = (): Command =>
  withSight(listForms(new Command("list")))
    .summary("list the collections")
    .description("Lists the collections with how many stories each has and from when to when they were published.")
    .addOption(archiveOption())
    .addHelpText("after", "\nExamples:\n  onrecord collection list")
    .action(async (options: ListOptions) => {
      await withArchive(options, "read-only", async (archive) => {
        const rows = [];
        for await (const row of archive.collections()) rows.push(row);
        if (options.json) return write(`${JSON.stringify(rows, null, 2)}\n`);
        if (options.csv) {
          const { csvLine } = await import("../render/csv.js");
          await write(csvLine(["name", "stories", "first", "last"]));
          for (const { name, stories, first, last } of rows) await write(csvLine([name, stories, first, last]));
          return;
        }
        if (rows.length === 0) return say(`No collections in ${archive.location}.`);
        const { table } = await import("../render/table.js");
        const { width, theme } = await terminal();
        const columns = [
          { head: "COLLECTION", min: 16 },
          { head: "STORIES", min: 7, align: "right" as const },
          { head: "FIRST", min: 10 },
          { head: "LAST", min: 10 },
        ];
        const cells = rows.map(({ name, stories, first, last }) => [
          name,
          String(stories),
          first?.slice(0, 10) ?? "—",
          last?.slice(0, 10) ?? "—",
        ]);
        await writeLines(table(columns, cells, width, theme));
      });
    });

const showCommand = (): Command =>
  withListOptions(new Command("show"))
    .summary("list the stories of a collection")
    .description("Lists the stories of a collection, the newest first.")
    .argument("<name>", "the name of the collection")
    .addHelpText("after", "\nExamples:\n  onrecord collection show trawler --csv")
    .action(async (name: string, options: ListOptions) => {
      const { STORIES } = await import("../render/lists/stories.js");
      await list(options, "stories", STORIES, (archive) => archive.stories({ ...options, collection: name }), { byStory: false });
    });

const removeCommand = (): Command =>
  new Command("remove")
    .summary("take stories out of a collection")
    .description("Takes stories out of a collection; they stay in the archive. A collection is gone with its last story.")
    .argument("<name>", "the name of the collection")
    .argument("[stories...]", "ids of stories, or the first four digits of each or more")
    .option("--all", "all of them")
    .addOption(archiveOption())
    .addHelpText("after", "\nExamples:\n  onrecord collection remove trawler 8c1f22d0\n  onrecord collection remove trawler --all")
    .action(async (name: string, stories: readonly string[], options: ArchiveOption & { readonly all?: boolean }) => {
      if ((stories.length === 0) === (options.all !== true)) throw new UsageError("name stories, or say --all to take all of them out");
      const scattered = await withArchive(options, "existing", (archive) => archive.scatter(name, options.all ? "all" : stories));
      await writeLines([accountOf(scattered, "taken out", "not there")]);
    });

const accountOf = ({ name, changed, unchanged }: Gathered, done: string, otherwise: string): string =>
  `${name}: ${count(changed.length, "story", "stories")} ${done}${unchanged.length === 0 ? "" : `, ${unchanged.length} ${otherwise}`}`;
