import { type Anchor, overlaps, type Span, type StoryRecord } from "../../../model/index.js";
import { type Piece, piece } from "../styled.js";
import type { Style, Theme } from "../theme.js";
import type { Voice } from "../voices.js";
import { footnote } from "../words.js";

/** The numbered statements of a story: `numbers[i]` is the footnote of `record.statements[i]`. */
export interface Numbered {
  readonly record: StoryRecord;
  readonly voices: readonly Voice[];
  readonly numbers: readonly number[];
}

/** A stretch that is marked: a part of a statement's content (by its place in the record), a cue or a time. */
interface Mark extends Span {
  readonly kind: "said" | "cue" | "time";
  readonly statement: number;
}

/**
 * The words of a block with its marks: what is on record stands between ‹ and ›, followed by its number, so that it can be told without
 * colours and where one statement holds another; with colours it is also underlined in its speaker's hue. Cues are bold, times italic.
 */
export function markedPieces(text: string, block: Span, numbered: Numbered, theme: Theme): readonly Piece[] {
  const { voices, numbers } = numbered;
  const marks = marksIn(block, numbered.record);
  const inside = (at: number): boolean => at > block.start && at < block.end;
  const cuts = marks.flatMap(({ start, end }) => [start, end]).filter(inside);
  const edges = [...new Set([block.start, ...cuts, block.end])].sort((a, b) => a - b);

  const pieces: Piece[] = [];
  // Marks that cover the edge at hand, those that began last at the end; one pass, since a story may be one paragraph of a million letters.
  let open: Mark[] = [];
  let next = 0;
  edges.forEach((from, i) => {
    const ending = open.filter(({ kind, end }) => kind === "said" && end === from).reverse();
    pieces.push(...ending.map(({ statement }) => piece(`›${footnote(numbers[statement])}`, voices[statement].hue)));
    if (i === edges.length - 1) return;
    open = open.filter(({ end }) => end > from);
    for (; next < marks.length && marks[next].start <= from; next++) {
      const { kind, start, end, statement } = marks[next];
      if (end > from) open.push(marks[next]);
      if (kind === "said" && start === from) pieces.push(piece("‹", voices[statement].hue, from));
    }
    const innermost = open.findLast(({ kind }) => kind === "said");
    const styles: Style[] = [
      ...(innermost ? [voices[innermost.statement].hue, theme.underline] : []),
      ...(open.some(({ kind }) => kind === "cue") ? [theme.bold] : []),
      ...(open.some(({ kind }) => kind === "time") ? [theme.italic] : []),
    ];
    pieces.push(piece(text.slice(from, edges[i + 1]), styles.length > 0 ? over(styles) : undefined, from));
  });
  return pieces;
}

/** Marks that touch a block, by where they begin; of those that begin together the longest first, as it holds the others. */
const marksIn = (block: Span, { statements, times }: StoryRecord): readonly Mark[] =>
  [
    ...statements.flatMap(({ anchor }, statement) => marksOf("said", anchor, statement)),
    ...statements.flatMap(({ cue }, statement) => marksOf("cue", cue ?? [], statement)),
    ...times.flatMap(({ anchor }) => marksOf("time", anchor, -1)),
  ]
    .filter((mark) => overlaps(mark, block))
    .sort((a, b) => a.start - b.start || b.end - a.end);

const marksOf = (kind: Mark["kind"], anchor: Anchor, statement: number): Mark[] =>
  anchor.map(({ start, end }) => ({ kind, start, end, statement }));

const over =
  (styles: readonly Style[]): Style =>
  (text) =>
    styles.reduce((dressed, style) => style(dressed), text);
