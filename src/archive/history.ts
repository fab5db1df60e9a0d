import type { Correction, Story, StoryRecord } from "../model/index.js";
import { applyCorrections } from "./corrections/apply.js";
import { type ActorRowOf, type AnnotationRowOf, type DerivedRows, deriveRows, type UnreadRowOf } from "./derive.js";
import type { ActorRole, View } from "./schema.js";

/** A record of a story, with when it was the current one. */
export interface RecordVersion {
  readonly record: StoryRecord;
  readonly from: string;
  readonly to: string | null;
}

/** A correction, with when this archive learned of it. */
export interface KnownCorrection {
  readonly correction: Correction;
  readonly from: string;
}

interface Held {
  readonly known_from: string;
  readonly known_to: string | null;
}

/** Query rows of a story through time. Roles point to the places of `annotations` and `actors`; words are those of `DerivedRows`. */
export interface History {
  readonly annotations: readonly (AnnotationRowOf & { readonly view: View } & Held)[];
  readonly actors: readonly (ActorRowOf & { readonly view: View } & Held)[];
  readonly unread: readonly (UnreadRowOf & Held)[];
  readonly actorRoles: DerivedRows["actorRoles"];
  readonly annotationWords: DerivedRows["annotationWords"];
  readonly actorWords: DerivedRows["actorWords"];
}

/** The history of a story whose one record was not corrected: every row holds since then, in both views. */
export function firstHistory(rows: DerivedRows, from: string): History {
  const held = { known_from: from, known_to: null };
  const view: View = "both";
  return {
    ...rows,
    annotations: rows.annotations.map((row) => ({ ...row, view, ...held })),
    actors: rows.actors.map((row) => ({ ...row, view, ...held })),
    unread: rows.unread.map((row) => ({ ...row, ...held })),
  };
}

/**
 * All query rows that a story ever had: what the machine read and what it became by corrections, each with from when to when it held. A
 * row that two records (or both views) have alike is one. Derived from records and corrections alone, so it can be made anew at any time.
 */
export function historyOf(story: Story, records: readonly RecordVersion[], corrections: readonly KnownCorrection[]): History {
  const annotations = new Timeline<AnnotationRowOf, readonly Named[]>();
  const actors = new Timeline<ActorRowOf, null>();
  const unread = new Timeline<UnreadRowOf, null>();
  const instants = [
    ...new Set([...records.flatMap(({ from, to }) => [from, to ?? []].flat()), ...corrections.map(({ from }) => from)]),
  ].sort();
  for (const [i, instant] of instants.entries()) {
    const until = instants[i + 1] ?? null;
    const current = records.find(({ from, to }) => from <= instant && (to === null || to > instant))?.record;
    if (current === undefined) continue;
    const known = corrections.filter(({ from }) => from <= instant).map(({ correction }) => correction);
    const machine = deriveRows(current);
    const view = applyCorrections(story, current, known).record;
    const corrected = view === current ? null : deriveRows(view);
    annotations.add(instant, until, annotationsOf(machine), corrected && annotationsOf(corrected));
    actors.add(instant, until, actorsOf(machine), corrected && actorsOf(corrected));
    unread.add(
      instant,
      until,
      machine.unread.map((row) => ({ row, words: null, more: null })),
      null,
    );
  }
  return joined(annotations.rows(), actors.rows(), unread.rows());
}

/** An actor that an annotation names, by its id. */
interface Named {
  readonly id: string;
  readonly role: ActorRole;
}

interface Item<Row, More> {
  readonly row: Row;
  readonly words: string | null;
  readonly more: More;
}

const annotationsOf = ({ annotations, annotationWords, actorRoles, actors }: DerivedRows): Item<AnnotationRowOf, readonly Named[]>[] => {
  const named = annotations.map((): Named[] => []);
  for (const { annotation, actor, role } of actorRoles) named[annotation].push({ id: actors[actor].id, role });
  return annotations.map((row, i) => ({ row, words: annotationWords[i], more: named[i] }));
};

