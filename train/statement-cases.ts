import { sentenceOf, spanOf, uposOf, wordAt, wordsOf } from "../src/language/index.js";
import type { Span } from "../src/model/index.js";
import type { Reading } from "../src/reading/reading.js";
import type { Candidates, Cues } from "../src/reading/statements/candidates.js";
import { type CueCandidate, type SourceCandidate, sourceCandidates } from "../src/reading/statements/cues/index.js";
import { cueRows, endRows, groupRows, Rows, type Sight, sourceRows } from "../src/reading/statements/judge/index.js";
import type { Proposals } from "../src/reading/statements/proposals.js";
import type { Syntax } from "../src/reading/syntax.js";
import type { GoldAttribution } from "./polnear.js";

/** One cue with its proposals as rows of weights, and which of them are right. Rows of a proposal: those of its cue, its group and its own. */
export interface Case {
  readonly cue: Int32Array;
  readonly groups: readonly { readonly rows: Int32Array; readonly ends: readonly Int32Array[] }[];
  /** The proposals that fit best, counted over all groups; empty where the cue attributes nothing that is proposed. */
  readonly right: readonly number[];
  /** All that fit well enough to count as found. */
  readonly fitting: readonly number[];
}

/** A cue that attributes, with whoever may be its source, in the form of a case: one group, of which nobody is right where the corpus has no source. */
export interface Judged extends Case {
  /** `isKnown` where the corpus has none, or one of those: only from such cues is it learned. */
  readonly sources: Case & { readonly isKnown: boolean };
}

/** Share of words that a proposal and the gold must have in common: PolNeAR's measure, see bench/attribution. */
const OVERLAP = 0.5;

/** An open cue as rows of weights, and whether it attributes; what the gate learns from. */
export interface GateCase {
  readonly rows: Int32Array;
  readonly attributes: boolean;
}

/** Where a word stands to the attributions of an article: it is in the cue of some, or within the content of one, of which the corpus says nothing, or outside. */
function standingOf({ doc }: Reading, word: number, gold: readonly GoldAttribution[]): readonly GoldAttribution[] | "within" {
  const own = spanOf(doc, word);
  const holds = (spans: readonly Span[]): boolean => spans.some(({ start, end }) => start <= own.start && own.end <= end);
  const meant = gold.filter((attribution) => holds(attribution.cue));
  return meant.length === 0 && gold.some((attribution) => holds(attribution.content)) ? "within" : meant;
}

/** What the gate can learn from a story; null for a cue within somebody's words. One entry an open cue. */
export function gateCasesOf(reading: Reading, { sight, open }: Cues, gold: readonly GoldAttribution[]): (GateCase | null)[] {
  const rows = new Rows();
  return open.map((cue) => {
    const meant = standingOf(reading, cue.word, gold);
    if (meant === "within") return null;
    cueRows(sight, cue, rows);
    return { rows: rows.take(), attributes: meant.length > 0 };
  });
}

/**
 * What the judge can learn from a story. Cues within the content of an attribution are left out: the corpus annotates only the outermost, so that it
 * does not say whether they attribute. Of several words of one annotated cue, those of the tables count, else the one whose proposals fit best.
 */
export function casesOf(reading: Reading, { sight, proposals }: Candidates, gold: readonly GoldAttribution[]): Judged[] {
  const { doc } = reading;
  const rows = new Rows();
  const taken = (fill: () => void): Int32Array => {
    fill();
    return rows.take();
  };
  const known = proposals.flatMap((candidate) => {
    if (candidate.groups.length === 0) return [];
    const meant = standingOf(reading, candidate.cue.word, gold);
    return meant === "within" ? [] : [{ candidate, meant, fit: rightOf(doc, candidate, meant) }];
  });
  /** The cue that stands for each attribution. */
  const standsFor = new Map<GoldAttribution, { readonly listed: boolean; readonly best: number; readonly word: number }>();
  for (const { candidate, meant, fit } of known)
    for (const attribution of meant) {
      const other = standsFor.get(attribution);
      const own = { listed: candidate.cue.listed, best: fit.best, word: candidate.cue.word };
      if (!other || Number(own.listed) > Number(other.listed) || (own.listed === other.listed && own.best >= other.best))
        standsFor.set(attribution, own);
    }
  return known.map(({ candidate, meant, fit }) => {
    const { cue, groups } = candidate;
    const counts = cue.listed || meant.some((attribution) => standsFor.get(attribution)?.word === cue.word);
    return {
      cue: taken(() => cueRows(sight, cue, rows)),
      groups: groups.map((group) => ({
        rows: taken(() => groupRows(sight, cue, group, rows)),
        ends: group.proposals.map((proposal, i) => taken(() => endRows(sight, cue, group, proposal, i === 0, rows))),
      })),
      right: counts ? fit.right : [],
      fitting: counts ? fit.fitting : [],
      sources: sourcesOf(reading, sight, candidate, counts ? meant : [], fit.right[0] ?? 0),
    };
  });
}

