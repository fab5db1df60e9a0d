import { type Lexicon, loadLexicon } from "../lexicon/index.js";
import { PartialDate, type Source, type Story, type StoryDate, sha256, storyId } from "../model/index.js";
import { type Draft, type Format, nameOf } from "./format.js";
import { InputError } from "./input-error.js";
import { MAX_CHARACTERS, tooLarge } from "./limits.js";
import type { FormatOptions, Received } from "./received.js";
import { recognise } from "./registry.js";
import { webAddress } from "./web-address.js";
import type { QuotedDate } from "./wire/layout.js";

export interface ReceivedStory {
  readonly source: Source;
  readonly story: Story;
}

let builtIn: Lexicon | undefined;
const builtInLexicon = (): Lexicon => (builtIn ??= loadLexicon());

/**
 * The stories of an input, made one at a time as they are asked for, each with its source. What gives no story gives an InputError in its place, and
 * the rest goes on; no input makes this throw.
 *
 * A story is published when the user says (`options.published`), else when its metadata says, else when its text says, a dateline with a
 * year included. Nothing else is asked: not the clock, not the date of a file.
 *
 * Throws `RangeError` if `options.published` is no PartialDate.
 */
export function* storiesOf(received: Received, options: FormatOptions = {}): Iterable<ReceivedStory | InputError> {
  if (options.published !== undefined && !PartialDate.safeParse(options.published).success) {
    throw new RangeError(`"${options.published}" is no date to publish at; write it as 2022-01-11 or 2022-01-11T03:16`);
  }
  const format = recognise(received);
  const source: Source = {
    id: sha256(received.bytes),
    size: received.bytes.length,
    mediaType: format.mediaTypes[0],
    uri: webAddress(received.uri),
    guid: null,
    version: null,
    receivedAt: received.receivedAt,
  };
  let index = 0;
  for (const draft of format.drafts(received, options.lexicon ?? builtInLexicon())) {
    const refused = draft instanceof InputError ? draft : refusal(draft);
    yield refused ?? { source, story: storyOf(draft as Draft, source, index, format, options.published ?? null) };
    index++;
  }
  if (index === 0) yield new InputError("empty", nameOf(received), "is empty; give the text of a story");
}

function refusal({ name, text }: Draft): InputError | null {
  // Zero-width characters are no white space for a regular expression, and no text for a reader.
  if (/^[\s\u200b-\u200f\u2060\ufeff]*$/.test(text)) return new InputError("empty", name, "is empty; give the text of a story");
  return text.length > MAX_CHARACTERS ? tooLarge(name, text.length, "characters") : null;
}

function storyOf({ text, layout, metadata }: Draft, source: Source, index: number, format: Format, option: string | null): Story {
  const published =
    option === null ? dateOf(metadata.published, layout.published) : ({ value: option, from: "option", quote: null } as const);
  const textSha256 = sha256(text);
  return {
    id: storyId(textSha256, published?.value ?? null, metadata.outlet),
    text,
    textSha256,
    source: source.id,
    index,
    format: { name: format.name, version: format.version },
    regions: layout.regions,
    headline: metadata.headline ?? layout.headline,
    outlet: metadata.outlet,
    agency: metadata.agency ?? layout.agency,
    datelinePlace: metadata.datelinePlace ?? layout.datelinePlace,
    bylines: metadata.bylines === null ? layout.bylines : [...new Set([...metadata.bylines, ...layout.bylines])],
    published,
    updated: dateOf(metadata.updated, layout.updated),
    uri: metadata.uri ?? source.uri,
    guid: metadata.guid,
    version: metadata.version,
  };
}

function dateOf(metadata: string | null, text: QuotedDate | null): StoryDate | null {
  if (metadata !== null) return { value: metadata, from: "metadata", quote: null };
  return text && { value: text.value, from: "text", quote: text.quote };
}
