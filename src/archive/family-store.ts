import { CompiledQuery, type Kysely, sql } from "kysely";
import {
  type Body,
  bodyOf,
  type Copying,
  copyOf,
  type Family,
  familiesOf,
  familyId,
  type Kinship,
  type Member,
  sketchOf,
} from "../linking/index.js";
import type { Story } from "../model/index.js";
import type { Writing } from "./history-store.js";
import { storyOfRow } from "./read.js";
import type { Db, KinshipTable, LinkTable } from "./schema.js";

/**
 * Families of copies and versions: entities of type StoryFamily, with a link for each of their stories. Derived from the stories alone, in
 * the transaction that adds or removes one: sketches find the stories that may be copies, `copyOf` decides, and with the version links
 * the kinships make the families (`familiesOf`).
 */
export const FAMILY = "StoryFamily";
/** Who decides links that are not a person's. */
export const MACHINE = "onrecord";

export async function createFamilyTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("story_sketches")
    .addColumn("shingle", "integer", (c) => c.notNull())
    .addColumn("story", "integer", (c) => c.notNull().references("stories.seq"))
    .addPrimaryKeyConstraint("story_sketches_key", ["shingle", "story"])
    .modifyEnd(sql`without rowid`)
    .execute();
  await db.schema
    .createTable("kinships")
    .addColumn("story", "integer", (c) => c.notNull().references("stories.seq"))
    .addColumn("kin", "integer", (c) => c.notNull().references("stories.seq"))
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("confidence", "real", (c) => c.notNull())
    .addColumn("known_from", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("kinships_key", ["story", "kin"])
    .execute();
  await db.schema.createIndex("kinships_by_kin").on("kinships").column("kin").execute();
}

/** Makes the families of an archive that was made before there were any. */
export async function fillFamilies(to: Writing): Promise<void> {
  const stories = await to.tx.selectFrom("stories").select(["seq", "known_from"]).orderBy("seq").execute();
  for (const { seq, known_from } of stories) {
    const row = await to.tx.selectFrom("stories").select(["text", "meta"]).where("seq", "=", seq).executeTakeFirstOrThrow();
    await joinFamily({ ...to, now: known_from }, seq, bodyOf(storyOfRow(row)));
  }
}

/** Finds the copies of a story that was just stored, with its version links, and puts it into their family. */
export async function joinFamily(to: Writing, seq: number, body: Body): Promise<void> {
  const { tx } = to;
  const sketch = sketchOf(body.all);
  const candidates = await candidatesOf(tx, sketch);
  await insertSketch(tx, seq, sketch);
  const self = await memberOf(tx, seq);
  const kin = await kinAmong(to, self, body, candidates);
  const versions = await versionsOf(tx, [seq]);
  if (kin.length === 0 && versions.length === 0) return;
  if (versions.length > 0 || !(await isLatestOfOne(to, self, kin))) await makeFamilies(to, [seq]);
}

/** Takes a story out of its family and everything that told of it. Gives those that were in it: they must be brought together anew when it is gone. */
export async function leaveFamily({ tx }: Writing, seq: number): Promise<readonly number[]> {
  const component = await componentOf(tx, [seq]);
  const row = await tx.selectFrom("stories").select(["id", "text", "meta"]).where("seq", "=", seq).executeTakeFirstOrThrow();
  const sketch = sketchOf(bodyOf(storyOfRow(row)).all);
  if (sketch.length > 0) {
    await tx
      .deleteFrom("story_sketches")
      .where("shingle", "in", [...sketch])
      .where("story", "=", seq)
      .execute();
  }
  await tx
    .deleteFrom("kinships")
    .where((e) => e.or([e("story", "=", seq), e("kin", "=", seq)]))
    .execute();
  // The family that it was the first of bears its headline, which must go with it.
  await tx.deleteFrom("links").where("to_id", "=", familyId(row.id)).execute();
  return component.filter((other) => other !== seq);
}

/** Makes the families of these stories, and of all that they are joined with, what kinships and version links tell. */
export async function makeFamilies(to: Writing, seqs: readonly number[]): Promise<void> {
  const component = await componentOf(to.tx, seqs);
  if (component.length > 0) await storeFamilies(to, component, await expectedFamilies(to.tx, component));
}

/** What the families of these stories should be: all that they are joined with must be among them. */
export async function expectedFamilies(db: Db, seqs: readonly number[]): Promise<readonly Family[]> {
  const members = await membersOf(db, seqs);
  const ids = new Map(members.map(({ seq, story }) => [seq, story]));
  const idOf = (seq: number): string => ids.get(seq) as string;
  const kinships = (await kinshipsOf(db, seqs)).map(
    ({ story, kin, reason, confidence }): Kinship => ({ one: idOf(story), other: idOf(kin), reason, confidence }),
  );
  const versions = (await versionsOf(db, seqs)).map(
    ({ story, supersedes, reason }): Kinship => ({ one: idOf(story), other: idOf(supersedes), reason: `${reason} as`, confidence: 1 }),
  );
  return familiesOf(members, [...versions, ...kinships]);
}

interface StoredMember extends Member {
  readonly seq: number;
}

