import type { Span } from "../../model/index.js";
import type { Candidate, Construct, Found, Match } from "./construct.js";
import { setClock } from "./constructs/clock.js";
import { CONSTRUCTS } from "./constructs/index.js";
import type { Vocabulary } from "./vocabulary.js";

/** How much of the text on each side of a match a construct is shown. */
const SIDES = 80;

/** The time expressions of one block: what the constructs propose, the longest of those that overlap, clock times joined with their days. */
export function findCandidates(text: string, block: Span, vocabulary: Vocabulary): Candidate[] {
  const words = text.slice(block.start, block.end);
  const has = presence(words, vocabulary);
  const proposed = CONSTRUCTS.filter((construct) => construct.needs === undefined || has(construct.needs(vocabulary))).flatMap(
    (construct) => propose(construct, words, block.start, vocabulary),
  );
  return joinClocks(longest(proposed), text);
}

/** Tells whether a pattern occurs in the words; each is looked for once, as many constructs need the same. */
function presence(words: string, { needed }: Vocabulary): (source: string) => boolean {
  const known = new Map<string, boolean>();
  return (source) => {
    const before = known.get(source);
    if (before !== undefined) return before;
    const pattern = needed.get(source) ?? new RegExp(source, "i");
    needed.set(source, pattern);
    const occurs = pattern.test(words);
    known.set(source, occurs);
    return occurs;
  };
}

function propose(construct: Construct, words: string, offset: number, vocabulary: Vocabulary): Candidate[] {
  const pattern = patternOf(construct, vocabulary);
  const found: Candidate[] = [];
  pattern.lastIndex = 0;
  for (let result = pattern.exec(words); result !== null; result = pattern.exec(words)) {
    const [text] = result;
    const start = result.index;
    const end = start + text.length;
    const match: Match = {
      groups: result.groups ?? {},
      text,
      start,
      end,
      before: words.slice(Math.max(0, start - SIDES), start),
      after: words.slice(end, end + SIDES),
    };
    const read = text === "" ? null : construct.read(match, vocabulary);
    if (read === null) pattern.lastIndex = start + 1;
    else found.push(candidate(construct.name, read, match, offset));
  }
  return found;
}

/** Compiled once a vocabulary. A time neither begins nor ends inside a word or a number. */
function patternOf(construct: Construct, vocabulary: Vocabulary): RegExp {
  const known = vocabulary.compiled.get(construct.name);
  if (known) return known;
  const made = new RegExp(`(?<![\\p{L}\\p{N}_]|\\d[.,:/])(?:${construct.pattern(vocabulary)})(?![\\p{L}\\p{N}_])`, "giu");
  vocabulary.compiled.set(construct.name, made);
  return made;
}

const candidate = (rule: string, found: Found, match: Match, offset: number): Candidate => ({
  rule,
  type: found.type,
  start: offset + (found.start ?? match.start),
  end: offset + (found.end ?? match.end),
  mod: found.mod ?? null,
  skip: found.skip ?? null,
  dependent: found.dependent ?? false,
  day: found.day ?? false,
  clock: found.clock ?? null,
  quantity: found.quantity ?? null,
  resolve: found.resolve,
});

const lengthOf = ({ start, end }: Span): number => end - start;

/** Of candidates that overlap the longer one, of equals the earlier construct: "the third quarter of 2009" takes in "2009". */
function longest(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const next of [...candidates].sort((a, b) => a.start - b.start || lengthOf(b) - lengthOf(a))) {
    const last = kept.at(-1);
    if (last === undefined || next.start >= last.end) kept.push(next);
    else if (lengthOf(next) > lengthOf(last)) kept[kept.length - 1] = next;
  }
  return kept;
}

const CLOCK_THEN_DAY = /^,?\s{1,3}(?:on\s{1,3})?$/;
const DAY_THEN_CLOCK = /^(?:,?\s{1,3}(?:at|around|about|by|shortly (?:before|after))\s{1,3}|,?\s{1,3}|\s{1,3}[-–—|]\s{1,3})$/;

/**
 * "3 p.m. on Tuesday", "June 14, 2021 - 9:40 AM": a clock time and a day side by side are one expression, since a clock time carries its day
 * (guidelines, Times).
 */
function joinClocks(candidates: readonly Candidate[], text: string): Candidate[] {
  const joined: Candidate[] = [];
  for (const next of candidates) {
    const last = joined.at(-1);
    const gap = last === undefined ? "" : text.slice(last.end, next.start);
    if (last !== undefined && last.clock !== null && next.day && CLOCK_THEN_DAY.test(gap))
      joined[joined.length - 1] = clocked(last, next, last.clock, last);
    else if (last?.day && last.clock === null && next.clock !== null && DAY_THEN_CLOCK.test(gap))
      joined[joined.length - 1] = clocked(last, last, next.clock, next);
    else joined.push(next);
  }
  return joined;
}

/** `first` stands first in the text; `day` gives the day. */
function clocked(first: Candidate, day: Candidate, clock: string, other: Candidate): Candidate {
  return {
    ...day,
    type: "TIME",
    start: first.start,
    end: Math.max(day.end, other.end),
    mod: null,
    skip: null,
    day: false,
    // Joined once: "9 a.m. Tuesday 10 a.m." does not go on.
    clock: null,
    resolve: (context) => setClock(day.resolve(context), clock),
  };
}
