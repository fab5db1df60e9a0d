import { baseRelOf, formOf, lemmaOf, nameAt, sentenceOf, uposOf, xposOf } from "../../language/index.js";
import { nameAround, type Referents } from "../actors/index.js";
import type { Reading } from "../reading.js";
import { caseOf, dependents, isPassive } from "../syntax.js";
import type { Candidate } from "./atlas.js";
import type { Whereabouts } from "./choose.js";
import type { PlaceName } from "./mentions.js";

/** What was made of a name: what speaks for its naming a place, summed, and the reason that weighs most. Above 0 it is one. */
export interface Judgement {
  readonly score: number;
  readonly rule: string;
  /** The words beside it mean a first-level region or a town. */
  readonly hint: "region" | "town" | null;
}

/** Measured by what each is worth beside the others; tuned on the train part of GUM and the invented sentences of the tests (bench/places). */
const EVIDENCE = {
  labelledPlace: 2,
  labelledInside: 0.5,
  labelledPerson: -3,
  labelledBody: -1.6,
  unlabelled: -0.4,
  perWeight: 0.8,
  ofStory: 0.5,
  elsewhere: -0.7,
  word: -3,
  surname: -3,
  articled: -2.5,
  ambiguous: -1.2,
  severalWords: 0.8,
  locative: 1.8,
  weakLocative: 0.8,
  partOf: 2,
  kindOf: 2,
  contained: 3,
  container: 2,
  reached: 1.5,
  besideAPlace: 1,
  givenName: -1.5,
  person: -3,
  capitalsBeside: -1.4,
  heldByName: -4,
  notProper: -2.5,
  opensSentence: -0.2,
} as const;

/**
 * Judges each name, in order. `reading` and `referents` say what else the words may be. States and capitals come last: "between Tbilisi and
 * Gudauri" is known by the town.
 */
export function judge(reading: Reading, referents: Referents, names: readonly PlaceName[], whereabouts: Whereabouts): Judgement[] {
  const starts = new Map(names.map((name) => [name.first, name]));
  const judged = new Map<number, Judgement>();
  const surnames = new Set(
    referents.all.flatMap(({ kind, name }) => (kind === "person" && name?.includes(" ") ? [name.slice(name.lastIndexOf(" ") + 1)] : [])),
  );
  const matter: Matter = { reading, referents, whereabouts, starts, judged, surnames };
  const [states, others] = [true, false].map((wanted) => names.filter((name) => actsAtTimes(reading, name) === wanted));
  for (const name of [...others, ...states]) judged.set(name.first, judgeOne(matter, name));
  return namedAgain(
    reading,
    names,
    names.map(({ first }) => judged.get(first) as Judgement),
  );
}

/** Beyond doubt, and in so little doubt that being named so elsewhere in the story settles it. */
const CERTAIN = 2;
const DOUBTFUL = -2.5;

/** "Kherson was cut off; the Kherson region ordered …": what is surely a place once is one again, where nothing speaks against it much. */
function namedAgain({ doc }: Reading, names: readonly PlaceName[], judgements: readonly Judgement[]): Judgement[] {
  const wordsOf = ({ first, last }: PlaceName): string => doc.text.slice(doc.start[first], doc.end[last]);
  const certain = new Set(names.filter((_, i) => judgements[i].score > CERTAIN).map(wordsOf));
  // "Athens, Georgia" is not Greece: what a capital of this name does later is done there.
  const elsewhere = new Set(names.filter(({ container, phrase }) => container !== null && !isCapitalOf(phrase, container)).map(wordsOf));
  return judgements.map((judgement, i) => {
    const words = wordsOf(names[i]);
    const doubtful = judgement.score <= 0 && judgement.score > DOUBTFUL;
    const again = certain.has(words) && (doubtful || (judgement.rule === "places/actor" && elsewhere.has(words)));
    return again ? { ...judgement, score: 0.5, rule: "places/again" } : judgement;
  });
}

const isCapitalOf = (phrase: PlaceName["phrase"], container: string): boolean =>
  phrase?.entry.kind === "country" && container.startsWith(phrase.entry.country);

