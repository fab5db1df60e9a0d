import type { WordRange } from "../../language/index.js";
import type { Span } from "../../model/index.js";
import type { MeetingClass } from "./mentions.js";
import type { Status } from "./standing.js";

/** A meeting while it is not settled who is listed as an actor: what its mentions together tell. */
export interface MeetingDraft {
  /** The word that tells of it, and the one that stands for it in its clause: of its first mention. */
  readonly word: number;
  readonly top: number;
  readonly class: MeetingClass;
  readonly parties: readonly number[];
  /** Referents among the parties; -1 for none. */
  readonly host: number;
  readonly mediator: number;
  readonly place: WordRange | null;
  readonly date: string | null;
  readonly status: Status;
  readonly outcome: Span | null;
  readonly rule: string;
}
