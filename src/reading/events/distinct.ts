import type { EventDraft } from "./draft.js";

/** One entry an event: of two words that tell the same act of the same parties the surer, of a noun that tells again what a verb told none. */
export function distinct(drafts: readonly EventDraft[]): EventDraft[] {
  const kept: EventDraft[] = [];
  for (const draft of [...drafts].sort((a, b) => b.confidence - a.confidence || a.candidate.word - b.candidate.word)) {
    if (!kept.some((other) => isSame(other, draft))) kept.push(draft);
  }
  return kept.sort((a, b) => a.candidate.word - b.candidate.word);
}

function isSame(kept: EventDraft, draft: EventDraft): boolean {
  if (kept.candidate.word === draft.candidate.word) return true;
  if (kept.type !== draft.type) return false;
  const isFuture = (one: EventDraft): boolean => one.standing.time === "future" || one.standing.certainty !== "asserted";
  if (isFuture(kept) !== isFuture(draft)) return false;
  if (kept.date !== null && draft.date !== null && !kept.date.startsWith(draft.date) && !draft.date.startsWith(kept.date)) return false;
  const inside = (a: readonly number[], b: readonly number[]): boolean => a.every((one) => b.includes(one));
  const parties = [...draft.actors, ...draft.recipients];
  if (parties.length === 0) return draft.candidate.kind === "noun";
  return inside(parties, [...kept.actors, ...kept.recipients]) && inside(draft.actors, kept.actors);
}
