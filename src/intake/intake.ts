import { type FormatOptions, InputError, storiesOf } from "../formats/index.js";
import type { Source, Story, StoryRecord } from "../model/index.js";
import { bytesOf, type Input } from "./inputs.js";
import type { Reader } from "./reader.js";

/** What became of one story, or of an input that gave none. */
export type Taken =
  | { readonly kind: "story"; readonly input: string; readonly source: Source; readonly story: Story; readonly record: StoryRecord }
  | { readonly kind: "problem"; readonly input: string; readonly message: string };

export interface IntakeOptions extends FormatOptions {
  /** When the inputs were received: an instant. */
  readonly receivedAt: string;
}

/**
 * Inputs through formats, language and reading, one story at a time and in order. A fault of one input is a problem in its place,
 * named in the message, and the rest goes on. Nothing is stored.
 */
export function* take(inputs: Iterable<Input>, reader: Reader, options: IntakeOptions): Generator<Taken> {
  for (const input of inputs) {
    const name = input.kind === "stdin" ? "-" : input.path;
    if (input.kind === "problem") {
      yield { kind: "problem", input: name, message: `${name}: ${input.reason}` };
      continue;
    }
    try {
      const received = { bytes: bytesOf(input), name, receivedAt: options.receivedAt };
      for (const item of storiesOf(received, { ...options, lexicon: reader.lexicon })) yield taken(item, name, reader);
    } catch (error) {
      yield { kind: "problem", input: name, message: error instanceof Error ? error.message : String(error) };
    }
  }
}

function taken(item: { readonly source: Source; readonly story: Story } | InputError, input: string, reader: Reader): Taken {
  if (item instanceof InputError) return { kind: "problem", input: item.input, message: item.message };
  const record = reader.read(item.story);
  if ("reason" in record) return { kind: "problem", input, message: `${input}: ${record.reason}` };
  return { kind: "story", input, source: item.source, story: item.story, record };
}
