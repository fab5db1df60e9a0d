import {
  type Actor,
  type Anchor,
  type Event,
  extentOf,
  type Figure,
  type LAYERS,
  type Meeting,
  type Position,
  type Statement,
  type Story,
  type StoryRecord,
  wordsOfAnchor,
} from "../model/index.js";
import { alignWhole, type Difference } from "./align.js";
import { type Turn, turnsOf } from "./find.js";
import { fold, stem } from "./fold.js";
import { pairUp } from "./pairs.js";
import { isFunctionWord, markedWordsOf } from "./words.js";

/** A story with its record, as versions are compared. */
export interface Version {
  readonly story: Story;
  readonly record: StoryRecord;
}

/** One thing about an annotation that is not the same in both versions, in words for people; null where a version does not tell. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Which way: figures are "raised" or "lowered", dates "later" or "earlier". Null where there is no way to tell. */
  readonly way: "raised" | "lowered" | "later" | "earlier" | null;
  /** Of words, what differs, as folded words: "missing" is gone, "added" is new. Empty for other fields. */
  readonly differences: readonly Difference[];
  readonly turns: readonly Turn[];
}

/** Layers that are compared. Times and places are told by what they belong to. */
export const DIFFED = ["title", "statements", "figures", "positions", "meetings", "events", "actors"] as const;
export type DiffedLayer = (typeof DIFFED)[number] & ("title" | (typeof LAYERS)[number]);

/** A line of the record that only one version has, or that both have but not alike. */
export interface Change {
  readonly layer: DiffedLayer;
  readonly kind: "new" | "gone" | "changed";
  /** Whose it is, in words: a speaker, a holder, the parties of a meeting. Null where nobody's. */
  readonly whose: string | null;
  /** The words, in the later version where it has them. */
  readonly words: string;
  /** Ids of the annotation in the earlier and the later version. The title has none. */
  readonly before: string | null;
  readonly after: string | null;
  /** Empty unless "changed". */
  readonly fields: readonly FieldChange[];
}

/**
 * What changed in the record from one version of a story to the next: by layer, as the text goes. Where lines stand in the text makes no
 * difference, nor do case, punctuation and quotation marks. A story compared with itself has no changes.
 */
export function diffRecords(before: Version, after: Version): readonly Change[] {
  return [
    ...titleChanges(before.story, after.story),
    ...layerChanges(STATEMENTS, before.record, after.record),
    ...layerChanges(FIGURES, before.record, after.record),
    ...layerChanges(POSITIONS, before.record, after.record),
    ...layerChanges(MEETINGS, before.record, after.record),
    ...layerChanges(EVENTS, before.record, after.record),
    ...layerChanges(ACTORS, before.record, after.record),
  ];
}

function titleChanges(before: Story, after: Story): readonly Change[] {
  const anchor = (title: string | null): Anchor => [{ start: 0, end: title?.length ?? 0, exact: title ?? "" }];
  const change = wordsChange("title", anchor(before.headline), anchor(after.headline));
  if (change.length === 0) return [];
  const kind = before.headline === null ? "new" : after.headline === null ? "gone" : "changed";
  const words = after.headline ?? before.headline ?? "";
  return [{ layer: "title", kind, whose: null, words, before: null, after: null, fields: kind === "changed" ? change : [] }];
}

/** How the annotations of a layer are compared. Names stand for ids, which are another in each story. */
interface Comparison<Annotation extends { readonly id: string }> {
  readonly layer: DiffedLayer;
  readonly of: (record: StoryRecord) => readonly Annotation[];
  readonly whose: (annotation: Annotation, named: Names) => string | null;
  readonly words: (annotation: Annotation) => string;
  /** How surely two annotations tell of one thing; 0: they do not. Higher goes first, whatever the number. */
  readonly likeness: (a: Annotation, b: Annotation, inA: Names, inB: Names) => number;
  readonly fields: (a: Annotation, b: Annotation, inA: Names, inB: Names) => readonly FieldChange[];
}

/** The name of an actor of one record. */
type Names = (id: string | null) => string | null;

