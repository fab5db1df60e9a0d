import { sql } from "kysely";
import type { Correction } from "../../model/index.js";
import type { KnownCorrection } from "../history.js";
import type { Db } from "../schema.js";

/** Subquery: a story with all that are versions of it, in one chain or another. */
export const versionsOf = (story: number) => sql<number>`(
  with recursive family(seq) as (
    select ${story}
    union select link.supersedes from version_links link join family on link.story = family.seq
    union select link.story from version_links link join family on link.supersedes = family.seq)
  select seq from family)`;

/** The numbers of a story and of all that are versions of it. */
export async function storyVersions(db: Db, story: number): Promise<readonly number[]> {
  const { rows } = await sql<{ seq: number }>`select seq from stories where seq in ${versionsOf(story)} order by seq`.execute(db);
  return rows.map(({ seq }) => seq);
}

/** Whether anybody decided anything about a story or another version of it. */
export async function hasCorrections(db: Db, story: number): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`
    select exists (select 1 from corrections where story in ${versionsOf(story)}) as found`.execute(db);
  return rows[0].found === 1;
}

/** All decisions about a story and its other versions. */
export async function knownCorrections(db: Db, story: number): Promise<readonly KnownCorrection[]> {
  const { rows } = await sql<{ body: string; known_from: string }>`
    select body, known_from from corrections where story in ${versionsOf(story)}`.execute(db);
  return rows.map(({ body, known_from }) => ({ correction: JSON.parse(body) as Correction, from: known_from }));
}
