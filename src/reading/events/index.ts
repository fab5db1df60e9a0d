import { lemmaOf, sentenceOf, spanOf, uposOf, type WordRange, wordsOf } from "../../language/index.js";
import {
  type Actor,
  type Anchor,
  anchorAt,
  annotationId,
  type Event,
  type Modality,
  quoteAt,
  type Statement,
  statusOf,
  type Time,
} from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import { innermostOf } from "../nearby.js";
import type { Reading } from "../reading.js";
import type { Draft } from "../statements/index.js";
import { recipientOf, sightingsOf } from "./analyse.js";
import { datesOf } from "./bearings.js";
import type { Candidate } from "./candidates.js";
import { decide } from "./decide.js";
import { distinct } from "./distinct.js";
import { draftOf, type EventDraft } from "./draft.js";
import { isFigurative } from "./idioms.js";
import { sidesOf } from "./sides.js";
import { type TypeFacts, typeKey } from "./tables.js";

export type { EventDraft } from "./draft.js";

/**
 * Who did what to whom, before actors have ids: of every word that may tell an event the weights say whether it does, which, and to whom; tables and
 * clauses say who acts, where, when, and how it stands to the facts. In text order.
 */
export function draftEvents(reading: Reading, referents: Referents, statements: readonly Draft[], times: readonly Time[]): EventDraft[] {
  const known = new Map<number, readonly number[]>();
  const innermost = innermostOf(statements.map(({ content }) => content));
  const scene = { reading, referents, statements, innermost, dates: datesOf(reading, times), sides: sidesOf(reading, referents), known };
  const drafts = sightingsOf(reading, referents).flatMap((sighting): EventDraft[] => {
    const { candidate, actor } = sighting;
    if (isFigurative(reading, candidate)) return [];
    const recipient = recipientOf(reading, referents, reading.knowledge.eventWeights, sighting);
    const decided = decide(reading, referents, candidate, actor, recipient);
    if (decided === null) return [];
    const draft = draftOf(scene, sighting, recipient, decided);
    if (draft === null) return [];
    // "accused it of massing troops": who is accused is known from here on.
    if (recipient !== null && uposOf(reading.doc, recipient.head) === "PRON" && draft.recipients.length > 0)
      known.set(recipient.head, draft.recipients);
    return [draft];
  });
  return distinct(drafts);
}

/** Events from drafts, once actors and statements have ids. */
export function eventsOf(
  reading: Reading,
  drafts: readonly EventDraft[],
  statements: readonly Statement[],
  actorOf: (referent: number) => Actor | null,
): Event[] {
  const { story } = reading;
  const ids = (list: readonly number[]): string[] => [...new Set(list.flatMap((referent) => actorOf(referent)?.id ?? []))];
  const seen = new Set<string>();
  return drafts.flatMap((draft) => {
    const { candidate, type, mode, confidence, rule, standing, background, within, own } = draft;
    const anchor = triggerOf(reading, candidate);
    const modality: Modality = { ...standing, background, within: within >= 0 ? statements[within].id : null };
    const id = annotationId(story.id, "events", anchor, type);
    if (seen.has(id)) return [];
    seen.add(id);
    const facts = reading.knowledge.events.types.get(typeKey(type, mode)) as TypeFacts;
    return [
      {
        id,
        anchor,
        modality,
        rule,
        confidence,
        type,
        mode,
        contexts: contextsOf(reading, candidate, mode),
        quad: facts.quad,
        score: facts.score,
        cameoRoot: facts.root,
        actors: ids(draft.actors),
        recipients: ids(draft.recipients),
        actorSpan: anchorOf(reading, draft.actorWords),
        recipientSpan: anchorOf(reading, draft.recipientWords),
        place: anchorOf(reading, draft.place),
        date: draft.date,
        status: statusOf(modality, own),
      },
    ];
  });
}

const anchorOf = ({ story, doc }: Reading, words: WordRange | null): Anchor | null => {
  if (words === null) return null;
  const { start, end } = spanOf(doc, words.first, words.last);
  return [quoteAt(story.text, start, end)];
};

/** The trigger's words; those that do not stand together as a broken anchor. */
function triggerOf({ story, doc }: Reading, { words }: Candidate): Anchor {
  const spans: { start: number; end: number }[] = [];
  for (const [i, word] of words.entries()) {
    const { start, end } = spanOf(doc, word);
    if (i > 0 && words[i - 1] === word - 1) spans[spans.length - 1].end = end;
    else spans.push({ start, end });
  }
  return anchorAt(story.text, spans);
}

/** PLOVER contexts whose words stand in the event's sentence, in the table's order. */
function contextsOf({ doc, knowledge }: Reading, { word }: Candidate, mode: string | null): string[] {
  const { first, last } = wordsOf(doc, sentenceOf(doc, word));
  const words: string[] = [];
  for (let i = first; i <= last; i++) words.push(lemmaOf(doc, i).toLowerCase());
  const line = ` ${words.join(" ")} `;
  const found = [...knowledge.lexicon.eventContexts.values()]
    .filter(({ words: cues }) => cues.some((cue) => line.includes(` ${cue} `)))
    .map(({ context }) => context);
  // PLOVER gives these contexts with the mode of the same name.
  if ((mode === "cyber" || mode === "misinformation") && !found.includes(mode)) found.push(mode);
  return found;
}
