import { InputError } from "./input-error.js";

/** Longest story, in UTF-16 code units: a novel has a third of it. What is longer is an archive, a dump or no news. */
export const MAX_CHARACTERS = 2_000_000;

/** The error for an input of `size` bytes or characters that is no news story for its size. */
export const tooLarge = (name: string, size: number, unit: "bytes" | "characters"): InputError =>
  new InputError(
    "too-large",
    name,
    `holds ${size.toLocaleString("en")} ${unit}, too many for a news story (at most ${MAX_CHARACTERS.toLocaleString("en")} characters); split it into stories, or give them as JSONL, one a line`,
  );
