import { z } from "zod";
import { ActorId, CountryCode } from "./annotation.js";
import { Quote } from "./span.js";

export const ACTOR_KINDS = ["person", "state", "organization", "group"] as const;

/** A span that stands for an actor. `form` tells a name from a description ("the alliance") and a pronoun. */
export const Mention = z
  .object({ quote: Quote, form: z.enum(["name", "description", "pronoun"]), rule: z.string(), confidence: z.number().min(0).max(1) })
  .readonly();
export type Mention = z.infer<typeof Mention>;

/**
 * One who speaks, acts, receives, takes part or owns a figure, as one story shows it. Not an entity: that "Mr Ode" here and
 * "President Ode" in another story are one man is a link's business.
 */
export const Actor = z
  .object({
    id: ActorId,
    /** The fullest form in the story. */
    name: z.string(),
    kind: z.enum(ACTOR_KINDS),
    /** The state it is, belongs to or speaks for, when the story shows it. */
    country: CountryCode.nullable(),
    /** As the text gives it: "Kremlin spokesman", without the name. Null where none is given. */
    role: z.string().nullable(),
    /** The listed actor that it speaks for. */
    affiliation: ActorId.nullable(),
    /** In text order; the first is what the id is made of. */
    mentions: z.array(Mention).min(1).readonly(),
    rule: z.string(),
    confidence: z.number().min(0).max(1),
  })
  .readonly();
export type Actor = z.infer<typeof Actor>;
