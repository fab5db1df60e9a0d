import type { LayerName, Speaker } from "../../model/index.js";
import type { AnnotationOf } from "./claims.js";

/** What becomes of an actor's id: another id, itself, or null where it is no actor. */
type Rename = (id: string) => string | null;

const one = (id: string | null, rename: Rename): string | null => (id === null ? null : rename(id));

/** Each once, in order. */
const each = (ids: readonly string[], rename: Rename): readonly string[] => [...new Set(ids.flatMap((id) => rename(id) ?? []))];

function speaking(speaker: Speaker, rename: Rename): Speaker {
  if (speaker.kind !== "actor") return speaker;
  const [actor, ...joint] = each([speaker.actor, ...speaker.joint], rename);
  return actor === undefined
    ? { kind: "unknown", reason: "a person decided that its source is no actor" }
    : { kind: "actor", actor, joint };
}

const RENAME: { readonly [L in LayerName]: (annotation: AnnotationOf<L>, rename: Rename) => AnnotationOf<L> | null } = {
  actors: (actor, rename) => {
    const affiliation = one(actor.affiliation, rename);
    return { ...actor, affiliation: affiliation === actor.id ? null : affiliation };
  },
  times: (time) => time,
  places: (place) => place,
  statements: (statement, rename) => ({
    ...statement,
    speaker: speaking(statement.speaker, rename),
    addressee: one(statement.addressee, rename),
  }),
  figures: (figure, rename) => ({ ...figure, by: one(figure.by, rename), of: one(figure.of, rename) }),
  events: (event, rename) => ({ ...event, actors: each(event.actors, rename), recipients: each(event.recipients, rename) }),
  positions: (position, rename) => {
    const holder = rename(position.holder);
    return holder === null ? null : { ...position, holder, toward: one(position.toward, rename) };
  },
  meetings: (meeting, rename) => ({
    ...meeting,
    participants: each(meeting.participants, rename),
    host: one(meeting.host, rename),
    mediator: one(meeting.mediator, rename),
  }),
};

/**
 * An annotation with its actors renamed. A speaker that is no actor leaves the statement to an unknown one, with the reason; null for a
 * position whose holder is none, since a position without a holder says nothing.
 */
export function renameActors<L extends LayerName>(layer: L, annotation: AnnotationOf<L>, rename: Rename): AnnotationOf<L> | null {
  return RENAME[layer](annotation, rename);
}
