import { z } from "zod";
import { ActorId, annotation } from "./annotation.js";
import { STATUSES } from "./modality.js";
import { Anchor } from "./span.js";
import { PartialDate } from "./story.js";

/** The sixteen event types of PLOVER (https://github.com/openeventdata/PLOVER). */
export const EVENT_TYPES = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "CONCEDE",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;

/** Who did what to whom. `anchor` is the trigger: the word that tells the act. Not a statement: plain saying is no event. */
export const Event = z
  .object({
    ...annotation,
    type: z.enum(EVENT_TYPES),
    /** PLOVER mode ("demonstrate", "withdraw") and contexts ("military", "economic"); null and empty where not told apart. */
    mode: z.string().nullable(),
    contexts: z.array(z.string()).readonly(),
    /** PLOVER quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
    quad: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    /** PLOVER score of type and mode, −10 (worst conflict) to +10. */
    score: z.number().min(-10).max(10),
    /** CAMEO root, "01" to "20". */
    cameoRoot: z.string().regex(/^(0[1-9]|1\d|20)$/),
    actors: z.array(ActorId).readonly(),
    recipients: z.array(ActorId).readonly(),
    /**
     * The words of the trigger's own clause for who acts and for whom or what it is aimed at; of a symmetric event the second side's stand in
     * `recipientSpan`. Null where the clause names nobody. They may be a pronoun, or a thing that is no actor ("the ruling").
     */
    actorSpan: Anchor.nullable(),
    recipientSpan: Anchor.nullable(),
    place: Anchor.nullable(),
    date: PartialDate.nullable(),
    /** Derived from the modality axes by `statusOf`. */
    status: z.enum(STATUSES),
  })
  .readonly();
export type Event = z.infer<typeof Event>;