/** What judging needs: the names by their first word, and those that were judged before. */
interface Matter {
  readonly reading: Reading;
  readonly referents: Referents;
  readonly whereabouts: Whereabouts;
  readonly starts: ReadonlyMap<number, PlaceName>;
  readonly judged: ReadonlyMap<number, Judgement>;
  /** Last words of the full names of persons in the story. */
  readonly surnames: ReadonlySet<string>;
}

/** Whether a name is that of a state, a capital, a seat: one that may act. */
const actsAtTimes = ({ knowledge: { lexicon } }: Reading, { candidates, phrase }: PlaceName): boolean =>
  candidates.some(({ feature, region }) => feature === "PCLI" || (feature === "ADM1" && lexicon.placesRegions.get(region)?.acts)) ||
  phrase?.entry.kind === "country" ||
  phrase?.entry.kind === "metonym";

const NO: Omit<Judgement, "rule"> = { score: -9, hint: null };

function judgeOne(matter: Matter, name: PlaceName): Judgement {
  const { reading, referents, whereabouts } = matter;
  const { doc, knowledge } = reading;
  const { first, last, candidates } = name;
  if (candidates.length === 0) return { ...NO, rule: "places/unknown" };
  if (partOfPerson(reading, referents, name)) return { ...NO, rule: "places/person" };
  if (isHeld(reading, name)) return { ...NO, rule: "places/body" };

  const head = headOf(reading, name);
  const setting = settingOf(reading, name, head);
  const asContainer = name.contains !== null;
  const strong = setting.rule !== null || name.container !== null || asContainer;
  // States, capitals and seats act: without a word that makes them a place they are left to the actors.
  const isState = actsAtTimes(reading, name);
  const joined = joinedPlace(matter, head);
  if (isState && !strong && !joined && actsHere(reading, referents, name, head)) return { ...NO, rule: "places/actor" };

  const top = best(candidates);
  let score = strengthOf(top);
  const isHere = candidates.some(({ country, weight }) => country !== null && weight > top.weight - 3 && whereabouts.has(country));
  if (top.country !== null) score += isHere ? EVIDENCE.ofStory : top.weight < 6.5 ? EVIDENCE.elsewhere : 0;
  if (last > first) score += EVIDENCE.severalWords;
  score += labelled(reading, name, top);
  score += setting.score;
  if (name.container !== null) score += EVIDENCE.contained;
  if (asContainer) score += EVIDENCE.container;
  if (joined) score += EVIDENCE.besideAPlace;
  const form = formOf(doc, first);
  if (first === last) {
    if (knowledge.lexicon.givenNames.has(form)) score += EVIDENCE.givenName;
    // "In Reading, Pennsylvania" and "the town of Reading" are beyond doubt.
    if (knowledge.lexicon.placesWords.has(form.toLowerCase()) && name.container === null && setting.hint === null) score += EVIDENCE.word;
    if (matter.surnames.has(form) && !strong) score += EVIDENCE.surname;
    if (isTimeOrTongue(reading, form)) return { ...NO, rule: "places/word" };
    if (uposOf(doc, first) !== "PROPN" && !candidates.some(({ feature }) => feature === "PCLI")) score += EVIDENCE.notProper;
    if (first === doc.sentences[sentenceOf(doc, first)] && doc.name[first] === 0) score += EVIDENCE.opensSentence;
  }
  const person = referents.all[referents.at[head]];
  if (person?.kind === "person" && nameAround(referents, head) !== null && !isTitleWord(person.name, form)) score += EVIDENCE.person / 3;
  if (isArticled(reading, name)) score += EVIDENCE.articled;
  if (capitalBeside(reading, name)) score += EVIDENCE.capitalsBeside;
  return {
    score,
    rule: `places/${setting.rule ?? (name.container !== null ? "contained" : asContainer ? "container" : joined ? "joined" : "name")}`,
    hint: setting.hint,
  };
}

const best = (candidates: readonly Candidate[]): Candidate => candidates.reduce((top, each) => (each.weight > top.weight ? each : top));

/** Places of so much weight neither add to nor take from the score; a score is never changed by more than so much at either side. */
const MIDDLE = 4.8;
const [LEAST, MOST] = [-1.5, 2.2];

function strengthOf({ weight, ambiguous }: Candidate): number {
  const base = Math.min(MOST, Math.max(LEAST, (weight - MIDDLE) * EVIDENCE.perWeight));
  return ambiguous ? base + EVIDENCE.ambiguous : base;
}

