import { sql } from "kysely";
import { Correction, correctionId, inForce, type Decision as Kind, type LayerName, type Story } from "../../model/index.js";
import { ArchiveError } from "../error.js";
import { advanceHistory, instantFor, type Writing } from "../history-store.js";
import { resolveStory, storyOfRow, unpackRecord } from "../read.js";
import type { Db } from "../schema.js";
import { applyCorrections } from "./apply.js";
import { type Addition, correctionOf, type Decision, undoOf } from "./decide.js";
import { FieldError } from "./fields.js";
import { knownCorrections, storyVersions, versionsOf } from "./known.js";

/** Stores a decision about an annotation. Throws `ArchiveError` "unknown-annotation", and "query" for what cannot be decided. */
export async function decideOn(to: Writing, decision: Decision, path: string): Promise<Correction> {
  return decided(to, await storyHolding(to.tx, decision.annotation, path), decision, path);
}

/** Stores an annotation that the machine missed. */
export async function addTo(to: Writing, reference: string, addition: Addition, path: string): Promise<Correction> {
  return decided(to, (await resolveStory(to.tx, reference, path)).seq, addition, path);
}

async function decided(to: Writing, seq: number, decision: Decision | Addition, path: string): Promise<Correction> {
  const { tx } = to;
  const at = await instantFor(to, seq);
  const docket = {
    ...(await storyWithRecord(tx, seq)),
    corrections: (await knownCorrections(tx, seq)).map(({ correction }) => correction),
  };
  const correction = asked(() => correctionOf(docket, decision, at), path);
  await putCorrection(to, seq, correction, at);
  await advanceVersions(to, seq, at);
  return correction;
}

/** Takes a decision back, by its id or the beginning of it. Throws `ArchiveError` "unknown-correction". */
export async function undo(to: Writing, reference: string, by: string, note: string | undefined, path: string): Promise<Correction> {
  const { tx } = to;
  const beginning = reference.startsWith("cor_") ? reference : `cor_${reference}`;
  const found = await tx
    .selectFrom("corrections")
    .select(["body", "story"])
    .where("id", ">=", beginning)
    .where("id", "<", `${beginning}~`)
    .limit(2)
    .execute();
  if (found.length !== 1) {
    const fault = found.length === 0 ? "no decision has an id that begins so" : "more than one id begins so: give more digits";
    throw new ArchiveError("unknown-correction", path, `${reference}: ${fault}; onrecord corrections lists them`);
  }
  const [{ body, story }] = found;
  const undone: Correction = JSON.parse(body);
  const about = (await knownCorrections(tx, story)).map(({ correction }) => correction);
  if (undone.decision !== "undo" && !inForce(about).some(({ id }) => id === undone.id)) {
    throw new ArchiveError("query", path, `${undone.id} was taken back already`);
  }
  const at = await instantFor(to, story);
  const correction = asked(() => undoOf(undone, by, note, at), path);
  await putCorrection(to, story, correction, at);
  await advanceVersions(to, story, at);
  return correction;
}

/** A fault of the person who decides is one of the query. */
function asked<Result>(make: () => Result, path: string): Result {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    throw new ArchiveError("query", path, error.message, { cause: error });
  }
}

/** Parsed first, so that one decision is the same bytes in every archive. */
async function putCorrection({ tx }: Writing, story: number, correction: Correction, now: string): Promise<void> {
  await tx
    .insertInto("corrections")
    .values({ id: correction.id, story, body: JSON.stringify(Correction.parse(correction)), known_from: now, known_to: null })
    .execute();
}

/** A decision about one version is a decision about the same words in all. */
async function advanceVersions(to: Writing, story: number, now: string): Promise<void> {
  for (const seq of await storyVersions(to.tx, story)) await advanceHistory(to, seq, now);
}

/** The story in which an annotation stands, also one that a person rejected. */
async function storyHolding(db: Db, annotation: string, path: string): Promise<number> {
  const { rows } = await sql<{ story: number }>`
    select story from annotation_rows where id = ${annotation} and known_to is null
    union select story from actor_rows where id = ${annotation} and known_to is null`.execute(db);
  if (rows.length === 0) {
    throw new ArchiveError(
      "unknown-annotation",
      path,
      `${annotation}: there is no such annotation in ${path}; the lists give ids with --json and --csv`,
    );
  }
  return rows[0].story;
}

async function storyWithRecord(db: Db, seq: number) {
  const story = await db.selectFrom("stories").select(["text", "meta"]).where("seq", "=", seq).executeTakeFirstOrThrow();
  const record = await db
    .selectFrom("records")
    .select("body")
    .where("story", "=", seq)
    .where("known_to", "is", null)
    .executeTakeFirstOrThrow();
  return { story: storyOfRow(story), record: unpackRecord(record.body) };
}

/** What became of a correction from elsewhere. "no story": it is of a story that is not here, and was not stored. */
export interface Imported {
  readonly correction: string;
  readonly story: string;
  readonly outcome: "added" | "unchanged" | "no story";
}

/**
 * Stores corrections that were made in another archive, or in this one before. What is there already is left as it is, so that doing it
 * twice changes nothing. Throws `ArchiveError` "query", and stores nothing, for one that is no correction or whose id is not that of its contents.
 */
