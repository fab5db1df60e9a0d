import type { Doc } from "./doc.js";

/** A text cut into words and sentences: a `Doc` before it is tagged, parsed and searched for names. */
export type Words = Pick<Doc, "text" | "length" | "start" | "end" | "joined" | "sentences" | "blockOf">;

/** A run of the text that is read as one paragraph, `[start, end)` in UTF-16 code units. No sentence crosses its edges. */
export interface Block {
  readonly start: number;
  readonly end: number;
}
