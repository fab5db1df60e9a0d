import type { Lexicon } from "../../lexicon/index.js";
import type { Place } from "../../model/index.js";
import { hashOfName } from "./fold.js";
import type { Gazetteer } from "./gazetteer.js";
import { NameIndex } from "./name-index.js";

/** A place that a name may mean. */
export interface Candidate {
  /** As the gazetteer or the lexicon names it. */
  readonly name: string;
  /** The same for names that differ in marks and case only (`hashOfName`). */
  readonly key: number;
  readonly geonameId: number | null;
  /** GeoNames feature code. */
  readonly feature: string;
  /** ISO 3166-1 alpha-3; null where it lies in several states or in none. */
  readonly country: string | null;
  /** First-level region: "USA.TX"; "" where not known. */
  readonly region: string;
  readonly latitude: number;
  readonly longitude: number;
  /**
   * How likely news means this one of several, and a place at all, all else being equal: about the decimal logarithm of how many people one would
   * have to ask. From 0 for a hamlet to about 9 for a state.
   */
  readonly weight: number;
  /** The lexicon says that the name as often means something else than a place. */
  readonly ambiguous: boolean;
}

/** All places by name: those of the lexicon and those of the gazetteer, which is loaded when a name is first looked up. */
export interface Atlas {
  /** The places that `text.slice(start, end)` may name, marks and case aside; a list made anew, empty for none. */
  candidates(text: string, start: number, end: number): Candidate[];
  /** Whether a name of several words may begin with this one: a quick look that is sometimes true for nothing. */
  mayBegin(text: string, start: number, end: number): boolean;
  /** Whether there would be any: faster, and makes nothing. */
  has(text: string, start: number, end: number): boolean;
  /** States and first-level regions that these words name behind a comma ("Tex.", "Texas", "Georgia"), as their codes, the best known first. */
  containers(text: string, start: number, end: number): string[];
}

/** States and continents are known to all; a state that shares its name with a larger thing is still meant first. */
const STATE_WEIGHT = 9;
const LISTED_WEIGHT = 7;
/** A region that shares its name with its state's capital or a region's seat has more people, yet the name alone means the town: "Córdoba", "Washington". */
const REGION_LESS = 1;
const CAPITAL_MORE = 1;
const SEAT_MORE = 0.3;
const SECTION_LESS = 1;
/** GeoNames' other names include those in all languages of the world, past ones and parts of town; less likely yet where another place has the name itself. */
const ALIAS_LESS = 1;
const RIVALLED_ALIAS_LESS = 1.5;
const RIVAL = 4.5;
/** Names in many languages make a place of a million people as well known as two of ten million. */
const FAME = 0.35;
/** Logarithm of the number of names of a town of about 100,000 people. */
const USUAL_NAMES = 3.5;

/** Makes an atlas of the tables of a lexicon and a gazetteer. To be made once and kept. */
export function atlasOf(lexicon: Lexicon, gazetteer: () => Gazetteer): Atlas {
  const { names, listed } = listedPlaces(lexicon);
  const regions = regionNames(lexicon);
  const abbreviations = new Map(
    [...lexicon.placesRegions.values()].flatMap((row) => row.abbreviations.map((short) => [short, row.region])),
  );
  const aliases = [...lexicon.placesAliases.values()];
  // Names of the lexicon in one index: those that are listed, other names of towns, other names of regions.
  const index = new NameIndex([...names, ...aliases.map(({ alias }) => alias), ...regions.names].join("\n"));
  const [aliasesFrom, regionsFrom] = [names.length, names.length + aliases.length];
  const regionRows = new Map<string, number>();
  let loaded: Gazetteer | undefined;

  const cities = (): Gazetteer => {
    if (loaded === undefined) {
      loaded = gazetteer();
      for (const row of loaded.rowsOf("ADM1")) regionRows.set(loaded.regionOf(row), row);
    }
    return loaded;
  };
  const fromRow = (row: number, less: number): Candidate => {
    const from = cities();
    const feature = from.featureOf(row);
    const region = from.regionOf(row);
    const id = from.idOf(row) || Number(feature === "ADM1" ? (lexicon.placesRegions.get(region)?.geonameId ?? 0) : 0);
    const name = from.nameOf(row);
    return {
      name,
      key: hashOfName(name, 0, name.length),
      geonameId: id > 0 ? id : null,
      feature,
      country: from.countryOf(row),
      region,
      latitude: from.latitudeOf(row),
      longitude: from.longitudeOf(row),
      weight: weightOf(feature, from.populationOf(row), from.namesOf(row)) - less,
      ambiguous: false,
    };
  };

  return {
    candidates(text, start, end) {
      const found: Candidate[] = [];
      const seen = new Set<number>();
      const numbers: number[] = [];
      index.find(text, start, end, numbers);
      for (const number of numbers) if (number < aliasesFrom) found.push(listed[number]);
      const rows: number[] = [];
      for (const number of numbers) {
        if (number < aliasesFrom || number >= regionsFrom) continue;
        const { name, country } = aliases[number - aliasesFrom];
        cities().find(name, 0, name.length, rows);
        for (const row of rows) {
          const own = row < 0 ? ~row : row;
          if (cities().countryOf(own) !== country || cities().featureOf(own) === "ADM1" || seen.has(own)) continue;
          seen.add(own);
          found.push(fromRow(own, 0));
        }
        rows.length = 0;
      }
      for (const number of numbers) {
        if (number < regionsFrom) continue;
        cities();
        const row = regionRows.get(regions.codes[number - regionsFrom]);
        if (row === undefined || seen.has(row)) continue;
        seen.add(row);
        found.push(fromRow(row, 0));
      }
      cities().find(text, start, end, rows);
      for (const row of rows) if (row >= 0 && !seen.has(row)) found.push(fromRow(row, 0));
      const less = found.some(({ weight }) => weight > RIVAL) ? ALIAS_LESS + RIVALLED_ALIAS_LESS : ALIAS_LESS;
      for (const row of rows) if (row < 0 && !seen.has(~row) && !rows.includes(~row)) found.push(fromRow(~row, less));
      return withoutTwins(found).map((place, _, all) =>
        bearsTownsName(place, all) ? { ...place, weight: place.weight - REGION_LESS } : place,
      );
    },
    mayBegin: (text, start, end) => index.mayBegin(text, start, end) || cities().mayBegin(text, start, end),
    has: (text, start, end) => index.has(text, start, end) || cities().has(text, start, end),
    containers(text, start, end) {
      const short = abbreviations.get(text.slice(start, end));
      if (short !== undefined) return [short];
      return this.candidates(text, start, end)
        .sort((a, b) => b.weight - a.weight)
        .flatMap(({ feature, region, country }) => (feature === "ADM1" ? region : feature === "PCLI" ? (country ?? []) : []));
    },
  };
}

