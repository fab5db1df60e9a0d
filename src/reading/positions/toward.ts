import type { Referents } from "../actors/index.js";
import { isSameSide, principalOf, sidesBefore } from "../parties/index.js";
import type { Reading } from "../reading.js";
import type { PositionDraft, Stance } from "./draft.js";

/** Stances that are always taken against or before somebody, who in a matter of two states is the other one. */
const FACING: ReadonlySet<Stance> = new Set(["accuse", "reject", "deny", "demand", "threaten", "offer"]);

/**
 * Whom a position is aimed at where its own clause does not tell: the state that its issue names ("Slovenia's plan", "duties on Canadian potash"),
 * else, in a story of two states, the other one (guidelines, Positions: "whose claim, demand or act it answers").
 */
export function withAim(reading: Reading, referents: Referents, draft: PositionDraft): PositionDraft {
  const { issue, holders, stance } = draft;
  if (issue.toward !== -1 || holders.length !== 1) return draft;
  const [holder] = holders;
  const { all, at } = referents;
  for (let word = issue.first; word <= issue.last; word++) {
    const referent = at[word];
    if (referent < 0 || all[referent].kind !== "state" || isSameSide(referents, holder, referent)) continue;
    return { ...draft, issue: { ...issue, toward: referent } };
  }
  if (!FACING.has(stance)) return draft;
  const pair = sidesBefore(reading, referents, issue.first);
  if (pair === null) return draft;
  const side = principalOf(reading, referents, holder);
  const own = pair.findIndex((one) => one === side || isSameSide(referents, one, side));
  return own < 0 ? draft : { ...draft, issue: { ...issue, toward: pair[1 - own] } };
}
