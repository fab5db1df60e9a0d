import { z } from "zod";
import { ACTOR_KINDS } from "./actor.js";
import { sha256 } from "./ids.js";
import { LAYERS } from "./record.js";
import { Selectors } from "./selector.js";
import { Instant } from "./source.js";

export const DECISIONS = ["right", "wrong", "changed", "added", "merge", "split", "undo"] as const;
export type Decision = (typeof DECISIONS)[number];

/** An actor as a decision names it: by a mention in the story and by its name, never by an id, which another reading may not give again. */
export const ActorReference = z.object({ name: z.string(), mention: Selectors }).readonly();
export type ActorReference = z.infer<typeof ActorReference>;

/**
 * What a field is to hold. "plain": the value itself. "words": these words of the story. "actors": these actors of the story, for a field
 * that holds one actor a list of one.
 */
export const PatchValue = z.discriminatedUnion("kind", [
  z
    .object({
      kind: z.literal("plain"),
      value: z.union([z.string(), z.number(), z.boolean(), z.null(), z.tuple([z.number(), z.number()]).readonly()]),
    })
    .readonly(),
  z.object({ kind: z.literal("words"), parts: z.array(Selectors).min(1).readonly() }).readonly(),
  z.object({ kind: z.literal("actors"), actors: z.array(ActorReference).readonly() }).readonly(),
]);
export type PatchValue = z.infer<typeof PatchValue>;

/** Fields of an annotation by name, with what they are to hold; fields that are not named stay as they are. */
export const Patch = z.record(z.string(), PatchValue).readonly();
export type Patch = z.infer<typeof Patch>;

const decided = {
  /** `correctionId` of all the rest: the same decision is one wherever it is stored. */
  id: z.string(),
  story: z.string(),
  layer: z.enum(LAYERS),
  /** Selectors of each part of the anchor that was judged, of an actor its first named mention. */
  target: z.array(Selectors).min(1).readonly(),
  /** What the annotation claims (type or stance, holder or speaker, value), in words; "" where the span is enough. */
  key: z.string(),
  /** The person who decided. */
  author: z.string().min(1),
  at: Instant,
  note: z.string().nullable(),
};

/**
 * A person's decision about the record of a story. Bound to layer, words and key by the overlap rule of docs/corrections.md, never to an
 * annotation's id, so that it survives re-reading and new versions; where it finds nothing to bind to it is listed as orphaned.
 * Stored beside the machine's record, never over it. Not a state: decisions are only ever added, and "undo" is one of them.
 */
export const Correction = z.discriminatedUnion("decision", [
  z.object({ ...decided, decision: z.literal("right"), value: z.null() }).readonly(),
  z.object({ ...decided, decision: z.literal("wrong"), value: z.null() }).readonly(),
  /** The fields that are to be otherwise. */
  z.object({ ...decided, decision: z.literal("changed"), value: Patch }).readonly(),
  /** All that the new annotation is to hold beside its words. */
  z.object({ ...decided, decision: z.literal("added"), value: Patch }).readonly(),
  /** The actor that is the same as the target, which keeps its name. */
  z.object({ ...decided, decision: z.literal("merge"), value: ActorReference }).readonly(),
  /** The mentions of the target that are of somebody else, and who that is. */
  z
    .object({
      ...decided,
      decision: z.literal("split"),
      value: z.object({ mentions: z.array(Selectors).min(1).readonly(), name: z.string(), kind: z.enum(ACTOR_KINDS) }).readonly(),
    })
    .readonly(),
  /** The id of the decision that is taken back; layer, target and key repeat that one's. */
  z.object({ ...decided, decision: z.literal("undo"), value: z.string() }).readonly(),
]);
export type Correction = z.infer<typeof Correction>;

/** "cor_" and 16 hexadecimal digits of a hash of everything that was decided, by whom and when. */
export function correctionId(correction: Correction | Omit<Correction, "id">): string {
  const { story, layer, target, key, author, at, note, decision, value } = correction;
  return `cor_${sha256(canonical([story, layer, target, key, author, at, note, decision, value])).slice(0, 16)}`;
}

/** JSON with the keys of each object in order, so that it is the same however the object was built. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/**
 * The decisions that hold, in the order in which they were made: all but those that an undo took back and the undos themselves. An undo
 * that was itself undone takes nothing back.
 */
export function inForce(corrections: readonly Correction[]): readonly Correction[] {
  const undone = new Set<string>();
  // From the last to the first: whether an undo holds is known before what it takes back is looked at.
  for (const correction of [...corrections].sort(byTime).reverse()) {
    if (correction.decision === "undo" && !undone.has(correction.id)) undone.add(correction.value);
  }
  return corrections.filter(({ id, decision }) => decision !== "undo" && !undone.has(id)).sort(byTime);
}

/** By the instant of the decision, then by id, so that the order is the same in every archive. */
function byTime(a: Correction, b: Correction): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
