import { z } from "zod";

/**
 * How an annotation stands to the facts, as separate axes, so that none hides another: "Kyiv says Moscow plans to attack" is
 * future *and* within Kyiv's statement. `statusOf` derives the one word of the guidelines.
 */
export const Modality = z
  .object({
    /** Null where the text does not tell (a nominal event in a headline). */
    time: z.enum(["past", "present", "future"]).nullable(),
    /** Negative for what the text negates and for the content of a denial: "denied blocking the road" does not tell of a blockade. */
    polarity: z.enum(["positive", "negative"]),
    certainty: z.enum(["asserted", "conditional", "hypothetical"]),
    /** History told again, not the story's news. */
    background: z.boolean(),
    /** Id of the innermost statement in whose content it stands, or null where the story itself says it. */
    within: z.string().nullable(),
  })
  .readonly();
export type Modality = z.infer<typeof Modality>;

/** What the story itself reports as fact, the usual case. */
export const ASSERTED: Modality = {
  time: null,
  polarity: "positive",
  certainty: "asserted",
  background: false,
  within: null,
};

export const STATUSES = ["occurred", "ongoing", "planned", "conditional", "denied", "alleged"] as const;
export type Status = (typeof STATUSES)[number];

/**
 * The one-word status of the annotation guidelines (Events, "Status: the first that fits"): denied, conditional, planned, alleged, ongoing,
 * occurred. `own` says that it is an actor's own announcement of its own act, which alone is not "alleged".
 * What the text negates has not happened, whoever says so: "denied". What may have happened ("reportedly shelled", "is believed to have left") is
 * somebody's account, "alleged", though the text names nobody; what may come is "conditional".
 */
export function statusOf(modality: Modality, own = false): Status {
  if (modality.polarity === "negative") return "denied";
  const isToldOfPast = modality.time === "past" || modality.time === "present";
  if (modality.certainty === "hypothetical" && isToldOfPast) return "alleged";
  if (modality.certainty !== "asserted") return "conditional";
  if (modality.time === "future") return "planned";
  if (modality.within !== null && !own) return "alleged";
  return modality.time === "present" ? "ongoing" : "occurred";
}
