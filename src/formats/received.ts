import type { Lexicon } from "../lexicon/index.js";

/** What came in, before anything is known of it. */
export interface Received {
  readonly bytes: Uint8Array;
  /** Name of the file or "-": a hint for recognition and the name in error messages. Never stored: a path is no identity. */
  readonly name: string | null;
  /** As a server or mailer gave it, with its parameters: "text/html; charset=iso-8859-1". */
  readonly mediaType?: string | null;
  /** Where it was fetched from; kept if it is an http(s) address. */
  readonly uri?: string | null;
  /** Instant: "2026-03-09T10:15:00.000Z". */
  readonly receivedAt: string;
}

export interface FormatOptions {
  /** The user's word on when the stories were published, a PartialDate. It goes before what metadata and text say. */
  readonly published?: string;
  /** Agencies and furniture in force; the built-in tables where it is left out. */
  readonly lexicon?: Lexicon;
}
