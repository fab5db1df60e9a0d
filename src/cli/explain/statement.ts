import { overlaps, type Speaker, type Statement, type StoryRecord, wordsOfAnchor } from "../../model/index.js";
import { figureValue } from "../render/figure.js";
import { oneLine } from "../render/words.js";
import type { Fact } from "./explanation.js";

/** The name of an actor of the record; its id where the record lacks it. */
export const nameOf = (record: StoryRecord, id: string): string => record.actors.find((actor) => actor.id === id)?.name ?? id;

const speakerName = (record: StoryRecord, speaker: Speaker): string => {
  if (speaker.kind === "actor") return [speaker.actor, ...speaker.joint].map((id) => nameOf(record, id)).join(" and ");
  return speaker.kind === "unnamed" ? "a source without a name" : `unknown: ${speaker.reason}`;
};

/** The statements that hold something, the innermost first. Ends where a chain would run in a circle. */
function chainOf(record: StoryRecord, within: string | null): readonly Statement[] {
  const chain: Statement[] = [];
  for (let id = within; id !== null; ) {
    const statement = record.statements.find((one) => one.id === id);
    if (statement === undefined || chain.includes(statement)) break;
    chain.push(statement);
    id = statement.modality.within;
  }
  return chain;
}

/** "“says” of Ghana, in “denied” of Togo": whose words something stands in, from the inside out. */
const chainWords = (record: StoryRecord, chain: readonly Statement[]): string =>
  chain
    .map(({ cue, speaker }) => `${cue === null ? "a turn" : `“${oneLine(wordsOfAnchor(cue))}”`} of ${speakerName(record, speaker)}`)
    .join(", in ");

/** Whose words an annotation stands in; nothing for what the story itself says. */
export const withinFacts = (record: StoryRecord, within: string | null): Fact[] => {
  const chain = chainOf(record, within);
  return chain.length === 0 ? [] : [{ label: "within", text: chainWords(record, chain) }];
};

/** Cue, speaker and how the speaker is known, and in whose statement it stands. */
export function statementFacts(statement: Statement, record: StoryRecord): Fact[] {
  const { cue, cueLemma, speaker, speakerSpan, mode, denied, addressee, date } = statement;
  const facts: Fact[] = [
    {
      label: "cue",
      text: cue === null ? "none: a turn of a transcript" : `“${oneLine(wordsOfAnchor(cue))}”, a form of “${cueLemma ?? ""}”`,
    },
    {
      label: "speaker",
      text: `${speakerName(record, speaker)}${speakerSpan === null ? "" : `, in the words “${oneLine(wordsOfAnchor(speakerSpan))}”`}`,
    },
  ];
  const actor = speaker.kind === "actor" ? record.actors.find(({ id }) => id === speaker.actor) : undefined;
  const mention = actor?.mentions.find(({ quote }) => speakerSpan?.some((part) => overlaps(part, quote)));
  if (mention !== undefined)
    facts.push({ label: "known by", text: `“${oneLine(mention.quote.exact)}”, a ${mention.form} (${mention.rule})` });
  facts.push({ label: "mode", text: `${mode}, ${statement.class}${denied ? ", a denial" : ""}` });
  if (addressee !== null) facts.push({ label: "to", text: nameOf(record, addressee) });
  if (date !== null) facts.push({ label: "said on", text: date });
  return [...facts, ...withinFacts(record, statement.modality.within)];
}

/** Value, what is counted, of whom, where, as of when, and by whose account. */
export function figureFacts(figure: StoryRecord["figures"][number], record: StoryRecord): Fact[] {
  const { unit, of, place, asOf, by, modality } = figure;
  return [
    { label: "value", text: `${figureValue(figure)} ${unit}` },
    ...(of === null ? [] : [{ label: "of", text: nameOf(record, of) }]),
    ...(place === null ? [] : [{ label: "where", text: oneLine(wordsOfAnchor(place)) }]),
    ...(asOf === null ? [] : [{ label: "as of", text: asOf }]),
    {
      label: "account",
      text: by === null ? (modality.within === null ? "the story's own" : "of a source that is no listed actor") : nameOf(record, by),
    },
    ...(modality.polarity === "negative" ? [{ label: "denied", text: "the source says that it is not so" }] : []),
    ...withinFacts(record, modality.within),
  ];
}
