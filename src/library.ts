import { InputError, storiesOf } from "./formats/index.js";
import { type NotRead, openReader, type Reader } from "./intake/index.js";
import type { Source, Story, StoryRecord } from "./model/index.js";

/** A story that was read, with its record. */
export interface ReadStory {
  readonly source: Source;
  readonly story: Story;
  readonly record: StoryRecord;
}

export interface ReadStoryOptions {
  /** When it was published, a PartialDate; goes before what the content says of itself. */
  readonly published?: string;
  /** Name of the file, for error messages and as a hint to its format. */
  readonly name?: string;
  /** As a server gave it: "text/html; charset=iso-8859-1". */
  readonly mediaType?: string;
  /** Where it was fetched from. */
  readonly uri?: string;
  /** When it was received, an instant; now unless told. */
  readonly receivedAt?: string;
  /** One of `openReader`; unless told the one with the built-in lexicon, which is loaded at the first call. */
  readonly reader?: Reader;
}

let builtIn: Reader | undefined;

function builtInReader(): Reader {
  builtIn ??= openReader();
  return builtIn;
}

/**
 * Reads the record of one story, given as text, HTML or JSONL (a string, or bytes in whatever encoding). Gives a reason instead where there
 * is no story in it or it is not English. Of a file with several stories it reads the first: use `storiesOf` and `openReader` for all.
 * Throws `RangeError` if `published` is no date.
 */
export function readStory(content: string | Uint8Array, options: ReadStoryOptions = {}): ReadStory | NotRead {
  const { published, name = null, mediaType = null, uri = null, receivedAt = new Date().toISOString() } = options;
  const reader = options.reader ?? builtInReader();
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const received = { bytes, name, mediaType, uri, receivedAt };
  const [first] = storiesOf(received, { lexicon: reader.lexicon, ...(published !== undefined && { published }) });
  if (first instanceof InputError) return { reason: first.message };
  const record = reader.read(first.story);
  return "reason" in record ? record : { ...first, record };
}