const namesOf = ({ actors }: StoryRecord): Names => {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
};

function layerChanges<A extends { readonly id: string }>(
  { layer, of, whose, words, likeness, fields }: Comparison<A>,
  before: StoryRecord,
  after: StoryRecord,
): readonly Change[] {
  const [inBefore, inAfter] = [namesOf(before), namesOf(after)];
  const { pairs, left, right } = pairUp(of(before), of(after), (a, b) => likeness(a, b, inBefore, inAfter));
  const changed = pairs.flatMap(([a, b]): Change[] => {
    const list = fields(a, b, inBefore, inAfter);
    if (list.length === 0) return [];
    return [{ layer, kind: "changed", whose: whose(b, inAfter), words: words(b), before: a.id, after: b.id, fields: list }];
  });
  const gone = left.map(
    (a): Change => ({
      layer,
      kind: "gone",
      whose: whose(a, inBefore),
      words: words(a),
      before: a.id,
      after: null,
      fields: [],
    }),
  );
  const fresh = right.map(
    (b): Change => ({
      layer,
      kind: "new",
      whose: whose(b, inAfter),
      words: words(b),
      before: null,
      after: b.id,
      fields: [],
    }),
  );
  return [...changed, ...gone, ...fresh];
}

const STATEMENTS: Comparison<Statement> = {
  layer: "statements",
  of: ({ statements }) => inOrder(statements),
  whose: speakerOf,
  words: ({ anchor }) => wordsOfAnchor(anchor),
  // The same words by another are one statement that changed its speaker; by the same speaker they go first.
  likeness: (a, b, inA, inB) => {
    const words = sameWords(a.anchor, b.anchor);
    return words === 0 ? 0 : words + (sameName(speakerOf(a, inA), speakerOf(b, inB)) ? 0.1 : 0) + (a.cueLemma === b.cueLemma ? 0.05 : 0);
  },
  fields: (a, b, inA, inB) => [
    ...wordsChange("words", a.anchor, b.anchor),
    ...(sameName(speakerOf(a, inA), speakerOf(b, inB)) ? [] : valueChange("speaker", speakerOf(a, inA), speakerOf(b, inB))),
    ...valueChange("cue", a.cueLemma, b.cueLemma),
    ...valueChange("mode", a.mode, b.mode),
    ...valueChange("denied", String(a.denied), String(b.denied)),
  ],
};

function speakerOf({ speaker, speakerSpan }: Statement, named: Names): string | null {
  if (speaker.kind === "actor") return [speaker.actor, ...speaker.joint].flatMap((id) => named(id) ?? []).join(", ");
  return speakerSpan === null ? null : wordsOfAnchor(speakerSpan);
}

const FIGURES: Comparison<Figure> = {
  layer: "figures",
  of: ({ figures }) => inOrder(figures),
  whose: ({ by }, named) => named(by),
  words: ({ anchor, unit }) => `${wordsOfAnchor(anchor)} (${unit})`,
  likeness: (a, b, inA, inB) => {
    const unit = overlapOf(stemsOf(a.unit), stemsOf(b.unit));
    if (unit < 0.5) return 0;
    const sameValue = String(a.value) === String(b.value);
    return unit + (sameValue ? 1 : 0) + (sameName(inA(a.by), inB(b.by)) ? 0.3 : 0) + (sameName(inA(a.of), inB(b.of)) ? 0.3 : 0);
  },
  fields: (a, b, inA, inB) => [
    ...valueChange("value", figureOf(a), figureOf(b), middleOf(b) > middleOf(a) ? "raised" : middleOf(b) < middleOf(a) ? "lowered" : null),
    ...(sameName(inA(a.by), inB(b.by)) ? [] : valueChange("account", inA(a.by), inB(b.by))),
    ...(sameName(inA(a.of), inB(b.of)) ? [] : valueChange("of", inA(a.of), inB(b.of))),
    ...dateChange("as of", a.asOf, b.asOf),
  ],
};

const figureOf = ({ value, bound }: Figure): string =>
  `${bound === null ? "" : `${bound.replace("_", " ")} `}${typeof value === "number" ? value : value.join(" to ")}`;
