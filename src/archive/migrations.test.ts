import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { Kysely, Migrator, sql } from "kysely";
import { afterAll, expect, it } from "vitest";
import { makerId, type StoryRecord } from "../model/index.js";
import { deriveRows, storyColumns } from "./derive.js";
import { sqliteDialect } from "./dialect.js";
import { openDriver } from "./driver.js";
import { indexWords, searchedText } from "./fts.js";
import { openArchive } from "./index.js";
import { APPLICATION_ID, migrations } from "./migrations.js";
import { collect, type Draft, item } from "./testing.js";

const folder = mkdtempSync(join(tmpdir(), "onrecord-"));
afterAll(() => rmSync(folder, { recursive: true }));

const TALKS: Draft = {
  text: "Jon Ode said the ferry would sail. Mia Berg denied it.",
  published: "2026-03-02",
  actors: [{ name: "Jon Ode" }, { name: "Mia Berg" }],
  statements: [{ by: ["Jon Ode"], content: "the ferry would sail", cue: "said" }],
};
const READ_ANEW: Draft = {
  ...TALKS,
  maker: "2.0.0",
  statements: [...(TALKS.statements ?? []), { by: ["Mia Berg"], content: "it", cue: "denied", denied: true }],
};

/** An archive as the first step left it: one story, read twice, with rows of the second reading alone. */
async function firstArchive(file: string): Promise<void> {
  const driver = await openDriver(file);
  const db = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: sqliteDialect(driver, { lockTimeout: 1000, translate: (error) => error as Error }),
  });
  await sql.raw(`pragma application_id = ${APPLICATION_ID}`).execute(db);
  const { error } = await new Migrator({ db, provider: migrations }).migrateTo("0001-record");
  expect(error).toBeUndefined();
  const { source, story } = item(TALKS);
  const { text, ...meta } = story;
  const insert = async (table: string, row: Readonly<Record<string, unknown>>) => void (await db.insertInto(table).values(row).execute());
  const known_from = "2026-03-02T08:00:00.000Z";
  await insert("sources", { id: source.id, size: source.size, media_type: source.mediaType, received_at: source.receivedAt, known_from });
  await insert("stories", { seq: 1, ...storyColumns(story), text, meta: JSON.stringify(meta), known_from });
  await insert("story_sources", { story: 1, source: source.id, known_from });
  await insert("stories_words", { rowid: 1, words: indexWords("stories_words", searchedText(story)) });
  const put = (record: StoryRecord, from: string, known_to: string | null) =>
    insert("records", {
      story: 1,
      maker: makerId(record.maker),
      schema_version: 1,
      body: deflateRawSync(JSON.stringify(record)),
      known_from: from,
      known_to,
    });
  const anew = "2026-03-09T08:00:00.000Z";
  await put(item(TALKS).record, known_from, anew);
  await put(item(READ_ANEW).record, anew, null);
  const { annotations, actors, actorRoles, annotationWords, actorWords } = deriveRows(item(READ_ANEW).record);
  for (const [i, row] of annotations.entries()) await insert("annotations", { seq: i + 1, story: 1, ...row });
  for (const [i, row] of actors.entries()) await insert("actors", { seq: i + 1, story: 1, ...row });
  for (const { annotation, actor, role } of actorRoles)
    await insert("annotation_actors", { annotation: annotation + 1, actor: actor + 1, role });
  for (const [i, words] of annotationWords.entries()) {
    if (words !== null) await insert("annotations_words", { rowid: i + 1, words: indexWords("annotations_words", words) });
  }
  for (const [i, words] of actorWords.entries()) await insert("actors_words", { rowid: i + 1, words: indexWords("actors_words", words) });
  await db.destroy();
}

it("brings an archive of the first version up to date, with what was on record before", async () => {
  const file = join(folder, "first.db");
  await firstArchive(file);
  const archive = await openArchive(file, { mode: "existing" });
  expect(await collect(archive.verify())).toEqual([]);
  expect(await collect(archive.statements({ by: "berg" }))).toHaveLength(1);
  await archive.correct({ by: "Eva Kol", decision: "wrong", annotation: item(TALKS).record.statements[0].id });
  expect(await collect(archive.statements({ by: "ode" }))).toEqual([]);
  expect(await collect(archive.verify())).toEqual([]);
  await archive.close();
  for (const [asOf, statements] of [
    ["2026-03-01", null],
    ["2026-03-08", 1],
    ["2026-03-09", 2],
  ] as const) {
    const then = await openArchive(file, { asOf });
    expect(await collect(then.stories())).toHaveLength(statements === null ? 0 : 1);
    expect(await collect(then.statements())).toHaveLength(statements ?? 0);
    await then.close();
  }
});
