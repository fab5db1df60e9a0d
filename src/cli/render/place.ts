import type { Place } from "../../model/index.js";
import { type Line, piece } from "./styled.js";
import type { Theme } from "./theme.js";

/** "Lomé 6.13 N 1.22 E": the gazetteer's name and where that is; of a wide place the name alone, since a point would mislead; or why there is none. */
export function placeValue({ name, latitude, longitude, precision, unresolved }: Place, theme: Theme): Line {
  if (unresolved !== null || latitude === null || longitude === null) return [piece(`unresolved: ${unresolved}`, theme.dim)];
  if (precision === "country" || precision === "region") return [piece(name)];
  return [piece(name), piece(` ${degrees(latitude, "N", "S")} ${degrees(longitude, "E", "W")}`, theme.dim)];
}

const degrees = (value: number, plus: string, minus: string): string => `${Math.abs(value).toFixed(2)} ${value < 0 ? minus : plus}`;
