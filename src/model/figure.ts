import { z } from "zod";
import { ActorId, annotation } from "./annotation.js";
import { Anchor } from "./span.js";
import { PartialDate } from "./story.js";

export const BOUNDS = ["about", "at_least", "at_most", "more_than", "less_than"] as const;

/** A quantity and by whose account. Two accounts of one quantity are two figures. */
export const Figure = z
  .object({
    ...annotation,
    /** One number, or `[low, high]`. */
    value: z.union([z.number(), z.tuple([z.number(), z.number()]).readonly()]),
    /** Null: exact. */
    bound: z.enum(BOUNDS).nullable(),
    /** In the words of the text, the counted noun first: "people killed", "dollars a tonne". */
    unit: z.string(),
    of: ActorId.nullable(),
    place: Anchor.nullable(),
    asOf: PartialDate.nullable(),
    /** Who gives the figure; null where the story itself does. */
    by: ActorId.nullable(),
  })
  .readonly();
export type Figure = z.infer<typeof Figure>;
