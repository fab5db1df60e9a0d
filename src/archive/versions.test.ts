import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type VersionedStory, versionLinks } from "./versions.js";

function story(seq: number, given: Partial<VersionedStory> = {}): VersionedStory {
  const plain = { guid: null, uri: null, source: `s${seq}`, sourceIndex: 0, formatVersion: 1, dated: "", version: null };
  return { seq, id: `story_${seq}`, receivedAt: "2026-03-01T00:00:00.000Z", knownFrom: "2026-03-01T00:00:00.000Z", ...plain, ...given };
}

const shown = (stories: readonly VersionedStory[]): readonly string[] =>
  versionLinks(stories)
    .map(({ story, supersedes, reason }) => `${story} after ${supersedes}: ${reason}`)
    .sort();

describe("versionLinks", () => {
  it("orders stories of one guid by date, then by version as a number", () => {
    const stories = [
      story(1, { guid: "g", dated: "2026-03-02T00:00:00", version: "10" }),
      story(2, { guid: "g", dated: "2026-03-02T00:00:00", version: "9" }),
      story(3, { guid: "g", dated: "2026-03-01T00:00:00", version: "11" }),
      story(4, { guid: "other" }),
    ];
    expect(shown(stories)).toEqual(["1 after 2: same guid", "2 after 3: same guid"]);
  });

  it("links by address what has no guid in common, and one story to one other only", () => {
    const at = { uri: "https://example.org/a" };
    const stories = [
      story(1, { ...at, dated: "1" }),
      story(2, { ...at, guid: "g", dated: "2" }),
      story(3, { ...at, guid: "g", dated: "3" }),
    ];
    expect(shown(stories)).toEqual(["2 after 1: same address", "3 after 2: same guid"]);
  });

  it("links what a newer format made of one source, but not what the user dated otherwise", () => {
    const same = { source: "s" };
    expect(shown([story(1, { ...same, formatVersion: 2 }), story(2, same)])).toEqual(["1 after 2: newer format"]);
    expect(shown([story(1, { ...same, dated: "1" }), story(2, { ...same, dated: "2" })])).toEqual([]);
    expect(shown([story(1, { ...same, formatVersion: 2 }), story(2, { ...same, sourceIndex: 1 })])).toEqual([]);
  });

  it("does not depend on the order of the stories", () => {
    const any = fc.record({
      guid: fc.constantFrom(null, "a", "b"),
      uri: fc.constantFrom(null, "u", "v"),
      source: fc.constantFrom("s", "t"),
      formatVersion: fc.integer({ min: 1, max: 2 }),
      dated: fc.constantFrom("", "1", "2"),
      version: fc.constantFrom(null, "1", "2"),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.func(fc.integer()), (drafts, order) => {
        const stories = drafts.map((draft, seq) => story(seq, draft));
        const shuffled = [...stories].sort((a, b) => order(a.seq) - order(b.seq));
        expect(shown(shuffled)).toEqual(shown(stories));
      }),
    );
  });
});
