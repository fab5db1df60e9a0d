/**
 * `npm run bench -- NAME --gold PATH [--out FILE] [--tokens] [--calibration]` and `npm run bench -- speed --texts DIR [--threads 1]`: runs the reader on
 * gold that it has not seen, writes the predictions and prints the score, the line to compare by last. Several `--gold` are run one after another.
 */
import { parseArgs } from "node:util";

/** What a benchmark is asked to do. Paths as given. */
export interface BenchArgs {
  readonly gold?: string;
  readonly out?: string;
  readonly tokens: boolean;
  readonly calibration: boolean;
  readonly texts?: string;
  /** Of `events`: which fold of a cross-validation each sentence is in, and the folder of the corpora to train on. */
  readonly folds?: string;
  readonly data?: string;
  readonly threads: number;
}

/** Each gives what is to be printed; the last line holds the figures to compare by. */
const BENCHMARKS: Readonly<Record<string, () => Promise<{ run(args: BenchArgs): Promise<string> }>>> = {
  parsing: () => import("./parsing/index.js"),
  names: () => import("./names/index.js"),
  attribution: () => import("./attribution/index.js"),
  record: () => import("./record/index.js"),
  coref: () => import("./coref/index.js"),
  timex: () => import("./timex/index.js"),
  events: () => import("./events/index.js"),
  modality: () => import("./modality/index.js"),
  places: () => import("./places/index.js"),
  speed: () => import("./speed/index.js"),
};

async function main(argv: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      gold: { type: "string", multiple: true },
      out: { type: "string" },
      tokens: { type: "boolean", default: false },
      calibration: { type: "boolean", default: false },
      texts: { type: "string" },
      folds: { type: "string" },
      data: { type: "string" },
      threads: { type: "string", default: "1" },
    },
  });
  const [name] = positionals;
  const load = BENCHMARKS[name ?? ""];
  const golds = values.gold ?? [];
  const given = name === "speed" ? values.texts : golds[0];
  if (!load || !given || (golds.length > 1 && values.out !== undefined)) {
    console.error(
      `usage: npm run bench -- ${Object.keys(BENCHMARKS).slice(0, -1).join("|")} --gold PATH [--gold PATH …] [--out FILE] [--tokens] [--calibration] [--texts FILE]\n       (--out with one --gold only)\n       npm run bench -- events --gold FILE --folds FILE --data DIR\n       npm run bench -- speed --texts DIR`,
    );
    process.exitCode = 2;
    return;
  }
  const { run } = await load();
  for (const gold of golds.length > 0 ? golds : [undefined]) {
    if (golds.length > 1) console.log(`== ${gold}`);
    console.log(await run({ ...values, gold, threads: Number(values.threads) } as BenchArgs));
  }
}

await main(process.argv.slice(2));
