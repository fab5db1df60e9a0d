import {
  type Actor,
  type Anchor,
  type Event,
  extentOf,
  type Figure,
  LAYERS,
  leadOf,
  type Meeting,
  type Place,
  type Position,
  type Statement,
  type Story,
  type StoryRecord,
  type Time,
  type Unread,
  wordsOfAnchor,
} from "../model/index.js";
import { dateKey } from "./dates.js";
import type { ActorRole, ActorTable, AnnotationTable, UnreadTable } from "./schema.js";

/** What a story's row repeats of the story, for queries: derived, and proved anew by `verify`. */
export const storyColumns = (story: Story) => ({
  id: story.id,
  source: story.source,
  source_index: story.index,
  headline: story.headline,
  lead: leadOf(story),
  outlet: story.outlet,
  agency: story.agency,
  published: story.published?.value ?? null,
  published_key: story.published === null ? "" : dateKey(story.published.value),
  guid: story.guid,
  uri: story.uri,
});

/** Layers whose annotations are rows of `annotations`: all but the actors, which have a table of their own. */
export const ANNOTATION_LAYERS = LAYERS.filter((layer) => layer !== "actors");
export type AnnotationLayer = Exclude<(typeof LAYERS)[number], "actors">;

/** The annotation type of each layer. */
export interface Annotations {
  readonly times: Time;
  readonly statements: Statement;
  readonly figures: Figure;
  readonly places: Place;
  readonly events: Event;
  readonly positions: Position;
  readonly meetings: Meeting;
}

export type AnnotationRowOf = Omit<AnnotationTable, "seq" | "story">;
export type ActorRowOf = Omit<ActorTable, "seq" | "story">;
export type UnreadRowOf = Omit<UnreadTable, "seq" | "story">;

/** The rows of one record, before they are numbered: `actorRoles` points to the places of `annotations` and `actors`. */
export interface DerivedRows {
  readonly annotations: readonly AnnotationRowOf[];
  readonly actors: readonly ActorRowOf[];
  readonly actorRoles: readonly { readonly annotation: number; readonly actor: number; readonly role: ActorRole }[];
  readonly unread: readonly UnreadRowOf[];
  /** What of an annotation and of an actor goes into its word index, by their places; null: nothing. */
  readonly annotationWords: readonly (string | null)[];
  readonly actorWords: readonly string[];
}

interface QueryColumns {
  readonly type: string | null;
  readonly mode: string | null;
  readonly value: string | null;
}

/** What the three query columns hold in each layer. */
const QUERY_COLUMNS: { readonly [L in AnnotationLayer]: (annotation: Annotations[L]) => QueryColumns } = {
  times: (time) => ({ type: time.type, mode: time.precision, value: time.value }),
  statements: (statement) => ({ type: statement.class, mode: statement.mode, value: statement.cueLemma }),
  figures: (figure) => ({ type: figure.unit, mode: figure.bound, value: JSON.stringify(figure.value) }),
  places: (place) => ({ type: place.featureCode, mode: place.precision, value: place.name }),
  events: (event) => ({ type: event.type, mode: event.mode, value: event.cameoRoot }),
  positions: (position) => ({ type: position.stance, mode: null, value: position.issueKey }),
  meetings: (meeting) => ({ type: meeting.status, mode: null, value: meeting.date }),
};

type Roles = readonly (readonly [role: ActorRole, actors: readonly (string | null)[]])[];

/** Which actors an annotation names, in which part. */
const ACTORS_OF: { readonly [L in AnnotationLayer]: (annotation: Annotations[L]) => Roles } = {
  times: () => [],
  places: () => [],
  statements: ({ speaker, addressee }) => [
    ["speaker", speaker.kind === "actor" ? [speaker.actor] : []],
    ["joint", speaker.kind === "actor" ? speaker.joint : []],
    ["addressee", [addressee]],
  ],
  figures: (figure) => [
    ["by", [figure.by]],
    ["of", [figure.of]],
  ],
  events: (event) => [
    ["actor", event.actors],
    ["recipient", event.recipients],
  ],
  positions: (position) => [
    ["holder", [position.holder]],
    ["toward", [position.toward]],
  ],
  meetings: (meeting) => [["participant", meeting.participants]],
};

