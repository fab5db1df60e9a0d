import type { Position } from "../../model/index.js";
import type { Condition } from "./condition.js";
import type { Issue } from "./issue.js";

export type Stance = Position["stance"];

/** A position while it is not settled who is listed as an actor. */
export interface PositionDraft {
  readonly stance: Stance;
  readonly issue: Issue;
  /** Referents who hold it, each for itself. */
  readonly holders: readonly number[];
  readonly condition: Condition | null;
  /** Number of the statement that states it; -1 for none. */
  readonly statement: number;
  /** Whether the statement's content states it, not its cue. */
  readonly inContent: boolean;
  readonly rule: string;
  readonly confidence: number;
}
