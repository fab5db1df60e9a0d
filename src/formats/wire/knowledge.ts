import { foldKey, type Lexicon } from "../../lexicon/index.js";

/** The tables that a story's furniture is known by. */
export type FurnitureLexicon = Pick<Lexicon, "agencies" | "furniture" | "bylineWords" | "countries">;

type FurnitureRow = FurnitureLexicon["furniture"] extends ReadonlyMap<string, infer Row> ? Row : never;

/** A phrase of `lexicon/furniture.tsv` found in a line: `[start, end)` of the line. */
export interface FoundPhrase {
  readonly row: FurnitureRow;
  readonly start: number;
  readonly end: number;
}

/** The tables made ready for looking up. */
export interface Knowledge {
  /** Name that an agency goes by, for any of its names: "The Associated Press" → "AP". Null for any other phrase. */
  agencyOf(phrase: string): string | null;
  /** Agency whose document number the line is ("SC/13406"); null if it is none. */
  documentAgency(line: string): string | null;
  /** An agency's end mark at the end of a paragraph: where it begins. */
  endmark(paragraph: string): { readonly start: number; readonly agency: string } | null;
  /** Longest phrase that the line begins with, or ends with, or is. `at` as in the table. */
  phrase(at: FurnitureRow["at"], line: string): FoundPhrase | null;
  /** All phrases of timestamps in a line, in order. */
  timestampPhrases(line: string): readonly FoundPhrase[];
  /** A job, a group or a firm: no person ("Foreign Affairs Correspondent", "staff"). */
  isRole(phrase: string): boolean;
  /** A country, a capital, or a place of several words. */
  isPlace(phrase: string): boolean;
  /** Small word within a name: "de". */
  isParticle(word: string): boolean;
}

const cache = new WeakMap<object, Knowledge>();

/** Knowledge of a lexicon; made once for each. */
export function knowledgeOf(lexicon: FurnitureLexicon): Knowledge {
  const known = cache.get(lexicon);
  if (known) return known;
  const made = compile(lexicon);
  cache.set(lexicon, made);
  return made;
}

/** Same length as the line, so that offsets hold: only quotes and case are made alike. */
const fold = (line: string): string => line.toLowerCase().replace(/[\u2018\u2019\u02bc]/g, "'");
const key = (phrase: string): string => foldKey(phrase).toLowerCase();
const quoted = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Initials count only as they are written: "ANA" is an agency, "Ana" a woman. */
const agencyKey = (name: string): string => (/\p{Ll}/u.test(name) ? key(name) : foldKey(name));

/** Alternation of phrases, longest first, any run of white space between their words. */
const anyOf = (phrases: readonly string[]): string =>
  phrases.length === 0
    ? "(?!)"
    : [...phrases]
        .sort((a, b) => b.length - a.length)
        .map((phrase) => quoted(phrase).replace(/ /g, "\\s+"))
        .join("|");

function compile({ agencies, furniture, bylineWords, countries }: FurnitureLexicon): Knowledge {
  const agencyNames = new Map<string, string>();
  const documents = new Map<string, string>();
  const endmarks = new Map<string, string>();
  for (const row of agencies.values()) {
    for (const name of [row.name, ...row.aliases]) {
      if (!agencyNames.has(agencyKey(name))) agencyNames.set(agencyKey(name), row.name);
    }
    for (const symbol of row.documents) documents.set(symbol, row.name);
    for (const mark of row.endmarks) endmarks.set(mark, row.name);
  }
  const documentLine = new RegExp(`^(${anyOf([...documents.keys()])})/[A-Z]*/?\\d{2,6}(?:[-/][A-Z0-9./-]+)?$`, "u");
  const endmarkTail = new RegExp(`(?<=\\s|^)(${anyOf([...endmarks.keys()])})\\s*$`, "u");

  const rows = new Map<string, FurnitureRow>();
  for (const row of furniture.values()) rows.set(`${row.at} ${key(row.phrase)}`, row);
  const phrasesAt = (at: FurnitureRow["at"]): string[] =>
    [...furniture.values()].filter((row) => row.at === at).map((row) => key(row.phrase));
  const notLetter = "(?![\\p{L}\\p{N}])";
  const patterns: Readonly<Record<FurnitureRow["at"], RegExp>> = {
    start: new RegExp(`^([\\s([*•>_–—-]*)(${anyOf(phrasesAt("start"))})${notLetter}`, "u"),
    clause: new RegExp(`^([\\s([*•>_–—-]*)(${anyOf(phrasesAt("clause"))})${notLetter}`, "u"),
    letterhead: new RegExp(`^()(?:the\\s+)?(${anyOf(phrasesAt("letterhead"))})${notLetter}`, "u"),
    whole: new RegExp(`^([\\s([*•_/#–—-]*)(${anyOf(phrasesAt("whole"))})[\\s)\\]*_/#.:–—-]*$`, "u"),
    end: new RegExp(`()(?<![\\p{L}\\p{N}])(${anyOf(phrasesAt("end"))})[\\s.)\\]]*$`, "u"),
  };
  const timestamps = [...furniture.values()].filter((row) => row.region === "timestamp").map((row) => key(row.phrase));
  const anyTimestamp = new RegExp(`()(?<![\\p{L}\\p{N}])(${anyOf(timestamps)})${notLetter}`, "gu");
  const found = (at: FurnitureRow["at"], match: RegExpMatchArray | null): FoundPhrase | null => {
    if (match === null) return null;
    const row = rows.get(`${at} ${key(match[2])}`);
    const start = (match.index ?? 0) + match[1].length;
    return row === undefined ? null : { row, start, end: start + match[2].length };
  };

  const words = (kind: string): Set<string> =>
    new Set([...bylineWords.values()].filter((row) => row.kind === kind).map((row) => key(row.form)));
  const roles = words("role");
  const particles = words("particle");
  const places = words("place");
  for (const row of countries.values()) for (const name of [row.name, ...row.aliases, ...row.capitals]) places.add(key(name));

  return {
    agencyOf: (phrase) => agencyNames.get(foldKey(phrase)) ?? agencyNames.get(key(phrase)) ?? null,
    documentAgency: (line) => documents.get(documentLine.exec(line)?.[1] ?? "") ?? null,
    endmark(paragraph) {
      const match = endmarkTail.exec(paragraph);
      return match === null ? null : { start: match.index, agency: endmarks.get(match[1]) ?? "" };
    },
    phrase: (at, line) => found(at, fold(line).match(patterns[at])),
    timestampPhrases: (line) => [...fold(line).matchAll(anyTimestamp)].flatMap((match) => found("start", match) ?? []),
    isRole: (phrase) => roles.has(key(phrase)) || roles.has(key(phrase).split(" ").at(-1) ?? ""),
    isPlace: (phrase) => places.has(key(phrase)),
    isParticle: (word) => particles.has(word.toLowerCase().replace(/[-'’].*$/, "")),
  };
}
