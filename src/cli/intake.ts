import type { Input, Taken } from "../intake/index.js";
import { UsageError } from "./errors.js";
import { namedInputs } from "./options.js";

export interface ReadingOptions {
  readonly published?: string;
  readonly lexicon?: readonly string[];
  readonly filesFrom?: string;
}

/** Inputs that a command was given, counted as they are taken up, and the stories in them. */
export interface Reading {
  readonly inputs: readonly Input[];
  /** Inputs that have been taken up so far. */
  readonly taken: number;
  stories(): Generator<Taken>;
}

/** Loads the reader and looks up the inputs. Nothing named and nothing piped in is wrong usage. */
export async function readingOf(paths: readonly string[], { published, lexicon, filesFrom }: ReadingOptions): Promise<Reading> {
  const named = namedInputs(paths, filesFrom);
  if (named.length === 0) throw new UsageError("name a file, a folder or - for standard input");
  const { inputsOf, openReader, take } = await import("../intake/index.js");
  const inputs = [...inputsOf(named), ...named.filter((path) => inputsOf([path]).length === 0).map(holdsNothing)];
  const reader = openReader({ lexiconFolders: lexicon ?? [] });
  let taken = 0;
  const counted = function* (): Generator<Input> {
    for (const input of inputs) {
      yield input;
      taken++;
    }
  };
  return {
    inputs,
    get taken() {
      return taken;
    },
    stories: () => take(counted(), reader, { receivedAt: new Date().toISOString(), ...(published !== undefined && { published }) }),
  };
}

/** A folder without anything to read is a slip more often than not. */
const holdsNothing = (path: string): Input => ({ kind: "problem", path, reason: "holds no text, HTML or JSONL file" });
