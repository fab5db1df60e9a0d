import type { Modality, StoryRecord } from "../../../src/model/index.js";
import { dateWords, figureWords, oneLine, STANCE_WORDS, speakerNames, wordsOf } from "../words.js";
import type { LayerName } from "./layers.js";

/** What the card says of an annotation: a sentence, and what there is beside. */
export interface Telling {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** How it stands to the facts, in words: empty for what the story itself reports. */
  readonly cautions: readonly string[];
  readonly confidence: number;
  readonly rule: string;
}

type Annotation<L extends LayerName> = StoryRecord[L][number];

/** An annotation in words. Null where the record has none of that id. */
export function tell(record: StoryRecord, layer: LayerName, id: string): Telling | null {
  const annotation = record[layer].find((one) => one.id === id);
  if (annotation === undefined) return null;
  const { title, facts } = TELLERS[layer](annotation as never, record);
  const { confidence, rule } = annotation;
  const cautions = "modality" in annotation ? cautionsOf(annotation.modality, record) : [];
  return { title, facts: facts.filter((fact): fact is Fact => fact !== null), cautions, confidence, rule };
}

type Fact = Telling["facts"][number];
interface Told {
  readonly title: string;
  readonly facts: readonly (Fact | null)[];
}

const fact = (label: string, text: string | null | undefined): Fact | null => (text == null || text === "" ? null : { label, text });

const nameIn = (record: StoryRecord) => (id: string) => record.actors.find((actor) => actor.id === id)?.name ?? "not known";

const namesIn = (record: StoryRecord, ids: readonly string[]): string => ids.map(nameIn(record)).join(", ");

const TELLERS: { readonly [L in LayerName]: (annotation: Annotation<L>, record: StoryRecord) => Told } = {
  statements: ({ speaker, speakerSpan, cue, mode, class: kind, addressee, medium, date, denied, anchor }, record) => ({
    title: `${speakerNames(speaker, nameIn(record))}: ${wordsOf(anchor)}`,
    facts: [
      fact("in the story", speakerSpan && wordsOf(speakerSpan)),
      speaker.kind === "actor" ? fact("who", roleOf(record, speaker.actor)) : null,
      speaker.kind === "unknown" ? fact("why not known", speaker.reason) : null,
      fact("cue", cue && wordsOf(cue)),
      fact("how", `${mode}, ${kind}`),
      denied ? fact("denied", "the words are denied, not claimed") : null,
      fact("to", addressee && nameIn(record)(addressee)),
      fact("where", medium && wordsOf(medium)),
      fact("when", date && dateWords(date)),
    ],
  }),
  events: ({ type, status, anchor, actors, recipients, date, place, mode, contexts, quad, cameoRoot, score }, record) => ({
    title: [
      actors.length === 0 ? "Nobody is named" : namesIn(record, actors),
      `${type.toLowerCase()} “${wordsOf(anchor)}”`,
      namesIn(record, recipients),
    ]
      .filter((part) => part !== "")
      .join(" · "),
    facts: [
      fact("status", status),
      fact("when", date && dateWords(date)),
      fact("where", place && wordsOf(place)),
      fact("mode", mode),
      fact("contexts", contexts.join(", ")),
      fact("PLOVER", `${type}, quad class ${quad}, score ${score}; CAMEO ${cameoRoot}`),
    ],
  }),
  positions: ({ holder, stance, anchor, toward, condition }, record) => ({
    title: `${nameIn(record)(holder)} ${STANCE_WORDS[stance]}: ${wordsOf(anchor)}`,
    facts: [fact("toward", toward && nameIn(record)(toward)), fact("on condition", condition && wordsOf(condition))],
  }),
  figures: ({ value, bound, unit, by, of, place, asOf }, record) => ({
    title: `${figureWords({ value, bound })} ${unit}`,
    facts: [
      fact("by whose account", by === null ? "the story’s own" : nameIn(record)(by)),
      fact("of", of && nameIn(record)(of)),
      fact("where", place && wordsOf(place)),
      fact("as of", asOf && dateWords(asOf)),
    ],
  }),
  meetings: ({ participants, host, mediator, place, date, status, outcome, anchor }, record) => ({
    title: `${wordsOf(anchor)}: ${status}`,
    facts: [
      fact("who", namesIn(record, participants)),
      fact("host", host && nameIn(record)(host)),
      fact("mediator", mediator && nameIn(record)(mediator)),
      fact("when", date && dateWords(date)),
      fact("where", place && wordsOf(place)),
      fact("outcome", outcome && wordsOf(outcome)),
    ],
  }),
  times: ({ anchor, type, value, unresolved, basis, mod }) => ({
    title: `${wordsOf(anchor)} = ${value === null ? "not resolved" : value}`,
    facts: [
      fact("type", type),
      fact("why not", unresolved),
      fact("counted from", basis && `${dateWords(basis.date)} (${basis.from === "published" ? "publication" : "named in the text"})`),
      fact("modifier", mod),
    ],
  }),
  places: ({ anchor, name, country, precision, latitude, longitude, geonameId, unresolved }) => ({
    title: name === wordsOf(anchor) ? name : `${wordsOf(anchor)} = ${name}`,
    facts: [
      fact("country", country),
      fact("at", latitude === null || longitude === null ? null : `${latitude}, ${longitude} (${precision ?? "?"})`),
      fact("GeoNames", geonameId === null ? null : String(geonameId)),
      fact("not placed", unresolved),
    ],
  }),
  actors: ({ name, kind, country, role, affiliation, mentions }, record) => ({
    title: name,
    facts: [
      fact("role", role),
      fact("kind", kind),
      fact("country", country),
      fact("speaks for", affiliation && nameIn(record)(affiliation)),
      fact(
        "also",
        [...new Set(mentions.map(({ quote }) => oneLine(quote.exact)))]
          .filter((words) => words !== name)
          .slice(0, 12)
          .join(" · "),
      ),
    ],
  }),
};

const roleOf = (record: StoryRecord, id: string): string | null => {
  const actor = record.actors.find((one) => one.id === id);
  if (actor === undefined) return null;
  const side = actor.affiliation === null ? null : `speaks for ${nameIn(record)(actor.affiliation)}`;
  return [actor.role, side].filter((part) => part !== null).join(", ");
};

/** What keeps an annotation from being a fact of the story's own, each by itself: none hides another. */
function cautionsOf({ time, polarity, certainty, background, within }: Modality, record: StoryRecord): readonly string[] {
  const speaker = record.statements.find(({ id }) => id === within)?.speaker;
  return [
    speaker === undefined ? null : `in the words of ${speakerNames(speaker, nameIn(record))}`,
    time === "future" ? "to come, not yet so" : null,
    polarity === "negative" ? "said not to be so" : null,
    certainty === "asserted" ? null : certainty,
    background ? "background, told again" : null,
  ].filter((caution) => caution !== null);
}
