import { storiesOf } from "../src/formats/index.js";
import type { Reader } from "../src/intake/index.js";
import type { Story, StoryRecord } from "../src/model/index.js";

/** A text as a plain-text story, published when the gold says. Throws for a text that gives no story: gold is expected to be sound. */
export function storyFrom(name: string, text: string, published: string | null, reader: Reader): Story {
  const received = { bytes: new TextEncoder().encode(text), name: `${name}.txt`, receivedAt: "2000-01-01T00:00:00.000Z" };
  for (const item of storiesOf(received, { lexicon: reader.lexicon, ...(published ? { published } : {}) })) {
    if (item instanceof Error) throw item;
    if (item.story.text !== text)
      throw new Error(`${name}: the text changes when it is received; gold must be canonical (LF line ends, no byte order mark)`);
    return item.story;
  }
  throw new Error(`${name}: no story`);
}

/** The record of a story, or null where the reader refuses it. */
export function recordOf(reader: Reader, story: Story): StoryRecord | null {
  const record = reader.read(story);
  return "reason" in record ? null : record;
}
