import { spanOf } from "../../language/index.js";
import { type Actor, ASSERTED, anchorAt, annotationId, type Position, type Statement, wordsOfAnchor } from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import type { Draft } from "../statements/index.js";
import type { Condition } from "./condition.js";
import type { PositionDraft } from "./draft.js";
import { fromContent } from "./from-content.js";
import { fromCue, MUTUAL } from "./from-cue.js";
import { fromNarration } from "./from-narration.js";
import { issueKey } from "./issue.js";
import { withAim } from "./toward.js";

export type { PositionDraft } from "./draft.js";

/**
 * The positions of a story while it is not settled who is listed as an actor: those that the cue of a statement takes ("demanded"), and those that its
 * words take. `drafts` are the statements in the order in which `positionsOf` is given them.
 */
export function draftPositions(reading: Reading, referents: Referents, drafts: readonly Draft[]): PositionDraft[] {
  const stated = drafts.flatMap((draft, statement) => {
    if (isHeadline(reading, draft.cueSpan.start)) return [];
    const cue = fromCue(reading, referents, draft, statement);
    return (cue === null ? fromContent(reading, referents, draft, statement) : [cue]).flatMap((position) => [
      position,
      ...demandedBy(reading, position),
    ]);
  });
  const narrated = fromNarration(reading, referents, drafts)
    .filter((told) => !stated.some((known) => isAgain(known, told)))
    .flatMap((position) => [position, ...demandedBy(reading, position)]);
  return [...stated, ...narrated].map((position) => withAim(reading, referents, position));
}

/** Whether a position is told of again in the same words. */
const isAgain = (known: PositionDraft, told: PositionDraft): boolean =>
  known.issue.first <= told.issue.last &&
  told.issue.first <= known.issue.last &&
  known.stance === told.stance &&
  told.holders.every((holder) => known.holders.includes(holder));

/** "threatened a strike unless shifts are paid double": what an "unless" sets against a threat is demanded by it. */
function demandedBy({ doc }: Reading, position: PositionDraft): PositionDraft[] {
  const { stance, condition } = position;
  if (!["threaten", "reject"].includes(stance) || condition === null || condition.conjunction !== "unless") return [];
  const { inner: first, last } = condition;
  if (first > last || first >= doc.length) return [];
  const issue = { first, last, head: first, toward: position.issue.toward };
  return [{ ...position, stance: "demand", issue, condition: null, rule: "positions/unless", confidence: 0.6 }];
}

/** Guidelines, table of parts: headlines state no positions of their own. */
const isHeadline = ({ headlines }: Reading, offset: number): boolean => headlines.some(({ start, end }) => start <= offset && offset < end);

/** Referents who hold a position or are its aim: they are listed as actors for it. */
export const holdersIn = (drafts: readonly PositionDraft[]): readonly number[] =>
  drafts.flatMap(({ holders, issue }) => [...holders, ...(issue.toward >= 0 ? [issue.toward] : [])]);

/** Positions from drafts, once actors have ids: one for each holder, in text order, each once. */
export function positionsOf(
  reading: Reading,
  drafts: readonly PositionDraft[],
  statements: readonly Statement[],
  actorOf: (referent: number) => Actor | null,
): Position[] {
  const seen = new Set<string>();
  return drafts
    .flatMap((draft) => draft.holders.flatMap((holder) => positionOf(reading, draft, holder, statements, actorOf) ?? []))
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .sort((a, b) => a.anchor[0].start - b.anchor[0].start);
}

function positionOf(
  reading: Reading,
  draft: PositionDraft,
  holder: number,
  statements: readonly Statement[],
  actorOf: (referent: number) => Actor | null,
): Position | null {
  const { doc, story } = reading;
  const actor = actorOf(holder);
  if (actor === null) return null;
  const { issue, condition, stance } = draft;
  const words = withoutCondition(issue, condition);
  const anchor = anchorAt(story.text, [spanOf(doc, words.first, words.last)]);
  const aim = issue.toward === MUTUAL ? (draft.holders.find((other) => other !== holder) ?? -1) : issue.toward;
  const toward = aim >= 0 && aim !== holder ? (actorOf(aim)?.id ?? null) : null;
  const statement = draft.statement >= 0 ? statements[draft.statement] : null;
  return {
    id: annotationId(story.id, "positions", anchor, `${stance} ${actor.id}`),
    anchor,
    modality: {
      ...ASSERTED,
      time: statement?.modality.time ?? null,
      certainty: condition === null ? "asserted" : "conditional",
      within: (draft.inContent ? statement?.id : statement?.modality.within) ?? null,
    },
    rule: draft.rule,
    confidence: draft.confidence,
    holder: actor.id,
    stance,
    issueKey: issueKey(reading, words) || wordsOfAnchor(anchor).toLowerCase(),
    toward,
    condition: condition === null ? null : anchorAt(story.text, [spanOf(doc, condition.first, condition.last)]),
    statement: statement?.id ?? null,
  };
}

/** The issue ends where the condition begins, or begins behind it. */
function withoutCondition(
  { first, last }: { readonly first: number; readonly last: number },
  condition: Condition | null,
): { readonly first: number; readonly last: number } {
  if (condition === null || condition.first > last || condition.last < first) return { first, last };
  if (condition.first > first) return { first, last: condition.first - 1 };
  return condition.last < last ? { first: condition.last + 1, last } : { first, last };
}
