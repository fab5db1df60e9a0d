import { z } from "zod";
import { Actor, Anchor, CountryCode, Event, Figure, Meeting, Mention, Place, Position, Quote, Statement, Time } from "../model/index.js";

/** What every row says of the story it stands in, so that it can be cited without another look. */
const inStory = {
  story: z.string(),
  headline: z.string().nullable(),
  /** First words of the story (\`leadOf\`), to tell one without a headline by. */
  lead: z.string(),
  /** As the story gives it: may be short, may lack an offset. */
  published: z.string().nullable(),
  outlet: z.string().nullable(),
  /** The news agency whose copy it is. */
  agency: z.string().nullable(),
};

/** A story in a list. `supersededBy` is the next version of it in the archive, if there is one. */
export const StoryRow = z
  .object({
    ...inStory,
    uri: z.string().nullable(),
    guid: z.string().nullable(),
    supersedes: z.string().nullable(),
    supersededBy: z.string().nullable(),
    /** Annotations of the current record by layer; a layer without any is left out. */
    counts: z.record(z.string(), z.int().nonnegative()).readonly(),
    knownFrom: z.string(),
  })
  .readonly();
export type StoryRow = z.infer<typeof StoryRow>;

/** An actor that an annotation names, as its story shows it. */
export const NamedActor = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: Actor.unwrap().shape.kind,
    country: CountryCode.nullable(),
    role: z.string().nullable(),
    /** Name of the actor that it speaks for. */
    affiliation: z.string().nullable(),
  })
  .readonly();
export type NamedActor = z.infer<typeof NamedActor>;

export const SpeakerRow = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("actor"), actor: NamedActor, joint: z.array(NamedActor).readonly() }).readonly(),
  z.object({ kind: z.literal("unnamed") }).readonly(),
  z.object({ kind: z.literal("unknown"), reason: z.string() }).readonly(),
]);
export type SpeakerRow = z.infer<typeof SpeakerRow>;

const statement = Statement.unwrap().shape;

/** A statement with its speaker by name. `content` is the statement's anchor. */
export const StatementRow = z
  .object({
    ...inStory,
    id: statement.id,
    content: Anchor,
    speaker: SpeakerRow,
    speakerSpan: statement.speakerSpan,
    cue: statement.cue,
    cueLemma: statement.cueLemma,
    mode: statement.mode,
    class: statement.class,
    addressee: NamedActor.nullable(),
    medium: statement.medium,
    date: statement.date,
    denied: statement.denied,
    modality: statement.modality,
    rule: statement.rule,
    confidence: statement.confidence,
  })
  .readonly();
export type StatementRow = z.infer<typeof StatementRow>;

/** An actor as one story shows it. */
export const ActorRow = z
  .object({
    ...inStory,
    ...NamedActor.unwrap().shape,
    mentions: z.array(Mention).readonly(),
    /** Statements of the story that it makes, alone or with others. */
    statements: z.int().nonnegative(),
    rule: z.string(),
    confidence: z.number(),
  })
  .readonly();
export type ActorRow = z.infer<typeof ActorRow>;

export const TimeRow = z.object({ ...inStory, time: Time }).readonly();
export type TimeRow = z.infer<typeof TimeRow>;

/** How many stories tell of something, and how many of these independently: copies and versions of one story count as one. One: a single source. */
export const Accounts = z.object({ stories: z.int().positive(), independent: z.int().positive() }).readonly();
export type Accounts = z.infer<typeof Accounts>;

/** A figure with the names of whose account it is and of whom, and how many stories of about that time give it. */
export const FigureRow = z
  .object({ ...inStory, figure: Figure, by: NamedActor.nullable(), of: NamedActor.nullable(), accounts: Accounts })
  .readonly();
export type FigureRow = z.infer<typeof FigureRow>;

export const PlaceRow = z.object({ ...inStory, place: Place }).readonly();
export type PlaceRow = z.infer<typeof PlaceRow>;

/** A position with the names of who holds it and at whom it is aimed. */
export const PositionRow = z.object({ ...inStory, position: Position, holder: NamedActor, toward: NamedActor.nullable() }).readonly();
export type PositionRow = z.infer<typeof PositionRow>;

/** A meeting with the names of who takes part, in the record's order. */
export const MeetingRow = z.object({ ...inStory, meeting: Meeting, participants: z.array(NamedActor).readonly() }).readonly();
export type MeetingRow = z.infer<typeof MeetingRow>;

/** An event with the names of who acts and at whom it is aimed, in the record's order. */
export const EventRow = z
  .object({ ...inStory, event: Event, actors: z.array(NamedActor).readonly(), recipients: z.array(NamedActor).readonly() })
  .readonly();
export type EventRow = z.infer<typeof EventRow>;

/** A sentence that promised a record and gave none. */
export const UnreadRow = z.object({ ...inStory, sentence: Quote, words: z.array(Quote).readonly(), reason: z.string() }).readonly();
export type UnreadRow = z.infer<typeof UnreadRow>;
