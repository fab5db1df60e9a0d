import { openArchive } from "../../src/archive/index.js";
import { generateStories } from "../archive/generate.js";

const SEED = 11;
const STORIES = 4000;

/**
 * Pairs of stories of which one was made from the other (or both from a third), as the archive's families have them, against what the generator
 * knows: precision, recall and F1. The stories that are not kin share half of their quotations with others on the same event.
 */
export async function run(): Promise<string> {
  const archive = await openArchive(":memory:");
  const family = new Map<string, number>();
  function* stories() {
    for (const story of generateStories(SEED)) {
      family.set(story.story.id, story.family);
      yield story;
      if (family.size >= STORIES) return;
    }
  }
  for await (const _ of archive.addMany(stories())) {
    // The outcome of each story is of no interest here.
  }
  const found: (readonly string[])[] = [];
  for await (const { stories: members } of archive.families()) found.push(members.map(({ story }) => story));
  await archive.close();
  const pairs = (groups: Iterable<readonly string[]>): Set<string> =>
    new Set([...groups].flatMap((ids) => ids.flatMap((a) => ids.filter((b) => a < b).map((b) => `${a} ${b}`))));
  const groups = new Map<number, string[]>();
  for (const [id, number] of family) groups.set(number, [...(groups.get(number) ?? []), id]);
  const [predicted, gold] = [pairs(found), pairs(groups.values())];
  const right = [...predicted].filter((pair) => gold.has(pair)).length;
  const precision = right / predicted.size;
  const recall = right / gold.size;
  return [
    `${STORIES} stories, ${gold.size} pairs of kin, ${predicted.size} found, ${right} of them right`,
    `families precision ${precision.toFixed(4)} recall ${recall.toFixed(4)} F1 ${((2 * precision * recall) / (precision + recall)).toFixed(4)}`,
  ].join("\n");
}
