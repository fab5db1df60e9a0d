import type { Lexicon } from "../../lexicon/index.js";
import { EVENT_TYPES } from "../../model/index.js";

export type EventType = (typeof EVENT_TYPES)[number];

/** What a row of the event tables says of a trigger, verb or noun. */
export interface Frame {
  readonly type: EventType;
  readonly mode: string | null;
  /** Where the recipient stands, the likeliest place first. */
  readonly to: readonly string[];
  /** All who take part are actors: "talks between A and B". */
  readonly sides: boolean;
  /** The row alone decides, whatever the weights say. */
  readonly decides: boolean;
  /** The row, for the annotation's rule: "strike obj=deal". */
  readonly name: string;
}

/** What must stand with a verb for its row to hold. */
export interface Condition {
  readonly kind: "any" | "inf" | "nobj" | "obj" | "prep";
  readonly words: ReadonlySet<string>;
}

export interface VerbFrame extends Frame {
  readonly condition: Condition;
}

/** What PLOVER says of a type with a mode. */
export interface TypeFacts {
  readonly quad: 1 | 2 | 3 | 4;
  readonly score: number;
  readonly root: string;
  /** What it becomes when it is ended; null where its end is no event. */
  readonly stopped: EventType | null;
}

/** The event tables, ready to be asked. Made once a lexicon. */
export interface EventTables {
  /** By lemma, with particle or preposition; rows with a condition before the one without. */
  readonly verbs: ReadonlyMap<string, readonly VerbFrame[]>;
  readonly nouns: ReadonlyMap<string, Frame>;
  readonly light: ReadonlyMap<string, "does" | "stops" | "suffers">;
  /** By `typeKey`. */
  readonly types: ReadonlyMap<string, TypeFacts>;
}

const RANK: Readonly<Record<Condition["kind"], number>> = { obj: 0, prep: 1, inf: 2, nobj: 3, any: 4 };

/** Throws a `RangeError` for a row whose type is none of PLOVER's, or whose mode its type does not have. */
export function eventTables(lexicon: Lexicon): EventTables {
  const types = new Map<string, TypeFacts>();
  for (const { type, mode, quad, score, root, stopped } of lexicon.eventTypes.values()) {
    types.set(typeKey(known(type), mode === "none" ? null : mode), {
      quad: quad as TypeFacts["quad"],
      score,
      root,
      stopped: stopped === null ? null : known(stopped),
    });
  }
  const typed = (row: { readonly type: string; readonly mode: string | null }, name: string): { type: EventType; mode: string | null } => {
    const type = known(row.type);
    if (!types.has(typeKey(type, row.mode))) throw new RangeError(`lexicon: "${name}" has the mode ${row.mode}, which ${type} has not`);
    return { type, mode: row.mode };
  };
  const verbs = new Map<string, VerbFrame[]>();
  for (const row of lexicon.eventVerbs.values()) {
    const name = row.with === "any" ? row.word : `${row.word} ${row.with.replace(/\|.*/, "…")}`;
    const frame = { ...typed(row, name), to: row.to, sides: false, decides: row.decides, name, condition: conditionOf(row.with) };
    const others = verbs.get(row.word);
    if (others === undefined) verbs.set(row.word, [frame]);
    else others.push(frame);
  }
  for (const frames of verbs.values()) frames.sort((a, b) => RANK[a.condition.kind] - RANK[b.condition.kind]);
  return {
    verbs,
    nouns: new Map(
      [...lexicon.eventNouns.values()].map((row) => [
        row.noun,
        { ...typed(row, row.noun), to: row.to, sides: row.sides, decides: row.decides, name: row.noun },
      ]),
    ),
    light: new Map([...lexicon.eventLight.values()].map(({ verb, does }) => [verb, does])),
    types,
  };
}

export const typeKey = (type: EventType, mode: string | null): string => `${type} ${mode ?? "none"}`;

function known(type: string): EventType {
  const found = EVENT_TYPES.find((name) => name === type);
  if (found === undefined) throw new RangeError(`lexicon: "${type}" is no event type; there are ${EVENT_TYPES.join(", ")}`);
  return found;
}

function conditionOf(text: string): Condition {
  const [kind, words] = text.split("=") as [Condition["kind"], string | undefined];
  return { kind, words: new Set(words?.split("|")) };
}
