import type { Syntax } from "../syntax.js";
import type { CueCandidate } from "./cues/index.js";

/** Words between a cue and a source that stands right beside it. */
const BESIDE = 2;

/**
 * How often the source of a cue was right where its content was, by how it was found: 0 to 1. Measured on a quarter of PolNeAR's train part (3,400
 * statements, November 2026), rounded to a twentieth; PolNeAR's source is a stretch of words, not a person.
 */
export function trustOf({ doc }: Syntax, { kind, word, source }: CueCandidate): number {
  if (source < 0) return 0.6;
  if (kind === "phrase") return 0.95;
  if (kind === "noun") return doc.head[source] === word ? 0.55 : 0.8;
  const own = doc.head[source] === word;
  const near = Math.abs(source - word) <= BESIDE;
  if (own) return near ? 0.95 : 0.9;
  return near ? 0.6 : 0.75;
}
