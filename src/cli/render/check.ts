import type { AlteredWords, CheckResult, ExactWords, StatementRow } from "../../archive/index.js";
import { extentOf, type Span } from "../../model/index.js";
import { count } from "./count.js";
import type { InStory } from "./lists/list.js";
import { speakerName } from "./lists/statements.js";
import { type Line, paint, piece, wrap } from "./styled.js";
import type { Theme } from "./theme.js";
import { oneLine, shortId, titleOf, unsure, wordsOn } from "./words.js";

/** What is shown of the story that words stand in. */
export interface Cited {
  readonly text: string;
  readonly agency: string | null;
}

/** The answer to "are these words on record?". `cited` gives the story of each exact place. */
export function checkLines(result: CheckResult, cited: ReadonlyMap<string, Cited>, width: number, theme: Theme): string[] {
  const { exact, complete, altered, storiesLooked } = result;
  const looked = `Looked in ${count(storiesLooked, "story", "stories")}.`;
  if (exact.length === 0 && altered.length === 0) return [theme.bold("Not on record."), theme.dim(looked)];
  return [
    exact.length === 0
      ? theme.bold("Not on record in these words.")
      : theme.bold(theme.good(`On record in these words: ${count(exact.length, "place")}${complete ? "" : " and more"}`)),
    "",
    ...exact.flatMap((place) => [...exactLines(place, cited.get(place.story), width, theme), ""]),
    ...(altered.length === 0
      ? []
      : [
          theme.bold(theme.warn(`On record in other words: ${count(altered.length, "statement")}`)) +
            theme.dim("   [-asked-] {+on record+}"),
          "",
          ...altered.flatMap((near) => [...alteredLines(near, width, theme), ""]),
        ]),
    theme.dim(looked),
  ];
}

function exactLines(place: ExactWords, cited: Cited | undefined, width: number, theme: Theme): string[] {
  const { words, statements } = place;
  const [innermost, ...outer] = statements;
  const who: Line =
    innermost === undefined
      ? [piece("the story itself", theme.bold), piece(" · no statement that was read holds the words", theme.dim)]
      : whoLine(innermost, theme);
  const through: Line[] = outer.map((statement) => [piece("as told by ", theme.dim), ...whoLine(statement, theme)]);
  const context = cited === undefined ? [piece(wordsOn(words))] : contextLine(cited.text, extentOf(words), theme);
  return indented([context, who, ...through, sourceLine(place, theme)], width);
}

function alteredLines({ statement, words, differences }: AlteredWords, width: number, theme: Theme): string[] {
  const changes = differences.flatMap(({ kind, words: changed }): Line => {
    const text = changed.join(" ");
    if (kind === "same") return [piece(`${text} `)];
    return kind === "missing" ? [piece(`[-${text}-]`, theme.bad), piece(" ")] : [piece(`{+${text}+}`, theme.good), piece(" ")];
  });
  return indented([[piece(wordsOn(words))], changes, whoLine(statement, theme), sourceLine(statement, theme)], width);
}

/** "Kodjo Amegnignan · Togolese Foreign Minister · “said” · direct". */
function whoLine(statement: StatementRow, theme: Theme): Line {
  const { speaker, cue, mode, class: kind, denied, confidence } = statement;
  const about = speaker.kind === "actor" ? speaker.actor.role : speaker.kind === "unknown" ? speaker.reason : null;
  const rest = [
    about,
    cue && `“${wordsOn(cue)}”`,
    mode,
    kind === "attitude" ? "attitude" : null,
    denied ? "denial" : null,
    unsure(confidence),
  ].filter((part) => part !== null);
  return [piece(speakerName(statement), theme.bold), piece(` · ${rest.join(" · ")}`)];
}

function sourceLine({ story, headline, lead, published, outlet, agency }: InStory, theme: Theme): Line {
  const parts = [titleOf({ headline, lead }), outlet ?? agency, published ?? "undated", shortId(story)].filter((part) => part !== null);
  return [piece(parts.map(oneLine).join(" · "), theme.dim)];
}

/** Code units of the story on each side of the words. */
const CONTEXT = 90;

/** The words between their neighbours in the story, as far as the paragraph goes. */
function contextLine(text: string, { start, end }: Span, theme: Theme): Line {
  const paragraphStart = text.lastIndexOf("\n", start - 1) + 1;
  const paragraphEnd = text.indexOf("\n", end) < 0 ? text.length : text.indexOf("\n", end);
  const from = start - paragraphStart > CONTEXT ? text.indexOf(" ", start - CONTEXT) + 1 : paragraphStart;
  const to = paragraphEnd - end > CONTEXT ? text.lastIndexOf(" ", end + CONTEXT) : paragraphEnd;
  return [
    piece(`${from > paragraphStart ? "… " : ""}${text.slice(Math.min(from, start), start)}`, theme.dim),
    piece("‹", theme.good),
    piece(text.slice(start, end), theme.good),
    piece("›", theme.good),
    piece(`${text.slice(end, Math.max(to, end))}${to < paragraphEnd ? " …" : ""}`, theme.dim),
  ];
}

/** Lines wrapped with two columns before them, and four before what goes on. */
const indented = (lines: readonly Line[], width: number): string[] =>
  lines.flatMap((line) => wrap(line, width - 4).map((part, i) => `${i === 0 ? "  " : "    "}${paint(part)}`.trimEnd()));
