import { z } from "zod";
import { ActorId, annotation } from "./annotation.js";
import { Anchor } from "./span.js";
import { PartialDate } from "./story.js";

/**
 * Who is on record for a statement. "unnamed": somebody who hides the name or speaks privately ("a senior official").
 * "unknown": the text names nobody, or the reader could not tell; then `reason` says why. Neither is ever replaced by a guess.
 */
export const Speaker = z.discriminatedUnion("kind", [
  z
    .object({
      kind: z.literal("actor"),
      actor: ActorId,
      /** Further actors of a joint source ("Washington and NATO say"), the first named being `actor`. */
      joint: z.array(ActorId).readonly(),
    })
    .readonly(),
  z.object({ kind: z.literal("unnamed") }).readonly(),
  z.object({ kind: z.literal("unknown"), reason: z.string() }).readonly(),
]);
export type Speaker = z.infer<typeof Speaker>;

export const MODES = ["direct", "indirect", "mixed"] as const;

/**
 * An attribution of words, belief or intention to a source. `anchor` is the content: what is attributed, with its quotation marks,
 * without cue, source and the comma that joins them. Guidelines: "Statements"; source, cue and content are PARC's and PolNeAR's terms.
 */
export const Statement = z
  .object({
    ...annotation,
    speaker: Speaker,
    /** The noun phrase of the source nearest the cue; null where there is none. */
    speakerSpan: Anchor.nullable(),
    /** The reporting words; null for a turn of a transcript. */
    cue: Anchor.nullable(),
    /** Lemma of the cue's head ("say", "according to"), by which cues are counted; null without a cue. */
    cueLemma: z.string().nullable(),
    mode: z.enum(MODES),
    /** Words said, or an attitude (belief, wish, intention) told of someone: surer and less sure, and shown apart. */
    class: z.enum(["speech", "attitude"]),
    addressee: ActorId.nullable(),
    /** "told reporters", "in a statement". */
    medium: Anchor.nullable(),
    /** When it was said, where the text tells. */
    date: PartialDate.nullable(),
    /** The cue denies the content ("denies", "disputes"), or the story says that it is not so. */
    denied: z.boolean(),
  })
  .readonly();
export type Statement = z.infer<typeof Statement>;
