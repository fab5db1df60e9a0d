import { sentenceOf, spanOf } from "../../language/index.js";
import { ASSERTED, anchorAt, annotationId, extentOf, type Place, type Statement } from "../../model/index.js";
import type { Referents } from "../actors/index.js";
import { innermostOf } from "../nearby.js";
import type { Reading } from "../reading.js";
import { precisionOf } from "./atlas.js";
import { type Choice, choose, isSure, plainChoice, type Whereabouts, whereaboutsOf } from "./choose.js";
import { type Judgement, judge } from "./judge.js";
import { type PlaceName, placeNamesIn } from "./mentions.js";

/** Less sure than this which of its places a name means, the record names none. */
const LEAST_SURE = 0.34;
/** A hamlet is known to share its name with half the world: without a word of its state in the story it is not believed. */
const HAMLET = 3.6;

/**
 * The places that a story's headline, captions and paragraphs name, in text order, each with the entry of the atlas that it means. A state or
 * capital that acts, and a name in a person's or body's name, is none. Where it is open which place is meant, the place has the reason in `unresolved`.
 */
export function readPlaces(reading: Reading, referents: Referents, statements: readonly Statement[]): Place[] {
  const names = placeNamesIn(reading);
  const whereabouts = whereaboutsOf(reading);
  const judged = judge(reading, referents, names, whereabouts);
  const places = names.map((name, i) => ({ name, judgement: judged[i] })).filter(({ judgement }) => judgement.score > 0);
  const choices = chosen(reading, places, whereabouts);
  const innermost = innermostOf(statements.map(({ anchor }) => anchor));
  return places.map(({ name, judgement }, i) => {
    const place = placeOf(reading, name, judgement, choices[i]);
    const within = innermost(extentOf(place.anchor));
    return { ...place, modality: { ...ASSERTED, within: within < 0 ? null : statements[within].id } };
  });
}

interface Found {
  readonly name: PlaceName;
  readonly judgement: Judgement;
}

/** What each name means. Those that can mean one place only tell where the story is; then those that are sure tell of the rest. */
function chosen(reading: Reading, places: readonly Found[], whereabouts: Whereabouts): (Choice | null)[] {
  const { doc } = reading;
  const plain = places.map(({ name }) => plainChoice(name));
  const known = new Set<string>();
  plain.forEach((place, i) => {
    if (place === null || known.has(place.name)) return;
    known.add(place.name);
    whereabouts.addPlace(place, sentenceOf(doc, places[i].name.first));
  });
  const first = places.map(({ name, judgement }) => choose(name, whereabouts, sentenceOf(doc, name.first), judgement.hint));
  first.forEach((choice, i) => {
    if (choice === null || !isSure(choice) || known.has(choice.place.name)) return;
    known.add(choice.place.name);
    whereabouts.addPlace(choice.place, sentenceOf(doc, places[i].name.first));
  });
  const second = places.map(({ name, judgement }) => choose(name, whereabouts, sentenceOf(doc, name.first), judgement.hint));
  const usual = usualMeanings(reading, places, second);
  return second.map((choice, i) => {
    const { name, judgement } = places[i];
    const isTold = name.container !== null || name.contains !== null || judgement.hint !== null;
    return isTold ? choice : (usual.get(textOf(doc, name)) ?? choice);
  });
}

/** One name means one place throughout a story: the one that it was said to be in ("Paris, Texas"), else the one that is surest. By the words of the name. */
function usualMeanings({ doc }: Reading, places: readonly Found[], choices: readonly (Choice | null)[]): ReadonlyMap<string, Choice> {
  const usual = new Map<string, { readonly choice: Choice; readonly contained: boolean }>();
  places.forEach(({ name, judgement }, i) => {
    const choice = choices[i];
    if (choice === null || judgement.hint === "region" || name.contains !== null) return;
    const words = textOf(doc, name);
    const best = usual.get(words);
    const contained = name.container !== null;
    if (
      best === undefined ||
      (contained && !best.contained) ||
      (contained === best.contained && choice.confidence > best.choice.confidence)
    )
      usual.set(words, { choice, contained });
  });
  return new Map([...usual].map(([words, { choice }]) => [words, choice]));
}

const textOf = (doc: Reading["doc"], { first, last }: PlaceName): string => doc.text.slice(doc.start[first], doc.end[last]);

function placeOf({ story, doc }: Reading, name: PlaceName, { score, rule }: Judgement, choice: Choice | null): Place {
  const { start, end } = spanOf(doc, name.first, name.last);
  const anchor = anchorAt(story.text, [{ start, end }]);
  const isPlace = 1 / (1 + Math.exp(-1.2 * score));
  const common = { id: annotationId(story.id, "places", anchor, ""), anchor, modality: ASSERTED, rule };
  const words = anchor[0].exact.replace(/\s+/g, " ");
  if (
    choice === null ||
    choice.confidence < LEAST_SURE ||
    (choice.place.weight < HAMLET && name.container === null && choice.confidence * isPlace < 0.6)
  ) {
    return {
      ...common,
      confidence: rounded(isPlace / 2),
      name: words,
      geonameId: null,
      featureCode: null,
      country: null,
      latitude: null,
      longitude: null,
      precision: null,
      unresolved: `${name.candidates.length === 1 ? "one place" : `${name.candidates.length} places`} of this name, none of which the story points to`,
    };
  }
  const { place, confidence } = choice;
  return {
    ...common,
    confidence: rounded(isPlace * confidence),
    name: place.name,
    geonameId: place.geonameId,
    featureCode: place.feature,
    country: place.country,
    latitude: rounded(place.latitude, 1000),
    longitude: rounded(place.longitude, 1000),
    precision: precisionOf(place.feature),
    unresolved: null,
  };
}

const rounded = (value: number, parts = 100): number => Math.round(value * parts) / parts;
