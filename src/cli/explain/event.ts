import { type Event, type StoryRecord, wordsOfAnchor } from "../../model/index.js";
import { oneLine } from "../render/words.js";
import type { Fact } from "./explanation.js";
import { nameOf } from "./statement.js";

/** What happened, who and whom with the words that say so, where and when, and how it stands to the facts. */
export function eventFacts(event: Event, record: StoryRecord): Fact[] {
  const { type, mode, quad, score, cameoRoot, contexts, actors, recipients, actorSpan, recipientSpan, place, date, status } = event;
  const party = (ids: readonly string[], span: Event["actorSpan"]): string => {
    const names = ids.length === 0 ? "nobody who is listed" : ids.map((id) => nameOf(record, id)).join(" and ");
    return span === null ? names : `${names}, in the words “${oneLine(wordsOfAnchor(span))}”`;
  };
  return [
    { label: "type", text: `${type}${mode === null ? "" : ` (${mode})`}, quad class ${quad}, score ${score}, CAMEO root ${cameoRoot}` },
    ...(contexts.length === 0 ? [] : [{ label: "contexts", text: contexts.join(", ") }]),
    { label: "who", text: party(actors, actorSpan) },
    { label: "whom", text: party(recipients, recipientSpan) },
    ...(place === null ? [] : [{ label: "where", text: oneLine(wordsOfAnchor(place)) }]),
    ...(date === null ? [] : [{ label: "when", text: date }]),
    { label: "status", text: status },
  ];
}
