import type { LanguageLexicon } from "./tables.js";

/** Whether a text is read, what it looks like, and why: `reason` is a clause that can follow "not read:". */
export interface Recognition {
  /** False only on evidence of another language: what is too short to tell is taken for English. */
  readonly english: boolean;
  /** English name of the language; null where there is too little to tell, or the language is none we know. */
  readonly language: string | null;
  readonly reason: string;
}

interface Script {
  readonly name: string;
  readonly letter: RegExp;
  /** Languages written in it, the commonest first, each with the letters that tell it from the first. */
  readonly languages: readonly { readonly name: string; readonly letters: string }[];
}

interface LanguageTable {
  readonly scripts: readonly Script[];
  /** The languages of Latin script, each with its function words. English is one. */
  readonly profiles: ReadonlyMap<string, ReadonlySet<string>>;
}

const ENGLISH = "English";

/** Tables by the lexicon they were made of: made once a lexicon. */
const made = new WeakMap<object, LanguageTable>();

function tableOf(lexicon: Pick<LanguageLexicon, "languages">): LanguageTable {
  const known = made.get(lexicon.languages);
  if (known !== undefined) return known;
  const profiles = new Map<string, ReadonlySet<string>>();
  const scripts = new Map<string, { name: string; letters: string }[]>();
  for (const { language, script, letters, words } of lexicon.languages.values()) {
    const name = script.join(" and ");
    if (name === "Latin") profiles.set(language, new Set(words));
    else scripts.set(name, [...(scripts.get(name) ?? []), { name: language, letters: letters ?? "" }]);
  }
  if (!profiles.has(ENGLISH)) throw new RangeError(`lexicon/languages.tsv has no row for ${ENGLISH}: nothing could be compared with it`);
  const table = {
    scripts: [...scripts].map(([name, languages]) => ({ name, letter: lettersOf(name), languages })),
    profiles,
  };
  made.set(lexicon.languages, table);
  return table;
}

/** Any letter of a script, or of several: "Hiragana and Katakana". */
const lettersOf = (scripts: string): RegExp =>
  new RegExp(
    scripts
      .split(" and ")
      .map((script) => `\\p{Script=${script}}`)
      .join("|"),
    "gu",
  );

/** So much of a text is looked at, in code units: a story in two languages is judged by how it begins. */
const SAMPLE = 20_000;

/**
 * Share of the letters from which on a script decides. English stories quote names and slogans in other scripts, hardly half a story.
 * Han, kana and Hangul say more a letter than Latin ones, so that a Japanese story full of Latin names is above a quarter.
 */
const DECIDING_SHARE = 0.5;
const DECIDING_SHARE_DENSE = 0.25;
/** Those scripts, with what a letter weighs when they are mixed: Japanese writes more Han than kana, Chinese no kana at all. */
const DENSE: ReadonlyMap<string, number> = new Map([
  ["Han", 1],
  ["Hiragana and Katakana", 10],
  ["Hangul", 10],
]);

/** Different function words of another language that are evidence: in a headline, and in a text of forty words or more. */
const EVIDENCE_SHORT = 3;
const EVIDENCE_LONG = 5;
const LONG = 40;
/** Their least share of all words. Prose has 25 to 45 %; English with Spanish or Dutch names ("de la", "van den") stays below 10 %. */
const EVIDENCE_SHARE = 0.15;
/** So many times more of them than of English ones must there be. */
const MARGIN = 2;

/**
 * Says whether a text is English, by script and by function words: the same text always gets the same answer. Of each language only those words
 * count that English does not have, and of English those that the language does not have ("in", "was", "die" tell nothing of German).
 * Throws a `RangeError` if the table of languages lacks English.
 */
export function recogniseLanguage(text: string, lexicon: Pick<LanguageLexicon, "languages">): Recognition {
  const table = tableOf(lexicon);
  const sample = text.slice(0, SAMPLE);
  return byScript(sample, table) ?? byWords(sample, table);
}

