import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import type { Archive, AuditItem, AuditQuery, AuditSample, StoryScope } from "../../archive/index.js";
import { ID_PREFIX, type LayerName } from "../../model/index.js";
import { withArchive } from "../archive.js";
import { type DecidingOptions, decider } from "../deciding.js";
import { complain, EXIT } from "../errors.js";
import type { Explanation } from "../explain/explanation.js";
import { type ArchiveOption, wholeNumber } from "../options.js";
import { say, write, writeLines } from "../output.js";
import { count } from "../render/count.js";
import { terminal } from "../terminal.js";
import { withScope } from "./list.js";

interface Options extends ArchiveOption, StoryScope, Pick<DecidingOptions, "by"> {
  readonly sample: number | "all";
  readonly layer?: readonly LayerName[];
  readonly seed: number;
  readonly sheet?: string;
  readonly read?: string;
  readonly gold?: string;
  readonly report?: boolean;
  readonly json?: boolean;
}

export const auditCommand = (): Command =>
  withScope(new Command("audit"))
    .summary("measure by a random sample how often the record is right")
    .description(
      "Leads through annotations drawn at random, asks of each whether it is right, and tells the precision with its interval. Answers are " +
        "decisions, as onrecord correct makes them: they are stored at once, count for the record, and can be undone. The same seed draws the same " +
        "sample, so a sample can be finished another day. Off a terminal it asks nothing: --sheet writes a CSV to fill in, --read takes it back.",
    )
    .addOption(
      new Option("--sample <n>", 'how many to draw, or "all"').default(100).argParser((n) => (n === "all" ? "all" : wholeNumber(n))),
    )
    .addOption(
      new Option("--layer <layer>", "of this layer; may be given again (default: all)").choices(Object.keys(ID_PREFIX)).argParser(layersOf),
    )
    .addOption(new Option("--seed <n>", "draws another sample").default(1).argParser(wholeNumber))
    .option("--by <name>", "who answers (default: $ONRECORD_AUTHOR)")
    .addOption(
      new Option("--sheet <file>", "write the sample as CSV, to be filled in: right or wrong under answer").conflicts(["read", "gold"]),
    )
    .addOption(new Option("--read <file>", "take the answers from a sheet that was filled in; - for standard input").conflicts("gold"))
    .option("--report", "ask nothing, tell what the answers so far say")
    .option("--gold <folder>", "write the stories whose annotations of these layers all have answers as gold for npm run bench -- record")
    .option("--json", "the report as JSON")
    .addHelpText(
      "after",
      `
Examples:
  onrecord audit --sample 100 --by "Eva Kol"
  onrecord audit --sample 50 --layer statements --layer events --sheet sheet.csv
  onrecord audit --sample 50 --layer statements --layer events --read sheet.csv --by "Eva Kol"
  onrecord audit --sample all --story 8c1f22d0 --layer statements --gold gold/`,
    )
    .action(audit);

function layersOf(layer: string, before: readonly LayerName[] = []): readonly LayerName[] {
  const known = Object.keys(ID_PREFIX) as LayerName[];
  const found = known.find((one) => one === layer);
  if (found === undefined) throw new InvalidArgumentError(`It must be one of ${known.join(", ")}.`);
  return [...before, found];
}

async function audit(options: Options): Promise<void> {
  const { sample: size, layer, seed, archive: _, by: __, sheet, read, gold, report, json, ...scope } = options;
  const query: AuditQuery = {
    ...scope,
    seed,
    size: size === "all" ? Number.MAX_SAFE_INTEGER : size,
    ...(layer !== undefined && { layers: layer }),
  };
  if (gold !== undefined) return writeGold(options, query, gold);
  if (sheet !== undefined) return writeSheet(options, query, sheet);
  if (read !== undefined) await readAnswers(options, read);
  else if (!report && !json && process.stdin.isTTY && process.stderr.isTTY) await askOnTerminal(options, query);
  const told = await withArchive(options, "read-only", (archive) => archive.audit(query));
  await tell(told, json === true);
}

async function tell(sample: AuditSample, json: boolean): Promise<void> {
  const { reportLines, reportOf } = await import("../audit/report.js");
  const report = reportOf(sample);
  if (json) return write(`${JSON.stringify(report, null, 2)}\n`);
  if (report.sample === 0) return say("There is nothing to audit here.");
  const { width, theme } = await terminal();
  await writeLines(reportLines(report, width, theme));
}

/** What the machine read, explained; null for what is not there. Stories are kept: samples come back to them. */
async function explainer(machine: Archive): Promise<(item: Pick<AuditItem, "annotation" | "story">) => Promise<Explanation | null>> {
  const { loadLexicon } = await import("../../lexicon/index.js");
  const { explain } = await import("../explain/explain.js");
  const lexicon = loadLexicon([]);
  const stories = new Map<string, Awaited<ReturnType<Archive["get"]>>>();
  return async ({ annotation, story: id }) => {
    const stored = stories.get(id) ?? (await machine.get(id));
    stories.set(id, stored);
    return explain(stored.story, stored.record, annotation, lexicon);
  };
}

