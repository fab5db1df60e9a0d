import type { Lexicon } from "../lexicon/index.js";
import type { InputError } from "./input-error.js";
import type { Received } from "./received.js";
import type { Layout } from "./wire/layout.js";

/** What a source says of a story outside its text; null where it does not. Dates are PartialDates. */
export interface Metadata {
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly datelinePlace: string | null;
  /** Null: not given, so that the text is asked. */
  readonly bylines: readonly string[] | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly uri: string | null;
  readonly guid: string | null;
  readonly version: string | null;
}

export const NO_METADATA: Metadata = {
  headline: null,
  outlet: null,
  agency: null,
  datelinePlace: null,
  bylines: null,
  published: null,
  updated: null,
  uri: null,
  guid: null,
  version: null,
};

/** What a format makes of its bytes: canonical text, what was found in it and what was said beside it. */
export interface Draft {
  /** What error messages call it: the input, or the line of it. */
  readonly name: string;
  readonly text: string;
  readonly layout: Layout;
  readonly metadata: Metadata;
}

export interface Format {
  /** Stored with each story: "plain-text". */
  readonly name: string;
  /** Raised when the same bytes may give another canonical text or other regions; the old story and the new then form a version chain. */
  readonly version: number;
  /** Media types that it is sent as, the one that it is stored as first. Without parameters, in small letters. */
  readonly mediaTypes: readonly string[];
  /** Endings of file names, in small letters, with the dot. */
  readonly endings: readonly string[];
  /** Whether a text that begins so is of this format. `head` has no white space before it; it may be cut anywhere. */
  looksLike(head: string): boolean;
  /** Stories in the order in which they stand, one at a time. An InputError takes the place of its story. */
  drafts(received: Received, lexicon: Lexicon): Iterable<Draft | InputError>;
}

/** What error messages call an input. */
export const nameOf = (received: Received): string => received.name ?? received.uri ?? "input";
