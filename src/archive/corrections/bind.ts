import {
  type Actor,
  type Correction,
  findSelected,
  fromCodePoint,
  type LayerName,
  type Quote,
  type Selectors,
  type Span,
  selectorsOf,
} from "../../model/index.js";
import type { AnnotationOf } from "./claims.js";

/** The overlap rule, in words in docs/corrections.md. */

/** Two anchors are of the same words when they share at least half of the code units that either covers. */
const LEAST_SHARED = 0.5;
/** Words that stand elsewhere than they did are the same when so many code units around them agree … */
const LEAST_AROUND = 16;
/** … or when they are so long that nobody writes them twice by chance. */
const LONG_WORDS = 40;

/**
 * Where selected words stand in a text that may have changed; null when they are gone. Words that moved must still have their
 * surroundings, or be long: "he said" somewhere else in the story is not what was judged.
 */
export function locate(text: string, selectors: Selectors): Quote | null {
  const found = findSelected(text, selectors);
  if (found === null) return null;
  const [position, { exact, prefix, suffix }] = selectors;
  const [, around] = selectorsOf(text, found);
  const agreeing = sharedEnd(around.prefix, prefix) + sharedStart(around.suffix, suffix);
  const unmoved = found.start === fromCodePoint(text, position.start) && agreeing > 0;
  return unmoved || agreeing >= Math.min(LEAST_AROUND, prefix.length + suffix.length) || exact.length >= LONG_WORDS ? found : null;
}

/** All parts of a target, or null when one is gone. */
export function locateAll(text: string, target: readonly Selectors[]): readonly Quote[] | null {
  const found = target.map((selectors) => locate(text, selectors));
  return found.every((quote) => quote !== null) ? found : null;
}

/** Code units that both cover, over those that either covers: 0 to 1. Parts of one list do not overlap. */
export function sharedWords(a: readonly Span[], b: readonly Span[]): number {
  const length = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  let shared = 0;
  for (const x of a) for (const y of b) shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return shared / (length(a) + length(b) - shared);
}

export const areSameWords = (a: readonly Span[], b: readonly Span[]): boolean => sharedWords(a, b) >= LEAST_SHARED;

/** How well an annotation stands on words: of an actor its best mention does. */
export function standsOn(layer: LayerName, annotation: AnnotationOf, words: readonly Span[]): number {
  if (layer !== "actors") return sharedWords((annotation as Exclude<AnnotationOf, Actor>).anchor, words);
  return Math.max(...(annotation as Actor).mentions.map(({ quote }) => sharedWords([quote], words)));
}

/** An annotation that a correction could be of, with the claim that it was read with. */
export interface Candidate {
  readonly annotation: AnnotationOf;
  readonly claim: string;
}

/**
 * The candidate that a correction is of: it stands on the same words and makes the same claim. Where none does, a decision that says
 * itself what is right (all but "right" and "wrong") is of the only one on these words. Else the reason why there is none.
 */
export function bind<C extends Candidate>(
  { layer, key, decision }: Pick<Correction, "layer" | "key" | "decision">,
  words: readonly Span[],
  candidates: readonly C[],
): C | string {
  const near = candidates
    .map((candidate) => ({ candidate, shared: standsOn(layer, candidate.annotation, words) }))
    .filter(({ shared }) => shared >= LEAST_SHARED)
    .sort((a, b) => b.shared - a.shared);
  const same = near.find(({ candidate }) => candidate.claim === key);
  if (same !== undefined) return same.candidate;
  if (near.length === 0) return "nothing is read from these words now";
  if (decision === "right" || decision === "wrong") return `these words are read otherwise now: ${near[0].candidate.claim}`;
  return near.length === 1 ? near[0].candidate : "these words are read otherwise now, in several ways";
}

function sharedStart(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}

function sharedEnd(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[a.length - 1 - i] === b[b.length - 1 - i]) i++;
  return i;
}
