import { baseRelOf, type Doc, deprelOf, formOf, lemmaOf, nameAt, sentenceOf, uposOf, type WordRange, xposOf } from "./doc.js";
import { packagedTables } from "./read-tables.js";
import type { LanguageLexicon } from "./tables.js";
import type { NameKind } from "./tags.js";
import { phraseCore, type Tree, treeOf } from "./tree.js";

export type Gender = "m" | "f";

/**
 * A noun phrase or personal pronoun with what the text shows of whom it means: what coreference goes by. The words are those of the phrase's
 * core, with articles, adjectives and titles, without what follows the head behind a comma or preposition. Null is "not shown", never a guess:
 * "the minister" has no gender, "the sheep" no number, "the delegation" is no person and "Solbakk" alone may be one.
 */
export interface Mention extends WordRange {
  /** The word that ties the phrase to its sentence. */
  readonly head: number;
  readonly form: "name" | "noun" | "pronoun";
  /** Of the phrase, whatever it is joined with: "Norway and Denmark" are two mentions, each singular. "You" has none, nor has "they" of one person. */
  readonly number: "singular" | "plural" | null;
  readonly gender: Gender | null;
  /** Grammatical person. */
  readonly person: 1 | 2 | 3;
  /** True for persons, one or many; false for things, places and bodies. */
  readonly animate: boolean | null;
}

/** The tables behind the features, in the form in which they are looked up: `mentionTables`. Forms are in small letters but for given names. */
export interface MentionTables {
  /** Names that tell the gender of who bears them. */
  readonly givenNames: ReadonlyMap<string, Gender>;
  readonly honorifics: ReadonlyMap<string, Gender | null>;
  /** Nouns for a person, with the gender that the word itself tells: "widow". */
  readonly personNouns: ReadonlyMap<string, Gender | null>;
  /** Plural nouns for persons: "farmers". */
  readonly peopleNouns: ReadonlySet<string>;
  /** Nouns for a body: "ministry". */
  readonly bodyNouns: ReadonlySet<string>;
}

type MentionLexicon = Pick<LanguageLexicon, "givenNames" | "honorifics" | "roleNouns" | "groupNouns" | "bodyNouns">;

/** Tables by the lexicon that they were made of: made once a lexicon. */
const made = new WeakMap<object, MentionTables>();

export function mentionTables(lexicon: MentionLexicon): MentionTables {
  const known = made.get(lexicon.roleNouns);
  if (known) return known;
  const roles = [...lexicon.roleNouns.values()];
  const groups = [...lexicon.groupNouns.values()];
  const tables: MentionTables = {
    givenNames: new Map([...lexicon.givenNames.values()].map(({ name, gender }) => [name, gender])),
    honorifics: new Map([...lexicon.honorifics.values()].map(({ honorific, gender }) => [honorific.toLowerCase(), gender])),
    personNouns: new Map(roles.flatMap(({ noun, plurals, gender }) => [noun, ...plurals].map((form) => [form, gender] as const))),
    peopleNouns: new Set(groups.map(({ noun }) => noun)),
    bodyNouns: new Set([...lexicon.bodyNouns.values()].map(({ noun }) => noun)),
  };
  made.set(lexicon.roleNouns, tables);
  return tables;
}

interface PronounRow {
  readonly person: 1 | 2 | 3;
  readonly number: Mention["number"];
  readonly gender: Gender | null;
  readonly animate: boolean | null;
}

const pronounRows = (forms: string, row: PronounRow): [string, PronounRow][] => forms.split(" ").map((form) => [form, row]);

/** Personal pronouns and possessives. "It" and "they" leave open what they mean: "the storm", "the ministry"; "the talks", "the pilots", somebody. */
const PRONOUNS: ReadonlyMap<string, PronounRow> = new Map([
  ...pronounRows("i me my mine myself", { person: 1, number: "singular", gender: null, animate: true }),
  ...pronounRows("we us our ours ourselves", { person: 1, number: "plural", gender: null, animate: true }),
  ...pronounRows("you your yours", { person: 2, number: null, gender: null, animate: true }),
  ...pronounRows("yourself", { person: 2, number: "singular", gender: null, animate: true }),
  ...pronounRows("yourselves", { person: 2, number: "plural", gender: null, animate: true }),
  ...pronounRows("he him his himself", { person: 3, number: "singular", gender: "m", animate: true }),
  ...pronounRows("she her hers herself", { person: 3, number: "singular", gender: "f", animate: true }),
  ...pronounRows("it its itself", { person: 3, number: "singular", gender: null, animate: false }),
  ...pronounRows("they them their theirs themselves themself", { person: 3, number: null, gender: null, animate: null }),
]);

