import { sql } from "kysely";
import { type Decision, type LayerName, sha256 } from "../model/index.js";
import { hasCorrections } from "./corrections/known.js";
import { allOf, type StoryScope, storyConditions } from "./query.js";
import { readStory } from "./read.js";
import type { Db } from "./schema.js";

/** Which annotations a sample is drawn from, and how. */
export interface AuditQuery extends StoryScope {
  /** All unless told. */
  readonly layers?: readonly LayerName[];
  /** How many are drawn; all where there are fewer. */
  readonly size: number;
  /** The same seed draws the same sample of the same record, and a larger one holds the smaller. */
  readonly seed: number;
}

/** An annotation of a sample. */
export interface AuditItem {
  readonly annotation: string;
  readonly layer: LayerName;
  readonly story: string;
  /** What a person decided of what the machine read: the last decision holds, and who changed it found it wrong. Null: nobody did. */
  readonly answer: "right" | "wrong" | null;
}

export interface AuditSample {
  readonly items: readonly AuditItem[];
  /** How many annotations there are by layer: what the sample stands for. */
  readonly population: Readonly<Record<string, number>>;
}

const ANSWERS: Partial<Record<Decision, "right" | "wrong">> = { right: "right", wrong: "wrong", changed: "wrong" };

/**
 * Draws annotations at random, each as likely as any other, from what the machine read, with the answers that persons gave already. Decisions
 * that were made for other reasons do not bias it: which annotations are in the sample depends on their ids and the seed alone.
 */
export async function drawSample(db: Db, { layers, size, seed, ...scope }: AuditQuery, path: string): Promise<AuditSample> {
  const inScope = allOf(await storyConditions(db, scope, path));
  const { rows } = await sql<{ id: string; layer: LayerName; seq: number; story: string }>`
    select a.id, a.layer, s.seq, s.id as story from annotation_rows a join stories s on s.seq = a.story
    where a.known_to is null and a.view <> 'corrected' and ${inScope}
    union all select x.id, 'actors', s.seq, s.id from actor_rows x join stories s on s.seq = x.story
    where x.known_to is null and x.view <> 'corrected' and ${inScope}`.execute(db);
  const wanted = layers === undefined ? rows : rows.filter(({ layer }) => layers.includes(layer));
  const population: Record<string, number> = {};
  for (const { layer } of wanted) population[layer] = (population[layer] ?? 0) + 1;
  const drawn = wanted
    .map((row) => ({ ...row, lot: sha256(`${seed} ${row.id}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, size);
  const answers = await answersIn(db, [...new Set(drawn.map(({ seq }) => seq))], path);
  return {
    population,
    items: drawn.map(({ id, layer, story }) => ({ annotation: id, layer, story, answer: answers.get(id) ?? null })),
  };
}

/** By annotation, what was decided last of it. */
async function answersIn(db: Db, stories: readonly number[], path: string): Promise<ReadonlyMap<string, "right" | "wrong">> {
  const answers = new Map<string, "right" | "wrong">();
  for (const story of stories) {
    if (!(await hasCorrections(db, story))) continue;
    const { decisions } = await readStory(db, story, path);
    for (const { correction, annotation } of decisions) {
      const answer = ANSWERS[correction.decision];
      if (answer !== undefined) answers.set(annotation, answer);
    }
  }
  return answers;
}

/** How often the record is right, as a sample tells. */
export interface Precision {
  readonly right: number;
  readonly wrong: number;
  /** 0 to 1; null before there is an answer. */
  readonly precision: number | null;
  /** Where the precision of all lies, 95 times in a hundred. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** The precision that answers tell. Items without one count for nothing. */
export function precisionOf(items: readonly Pick<AuditItem, "answer">[]): Precision {
  const right = items.filter(({ answer }) => answer === "right").length;
  const wrong = items.filter(({ answer }) => answer === "wrong").length;
  const n = right + wrong;
  return { right, wrong, precision: n === 0 ? null : right / n, interval: n === 0 ? null : wilson(right, n) };
}

/** The standard normal quantile of 0.975. */
const Z = 1.959963984540054;

/** Wilson's score interval of a proportion at 95% (E. B. Wilson, JASA 22, 1927): unlike the textbook's it is right for few answers and near 1. */
export function wilson(successes: number, n: number): readonly [number, number] {
  const p = successes / n;
  const centre = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
