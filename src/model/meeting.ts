import { z } from "zod";
import { ActorId, annotation } from "./annotation.js";
import { Anchor } from "./span.js";
import { PartialDate } from "./story.js";

export const MEETING_STATUSES = ["held", "ongoing", "scheduled", "proposed", "cancelled"] as const;

/**
 * A talk, visit, session, call or summit, past or to come: one entry a meeting, `anchor` its fullest mention. Not a press conference, a vote or a
 * summons (guidelines, Meetings).
 */
export const Meeting = z
  .object({
    ...annotation,
    /** Every side and named person that the story places there, host and mediator included. */
    participants: z.array(ActorId).readonly(),
    host: ActorId.nullable(),
    mediator: ActorId.nullable(),
    place: Anchor.nullable(),
    /** First day of a range; null where the text does not date it. */
    date: PartialDate.nullable(),
    status: z.enum(MEETING_STATUSES),
    /** Words that tell how it ended: "ended without agreement". */
    outcome: Anchor.nullable(),
  })
  .readonly();
export type Meeting = z.infer<typeof Meeting>;
