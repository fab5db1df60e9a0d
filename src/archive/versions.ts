import type { VersionLinkTable } from "./schema.js";

/** What of a story decides which versions it has and where it stands among them. */
export interface VersionedStory {
  readonly seq: number;
  readonly id: string;
  readonly guid: string | null;
  readonly uri: string | null;
  readonly source: string;
  readonly sourceIndex: number;
  readonly formatVersion: number;
  /** `dateKey` of updated, else published; "" where the story has neither. */
  readonly dated: string;
  readonly version: string | null;
  readonly receivedAt: string;
  readonly knownFrom: string;
}

type Reason = VersionLinkTable["reason"];

/** What makes two stories versions of one, surest first. A story without it has no versions for that reason. */
const FAMILIES: readonly { readonly reason: Reason; readonly key: (story: VersionedStory) => string | null }[] = [
  { reason: "same guid", key: ({ guid }) => guid },
  { reason: "same address", key: ({ uri }) => uri },
  { reason: "newer format", key: ({ source, sourceIndex }) => `${source} ${sourceIndex}` },
];

/** Whether two stories share what makes them versions of one. */
export const areVersions = (a: VersionedStory, b: VersionedStory): boolean =>
  FAMILIES.some(({ key }) => key(a) !== null && key(a) === key(b));

/**
 * Links each story to the version right before it: of its guid, else of its address, else of its source as an older format read it. A
 * story supersedes one other at most. Which of two is older says their date, then version, format, time of receipt; never the order in
 * which they were added, so that an archive filled in any order holds the same links.
 */
export function versionLinks(stories: readonly VersionedStory[]): readonly VersionLinkTable[] {
  const links = new Map<number, VersionLinkTable>();
  for (const { reason, key } of FAMILIES) {
    const families = new Map<string, VersionedStory[]>();
    for (const story of stories) {
      const name = key(story);
      if (name !== null) families.set(name, [...(families.get(name) ?? []), story]);
    }
    for (const family of families.values()) {
      const ordered = [...family].sort(byAge);
      for (let i = 1; i < ordered.length; i++) {
        const [older, newer] = [ordered[i - 1], ordered[i]];
        if (links.has(newer.seq)) continue;
        // One source read twice by one format, with another date or outlet given by the user: no version follows the other.
        if (reason === "newer format" && older.formatVersion === newer.formatVersion) continue;
        const knownFrom = [older.knownFrom, newer.knownFrom].sort()[1];
        links.set(newer.seq, { story: newer.seq, supersedes: older.seq, reason, known_from: knownFrom });
      }
    }
  }
  return [...links.values()];
}

function byAge(a: VersionedStory, b: VersionedStory): number {
  return (
    compare(a.dated, b.dated) ||
    (a.version ?? "").localeCompare(b.version ?? "", "en", { numeric: true }) ||
    a.formatVersion - b.formatVersion ||
    compare(a.receivedAt, b.receivedAt) ||
    compare(a.id, b.id)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
