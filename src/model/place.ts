import { z } from "zod";
import { annotation, CountryCode } from "./annotation.js";

/**
 * A place that the text names. `modality.within` is the innermost statement in whose words it is named. A capital that acts ("Moscow says") is an actor instead. Coordinates are WGS 84
 * degrees, of towns and regions from GeoNames.
 */
export const Place = z
  .object({
    ...annotation,
    /** As the gazetteer names it; in the words of the story where no entry is known. */
    name: z.string(),
    geonameId: z.int().positive().nullable(),
    /** GeoNames feature code: "PPLC", "ADM1", "PCLI". */
    featureCode: z.string().nullable(),
    country: CountryCode.nullable(),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
    /** How exact the point is: a country's centroid drawn as a point misleads. */
    precision: z.enum(["exact", "city", "province", "country", "region"]).nullable(),
    /** Why no entry is given; null where one is. */
    unresolved: z.string().nullable(),
  })
  .readonly();
export type Place = z.infer<typeof Place>;
