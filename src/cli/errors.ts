import { say } from "./output.js";

/** Exit codes. A search that finds nothing is done all the same. */
export const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** The command was called in a way that makes no sense. The message says which way does. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** One clear line (a faulty table has one a fault) on standard error: "onrecord: story.txt: is empty; …". */
export const complain = (message: string): void => {
  for (const line of message.split("\n")) say(`onrecord: ${line.replace(CONTROLS, " ")}`);
};

/**
 * Tells the user of an error and gives the exit code. What the user can mend is told in the error's own words. Anything else is our fault:
 * it says where to report it, with the stack only if `$ONRECORD_DEBUG` is set.
 */
export function report(error: unknown): number {
  if (!(error instanceof Error)) return report(new Error(String(error)));
  if (process.env.ONRECORD_DEBUG && error.stack !== undefined) say(error.stack);
  if (error.name === "UsageError" || isCode(error, "query")) {
    complain(error.message);
    return EXIT.usage;
  }
  // Known by name, so that no command needs to load the room that an error is from.
  if (["ArchiveError", "InputError", "LexiconError"].includes(error.name)) complain(error.message);
  else if ("syscall" in error) complain(fileFault(error));
  else {
    complain(`stopped by a fault of its own: ${error.name}: ${error.message}`);
    complain("Please report this line and the command; ONRECORD_DEBUG=1 in the environment shows where it happened.");
  }
  return EXIT.failed;
}

const isCode = (error: Error, code: string): boolean => error.name === "ArchiveError" && "code" in error && error.code === code;

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder; check the path",
  ENOTDIR: "is no folder",
  EISDIR: "is a folder",
  EACCES: "may not be read or written by you; change its permissions",
};

function fileFault(error: Error & { readonly path?: unknown; readonly code?: unknown }): string {
  const fault = FAULTS[String(error.code)];
  return fault === undefined || typeof error.path !== "string" ? error.message : `${error.path}: ${fault}`;
}