const middleOf = ({ value }: Figure): number => (typeof value === "number" ? value : (value[0] + value[1]) / 2);

const POSITIONS: Comparison<Position> = {
  layer: "positions",
  of: ({ positions }) => inOrder(positions),
  whose: ({ holder }, named) => named(holder),
  words: ({ anchor, stance }) => `${stance}: ${wordsOfAnchor(anchor)}`,
  likeness: (a, b, inA, inB) => {
    if (!sameName(inA(a.holder), inB(b.holder))) return 0;
    const issue = overlapOf(stemsOf(wordsOfAnchor(a.anchor)), stemsOf(wordsOfAnchor(b.anchor)));
    return issue < 0.5 ? 0 : issue + (a.stance === b.stance ? 0.5 : 0);
  },
  fields: (a, b, inA, inB) => [
    ...valueChange("stance", a.stance, b.stance),
    ...wordsChange("issue", a.anchor, b.anchor),
    ...(sameName(inA(a.toward), inB(b.toward)) ? [] : valueChange("toward", inA(a.toward), inB(b.toward))),
    ...anchorChange("condition", a.condition, b.condition),
  ],
};

const partiesOf = (ids: readonly string[], named: Names): readonly string[] => ids.flatMap((id) => named(id) ?? []);

const MEETINGS: Comparison<Meeting> = {
  layer: "meetings",
  of: ({ meetings }) => inOrder(meetings),
  whose: ({ participants }, named) => partiesOf(participants, named).join(", ") || null,
  words: ({ anchor }) => wordsOfAnchor(anchor),
  likeness: (a, b, inA, inB) => {
    const parties = overlapOf(namesSet(partiesOf(a.participants, inA)), namesSet(partiesOf(b.participants, inB)));
    const words = overlapOf(stemsOf(wordsOfAnchor(a.anchor)), stemsOf(wordsOfAnchor(b.anchor)));
    const score = parties + words + (a.date !== null && a.date === b.date ? 0.5 : 0) + (a.status === b.status ? 0.1 : 0);
    return score < 1 ? 0 : score;
  },
  fields: (a, b, inA, inB) => [
    ...dateChange("date", a.date, b.date),
    ...valueChange("status", a.status, b.status),
    ...anchorChange("place", a.place, b.place),
    ...anchorChange("outcome", a.outcome, b.outcome),
    ...namesChange("participants", partiesOf(a.participants, inA), partiesOf(b.participants, inB)),
  ],
};

const EVENTS: Comparison<Event> = {
  layer: "events",
  of: ({ events }) => inOrder(events),
  whose: ({ actors }, named) => partiesOf(actors, named).join(", ") || null,
  words: ({ anchor, type }) => `${type}: ${wordsOfAnchor(anchor)}`,
  likeness: (a, b, inA, inB) => {
    if (a.type !== b.type) return 0;
    const words = overlapOf(stemsOf(wordsOfAnchor(a.anchor)), stemsOf(wordsOfAnchor(b.anchor)));
    const actors = overlapOf(namesSet(partiesOf(a.actors, inA)), namesSet(partiesOf(b.actors, inB)));
    const recipients = overlapOf(namesSet(partiesOf(a.recipients, inA)), namesSet(partiesOf(b.recipients, inB)));
    const score = words + 0.5 * actors + 0.5 * recipients + (a.date === b.date ? 0.1 : 0) + (a.status === b.status ? 0.1 : 0);
    return words === 0 && actors + recipients < 2 ? 0 : score;
  },
  fields: (a, b, inA, inB) => [
    ...valueChange("status", a.status, b.status),
    ...dateChange("date", a.date, b.date),
    ...anchorChange("place", a.place, b.place),
    ...namesChange("actors", partiesOf(a.actors, inA), partiesOf(b.actors, inB)),
    ...namesChange("recipients", partiesOf(a.recipients, inA), partiesOf(b.recipients, inB)),
  ],
};