function byScript(sample: string, table: LanguageTable): Recognition | null {
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return { english: true, language: null, reason: "the text has no letters" };
  // Most texts end here: none of the shares below could be reached.
  if (letters - count(sample, /\p{Script=Latin}/gu) < DECIDING_SHARE_DENSE * letters) return null;
  let denseShare = 0;
  let best: { script: Script; weight: number; share: number } | null = null;
  for (const script of table.scripts) {
    const share = count(sample, script.letter) / letters;
    const dense = DENSE.get(script.name);
    if (dense !== undefined) denseShare += share;
    const weight = share * (dense ?? 1);
    if (weight > (best?.weight ?? 0)) best = { script, weight, share };
  }
  if (best === null) return null;
  const { script, share } = best;
  if (DENSE.has(script.name) ? denseShare < DECIDING_SHARE_DENSE : share < DECIDING_SHARE) return null;
  const { name } = script.languages.reduce((first, next) =>
    count(sample, anyOf(next.letters)) > count(sample, anyOf(first.letters)) ? next : first,
  );
  return { english: false, language: name, reason: `the text looks ${name} (${script.name} script)` };
}

function count(text: string, pattern: RegExp | null): number {
  if (pattern === null) return 0;
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}

const anyOf = (letters: string): RegExp | null => (letters === "" ? null : new RegExp(`[${letters}]`, "gu"));

function byWords(sample: string, table: LanguageTable): Recognition {
  const counts = new Map<string, number>();
  let words = 0;
  let small = 0;
  // "El", "La", "De", "Die" begin names in English; only in a text all in capitals do words with capitals count.
  const shouted = sample === sample.toUpperCase();
  for (const [word] of sample.matchAll(/[\p{L}\p{M}]+/gu)) {
    words++;
    const lower = word.toLowerCase();
    if (word === lower) small++;
    else if (!shouted) continue;
    counts.set(lower, (counts.get(lower) ?? 0) + 1);
  }
  const english = table.profiles.get(ENGLISH) ?? new Set<string>();
  let best: { name: string; hits: number; evidence: string[] } | null = null;
  for (const [name, profile] of table.profiles) {
    if (name === ENGLISH) continue;
    const theirs = hitsOf(profile, english, counts);
    const ours = hitsOf(english, profile, counts);
    const needed = words < LONG ? EVIDENCE_SHORT : EVIDENCE_LONG;
    if (theirs.words.length < needed || theirs.hits < EVIDENCE_SHARE * words || theirs.hits < MARGIN * ours.hits) continue;
    if (best === null || theirs.hits > best.hits) best = { name, hits: theirs.hits, evidence: theirs.words };
  }
  if (best !== null) {
    const { name, evidence } = best;
    return { english: false, language: name, reason: `the text looks ${name} (“${evidence.slice(0, 3).join("”, “")}”)` };
  }
  const ours = hitsOf(english, new Set(), counts).hits;
  // Lists of names and results have capitals and figures; so many small words without a "the" or "of" are prose of another language.
  if (small >= 60 && ours < 0.05 * small)
    return { english: false, language: null, reason: "the text has hardly any of the words that English sentences are made of" };
  if (ours < EVIDENCE_SHORT) return { english: true, language: null, reason: "the text is too short to tell its language" };
  return { english: true, language: ENGLISH, reason: "the text looks English" };
}

/** How often the words of a profile that another lacks occur, and which, the most frequent first. */
function hitsOf(
  profile: ReadonlySet<string>,
  without: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
): { hits: number; words: string[] } {
  const found: [string, number][] = [];
  for (const word of profile) {
    const n = without.has(word) ? 0 : (counts.get(word) ?? 0);
    if (n > 0) found.push([word, n]);
  }
  found.sort((a, b) => b[1] - a[1]);
  return { hits: found.reduce((sum, [, n]) => sum + n, 0), words: found.map(([word]) => word) };
}
