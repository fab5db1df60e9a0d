import { type Doc, nameAt, wordAt } from "../../language/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import { ASSERTED, anchorAt, annotationId, type Region, type Span, type Story, type Time } from "../../model/index.js";
import { blocksOf } from "../blocks.js";
import { publishedOf } from "./calendar.js";
import type { Candidate, Resolution, Skip } from "./construct.js";
import { directionOf } from "./direction.js";
import { findCandidates } from "./find.js";
import { resolveSections, type Trace } from "./resolve.js";
import { sentencesIn } from "./sentences.js";
import { vocabularyOf } from "./vocabulary.js";

export interface TimesInput {
  readonly story: Story;
  /** Null where the story was not parsed; then the words of a clause stand in for its tree. */
  readonly doc: Doc | null;
  readonly lexicon: Lexicon;
}

/** A time expression of the text, listed in the record or not. */
export interface FoundTime extends Span {
  readonly type: Time["type"];
  readonly mod: Time["mod"];
  readonly rule: string;
  /** Why the record does not list it; null where it does. */
  readonly skip: Skip;
  /** The quantity that a date is counted with, "P2W" of "two weeks later"; null for others. */
  readonly quantity: string | null;
  readonly resolution: Resolution;
  readonly trace: Trace;
}

/** Regions that are read for times besides those that are read for everything (guidelines, table of parts). */
const TIMES_ONLY: ReadonlySet<Region["type"]> = new Set(["dateline", "timestamp"]);
/** Rules whose words are also given names and words of names: "April Jones", "Sunday Okoro". */
const NAME_LIKE: ReadonlySet<string> = new Set(["month", "weekday", "season", "holiday", "year"]);

/**
 * The time expressions of a story's headline, captions, paragraphs, datelines and timestamps, resolved against `story.published`
 * (guidelines, Times). In text order, disjoint; the same for the same input. Where a value hangs on something unknown the time has the reason
 * in `unresolved`.
 */
export const readTimes = (input: TimesInput): Time[] => timesOf(input.story, findTimes(input));

/** The times that the record lists, of those that were found. */
export function timesOf(story: Story, found: readonly FoundTime[]): Time[] {
  return found
    .filter(({ skip }) => skip === null)
    .map(({ start, end, type, mod, rule, resolution, trace }) => {
      const anchor = anchorAt(story.text, [{ start, end }]);
      return {
        id: annotationId(story.id, "times", anchor, type),
        anchor,
        modality: ASSERTED,
        rule,
        confidence: resolution.confidence,
        type,
        value: resolution.value,
        precision: type === "DATE" || type === "TIME" ? (resolution.precision ?? (resolution.value === null ? null : "vague")) : null,
        mod,
        unresolved: resolution.unresolved,
        basis: trace.basis,
        direction: trace.direction,
      };
    });
}

/** All that `readTimes` finds and what the record leaves out besides (vague words, rates, ages, names), each with the reason. */
export function findTimes({ story, doc, lexicon }: TimesInput): FoundTime[] {
  const { text } = story;
  const vocabulary = vocabularyOf(lexicon);
  const published = story.published === null ? null : publishedOf(story.published.value);
  const blocks: Span[] = [...blocksOf(story), ...story.regions.filter(({ type }) => TIMES_ONLY.has(type))].sort(
    (a, b) => a.start - b.start,
  );
  const sections = blocks.map((block) => ({
    sentences: sentencesIn(text, block, doc),
    candidates: findCandidates(text, block, vocabulary).filter((candidate) => !isName(candidate, doc)),
  }));
  return resolveSections(sections, published, (candidate, sentence) => directionOf(text, sentence, candidate, doc, vocabulary.cues)).map(
    ({ candidate, resolution, trace }) => ({
      start: candidate.start,
      end: candidate.end,
      type: candidate.type,
      mod: candidate.mod,
      rule: `times/${candidate.rule}`,
      skip: candidate.skip,
      quantity: candidate.quantity,
      resolution,
      trace,
    }),
  );
}

/** Whether a month or weekday is a part of a longer name of a person or body: "April Jones", "the Sunday Tribune". */
function isName(candidate: Candidate, doc: Doc | null): boolean {
  if (doc === null || !NAME_LIKE.has(candidate.rule)) return false;
  const first = wordAt(doc, candidate.start);
  if (first >= doc.length || doc.start[first] >= candidate.end || doc.name[first] === 0) return false;
  let start = first;
  while (start > 0 && doc.name[start] !== 0 && doc.name[start] % 2 === 0) start--;
  const name = nameAt(doc, start);
  return name !== null && name.kind !== "LOC" && (doc.start[name.first] < candidate.start || doc.end[name.last] > candidate.end);
}