function sourcesOf(
  { syntax }: Reading,
  sight: Sight,
  { cue, groups }: Proposals,
  meant: readonly GoldAttribution[],
  index: number,
): Judged["sources"] {
  const rows = new Rows();
  const proposal = groups.flatMap(({ proposals }) => proposals)[index];
  const candidates = sourceCandidates(syntax, sight.lexicon, cue);
  const ends = candidates.map((candidate) => {
    sourceRows(sight, cue, proposal, candidate, rows);
    return rows.take();
  });
  const right = [...new Set(meant.flatMap(({ source }) => rightSources(syntax, cue, candidates, source)))];
  return {
    cue: NOTHING,
    groups: [{ rows: NOTHING, ends }],
    right,
    fitting: right,
    isKnown: right.length > 0 || (meant.length > 0 && meant.every(({ source }) => source.length === 0)),
  };
}

const NOTHING = new Int32Array(0);

/**
 * Numbers of those who head an annotated source: they stand in it and their heads do not, as far as the tree is right. A relative pronoun that is the source
 * stands for the noun before it.
 */
function rightSources(
  { doc }: Syntax,
  cue: CueCandidate,
  candidates: readonly SourceCandidate[],
  source: readonly Span[],
): readonly number[] {
  const within = (word: number): boolean => word >= 0 && source.some(({ start, end }) => start <= doc.start[word] && doc.end[word] <= end);
  const numbers = [...candidates.keys()];
  const inside = numbers.filter((i) => within(candidates[i].word));
  if (inside.length > 0) {
    const heads = inside.filter((i) => !within(doc.head[candidates[i].word]));
    return heads.length > 0 ? heads : inside;
  }
  const [only] = source;
  if (source.length !== 1 || !/^(?:who|which|that|whose)$/i.test(doc.text.slice(only.start, only.end))) return [];
  return numbers.filter((i) => doc.end[candidates[i].word] <= only.start && only.end <= doc.start[cue.word]).slice(0, 1);
}

/** The proposals that fit an attribution best, if any fits well enough. */
function rightOf(
  doc: Reading["doc"],
  { cue, groups }: Proposals,
  meant: readonly GoldAttribution[],
): Pick<Case, "right" | "fitting"> & { readonly best: number } {
  if (meant.length === 0) return { right: [], fitting: [], best: 0 };
  const all = groups.flatMap((group) => group.proposals.map(({ spans }) => wordsIn(doc, spans)));
  const { first, last } = wordsOf(doc, sentenceOf(doc, cue.word));
  const reach = new Set<number>(all.flatMap((words) => [...words]));
  for (let word = first; word <= last; word++) reach.add(word);
  // Quotations that carry on further down are joined later, whatever the judge says.
  const wanted = meant.map(({ content }) => new Set([...wordsIn(doc, content)].filter((word) => reach.has(word))));
  const fits = all.map((words) => Math.max(...wanted.map((gold) => jaccard(words, gold))));
  const best = Math.max(...fits);
  const atLeast = (least: number): number[] => fits.flatMap((fit, i) => (fit >= Math.max(OVERLAP, least) ? [i] : []));
  return { right: atLeast(best - 1e-9), fitting: atLeast(OVERLAP), best };
}

function wordsIn(doc: Reading["doc"], spans: readonly Span[]): Set<number> {
  const words = new Set<number>();
  for (const { start, end } of spans)
    for (let word = wordAt(doc, start); word < doc.length && doc.start[word] < end; word++)
      if (uposOf(doc, word) !== "PUNCT") words.add(word);
  return words;
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
