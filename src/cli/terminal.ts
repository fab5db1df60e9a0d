import type { Theme } from "./render/theme.js";

/** What the commands may know of where their output goes. */
export interface Terminal {
  /** Columns to fill. */
  readonly width: number;
  readonly theme: Theme;
}

const WIDTH_OF_FILES = 100;
const LEAST = 20;

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Columns of the terminal; for a pipe or a file `$COLUMNS`, else 100. */
export function widthOf(stream: Stream, env: NodeJS.ProcessEnv): number {
  const told = Number(env.COLUMNS);
  const width = stream.isTTY && stream.columns ? stream.columns : Number.isInteger(told) && told > 0 ? told : WIDTH_OF_FILES;
  return Math.max(LEAST, width);
}

/** Colours: never with NO_COLOR (no-color.org), always with FORCE_COLOR (but "0" and "false"), else on a terminal that is not dumb. */
export function wantsColors(stream: Stream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}

export async function terminal(): Promise<Terminal> {
  const { themeOf } = await import("./render/theme.js");
  return { width: widthOf(process.stdout, process.env), theme: themeOf(wantsColors(process.stdout, process.env)) };
}
