import { LAYERS, leadOf, type Story, type StoryRecord } from "../../model/index.js";
import { count } from "./count.js";
import { paint, piece, wrap } from "./styled.js";
import type { Theme } from "./theme.js";
import { oneLine, shortId, titleOf } from "./words.js";

/** Headline, and below it who published the story where and when: never wider than `width` columns. */
export function headerLines(story: Story, width: number, theme: Theme): string[] {
  const headline = titleOf({ headline: story.headline, lead: leadOf(story) });
  return [...wrap([piece(headline, theme.bold)], width).map(paint), ...creditLines(story, width, theme)];
}

export const creditLines = (story: Story, width: number, theme: Theme): string[] =>
  wrap([piece(creditOf(story), theme.dim)], width).map(paint);

/** "AFP · Lomé · published 2027-03-08 (text) · story 8c1f22d0". */
export function creditOf({ id, outlet, agency, datelinePlace, bylines, published, updated }: Story): string {
  return [
    outlet,
    agency === outlet ? null : agency,
    datelinePlace,
    bylines.length === 0 ? null : `by ${bylines.join(", ")}`,
    published === null ? "no date of publication" : `published ${published.value} (${FROM[published.from]})`,
    updated === null ? null : `updated ${updated.value}`,
    `story ${shortId(id)}`,
  ]
    .filter((part) => part !== null)
    .map(oneLine)
    .join(" · ");
}

const FROM = { metadata: "metadata", text: "in the text", option: "as given" } as const;

/** "14 statements · 6 actors · 9 times · 3 figures · 5 places · 7 events · 4 positions · 2 meetings · 1 sentence unread". */
export const tally = ({ statements, actors, times, figures, places, events, positions, meetings, unread }: StoryRecord): string =>
  [
    count(statements.length, "statement"),
    count(actors.length, "actor"),
    count(times.length, "time"),
    count(figures.length, "figure"),
    count(places.length, "place"),
    count(events.length, "event"),
    count(positions.length, "position"),
    count(meetings.length, "meeting"),
    ...(unread.length > 0 ? [`${count(unread.length, "sentence")} unread`] : []),
  ].join(" · ");

/** "Not read yet: figures, places, …": what an empty list says nothing about. Empty where all layers are read. */
export function notReadYet({ coverage }: StoryRecord): string {
  const missing = LAYERS.filter((layer) => coverage[layer] !== "read");
  return missing.length === 0 ? "" : `Not read yet: ${missing.join(", ")}`;
}
