import type { Explanation } from "../explain/explanation.js";
import { type Piece, paint, piece, wrap } from "./styled.js";
import type { Theme } from "./theme.js";
import { oneLine, shortId, titleOf, unsure } from "./words.js";

/** Columns that labels stand in. */
const LABEL = 14;

/**
 * An explanation for people: the sentence with its words between ‹ and ›, a line a fact, the rule with what it does, and how sure it is;
 * `blind` leaves out the last two, for somebody who is to judge.
 */
export function explanationLines(explanation: Explanation, width: number, theme: Theme, { blind = false } = {}): string[] {
  const { id, layer, story, headline, published, sentence, facts, rule, how, confidence } = explanation;
  const title = [titleOf({ headline, lead: oneLine(sentence.text) }), published, `story ${shortId(story)}`].filter((part) => part !== null);
  const doubt = unsure(confidence);
  type Row = readonly [label: string, text: readonly Piece[]];
  const made: readonly Row[] = [
    ["rule", [piece(rule), ...(how === null ? [] : [piece(`: ${how}`, theme.dim)])]],
    ["confidence", [piece(confidence.toFixed(2)), ...(doubt === null ? [] : [piece(` · ${doubt}`, theme.warn)])]],
  ];
  const rows: readonly Row[] = [...facts.map(({ label, text }): Row => [label, [piece(text)]]), ...(blind ? [] : made)];
  return [
    ...wrap([piece(`${id} · ${layer}`, theme.bold)], width).map(paint),
    ...wrap([piece(title.map(oneLine).join(" · "), theme.dim)], width).map(paint),
    "",
    ...wrap(marked(explanation, theme), Math.max(1, width - 2)).map((line) => `  ${paint(line)}`),
    "",
    ...rows.flatMap(([label, text]) =>
      wrap(text, Math.max(1, width - LABEL)).map((line, i) => `${theme.dim((i === 0 ? label : "").padEnd(LABEL))}${paint(line)}`),
    ),
  ];
}

/** The sentence with the annotation's words between ‹ and ›. */
function marked({ sentence, words }: Explanation, theme: Theme): Piece[] {
  const pieces: Piece[] = [];
  let from = sentence.start;
  for (const { start, end } of words) {
    pieces.push(piece(sentence.text.slice(from - sentence.start, start - sentence.start)));
    pieces.push(
      piece("‹", theme.bold),
      piece(sentence.text.slice(start - sentence.start, end - sentence.start), theme.underline),
      piece("›", theme.bold),
    );
    from = end;
  }
  return [...pieces, piece(sentence.text.slice(from - sentence.start))];
}
