import type { StoredStory } from "../../archive/index.js";
import type { Lexicon } from "../../lexicon/index.js";
import { ID_PREFIX, type LayerName, type Modality, type Span, type Story, type StoryRecord, wordsOfAnchor } from "../../model/index.js";
import { decisionWord, wanted } from "../render/lists/corrections.js";
import { oneLine } from "../render/words.js";
import { eventFacts } from "./event.js";
import type { Explanation, Fact } from "./explanation.js";
import { positionFacts } from "./position.js";
import { sentenceAround } from "./sentence.js";
import { figureFacts, nameOf, statementFacts, withinFacts } from "./statement.js";
import { timeFacts } from "./time.js";

/** What there is to say of an annotation of each layer beside where it stands and the rule that made it. */
const FACTS: { readonly [L in LayerName]: (annotation: StoryRecord[L][number], record: StoryRecord) => readonly Fact[] } = {
  times: (time) => timeFacts(time),
  statements: (statement, record) => statementFacts(statement, record),
  figures: (figure, record) => figureFacts(figure, record),
  actors: (actor) => [
    { label: "name", text: [actor.name, actor.role, actor.kind, actor.country].filter((part) => part !== null).join(", ") },
    ...actor.mentions.map(({ quote, form, rule }) => ({ label: form, text: `“${oneLine(quote.exact)}” at ${quote.start} (${rule})` })),
  ],
  places: ({ name, geonameId, country, latitude, longitude, precision, unresolved, modality }, record) => [
    { label: "name", text: [name, country].filter((part) => part !== null).join(", ") },
    ...(geonameId === null ? [] : [{ label: "GeoNames", text: String(geonameId) }]),
    ...(latitude === null || longitude === null ? [] : [{ label: "at", text: `${latitude}, ${longitude} (${precision ?? "?"})` }]),
    ...(unresolved === null ? [] : [{ label: "no place", text: unresolved }]),
    ...withinFacts(record, modality.within),
  ],
  events: (event, record) => [...eventFacts(event, record), ...axes(event.modality), ...withinFacts(record, event.modality.within)],
  positions: (position, record) => [
    ...positionFacts(position, record),
    ...axes(position.modality),
    ...withinFacts(record, position.modality.within),
  ],
  meetings: ({ status, date, place, participants, outcome, modality }, record) => [
    { label: "status", text: status },
    ...(date === null ? [] : [{ label: "when", text: date }]),
    ...(place === null ? [] : [{ label: "where", text: oneLine(wordsOfAnchor(place)) }]),
    { label: "who", text: participants.map((id) => nameOf(record, id)).join(", ") },
    ...(outcome === null ? [] : [{ label: "outcome", text: oneLine(wordsOfAnchor(outcome)) }]),
    ...axes(modality),
    ...withinFacts(record, modality.within),
  ],
};

const axes = ({ time, polarity, certainty, background }: Modality): Fact[] => [
  {
    label: "modality",
    text: [time ?? "no tense", polarity, certainty, background ? "background" : null].filter((part) => part !== null).join(", "),
  },
];

/** What a rule does, in words. A rule may name the row that it used behind a colon, and what was added to it behind a plus: "events/verb:accuse+other-side". */
function howOf(rule: string, { rules }: Lexicon): string | null {
  const [main, ...added] = rule.split("+");
  const parts = [
    rules.get(rule) ?? rules.get(main.replace(/:.*/, "")),
    ...added.map((part) => rules.get(`${main.replace(/\/.*/, "")}/+${part}`)),
  ];
  const words = parts.flatMap((part) => part?.how ?? []);
  return words.length === 0 ? null : words.join(" ");
}

/** What persons decided of an annotation: "changed by Eva Kol on 2027-03-09 (speaker: Ana Lund): heard the tape". */
const decidedFacts = (id: string, decisions: StoredStory["decisions"]): Fact[] =>
  decisions.flatMap(({ correction, annotation }) => {
    if (annotation !== id) return [];
    const { author, at, note } = correction;
    const what = wanted(correction);
    const text = `${decisionWord(correction)} by ${author} on ${at.slice(0, 10)}${what === "" ? "" : ` (${what})`}`;
    return [{ label: "decided", text: `${text}${note === null ? "" : `: ${oneLine(note)}`} · ${correction.id}` }];
  });

/**
 * How the annotation of an id came to be; null where the record has none of that id. The id may be cut short where that leaves one.
 * `decisions` are those that made the record what it is.
 */
export function explain(
  story: Story,
  record: StoryRecord,
  id: string,
  lexicon: Lexicon,
  decisions: StoredStory["decisions"] = [],
): Explanation | null {
  for (const layer of Object.keys(ID_PREFIX) as LayerName[]) {
    const fitting = record[layer].filter((annotation) => annotation.id.startsWith(id));
    const found = fitting.find((annotation) => annotation.id === id) ?? (fitting.length === 1 ? fitting[0] : undefined);
    if (found === undefined) continue;
    const words: readonly Span[] = "anchor" in found ? found.anchor : [found.mentions[0].quote];
    const sentence = sentenceAround(story, { start: words[0].start, end: words[words.length - 1].end }, lexicon);
    return {
      id: found.id,
      layer,
      story: story.id,
      headline: story.headline,
      published: story.published?.value ?? null,
      words: words.map(({ start, end }) => ({ start, end })),
      sentence,
      facts: [...FACTS[layer](found as never, record), ...decidedFacts(found.id, decisions)],
      rule: found.rule,
      how: howOf(found.rule, lexicon),
      confidence: found.confidence,
    };
  }
  return null;
}
