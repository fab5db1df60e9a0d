export { ACTOR_KINDS, Actor, Mention } from "./actor.js";
export { ActorId, CountryCode } from "./annotation.js";
export {
  ActorReference,
  Correction,
  correctionId,
  DECISIONS,
  type Decision,
  inForce,
  Patch,
  PatchValue,
} from "./correction.js";
export { EVENT_TYPES, Event } from "./event.js";
export { BOUNDS, Figure } from "./figure.js";
export { annotationId, ID_PREFIX, type LayerName, sha256, storyId } from "./ids.js";
export { jsonSchema } from "./json-schema.js";
export { ENTITY_TYPES, Entity, Link, VersionLink } from "./linking.js";
export { MEETING_STATUSES, Meeting } from "./meeting.js";
export { ASSERTED, Modality, STATUSES, type Status, statusOf } from "./modality.js";
export { Place } from "./place.js";
export { Position, STANCES } from "./position.js";
export { Coverage, LAYERS, Maker, makerId, SCHEMA_VERSION, StoryRecord, Unread } from "./record.js";
export {
  findSelected,
  fromCodePoint,
  Selectors,
  selectorsOf,
  splitsPair,
  TextPositionSelector,
  TextQuoteSelector,
  toCodePoint,
} from "./selector.js";
export { Instant, Sha256, Source } from "./source.js";
export { Anchor, anchorAt, anchorContains, contains, extentOf, overlaps, Quote, quoteAt, Span, wordsOfAnchor } from "./span.js";
export { MODES, Speaker, Statement } from "./statement.js";
export { leadOf, PartialDate, REGION_TYPES, Region, type RegionType, Story, StoryDate } from "./story.js";
export { PRECISIONS, Time } from "./time.js";