/** "Into the North": a town or region has no article; "the Kherson region" is the region's. */
function isArticled({ doc }: Reading, { first, last, candidates }: PlaceName): boolean {
  if (first === 0 || formOf(doc, first - 1).toLowerCase() !== "the") return false;
  const isAttribute = last + 1 < doc.length && ["NOUN", "PROPN", "ADJ"].includes(uposOf(doc, last + 1)) && doc.head[last] > last;
  return !isAttribute && candidates.every(({ feature }) => /^(?:PPL|ADM1)/.test(feature));
}

/** "March", "Sunday", "English": never the town of that name. */
const isTimeOrTongue = ({ knowledge: { lexicon } }: Reading, form: string): boolean =>
  lexicon.timesNames.has(form) || lexicon.languages.has(form);

/** The word of the name that ties it to the sentence. */
function headOf({ doc }: Reading, { first, last }: PlaceName): number {
  for (let word = first; word <= last; word++) if (doc.head[word] < first || doc.head[word] > last) return word;
  return last;
}

/** What the engine calls the words. */
function labelled({ doc, knowledge: { lexicon } }: Reading, { first, last }: PlaceName, { weight }: Candidate): number {
  let start = first;
  while (start > 0 && doc.name[start] !== 0 && doc.name[start] % 2 === 0) start--;
  const label = nameAt(doc, start);
  if (label === null || label.last < first) return doc.name[last] === 0 ? EVIDENCE.unlabelled : EVIDENCE.labelledInside;
  const same = label.first === first && label.last === last;
  switch (label.kind) {
    case "LOC":
      return same || label.last >= last ? EVIDENCE.labelledPlace : EVIDENCE.labelledInside;
    case "PER":
      // The engine takes cities that it has not met for persons.
      return same && (weight > 6 || (last > first && weight > 5)) && !lexicon.givenNames.has(formOf(doc, first))
        ? EVIDENCE.labelledPerson / 2
        : EVIDENCE.labelledPerson;
    default:
      return same ? EVIDENCE.labelledBody : label.last > last || label.first < first ? EVIDENCE.labelledBody - 1 : EVIDENCE.labelledBody;
  }
}

/** Whether the words stand in a person's name of two words or more, or repeat a word of one that the story has given in full. */
function partOfPerson({ doc, knowledge }: Reading, referents: Referents, { first, last }: PlaceName): boolean {
  const around = nameAround(referents, first) ?? nameAround(referents, last);
  if (around === null || (first < last && around.last === last)) return false;
  // "Austin Reed spoke in Austin": behind a preposition of place a single word of a name is the place.
  if (around.first === first && around.last === last && first > 0 && knowledge.placeCues.in.has(formOf(doc, first - 1).toLowerCase()))
    return false;
  const person = referents.all[referents.at[first]] ?? referents.all[referents.at[last]];
  const words = person?.name?.split(/\s+/) ?? [];
  return words.length > 1 && words.includes(formOf(doc, first)) && words.includes(formOf(doc, last));
}

const isTitleWord = (name: string | null, form: string): boolean => name === null || !name.split(/\s+/).includes(form);

/** Whether the words belong to the name of a body, a paper, a treaty: "Oxford University", "Bank of England", "Bishop of Kingston". */
function isHeld({ doc, knowledge: { placeCues, lexicon } }: Reading, { first, last }: PlaceName): boolean {
  const sentence = sentenceOf(doc, first);
  const behind = doc.sentences[sentence + 1];
  // Capitalised words that follow, as far as they go: one of them heads the name. "London Metropolitan Police", "Kyiv School of Economics".
  for (let word = last + 1; word < behind && word <= last + 4; word++) {
    const form = formOf(doc, word);
    if (/^[-–]$/.test(form)) continue;
    if (!/^\p{Lu}/u.test(form)) break;
    const noun = form.toLowerCase();
    if (placeCues.hold.has(noun) || lexicon.bodyNouns.has(noun)) return true;
  }
  // "X of PLACE" with a capitalised X: "University of Southern Georgia", "Treaty of Rome", "Church of England".
  let of = first - 1;
  while (of > doc.sentences[sentence] && of > first - 4 && /^(?:the$|\p{Lu})/u.test(formOf(doc, of))) of--;
  const holder = of - 1;
  if (holder < doc.sentences[sentence] || formOf(doc, of).toLowerCase() !== "of") return false;
  const form = formOf(doc, holder);
  const noun = form.toLowerCase();
  return /^\p{Lu}/u.test(form) && (placeCues.hold.has(noun) || lexicon.bodyNouns.has(noun)) && !placeCues.kind.has(noun);
}

