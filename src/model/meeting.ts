import { z } from "zod";
import { ActorId, annotation } from "./annotation.js";
import { Anchor } from "./span.js";
import { PartialDate } from "./story.js";

export const MEETING_STATUSES = ["held", "ongoing", "scheduled", "proposed", "cancelled"] as const;

/** A talk, visit, session, call or summit, past or to come. */
export const Meeting = z
  .object({
    ...annotation,
    participants: z.array(ActorId).readonly(),
    place: Anchor.nullable(),
    date: PartialDate.nullable(),
    status: z.enum(MEETING_STATUSES),
    outcome: Anchor.nullable(),
  })
  .readonly();
export type Meeting = z.infer<typeof Meeting>;
