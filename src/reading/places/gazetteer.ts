import { gunzipSync, gzipSync } from "node:zlib";
import { NameIndex } from "./name-index.js";

/** A place as the gazetteer's source gives it. */
export interface GazetteerRow {
  /** GeoNames id; 0 where the source gives none. */
  readonly id: number;
  readonly name: string;
  /** Other names, without those that differ in marks or case only. */
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  /** First-level region: the code of GeoNames, without the country ("TX"); "" for none. */
  readonly region: string;
  /** GeoNames feature code. */
  readonly feature: string;
  /** Kept to about 7 percent. */
  readonly population: number;
  /** WGS 84 degrees, kept to a thousandth: 110 metres. */
  readonly latitude: number;
  readonly longitude: number;
  /** How many names it has in all languages: how much the world speaks of it. Kept to about 9 percent, up to 4,000. */
  readonly names: number;
}

/** First words of the file, before compression: what it is, and the version of this layout. */
const MAGIC = "onrecord gazetteer 1";

/** Lists of words that many rows share stand once, as JSON; rows are columns of numbers; a row's name stands at its number among the names, aliases behind. */
interface Heading {
  readonly magic: string;
  readonly rows: number;
  readonly aliases: number;
  readonly nameBytes: number;
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly features: readonly string[];
}

/** Bytes of a row: id 4, latitude 3, longitude 3, region 2, country 1, feature 1, population 1, names 1. Each byte is a column of its own, which compresses best. */
const ROW_BYTES = 16;
/** Where the feature stands among the bytes of a row. */
const FEATURE = 13;
const ALIAS_BYTES = 3;
/** Steps to a doubling: population goes up to 2^28, the number of names to 2^12. */
const POPULATION_STEPS = 9;
const NAMES_STEPS = 8;

/** Packs rows into a file. The same rows in the same order give the same bytes. */
export function packGazetteer(rows: readonly GazetteerRow[]): Uint8Array {
  const listed = (of: (row: GazetteerRow) => string): string[] => [...new Set(rows.map(of))].sort();
  const countries = listed(({ country }) => country);
  const regions = listed(regionKey);
  const features = listed(({ feature }) => feature);
  const places = <Word>(words: readonly Word[]): ReadonlyMap<Word, number> => new Map(words.map((word, i) => [word, i]));
  const [countryAt, regionAt, featureAt] = [places(countries), places(regions), places(features)];

  const aliases = rows.flatMap((row, i) => row.aliases.map((alias) => ({ alias, row: i })));
  const names = new TextEncoder().encode([...rows.map(({ name }) => name), ...aliases.map(({ alias }) => alias)].join("\n"));
  const columns = new Uint8Array(rows.length * ROW_BYTES + aliases.length * ALIAS_BYTES);
  rows.forEach((row, i) => {
    const numbers = [
      [row.id, 4],
      [Math.round((row.latitude + 90) * 1000), 3],
      [Math.round((row.longitude + 180) * 1000), 3],
      [regionAt.get(regionKey(row)) as number, 2],
      [countryAt.get(row.country) as number, 1],
      [featureAt.get(row.feature) as number, 1],
      [Math.min(255, Math.round(Math.log2(row.population + 1) * POPULATION_STEPS)), 1],
      [Math.min(255, Math.round(Math.log2(row.names) * NAMES_STEPS)), 1],
    ] as const;
    let column = 0;
    for (const [number, bytes] of numbers)
      for (let byte = 0; byte < bytes; byte++) columns[column++ * rows.length + i] = number >>> (8 * byte);
  });
  const base = rows.length * ROW_BYTES;
  aliases.forEach(({ row }, i) => {
    for (let byte = 0; byte < ALIAS_BYTES; byte++) columns[base + byte * aliases.length + i] = row >>> (8 * byte);
  });
  const heading: Heading = {
    magic: MAGIC,
    rows: rows.length,
    aliases: aliases.length,
    nameBytes: names.length,
    countries,
    regions,
    features,
  };
  return gzipSync(Buffer.concat([new TextEncoder().encode(`${JSON.stringify(heading)}\n`), names, columns]), { level: 9 });
}

const regionKey = ({ country, region }: Pick<GazetteerRow, "country" | "region">): string => (region === "" ? "" : `${country}.${region}`);

