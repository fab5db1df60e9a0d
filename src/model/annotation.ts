import { z } from "zod";
import { Modality } from "./modality.js";
import { Anchor } from "./span.js";

/** What every annotation of a record carries. */
export const annotation = {
  id: z.string(),
  /** The words that it was read from. */
  anchor: Anchor,
  modality: Modality,
  /** Which rule or weight made it, as `onrecord explain` shows it: "statements/verb-clause". */
  rule: z.string(),
  /** 0 to 1: how sure the reader is. Below 0.5 it is shown as unsure. */
  confidence: z.number().min(0).max(1),
};

/** ISO 3166-1 alpha-3. */
export const CountryCode = z.string().regex(/^[A-Z]{3}$/, "must be three capital letters (ISO 3166-1 alpha-3)");
export const ActorId = z.string();
