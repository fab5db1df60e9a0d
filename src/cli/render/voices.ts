import type { Actor, Statement, StoryRecord } from "../../model/index.js";
import type { Style, Theme } from "./theme.js";
import { wordsOn } from "./words.js";

/** One who is on record in a story, as it is shown: the same for all statements of one speaker. */
export interface Voice {
  /** What makes two statements one voice: the actors' ids, or the words of an unnamed source. */
  readonly key: string;
  /** "Kodjo Amegnignan", "Washington and NATO", "a senior official (unnamed)", "unknown source". */
  readonly name: string;
  /** Role and side as the story shows them: "Togolese Foreign Minister, TGO". Empty where it shows none. */
  readonly about: string;
  readonly hue: Style;
}

/** The voice of each statement of a record, in the order of its statements. Hues go by the first statement of each. */
export function voicesOf({ actors, statements }: StoryRecord, theme: Theme): readonly Voice[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const known = new Map<string, Voice>();
  return statements.map((statement) => {
    const { key, name, about } = voiceOf(statement, byId);
    const voice = known.get(key) ?? { key, name, about, hue: key === "unknown" ? theme.dim : theme.hue(known.size) };
    known.set(key, voice);
    return voice;
  });
}

function voiceOf({ speaker, speakerSpan }: Statement, actors: ReadonlyMap<string, Actor>): Omit<Voice, "hue"> {
  if (speaker.kind === "unknown") return { key: "unknown", name: "unknown source", about: speaker.reason };
  if (speaker.kind === "unnamed") {
    const words = speakerSpan === null ? "somebody" : wordsOn(speakerSpan);
    return { key: `unnamed ${words.toLowerCase()}`, name: `${words} (unnamed)`, about: "" };
  }
  const ids = [speaker.actor, ...speaker.joint];
  const named = ids.flatMap((id) => actors.get(id) ?? []);
  const alone = named.length === 1 ? aboutActor(named[0], actors) : "";
  return { key: ids.join(" "), name: joinNames(named.map(({ name }) => name)), about: alone };
}

/** "A", "A and B", "A, B and C". */
export const joinNames = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;

function aboutActor({ role, affiliation, country, name, kind }: Actor, actors: ReadonlyMap<string, Actor>): string {
  const side = affiliation === null ? null : (actors.get(affiliation)?.name ?? null);
  // A state's code says nothing that its name does not.
  const parts = [role, side === name ? null : side, kind === "state" ? null : country];
  return parts.filter((part) => part !== null && part !== "").join(", ");
}
