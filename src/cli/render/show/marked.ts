import { contains, overlaps, type Span, type StoryRecord } from "../../../model/index.js";
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

/** A part of a statement's content. */
interface Said extends Span {
  readonly statement: number;
}

/**
 * The words of a block with its marks: what is on record stands between ‹ and ›, followed by its number, so that it can be told without
 * colours and where one statement holds another; with colours it is also underlined in its speaker's hue. Cues are bold, times italic.
 */
export function markedPieces(text: string, block: Span, { record, voices, numbers }: Numbered, theme: Theme): readonly Piece[] {
  const said = record.statements
    .flatMap(({ anchor }, statement) => anchor.map(({ start, end }): Said => ({ start, end, statement })))
    .filter((part) => overlaps(part, block))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const cues = record.statements.flatMap(({ cue }) => cue ?? []).filter((cue) => overlaps(cue, block));
  const times = record.times.flatMap(({ anchor }) => anchor).filter((time) => overlaps(time, block));
  const inside = (at: number): boolean => at > block.start && at < block.end;
  const cuts = [...said, ...cues, ...times].flatMap(({ start, end }) => [start, end]).filter(inside);
  const edges = [...new Set([block.start, ...cuts, block.end])].sort((a, b) => a - b);

  const pieces: Piece[] = [];
  edges.forEach((from, i) => {
    const ending = said.filter(({ end }) => end === from).reverse();
    pieces.push(...ending.map(({ statement }) => piece(`›${footnote(numbers[statement])}`, voices[statement].hue)));
    if (i === edges.length - 1) return;
    const beginning = said.filter(({ start }) => start === from);
    pieces.push(...beginning.map(({ statement }) => piece("‹", voices[statement].hue, from)));
    const span = { start: from, end: edges[i + 1] };
    const innermost = said.findLast((part) => contains(part, span));
    const styles: Style[] = [
      ...(innermost ? [voices[innermost.statement].hue, theme.underline] : []),
      ...(cues.some((cue) => contains(cue, span)) ? [theme.bold] : []),
      ...(times.some((time) => contains(time, span)) ? [theme.italic] : []),
    ];
    pieces.push(piece(text.slice(span.start, span.end), styles.length > 0 ? over(styles) : undefined, from));
  });
  return pieces;
}

const over =
  (styles: readonly Style[]): Style =>
  (text) =>
    styles.reduce((dressed, style) => style(dressed), text);
