import { z } from "zod";
import { LAYERS } from "./record.js";
import { Selectors } from "./selector.js";
import { Instant } from "./source.js";

export const DECISIONS = ["right", "wrong", "changed", "added", "merge", "split"] as const;

/**
 * A person's decision about the machine's record. Bound to layer, words and key by `findSelected` and an overlap rule, never to an
 * annotation's id, so that it survives re-reading and new versions; where it finds nothing to bind to it is listed as orphaned.
 * Stored beside the record, never over it.
 */
export const Correction = z
  .object({
    id: z.string(),
    story: z.string(),
    layer: z.enum(LAYERS),
    /** Selectors of each part of the anchor that was judged. */
    target: z.array(Selectors).min(1).readonly(),
    /** The key of the annotation's id: its type, stance, holder or role; "" where the span is enough. */
    key: z.string(),
    decision: z.enum(DECISIONS),
    /** For "changed" and "added": the annotation as it should be; for "merge" and "split": the ids or spans concerned. */
    value: z.json().nullable(),
    author: z.string(),
    at: Instant,
    note: z.string().nullable(),
  })
  .readonly();
export type Correction = z.infer<typeof Correction>;
