import { sentenceOf } from "../../language/index.js";
import type { Reading } from "../reading.js";
import { type Candidate, isIn } from "./atlas.js";
import type { PlaceName } from "./mentions.js";

/** The place that a name was taken for, and how sure that is, 0 to 1, of those that it may mean. */
export interface Choice {
  readonly place: Candidate;
  readonly confidence: number;
}

/** What counts for a place beside its weight, in the same measure: ten times as well known is one. */
const CONTAINED = 8;
const NOT_CONTAINED = -4;
/** Of a place's state: all that the story says is of it; it stands in the same sentence. */
const STATE_OF_STORY = 2.4;
const STATE_IN_SENTENCE = 0.9;
const REGION_OF_STORY = 1.6;
const STATE_OF_DATELINE = 0.8;
/** A place of the story that is sure lies no farther than this, in kilometres. */
const NEAR_KM = 250;
const NEAR_DEGREES = 2.3;
const NEAR = 0.8;
/**
 * An American town without its state beside it, in a story that speaks of no place of that state. News agencies name the state of all but some thirty large
 * cities (AP Stylebook, "datelines"), and speak of the United States mostly as a party to what happens elsewhere: that it is spoken of counts for nothing here.
 */
const STATELESS = -1;
const LARGE_CITY = 5.5;
/** "Donetsk region", "the province of Helmand": the region, and not the town that it is called after. */
const REGION_WORD = 3;
const TOWN_WORD = 2;
/** Of `Math.exp` over the differences: what a tenfold better known place is more likely. */
const SHARPNESS = 1.6;
/** Sure enough to be evidence for others. */
const SURE = 0.85;

/** How much the story speaks of each state and region, by code: names of states, their people and capitals, and places that can only be there. */
export class Whereabouts {
  private readonly weights = new Map<string, number>();
  private readonly sentences = new Map<string, Set<number>>();
  private readonly places: Candidate[] = [];
  private total = 0;

  add(code: string, weight: number, sentence: number): void {
    this.weights.set(code, (this.weights.get(code) ?? 0) + weight);
    if (!code.includes(".")) this.total += weight;
    if (sentence < 0) return;
    const known = this.sentences.get(code) ?? new Set();
    this.sentences.set(code, known.add(sentence));
  }

  addPlace(place: Candidate, sentence: number): void {
    this.places.push(place);
    if (place.country !== null) this.add(place.country, 1, sentence);
  }

  has = (code: string): boolean => this.weights.has(code);

  /** What the story says for a place, as in a sentence. */
  of(place: Candidate, sentence: number): number {
    const { country, region } = place;
    let sum = 0;
    if (country !== null && this.total > 0) {
      const own = this.weights.get(country) ?? 0;
      // What little it says of a state counts for more than its share: one word of Spain among ten of France.
      sum += STATE_OF_STORY * Math.sqrt(own / (this.total + 1));
      if (this.sentences.get(country)?.has(sentence)) sum += STATE_IN_SENTENCE;
    }
    // A name is no evidence for itself: "the province of Córdoba" does not speak for the city.
    let isInRegion = this.weights.has(region);
    let isNear = false;
    for (const other of this.places) {
      if (other.key === place.key) continue;
      isInRegion ||= other.region === region && other.feature !== "PPLC";
      isNear ||= Math.abs(other.latitude - place.latitude) < NEAR_DEGREES && distanceKm(other, place) < NEAR_KM;
    }
    if (isInRegion && region !== "" && place.feature !== "ADM1") sum += REGION_OF_STORY;
    if (isNear) sum += NEAR;
    const isStateless = country === "USA" && !isInRegion && !isNear && place.feature.startsWith("PPL") && place.weight < LARGE_CITY;
    if (isStateless) return STATELESS;
    return sum;
  }
}

