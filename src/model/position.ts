import { z } from "zod";
import { ActorId, annotation } from "./annotation.js";
import { Anchor } from "./span.js";

export const STANCES = ["demand", "reject", "support", "offer", "promise", "threaten", "deny", "accuse"] as const;

/** What an actor wants, refuses or offers. `anchor` is the issue: the shortest phrase that says what it is about. */
export const Position = z
  .object({
    ...annotation,
    holder: ActorId,
    stance: z.enum(STANCES),
    /** Content words of the issue by their lemmas, sorted: by it the like can be grouped across stories. Not an id: two of one key may be two. */
    issueKey: z.string().min(1),
    toward: ActorId.nullable(),
    /** The clause that the position hangs on, with its conjunction. */
    condition: Anchor.nullable(),
    /** The statement that states it. */
    statement: z.string().nullable(),
  })
  .readonly();
export type Position = z.infer<typeof Position>;