async function membersOf(db: Db, seqs: readonly number[]): Promise<readonly StoredMember[]> {
  const { rows } = await sql<{ seq: number; story: string; dated: string }>`
    select seq, id as story, published_key as dated from stories where seq in ${listed(seqs)}`.execute(db);
  return rows;
}

const memberOf = async (db: Db, seq: number): Promise<StoredMember> => (await membersOf(db, [seq]))[0];

/** Stories that are compared with a new one: those that share most of its sketch. */
const COMPARED = 12;
/** Less is chance. */
const LEAST_SHARED = 2;
/** A shingle that so many sketches hold is a phrase of everybody's. */
const COMMON = 200;

async function candidatesOf(db: Db, sketch: readonly number[]): Promise<readonly number[]> {
  const shared = new Map<number, number>();
  for (const shingle of sketch) {
    const { rows } = await db.executeQuery<{ story: number }>(
      CompiledQuery.raw("select story from story_sketches where shingle = ? limit ?", [shingle, COMMON]),
    );
    if (rows.length < COMMON) for (const { story } of rows) shared.set(story, (shared.get(story) ?? 0) + 1);
  }
  return [...shared]
    .filter(([, count]) => count >= Math.min(LEAST_SHARED, sketch.length))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, COMPARED)
    .map(([story]) => story);
}

async function insertSketch(db: Db, story: number, sketch: readonly number[]): Promise<void> {
  for (const shingle of sketch) {
    await db.executeQuery(CompiledQuery.raw("insert into story_sketches (shingle, story) values (?, ?)", [shingle, story]));
  }
}

const REASONS: { readonly [C in Copying]: string } = {
  copy: "copy of",
  shortened: "shortened from",
  extended: "extended from",
  rewritten: "rewritten from",
};

/** Stores the kinships of a story with those of the candidates that are its kin, and gives these. */
async function kinAmong(
  { tx, now }: Writing,
  self: StoredMember,
  body: Body,
  candidates: readonly number[],
): Promise<readonly StoredMember[]> {
  const kin: StoredMember[] = [];
  for (const other of await membersOf(tx, candidates)) {
    const row = await tx.selectFrom("stories").select(["text", "meta"]).where("seq", "=", other.seq).executeTakeFirstOrThrow();
    const otherBody = bodyOf(storyOfRow(row));
    const otherFirst = isEarlier(other, self);
    const copy = otherFirst ? copyOf(otherBody, body) : copyOf(body, otherBody);
    if (copy === null) continue;
    const [story, earlier] = otherFirst ? [self.seq, other.seq] : [other.seq, self.seq];
    await tx
      .insertInto("kinships")
      .values({ story, kin: earlier, reason: REASONS[copy.copying], confidence: copy.confidence, known_from: now })
      .execute();
    kin.push(other);
  }
  return kin;
}

/** The order of `familiesOf`. */
const isEarlier = (a: Member, b: Member): boolean =>
  a.dated === b.dated ? a.story < b.story : a.dated !== "" && (b.dated === "" || a.dated < b.dated);

/**
 * The usual case, done without a look at the whole family, which may have hundreds of stories: all kin of the new story are earlier, and
 * in one family. Then nothing changes for those. Gives whether it was so.
 */
async function isLatestOfOne(to: Writing, self: StoredMember, kin: readonly StoredMember[]): Promise<boolean> {
  if (kin.some((other) => !isEarlier(other, self))) return false;
  const links = await openLinks(
    to.tx,
    kin.map(({ seq }) => seq),
  );
  const [family] = links;
  if (family === undefined || links.length < kin.length || links.some(({ to_id }) => to_id !== family.to_id)) return false;
  const kinships = (await kinshipsOf(to.tx, [self.seq])).map(({ kin: earlier, reason, confidence }) => ({
    one: self.story,
    other: kin.find(({ seq }) => seq === earlier)?.story as string,
    reason,
    confidence,
  }));
  const [{ members }] = familiesOf([self, ...kin], kinships);
  const { reason, confidence } = members[members.length - 1];
  await insertLinks(to, [{ story: self.seq, from_id: self.story, to_id: family.to_id, reason, confidence }]);
  return true;
}

/** These stories and all that kinships and version links join them with. */
async function componentOf(db: Db, seqs: readonly number[]): Promise<readonly number[]> {
  const found = new Set(seqs);
  for (let fresh = [...found]; fresh.length > 0; ) {
    const around = [
      ...(await kinshipsOf(db, fresh)).flatMap(({ story, kin }) => [story, kin]),
      ...(await versionsOf(db, fresh)).flatMap(({ story, supersedes }) => [story, supersedes]),
    ];
    fresh = [...new Set(around)].filter((seq) => !found.has(seq));
    for (const seq of fresh) found.add(seq);
  }
  return [...found];
}

async function kinshipsOf(db: Db, seqs: readonly number[]): Promise<readonly Omit<KinshipTable, "known_from">[]> {
  const { rows } = await sql<KinshipTable>`
    select story, kin, reason, confidence from kinships where story in ${listed(seqs)}
    union select story, kin, reason, confidence from kinships where kin in ${listed(seqs)}`.execute(db);
  return rows;
}

