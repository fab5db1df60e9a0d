import { z } from "zod";

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits");

/** An instant in UTC: "2026-03-09T10:15:00.000Z". */
export const Instant = z.iso.datetime();

/**
 * What was received, before anything was made of it. Not a file: a path on somebody's disk is no identity, so none is kept.
 * One source may hold many stories (JSONL), and one story may come from many sources.
 */
export const Source = z
  .object({
    /** SHA-256 of the bytes as received. */
    id: Sha256,
    /** Number of bytes. */
    size: z.int().nonnegative(),
    mediaType: z.string(),
    /** Where it is published, if known: an http(s) address. */
    uri: z.url().nullable(),
    /** The provider's own identifier and version, if it gives one. Sources of one guid form a version chain. */
    guid: z.string().nullable(),
    version: z.string().nullable(),
    receivedAt: Instant,
  })
  .readonly();
export type Source = z.infer<typeof Source>;
