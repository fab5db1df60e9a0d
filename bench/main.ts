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
  /** Of `archive`: how many statements it holds, one size after another: "10000,100000". */
  readonly statements?: string;
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
  check: () => import("./check/index.js"),
  families: () => import("./families/index.js"),
  archive: () => import("./archive/index.js"),
  speed: () => import("./speed/index.js"),
};

/** Benchmarks that make their own stories. */
const GENERATED: ReadonlySet<string> = new Set(["check", "families", "archive"]);

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
      statements: { type: "string" },
    },
  });
  const [name] = positionals;
  const load = BENCHMARKS[name ?? ""];
  const golds = values.gold ?? [];
  const given = GENERATED.has(name ?? "") || (name === "speed" ? values.texts : golds[0]);
  if (!load || !given || (golds.length > 1 && values.out !== undefined)) {
    console.error(
      `usage: npm run bench -- ${Object.keys(BENCHMARKS)
        .filter((bench) => bench !== "speed" && !GENERATED.has(bench))
        .join(
          "|",
        )} --gold PATH [--gold PATH …] [--out FILE] [--tokens] [--calibration] [--texts FILE]\n       (--out with one --gold only)\n       npm run bench -- events --gold FILE --folds FILE --data DIR\n       npm run bench -- speed --texts DIR\n       npm run bench -- check|families\n       npm run bench -- archive [--statements 10000,100000,1000000]`,
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