/** Evidence before any place is chosen: what the phrasebook found, and the dateline. */
export function whereaboutsOf({ doc, phrases, story, knowledge: { atlas } }: Reading): Whereabouts {
  const whereabouts = new Whereabouts();
  for (const { first, entry } of phrases) {
    if (entry.kind === "country" && !entry.ambiguous) whereabouts.add(entry.country, 1, sentenceOf(doc, first));
    else if (entry.kind === "metonym" && entry.country !== null && !entry.ambiguous)
      whereabouts.add(entry.country, 0.7, sentenceOf(doc, first));
  }
  const dateline = story.datelinePlace;
  if (dateline !== null) {
    const [town, ...rest] = dateline.split(/,\s*/);
    const behind = rest.join(", ");
    const container = behind === "" ? null : (atlas.containers(behind, 0, behind.length)[0] ?? null);
    const inside = atlas.candidates(town, 0, town.length).filter((place) => container === null || isIn(place, container));
    const best = inside.reduce<Candidate | null>((top, each) => (top === null || each.weight > top.weight ? each : top), null);
    if (best?.country) whereabouts.add(best.country, 1 + STATE_OF_DATELINE, -1);
    if (best?.region) whereabouts.add(best.region, 1, -1);
  }
  return whereabouts;
}

/** Whether a place is the state or region of a code. */
const isContainer = (place: Candidate, code: string): boolean =>
  code.includes(".") ? place.feature === "ADM1" && place.region === code : place.feature === "PCLI" && place.country === code;

/** Whether a name may mean one place only, or hardly another: as evidence for the others it needs none itself. */
export function plainChoice({ candidates, container, contains }: PlaceName): Candidate | null {
  if (contains !== null) return candidates.find((place) => isContainer(place, contains)) ?? null;
  const inside = container === null ? candidates : candidates.filter((place) => isIn(place, container));
  const [best, second] = [...inside].sort((a, b) => b.weight - a.weight);
  if (best === undefined || best.ambiguous || (second !== undefined && best.weight - second.weight < 2)) return null;
  return best.weight >= 4.5 || container !== null ? best : null;
}

/** Which of its places a name means in a sentence. `hint` says that the words beside it mean a region or a town. */
export function choose(name: PlaceName, whereabouts: Whereabouts, sentence: number, hint: "region" | "town" | null): Choice | null {
  const { container, contains } = name;
  const candidates = contains === null ? name.candidates : name.candidates.filter((place) => isContainer(place, contains));
  if (candidates.length === 0) return null;
  const scores = candidates.map((place) => {
    let score = place.weight + whereabouts.of(place, sentence);
    if (container !== null) score += isIn(place, container) && !isContainer(place, container) ? CONTAINED : NOT_CONTAINED;
    if (hint === "region") score += place.feature === "ADM1" ? REGION_WORD : place.feature.startsWith("PPL") ? 0 : 1;
    if (hint === "town" && place.feature.startsWith("PPL")) score += TOWN_WORD;
    return score;
  });
  const best = scores.reduce((top, score, i) => (score > scores[top] ? i : top), 0);
  const place = candidates[best];
  // A town and the region around it are one answer for all but the map's last step.
  const total = scores.reduce(
    (sum, score, i) => (i !== best && isSameArea(candidates[i], place) ? sum : sum + Math.exp(SHARPNESS * (score - scores[best]))),
    0,
  );
  return { place, confidence: 1 / total };
}

const isSameArea = (a: Candidate, b: Candidate): boolean => a.country === b.country && distanceKm(a, b) < 100;

export const isSure = ({ confidence }: Choice): boolean => confidence >= SURE;

/** Great-circle distance in kilometres on a sphere of 6,371 km. */
function distanceKm(a: Pick<Candidate, "latitude" | "longitude">, b: Pick<Candidate, "latitude" | "longitude">): number {
  const radians = Math.PI / 180;
  const x = Math.sin(((b.latitude - a.latitude) * radians) / 2);
  const y = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const h = x * x + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * y * y;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}
