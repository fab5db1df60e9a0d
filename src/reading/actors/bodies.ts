import { baseRelOf, formOf, lemmaOf, xposOf } from "../../language/index.js";
import { type Cast, enter, type Growing, organizationIn, possessorOf, stateIn } from "./cast.js";
import type { Description, DescriptionOf } from "./description.js";
import { nounOf, sameBody, wordsOf } from "./names.js";

/**
 * The body of a description: that of the tables, the state for which "the Danish government" stands, one named before, what "the ministry" goes
 * back to, else a new one. -1 for "the mission" that nobody has named and that does nothing.
 */
export function bodyOf(cast: Cast, description: DescriptionOf<"body">): number {
  const { reading, all } = cast;
  if (description.organization !== null) return organizationIn(cast, description.organization);
  const possessor = possessorOf(cast, description.head);
  const owner = sideOf(cast, possessor);
  if (description.standsForState) {
    if (description.country !== null) return stateIn(cast, description.country);
    return owner >= 0 && all[owner].kind === "state" ? owner : -1;
  }
  // "whose own boats": whose they are stands elsewhere.
  if (xposOf(reading.doc, description.range.first) === "WP$") return -1;
  const words = wordsOf(reading, behindPossessor(cast, description), description.range.last).filter(
    (word) => !/^(the|a|an|'s|’s|its|their|his|her|our)$/i.test(word),
  );
  const name = words
    .join(" ")
    .replace(/ ([-–]) /g, "$1")
    .replace(/ (['’])/g, "$1");
  const country = description.country ?? (owner >= 0 ? all[owner].country : null);
  // "Ghana's navy" and "Togo's navy" are two.
  const kind = description.group ? "group" : "organization";
  const mayBe = (referent: Growing): boolean =>
    referent.kind === kind &&
    referent.plural === description.plural &&
    (country === null || referent.country === null || referent.country === country);
  const same = all.findLastIndex((referent) => mayBe(referent) && sameBody(referent, words));
  if (same >= 0) return same;
  const noun = description.noun || nounOf(name);
  if (!description.named) {
    // "the ministry", "the alliance", "his ministry": the last body of that noun.
    const back = all.findLastIndex((referent) => mayBe(referent) && referent.noun === noun && referent.mentions.length > 0);
    if (back >= 0 && words.length === 1) return back;
    const listed = words.length === 1 ? backReference(cast, noun) : -1;
    if (listed >= 0) return listed;
    // "the mission said": an actor though its name is not given; anything else that is only "the mission" is left alone.
    const acts = description.definite && baseRelOf(reading.doc, description.head) === "nsubj";
    if (description.country === null && possessor < 0 && words.length === 1 && !acts) return -1;
  }
  const affiliation = owner >= 0 ? owner : country !== null ? stateIn(cast, country) : -1;
  return enter(cast, { kind, name: fullNameOf(cast, description), tokens: words, noun, country, affiliation, plural: description.plural });
}

/** Whose a body is that belongs to somebody: of "his government" and "her ministry" the state that the person serves. */
function sideOf({ all }: Cast, owner: number): number {
  return owner >= 0 && all[owner].kind === "person" ? all[owner].affiliation : owner;
}

/** A body's name as the story gives it, with its owner: "Ghana's navy", "Turkish Defense Ministry"; without article and "its". */
function fullNameOf({ reading: { doc } }: Cast, { range }: Description): string {
  const words = doc.text.slice(doc.start[range.first], doc.end[range.last]).replace(/\s+/g, " ");
  return words.replace(/^(?:the|an?|its|their|his|her|our)\s+/i, "");
}

/** The first word of a body's own name: "Defence Ministry" of "Norway's Defence Ministry". */
function behindPossessor({ reading: { doc } }: Cast, { range }: Description): number {
  for (let word = range.last; word > range.first; word--)
    if (xposOf(doc, word - 1) === "POS" && formOf(doc, word - 1).length > 1) return word;
  return range.first;
}

/** "the alliance" for NATO: a body whose table row says that this noun goes back to it, if the story has named it. */
function backReference({ reading: { knowledge }, all }: Cast, noun: string): number {
  const { organizations } = knowledge.lexicon;
  return all.findLastIndex(
    ({ organization }) => organization !== null && (organizations.get(organization)?.backReferences ?? []).includes(noun),
  );
}

/**
 * A group of people: "the farmers" goes back to "striking farmers", "farmers" to "farmers"; "Russian troops" are Russia when they act, "AU
 * monitors" the African Union.
 */
export function groupOf(cast: Cast, { range, head, hides, country, organization, standsFor }: DescriptionOf<"group">): number {
  const { reading, all } = cast;
  if (standsFor && organization !== null) return organizationIn(cast, organization);
  if (standsFor && country !== null) return stateIn(cast, country);
  const words = wordsOf(reading, range.first, range.last).join(" ");
  const name = words.replace(/^(the|these|those|some|many|its|their|his|her) /i, "");
  const noun = lemmaOf(reading.doc, head);
  const known = all.findLastIndex(
    (referent) =>
      referent.kind === "group" &&
      referent.hidden === hides &&
      (referent.name === name || (name !== words && referent.noun === noun && referent.country === (country ?? referent.country))),
  );
  return known >= 0 ? known : enter(cast, { kind: "group", plural: true, hidden: hides, name, country, noun });
}
