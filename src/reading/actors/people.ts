import { baseRelOf, type Doc, formOf, lemmaOf, nameAt, uposOf, xposOf } from "../../language/index.js";
import type { Found } from "./phrasebook.js";
import { isInPlace } from "./seats.js";
import { isArticle, isBodyNoun, isCapital, nameKind, type Range, type Sight } from "./sight.js";

/** A personal name in the text, with the title before it. */
export interface Person {
  /** Title and name: "Kremlin spokesman Dmitry Peskov". No article, no possessor. */
  readonly range: Range;
  readonly name: Range;
  /** The last function of the title; null for none. */
  readonly role: Found | null;
  /** As a form of address tells it: "Mrs. Lund". */
  readonly gender: "m" | "f" | null;
}

const LONGEST_NAME = 10;
const LONGEST_TITLE = 14;

/**
 * Personal names, in text order, not overlapping. Found along the line of words, not in the tree: titles before names are what a parser trained on the
 * web gets wrong, and news writes them all alike ("title Name"). A name begins behind a title or form of address, where the engine
 * labels a person, or at a known given name before another capitalised word.
 */
export function peopleIn(sight: Sight): Person[] {
  const { doc } = sight;
  const found: Person[] = [];
  let sentenceEnd = 0;
  let sentence = -1;
  for (let word = 0; word < doc.length; word++) {
    while (word >= sentenceEnd) sentenceEnd = doc.sentences[++sentence + 1];
    const titled = word > doc.sentences[sentence] && isTitle(sight.at(word - 1)) && sight.at(word) !== sight.at(word - 1);
    const labelled = nameAt(doc, word)?.kind === "PER";
    const given =
      nameKind(sight, word) === null &&
      sight.lexicon.givenNames.has(formOf(doc, word)) &&
      word + 1 < sentenceEnd &&
      isProper(sight, word + 1);
    const speaks = !titled && !labelled && !given && beginsSpeaker(sight, word);
    if (!titled && !labelled && !given && !speaks) continue;
    const name = withParticles(sight, nameFrom(sight, word, sentenceEnd));
    if (!name || (!titled && !labelled && name.last === name.first)) continue;
    // "Georgia said": a person only where the text has given the rest of the name, which is looked for afterwards.
    if (!titled && name.last === name.first && sight.at(name.first)?.entry.kind === "country") continue;
    if (speaks && !isSubjectOfSpeech(sight, name)) continue;
    const last = found.at(-1);
    if (last && name.first <= last.range.last) continue;
    found.push(withTitle(sight, name, doc.sentences[sentence]));
    word = Math.max(word, name.last);
  }
  return [...found, ...namedAgain(sight, found)].sort((a, b) => a.range.first - b.range.first);
}

/**
 * Single words of a full name that the text has given ("Peskov" after "Dmitry Peskov", "van der Velde" after "Jan van der Velde"), whether or not
 * the engine labels them; not where the word is said to be a place ("in Lincoln").
 */
function namedAgain(sight: Sight, found: readonly Person[]): Person[] {
  const { doc } = sight;
  const known = new Set(
    found.filter(({ name }) => name.last > name.first).flatMap(({ name }) => [formOf(doc, name.first), formOf(doc, name.last)]),
  );
  const taken = new Uint8Array(doc.length);
  for (const { range } of found) taken.fill(1, range.first, range.last + 1);
  const again: Person[] = [];
  for (let word = 0; word < doc.length; word++) {
    if (taken[word] || uposOf(doc, word) !== "PROPN" || !known.has(formOf(doc, word)) || isInPlace(sight, word)) continue;
    const hit = sight.at(word);
    if (hit && !isTitle(hit) && !(hit.entry.kind === "country" && hit.entry.ambiguous)) continue;
    const range = withParticles(sight, { first: word, last: word });
    again.push({ range, name: range, role: null, gender: null });
  }
  return again;
}

