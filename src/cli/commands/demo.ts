import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { withArchive } from "../archive.js";
import { readingOf } from "../intake.js";
import { onInterrupt } from "../interrupt.js";
import { type ArchiveOption, archiveOption, archivePath } from "../options.js";
import { writeLines } from "../output.js";
import { progressOf } from "../progress.js";
import { terminal } from "../terminal.js";
import { accountOf, itemsOf, stored } from "./add.js";

/** The invented stories that come with the program: a crisis as eight agencies tell it, and six others; the same place from `src/` and `dist/`. */
const SAMPLES = fileURLToPath(new URL("../../../samples", import.meta.url));

/** Words of a sample that two agencies give in different words, so that the answer shows both halves of a check. */
const CHECKED = "nothing to discuss with people who shoot at fishermen";

export const demoCommand = (): Command =>
  new Command("demo")
    .summary("read the invented sample stories and look around")
    .description(
      "Reads the sample stories, an invented crisis told by eight agencies among them, into the archive, and shows what is then on record and how to look further.",
    )
    .addOption(archiveOption())
    .action(demo);

async function demo(options: ArchiveOption): Promise<void> {
  const started = performance.now();
  const reading = await readingOf([SAMPLES], {});
  const progress = await progressOf(reading.inputs.length, "Reading");
  const interruption = onInterrupt();
  const { width, theme } = await terminal();
  const { summaryLines } = await import("../render/summary.js");
  const { checkLines } = await import("../render/check.js");
  const { citedStories } = await import("./check.js");
  await withArchive(options, "create", async (archive) => {
    const added = await stored(archive, itemsOf(reading, archive, progress, interruption), () => progress.at(reading.taken, "")).finally(
      () => progress.end(),
    );
    interruption.release();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    await writeLines([theme.dim(`${accountOf(added)} in ${seconds} s · ${archive.location}`), ""]);
    await writeLines([...summaryLines(await archive.summary(8), width, theme), ""]);
    const result = await archive.check(CHECKED, { altered: 3 });
    await writeLines([theme.bold(`$ onrecord check "${CHECKED}"`), ""]);
    await writeLines([...checkLines(result, await citedStories(archive, result), width, theme), ""]);
    await writeLines(nextSteps(archivePath(options), added[0]?.story ?? "").map((line) => theme.dim(line)));
  });
}

/**
 * Commands to try next, on the archive that was just filled. From a checkout, where npm ran this, the program is reached through npx.
 */
function nextSteps(path: string, story: string): string[] {
  const archive = path === archivePath({}) ? "" : ` --archive ${path}`;
  const onrecord = process.env.npm_lifecycle_event === "demo" ? "npx onrecord" : "onrecord";
  const steps = [
    [`${onrecord} show${archive} ${story.replace("story_", "").slice(0, 8)}`, "a story with its record in the margin"],
    [`${onrecord} statements${archive} --by "foreign minister"`, "who said what"],
    [`${onrecord} check${archive} "closer to 1,200"`, "are these words on record?"],
    [`${onrecord} unread${archive}`, "what was not understood"],
    [`${onrecord} --help`, "all commands"],
  ];
  const widest = Math.max(...steps.map(([command]) => command.length));
  return ["Look further:", ...steps.map(([command, why]) => `  ${command.padEnd(widest)}   ${why}`)];
}
