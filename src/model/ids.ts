import { createHash } from "node:crypto";
import type { Anchor } from "./span.js";

/** SHA-256 in hexadecimal; strings are hashed as UTF-8. */
export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** Parts are joined by a character that no part holds, so that ["ab", "c"] and ["a", "bc"] differ. */
const digest = (prefix: string, parts: readonly string[], digits: number): string =>
  `${prefix}_${sha256(parts.map((part) => part.replaceAll("\u001f", " ")).join("\u001f")).slice(0, digits)}`;

/** Id of a story: "story_" and 16 hexadecimal digits of a hash of its text, published time and outlet. */
export const storyId = (textSha256: string, published: string | null, outlet: string | null): string =>
  digest("story", [textSha256, published ?? "", outlet ?? ""], 16);

/** Layers whose annotations have ids, with the prefix that tells them apart at sight. */
export const ID_PREFIX = {
  actors: "act",
  times: "time",
  statements: "st",
  figures: "fig",
  places: "pl",
  events: "ev",
  positions: "pos",
  meetings: "meet",
} as const;
export type LayerName = keyof typeof ID_PREFIX;

/**
 * Id of an annotation: hash of story, layer, anchor and the key that tells two annotations of one span apart (type or stance,
 * holder or role; "" where the span is enough). Reading twice gives the same ids; so does reading by a newer reader, as long
 * as it finds the same words.
 */
export const annotationId = (story: string, layer: LayerName, anchor: Anchor, key: string): string =>
  digest(ID_PREFIX[layer], [story, layer, anchor.map(({ start, end }) => `${start}-${end}`).join(","), key], 16);
