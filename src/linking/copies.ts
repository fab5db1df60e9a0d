import { type Story, sha256 } from "../model/index.js";
import { shinglesOf } from "./shingles.js";
import { markedWords } from "./words.js";

/** Shingles of a sketch. Two stories of which one is a fifth of the other share five of them on average. */
const SKETCH = 24;

/**
 * The sketch of a set of shingles: its smallest numbers, ascending. As shingles are hashes, that is a random sample that every story
 * draws alike (the bottom-k form of MinHash: Broder, "On the resemblance and containment of documents", 1997): stories that share much
 * share sketch shingles, and a shortened copy keeps those of the original that it still holds.
 */
export const sketchOf = (shingles: readonly number[]): readonly number[] => [...shingles].sort((a, b) => a - b).slice(0, SKETCH);

/** The shingles by which copies of a story are known. */
export interface Body {
  readonly all: readonly number[];
  /** Those of the reporter's own prose: without what stands in quotation marks, which two who heard one speech have alike. */
  readonly prose: readonly number[];
}

const QUOTED = /[“"«„][^“”"«»„\n]*[”"»“]/g;

/**
 * The body of a story: its headline and paragraphs. The rest of a page (bylines, contacts, copyright) is the outlet's, and makes strangers alike.
 * Of a story without such regions: all of it.
 */
export function bodyOf({ text, regions }: Pick<Story, "text" | "regions">): Body {
  const read = regions.filter(({ type }) => type === "headline" || type === "paragraph");
  const stretches = (read.length === 0 ? [{ start: 0, end: text.length }] : read).map(({ start, end }) => text.slice(start, end));
  const shinglesIn = (texts: readonly string[]): readonly number[] => [...new Set(texts.flatMap((part) => shinglesOf(markedWords(part))))];
  return { all: shinglesIn(stretches), prose: shinglesIn(stretches.flatMap((part) => part.split(QUOTED))) };
}

/**
 * How one story comes from another. "copy": nearly all words are the same. "shortened": nearly all of the later stands in the earlier.
 * "extended": nearly all of the earlier stands in the later. "rewritten": most of one stands in the other.
 */
export const COPYINGS = ["copy", "shortened", "extended", "rewritten"] as const;
export type Copying = (typeof COPYINGS)[number];

export interface CopyOf {
  readonly copying: Copying;
  /** Of the shingles of the earlier and of the later, how much stands in the other: 0 to 1. */
  readonly earlier: number;
  readonly later: number;
  /** 0.5 to 1; how far the share is above what stories of two reporters on one event have in common. */
  readonly confidence: number;
}

/** So much of the smaller of two stories stands in the larger when they are of one family. Chosen on `npm run bench -- families`. */
const LEAST_SHARE = 0.55;
/** The same where prose is too short to tell, and quotations must be looked at. */
const LEAST_SHARE_OF_ALL = 0.8;
/** From so much on nothing but furniture differs. */
const NEARLY_ALL = 0.9;
/** A story that is so many times as long as another is a collection or a digest that holds it, not a version of it. */
const LONGEST = 6;
/** With fewer shingles two stories may be alike by chance: a flash of one sentence, a market table. */
const LEAST_SHINGLES = 12;

/**
 * Whether of two stories one was made from the other; null when not. "earlier" and "later" only name the two: the answer is the same the other way
 * round, but for the words. Two reporters who quote one speech share its words; so most of a story's own prose must be shared, or
 * nearly all of it where it has little prose.
 */
export function copyOf(earlier: Body, later: Body): CopyOf | null {
  const hasProse = Math.min(earlier.prose.length, later.prose.length) >= LEAST_SHINGLES;
  const share = hasProse ? shareOf(earlier.prose, later.prose) : shareOf(earlier.all, later.all);
  const least = hasProse ? LEAST_SHARE : LEAST_SHARE_OF_ALL;
  const { shared, ofSmaller } = shareOf(earlier.all, later.all);
  const [small, large] = [earlier.all.length, later.all.length].sort((a, b) => a - b);
  if (small === 0 || large > LONGEST * small) return null;
  if (share.ofSmaller < (small < LEAST_SHINGLES ? NEARLY_ALL : least)) return null;
  const inEarlier = shared / later.all.length;
  const inLater = shared / earlier.all.length;
  const copying =
    Math.min(inEarlier, inLater) >= NEARLY_ALL
      ? "copy"
      : inEarlier >= NEARLY_ALL
        ? "shortened"
        : inLater >= NEARLY_ALL
          ? "extended"
          : "rewritten";
  const confidence = Math.min(1, 0.5 + (0.5 * (Math.min(share.ofSmaller, ofSmaller) - LEAST_SHARE)) / (NEARLY_ALL - LEAST_SHARE));
  return { copying, earlier: inLater, later: inEarlier, confidence: Math.max(0.5, confidence) };
}

/** How many two sets share, and how much that is of the smaller. */
function shareOf(a: readonly number[], b: readonly number[]): { readonly shared: number; readonly ofSmaller: number } {
  const [small, large] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
  const shared = small.filter((shingle) => large.has(shingle)).length;
  return { shared, ofSmaller: small.length === 0 ? 0 : shared / small.length };
}

/** A story as far as its place in a family goes. */
export interface Member {
  readonly story: string;
  /** A text that sorts by date of publication; "" when undated. */
  readonly dated: string;
}

/** Two stories of one family, and why. */
export interface Kinship {
  readonly one: string;
  readonly other: string;
  /** In words that the other's name can follow: "copy of", "same guid as". */
  readonly reason: string;
  readonly confidence: number;
}

/** Why a story is in its family: its surest tie to an earlier story of it ("copy of story_…"); "first" where it has none. */
export interface Belonging {
  readonly story: string;
  readonly reason: string;
  readonly confidence: number;
}

/** Copies and versions of one story. */
export interface Family {
  readonly id: string;
  /** The story that was published first; undated ones count as latest. */
  readonly first: string;
  /** In that order. */
  readonly members: readonly Belonging[];
}

/**
 * Families: stories that kinship joins, directly or through others. A story without kin has none. Families and their ids hang on the stories alone, not on the
 * order in which they came.
 */
export function familiesOf(stories: readonly Member[], kinships: readonly Kinship[]): readonly Family[] {
  const kin = new Map<string, Kinship[]>();
  for (const kinship of kinships) {
    for (const story of [kinship.one, kinship.other]) kin.set(story, [...(kin.get(story) ?? []), kinship]);
  }
  const ordered = [...stories].sort(byAge);
  const place = new Map(ordered.map(({ story }, i) => [story, i]));
  const seen = new Set<string>();
  const families: Family[] = [];
  for (const { story: first } of ordered) {
    if (seen.has(first)) continue;
    const found = [first];
    seen.add(first);
    for (let i = 0; i < found.length; i++) {
      for (const { one, other } of kin.get(found[i]) ?? []) {
        for (const story of [one, other]) {
          if (seen.has(story) || !place.has(story)) continue;
          seen.add(story);
          found.push(story);
        }
      }
    }
    if (found.length === 1) continue;
    const members = found
      .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
      .map((story) => belongingOf(story, kin.get(story) ?? [], place));
    families.push({ id: familyId(first), first, members });
  }
  return families;
}

function belongingOf(story: string, kinships: readonly Kinship[], place: ReadonlyMap<string, number>): Belonging {
  const at = (id: string): number => place.get(id) ?? Number.POSITIVE_INFINITY;
  const ties = kinships
    .map(({ one, other, reason, confidence }) => ({ to: one === story ? other : one, reason, confidence }))
    .sort((a, b) => Number(at(a.to) > at(story)) - Number(at(b.to) > at(story)) || b.confidence - a.confidence || at(a.to) - at(b.to));
  const [{ to, reason, confidence }] = ties;
  return at(to) > at(story) ? { story, reason: "first", confidence } : { story, reason: `${reason} ${to}`, confidence };
}

/** "fam_" and 16 hexadecimal digits of a hash of the family's first story. */
export const familyId = (first: string): string => `fam_${sha256(`StoryFamily\u001f${first}`).slice(0, 16)}`;

const byAge = (a: Member, b: Member): number =>
  Number(a.dated === "") - Number(b.dated === "") || compare(a.dated, b.dated) || compare(a.story, b.story);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