/** Words that are described with the head of the name or title that they stand in. */
const INNER = new Set(["flat", "nmod:desc", "goeswith", "fixed"]);
const PLURAL_DETERMINERS = new Set(["these", "those", "both", "many", "several", "few", "various"]);
/** Whose own they are: the possessive before them is the subject of their verb. "Solbakk met her Danish counterpart" makes Solbakk a woman. */
const MUTUAL_NOUNS = new Set(["counterpart", "counterparts"]);

let packaged: MentionTables | undefined;

/** Tables of this package, read from disk when first asked for. */
function packagedMentionTables(): MentionTables {
  packaged ??= mentionTables(packagedTables());
  return packaged;
}

/** Every noun phrase and personal pronoun, in the order of their heads. Without tables those of this package are taken. */
export function mentionsOf(doc: Doc, tables: MentionTables = packagedMentionTables()): Mention[] {
  const tree = treeOf(doc);
  const names = namesByWord(doc);
  const shown = gendersElsewhere(doc, tables);
  const found: Mention[] = [];
  for (let head = 0; head < doc.length; head++) {
    const upos = uposOf(doc, head);
    if (upos === "PRON") {
      const row = PRONOUNS.get(formOf(doc, head).toLowerCase());
      if (row && ["PRP", "PRP$"].includes(xposOf(doc, head))) found.push({ head, first: head, last: head, form: "pronoun", ...row });
    } else if ((upos === "NOUN" || upos === "PROPN") && !INNER.has(deprelOf(doc, head))) {
      const range = coreOf(tree, head);
      found.push({ head, ...range, person: 3, ...featuresOf(doc, tables, range, head, names[head], shown.get(head) ?? null) });
    }
  }
  return found;
}

/** A core longer than this is a list or a fault of the tree; its head alone is taken, so that no text takes more than linear time. */
const LONGEST_CORE = 30;

function coreOf(tree: Tree, head: number): WordRange {
  const core = phraseCore(tree, head);
  return core.last - core.first >= LONGEST_CORE ? { first: head, last: head } : core;
}

/** Kind of the name that covers each word, null for none. */
function namesByWord(doc: Doc): (NameKind | null)[] {
  const kinds: (NameKind | null)[] = new Array(doc.length).fill(null);
  for (let word = 0; word < doc.length; word++) {
    const name = nameAt(doc, word);
    if (name) kinds.fill(name.kind, name.first, name.last + 1);
  }
  return kinds;
}

function featuresOf(
  doc: Doc,
  tables: MentionTables,
  range: WordRange,
  head: number,
  kind: NameKind | null,
  elsewhere: Gender | null,
): Pick<Mention, "form" | "number" | "gender" | "animate"> {
  const proper = uposOf(doc, head) === "PROPN" || kind !== null;
  const noun = lemmaOf(doc, head).toLowerCase();
  const form = formOf(doc, head).toLowerCase();
  const person = kind === "PER" || isPersonNoun(tables, noun) || (range.last > range.first && hasTitle(doc, tables, range));
  const people = tables.peopleNouns.has(form);
  const body = !person && (kind === "ORG" || kind === "LOC" || tables.bodyNouns.has(noun) || tables.bodyNouns.has(form));
  return {
    form: proper ? "name" : "noun",
    number: numberOf(doc, range, head),
    gender: body ? null : (genderIn(doc, tables, range, kind === "PER" || (proper && person)) ?? elsewhere),
    animate: person || people || elsewhere !== null ? true : body ? false : hasWho(doc, range.last) ? true : null,
  };
}

const isPersonNoun = ({ personNouns }: MentionTables, noun: string): boolean =>
  personNouns.has(noun) || personNouns.has(noun.slice(noun.lastIndexOf("-") + 1));

