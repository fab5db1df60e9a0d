import type { Doc } from "../language/index.js";
import { LAYERS, type Maker, SCHEMA_VERSION, type Story, type StoryRecord } from "../model/index.js";
import { actorsOf, readReferents } from "./actors/index.js";
import { blocksOf } from "./blocks.js";
import { draftEvents, eventsOf } from "./events/index.js";
import { draftFigures, figuresOf, partiesOf } from "./figures/index.js";
import { attendants, draftMeetings, meetingsOf } from "./meetings/index.js";
import { readPlaces } from "./places/index.js";
import { draftPositions, holdersIn, positionsOf } from "./positions/index.js";
import { type Knowledge, readingOf } from "./reading.js";
import { decideStatements, statementsOf } from "./statements/index.js";
import { findTimes, timesOf } from "./times/index.js";
import { unreadSentences } from "./unread.js";

/** Layers that this reader reads; the others exist in the model and are reported as "not read yet". */
const READ: ReadonlySet<string> = new Set(["times", "actors", "statements", "figures", "places", "events", "positions", "meetings"]);

/**
 * Reads the record of a story. `parse` turns its text and the blocks to be read into a Doc. Pure: the same story, engine and knowledge
 * give the same record, byte for byte. A story is never a fault: what cannot be read is left out and listed as unread.
 */
export function readStory(
  story: Story,
  parse: (text: string, blocks: ReturnType<typeof blocksOf>) => Doc,
  knowledge: Knowledge,
  maker: Maker,
): StoryRecord {
  const blocks = blocksOf(story);
  const doc = parse(story.text, blocks);
  const reading = readingOf(story, doc, blocks, knowledge);
  const found = findTimes({ story, doc, lexicon: knowledge.lexicon });
  const times = timesOf(story, found);
  const referents = readReferents(reading);
  const drafts = decideStatements(reading, referents);
  const eventDrafts = draftEvents(reading, referents, drafts, times);

  const used = new Set<number>();
  const pronouns = new Map<number, number>();
  for (const { source, addressee, cue } of drafts) {
    if (addressee >= 0 && !referents.all[addressee].hidden) used.add(addressee);
    if (source.kind !== "referent") continue;
    for (const referent of [source.referent, ...source.joint]) used.add(referent);
    if (source.pronoun) pronouns.set(cue.source, source.referent);
  }
  for (const { actors, recipients } of eventDrafts) for (const referent of [...actors, ...recipients]) used.add(referent);
  const speaking = actorsOf(reading, referents, used, pronouns);
  const statements = statementsOf(reading, referents, drafts, times, speaking.actorOf);
  const figureInput = { reading, referents, found, times, statements };
  const figureDrafts = draftFigures(figureInput);
  const positionDrafts = draftPositions(reading, referents, drafts);
  const meetingDrafts = draftMeetings(reading, referents, drafts, times);
  const parties = [...partiesOf(figureDrafts), ...holdersIn(positionDrafts), ...attendants(meetingDrafts)].filter(
    (referent) => speaking.actorOf(referent) === null,
  );
  // Those whom only a figure, a position or a meeting makes an actor are listed as well; ids are made of words, so the statements' stay as they are.
  const { actors, actorOf } = parties.length === 0 ? speaking : actorsOf(reading, referents, new Set([...used, ...parties]), pronouns);
  return {
    schemaVersion: SCHEMA_VERSION,
    story: story.id,
    textSha256: story.textSha256,
    maker,
    coverage: Object.fromEntries(LAYERS.map((layer) => [layer, READ.has(layer) ? "read" : "not read yet"])) as StoryRecord["coverage"],
    actors,
    times,
    statements,
    figures: figuresOf(figureInput, figureDrafts, actorOf),
    places: readPlaces(reading, referents, statements),
    events: eventsOf(reading, eventDrafts, statements, actorOf),
    positions: positionsOf(reading, positionDrafts, statements, actorOf),
    meetings: meetingsOf(reading, meetingDrafts, statements, actorOf),
    unread: unreadSentences(reading, statements),
  };
}