const ACTORS: Comparison<Actor> = {
  layer: "actors",
  // Groups are what their words say ("11 fishermen"); what changed in them shows in figures and events.
  of: ({ actors }) => actors.filter(({ kind }) => kind !== "group"),
  whose: () => null,
  words: ({ name }) => name,
  likeness: (a, b) => {
    if (a.kind !== b.kind || !sameName(a.name, b.name)) return 0;
    return overlapOf(new Set(fold(a.name)), new Set(fold(b.name))) + (a.role === b.role ? 0.1 : 0);
  },
  fields: (a, b) => [...foldedChange("role", a.role, b.role), ...valueChange("country", a.country, b.country)],
};

const inOrder = <A extends { readonly anchor: Anchor }>(list: readonly A[]): readonly A[] =>
  [...list].sort((a, b) => extentOf(a.anchor).start - extentOf(b.anchor).start);

const field = (name: string, from: string | null, to: string | null, more: Partial<FieldChange> = {}): FieldChange => ({
  field: name,
  from,
  to,
  way: null,
  differences: [],
  turns: [],
  ...more,
});

const valueChange = (name: string, from: string | null, to: string | null, way: FieldChange["way"] = null): readonly FieldChange[] =>
  from === to ? [] : [field(name, from, to, { way })];

/** A date that one version does not give, or gives shorter, is neither later nor earlier. */
function dateChange(name: string, from: string | null, to: string | null): readonly FieldChange[] {
  const comparable = from !== null && to !== null && !from.startsWith(to) && !to.startsWith(from);
  return valueChange(name, from, to, comparable ? (to > from ? "later" : "earlier") : null);
}

function wordsChange(name: string, from: Anchor, to: Anchor): readonly FieldChange[] {
  const { differences } = alignWhole(markedWordsOf(from), markedWordsOf(to));
  if (differences.every(({ kind }) => kind === "same")) return [];
  return [field(name, wordsOfAnchor(from), wordsOfAnchor(to), { differences, turns: turnsOf(differences) })];
}

const foldedChange = (name: string, from: string | null, to: string | null): readonly FieldChange[] =>
  fold(from ?? "").join(" ") === fold(to ?? "").join(" ") ? [] : [field(name, from, to)];

const anchorChange = (name: string, from: Anchor | null, to: Anchor | null): readonly FieldChange[] =>
  foldedChange(name, from && wordsOfAnchor(from), to && wordsOfAnchor(to));

function namesChange(name: string, from: readonly string[], to: readonly string[]): readonly FieldChange[] {
  const known = (one: string, list: readonly string[]): boolean => list.some((other) => sameName(one, other));
  if (from.every((one) => known(one, to)) && to.every((one) => known(one, from))) return [];
  return [field(name, from.join(", ") || null, to.join(", ") || null)];
}

/** "Ana Lund" and "Lund"; nobody and nobody. */
function sameName(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  const [one, other] = [new Set(fold(a)), new Set(fold(b))];
  return overlapOf(one, other) === 1;
}

const namesSet = (names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => fold(name).at(-1) ?? name));

/** What of the smaller set is in the larger, 0 to 1; 0 where one is empty. */
function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  return [...small].filter((word) => large.has(word)).length / small.size;
}

/** The content words, or all where there are none. */
function stemsOf(text: string): ReadonlySet<string> {
  const words = fold(text);
  const content = words.filter((word) => !isFunctionWord(word));
  return new Set((content.length > 0 ? content : words).map(stem));
}

/** How far two anchors say the same words: 1 for all, in order; 0 below half. */
function sameWords(a: Anchor, b: Anchor): number {
  const [one, other] = [wordsOfAnchor(a), wordsOfAnchor(b)];
  if (fold(one).join(" ") === fold(other).join(" ")) return 1;
  // Aligning is slow for records of hundreds of statements, and most of them share nothing.
  if (overlapOf(stemsOf(one), stemsOf(other)) < 0.5) return 0;
  const [asked, record] = [markedWordsOf(a), markedWordsOf(b)];
  const { shared } = alignWhole(asked, record);
  const share = (2 * shared) / (asked.length + record.length);
  return share < 0.5 ? 0 : share;
}
