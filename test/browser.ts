import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { environment, PROGRAM } from "./cli-run.js";

/** Where Debian puts it; a test without a browser fails, as it must. */
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

export function browser(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(`There is no browser at ${CHROMIUM}: install Debian's chromium, or say in CHROMIUM where one is`);
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
}

export interface Serving {
  readonly url: string;
  /** Ends the server and gives its exit code. */
  stop(): Promise<number | null>;
}

/** The built program serving an archive, in a process of its own, on a free port. */
export async function serving(archive: string): Promise<Serving> {
  const started = spawn(process.execPath, [PROGRAM, "serve", "--port", "0", "--archive", archive], { env: environment() });
  const line = await new Promise<string>((resolve, reject) => {
    started.stderr.once("data", (data) => resolve(String(data)));
    started.once("exit", () => reject(new Error("serve ended at once")));
  });
  const [, url = ""] = /at (http:\S+)/.exec(line) ?? [];
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        started.once("exit", resolve);
        started.kill("SIGTERM");
      }),
  };
}
