import type { CheckResult, FoundWords, LookedInto, StatementRow } from "../../archive/index.js";
import { extentOf, type Span } from "../../model/index.js";
import { count } from "./count.js";
import type { InStory } from "./lists/list.js";
import { speakerName } from "./lists/statements.js";
import { type Line, paint, piece, wrap } from "./styled.js";
import type { Theme } from "./theme.js";
import { wordDiff } from "./word-diff.js";
import { oneLine, shortId, titleOf, unsure, wordsOn } from "./words.js";

/** What is shown of the story that words stand in. */
export interface Cited {
  readonly text: string;
  readonly agency: string | null;
}

/**
 * The answer to "are these words on record?": the verdict, where they stand first and where they are denied, then each place. `cited` gives the
 * story of each exact place; `by` is who was asked about.
 */
export function checkLines(
  result: CheckResult,
  cited: ReadonlyMap<string, Cited>,
  width: number,
  theme: Theme,
  by: string | null = null,
): string[] {
  const { verdict, exact, altered, suggestions, looked } = result;
  const wrapped = (text: string): string[] => wrap([piece(text)], width).map(paint);
  const section = (head: string, entries: readonly (readonly string[])[]): string[] =>
    entries.length === 0 ? [] : [head, "", ...entries.flatMap((entry) => [...entry, ""])];
  const style = verdict === "verbatim" ? theme.good : verdict === "not found" ? theme.bold : theme.warn;
  return [
    ...wrapped(VERDICT_LINES[verdict](result, by)).map((line) => theme.bold(style(line))),
    ...indented([...accountsLine(result, theme), ...firstLine(result), ...denialLines(result, theme)], width),
    ...(verdict === "not found" ? [] : [""]),
    ...exact.flatMap((place) => [...exactLines(place, cited.get(place.story), width, theme), ""]),
    ...section(
      theme.bold(theme.warn(`On record in other words: ${count(altered.length, "place")}`)) +
        theme.dim("   [-asked-] {+on record+}, (-…-) (+…+) where “…” or [ ] owns up to it"),
      altered.map((place) => alteredLines(place, width, theme)),
    ),
    ...(suggestions.length > 0 && verdict === "not found" ? [""] : []),
    ...section(
      theme.bold("Perhaps the same in other words; only the rarer words are shared, so read before you rely on it:"),
      suggestions.map((statement) =>
        indented([[piece(wordsOn(statement.content))], whoLine(statement, theme), sourceLine(statement, theme)], width),
      ),
    ),
    ...wrapped(`Looked in ${lookedWords(looked)}.`).map(theme.dim),
  ];
}

const VERDICT_LINES: { readonly [V in CheckResult["verdict"]]: (result: CheckResult, by: string | null) => string } = {
  verbatim: ({ exact, complete }, by) => {
    const more = complete ? "" : " and more";
    if (by === null) return `On record in these words: ${count(exact.length, "place")}${more}`;
    const own = exact.filter(({ relation, denied }) => relation === "own" && !denied).length;
    const others = exact.length - own;
    return `On record in these words by “${by}”: ${count(own, "place")}${more}${others > 0 ? `; elsewhere: ${count(others, "place")}` : ""}`;
  },
  quoted: (_, by) => `On record ${by === null ? "" : `for “${by}” `}only inside another's words`,
  altered: (_, by) => `Not on record in these words${by === null ? "" : ` by “${by}”`}, but nearly so`,
  another: (_, by) => (by === null ? "On record for others" : `Not on record for “${by}”, but for others`),
  story: ({ exact }) =>
    exact.length > 0
      ? `These words stand in ${exact.length === 1 ? "a story" : "stories"}, but no statement that was read holds them`
      : "Words near these stand in stories, but no statement that was read holds them",
  denied: () => "On record as denied, and only so",
  "not found": ({ looked }) => `Not found in ${lookedWords(looked)}`,
};

/** "11 stories of 2027-03-08 to 2027-03-13 (AFP 2, AP 1)": what "not found" is worth. */
function lookedWords({ stories, first, last, undated, outlets, moreOutlets, unnamed }: LookedInto): string {
  const dates = first === null ? "" : first === last ? ` of ${first}` : ` of ${first} to ${last}`;
  const from = [
    ...outlets.map(({ name, stories: n }) => `${oneLine(name)} ${n}`),
    ...(moreOutlets > 0 ? [`${moreOutlets} more`] : []),
    ...(unnamed > 0 ? [`no outlet named ${unnamed}`] : []),
    ...(undated > 0 && first !== null ? [`undated ${undated}`] : []),
  ];
  return `${count(stories, "story", "stories")}${dates}${from.length > 0 && stories > 0 ? ` (${from.join(", ")})` : ""}`;
}

/** How many tell of it, copies folded; nothing for a story that stands alone, which is seen. */
function accountsLine({ accounts }: CheckResult, theme: Theme): Line[] {
  if (accounts === null) return [];
  const { stories, independent } = accounts;
  if (independent > 1) return [[piece(`${independent} independent accounts in ${count(stories, "story", "stories")}`)]];
  return [[piece(stories === 1 ? "single source" : `single source: ${stories} stories, copies or versions of one`, theme.warn)]];
}

/** Where the words stand first, when they stand in more than one place. */
function firstLine({ first, exact }: CheckResult): Line[] {
  if (first === null || exact.length < 2) return [];
  const { published, outlet, agency, story } = first;
  return [[piece(`first in ${[outlet ?? agency, published ?? "undated", shortId(story)].filter((part) => part !== null).join(" · ")}`)]];
}

/** Where they are denied, and whether that came after they were first told. */
function denialLines({ exact, altered }: CheckResult, theme: Theme): Line[] {
  const places = [...exact, ...altered];
  const told = places.flatMap(({ denied, published }) => (denied || published === null ? [] : [published])).sort();
  return places
    .filter(({ denied }) => denied)
    .map(({ published, statements, story }) => {
      const later = published !== null && told.length > 0 && published > told[0];
      const who = statements.find(({ denied }) => denied);
      const name = who === undefined ? "" : ` by ${speakerName(who)}`;
      return [piece(`${later ? "later denied" : "denied"}${name} · ${published ?? "undated"} · ${shortId(story)}`, theme.warn)];
    });
}

function exactLines(place: FoundWords, cited: Cited | undefined, width: number, theme: Theme): string[] {
  const context = cited === undefined ? [piece(wordsOn(place.words))] : contextLine(cited.text, extentOf(place.words), theme);
  return indented([context, ...whoLines(place, theme), sourceLine(place, theme)], width);
}

function alteredLines(place: FoundWords, width: number, theme: Theme): string[] {
  const changes = wordDiff(place.differences, theme);
  const turns: Line[] = place.turns.map((turn) => [piece(`a ${turn} differs: read the whole sentence`, theme.warn)]);
  return indented([[piece(wordsOn(place.words))], changes, ...turns, ...whoLines(place, theme), sourceLine(place, theme)], width);
}

/** The innermost speaker, then through whom it was told. */
function whoLines({ statements }: FoundWords, theme: Theme): Line[] {
  const [innermost, ...outer] = statements;
  if (innermost === undefined)
    return [[piece("the story itself", theme.bold), piece(" · no statement that was read holds the words", theme.dim)]];
  return [whoLine(innermost, theme), ...outer.map((statement) => [piece("as told by ", theme.dim), ...whoLine(statement, theme)])];
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
