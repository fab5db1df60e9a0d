import type { StoryRecord } from "../../../src/model/index.js";

/** Layers as a story shows them: those that mark words of the text, in the order of their keys 1 to 8. */
export const LAYERS = [
  { name: "statements", one: "Statement", sign: "“" },
  { name: "events", one: "Event", sign: "!" },
  { name: "positions", one: "Position", sign: "±" },
  { name: "figures", one: "Figure", sign: "#" },
  { name: "meetings", one: "Meeting", sign: "&" },
  { name: "times", one: "Time", sign: "@" },
  { name: "places", one: "Place", sign: "◇" },
  { name: "actors", one: "Actor", sign: "*" },
] as const;

export type LayerName = (typeof LAYERS)[number]["name"];

/** Shown unless the reader wants others: what somebody looks for in a story. The rest is a key away. */
export const SHOWN_FIRST: readonly LayerName[] = ["statements", "events", "positions", "figures", "meetings"];

/** One annotation of a record with its place in the text, as the page walks through them. */
export interface Entry {
  readonly id: string;
  readonly layer: LayerName;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** All annotations in text order; of two that begin together the longer first. An actor stands at all its mentions, pronouns left out. */
export function entriesOf(record: StoryRecord): readonly Entry[] {
  const entries = LAYERS.flatMap(({ name }): Entry[] =>
    name === "actors"
      ? record.actors.map(({ id, mentions }) => ({
          id,
          layer: name,
          spans: mentions.filter(({ form }) => form !== "pronoun").map(({ quote }) => quote),
        }))
      : record[name].map(({ id, anchor }) => ({ id, layer: name, spans: anchor })),
  ).filter(({ spans }) => spans.length > 0);
  return entries.sort((a, b) => a.spans[0].start - b.spans[0].start || endOf(b) - endOf(a));
}

const endOf = ({ spans }: Entry): number => spans[spans.length - 1].end;
