/**
 * Learns from sentences with marked events (`events/plv-train.jsonl`) what an event word tells and who is its recipient. The corpus marks who and
 * whom, not the word that tells it: of the words whose actor and recipient are those marked, the one that the tables give the type of the
 * event is taken for it.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { storiesOf } from "../src/formats/index.js";
import { type Doc, englishWith } from "../src/language/index.js";
import { type Lexicon, loadLexicon } from "../src/lexicon/index.js";
import type { Story } from "../src/model/index.js";
import type { EventWeights, Reading, Referents, Sighting } from "../src/reading/events/training.js";
import {
  type EventType,
  type Knowledge,
  knowledgeOf,
  labelOf,
  noEventWeights,
  noneFeatures,
  optionFeatures,
  PER_UNIT,
  packEventWeights,
  partySpan,
  RECIPIENT_BITS,
  readingFor,
  recipientOf,
  rowsOf,
  sightingsOf,
  TYPE_BITS,
  TYPE_LABELS,
  typeFeatures,
  unpackEventWeights,
} from "../src/reading/events/training.js";
import { eventlessSentences, goldStories, markedSentences, ownSentences } from "./event-data.js";
import { type Decision, inSteps, type SoftmaxSettings, trainSoftmax } from "./softmax.js";

/** A sentence or text with its events; null events: known to hold none. */
export interface MarkedText {
  readonly text: string;
  readonly events: readonly MarkedEvent[] | null;
}

export interface MarkedEvent {
  readonly type: string;
  readonly source: readonly (readonly [number, number])[] | null;
  readonly target: readonly (readonly [number, number])[] | null;
}

export interface EventSettings {
  readonly types: SoftmaxSettings;
  readonly recipients: SoftmaxSettings;
  /** How much an event word counts that the corpus leaves unmarked beside a marked one, and one in a text without events. */
  readonly unmarked: number;
  readonly eventless: number;
  /** How much each event word of a gold story counts, and one that its record leaves out. */
  readonly told: number;
  readonly untold: number;
  readonly least: number;
}

export const EVENT_SETTINGS: EventSettings = {
  types: { epochs: 20, rate: 0.2, decay: 0.0005 },
  recipients: { epochs: 12, rate: 0.15, decay: 0.002 },
  unmarked: 0.25,
  eventless: 0.5,
  told: 2,
  untold: 0.5,
  least: 2,
};

/** A story with its events as a gold record has them: the words that tell them and who is acted on. All that it does not list is none. */
export interface GoldStory {
  readonly text: string;
  readonly events: readonly {
    readonly type: string;
    readonly trigger: readonly (readonly [number, number])[];
    /** Where the recipients are named, anywhere in the story; empty for none. */
    readonly recipients: readonly (readonly [number, number])[];
  }[];
}

/** Everything that events are learned from, read once. */
export interface EventCorpus {
  /** Marked sentences by id. */
  readonly marked: ReadonlyMap<string, ReadText>;
  /** Sentences written for the purpose, with events and without. */
  readonly own: readonly ReadText[];
  readonly eventless: readonly ReadText[];
  readonly stories: readonly ReadStory[];
}

/**
 * Reads the corpora of a data folder (`events/plv-train.jsonl`, `ud/ewt-train.conllu`) and the gold stories of `samples/`. Sentences that plain text
 * does not keep as they are (a line that looks like furniture) are left out.
 */
export function readEventCorpus(data: string): EventCorpus {
  const lexicon = loadLexicon();
  const knowledge = knowledgeOf(lexicon, undefined, undefined, noEventWeights());
  const { parse } = englishWith(lexicon);
  const read = <Text extends { readonly text: string }>(texts: readonly Text[]): (Text & Omit<ReadText, keyof MarkedText>)[] =>
    readMarked(texts, knowledge, lexicon, parse);
  const stories = SAMPLES.flatMap((folder) => goldStories(fileURLToPath(new URL(`../samples/${folder}`, import.meta.url))));
  return {
    marked: new Map(read(markedSentences(join(data, "events", "plv-train.jsonl"))).map((text) => [text.id, text])),
    own: read(ownSentences(new URL("./event-sentences.tsv", import.meta.url))),
    eventless: read(eventlessSentences(join(data, "ud", "ewt-train.conllu"))),
    stories: read(stories),
  };
}

/** Folders of `samples/` whose stories have gold records. */
const SAMPLES = ["crisis", "look"];

/** A text as it was read, with its event words: what training asks again and again. */
export interface ReadText extends MarkedText {
  readonly reading: Reading;
  readonly referents: Referents;
  readonly sightings: readonly Sighting[];
}

