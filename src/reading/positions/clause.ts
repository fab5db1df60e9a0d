import { lemmaOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import { principalOf } from "../parties/index.js";
import type { Reading } from "../reading.js";
import type { Draft } from "../statements/index.js";
import type { Stance } from "./draft.js";
import type { Issue } from "./issue.js";

/** A clause in somebody's words, as the rules below ask of it. */
export interface Clause {
  readonly reading: Reading;
  readonly referents: Referents;
  readonly draft: Draft;
  /** Its predicate: a verb, or the adjective or noun of a copula. */
  readonly head: number;
  readonly subject: number;
  readonly modals: readonly string[];
  readonly negated: boolean;
  /** Who holds what it says, where its subject is the speaker's side; empty for another subject. */
  readonly own: readonly number[];
}

/** A position that a rule takes of a clause; without holders it says that the clause takes none. */
export interface Taken {
  readonly stance: Stance;
  readonly issue: Issue;
  readonly holders: readonly number[];
  readonly rule: string;
  readonly confidence: number;
}

export const FUTURE = new Set(["will", "would", "'ll", "'d", "wo", "shall"]);
export const ABLE = new Set([...FUTURE, "can", "could", "ca"]);
export const DUTY = new Set(["must", "should", "ought"]);
export const isHeaded = ({ modals }: Clause, words: ReadonlySet<string>): boolean => modals.some((modal) => words.has(modal));
export const lemmaAt = ({ reading: { doc } }: Clause, word: number): string => lemmaOf(doc, word).toLowerCase();
export const lexiconOf = ({ reading }: Clause) => reading.knowledge.lexicon;

/** A state or organization, or a person who speaks for one: what onlookers think ought to be is no demand. */
export function speaksForBody({ reading, referents, draft: { source } }: Clause): boolean {
  if (source.kind !== "referent") return false;
  return referents.all[principalOf(reading, referents, source.referent)].kind !== "person";
}