interface Setting {
  readonly score: number;
  readonly rule: string | null;
  readonly hint: Judgement["hint"];
}

/** What the words around a name say: prepositions, nouns that take places, verbs that reach them. */
function settingOf(reading: Reading, name: PlaceName, head: number): Setting {
  const { doc, syntax, knowledge } = reading;
  const { placeCues: cues } = knowledge;
  const { first, last } = name;
  const isTown = !name.candidates.some(({ feature }) => feature === "PCLI");
  const before = first > 0 ? formOf(doc, first - 1).toLowerCase() : "";
  const twoBefore = first > 1 ? formOf(doc, first - 2).toLowerCase() : "";
  const behind = last + 1 < doc.length ? last + 1 : -1;
  const nounBehind = behind >= 0 && uposOf(doc, behind) === "NOUN" ? lemmaOf(doc, behind) : "";
  const hint = hintOf(reading, name, nounBehind);

  const isOwner = behind >= 0 && xposOf(doc, behind) === "POS";
  const owned = isOwner ? ownedNoun(reading, head, behind) : "";
  if (isOwner && (cues.part.has(owned) || (isTown && (cues.civic.has(owned) || cues.kind.has(owned)))))
    return { score: EVIDENCE.partOf, rule: "part", hint };
  if (nounBehind !== "" && (cues.kind.has(nounBehind) || cues.part.has(nounBehind))) return { score: EVIDENCE.kindOf, rule: "kind", hint };
  if (nounBehind !== "" && isTown && cues.civic.has(nounBehind)) return { score: EVIDENCE.partOf, rule: "civic", hint };
  if (isOwner) return { score: 0, rule: null, hint };

  const governor =
    caseOf(syntax, head) ??
    (cues.in.has(before) || before === "from" || before === "to" || before === "of" ? before : before === "the" ? twoBefore : "");
  const above = doc.head[head];
  const aboveLemma = above >= 0 ? lemmaOf(doc, above).toLowerCase() : "";
  const isAttribute = behind >= 0 && doc.head[head] > last && ["compound", "amod", "nmod", "flat"].includes(baseRelOf(doc, head));
  if (cues.kind.has(before) && above >= 0 && uposOf(doc, first - 1) !== "VERB") return { score: EVIDENCE.kindOf, rule: "kind", hint };
  if (baseRelOf(doc, head) === "appos" && (cues.kind.has(aboveLemma) || cues.part.has(aboveLemma)))
    return { score: EVIDENCE.kindOf, rule: "kind", hint };
  if (governor === "of" && above >= 0) {
    if (cues.part.has(aboveLemma) || cues.kind.has(aboveLemma)) return { score: EVIDENCE.partOf, rule: "part", hint };
    if (isTown && cues.civic.has(aboveLemma)) return { score: EVIDENCE.partOf, rule: "civic", hint };
  }
  // "In France President X said": the preposition governs another word.
  if (!isAttribute) {
    if (
      cues.in.has(governor) ||
      (governor.includes(" ") && governor.split(" ").some((word) => cues.in.has(word)) && !governor.startsWith("according"))
    )
      return { score: EVIDENCE.locative, rule: "locative", hint };
    if (governor === "with" && ["border", "frontier", "boundary"].includes(aboveLemma))
      return { score: EVIDENCE.partOf, rule: "part", hint };
    if (
      cues.from.has(governor) &&
      !(governor === "from" ? cues.taken : cues.given).has(aboveLemma) &&
      !knowledge.lexicon.reportingVerbs.has(aboveLemma)
    ) {
      return { score: EVIDENCE.weakLocative, rule: "locative", hint };
    }
    if (above >= 0 && uposOf(doc, above) === "VERB" && cues.reach.has(aboveLemma) && isReached(reading, head)) {
      return { score: EVIDENCE.reached, rule: "reached", hint };
    }
  } else if (cues.in.has(before) && isTown) return { score: EVIDENCE.locative / 2, rule: "locative", hint };
  return { score: 0, rule: null, hint };
}