/** States under all their names, and the rows of `places`. `listed[i]` bears `names[i]`. */
function listedPlaces(lexicon: Lexicon): { readonly names: string[]; readonly listed: Candidate[] } {
  const names: string[] = [];
  const listed: Candidate[] = [];
  for (const { alpha3, latitude, longitude, geonameId } of lexicon.placesCountries.values()) {
    const row = lexicon.countries.get(alpha3);
    if (row === undefined) continue;
    const state = {
      name: row.name,
      key: hashOfName(row.name, 0, row.name.length),
      geonameId: idOf(geonameId),
      feature: "PCLI",
      country: alpha3,
      region: "",
      latitude,
      longitude,
    };
    for (const name of [row.name, ...row.aliases]) {
      names.push(name);
      // Of two states that share a name the one with the name is meant less often than the one without: "Congo" is the larger.
      listed.push({ ...state, weight: STATE_WEIGHT, ambiguous: row.ambiguous.includes(name) });
    }
  }
  for (const { name, aliases, feature, country, latitude, longitude, geonameId, ambiguous } of lexicon.places.values()) {
    const place = {
      name,
      key: hashOfName(name, 0, name.length),
      geonameId: idOf(geonameId),
      feature,
      country,
      region: "",
      latitude,
      longitude,
    };
    for (const each of [name, ...aliases]) {
      names.push(each);
      listed.push({ ...place, weight: feature === "CONT" ? STATE_WEIGHT : LISTED_WEIGHT, ambiguous: ambiguous.includes(each) });
    }
  }
  return { names, listed };
}

const idOf = (id: string | null): number | null => (id === null ? null : Number(id));

function regionNames(lexicon: Lexicon): { readonly names: string[]; readonly codes: string[] } {
  const names: string[] = [];
  const codes: string[] = [];
  for (const { region, aliases } of lexicon.placesRegions.values()) {
    for (const alias of aliases) {
      names.push(alias);
      codes.push(region);
    }
  }
  return { names, codes };
}

function weightOf(feature: string, population: number, names: number): number {
  const base = Math.log10(population + 1) + FAME * Math.max(-1, Math.log2(names) - USUAL_NAMES);
  switch (feature) {
    case "PPLC":
      return base + CAPITAL_MORE;
    case "PPLA":
      return base + SEAT_MORE;
    case "PPLX":
      return base - SECTION_LESS;
    default:
      return base;
  }
}

const bearsTownsName = (place: Candidate, all: readonly Candidate[]): boolean =>
  place.feature === "ADM1" && all.some(({ feature, country }) => (feature === "PPLC" || feature === "PPLA") && country === place.country);

/** Farther apart than this two entries of one name, kind and state are two places, in degrees. */
const TWIN_DEGREES = 0.5;
/** Kinds of places that stand twice in the sources: as a seat and its state's only town, as an island and its region. */
const AREAS = new Set(["ADM1", "ISL", "ISLS", "RGN", "PEN", "TERR", "PCLI"]);

/** One of two entries for the same thing: the lexicon's, which come first. */
function withoutTwins(found: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const each of found) {
    const twin = kept.some(
      (other) =>
        AREAS.has(each.feature) === AREAS.has(other.feature) &&
        (each.country === other.country || other.country === null) &&
        (AREAS.has(each.feature)
          ? Math.abs(each.latitude - other.latitude) + Math.abs(each.longitude - other.longitude) < 4
          : Math.abs(each.latitude - other.latitude) + Math.abs(each.longitude - other.longitude) < TWIN_DEGREES && each.weight < 4),
    );
    if (!twin) kept.push(each);
  }
  return kept;
}

const PRECISIONS: readonly (readonly [RegExp, Place["precision"]])[] = [
  [/^PCL/, "country"],
  [/^ADM1$/, "province"],
  [/^PPL(?!N$)/, "city"],
  [/^(?:BLDG|SQR|ST|AIRB|AIRP|MILB|NVB|PSN|DAM|BDG|PRT|CMP|MFG|FCL|PRN|HSP|CRSG|OILF|RUIN|MT|VLC)$/, "exact"],
];

/** How exact a point of this feature code is: a country's centroid drawn as a point misleads. */
export const precisionOf = (feature: string): Place["precision"] => PRECISIONS.find(([pattern]) => pattern.test(feature))?.[1] ?? "region";

/** Whether a place lies in a state or region, or is it. */
export const isIn = (place: Candidate, container: string): boolean =>
  container.includes(".") ? place.region === container : place.country === container;
