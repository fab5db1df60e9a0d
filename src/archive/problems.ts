import { type Anchor, LAYERS, type Quote, type Story, type StoryRecord, sha256, storyId } from "../model/index.js";
import { ANNOTATION_LAYERS, actorsOf } from "./derive.js";

/**
 * All that does not hold between a story and its record: hashes, ids, every quote, every pointer from one annotation to another. Empty when
 * the record can be trusted to show the words it was read from. Shapes are zod's business, not looked at here.
 */
export function problemsOf(story: Story, record: StoryRecord): readonly string[] {
  return [...storyProblems(story), ...recordProblems(story, record)];
}

function* storyProblems(story: Story): Iterable<string> {
  const hash = sha256(story.text);
  if (hash !== story.textSha256) yield `the text's SHA-256 is ${hash}, not ${story.textSha256} as the story says`;
  const id = storyId(story.textSha256, story.published?.value ?? null, story.outlet);
  if (id !== story.id) yield `text, published time and outlet make the id ${id}, not ${story.id}`;
  for (const { type, end } of story.regions) {
    if (end > story.text.length) yield `a ${type} region ends at ${end}, after the text's end at ${story.text.length}`;
  }
}

function* recordProblems(story: Story, record: StoryRecord): Iterable<string> {
  if (record.story !== story.id) yield `the record is of ${record.story}, not of ${story.id}`;
  if (record.textSha256 !== story.textSha256)
    yield `the record was read from a text with SHA-256 ${record.textSha256}, not ${story.textSha256}`;
  for (const [owner, quote] of quotesOf(record)) {
    const found = story.text.slice(quote.start, quote.end);
    if (found !== quote.exact) {
      yield `${owner} quotes ${show(quote.exact)} at ${quote.start}–${quote.end}, where the text has ${show(found)}`;
    }
  }
  yield* pointerProblems(record);
}

function* pointerProblems(record: StoryRecord): Iterable<string> {
  const ids = new Set<string>();
  for (const layer of LAYERS) {
    for (const { id } of record[layer]) {
      if (ids.has(id)) yield `two annotations have the id ${id}`;
      ids.add(id);
    }
  }
  const actors = new Set(record.actors.map(({ id }) => id));
  for (const { id, affiliation } of record.actors) {
    if (affiliation !== null && !actors.has(affiliation)) yield `${id} speaks for ${affiliation}, which is no actor of the record`;
  }
  for (const layer of ANNOTATION_LAYERS) {
    for (const annotation of record[layer]) {
      for (const { role, actor } of actorsOf(layer, annotation as never)) {
        if (!actors.has(actor)) yield `${annotation.id} names ${actor} as ${role}, which is no actor of the record`;
      }
      const { within } = annotation.modality;
      if (within !== null && !ids.has(within)) yield `${annotation.id} stands within ${within}, which is not in the record`;
    }
  }
}

/** Every quote of a record, with the id (or for unread sentences the kind) of what it belongs to. */
function* quotesOf(record: StoryRecord): Iterable<readonly [owner: string, quote: Quote]> {
  const all = function* (owner: string, anchors: readonly (Anchor | null)[]): Iterable<readonly [string, Quote]> {
    for (const anchor of anchors) for (const quote of anchor ?? []) yield [owner, quote];
  };
  for (const { id, mentions } of record.actors) for (const { quote } of mentions) yield [id, quote];
  for (const { id, anchor } of record.times) yield* all(id, [anchor]);
  for (const { id, anchor, speakerSpan, cue, medium } of record.statements) yield* all(id, [anchor, speakerSpan, cue, medium]);
  for (const { id, anchor, place } of record.figures) yield* all(id, [anchor, place]);
  for (const { id, anchor } of record.places) yield* all(id, [anchor]);
  for (const { id, anchor, actorSpan, recipientSpan, place } of record.events) yield* all(id, [anchor, actorSpan, recipientSpan, place]);
  for (const { id, anchor, condition } of record.positions) yield* all(id, [anchor, condition]);
  for (const { id, anchor, place, outcome } of record.meetings) yield* all(id, [anchor, place, outcome]);
  for (const { sentence, words } of record.unread) yield* all("an unread sentence", [[sentence], words]);
}

const show = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
