import { spanOf, wordAt } from "../../language/index.js";
import {
  type Actor,
  ASSERTED,
  anchorAt,
  annotationId,
  quoteAt,
  type Span,
  type Speaker,
  type Statement,
  type Time,
} from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import { timesBeside } from "../nearby.js";
import type { Reading } from "../reading.js";
import { baseOfCue } from "./cue-span.js";
import type { Draft } from "./drafts.js";
import { mediumOf } from "./medium.js";
import { covers, modeOf } from "./quoted.js";
import { sourcePhrase } from "./source-phrase.js";
import type { Source } from "./speakers.js";

export { decideStatements } from "./decide.js";
export type { Draft } from "./drafts.js";

/** Statements from drafts, once actors have ids: `actorOf` gives the listed actor of each referent, null for one that is not listed. */
export function statementsOf(
  reading: Reading,
  referents: Referents,
  drafts: readonly Draft[],
  times: readonly Time[],
  actorOf: (referent: number) => Actor | null,
): Statement[] {
  const ids = drafts.map((draft) => idOf(reading, draft));
  return drafts.map((draft, i) => statementOf(reading, referents, draft, ids, i, times, actorOf));
}

const idOf = ({ story, doc }: Reading, { content, cue }: Draft): string =>
  annotationId(story.id, "statements", anchorAt(story.text, content), `${spanOf(doc, cue.word).start}`);

function statementOf(
  reading: Reading,
  referents: Referents,
  draft: Draft,
  ids: readonly string[],
  i: number,
  times: readonly Time[],
  actorOf: (referent: number) => Actor | null,
): Statement {
  const { story } = reading;
  const { cue, content } = draft;
  const within = draft.within >= 0 ? ids[draft.within] : null;
  const phrase = cue.label ?? (cue.source >= 0 ? sourcePhrase(reading, referents, cue.source, cue.word) : null);
  const source = phrase && spanOfWords(reading, phrase);
  const isTurn = cue.words.length === 0;
  const speaker = speakerOf(draft.source, actorOf);
  const addressee = draft.addressee >= 0 ? actorOf(draft.addressee) : null;
  return {
    id: ids[i],
    anchor: anchorAt(story.text, content),
    modality: { ...ASSERTED, time: cue.time, polarity: cue.negated ? "negative" : "positive", within },
    rule: draft.rule,
    confidence: draft.confidence,
    speaker,
    speakerSpan: source && !covers(content, source) ? [quoteAt(story.text, source.start, source.end)] : null,
    cue: isTurn ? null : anchorAt(story.text, baseOfCue(reading, cue)),
    cueLemma: isTurn ? null : cue.frame.lemma,
    // Words that are printed as they were said need no marks (guidelines, "What is one statement").
    mode: isTurn || draft.rule === "statements/introduced" ? "direct" : modeOf(story.text, reading.quotations, content),
    class: cue.frame.class,
    addressee: addressee?.id ?? null,
    medium: mediumOf(reading, draft),
    date: dateOf(reading, draft, times),
    denied: cue.frame.denies,
  };
}

const spanOfWords = ({ doc }: Reading, { first, last }: { readonly first: number; readonly last: number }): Span =>
  spanOf(doc, first, last);

function speakerOf(source: Source, actorOf: (referent: number) => Actor | null): Speaker {
  if (source.kind !== "referent") return source;
  const actor = actorOf(source.referent);
  if (!actor) return { kind: "unknown", reason: "the source is no listed actor" };
  const joint = source.joint.flatMap((referent) => actorOf(referent)?.id ?? []).filter((id) => id !== actor.id);
  return { kind: "actor", actor: actor.id, joint: [...new Set(joint)] };
}

/** When it was said: a day that stands with the cue, outside of what is said ("said Thursday that …"). */
function dateOf({ doc }: Reading, { cue, content }: Draft, times: readonly Time[]): string | null {
  for (const time of timesBeside(doc, cue.word, times)) {
    const [quote] = time.anchor;
    if (covers(content, quote) || time.value === null || !/^\d{4}-\d\d-\d\d/.test(time.value)) continue;
    const leads = quote.start >= doc.end[cue.word] && quote.end <= content[0].start;
    if (leads || hangsOn(doc.head, wordAt(doc, quote.start), cue.word)) return time.value.slice(0, 10);
  }
  return null;
}

/** Whether a word hangs on another directly or through one more word ("on Thursday"). */
const hangsOn = (head: Int32Array, word: number, above: number): boolean => {
  for (let i = word, steps = 0; i >= 0 && steps < 3; i = head[i], steps++) if (i === above) return true;
  return false;
};