const actorsOf = ({ actors, actorWords }: DerivedRows): Item<ActorRowOf, null>[] =>
  actors.map((row, i) => ({ row, words: actorWords[i], more: null }));

type Stretch<Row, More> = Item<Row, More> & { readonly view: View; readonly known_from: string; known_to: string | null };

/** Rows through time: a row that goes on from one instant to the next is one stretch. */
class Timeline<Row extends object, More> {
  readonly #stretches: Stretch<Row, More>[] = [];
  #open = new Map<string, Stretch<Row, More>>();

  /** What holds from one instant until another; nothing corrected: both views are the machine's. */
  add(from: string, until: string | null, machine: readonly Item<Row, More>[], corrected: readonly Item<Row, More>[] | null): void {
    const before = this.#open;
    this.#open = new Map();
    const seen = new Map<string, number>();
    for (const [view, item] of bothViews(machine, corrected)) {
      const content = `${view} ${JSON.stringify(item.row)} ${JSON.stringify(item.more)}`;
      const times = seen.get(content) ?? 0;
      seen.set(content, times + 1);
      // One row can stand in a record twice (an unread sentence with two reasons cut alike).
      const key = `${content} ${times}`;
      const going = before.get(key);
      const stretch = going?.known_to === from ? going : { ...item, view, known_from: from, known_to: until };
      if (stretch === going) stretch.known_to = until;
      else this.#stretches.push(stretch);
      this.#open.set(key, stretch);
    }
  }

  rows(): readonly Stretch<Row, More>[] {
    return this.#stretches;
  }
}

function* bothViews<Row, More>(
  machine: readonly Item<Row, More>[],
  corrected: readonly Item<Row, More>[] | null,
): Iterable<readonly [View, Item<Row, More>]> {
  if (corrected === null) {
    for (const item of machine) yield ["both", item];
    return;
  }
  const name = (item: Item<Row, More>): string => JSON.stringify([item.row, item.more]);
  const shared = new Set(corrected.map(name));
  for (const item of machine) {
    const alike = name(item);
    yield [shared.has(alike) ? "both" : "machine", item];
  }
  const read = new Set(machine.map(name));
  for (const item of corrected) if (!read.has(name(item))) yield ["corrected", item];
}

function joined(
  annotations: readonly Stretch<AnnotationRowOf, readonly Named[]>[],
  actors: readonly Stretch<ActorRowOf, null>[],
  unread: readonly Stretch<UnreadRowOf, null>[],
): History {
  const byId = new Map<string, number[]>();
  for (const [i, { row }] of actors.entries()) byId.set(row.id, [...(byId.get(row.id) ?? []), i]);
  return {
    annotations: annotations.map(({ row, view, known_from, known_to }) => ({ ...row, view, known_from, known_to })),
    actors: actors.map(({ row, view, known_from, known_to }) => ({ ...row, view, known_from, known_to })),
    unread: unread.map(({ row, known_from, known_to }) => ({ ...row, known_from, known_to })),
    actorRoles: annotations.flatMap((stretch, annotation) =>
      stretch.more.flatMap(({ id, role }) =>
        (byId.get(id) ?? []).filter((actor) => together(stretch, actors[actor])).map((actor) => ({ annotation, actor, role })),
      ),
    ),
    annotationWords: annotations.map(({ words }) => words),
    actorWords: actors.map(({ words }) => words ?? ""),
  };
}

/** Whether two rows are ever seen together: in one view, at one instant. */
function together(a: Held & { readonly view: View }, b: Held & { readonly view: View }): boolean {
  if (a.view !== b.view && a.view !== "both" && b.view !== "both") return false;
  return (b.known_to === null || a.known_from < b.known_to) && (a.known_to === null || b.known_from < a.known_to);
}
