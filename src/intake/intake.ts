import { type FormatOptions, InputError, storiesOf } from "../formats/index.js";
import type { Source, Story, StoryRecord } from "../model/index.js";
import { bytesOf, type Input, nameOf } from "./inputs.js";
import type { Reader } from "./reader.js";

/** A story as its format gave it, not yet read. */
export interface ReceivedStory {
  readonly kind: "story";
  readonly input: string;
  readonly source: Source;
  readonly story: Story;
}

/** Why an input, or one story in it, gave nothing; the message names it. */
export interface IntakeProblem {
  readonly kind: "problem";
  readonly input: string;
  readonly message: string;
}

/** What became of one story, or of an input that gave none. */
export type Taken = (ReceivedStory & { readonly record: StoryRecord }) | IntakeProblem;

export interface IntakeOptions extends FormatOptions {
  /** When the inputs were received: an instant. */
  readonly receivedAt: string;
}

/** Inputs through formats, language and reading: what `receive` gives, read. Nothing is stored. */
export function* take(inputs: Iterable<Input>, reader: Reader, options: IntakeOptions): Generator<Taken> {
  for (const received of receive(inputs, reader, options)) yield received.kind === "story" ? readReceived(received, reader) : received;
}

/**
 * The stories of the inputs, one at a time and in order, not yet read. A fault of one input is a problem in its place, named in the message,
 * and the rest goes on.
 */
export function* receive(inputs: Iterable<Input>, { lexicon }: Reader, options: IntakeOptions): Generator<ReceivedStory | IntakeProblem> {
  for (const input of inputs) {
    const name = nameOf(input);
    if (input.kind === "problem") {
      yield { kind: "problem", input: name, message: `${name}: ${input.reason}` };
      continue;
    }
    try {
      const mediaType = input.kind === "bytes" ? input.mediaType : null;
      const received = { bytes: bytesOf(input), name, mediaType, receivedAt: options.receivedAt };
      for (const item of storiesOf(received, { ...options, lexicon })) {
        yield item instanceof InputError
          ? { kind: "problem", input: item.input, message: item.message }
          : { kind: "story", input: name, source: item.source, story: item.story };
      }
    } catch (error) {
      yield { kind: "problem", input: name, message: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** Reads a story that was received. In another language it is a problem. */
export function readReceived(received: ReceivedStory, reader: Reader): Taken {
  const record = reader.read(received.story);
  if (!("reason" in record)) return { ...received, record };
  return { kind: "problem", input: received.input, message: `${received.input}: ${record.reason}` };
}
