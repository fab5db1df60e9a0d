import { once } from "node:events";

/**
 * Lets a reader of the output go away (`onrecord statements | head`) without a word: what is left to write is nobody's, so the program
 * ends there with the exit code it has so far.
 */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      throw error;
    });
  }
}

/** Writes data to standard output, waiting for a slow reader. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

export async function writeLines(lines: readonly string[]): Promise<void> {
  if (lines.length > 0) await write(`${lines.join("\n")}\n`);
}

export async function writeAll(chunks: Iterable<string> | AsyncIterable<string>): Promise<void> {
  for await (const chunk of chunks) await write(chunk);
}

/** Says something to the user on standard error, where it is in no data's way. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
