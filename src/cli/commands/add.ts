import { basename } from "node:path";
import { Command } from "commander";
import type { Added, Archive, Item, KnownItem } from "../../archive/index.js";
import { withArchive } from "../archive.js";
import { EXIT } from "../errors.js";
import { type Reading, type ReadingOptions, readingOf } from "../intake.js";
import { type Interruption, onInterrupt } from "../interrupt.js";
import { type ArchiveOption, archiveOption, archivePath, filesFromOption, lexiconOption, publishedOption } from "../options.js";
import { say, writeAll, writeLines } from "../output.js";
import { type Progress, progressOf } from "../progress.js";

interface Options extends ReadingOptions, ArchiveOption {
  readonly json?: boolean;
}

export const addCommand = (): Command =>
  new Command("add")
    .summary("read stories into the archive")
    .description(
      "Reads stories into the archive, making it when there is none. Adding a story again changes nothing. A story that was read by another " +
        "version or with other tables gets the new record. Ctrl-C finishes what is being written; the same command goes on from there.",
    )
    .argument("[inputs...]", "files, folders, or - for standard input (the default when something is piped in)")
    .option("--json", "what became of each story, as a JSON array")
    .addOption(filesFromOption())
    .addOption(archiveOption())
    .addOption(publishedOption())
    .addOption(lexiconOption())
    .addHelpText(
      "after",
      `
Examples:
  onrecord add stories/
  onrecord add --archive desk.db wire/*.txt
  find wire -name "*.txt" -newer desk.db | onrecord add --archive desk.db --files-from -
  gunzip -c feed.jsonl.gz | onrecord add -`,
    )
    .action(add);

async function add(paths: readonly string[], options: Options): Promise<void> {
  const reading = await readingOf(paths, options);
  const progress = await progressOf(reading.inputs.length, "Reading");
  const interruption = onInterrupt();
  try {
    const added = await withArchive(options, "create", (archive) =>
      stored(archive, itemsOf(reading, archive, progress, interruption), () => progress.at(reading.taken, "")),
    ).finally(() => progress.end());
    if (options.json) {
      const { jsonArray } = await import("../render/json.js");
      await writeAll(jsonArray(added));
    } else await writeLines([`${accountOf(added)} · ${archivePath(options)}`]);
  } finally {
    interruption.release();
  }
  if (interruption.asked) {
    say("onrecord: stopped before the end; what is counted is stored, and the same command goes on from there");
    process.exitCode = EXIT.interrupted;
  }
}

interface Storing {
  addMany(items: AsyncIterable<Item | KnownItem>): AsyncIterable<Added>;
}

/** Stores all items and gives what became of each. */
export async function stored(archive: Storing, items: AsyncIterable<Item | KnownItem>, onBatch: () => void): Promise<readonly Added[]> {
  const added: Added[] = [];
  for await (const outcome of archive.addMany(items)) {
    added.push(outcome);
    onBatch();
  }
  return added;
}

/**
 * The stories of the inputs, until the user asks to stop. One that the archive has with the record that reading would give is not read again.
 * Problems are told and make the exit code.
 */
export async function* itemsOf(
  reading: Reading,
  archive: Pick<Archive, "hasStory">,
  progress: Progress,
  interruption: Interruption,
): AsyncGenerator<Item | KnownItem> {
  const { makerId } = await import("../../model/index.js");
  const maker = makerId(reading.maker);
  for (const received of reading.received()) {
    await interruption.turn();
    if (received.kind === "story" && (await archive.hasStory(received.story.id, maker))) yield { ...received, record: null };
    else {
      const taken = received.kind === "problem" ? received : reading.read(received);
      if (taken.kind === "problem") {
        progress.complain(taken.message);
        process.exitCode = EXIT.failed;
      } else yield taken;
    }
    progress.at(reading.taken, basename(received.input));
    if (interruption.asked) return;
  }
}

const OUTCOMES: { readonly [O in Added["outcome"]]: string } = {
  added: "added",
  "new-version": "added as another version",
  "record-replaced": "read anew",
  unchanged: "unchanged",
};

/** "8 stories: 6 added, 2 unchanged". */
export function accountOf(added: readonly Added[]): string {
  const counts = Object.entries(OUTCOMES).flatMap(([outcome, words]) => {
    const n = added.filter((one) => one.outcome === outcome).length;
    return n === 0 ? [] : [`${n.toLocaleString("en-US")} ${words}`];
  });
  const stories = `${added.length.toLocaleString("en-US")} ${added.length === 1 ? "story" : "stories"}`;
  return counts.length === 0 ? stories : `${stories}: ${counts.join(", ")}`;
}
