import { type Anchor, anchorContains, type Statement } from "../../src/model/index.js";

type Spans = [number, number][];

/** An attribution in the scorer's form. */
export interface Attribution {
  readonly source: Spans | null;
  readonly cue: Spans;
  readonly content: Spans;
}

/**
 * Our statements in PolNeAR's conventions, which annotate only the outermost attribution, take the infinitive's "to" into the content and
 * know no turn without a cue. Documented row by row in docs/benchmarks.md; the reader itself is not bent.
 */
export function attributionsOf(text: string, statements: readonly Statement[]): Attribution[] {
  return statements
    .filter(
      (statement) =>
        statement.cue !== null && !statements.some((outer) => outer !== statement && anchorContains(outer.anchor, statement.cue as Anchor)),
    )
    .map(({ speakerSpan, cue, anchor }) => ({
      source: speakerSpan && spansOf(speakerSpan),
      cue: oneSpan(cue as Anchor),
      content: withTo(text, spansOf(anchor)),
    }));
}

const spansOf = (anchor: Anchor): Spans => anchor.map(({ start, end }) => [start, end]);

/** A cue is one contiguous span there: of a broken one ("put … at"), the first part. */
const oneSpan = (cue: Anchor): Spans => [[cue[0].start, cue[0].end]];

function withTo(text: string, spans: Spans): Spans {
  return spans.map(([start, end]) => (/\bto $/.test(text.slice(Math.max(0, start - 4), start)) ? [start - 3, end] : [start, end]));
}
