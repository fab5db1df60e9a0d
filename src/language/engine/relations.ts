import { deprelCode, uposCode, xposCode } from "../tags.js";
import type { ByteReader, ByteWriter } from "./bytes.js";

/** Code of the relation of a sentence's root, which no other word has. */
export const ROOT_RELATION = deprelCode.get("root") as number;

/** The relation with the highest score that is not the root's; of equals the first. */
export function bestRelation(scores: Int32Array): number {
  let best = 0;
  for (let relation = 1; relation < scores.length; relation++)
    if (scores[relation] > scores[best] && relation !== ROOT_RELATION) best = relation;
  return best;
}

/** Stands for no relation in particular. */
const UNSURE = 255;
const TAGS = uposCode.size * xposCode.size;

/**
 * Relations that follow from the tags of an arc's two ends and its direction: a comma is always `punct`, an article before its noun `det`. They make up two
 * arcs of five, and need no weighing.
 */
export class SureRelations {
  private constructor(private readonly table: Uint8Array) {}

  /** Number of pairs of tags that name their relation. */
  get size(): number {
    return this.table.reduce((sum, relation) => sum + (relation === UNSURE ? 0 : 1), 0);
  }

  /** The relation, or -1 where it depends on more. `tag` as `tagOf` gives it; `upos` is a code, not that of the root. */
  of(tag: number, upos: number, right: boolean): number {
    const relation = this.table[placeOf(tag, upos, right)];
    return relation === UNSURE ? -1 : relation;
  }

  static readonly none: SureRelations = new SureRelations(emptyTable());

  static from(
    entries: Iterable<{ readonly tag: number; readonly upos: number; readonly right: boolean; readonly relation: number }>,
  ): SureRelations {
    const table = emptyTable();
    for (const { tag, upos, right, relation } of entries) table[placeOf(tag, upos, right)] = relation;
    return new SureRelations(table);
  }

  static read(from: ByteReader): SureRelations {
    const table = emptyTable();
    let place = 0;
    for (let rest = from.unsigned(); rest > 0; rest--) {
      place += from.unsigned();
      table[place++] = from.byte();
    }
    return new SureRelations(table);
  }

  write(out: ByteWriter): void {
    out.unsigned(this.size);
    let next = 0;
    this.table.forEach((relation, place) => {
      if (relation === UNSURE) return;
      out.unsigned(place - next);
      out.byte(relation);
      next = place + 1;
    });
  }
}

const placeOf = (tag: number, upos: number, right: boolean): number => (upos * 2 + (right ? 1 : 0)) * TAGS + tag;

function emptyTable(): Uint8Array {
  return new Uint8Array(uposCode.size * 2 * TAGS).fill(UNSURE);
}
