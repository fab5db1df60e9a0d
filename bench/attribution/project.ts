import { type Anchor, anchorContains, type Span, type Statement } from "../../src/model/index.js";
import { quotationsIn } from "../../src/reading/quotations.js";

type Spans = [number, number][];

/** An attribution in the scorer's form. */
export interface Attribution {
  readonly source: Spans | null;
  readonly cue: Spans;
  readonly content: Spans;
  /** Of our statement: the scorer does not look at it, the calibration does. */
  readonly confidence: number;
}

/**
 * Our statements in PolNeAR's conventions, which annotate only the outermost attribution, take the infinitive's "to" into the content, let a relative
 * pronoun be the source, take the clauses that tell of a source into it, and know no turn without a cue. Documented row by row in docs/benchmarks.md; the
 * reader itself is not bent.
 */
export function attributionsOf(text: string, statements: readonly Statement[]): Attribution[] {
  const quotations = quotationsOf(text);
  // What is said within quotation marks is within somebody's words, also where we do not know whose.
  const isQuoted = (cue: Anchor): boolean => quotations.some(({ start, end }) => start < cue[0].start && cue[cue.length - 1].end < end);
  return statements
    .filter(
      (statement) =>
        statement.cue !== null &&
        !isQuoted(statement.cue) &&
        !statements.some((outer) => outer !== statement && anchorContains(outer.anchor, statement.cue as Anchor)),
    )
    .map(({ speakerSpan, cue, anchor, confidence }) => ({
      source: speakerSpan && sourceIn(text, speakerSpan, cue as Anchor),
      cue: oneSpan(cue as Anchor),
      content: withTo(text, spansOf(anchor)),
      confidence,
    }));
}

const spansOf = (anchor: Anchor): Spans => anchor.map(({ start, end }) => [start, end]);

/** Fewer characters between marks are a title or a term. */
const SHORTEST_QUOTATION = 25;

/** Words between marks in each line of a text. */
function quotationsOf(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    found.push(...quotationsIn(text, { start, end: start + line.length }).filter((q) => q.end - q.start >= SHORTEST_QUOTATION));
    start += line.length + 1;
  }
  return found;
}

/** A cue is one contiguous span there: of a broken one ("put … at"), the first part. */
const oneSpan = (cue: Anchor): Spans => [[cue[0].start, cue[0].end]];

/** Characters of a clause that tells of a source. */
const LONGEST_CLAUSE = 250;

/**
 * "the firm, which said …": the source is "which". "Lund, who runs the port, said": the source is all of it up to the cue, with the comma. Ours is "the firm"
 * and "Lund" (guidelines, `speaker_span`).
 */
function sourceIn(text: string, speaker: Anchor, cue: Anchor): Spans {
  const spans = spansOf(speaker);
  const last = spans[spans.length - 1];
  const [from, to] = [last[1], cue[0].start];
  if (to <= from) {
    // `"…," said Lund, who runs the port.`
    const line = text.slice(from, from + LONGEST_CLAUSE).split("\n")[0];
    const behind = /^,\s(?:who|whose|which)\s/.test(line) ? line.slice(0, sentenceEnd(line)) : "";
    return behind !== "" ? [...spans.slice(0, -1), [last[0], from + behind.length]] : spans;
  }
  if (to - from > LONGEST_CLAUSE) return spans;
  const between = text.slice(from, to);
  const relative = /^(?:.*[\s,])?(who|which|that|whose)(?:\s+[\p{L}’']+){0,3}\s+$/u.exec(between);
  if (relative && !/[”"]/.test(between)) {
    const start = from + between.lastIndexOf(relative[1]);
    return [[start, start + relative[1].length]];
  }
  if (/[”"\n]/.test(between) || sentenceEnd(between) < between.length) return spans;
  const clause =
    /^(,\s(?:who|whose|which|an?|the|one|\d+|\p{Lu})(?=[\s,’']).*,|\s(?:who|which|that)\s.*[^\s]|,\s\d+,\s.*[^\s])\s(?:[\p{L}’']+\s+){0,3}$/su.exec(
      between,
    );
  return clause ? [...spans.slice(0, -1), [last[0], from + clause[1].length]] : spans;
}

/** Where the first sentence of some words ends: at a point that stands behind no title or initial ("Gov.", "N.C."); their length for none. */
function sentenceEnd(words: string): number {
  for (const { index, 0: point } of words.matchAll(/[.!?“”"]/g))
    if (point !== "." || (/^\.\s|^\.$/.test(words.slice(index, index + 2)) && !/\b\p{Lu}\p{Ll}{0,4}$/u.test(words.slice(0, index))))
      return index;
  return words.length;
}

function withTo(text: string, spans: Spans): Spans {
  return spans.map(([start, end]) => (/\bto $/.test(text.slice(Math.max(0, start - 4), start)) ? [start - 3, end] : [start, end]));
}
