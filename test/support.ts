import { storiesOf } from "../src/formats/index.js";
import type { Reader } from "../src/intake/index.js";
import type { StoryRecord } from "../src/model/index.js";

/** The record of a plain text, published when said. Throws where the text gives no story or the reader refuses it. */
export function recordOfText(reader: Reader, text: string, published?: string): StoryRecord {
  const received = { bytes: new TextEncoder().encode(text), name: "test.txt", receivedAt: "2027-03-09T12:00:00.000Z" };
  for (const item of storiesOf(received, { lexicon: reader.lexicon, ...(published ? { published } : {}) })) {
    if (item instanceof Error) throw item;
    const record = reader.read(item.story);
    if ("reason" in record) throw new Error(record.reason);
    return record;
  }
  throw new Error("no story");
}
