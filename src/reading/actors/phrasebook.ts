import type { Doc } from "../../language/index.js";
import { foldKey, type Lexicon } from "../../lexicon/index.js";

/** What a phrase of the lexicon stands for. */
export type Entry =
  | {
      readonly kind: "country";
      readonly form: "name" | "demonym" | "people" | "capital";
      readonly country: string;
      readonly ambiguous: boolean;
      /** Other states that the phrase may mean ("Congolese", "Dominican"). */
      readonly others: readonly string[];
    }
  | { readonly kind: "metonym"; readonly country: string | null; readonly organization: string | null; readonly ambiguous: boolean }
  | { readonly kind: "organization"; readonly organization: string; readonly country: string | null; readonly ambiguous: boolean }
  /** Looks like a state and is none: "New Mexico", "South China Sea". Found so that the name inside it is not. */
  | { readonly kind: "look-alike" }
  | { readonly kind: "role"; readonly role: string }
  | { readonly kind: "honorific"; readonly gender: "m" | "f" | null };

/** A phrase found in a doc: words `[first, last]`, both inclusive. */
export interface Found {
  readonly first: number;
  readonly last: number;
  readonly entry: Entry;
}

/** Longest phrases first, by their first token: made once for a lexicon. */
export interface Phrasebook {
  readonly entries: ReadonlyMap<string, Entry>;
  /** For each first token of a phrase, the largest number of code units a phrase that begins so has. */
  readonly longest: ReadonlyMap<string, number>;
}

/** All phrases of the lexicon that name an actor or introduce one. Where two tables hold one phrase, the one listed first wins. */
export function phrasebookOf(lexicon: Lexicon): Phrasebook {
  const entries = new Map<string, Entry>();
  const add = (phrase: string, entry: Entry): void => {
    const key = foldKey(phrase);
    if (!entries.has(key)) entries.set(key, entry);
  };
  for (const row of lexicon.lookAlikes.values()) add(row.phrase, { kind: "look-alike" });
  // Where two bodies share a short form, news means the news agency ("told AFP").
  const [media, others] = [true, false].map((isMedia) =>
    [...lexicon.organizations.values()].filter(({ kind }) => (kind === "media") === isMedia),
  );
  for (const row of [...media, ...others]) {
    const ambiguous = new Set(row.ambiguous);
    for (const phrase of [row.name, ...row.aliases]) {
      add(phrase, { kind: "organization", organization: row.name, country: row.country, ambiguous: ambiguous.has(phrase) });
    }
  }
  for (const { phrase, country, organization, ambiguous } of lexicon.metonyms.values()) {
    add(phrase, { kind: "metonym", country, organization, ambiguous });
  }
  for (const row of lexicon.countries.values()) {
    const ambiguous = new Set(row.ambiguous);
    const forms = [
      ["name", [row.name, ...row.aliases]],
      ["demonym", row.demonyms],
      ["people", row.people],
      ["capital", row.capitals],
    ] as const;
    for (const [form, phrases] of forms) {
      for (const phrase of phrases) {
        const bare = phrase.replace(/^the /, "");
        const known = entries.get(foldKey(bare));
        // The state that comes first in the table is the one that news means more often.
        if (known?.kind === "country" && known.country !== row.alpha3)
          entries.set(foldKey(bare), { ...known, others: [...known.others, row.alpha3] });
        else add(bare, { kind: "country", form, country: row.alpha3, ambiguous: ambiguous.has(phrase), others: [] });
      }
    }
  }
  for (const row of lexicon.roleNouns.values()) {
    for (const phrase of [row.noun, ...row.abbreviations, ...row.plurals]) add(phrase, { kind: "role", role: row.noun });
  }
  for (const row of lexicon.honorifics.values()) add(row.honorific, { kind: "honorific", gender: row.gender });
  const longest = new Map<string, number>();
  for (const key of entries.keys()) {
    const first = firstToken(key);
    longest.set(first, Math.max(longest.get(first) ?? 0, key.length));
  }
  return { entries, longest };
}

/** The part of a phrase before its first space, hyphen or apostrophe: that much is one word however it is tokenised. */
const firstToken = (phrase: string): string => /^[^\s\-'’/]+/u.exec(phrase)?.[0] ?? phrase;

/**
 * Phrases of the book in a doc, longest first, not overlapping, in text order. Names are found as written; roles in any case ("foreign
 * minister", "Foreign Minister").
 */
export function phrasesIn(doc: Doc, { entries, longest }: Phrasebook): Found[] {
  const found: Found[] = [];
  for (let sentence = 0; sentence + 1 < doc.sentences.length; sentence++) {
    const end = doc.sentences[sentence + 1];
    for (let word = doc.sentences[sentence]; word < end; word++) {
      const hit = longestAt(doc, word, end, entries, longest);
      if (!hit) continue;
      found.push(hit);
      word = hit.last;
    }
  }
  return found;
}

function longestAt(
  doc: Doc,
  word: number,
  end: number,
  entries: ReadonlyMap<string, Entry>,
  longest: ReadonlyMap<string, number>,
): Found | null {
  const start = doc.start[word];
  const token = firstToken(foldKey(doc.text.slice(start, doc.end[word])));
  const reach = Math.max(longest.get(token) ?? 0, longest.get(token.toLowerCase()) ?? 0);
  if (reach === 0) return null;
  let best: Found | null = null;
  for (let last = word; last < end && doc.end[last] - start <= reach + 2; last++) {
    const phrase = foldKey(doc.text.slice(start, doc.end[last]));
    const entry = entries.get(phrase) ?? roleEntry(entries, phrase);
    if (entry) best = { first: word, last, entry };
  }
  return best;
}

function roleEntry(entries: ReadonlyMap<string, Entry>, phrase: string): Entry | undefined {
  const entry = entries.get(phrase.toLowerCase());
  return entry?.kind === "role" ? entry : undefined;
}