async function versionsOf(
  db: Db,
  seqs: readonly number[],
): Promise<readonly { readonly story: number; readonly supersedes: number; readonly reason: string }[]> {
  const { rows } = await sql<{ story: number; supersedes: number; reason: string }>`
    select story, supersedes, reason from version_links where story in ${listed(seqs)}
    union select story, supersedes, reason from version_links where supersedes in ${listed(seqs)}`.execute(db);
  return rows;
}

type FamilyLink = Pick<LinkTable, "story" | "from_id" | "to_id" | "reason" | "confidence">;

/** The links of these stories to families that hold. */
export async function openLinks(db: Db, seqs: readonly number[]): Promise<readonly (FamilyLink & { seq: number; known_from: string })[]> {
  const { rows } = await sql<FamilyLink & { seq: number; known_from: string }>`
    select l.seq, l.story, l.from_id, l.to_id, l.reason, l.confidence, l.known_from from links l
    where l.story in ${listed(seqs)} and l.to_id like 'fam\\_%' escape '\\' and l.known_to is null`.execute(db);
  return rows;
}

/** Makes the links of these stories those of the families: what is no more ends now, what is new begins. */
async function storeFamilies(to: Writing, seqs: readonly number[], families: readonly Family[]): Promise<void> {
  const { tx, now } = to;
  const members = await membersOf(tx, seqs);
  const seqOf = new Map(members.map(({ seq, story }) => [story, seq]));
  const expected = families.flatMap(({ id, members }) =>
    members.map(({ story, reason, confidence }) => ({
      story: seqOf.get(story) as number,
      from_id: story,
      to_id: id,
      reason,
      confidence,
    })),
  );
  const stored = await openLinks(tx, seqs);
  for (const { id, first } of families) await openFamily(tx, id, seqOf.get(first) as number, now);
  const ended = stored.filter((link) => !expected.some((other) => sameLink(link, other)));
  for (const { seq, known_from } of ended) {
    // What began at this very instant never held.
    if (known_from === now) await tx.deleteFrom("links").where("seq", "=", seq).execute();
    else await tx.updateTable("links").set({ known_to: now }).where("seq", "=", seq).execute();
  }
  await insertLinks(
    to,
    expected.filter((link) => !stored.some((other) => sameLink(link, other))),
  );
  await closeFamilies(tx, [...new Set(ended.map(({ to_id }) => to_id))], now);
}

const sameLink = (a: FamilyLink, b: FamilyLink): boolean =>
  a.story === b.story && a.to_id === b.to_id && a.reason === b.reason && a.confidence === b.confidence;

async function insertLinks({ tx, now }: Writing, links: readonly FamilyLink[]): Promise<void> {
  for (const link of links) {
    await tx
      .insertInto("links")
      .values({ ...link, decided_by: MACHINE, known_from: now, known_to: null })
      .execute();
  }
}

/** The entity of a family, named after its first story. */
async function openFamily(tx: Db, id: string, first: number, now: string): Promise<void> {
  const { headline, lead } = await tx.selectFrom("stories").select(["headline", "lead"]).where("seq", "=", first).executeTakeFirstOrThrow();
  await tx
    .insertInto("entities")
    .values({ id, type: FAMILY, name: headline ?? lead, kind: null, country: null, known_from: now, known_to: null })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ known_to: null }))
    .execute();
}

/** Families without a story end; those that nothing ever tells of go. */
async function closeFamilies(tx: Db, ids: readonly string[], now: string): Promise<void> {
  for (const id of ids) {
    const links = await tx.selectFrom("links").select("known_to").where("to_id", "=", id).execute();
    if (links.length === 0) await tx.deleteFrom("entities").where("id", "=", id).execute();
    else if (links.every(({ known_to }) => known_to !== null)) {
      await tx.updateTable("entities").set({ known_to: now }).where("id", "=", id).execute();
    }
  }
}

/** What does not hold in the sketch and the family of a story, in words. */
export async function familyProblems(db: Db, seq: number, story: Story): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const shingle of sketchOf(bodyOf(story).all)) {
    const { rows } = await db.executeQuery(
      CompiledQuery.raw("select 1 from story_sketches where shingle = ? and story = ?", [shingle, seq]),
    );
    if (rows.length === 0) {
      problems.push("its sketch lacks shingles");
      break;
    }
  }
  const [family] = await expectedFamilies(db, await componentOf(db, [seq]));
  const expected = family?.members.find((member) => member.story === story.id);
  const stored = await openLinks(db, [seq]);
  const tell = (id: string | undefined, reason: string | undefined): string => (id === undefined ? "none" : `${id} (${reason})`);
  const [link] = stored;
  const [is, should] = [tell(link?.to_id, link?.reason), tell(family?.id, expected?.reason)];
  if (stored.length > 1 || is !== should) problems.push(`its family is ${is}, where its kin make it ${should}`);
  return problems;
}

/** Subquery of numbers: one parameter, however many there are. */
export const listed = (numbers: readonly number[]) => sql`(select value from json_each(${JSON.stringify(numbers)}))`;
