import { extentOf, type Story, type StoryRecord } from "../../../model/index.js";
import { creditLines, headerLines, notReadYet, tally } from "../header.js";
import { type Line, type Piece, padEnd, paint, piece, wrap } from "../styled.js";
import type { Theme } from "../theme.js";
import { type Voice, voicesOf } from "../voices.js";
import { footnote } from "../words.js";
import { type Block, blocksOf } from "./blocks.js";
import { markedPieces, type Numbered } from "./marked.js";
import { type Note, noteLines, notesOf } from "./notes.js";

/** From so many columns on, notes stand in the margin; below, under their paragraph. */
export const MARGIN_FROM = 90;

const WIDEST_TEXT = 76;
const WIDEST_MARGIN = 44;
const RULE = " │ ";

/** Regions that are read for the record; the others are shown dimmed, with what they are in the margin. */
const READ: ReadonlySet<string | null> = new Set(["headline", "caption", "paragraph"]);

/**
 * A story with its record in the margin, for a terminal of `width` columns: a header, the whole text with numbered marks, notes beside the
 * lines that they are on, and last an index of who is on record.
 */
export function showStory(story: Story, record: StoryRecord, width: number, theme: Theme): string[] {
  const numbered = { record, voices: voicesOf(record, theme), numbers: numbersOf(record) };
  return [
    // A headline that is in the text is shown there, with its marks.
    ...(story.regions.some(({ type }) => type === "headline") ? creditLines(story, width, theme) : headerLines(story, width, theme)),
    ...keyLines(record, width, theme),
    "",
    ...blocksOf(story).flatMap((block) => [...blockLines(story, block, numbered, width, theme), ""]),
    ...indexLines(numbered, width, theme),
    ...[tally(record), notReadYet(record)]
      .filter((text) => text !== "")
      .flatMap((text) => wrap([piece(text, theme.dim)], width).map(paint)),
  ];
}

/** Footnotes in the order of the text: a statement that holds another comes before it. */
function numbersOf({ statements }: StoryRecord): readonly number[] {
  const order = statements.map((_, i) => i);
  const extents = statements.map(({ anchor }) => extentOf(anchor));
  order.sort((a, b) => extents[a].start - extents[b].start || extents[b].end - extents[a].end || a - b);
  const numbers = new Array<number>(statements.length);
  order.forEach((statement, place) => {
    numbers[statement] = place + 1;
  });
  return numbers;
}

function keyLines(
  { statements, times, figures, places, events, positions, meetings, unread }: StoryRecord,
  width: number,
  theme: Theme,
): string[] {
  const parts: string[] = [];
  if (statements.length > 0) {
    parts.push(`‹words›¹ on record, ${theme.colors ? "a colour a speaker, " : ""}¹ who said them and how`);
  }
  if (times.length > 0) parts.push("◷ a time and its value");
  if (figures.length > 0) parts.push("# a figure and by whose account");
  if (places.length > 0) parts.push("◎ a place, where first named");
  if (events.length > 0) parts.push("▸ an event: who, whom, and how it stands to the facts");
  if (positions.length > 0) parts.push("± what is wanted, refused or offered, and by whom");
  if (meetings.length > 0) parts.push("∞ a meeting, who and when");
  if (unread.length > 0) parts.push("△ not understood");
  return parts.length === 0 ? [] : wrap([piece(parts.join(" · "), theme.dim)], width).map(paint);
}

function blockLines(story: Story, block: Block, numbered: Numbered, width: number, theme: Theme): string[] {
  const read = READ.has(block.type);
  const marked = markedPieces(story.text, block, numbered, theme);
  const whole = read ? (block.type === "headline" ? theme.bold : null) : theme.dim;
  const dressed = whole === null ? marked : marked.map((part) => restyled(part, whole));
  const notes = notesOf(block, numbered, theme);
  const label = read && block.type !== "caption" ? [] : [labelOf(block, theme)];
  return width >= MARGIN_FROM ? besideLines(dressed, [...label, ...notes], width, theme) : belowLines(dressed, [...label, ...notes], width);
}

/** What a block that is no paragraph is, as a note without a sign. */
const labelOf = ({ type, start }: Block, theme: Theme): Note => ({
  at: start,
  sign: piece(""),
  lines: [[piece(type === null ? "not part of the story" : type.replace("-", " "), (text) => theme.dim(theme.italic(text)))]],
});

const restyled = ({ text, style, at }: Piece, outer: (text: string) => string): Piece =>
  piece(text, style ? (words) => outer(style(words)) : outer, at);

/** Text at the left, notes at the right, each at the height of its words or, where another note stands there, right below that. */
function besideLines(text: Line, notes: readonly Note[], width: number, theme: Theme): string[] {
  const column = Math.min(WIDEST_TEXT, Math.floor((width - RULE.length) * 0.62));
  const margin = Math.min(WIDEST_MARGIN, width - RULE.length - column);
  const left = wrap(text, column);
  const right: Line[] = [];
  let beside = 0;
  for (const note of notes) {
    while (beside + 1 < left.length && startsBy(left[beside + 1], note.at)) beside++;
    while (right.length < beside) right.push([]);
    right.push(...noteLines(note, margin));
  }
  const rule = theme.dim(RULE);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    `${padEnd(left[i] ?? [], column)}${rule}${paint(right[i] ?? [])}`.trimEnd(),
  );
}

/** Whether the story's words on a line begin at an offset or before. */
const startsBy = (line: Line, offset: number): boolean => (line.find(({ at }) => at !== undefined)?.at ?? 0) <= offset;

function belowLines(text: Line, notes: readonly Note[], width: number): string[] {
  const left = wrap(text, width).map(paint);
  const below = notes.map(({ lines, ...note }) => ({
    ...note,
    lines: [lines.flatMap((line, i) => (i === 0 ? line : [piece(" · "), ...line]))],
  }));
  return [...left, ...below.flatMap((note) => noteLines(note, width - 2)).map((line) => `  ${paint(line)}`)];
}

/** Who is on record, in the order of their first statements, with the numbers of all of them: the index of the story. */
function indexLines({ voices, numbers }: Numbered, width: number, theme: Theme): string[] {
  if (voices.length === 0) return [];
  const entries = new Map<string, { readonly voice: Voice; readonly own: number[] }>();
  voices.forEach((voice, i) => {
    const entry = entries.get(voice.key) ?? { voice, own: [] };
    entries.set(voice.key, entry);
    entry.own.push(numbers[i]);
  });
  for (const { own } of entries.values()) own.sort((a, b) => a - b);
  const lines = [...entries.values()]
    .sort((a, b) => a.own[0] - b.own[0])
    .flatMap(({ voice, own }) => {
      const about = voice.about === "" ? [] : [piece(` · ${voice.about}`, theme.dim)];
      const line = [
        piece(voice.name, (text) => voice.hue(theme.bold(text))),
        ...about,
        piece(` ${own.map(footnote).join(" ")}`, voice.hue),
      ];
      return wrap(line, width - 4).map((part, i) => `${i === 0 ? "  " : "    "}${paint(part)}`);
    });
  return [theme.bold("On record"), ...lines, ""];
}
