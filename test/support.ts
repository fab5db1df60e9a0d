import { expect } from "vitest";
import { storiesOf } from "../src/formats/index.js";
import type { Reader } from "../src/intake/index.js";
import { type Anchor, anchorContains, StoryRecord } from "../src/model/index.js";

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

/** What holds for the record of any text: it keeps its schema, its references lead somewhere, and a statement within another stands in its words. */
export function expectSound(record: StoryRecord): void {
  expect(StoryRecord.safeParse(record).success).toBe(true);
  const actors = new Set(record.actors.map(({ id }) => id));
  const statements = new Map(record.statements.map((statement) => [statement.id, statement]));
  expect(statements.size).toBe(record.statements.length);
  for (const { speaker, modality, cue } of record.statements) {
    if (speaker.kind === "actor") for (const id of [speaker.actor, ...speaker.joint]) expect(actors.has(id)).toBe(true);
    const outer = modality.within === null ? null : statements.get(modality.within);
    expect(outer).not.toBe(undefined);
    if (outer) expect(anchorContains(outer.anchor, cue as Anchor)).toBe(true);
  }
  for (const { affiliation } of record.actors) if (affiliation !== null) expect(actors.has(affiliation)).toBe(true);
}
