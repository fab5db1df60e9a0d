import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Archive, openArchive } from "../../src/archive/index.js";
import type { BenchArgs } from "../main.js";
import { ALTERATIONS } from "./alter.js";
import { type Generated, generateStories, type Utterance } from "./generate.js";
import { between, oneOf, type Random, randomOf } from "./random.js";

/** Questions that are asked of each size. */
const ASKED = 200;
const SEED = 20_271;
const SAMPLE = 2000;

/**
 * Fills an archive with invented stories (`generateStories`) until it holds so many statements, and at each size measures what was stored a second, how
 * large the file is, and how long answers take: the median and the 95th of 100, of time on the clock and of the processor's time (which is the fairer on a
 * machine that does other work, too). `--statements 10000,100000,1000000` are the sizes.
 */
export async function run({ statements }: BenchArgs): Promise<string> {
  const sizes = (statements ?? "10000").split(",").map(Number);
  const folder = mkdtempSync(join(tmpdir(), "onrecord-archive-"));
  const file = join(folder, "bench.db");
  const lines: string[] = [];
  const said: Utterance[] = [];
  const stories = generateStories(SEED);
  const random = randomOf(SEED);
  let count = { stories: 0, statements: 0 };
  try {
    for (const size of sizes) {
      const archive = await openArchive(file);
      const before = { ...count };
      let making = 0;
      let makingProcessor = 0;
      const begin = performance.now();
      const cpu = process.cpuUsage();
      function* more(): Generator<Generated> {
        while (count.statements < size) {
          const start = performance.now();
          const startProcessor = process.cpuUsage();
          const { value } = stories.next() as { readonly value: Generated };
          making += performance.now() - start;
          const used = process.cpuUsage(startProcessor);
          makingProcessor += (used.user + used.system) / 1e6;
          count = { stories: count.stories + 1, statements: count.statements + value.utterances.length };
          // A sample that every utterance has the same chance to be in.
          for (const utterance of value.utterances) {
            if (said.length < SAMPLE) said.push(utterance);
            else if (random() < SAMPLE / count.statements) said[between(random, 0, SAMPLE - 1)] = utterance;
          }
          yield value;
        }
      }
      for await (const _ of archive.addMany(more())) {
        // The outcome of each story is of no interest here.
      }
      const seconds = (performance.now() - begin - making) / 1000;
      const { user, system } = process.cpuUsage(cpu);
      const processor = (user + system) / 1e6 - makingProcessor;
      await archive.close();
      const reader = await openArchive(file, { mode: "read-only" });
      lines.push(
        `${count.statements.toLocaleString("en")} statements in ${count.stories.toLocaleString("en")} stories: added ${((count.stories - before.stories) / seconds).toFixed(0)} stories/s (${((count.stories - before.stories) / processor).toFixed(0)} a second of processor time), file ${(statSync(file).size / 1e6).toFixed(0)} MB`,
      );
      const times = await answers(reader, said, random);
      for (const one of times) lines.push(`  ${one.name.padEnd(46)} ${told(one)}`);
      await reader.close();
      console.error(lines.slice(-times.length - 1).join("\n"));
      const check = times.find(({ name }) => name === "check, all kinds") as Times;
      lines.push(`archive ${count.statements} check ${told(check)}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return lines.join("\n");
}

/** Milliseconds. */
interface Taken {
  readonly clock: number;
  readonly processor: number;
}

interface Times {
  readonly name: string;
  readonly median: Taken;
  readonly late: Taken;
}

const told = ({ median, late }: Times): string =>
  `p50 ${median.clock.toFixed(1)} ms p95 ${late.clock.toFixed(1)} ms (processor ${median.processor.toFixed(1)}, ${late.processor.toFixed(1)})`;

async function answers(archive: Archive, said: readonly Utterance[], random: Random): Promise<readonly Times[]> {
  const all: Taken[] = [];
  const times: Times[] = [];
  const timed = async (name: string, ask: () => Promise<unknown>, count = ASKED): Promise<readonly Taken[]> => {
    const taken: Taken[] = [];
    for (let i = 0; i < count; i++) {
      const begin = performance.now();
      const before = process.cpuUsage();
      await ask();
      const { user, system } = process.cpuUsage(before);
      taken.push({ clock: performance.now() - begin, processor: (user + system) / 1000 });
    }
    times.push({ name, ...spread(taken) });
    return taken;
  };
  const some = (least: number): Utterance => {
    for (;;) {
      const utterance = oneOf(random, said);
      if (utterance.words.length >= least) return utterance;
    }
  };
  const each = Math.ceil(ASKED / ALTERATIONS.length);
  for (const { name, least, alter } of ALTERATIONS) {
    all.push(...(await timed(`check, ${name}`, () => archive.check(alter(random, some(least).words)), each)));
  }
  all.push(
    ...(await timed("check --by, one word changed", () => {
      const { words, speaker } = some(8);
      return archive.check(words.toSpliced(3, 1, "xylo").join(" "), { by: speaker });
    })),
  );
  all.push(...(await timed("check, not found", () => archive.check(some(8).words.toReversed().join(" ")))));
  times.push({ name: "check, all kinds", ...spread(all) });
  const first = async (rows: AsyncIterable<unknown>): Promise<void> => {
    for await (const _ of rows) {
      // Read to the end of the page that was asked for.
    }
  };
  await timed("statements --about, first 50", () => first(archive.statements({ about: some(8).words.slice(-2).join(" "), limit: 50 })), 50);
  await timed("statements --by, first 50", () => first(archive.statements({ by: some(8).speaker, limit: 50 })), 50);
  await timed("stories --words, first 50", () => first(archive.stories({ words: some(8).words.slice(-2).join(" "), limit: 50 })), 50);
  return times;
}

function spread(taken: readonly Taken[]): { readonly median: Taken; readonly late: Taken } {
  const at = (share: number): Taken => {
    const of = (key: keyof Taken): number => taken.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(taken.length * share)];
    return { clock: of("clock"), processor: of("processor") };
  };
  return { median: at(0.5), late: at(0.95) };
}