function hintOf({ doc, knowledge: { placeCues } }: Reading, { first, last }: PlaceName, nounBehind: string): Judgement["hint"] {
  if (placeCues.region.has(nounBehind)) return "region";
  const capital = last + 1 < doc.length ? formOf(doc, last + 1).toLowerCase() : "";
  if (placeCues.region.has(capital)) return "region";
  const before =
    first > 1 && formOf(doc, first - 1).toLowerCase() === "of"
      ? lemmaOf(doc, first - 2).toLowerCase()
      : first > 0
        ? lemmaOf(doc, first - 1).toLowerCase()
        : "";
  if (placeCues.region.has(before)) return "region";
  return ["city", "town", "village", "port", "capital"].includes(before) || ["city", "town", "village"].includes(nounBehind)
    ? "town"
    : null;
}

/** The noun that a possessor owns: "border" of "Chad's long northern border". */
function ownedNoun({ doc }: Reading, head: number, mark: number): string {
  const owner = doc.head[head];
  if (owner > mark && owner - mark <= 5) return lemmaOf(doc, owner).toLowerCase();
  return mark + 1 < doc.length ? lemmaOf(doc, mark + 1).toLowerCase() : "";
}

/** The object of a verb, or the subject of a passive one. */
function isReached({ doc, syntax }: Reading, head: number): boolean {
  const relation = baseRelOf(doc, head);
  if (relation === "obj") return true;
  return relation === "nsubj" && isPassive(syntax, doc.head[head]);
}

/** Whether a state, capital or seat is a party to what is told: the actors have a state or body for it, or nothing makes it a place. */
function actsHere(
  { doc, knowledge: { lexicon } }: Reading,
  referents: Referents,
  { candidates, phrase }: PlaceName,
  head: number,
): boolean {
  const referent = referents.all[referents.at[head]];
  if (referent !== undefined && referent.kind !== "person") return true;
  // A state's own name needs a word that makes it a place; a capital is one unless it acts.
  if (candidates.some(({ feature, region }) => feature === "PCLI" || lexicon.placesRegions.get(region)?.acts)) return true;
  return phrase?.entry.kind === "metonym" || baseRelOf(doc, head) === "nsubj";
}

/** "in Iraq and Syria", "between Tbilisi and Gudauri": a name that is joined with one that was found to be a place. */
function joinedPlace({ reading, judged, starts }: Matter, head: number): boolean {
  const { doc, syntax } = reading;
  if (baseRelOf(doc, head) !== "conj") {
    if (caseOf(syntax, head) !== "between") return false;
    return dependents(syntax, head).some((other) => baseRelOf(doc, other) === "conj" && (judged.get(other)?.score ?? -1) > 0);
  }
  for (let above = doc.head[head], steps = 0; above >= 0 && steps < 6; steps++) {
    for (let first = above; first >= 0 && first > above - 4; first--) {
      const name = starts.get(first);
      if (name !== undefined && name.last >= above) return (judged.get(first)?.score ?? -1) > 0;
    }
    if (baseRelOf(doc, above) !== "conj") return false;
    above = doc.head[above];
  }
  return false;
}

/** A capitalised word directly before or behind, of the same name by its tags and not a place's kind: "Paris Hilton", "Jack London". */
function capitalBeside({ doc, knowledge: { placeCues } }: Reading, { first, last }: PlaceName): boolean {
  const sentence = sentenceOf(doc, first);
  const isPart = (word: number): boolean =>
    word >= doc.sentences[sentence] &&
    word < doc.sentences[sentence + 1] &&
    uposOf(doc, word) === "PROPN" &&
    /^\p{Lu}\p{Ll}/u.test(formOf(doc, word)) &&
    !placeCues.kind.has(formOf(doc, word).toLowerCase());
  const tied = (word: number, to: number): boolean => doc.head[word] === to || doc.head[to] === word || doc.head[word] === doc.head[to];
  return (isPart(last + 1) && tied(last + 1, last)) || (isPart(first - 1) && tied(first - 1, first));
}