async function writeSheet(options: Options, query: AuditQuery, file: string): Promise<void> {
  const { sheetHeader, sheetLine } = await import("../audit/sheet.js");
  const { items } = await withArchive(options, "read-only", (archive) => archive.audit(query));
  const lines = [sheetHeader()];
  await withArchive({ ...options, machine: true }, "read-only", async (machine) => {
    const explained = await explainer(machine);
    for (const item of items) {
      const explanation = await explained(item);
      if (explanation !== null) lines.push(sheetLine(explanation, item.answer));
    }
  });
  if (file === "-") return write(lines.join(""));
  writeFileSync(file, lines.join(""));
  say(`${count(items.length, "annotation")} written to ${file}: put right or wrong under answer, then onrecord audit --read ${file}`);
}

/** Stores the answers of a sheet that are not what was decided already. A line that cannot be stored is named, and the rest goes on. */
async function readAnswers(options: Options, file: string): Promise<void> {
  const { readSheet } = await import("../audit/sheet.js");
  const rows = readSheet(file, readFileSync(file === "-" ? 0 : file, "utf8"));
  const { by } = decider(options);
  await withArchive(options, "existing", async (archive) => {
    const everything = await archive.audit({ seed: 1, size: Number.MAX_SAFE_INTEGER });
    const known = new Map(everything.items.map((item) => [item.annotation, item.answer]));
    let stored = 0;
    for (const { line, annotation, answer, note } of rows) {
      if (answer === null || known.get(annotation) === answer) continue;
      try {
        await archive.correct({ by, decision: answer, annotation, ...(note !== null && { note }) });
        stored++;
      } catch (error) {
        if (!(error instanceof Error) || error.name !== "ArchiveError") throw error;
        complain(`${file}:${line}: ${error.message}`);
        process.exitCode = EXIT.failed;
      }
    }
    say(`${count(stored, "answer")} stored`);
  });
}

async function askOnTerminal(options: Options, query: AuditQuery): Promise<void> {
  const { by } = decider(options);
  const { createInterface } = await import("node:readline/promises");
  const { interview } = await import("../audit/interview.js");
  const { explanationLines } = await import("../render/explanation.js");
  const { width, theme } = await terminal();
  await withArchive({ ...options, machine: true }, "read-only", async (machine) => {
    const explained = await explainer(machine);
    await withArchive(options, "existing", async (archive) => {
      const { items } = await archive.audit(query);
      const open = items.filter(({ answer }) => answer === null).length;
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      const ended = new Promise<null>((resolve) => lines.once("close", () => resolve(null)));
      try {
        await interview(
          items,
          {
            show: async (item, number) => {
              const explanation = await explained(item);
              say(`\n${theme.dim(`${number} of ${open}`)}`);
              // How sure the machine is would tell the person what to answer.
              for (const line of explanation === null ? [item.annotation] : explanationLines(explanation, width, theme, { blind: true }))
                say(line);
            },
            ask: (question) => Promise.race([lines.question(`\n${question}`), ended]),
          },
          {
            judge: async ({ annotation }, decision, note) =>
              (await archive.correct({ by, decision, annotation, ...(note !== null && { note }) })).id,
            takeBack: async (decision) => void (await archive.undo(decision, by)),
          },
        );
      } finally {
        lines.close();
      }
    });
  });
}

/** Stories are written whole: one of which a layer was judged in part would count what was not judged as wrong. */
async function writeGold(options: Options, query: AuditQuery, folder: string): Promise<void> {
  const { goldOf } = await import("../../exports/index.js");
  await withArchive(options, "read-only", async (archive) => {
    const { items, population } = await archive.audit({ ...query, size: Number.MAX_SAFE_INTEGER });
    const layers = query.layers ?? (Object.keys(population) as LayerName[]);
    const stories = new Map<string, { all: number; judged: number }>();
    for (const { story, answer } of items) {
      const { all, judged } = stories.get(story) ?? { all: 0, judged: 0 };
      stories.set(story, { all: all + 1, judged: judged + (answer === null ? 0 : 1) });
    }
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
    let written = 0;
    for (const [id, { all, judged }] of stories) {
      if (judged < all) {
        if (judged > 0)
          complain(
            `${id}: ${judged} of ${all} annotations have an answer; it is no gold before all have: onrecord audit --sample all --story ${id}`,
          );
        continue;
      }
      const { story, record } = await archive.get(id);
      const name = join(folder, id);
      writeFileSync(`${name}.txt`, story.text);
      writeFileSync(`${name}.gold.json`, `${JSON.stringify(goldOf(story, record, layers), null, 1)}\n`);
      written++;
    }
    say(`${count(written, "story", "stories")} written to ${folder}`);
    if (written === 0) process.exitCode = EXIT.failed;
  });
}
