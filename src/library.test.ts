import { describe, expect, it } from "vitest";
import { InputError, openArchive, readStory, storiesOf } from "./index.js";

const TEXT = "ROME, March 8 (AFP) - Italy said on Monday that it would open the border.";

describe("readStory", () => {
  it("gives the story with its record, every quote where the text has it", () => {
    const read = readStory(TEXT, { published: "2027-03-08", receivedAt: "2027-03-08T12:00:00.000Z" });
    if ("reason" in read) throw new Error(read.reason);
    const { source, story, record } = read;
    expect(story).toMatchObject({ text: TEXT, source: source.id, published: { value: "2027-03-08", from: "option" } });
    expect(record.story).toBe(story.id);
    for (const { start, end, exact } of record.statements.flatMap(({ anchor }) => anchor)) expect(TEXT.slice(start, end)).toBe(exact);
    expect(record.statements.map(({ cueLemma }) => cueLemma)).toEqual(["say"]);
  });

  it.each([
    ["another language", "Le ministre a déclaré lundi que la frontière serait fermée et que les syndicats avaient tort.", /English only/],
    ["nothing", "  \n", /is empty/],
    ["bytes of a program", Uint8Array.from([0, 1, 2, 0, 255]), /NUL bytes/],
  ])("gives a reason for %s", (_, content, reason) => {
    expect(readStory(content)).toEqual({ reason: expect.stringMatching(reason) });
  });

  it("throws for a date that is none", () => {
    expect(() => readStory(TEXT, { published: "Monday" })).toThrow(RangeError);
  });

  it("goes with the archive", async () => {
    const archive = await openArchive(":memory:");
    const read = readStory(TEXT, { published: "2027-03-08" });
    if ("reason" in read) throw new Error(read.reason);
    expect((await archive.add(read.source, read.story, read.record)).outcome).toBe("added");
    expect((await archive.check("open the border")).exact).toHaveLength(1);
    await archive.close();
  });
});

describe("storiesOf", () => {
  it("gives errors in the place of stories", () => {
    const received = { bytes: new TextEncoder().encode('{"text": 1}\n'), name: "a.jsonl", receivedAt: "2027-03-08T12:00:00.000Z" };
    expect([...storiesOf(received)]).toEqual([expect.any(InputError)]);
  });
});
