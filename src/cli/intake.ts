import type { Input, IntakeProblem, ReceivedStory, Taken } from "../intake/index.js";
import type { Maker } from "../model/index.js";
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
  /** Who makes the records. */
  readonly maker: Maker;
  /** The stories before they are read, for one who may know some already. */
  received(): Generator<ReceivedStory | IntakeProblem>;
  read(received: ReceivedStory): Taken;
  stories(): Generator<Taken>;
}

/** Loads the reader and looks up the inputs. Nothing named and nothing piped in is wrong usage. */
export async function readingOf(paths: readonly string[], { published, lexicon, filesFrom }: ReadingOptions): Promise<Reading> {
  const named = namedInputs(paths, filesFrom);
  if (named.length === 0) throw new UsageError("name a file, a folder or - for standard input");
  const { inputsOf, openReader, readReceived, receive, take } = await import("../intake/index.js");
  const inputs = [...inputsOf(named), ...named.filter((path) => inputsOf([path]).length === 0).map(holdsNothing)];
  const reader = openReader({ lexiconFolders: lexicon ?? [] });
  let taken = 0;
  const counted = function* (): Generator<Input> {
    for (const input of inputs) {
      yield input;
      taken++;
    }
  };
  const options = { receivedAt: new Date().toISOString(), ...(published !== undefined && { published }) };
  return {
    inputs,
    maker: reader.maker,
    get taken() {
      return taken;
    },
    received: () => receive(counted(), reader, options),
    read: (received) => readReceived(received, reader),
    stories: () => take(counted(), reader, options),
  };
}

/** A folder without anything to read is a slip more often than not. */
const holdsNothing = (path: string): Input => ({ kind: "problem", path, reason: "holds no text, HTML or JSONL file" });