/** Cities, towns, villages and first-level regions of the world, by name. Rows are numbers; ask the methods for what they hold. */
export class Gazetteer {
  private readonly index: NameIndex;
  private readonly heading: Heading;
  /** Bytes of each row side by side, in the order of the columns: a row is one look at memory. */
  private readonly rows: Uint8Array;
  /** Rows that the other names belong to. */
  private readonly aliasRows: Uint32Array;

  /** Throws where the bytes are no gazetteer of this version. */
  constructor(packed: Uint8Array) {
    let bytes: Buffer;
    try {
      bytes = gunzipSync(packed, { chunkSize: 1 << 22 });
    } catch (cause) {
      throw new Error("The gazetteer cannot be decompressed; install the package again or run `npm run gazetteer`", { cause });
    }
    const line = bytes.indexOf(10);
    const first = bytes.toString("utf8", 0, Math.max(0, line));
    if (!first.startsWith(`{"magic":"${MAGIC}"`)) {
      throw new Error(
        `Expected a gazetteer of version "${MAGIC}", found "${first.slice(0, 40)}"; run \`npm run gazetteer\` with this version`,
      );
    }
    this.heading = JSON.parse(first);
    this.index = new NameIndex(bytes.toString("utf8", line + 1, line + 1 + this.heading.nameBytes));
    const columns = bytes.subarray(line + 1 + this.heading.nameBytes);
    this.rows = transposed(columns, this.heading.rows, ROW_BYTES);
    this.aliasRows = aliasRowsOf(columns.subarray(this.heading.rows * ROW_BYTES), this.heading.aliases);
  }

  get length(): number {
    return this.heading.rows;
  }

  /** Appends the rows that bear the name `text.slice(start, end)`; those that bear it as an alias as `~row`, which is negative. */
  find(text: string, start: number, end: number, rows: number[]): void {
    const from = rows.length;
    this.index.find(text, start, end, rows);
    for (let i = from; i < rows.length; i++) if (rows[i] >= this.heading.rows) rows[i] = ~this.aliasRows[rows[i] - this.heading.rows];
  }

  mayBegin(text: string, start: number, end: number): boolean {
    return this.index.mayBegin(text, start, end);
  }

  has(text: string, start: number, end: number): boolean {
    return this.index.has(text, start, end);
  }

  /** Rows of a feature code. Looks at every row. */
  rowsOf(feature: string): number[] {
    const code = this.heading.features.indexOf(feature);
    const found: number[] = [];
    for (let row = 0; row < this.heading.rows; row++) if (this.rows[row * ROW_BYTES + FEATURE] === code) found.push(row);
    return found;
  }

  nameOf = (row: number): string => this.index.nameOf(row);
  /** GeoNames id, or 0. */
  idOf = (row: number): number => this.number(row, 0, 4);
  latitudeOf = (row: number): number => this.number(row, 4, 3) / 1000 - 90;
  longitudeOf = (row: number): number => this.number(row, 7, 3) / 1000 - 180;
  /** "USA.TX"; "" for none. */
  regionOf = (row: number): string => this.heading.regions[this.number(row, 10, 2)];
  countryOf = (row: number): string => this.heading.countries[this.number(row, 12, 1)];
  featureOf = (row: number): string => this.heading.features[this.number(row, FEATURE, 1)];
  populationOf = (row: number): number => 2 ** (this.number(row, 14, 1) / POPULATION_STEPS) - 1;
  /** 1 or more. */
  namesOf = (row: number): number => 2 ** (this.number(row, 15, 1) / NAMES_STEPS);

  private number(row: number, column: number, bytes: number): number {
    const at = row * ROW_BYTES + column;
    let value = 0;
    for (let byte = bytes - 1; byte >= 0; byte--) value = value * 256 + this.rows[at + byte];
    return value;
  }
}

function transposed(columns: Uint8Array, count: number, width: number): Uint8Array {
  const rows = new Uint8Array(count * width);
  for (let row = 0; row < count; row++)
    for (let column = 0; column < width; column++) rows[row * width + column] = columns[column * count + row];
  return rows;
}

function aliasRowsOf(columns: Uint8Array, count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let byte = 0; byte < ALIAS_BYTES; byte++) for (let i = 0; i < count; i++) rows[i] |= columns[byte * count + i] << (8 * byte);
  return rows;
}
