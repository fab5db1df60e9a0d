import { z } from "zod";
import { ACTOR_KINDS } from "./actor.js";
import { CountryCode } from "./annotation.js";
import { Instant } from "./source.js";

/**
 * What stands across stories. Each has an identity of its own; the annotations of stories point to it through links.
 * Entity: an actor. Utterance: the same words. Occurrence: the same event. Issue: what positions are about. Series: a quantity over
 * time and accounts. AgendaItem: a meeting with its outcome. StoryFamily: copies and versions of one story.
 */
export const ENTITY_TYPES = ["Entity", "Utterance", "Occurrence", "Issue", "Series", "AgendaItem", "StoryFamily"] as const;

export const Entity = z
  .object({
    id: z.string(),
    type: z.enum(ENTITY_TYPES),
    name: z.string(),
    /** Of an actor; null for the other types. */
    kind: z.enum(ACTOR_KINDS).nullable(),
    country: CountryCode.nullable(),
  })
  .readonly();
export type Entity = z.infer<typeof Entity>;

/** Why an annotation (or a story) is taken for an entity's. A link can be undone: then `knownTo` says since when it holds no more. */
export const Link = z
  .object({
    /** Id of the annotation or story. */
    from: z.string(),
    /** Id of the entity. */
    to: z.string(),
    reason: z.string(),
    confidence: z.number().min(0).max(1),
    /** "onrecord" and its version, or a person. */
    decidedBy: z.string(),
    knownFrom: Instant,
    knownTo: Instant.nullable(),
  })
  .readonly();
export type Link = z.infer<typeof Link>;

/** How one version of a story follows another. */
export const VersionLink = z
  .object({ story: z.string(), supersedes: z.string(), reason: z.enum(["same guid", "same address", "newer format"]), knownFrom: Instant })
  .readonly();
export type VersionLink = z.infer<typeof VersionLink>;
