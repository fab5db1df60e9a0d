import { readFileSync, writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import type { CorrectionQuery, CorrectionState, Imported } from "../../archive/index.js";
import { DECISIONS, ID_PREFIX } from "../../model/index.js";
import { withArchive } from "../archive.js";
import { complain, EXIT, UsageError } from "../errors.js";
import { type ArchiveOption, archiveOption } from "../options.js";
import { say, writeAll, writeLines } from "../output.js";
import { count } from "../render/count.js";
import { type ListOptions, list, listForms, withSight } from "./list.js";

interface Options extends ListOptions {
  readonly by?: string;
  readonly layer?: CorrectionQuery["layer"];
  readonly decision?: CorrectionQuery["decision"];
  readonly orphaned?: boolean;
  readonly inForce?: boolean;
}

export const correctionsCommand = (): Command => {
  const corrections = withSight(listForms(new Command("corrections")))
    .summary("list what persons decided, with what became of it")
    .description(
      "Lists all decisions ever made with onrecord correct and onrecord audit, the first first: who decided what of which words, when and why, and whether it is " +
        "in force, was undone, or is orphaned: of words that are gone or are read otherwise now.",
    )
    .option("--story <id>", "about this story or another version of it")
    .option("--by <name>", "made by somebody with these letters in the name")
    .addOption(new Option("--layer <layer>", "of this layer").choices(Object.keys(ID_PREFIX)))
    .addOption(new Option("--decision <decision>", "of this kind").choices(DECISIONS))
    .addOption(new Option("--orphaned", "only those that found nothing to bind to").conflicts("inForce"))
    .option("--in-force", "only those that make the record what it is now")
    .addOption(archiveOption())
    // What stands behind "export" and "import" is theirs.
    .enablePositionalOptions()
    .addHelpText(
      "after",
      `
Examples:
  onrecord corrections
  onrecord corrections --orphaned
  onrecord corrections export decisions.jsonl
  onrecord corrections import --archive other.db decisions.jsonl`,
    )
    .action(async (options: Options) => {
      const { CORRECTIONS } = await import("../render/lists/corrections.js");
      const { story, by, layer, decision, orphaned, inForce } = options;
      const state: CorrectionState | undefined = orphaned ? "orphaned" : inForce ? "in force" : undefined;
      const query: CorrectionQuery = {
        ...(story !== undefined && { story }),
        ...(by !== undefined && { author: by }),
        ...(layer !== undefined && { layer }),
        ...(decision !== undefined && { decision }),
        ...(state !== undefined && { state }),
      };
      await list(options, "decisions", CORRECTIONS, (archive) => archive.corrections(query), { byStory: false });
    });
  return corrections.addCommand(exportCommand()).addCommand(importCommand());
};

const exportCommand = (): Command =>
  new Command("export")
    .summary("write all decisions to a patch file")
    .description("Writes all decisions, undone ones and undos among them, as JSON Lines: a patch for another archive of the same stories.")
    .argument("[file]", "the file to write; standard output unless told")
    .option("--story <id>", "about this story or another version of it")
    .addOption(archiveOption())
    .addHelpText(
      "after",
      "\nExamples:\n  onrecord corrections export decisions.jsonl\n  onrecord corrections export | gzip > decisions.jsonl.gz",
    )
    .action(async (file: string | undefined, options: ArchiveOption & { readonly story?: string }) => {
      await withArchive(options, "read-only", async (archive) => {
        const { jsonLines } = await import("../render/json.js");
        const lines: string[] = [];
        for await (const { correction } of archive.corrections(options.story === undefined ? {} : { story: options.story })) {
          for await (const line of jsonLines([correction])) lines.push(line);
        }
        if (file === undefined || file === "-") return writeAll(lines);
        writeFileSync(file, lines.join(""));
        say(`${count(lines.length, "decision")} written to ${file}`);
      });
    });

const importCommand = (): Command =>
  new Command("import")
    .summary("take decisions from a patch file")
    .description(
      "Stores the decisions of a patch that are not here yet. Doing it again changes nothing. One of a story that is not here is named and left out.",
    )
    .argument("<file>", "the file, or - for standard input")
    .option("--json", "what became of each decision, as a JSON array")
    .addOption(archiveOption())
    .addHelpText("after", "\nExamples:\n  onrecord corrections import decisions.jsonl")
    .action(async (file: string, options: ArchiveOption & { readonly json?: boolean }) => {
      const corrections = parsedLines(file, readFileSync(file === "-" ? 0 : file, "utf8"));
      const outcomes = await withArchive(options, "existing", (archive) => archive.importCorrections(corrections));
      for (const { correction, story, outcome } of outcomes) {
        if (outcome !== "no story") continue;
        complain(`${correction}: ${story} is not in the archive; add the story, then import again`);
        process.exitCode = EXIT.failed;
      }
      if (options.json) {
        const { jsonArray } = await import("../render/json.js");
        return writeAll(jsonArray(outcomes));
      }
      const of = (outcome: Imported["outcome"]): number => outcomes.filter((one) => one.outcome === outcome).length;
      await writeLines([
        `${count(outcomes.length, "decision")}: ${of("added")} added, ${of("unchanged")} unchanged, ${of("no story")} left out`,
      ]);
    });

function parsedLines(file: string, text: string): readonly unknown[] {
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    try {
      return [JSON.parse(line)];
    } catch {
      throw new UsageError(`${file}:${i + 1}: is no JSON; a patch is what onrecord corrections export wrote`);
    }
  });
}
