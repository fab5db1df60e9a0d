import { sql } from "kysely";
import { leaveFamily, makeFamilies } from "./family-store.js";
import { deleteWords, purgeWords, WORD_INDEXES } from "./fts.js";
import { deleteHistory, syncHistory, type Writing } from "./history-store.js";
import { deleteShingles, purgeShingles } from "./shingle-index.js";
import { relinkWithout } from "./version-store.js";

/**
 * Takes a story out of every table and index, with its history, its corrections, and the sources and entities that nothing else
 * refers to. The word indexes are rewritten, which takes time in proportion to the archive.
 */
export async function removeStory(to: Writing, story: number): Promise<void> {
  const { tx } = to;
  await deleteHistory(tx, story);
  await deleteWords(tx, "stories_words", sql`(${story})`);
  await deleteShingles(tx, story);
  const decided = await tx.selectFrom("corrections").select("id").where("story", "=", story).executeTakeFirst();
  const kin = await leaveFamily(to, story);
  const versions = await relinkWithout(tx, story);
  for (const table of ["corrections", "collection_stories", "links", "records", "story_sources"] as const) {
    await tx.deleteFrom(table).where("story", "=", story).execute();
  }
  await tx.deleteFrom("stories").where("seq", "=", story).execute();
  await makeFamilies(to, kin);
  await tx
    .deleteFrom("sources")
    .where("id", "not in", (e) => e.selectFrom("story_sources").select("source"))
    .where("id", "not in", (e) => e.selectFrom("stories").select("source"))
    .execute();
  await tx
    .deleteFrom("entities")
    .where("id", "not in", (e) => e.selectFrom("links").select("to_id"))
    .execute();
  if (decided !== undefined) for (const version of versions) await syncHistory(to, version);
  for (const index of WORD_INDEXES) await purgeWords(tx, index);
  await purgeShingles(tx);
}
