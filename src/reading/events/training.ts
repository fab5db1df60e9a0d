/** The door for `train/`: what learning asks of this layer. */
import type { Doc } from "../../language/index.js";
import { spanOf } from "../../language/index.js";
import type { Span, Story } from "../../model/index.js";
import { type Referents, readReferents } from "../actors/index.js";
import { blocksOf } from "../blocks.js";
import { type Knowledge, type Reading, readingOf } from "../reading.js";
import { partyPhrase } from "./parties.js";

export type { Referents } from "../actors/index.js";
export { type Knowledge, knowledgeOf, type Reading } from "../reading.js";
export { recipientOf, type Sighting, sightingsOf } from "./analyse.js";
export { typeFeatures } from "./features.js";
export { noneFeatures, optionFeatures } from "./options.js";
export type { EventType } from "./tables.js";
export {
  EVENT_MODEL_FILE,
  type EventWeights,
  labelOf,
  noEventWeights,
  PER_UNIT,
  packEventWeights,
  RECIPIENT_BITS,
  rowsOf,
  TYPE_BITS,
  TYPE_LABELS,
  unpackEventWeights,
} from "./weights.js";

/** What is known of a story before its events are looked for. */
export function readingFor(
  story: Story,
  parse: (text: string, blocks: readonly Span[]) => Doc,
  knowledge: Knowledge,
): { readonly reading: Reading; readonly referents: Referents } {
  const blocks = blocksOf(story);
  const reading = readingOf(story, parse(story.text, blocks), blocks, knowledge);
  return { reading, referents: readReferents(reading) };
}

/** Where the words of a party stand. */
export function partySpan(reading: Reading, head: number): Span {
  const { first, last } = partyPhrase(reading, head, true);
  return spanOf(reading.doc, first, last);
}