function readMarked<Text extends { readonly text: string }>(
  texts: readonly Text[],
  knowledge: Knowledge,
  lexicon: Lexicon,
  parse: (text: string, blocks: readonly { start: number; end: number }[]) => Doc,
): (Text & Omit<ReadText, keyof MarkedText>)[] {
  return texts.flatMap((marked) => {
    const received = { bytes: new TextEncoder().encode(marked.text), name: "x.txt", receivedAt: "2000-01-01T00:00:00.000Z" };
    const [item] = storiesOf(received, { lexicon });
    if (item === undefined || item instanceof Error || item.story.text !== marked.text) return [];
    const { reading, referents } = readingFor(item.story as Story, parse, knowledge);
    return [{ ...marked, reading, referents, sightings: sightingsOf(reading, referents) }];
  });
}

export type ReadStory = GoldStory & Omit<ReadText, keyof MarkedText>;

/** Trains on marked sentences and what else there is, and gives the packed model. */
export function trainEvents(
  marked: readonly ReadText[],
  { own, eventless, stories }: Omit<EventCorpus, "marked">,
  settings: EventSettings = EVENT_SETTINGS,
): Uint8Array {
  const texts = [...marked, ...own, ...eventless];
  const recipients = inSteps(
    trainSoftmax(
      [...texts.flatMap(recipientDecisions), ...stories.flatMap((story) => storyRecipients(story, settings))],
      1 << RECIPIENT_BITS,
      settings.recipients,
    ),
    PER_UNIT,
    settings.least,
  );
  const noTypes = new Int32Array((1 << TYPE_BITS) * TYPE_LABELS.length);
  const first = unpackEventWeights(packEventWeights(noTypes, recipients));
  const decisions = [
    ...texts.flatMap((text) => typeDecisions(text, first, settings)),
    ...stories.flatMap((story) => storyTypes(story, first, settings)),
  ];
  const types = inSteps(trainSoftmax(decisions, noTypes.length, settings.types), PER_UNIT, settings.least);
  return packEventWeights(types, recipients);
}

// --- gold stories ---

const touches = (spans: readonly (readonly [number, number])[], start: number, end: number): boolean =>
  spans.some(([from, to]) => from < end && start < to);

/** The gold event that a sighting's trigger tells: their words overlap. */
function goldOf({ events, reading: { doc } }: ReadStory, { candidate }: Sighting): GoldStory["events"][number] | undefined {
  return events.find(({ trigger }) => candidate.words.some((word) => touches(trigger, doc.start[word], doc.end[word])));
}

function storyRecipients(story: ReadStory, settings: EventSettings): Decision[] {
  const { reading, referents, sightings } = story;
  const { doc } = reading;
  return sightings.flatMap((sighting) => {
    const gold = goldOf(story, sighting);
    if (gold === undefined) return [];
    const { candidate, options } = sighting;
    const right = options.findIndex(({ head }) => touches(gold.recipients, doc.start[head], doc.end[head]));
    const choices = [
      noneFeatures(candidate, options),
      ...options.map((option) => optionFeatures(reading, referents, candidate, option)),
    ].map((features) => rowsOf(features, RECIPIENT_BITS));
    return [{ choices, right: right + 1, weight: settings.told / 2 }];
  });
}

function storyTypes(story: ReadStory, weights: EventWeights, settings: EventSettings): Decision[] {
  const { reading, referents, sightings, events } = story;
  return sightings.flatMap((sighting) => {
    const gold = goldOf(story, sighting);
    // A later mention of a listed event is left out of the gold, and is no lesson.
    const { frame } = sighting.candidate;
    if (gold === undefined && frame !== null && sighting.actor >= 0 && events.some(({ type }) => type === frame.type)) return [];
    const recipient = recipientOf(reading, referents, weights, sighting);
    const rows = rowsOf(typeFeatures(reading, referents, sighting.candidate, sighting.actor, recipient), TYPE_BITS);
    const choices = TYPE_LABELS.map((_, label) => rows.map((row) => row * TYPE_LABELS.length + label));
    return [
      {
        choices,
        right: labelOf((gold?.type ?? "NONE") as EventType | "NONE"),
        weight: gold === undefined ? settings.untold : settings.told,
      },
    ];
  });
}

// --- which word tells the marked event ---

type Words = ReadonlySet<number>;

function wordsOf(text: string, spans: readonly (readonly [number, number])[] | null): Words {
  const found = new Set<number>();
  if (spans === null) return found;
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (spans.some(([start, end]) => start < index + word.length && index < end)) found.add(index);
  }
  return found;
}

function shared(a: Words, b: Words): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

const spanWords = ({ text, reading }: ReadText, head: number): Words => {
  if (head < 0) return new Set();
  const { start, end } = partySpan(reading, head);
  return wordsOf(text, [[start, end]]);
};

/** The corpus's YIELD is two of PLOVER's types, told apart by the row of the word; without a row it is the commoner one. */
const foldedType = (type: string): string => (type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type);
const HALF = 0.5;

