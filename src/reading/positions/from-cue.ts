import { baseRelOf, formOf, lemmaOf, sentenceOf, spanOf, wordAt } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import type { Draft } from "../statements/index.js";
import { dependents, trimmed } from "../syntax.js";
import { conditionOf } from "./condition.js";
import type { PositionDraft } from "./draft.js";
import { holdersOf } from "./holder.js";
import { type Issue, issueOf, nounIssue } from "./issue.js";
import { isDenied, stanceOn, stanceRow } from "./stance.js";

/** The position that a statement's own cue takes: "demanded guarantees", "rejects Washington's demand", "Washington's offer to talk". */
export function fromCue(reading: Reading, referents: Referents, draft: Draft, statement: number): PositionDraft | null {
  const { cue } = draft;
  const word = cue.kind === "noun" ? cue.word : cue.words[0];
  // A turn of a transcript has no cue: only what is said in it takes positions.
  const row = word === undefined ? undefined : stanceRow(reading, word);
  if (row === undefined || cue.time === "future") return null;
  // "was urged by": the subject is whom it is aimed at, and hangs elsewhere.
  const issue = cue.passive ? null : (issueOf(reading, referents, word, row) ?? quotedIssue(reading, draft));
  if (issue === null) return null;
  const stance = stanceOn(reading, row, issue, cue.negated || isDenied(reading, word));
  const holders = holdersOf(reading, referents, draft, row.own);
  if (stance === null || holders.length === 0) return null;
  return {
    stance,
    issue: aimed(reading, referents, draft, holders, issue),
    holders,
    condition: conditionOf(reading, [word, issue.head]),
    statement,
    inContent: false,
    rule: `positions/cue-${cue.kind === "noun" ? "noun" : "verb"}`,
    confidence: cue.kind === "noun" ? 0.65 : 0.75,
  };
}

/** Whom it is aimed at where the clause itself does not tell: the addressee; of "each other", the other of the two. */
function aimed({ doc, syntax }: Reading, referents: Referents, draft: Draft, holders: readonly number[], issue: Issue): Issue {
  if (issue.toward >= 0 && !holders.includes(issue.toward)) return issue;
  const named = draft.addressee >= 0 ? draft.addressee : -1;
  const isMutual = dependents(syntax, draft.cue.word).some((i) => /^each$/i.test(formOf(doc, syntax.left[i])));
  if (isMutual && holders.length === 2) return { ...issue, toward: MUTUAL };
  return { ...issue, toward: named >= 0 && !holders.includes(named) ? (referents.all[named].hidden ? -1 : named) : -1 };
}

/** Stands for "the other one" while a joint position is not yet one for each holder. */
export const MUTUAL = -2;

/** `"No deal," he insisted`: words of a quotation, where the cue itself governs nothing; only one that is a phrase and no clause. */
function quotedIssue(reading: Reading, draft: Draft): Issue | null {
  const { doc, syntax } = reading;
  if (draft.content.length !== 1) return null;
  const [{ start, end }] = draft.content;
  const first = wordAt(doc, start);
  const last = wordAt(doc, end - 1);
  if (last >= doc.length || sentenceOf(doc, first) !== sentenceOf(doc, last)) return null;
  const range = trimmed(doc, { first, last });
  for (let word = range.first; word <= range.last; word++) {
    const outside = doc.head[word] < range.first || doc.head[word] > range.last;
    if (!outside) continue;
    if (dependents(syntax, word).some((i) => ["nsubj", "aux", "cop"].includes(baseRelOf(doc, i)))) return null;
    return spanOf(doc, word).start >= start && lemmaOf(doc, word) !== "" ? nounIssue(reading, word, -1) : null;
  }
  return null;
}