/** A name with the small particles before it: "al" of "al-Humaidi", "van der" of "van der Velde". */
function withParticles<Name extends Range | null>({ doc, lexicon }: Sight, name: Name): Name {
  if (!name) return name;
  let { first } = name;
  for (let word = first - 1; word >= 0; word--) {
    // "ten" is a number and "do" a verb where no name stands before them.
    if (isParticle(lexicon, formOf(doc, word)) && ["PROPN", "NOUN", "X", "DET", "ADP"].includes(uposOf(doc, word))) first = word;
    else if (!isHyphen(doc, word)) break;
  }
  return { ...name, first };
}

/** Small words inside personal names: "de la Cruz", "bin Salman", "al-Humaidi". */
const isParticle = ({ bylineWords }: Sight["lexicon"], form: string): boolean => bylineWords.get(form.toLowerCase())?.kind === "particle";

/** A hyphen or apostrophe inside of a word: "Tae-woo", "O'Neill". One with spaces about it is a dash. */
const isHyphen = (doc: Doc, word: number): boolean =>
  /^[-–‐’']$/.test(formOf(doc, word)) &&
  word > 0 &&
  word + 1 < doc.length &&
  doc.end[word - 1] === doc.start[word] &&
  doc.end[word] === doc.start[word + 1];

const isTitle = (hit: Found | null): boolean => hit?.entry.kind === "role" || hit?.entry.kind === "honorific";

const isProper = ({ doc }: Sight, word: number): boolean =>
  isCapital(formOf(doc, word)) && ["PROPN", "NOUN", "ADJ", "X"].includes(uposOf(doc, word));

/** A capitalised word that nothing labels and no article precedes: it may begin a name that only its verb gives away. */
function beginsSpeaker(sight: Sight, word: number): boolean {
  const { doc } = sight;
  if (uposOf(doc, word) !== "PROPN" || doc.name[word] !== 0 || !isCapital(formOf(doc, word)) || sight.at(word)) return false;
  return word === 0 || (!isArticle(formOf(doc, word - 1)) && !isCapital(formOf(doc, word - 1)));
}

/** Whether a run of capitalised words is the subject of a reporting verb: such a one, without article or body's noun, is a person. */
function isSubjectOfSpeech({ doc, lexicon }: Sight, { first, last }: Range): boolean {
  for (let word = first; word <= last; word++) {
    const head = doc.head[word];
    if (head >= 0 && (head < first || head > last) && baseRelOf(doc, word) === "nsubj")
      return lexicon.reportingVerbs.get(lemmaOf(doc, head))?.class === "speech";
  }
  return false;
}

/** The name that begins at a word, or null where what stands there is none: a body's name, a state, a weekday. */
function nameFrom(sight: Sight, first: number, end: number): Range | null {
  const { doc, lexicon } = sight;
  let last = first - 1;
  for (let word = first; word < end && word - first < LONGEST_NAME; word++) {
    const form = formOf(doc, word);
    const hit = sight.at(word);
    const inside = nameKind(sight, word) === "PER" && word > first;
    // "US President Ane Solbakk", labelled as one name: it begins behind the title.
    if (hit && inside && isTitle(hit) && hit.last + 1 < end && isProper(sight, hit.last + 1)) return nameFrom(sight, hit.last + 1, end);
    if (hit && !inside && !("ambiguous" in hit.entry && hit.entry.ambiguous)) break;
    if (isProper(sight, word) || (isCapital(form) && inside)) {
      if (isBodyNoun(sight, word) || (word === first && lexicon.timesNames.has(form))) return null;
      last = word;
    } else if (last === word - 1 && word > first && word + 1 < end && isHyphen(doc, word)) {
      // "Tae-woo", "Desrosiers-Kline": what the hyphen joins is of one name, small or not.
      last = ++word;
    } else {
      const capital = behindParticles(sight, word, end);
      if (capital < 0) break;
      last = capital;
      word = capital;
    }
  }
  // A name that runs into a phrase of the book was part of it: "Norwegian Refugee Council" behind a title-like word.
  return last < first ? null : { first, last };
}

/** Particles in a row of a name: "van der", "bint al-". */
const MOST_PARTICLES = 4;

/** The capitalised word that ends a row of particles: "Humaidi" from "bin" of "bin al-Humaidi" on; -1 where none begins here. */
function behindParticles({ doc, lexicon }: Sight, word: number, end: number): number {
  if (!isParticle(lexicon, formOf(doc, word))) return -1;
  for (let i = word + 1; i < end && i - word <= MOST_PARTICLES; i++) {
    const form = formOf(doc, i);
    if (isCapital(form)) return i;
    if (!isParticle(lexicon, form) && !isHyphen(doc, i)) return -1;
  }
  return -1;
}

/** "In Norway President Lund said": the state is where, not whose. */
const isBehindPreposition = ({ doc }: Sight, { first }: Range): boolean => first > 0 && uposOf(doc, first - 1) === "ADP";

/** Phrases that right before a title say whose it is, whatever the tree makes of them: "New Zealand Foreign Minister", "House of Commons Speaker". */
const NAMES_WHOSE: ReadonlySet<Found["entry"]["kind"]> = new Set(["country", "organization", "metonym"]);

/** Takes in the title: functions, forms of address and what qualifies them, back to an article, a possessor or what is no part of the phrase. */
function withTitle(sight: Sight, name: Range, sentenceStart: number): Person {
  const { at } = sight;
  let first = name.first;
  let role: Found | null = null;
  let gender: "m" | "f" | null = null;
  while (first > sentenceStart && name.first - first < LONGEST_TITLE) {
    const word = first - 1;
    const hit = at(word);
    if (isTitle(hit) && hit) {
      if (hit.entry.kind === "role") role = role && !isRank(sight, role) ? role : hit;
      if (hit.entry.kind === "honorific") gender ??= hit.entry.gender;
      first = hit.first;
    } else if (qualifies(sight, word, name)) first = hit ? Math.min(hit.first, word) : word;
    else if (role && hit && hit.last === word && NAMES_WHOSE.has(hit.entry.kind) && !isBehindPreposition(sight, hit)) first = hit.first;
    else break;
  }
  if (!role && !gender && !isTitle(at(name.first - 1))) first = name.first;
  return { range: { first, last: name.last }, name, role, gender };
}

/** Whether a function says nothing of whom one speaks for: "Gen.", behind which "Defense Minister Gen. X" is the minister. */
const isRank = ({ lexicon }: Sight, { entry }: Found): boolean =>
  entry.kind === "role" && lexicon.roleNouns.get(entry.role)?.speaksFor === "self";

/** Whether a word before a title belongs to it: "Greek Foreign Minister", "dockers' union leader", "Secretary of State". */
function qualifies({ doc, at }: Sight, word: number, name: Range): boolean {
  // "Residents of Qamishli": behind a preposition right before it a name has no title.
  if (word + 1 === name.first && uposOf(doc, word) === "ADP") return false;
  const form = formOf(doc, word);
  const upos = uposOf(doc, word);
  if (isArticle(form) || xposOf(doc, word) === "PRP$" || upos === "PUNCT") return form === "-";
  // "Russia's President X" is a mention from "President" on; "dockers' union leader" keeps its plural possessor.
  if (xposOf(doc, word) === "POS") return form === "'" || form === "’";
  if (upos === "ADP") return form.toLowerCase() === "of" && doc.head[word] > word && doc.head[word] <= name.last;
  if (!["PROPN", "NOUN", "ADJ", "NUM", "X"].includes(upos) && !at(word)) return false;
  if (upos === "NUM" && !at(word)) return false;
  return doc.head[word] > word ? doc.head[word] <= name.last : false;
}