interface Aligned {
  readonly sighting: Sighting;
  /** Number of the option that is the marked recipient; -1 where the event has none. */
  readonly option: number;
}

function alignedWith(read: ReadText, event: MarkedEvent): Aligned | null {
  const source = wordsOf(read.text, event.source);
  const target = wordsOf(read.text, event.target);
  let best: Aligned | null = null;
  let bestWorth = 0;
  for (const sighting of read.sightings) {
    const { candidate, actor, options } = sighting;
    const actorFits = event.source === null ? actor < 0 : shared(source, spanWords(read, actor)) >= HALF;
    if (!actorFits) continue;
    let option = -1;
    let fit = 0;
    options.forEach((other, i) => {
      const overlap = shared(target, spanWords(read, other.head));
      if (overlap > fit) {
        fit = overlap;
        option = i;
      }
    });
    if (event.target !== null && fit < HALF) continue;
    if (event.target === null) option = -1;
    const knows = candidate.frame !== null && foldedType(candidate.frame.type) === foldedType(event.type);
    const depth = option >= 0 ? options[option].depth : 1;
    const worth = (knows ? 10 : 0) + (candidate.frame !== null ? 2 : 0) + (candidate.kind === "light" ? 0.5 : 0) + 1 / depth;
    if (worth > bestWorth) {
      bestWorth = worth;
      best = { sighting, option };
    }
  }
  return best;
}

function recipientDecisions(read: ReadText): Decision[] {
  const { reading, referents, events } = read;
  if (events === null) return [];
  return events.flatMap((event) => {
    const aligned = alignedWith(read, event);
    if (aligned === null) return [];
    const { candidate, options } = aligned.sighting;
    const choices = [
      noneFeatures(candidate, options),
      ...options.map((option) => optionFeatures(reading, referents, candidate, option)),
    ].map((features) => rowsOf(features, RECIPIENT_BITS));
    return [{ choices, right: aligned.option + 1, weight: 1 }];
  });
}

function typeDecisions(read: ReadText, weights: EventWeights, settings: EventSettings): Decision[] {
  const { reading, referents, events, sightings } = read;
  const aligned = new Map<Sighting, string>();
  const near = new Set<Sighting>();
  for (const event of events ?? []) {
    const found = alignedWith(read, event);
    if (found !== null) aligned.set(found.sighting, event.type);
    else {
      const best = nearest(read, event, weights);
      if (best !== null) aligned.set(best, event.type);
    }
    for (const sighting of sightings) {
      if (sighting.candidate.frame !== null && foldedType(sighting.candidate.frame.type) === foldedType(event.type)) near.add(sighting);
    }
  }
  return sightings.flatMap((sighting) => {
    const type = aligned.get(sighting);
    if (type === undefined && near.has(sighting)) return [];
    // The corpus marks one event a sentence: a word that the tables know and that has an actor may well tell another.
    const mayTell = sighting.candidate.frame !== null && sighting.actor >= 0;
    if (type === undefined && events !== null && mayTell) return [];
    const recipient = recipientOf(reading, referents, weights, sighting);
    const rows = rowsOf(typeFeatures(reading, referents, sighting.candidate, sighting.actor, recipient), TYPE_BITS);
    const right = labelOf(type === undefined ? "NONE" : typeOf(type, sighting));
    const choices = TYPE_LABELS.map((_, label) => rows.map((row) => row * TYPE_LABELS.length + label));
    return [{ choices, right, weight: type !== undefined ? 1 : events === null ? settings.eventless : settings.unmarked }];
  });
}

/** YIELD is told apart by the row of its word. */
function typeOf(type: string, { candidate: { frame } }: Sighting): EventType {
  if (type !== "YIELD") return type as EventType;
  return frame?.type === "RETREAT" ? "RETREAT" : "CONCEDE";
}

/** Where no word has the marked roles: the one that the tables give the event's type and whose roles share most with those marked. */
function nearest(read: ReadText, event: MarkedEvent, weights: EventWeights): Sighting | null {
  const source = wordsOf(read.text, event.source);
  const target = wordsOf(read.text, event.target);
  let best: Sighting | null = null;
  let bestWorth = 0.25;
  for (const sighting of read.sightings) {
    const recipient = recipientOf(read.reading, read.referents, weights, sighting);
    const parts = [
      ...(event.source === null ? [] : [shared(source, spanWords(read, sighting.actor))]),
      ...(event.target === null ? [] : [shared(target, spanWords(read, recipient?.head ?? -1))]),
    ];
    const overlap = parts.reduce((a, b) => a + b, 0) / Math.max(1, parts.length);
    const knows = sighting.candidate.frame !== null && foldedType(sighting.candidate.frame.type) === foldedType(event.type);
    const worth = overlap + (knows ? 0.5 : 0);
    if (overlap > 0.2 && worth > bestWorth) {
      bestWorth = worth;
      best = sighting;
    }
  }
  return best;
}
