import type { PlaceRow } from "../../../archive/index.js";
import { extentOf, type Place } from "../../../model/index.js";
import { placeValue } from "../place.js";
import { piece } from "../styled.js";
import type { Cell, Column } from "../table.js";
import type { Theme } from "../theme.js";
import { unsure, wordsOn } from "../words.js";
import { type ListView, storyCsv } from "./list.js";

export const PLACE_COLUMNS: readonly Column[] = [
  { head: "PLACE", min: 14 },
  { head: "COUNTRY", min: 7 },
  { head: "PRECISION", min: 9 },
  { head: "MEANS", min: 18 },
];

export function placeCells(place: Place, theme: Theme): readonly Cell[] {
  const doubt = unsure(place.confidence);
  return [
    [piece(wordsOn(place.anchor)), ...(doubt === null ? [] : [piece(` · ${doubt}`, theme.warn)])],
    place.country ?? "",
    place.precision ?? "",
    placeValue(place, theme),
  ];
}

export const PLACES: ListView<PlaceRow> = {
  columns: PLACE_COLUMNS,
  cells: ({ place }, theme) => placeCells(place, theme),
  csv: {
    ...storyCsv,
    id: ({ place }) => place.id,
    words: ({ place }) => wordsOn(place.anchor),
    start: ({ place }) => extentOf(place.anchor).start,
    end: ({ place }) => extentOf(place.anchor).end,
    name: ({ place }) => place.name,
    geoname_id: ({ place }) => place.geonameId,
    feature: ({ place }) => place.featureCode,
    country: ({ place }) => place.country,
    latitude: ({ place }) => place.latitude,
    longitude: ({ place }) => place.longitude,
    precision: ({ place }) => place.precision,
    unresolved: ({ place }) => place.unresolved,
    within: ({ place }) => place.modality.within,
    confidence: ({ place }) => place.confidence,
  },
};