export async function importCorrections(to: Writing, corrections: readonly unknown[], path: string): Promise<readonly Imported[]> {
  const { tx } = to;
  const checked = corrections.map((value, i) => checkedCorrection(value, i + 1, path));
  const outcomes: Imported[] = [];
  const touched = new Map<number, string>();
  for (const correction of checked) {
    const outcome = (done: Imported["outcome"]): number =>
      outcomes.push({ correction: correction.id, story: correction.story, outcome: done });
    const story = await tx.selectFrom("stories").select("seq").where("id", "=", correction.story).executeTakeFirst();
    if (story === undefined) {
      outcome("no story");
      continue;
    }
    const known = await tx.selectFrom("corrections").select("id").where("id", "=", correction.id).executeTakeFirst();
    if (known !== undefined) {
      outcome("unchanged");
      continue;
    }
    const now = touched.get(story.seq) ?? (await instantFor(to, story.seq));
    touched.set(story.seq, now);
    await putCorrection(to, story.seq, correction, now);
    outcome("added");
  }
  for (const [story, now] of touched) await advanceVersions(to, story, now);
  return outcomes;
}

function checkedCorrection(value: unknown, number: number, path: string): Correction {
  const parsed = Correction.safeParse(value);
  if (!parsed.success) {
    const [{ path: at, message }] = parsed.error.issues;
    throw new ArchiveError("query", path, `Correction ${number} is none: ${at.join(".") || "it"}: ${message}; nothing was imported`);
  }
  if (correctionId(parsed.data) !== parsed.data.id) {
    throw new ArchiveError(
      "query",
      path,
      `Correction ${number} (${parsed.data.id}) was changed after it was made: its id does not fit; nothing was imported`,
    );
  }
  return parsed.data;
}

/** Which corrections are listed. All conditions must hold. */
export interface CorrectionQuery {
  /** A story's id or its beginning: corrections of it and of its other versions. */
  readonly story?: string;
  /** Words of the author's name: letters match in either case. */
  readonly author?: string;
  readonly layer?: LayerName;
  readonly decision?: Kind;
  readonly state?: CorrectionState;
}

/**
 * "in force": it is of an annotation of the record as it is now. "orphaned": nothing to bind to, in its own story or in the newest version
 * of it. "undone": taken back. "undo": it takes another back.
 */
export const CORRECTION_STATES = ["in force", "orphaned", "undone", "undo"] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/** A correction with what became of it. */
export interface CorrectionRow {
  readonly story: string;
  readonly headline: string | null;
  readonly lead: string;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly correction: Correction;
  /** The words that were judged. */
  readonly words: string;
  readonly state: CorrectionState;
  /** Id of the annotation that it is of, in its own story; null where there is none. */
  readonly annotation: string | null;
  /** Why it is orphaned, and in which story. */
  readonly orphaned: { readonly story: string; readonly reason: string } | null;
}

/** All decisions ever made, in the order in which they were made: the log. */
export async function* listCorrections(db: Db, query: CorrectionQuery, path: string): AsyncIterable<CorrectionRow> {
  const only = query.story === undefined ? null : (await resolveStory(db, query.story, path)).seq;
  const { rows: stories } = await sql<{ story: number }>`
    select distinct c.story from corrections c ${only === null ? sql`` : sql`where c.story in ${versionsOf(only)}`} order by c.story`.execute(
    db,
  );
  const rows: CorrectionRow[] = [];
  for (const { story } of stories) rows.push(...(await correctionsOf(db, story)));
  rows.sort((a, b) =>
    a.correction.at < b.correction.at ? -1 : a.correction.at > b.correction.at ? 1 : a.correction.id < b.correction.id ? -1 : 1,
  );
  for (const row of rows) if (fits(row, query)) yield row;
}

const fits = ({ correction, state }: CorrectionRow, query: CorrectionQuery): boolean =>
  (query.author === undefined || correction.author.toLowerCase().includes(query.author.toLowerCase())) &&
  (query.layer === undefined || correction.layer === query.layer) &&
  (query.decision === undefined || correction.decision === query.decision) &&
  (query.state === undefined || state === query.state);

async function correctionsOf(db: Db, seq: number): Promise<readonly CorrectionRow[]> {
  const corrections = (await knownCorrections(db, seq)).map(({ correction }) => correction);
  const holding = new Set(inForce(corrections).map(({ id }) => id));
  const own = await storyWithRecord(db, seq);
  const here = applyCorrections(own.story, own.record, corrections);
  const newest = await newestVersion(db, seq);
  const latest = newest === seq ? null : await storyWithRecord(db, newest);
  const there = latest === null ? null : applyCorrections(latest.story, latest.record, corrections);
  const { headline, outlet, agency, published } = own.story;
  const row = await db.selectFrom("stories").select("lead").where("seq", "=", seq).executeTakeFirstOrThrow();
  return corrections
    .filter(({ story }) => story === own.story.id)
    .map((correction): CorrectionRow => {
      const reasonIn = (corrected: typeof here): string | undefined =>
        corrected.orphaned.find((one) => one.correction.id === correction.id)?.reason;
      const orphaned = orphanedIn(own.story, reasonIn(here)) ?? (latest && there && orphanedIn(latest.story, reasonIn(there))) ?? null;
      const state =
        correction.decision === "undo" ? "undo" : !holding.has(correction.id) ? "undone" : orphaned === null ? "in force" : "orphaned";
      return {
        story: own.story.id,
        headline,
        lead: row.lead,
        published: published?.value ?? null,
        outlet,
        agency,
        correction,
        words: correction.target.map(([, { exact }]) => exact).join(" … "),
        state,
        annotation: here.applied.find((one) => one.correction.id === correction.id)?.annotation ?? null,
        orphaned,
      };
    });
}

const orphanedIn = ({ id }: Story, reason: string | undefined): CorrectionRow["orphaned"] =>
  reason === undefined ? null : { story: id, reason };

/** The last version after a story; itself where there is none. */
async function newestVersion(db: Db, seq: number): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    with recursive later(seq, n) as (
      select ${seq}, 0 union all select link.story, later.n + 1 from version_links link join later on link.supersedes = later.seq)
    select seq from later order by n desc limit 1`.execute(db);
  return rows[0].seq;
}
