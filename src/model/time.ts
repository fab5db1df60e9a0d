import { z } from "zod";
import { annotation } from "./annotation.js";
import { PartialDate } from "./story.js";

export const PRECISIONS = [
  "second",
  "minute",
  "part-of-day",
  "day",
  "week",
  "month",
  "season",
  "quarter",
  "half",
  "year",
  "decade",
  "vague",
] as const;

/**
 * A time expression, with its TIMEX3 type and value (TimeML, ISO 24617-1), read against the story's published time. `value` is null
 * where it cannot be resolved, and `unresolved` then says why; a date is never made more exact than the text is.
 */
export const Time = z
  .object({
    ...annotation,
    type: z.enum(["DATE", "TIME", "DURATION", "SET"]),
    /** "2022-01-11", "2022-01-11T10:42", "2022-W02", "2022-01-11TEV", "P7Y", "PRESENT_REF" … */
    value: z.string().nullable(),
    /** Of a DATE or TIME; "vague" for references without a value; null for a duration or a set. */
    precision: z.enum(PRECISIONS).nullable(),
    /** TIMEX3 `mod`: "START" for "early March", "APPROX" for "about seven years". */
    mod: z
      .enum([
        "BEFORE",
        "AFTER",
        "ON_OR_BEFORE",
        "ON_OR_AFTER",
        "LESS_THAN",
        "MORE_THAN",
        "EQUAL_OR_LESS",
        "EQUAL_OR_MORE",
        "START",
        "MID",
        "END",
        "APPROX",
      ])
      .nullable(),
    unresolved: z.string().nullable(),
    /** What the value was counted from: the publication, or another time that the text names. Null where the words alone give it. */
    basis: z
      .object({ from: z.enum(["published", "text"]), date: PartialDate })
      .readonly()
      .nullable(),
    /** Where the clause looks, back or forward in time, where the value hangs on that; "open" where it does not tell. Null for others. */
    direction: z.enum(["back", "forward", "open"]).nullable(),
  })
  .readonly()
  .refine(({ value, unresolved }) => (value === null) !== (unresolved === null), "a time has either a value or a reason why not");
export type Time = z.infer<typeof Time>;
