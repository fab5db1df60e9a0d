import { baseRelOf, formOf, lemmaOf, sentenceOf, uposOf } from "../../language/index.js";
import type { Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";

/** Who belongs to which side of what a story tells: found once a story, since every event asks. */
export interface Sides {
  readonly reading: Reading;
  readonly referents: Referents;
  /** By referent, the state or body that it speaks for; itself where there is none. */
  readonly spokenFor: readonly number[];
  /** By referent, the state to which it belongs, as the story shows it; itself where there is none. */
  readonly of: readonly number[];
  /** The two states that the story speaks of most, by their own names and those of their bodies and people; empty where there are no two. */
  readonly pair: readonly number[];
}

export function sidesOf(reading: Reading, referents: Referents): Sides {
  const { all } = referents;
  const spoken = all.map((_, i) => spokenFor(reading, referents, i));
  const of = spoken.map((principal) => {
    const { kind, country } = all[principal];
    const state = kind !== "state" && country !== null ? stateOf(referents, country) : -1;
    return state >= 0 ? state : principal;
  });
  const voices = new Map<number, number>();
  for (const [i, { kind, mentions }] of all.entries()) {
    const side = kind === "group" ? i : of[i];
    if (all[side].kind === "state") voices.set(side, (voices.get(side) ?? 0) + mentions.length);
  }
  const told = (state: number): number => voices.get(state) ?? 0;
  const states = [...voices.keys()].filter((state) => told(state) > 0).sort((a, b) => told(b) - told(a) || a - b);
  return { reading, referents, spokenFor: spoken, of, pair: states.length < 2 ? [] : states.slice(0, 2) };
}

function spokenFor(reading: Reading, referents: Referents, referent: number): number {
  const { affiliation, kind, country, role } = referents.all[referent];
  if (affiliation >= 0) return affiliation;
  const state = kind === "person" && role !== null && country !== null ? stateOf(referents, country) : -1;
  return state >= 0 ? state : presumedState(reading, referents, referent);
}

export const stateOf = ({ all }: Referents, country: string): number =>
  all.findIndex((referent) => referent.kind === "state" && referent.country === country);

/** How far back the state may be named to which a bare "Foreign Minister X" belongs, in sentences. */
const NEAR = 4;

/**
 * The state of an official whose title names none: that of the capital he speaks in ("told reporters in Lomé"), else the state that acted last before
 * he was first named ("Ghana on Tuesday rejected … Foreign Minister X said"), as agencies write of those whose side the reader knows. The official himself
 * where nothing tells. Used where words are aimed at the other side and for "we", never to list an affiliation.
 */
function presumedState(reading: Reading, referents: Referents, referent: number): number {
  const { doc, knowledge } = reading;
  const { kind, roleNoun, mentions, country } = referents.all[referent];
  const serves = roleNoun === null ? null : knowledge.lexicon.roleNouns.get(roleNoun)?.speaksFor;
  if (kind !== "person" || serves !== "state" || country !== null || mentions.length === 0) return referent;
  const [{ first: named }] = mentions;
  const sentence = sentenceOf(doc, named);
  for (let word = named + 1; word < doc.length && sentenceOf(doc, word) === sentence; word++) {
    const state = capitalAt(reading, referents, word);
    if (state >= 0) return state;
  }
  for (let word = named - 1; word >= 0 && sentence - sentenceOf(doc, word) <= NEAR; word--) {
    const state = sentenceOf(doc, word) === sentence ? capitalAt(reading, referents, word) : -1;
    if (state >= 0) return state;
    if (referents.at[word] < 0 || baseRelOf(doc, word) !== "nsubj") continue;
    const actor = referents.all[referents.at[word]];
    const acting = actor.kind === "state" ? referents.at[word] : actor.affiliation;
    if (acting >= 0 && referents.all[acting].kind === "state") return acting;
  }
  return referent;
}

/** The state whose capital a word names behind "in", where the story speaks of that state; -1 for none. */
function capitalAt({ doc, knowledge }: Reading, referents: Referents, word: number): number {
  if (word === 0 || uposOf(doc, word) !== "PROPN" || formOf(doc, word - 1).toLowerCase() !== "in") return -1;
  const form = formOf(doc, word).toLowerCase();
  for (const { alpha3, capitals } of knowledge.lexicon.countries.values())
    if (capitals.some((capital) => capital.toLowerCase() === form)) return stateOf(referents, alpha3);
  return -1;
}

/** Whether two are of one side: the same, one who speaks for the other, or two who serve one state. Groups of people speak for nobody. */
export function areOneSide({ referents: { all }, of }: Sides, a: number, b: number): boolean {
  return a === b || (all[a].kind !== "group" && all[b].kind !== "group" && of[a] === of[b]);
}

/** Kinds of bodies that are a state's own, by which it speaks and acts. */
const OF_STATE: ReadonlySet<string> = new Set(["agency", "military", "legislature", "court"]);

/** The state that somebody speaks for when asking or refusing; -1 for one who speaks for nobody but himself, or for a firm, a union, a party. */
function stateBehind(sides: Sides, referent: number): number {
  const { lexicon } = sides.reading.knowledge;
  const { all } = sides.referents;
  const { kind, name } = all[referent];
  if (kind === "group") return -1;
  if (kind === "organization") {
    const words = (name ?? "").toLowerCase().split(" ");
    const row = lexicon.bodyNouns.get(words.slice(-2).join(" ")) ?? lexicon.bodyNouns.get(words.at(-1) ?? "");
    if (!row?.kinds.some((one) => OF_STATE.has(one)) && !row?.standsForState) return -1;
  }
  const spoken = sides.spokenFor[referent];
  if (spoken !== referent && all[spoken].kind === "organization") return stateBehind(sides, spoken);
  const side = sides.of[referent];
  return all[side].kind === "state" ? side : -1;
}

/** How far back the other side of a dispute may have been named, in sentences. */
const REACH = 8;

/**
 * The other side, at which words are aimed that name nobody ("rejected the demand"; guidelines, Events: "an unspoken addressee is the other side itself"):
 * of the two states that the story speaks of most, the one for which the actor does not speak, if it was named shortly before. What a third state or
 * body asks of nobody in particular or offers it asks of both. Empty where the story has no two sides.
 */
export function otherSide(sides: Sides, actors: readonly number[], word: number, offers: boolean): readonly number[] {
  const { pair, of, referents, reading } = sides;
  if (actors.length !== 1 || pair.length < 2) return [];
  const sentence = sentenceOf(reading.doc, word);
  const isNear = (other: number): boolean =>
    referents.all.some(
      ({ mentions }, i) => of[i] === other && mentions.some(({ head }) => head < word && sentence - sentenceOf(reading.doc, head) <= REACH),
    );
  const side = stateBehind(sides, actors[0]);
  if (side >= 0 && pair.includes(side)) return pair.filter((state) => state !== side && isNear(state));
  const isBody = side >= 0 || isInternational(reading, referents, actors[0]);
  return offers && isBody && pair.every(isNear) ? pair : [];
}

/** A body of several states, or one who speaks for it. */
function isInternational({ knowledge: { lexicon } }: Reading, { all }: Referents, referent: number): boolean {
  const body = all[referent].kind === "person" ? all[all[referent].affiliation] : all[referent];
  return body?.kind === "organization" && ["international", "alliance"].includes(lexicon.organizations.get(body.name ?? "")?.kind ?? "");
}

/** Whether a referent is one that a pronoun can stand for: "it" a state or a body, "he" and "she" a person, "they" and "we" anybody who is several. */
export function mayStandFor(doc: Reading["doc"], { all }: Referents, pronoun: number, referent: number): boolean {
  const { kind, plural } = all[referent];
  const lemma = lemmaOf(doc, pronoun).toLowerCase();
  const form = formOf(doc, pronoun).toLowerCase();
  if (lemma === "it" || form === "its") return kind === "state" || (kind === "organization" && !plural);
  if (["he", "she", "his", "her", "him"].includes(form)) return kind === "person";
  return ["they", "their", "them"].includes(form) && (kind === "group" || kind === "state" || kind === "organization" || plural);
}