/** The actors that an annotation names, each once a role, in order. */
export function actorsOf<L extends AnnotationLayer>(
  layer: L,
  annotation: Annotations[L],
): readonly { readonly role: ActorRole; readonly actor: string }[] {
  return ACTORS_OF[layer](annotation).flatMap(([role, actors]) =>
    [...new Set(actors)].flatMap((actor) => (actor === null ? [] : [{ role, actor }])),
  );
}

/** All query rows of a record. Actors that an annotation names but the record does not list are left out: `problemsOf` reports them. */
export function deriveRows(record: StoryRecord): DerivedRows {
  const actorPlaces = new Map(record.actors.map(({ id }, index) => [id, index]));
  const annotations: AnnotationRowOf[] = [];
  const annotationWords: (string | null)[] = [];
  const actorRoles: { annotation: number; actor: number; role: ActorRole }[] = [];
  const addLayer = <L extends AnnotationLayer>(layer: L, list: readonly Annotations[L][]): void => {
    for (const annotation of list) {
      for (const { role, actor } of actorsOf(layer, annotation)) {
        const place = actorPlaces.get(actor);
        if (place !== undefined) actorRoles.push({ annotation: annotations.length, actor: place, role });
      }
      annotations.push(annotationRow(layer, annotation));
      annotationWords.push(layer === "statements" ? wordsOfAnchor(annotation.anchor) : null);
    }
  };
  for (const layer of ANNOTATION_LAYERS) addLayer(layer, record[layer] as readonly Annotations[typeof layer][]);
  return {
    annotations,
    annotationWords,
    actorRoles,
    actors: record.actors.map(actorRow),
    actorWords: record.actors.map(nameWords),
    unread: record.unread.map(unreadRow),
  };
}

function annotationRow<L extends AnnotationLayer>(layer: L, annotation: Annotations[L]): AnnotationRowOf {
  const { id, anchor, confidence, ...detail } = annotation;
  const { start, end } = extentOf(anchor);
  return {
    layer,
    id,
    start,
    end,
    exact: wordsOfAnchor(anchor),
    parts: anchor.length > 1 ? JSON.stringify(anchor) : null,
    ...QUERY_COLUMNS[layer](annotation),
    confidence,
    detail: JSON.stringify(detail),
  };
}

/** The annotation that a row was made of. */
export function annotationOfRow<L extends AnnotationLayer>(
  _layer: L,
  row: Pick<AnnotationTable, "id" | "start" | "end" | "exact" | "parts" | "confidence" | "detail">,
): Annotations[L] {
  const { id, start, end, exact, parts, confidence, detail } = row;
  const anchor: Anchor = parts === null ? [{ start, end, exact }] : JSON.parse(parts);
  return { id, anchor, confidence, ...JSON.parse(detail) };
}

function actorRow({ mentions, ...actor }: Actor): ActorRowOf {
  return {
    id: actor.id,
    name: actor.name,
    kind: actor.kind,
    country: actor.country,
    role: actor.role,
    affiliation: actor.affiliation,
    mentions: JSON.stringify(mentions),
    rule: actor.rule,
    confidence: actor.confidence,
  };
}

/** What an actor is found by: its name, its role and every form in which the story names or describes it. Pronouns name nobody. */
function nameWords({ name, role, mentions }: Actor): string {
  const forms = mentions.filter(({ form }) => form !== "pronoun").map(({ quote }) => quote.exact);
  return [...new Set([name, ...(role === null ? [] : [role]), ...forms])].join(" ");
}

const unreadRow = ({ sentence, words, reason }: Unread): UnreadRowOf => ({ ...sentence, words: JSON.stringify(words), reason });