function hasTitle(doc: Doc, { honorifics, personNouns }: MentionTables, { first, last }: WordRange): boolean {
  for (let word = first; word < last; word++) {
    const form = formOf(doc, word).toLowerCase();
    if (uposOf(doc, word + 1) === "PROPN" && (honorifics.has(form) || personNouns.has(form))) return true;
  }
  return false;
}

/** "The woman who …", "those who": a phrase that "who" goes on is a person. */
const hasWho = (doc: Doc, last: number): boolean => {
  for (let word = last + 1; word < doc.length && word <= last + 2; word++)
    if (/^wh(?:o|om)$/i.test(formOf(doc, word))) return true;
    else if (formOf(doc, word) !== ",") return false;
  return false;
};

function numberOf(doc: Doc, { first }: WordRange, head: number): Mention["number"] {
  const xpos = xposOf(doc, head);
  if (xpos === "NNS" || xpos === "NNPS") return "plural";
  if (xpos !== "NN" && xpos !== "NNP") return null;
  // "both sheep": what the noun leaves open its determiner may tell.
  return PLURAL_DETERMINERS.has(formOf(doc, first).toLowerCase()) && xpos === "NN" ? "plural" : "singular";
}

/**
 * What the words of a phrase tell: a form of address, a gendered noun, last a given name. A plural tells of each of them. The gender of an owner
 * is not the phrase's ("her brother's lawyer"), so that words before the last possessive tell nothing.
 */
function genderIn(
  doc: Doc,
  { givenNames, honorifics, personNouns }: MentionTables,
  { first, last }: WordRange,
  person: boolean,
): Gender | null {
  let from = last;
  while (from > first && xposOf(doc, from - 1) !== "POS") from--;
  let named: Gender | null = null;
  for (let word = from; word <= last; word++) {
    const form = formOf(doc, word);
    const lower = form.toLowerCase();
    const told = honorifics.get(lower) ?? personNouns.get(lemmaOf(doc, word).toLowerCase()) ?? personNouns.get(lower);
    if (told) return told;
    if (person) named ??= givenNames.get(form) ?? null;
  }
  return named;
}

/**
 * Genders that other words than the phrase's own show, by the phrase's head: an apposition ("Lund, the chairwoman"), a reflexive of the same
 * verb ("Lund distanced herself"), a possessive that can only be the subject's ("Lund met her counterpart", "Lund and his wife").
 */
function gendersElsewhere(doc: Doc, tables: MentionTables): ReadonlyMap<number, Gender> {
  const shown = new Map<number, Gender>();
  const show = (head: number, gender: Gender | null | undefined): void => {
    if (gender && head >= 0 && ["PROPN", "NOUN"].includes(uposOf(doc, head)) && !shown.has(head)) shown.set(head, gender);
  };
  const subjectAt = new Map<number, number>();
  for (let word = 0; word < doc.length; word++) if (baseRelOf(doc, word) === "nsubj") subjectAt.set(doc.head[word], word);
  for (let word = 0; word < doc.length; word++) {
    const above = doc.head[word];
    if (above < 0) continue;
    const form = formOf(doc, word).toLowerCase();
    const gender = PRONOUNS.get(form)?.gender ?? null;
    if (baseRelOf(doc, word) === "appos") show(above, tables.personNouns.get(lemmaOf(doc, word).toLowerCase()));
    if (gender === null || sentenceOf(doc, word) !== sentenceOf(doc, above)) continue;
    if (form.endsWith("self")) show(above, baseRelOf(doc, word) === "appos" || baseRelOf(doc, word) === "nmod" ? gender : null);
    const governor = form.endsWith("self") ? above : doc.head[above];
    if (form.endsWith("self") || MUTUAL_NOUNS.has(formOf(doc, above).toLowerCase())) show(subjectAt.get(governor) ?? -1, gender);
    // "Lund and his wife": kin of the one before it.
    if (xposOf(doc, word) === "PRP$" && baseRelOf(doc, above) === "conj" && tables.personNouns.has(lemmaOf(doc, above).toLowerCase()))
      show(doc.head[above], gender);
  }
  return shown;
}
