import { extentOf, type Place } from "../../src/model/index.js";
import type { GoldPlace, GoldStory } from "./gold.js";

/** 100 miles: the distance by which toponym resolution is scored everywhere. */
const NEAR_KM = 161;

/** What of the gold was found, and of that what is right; each a count of names. */
export interface Counts {
  gold: number;
  found: number;
  /** Found and no gold place: more than was asked for. */
  extra: number;
  /** Found and given a place. */
  resolved: number;
  near: number;
  /** Of the gold that lies in one state: how many, how many of them found, how many with the right state. */
  inState: number;
  inStateFound: number;
  country: number;
}

export interface Miss {
  readonly story: string;
  readonly kind: "not found" | "not a place" | "wrong place" | "unresolved";
  readonly words: string;
  readonly given: string;
}

export const noCounts = (): Counts => ({ gold: 0, found: 0, extra: 0, resolved: 0, near: 0, inState: 0, inStateFound: 0, country: 0 });

/** Adds what a story's places come to. A gold place is found by the first place that shares a letter with it. */
export function measure(story: GoldStory, places: readonly Place[], counts: Counts): Miss[] {
  const misses: Miss[] = [];
  const used = new Set<Place>();
  const miss = (kind: Miss["kind"], start: number, end: number, place: Place | null): void => {
    const around = `${story.text.slice(Math.max(0, start - 30), start)}[${story.text.slice(start, end)}]${story.text.slice(end, end + 25)}`;
    const given =
      place === null
        ? ""
        : `${place.rule} ${place.confidence} ${place.unresolved ?? `${place.name}, ${place.country}, ${place.featureCode}`}`;
    misses.push({ story: story.name, kind, words: around.replace(/\s+/g, " "), given });
  };
  for (const gold of story.places) {
    counts.gold++;
    if (gold.country !== null) counts.inState++;
    const place = places.find((each) => !used.has(each) && overlap(each, gold.start, gold.end));
    if (place === undefined) {
      miss("not found", gold.start, gold.end, null);
      continue;
    }
    used.add(place);
    counts.found++;
    if (gold.country !== null) {
      counts.inStateFound++;
      if (place.country === gold.country) counts.country++;
    }
    if (place.unresolved !== null) miss("unresolved", gold.start, gold.end, place);
    else {
      counts.resolved++;
      if (isNear(place, gold)) counts.near++;
      else miss("wrong place", gold.start, gold.end, place);
    }
  }
  for (const place of places) {
    if (used.has(place)) continue;
    const { start, end } = extentOf(place.anchor);
    if (story.places.some((gold) => overlap(place, gold.start, gold.end)) || story.optional.some(([from, to]) => start < to && end > from))
      continue;
    counts.extra++;
    miss("not a place", start, end, place);
  }
  return misses;
}

function overlap(place: Place, start: number, end: number): boolean {
  const extent = extentOf(place.anchor);
  return extent.start < end && extent.end > start;
}

/** Within 161 km, wide areas within 1,000 km; a state where it is that state. */
function isNear(place: Place, gold: GoldPlace): boolean {
  if (gold.latitude === null || gold.longitude === null) return place.country === gold.country && place.precision === "country";
  if (place.latitude === null || place.longitude === null || place.precision === "country") return false;
  const radians = Math.PI / 180;
  const x = Math.sin(((gold.latitude - place.latitude) * radians) / 2);
  const y = Math.sin(((gold.longitude - place.longitude) * radians) / 2);
  const h = x * x + Math.cos(place.latitude * radians) * Math.cos(gold.latitude * radians) * y * y;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h))) <= NEAR_KM || (isWide(place) && h < 0.006);
}

/** A province, sea or region counts as met up to 1,000 km away: where its middle is, is a matter of taste, which of two it is, is not. */
const isWide = ({ precision, featureCode }: Place): boolean =>
  precision === "province" ||
  (precision === "region" && /^(?:CONT|OCN|SEA|GULF|RGN|DSRT|MTS|STM|TERR|STRT|BAY|CHN)$/.test(featureCode ?? ""));

export const percent = (part: number, of: number): string => (of === 0 ? "-" : ((100 * part) / of).toFixed(1));

/** The line to compare by: shares of all gold places, found or not, behind them of those found. */
export function scoreLine(name: string, counts: Counts): string {
  const { gold, found, extra, near, inState, inStateFound, country } = counts;
  const precision = found / Math.max(1, found + extra);
  const recall = found / Math.max(1, gold);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return (
    `${name} within-161km ${percent(near, gold)} country ${percent(country, inState)} (of those found ${percent(near, found)} ${percent(country, inStateFound)}) ` +
    `precision ${percent(found, found + extra)} recall ${percent(found, gold)} f1 ${(100 * f1).toFixed(1)} (${gold} places)`
  );
}
