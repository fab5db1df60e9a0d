import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const PROGRAM = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
export const SAMPLES = fileURLToPath(new URL("../samples/crisis", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** An environment without anything that changes the output, but for what the test gives. */
export const environment = (env: RunOptions["env"] = {}): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, COLUMNS: "100", ...env });

/** Runs the built program as a user does. Without an input, standard input is empty. */
export function run(args: readonly string[], { input = "", env, cwd }: RunOptions = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    input,
    env: environment(env),
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder that is gone when `remove` is called. */
export function temporaryFolder(): { readonly at: (...names: string[]) => string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-"));
  return { at: (...names) => join(folder, ...names), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The lines of standard error. */
export const linesOf = (text: string): string[] => text.split("\n").filter((line) => line !== "");
