import type { Actor, LayerName, StoryRecord } from "../../model/index.js";

/** An annotation of a layer. */
export type AnnotationOf<L extends LayerName = LayerName> = StoryRecord[L][number];

/**
 * What an annotation of each layer claims about its words, in words that another reading gives again: who said it, what happened to whom,
 * how many. A judgement ("right", "wrong") is of the claim; words that are read otherwise by another maker have not been judged.
 * An actor has no claim beside its mention.
 */
const CLAIMS: { readonly [L in LayerName]: (annotation: AnnotationOf<L>, nameOf: (id: string) => string) => readonly string[] } = {
  actors: () => [],
  times: ({ type, value }) => [type, value ?? ""],
  statements: ({ speaker, denied }, nameOf) => [
    speaker.kind === "actor" ? [speaker.actor, ...speaker.joint].map(nameOf).join(" and ") : `(${speaker.kind})`,
    ...(denied ? ["denied"] : []),
  ],
  figures: ({ value, bound, by }, nameOf) => [bound ?? "", [value].flat().join("–"), by === null ? "" : `by ${nameOf(by)}`],
  places: ({ name, country }) => [name, country ?? ""],
  events: ({ type, status, actors, recipients }, nameOf) => [
    type,
    status,
    `${actors.map(nameOf).sort().join(", ")} → ${recipients.map(nameOf).sort().join(", ")}`,
  ],
  positions: ({ stance, holder }, nameOf) => [stance, nameOf(holder)],
  meetings: ({ status, date }) => [status, date ?? ""],
};

/** The key by which a correction tells an annotation from others on the same words. */
export function claimOf<L extends LayerName>(layer: L, annotation: AnnotationOf<L>, actors: Iterable<Actor>): string {
  const names = new Map([...actors].map(({ id, name }) => [id, name]));
  const parts = CLAIMS[layer](annotation, (id) => names.get(id) ?? "?");
  return parts.filter((part) => part !== "").join(" · ");
}
