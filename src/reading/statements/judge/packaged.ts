import { readFileSync } from "node:fs";
import { type Judge, unpackJudge } from "./judge.js";

/** The judge of this package: `models/` lies beside both `src/` and `dist/`. */
export const JUDGE_FILE = new URL("../../../../models/statements.bin", import.meta.url);

let judge: Judge | undefined;

/** The judge of this package, read from disk when first asked for and kept for the life of the process. Throws where the file is missing. */
export function packagedJudge(): Judge {
  judge ??= unpackJudge(readFileSync(JUDGE_FILE));
  return judge;
}
