import { z } from "zod";
import { Actor } from "./actor.js";
import { Event } from "./event.js";
import { Figure } from "./figure.js";
import { Meeting } from "./meeting.js";
import { Place } from "./place.js";
import { Position } from "./position.js";
import { Sha256 } from "./source.js";
import { Quote } from "./span.js";
import { Statement } from "./statement.js";
import { Time } from "./time.js";

/** Version of the shapes in this room. Raised when a stored record of the old shape can no longer be read as the new one. */
export const SCHEMA_VERSION = 1;

/** Layers in the order in which they are read. */
export const LAYERS = ["times", "actors", "statements", "figures", "places", "events", "positions", "meetings"] as const;

/** What made a record. Two records of one story by different makers are never mixed. */
export const Maker = z
  .object({
    /** Version of the reading code. */
    code: z.string(),
    /** Hash of the trained weights, and of the lexicons in force. */
    weights: z.string(),
    lexicons: z.string(),
  })
  .readonly();
export type Maker = z.infer<typeof Maker>;

export const makerId = ({ code, weights, lexicons }: Maker): string => `${code}+${weights}+${lexicons}`;

/** A sentence with a reporting or event word that gave no record: the honest account of what was not read. */
export const Unread = z
  .object({
    sentence: Quote,
    /** The words that promised a record. */
    words: z.array(Quote).min(1).readonly(),
    reason: z.string(),
  })
  .readonly();
export type Unread = z.infer<typeof Unread>;

export const Coverage = z.enum(["read", "not read yet"]);

/** All that one maker read from one story. */
export const StoryRecord = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    story: z.string(),
    textSha256: Sha256,
    maker: Maker,
    /** Which layers this maker reads at all: an empty list of a layer that is "not read yet" says nothing about the story. */
    coverage: z.record(z.enum(LAYERS), Coverage).readonly(),
    actors: z.array(Actor).readonly(),
    times: z.array(Time).readonly(),
    statements: z.array(Statement).readonly(),
    figures: z.array(Figure).readonly(),
    places: z.array(Place).readonly(),
    events: z.array(Event).readonly(),
    positions: z.array(Position).readonly(),
    meetings: z.array(Meeting).readonly(),
    unread: z.array(Unread).readonly(),
  })
  .readonly();
export type StoryRecord = z.infer<typeof StoryRecord>;
