/**
 * The tables of `lexicon/` that the reader knows, one small definition each. To add a table: write `lexicon/NAME.tsv`, define it here,
 * and add it to TABLES.
 */
import { z } from "zod";
import { cell } from "./cell.js";
import { defineTable } from "./table.js";

/** States and territories, and what news calls them, their people and their seat of government. */
const countries = defineTable({
  file: "countries.tsv",
  key: ["alpha3"],
  row: z.object({
    alpha3: cell.country,
    /** ISO 3166-1 alpha-2, as gazetteers write it. */
    alpha2: cell.text,
    /** As news names it; also a name to look up. */
    name: cell.text,
    /** Other names and short forms, without an article: "U.S.", "Britain". */
    aliases: cell.list,
    /** Adjectives: "Russian", "U.S.". The first is the usual one. */
    demonyms: cell.list,
    /** Nouns for its people, plural: "Russians", "Britons". */
    people: cell.list,
    /** Capital and seat of government, with other spellings: "Kyiv", "Kiev". None where it is the name of the state. */
    capitals: cell.list,
    /** Which of the phrases above often mean something else in news: "Georgia" a US state, "Jordan" a person, "Dominican" two states. */
    ambiguous: cell.list,
  }),
});

/** Months, weekdays, seasons, parts of the day, feasts. */
const timesNames = defineTable({
  file: "times-names.tsv",
  key: ["name"],
  row: z.object({
    name: cell.text,
    kind: cell.oneOf(["month", "weekday", "season", "part", "instant", "holiday"]),
    /** Number of a month or weekday (Monday is 1), TIMEX3 code, clock time, or month and day. */
    value: cell.text,
    short: cell.list,
    also: cell.list,
    /** Also a given name or a verb ("May", "March"): wants a preposition or a modifier before it. */
    ambiguous: cell.flag,
  }),
});

/** Units of time, with what ISO 8601 writes for them. */
const timesUnits = defineTable({
  file: "times-units.tsv",
  key: ["unit"],
  row: z.object({
    unit: cell.text,
    code: cell.oneOf(["S", "M", "H", "D", "W", "Q", "Y"]),
    /** Below a day: stands behind the T of a duration. */
    clock: cell.flag,
    /** A decade is 10 of its code. */
    factor: cell.number,
    forms: cell.list,
    each: cell.list,
    long: cell.list,
  }),
});

/** Numbers written as words. */
const timesNumbers = defineTable({
  file: "times-numbers.tsv",
  key: ["word"],
  row: z.object({ word: cell.text, value: cell.number, kind: cell.oneOf(["one", "teen", "ten", "ordinal"]) }),
});

/** Words for a time without a place on the calendar: "now", "recently". */
const timesVague = defineTable({
  file: "times-vague.tsv",
  key: ["phrase"],
  row: z.object({
    phrase: cell.text,
    type: cell.oneOf(["DATE", "DURATION"]),
    value: cell.text,
    /** Whether the record lists it. */
    kept: cell.flag,
  }),
});

/** Words that say whether a clause is about what is to come. */
const timesCues = defineTable({
  file: "times-cues.tsv",
  key: ["word", "kind"],
  row: z.object({
    word: cell.text,
    kind: cell.oneOf([
      "modal",
      "governor",
      "timetable",
      "adjacent",
      "scheduled",
      "noun-like",
      "expecting",
      "aspectual",
      "past",
      "preterite",
      "reporting",
    ]),
  }),
});

/** Words that bound a quantity of time: "more than". */
const timesBounds = defineTable({
  file: "times-bounds.tsv",
  key: ["phrase"],
  row: z.object({
    phrase: cell.text,
    mod: cell.oneOf(["MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "APPROX"]),
  }),
});

const timesZones = defineTable({
  file: "times-zones.tsv",
  key: ["zone"],
  row: z.object({ zone: cell.text, offset: cell.optional(cell.text) }),
});

/** Names that hold a word for a time: "Sunday Times". */
const timesExceptions = defineTable({ file: "times-exceptions.tsv", key: ["phrase"], row: z.object({ phrase: cell.text }) });

/** What a reporting verb may attribute, and how: see the head of the file. */
const reportingVerbs = defineTable({
  file: "reporting-verbs.tsv",
  key: ["lemma"],
  row: z.object({
    lemma: cell.text,
    class: cell.oneOf(["speech", "attitude"]),
    object: cell.optional(z.enum(["content", "addressee", "both"])),
    takes: cell.list,
    passive: cell.flag,
    denies: cell.flag,
    acts: cell.list,
  }),
});

/** Nouns that attribute content to a source beside them. */
const reportingNouns = defineTable({
  file: "reporting-nouns.tsv",
  key: ["lemma"],
  row: z.object({ lemma: cell.text, class: cell.oneOf(["speech", "attitude"]), takes: cell.list, denies: cell.flag, light: cell.list }),
});

/** Adjectives that attribute a belief, a wish or words to their subject: see the head of the file. */
const reportingAdjectives = defineTable({
  file: "reporting-adjectives.tsv",
  key: ["lemma"],
  row: z.object({ lemma: cell.text, class: cell.oneOf(["speech", "attitude"]), takes: cell.list }),
});

/** Phrases that attribute the clause they stand in: "according to". */
const reportingPhrases = defineTable({
  file: "reporting-phrases.tsv",
  key: ["phrase"],
  row: z.object({ phrase: cell.text, class: cell.oneOf(["speech", "attitude"]), rare: cell.flag }),
});

/** Occasions, channels, audiences and documents of saying. */
const media = defineTable({
  file: "media.tsv",
  key: ["noun"],
  row: z.object({ noun: cell.text, kind: cell.oneOf(["occasion", "channel", "audience", "document"]) }),
});

/** News agencies, and bodies that publish their own news. */
const agencies = defineTable({
  file: "agencies.tsv",
  key: ["name"],
  row: z.object({
    /** The name that it signs its copy with: "AP". */
    name: cell.text,
    /** Other names in datelines, bylines and copyright lines: "The Associated Press". */
    aliases: cell.list,
    /** Symbols before the number of a document: "SC" in "SC/13406". */
    documents: cell.list,
    /** Words that end its stories and mean nothing else: "Enditem". */
    endmarks: cell.list,
  }),
});

/** Words by which furniture is known: lines that belong to the paper, not to the news. */
const furniture = defineTable({
  file: "furniture.tsv",
  key: ["phrase", "at"],
  row: z.object({
    phrase: cell.text,
    /** The line begins so, is nothing else, or ends so; a clause of a contributors' line begins so; a name above the headline begins so. */
    at: cell.oneOf(["start", "whole", "end", "clause", "letterhead"]),
    region: cell.oneOf(["timestamp", "contributors", "teaser", "contact", "copyright", "other"]),
    /** The date behind it is that of publication or update; the people behind it are writers or have done something else. */
    gives: cell.optional(cell.oneOf(["published", "updated", "writer", "other"])),
  }),
});

/** What stands in bylines and is no name of a person, and what stays small in a name. */
const bylineWords = defineTable({
  file: "byline-words.tsv",
  key: ["form"],
  row: z.object({ form: cell.text, kind: cell.oneOf(["role", "place", "particle"]) }),
});

/** Phrases that name a government or body by its seat: "the Kremlin". Each stands either for a state or for an organization. */
const metonyms = defineTable({
  file: "metonyms.tsv",
  key: ["phrase"],
  row: z.object({
    /** As printed, without an article. */
    phrase: cell.text,
    /** The state meant. */
    country: cell.optional(cell.country),
    /** The body meant, by its name in organizations. */
    organization: cell.optional(cell.text),
    /** The phrase is as often something else, a plain place above all. */
    ambiguous: cell.flag,
  }),
});

/** Names that hold the name of a state and do not mean it: "South China Sea". To be matched before the shorter name inside. */
const lookAlikes = defineTable({
  file: "look-alikes.tsv",
  key: ["phrase"],
  row: z.object({
    /** As printed, without an article. */
    phrase: cell.text,
    /** A people may act as a group ("Bosnian Serbs"); a thing is a treaty, a war, an event. */
    kind: cell.oneOf(["place", "people", "thing"]),
  }),
});

/** Kinds of organization as the tables tell them apart; `agency` is any public body of one state that is no other kind. */
export const ORGANIZATION_KINDS = [
  "international",
  "alliance",
  "agency",
  "military",
  "legislature",
  "court",
  "company",
  "media",
  "armed-group",
  "party",
  "ngo",
  "union",
  "church",
] as const;

export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** Organizations that speak and act in news, by name. Not every ministry and army: those are recognised by pattern (bodyNouns). */
const organizations = defineTable({
  file: "organizations.tsv",
  key: ["name"],
  row: z.object({
    name: cell.text,
    /** Other names, short forms and acronyms as printed. */
    aliases: cell.list,
    kind: cell.oneOf(ORGANIZATION_KINDS),
    /** The state it belongs to or sits in; null for those between states. */
    country: cell.optional(cell.country),
    /** The organization of which it is a part, by name. */
    parent: cell.optional(cell.text),
    /** What "the NOUN" may call it when it is named again, besides the last word of its name: "alliance", "bloc". */
    backReferences: cell.list,
    /** Those of its names that often mean something else: "AFP", "Congress". */
    ambiguous: cell.list,
  }),
});

/** Common nouns that head the name or description of a body that acts: "ministry", "general staff". */
const bodyNouns = defineTable({
  file: "body-nouns.tsv",
  key: ["noun"],
  row: z.object({
    /** In small letters, singular; plural where only that means the body ("authorities"). */
    noun: cell.text,
    kind: cell.oneOf(["organization", "group"]),
    /** With a country or capital it is that state itself: "the Austrian government". */
    standsForState: cell.flag,
    /** "the NOUN" alone may name again an actor named before. */
    backReference: cell.flag,
    /** Separated by `|` as in ORGANIZATION_KINDS: what "the NOUN" may name again. Empty: any whose name ends in the noun. */
    kinds: cell.listOf(ORGANIZATION_KINDS),
  }),
});

/** Titles and functions of persons: "deputy foreign minister", "spokesman", "farmer". */
const roleNouns = defineTable({
  file: "role-nouns.tsv",
  key: ["noun"],
  row: z.object({
    /** In small letters, singular. The longest that the words end in is meant. */
    noun: cell.text,
    plurals: cell.list,
    /** As printed before a name: "Lt. Gen.". */
    abbreviations: cell.list,
    gender: cell.optional(cell.gender),
    /** Whom such a person speaks for: the state, the body named beside it, or nobody else. */
    speaksFor: cell.oneOf(["state", "body", "self"]),
    /** A source so described and not named is "unnamed". */
    hides: cell.flag,
    /** It may stand directly before a name. */
    title: cell.flag,
  }),
});

/** Forms of address before a name that are no function: "Mr.", "Sheikh". */
const honorifics = defineTable({
  file: "honorifics.tsv",
  key: ["honorific"],
  row: z.object({ honorific: cell.text, gender: cell.optional(cell.gender) }),
});

/** Given names that tell the gender of their bearer, for pronouns. Names given to both are left out. */
const givenNames = defineTable({
  file: "given-names.tsv",
  key: ["name"],
  row: z.object({ name: cell.text, gender: cell.gender }),
});

/** Plural persons as an actor ("farmers"), and those who only look on ("analysts"). */
const groupNouns = defineTable({
  file: "group-nouns.tsv",
  key: ["noun"],
  row: z.object({
    /** Plural, in small letters. */
    noun: cell.text,
    /** Singular, in small letters; null where there is none ("police"). */
    singular: cell.optional(cell.text),
    /** As a source they are "unnamed" and no actor, unless a name follows. */
    hides: cell.flag,
    /** With a state or body named beside them they are it when they act: "Russian troops", "AU monitors". */
    standsFor: cell.flag,
  }),
});

/** Abbreviations with their last full stop, and how each behaves before a capital. */
const abbreviations = defineTable({
  file: "abbreviations.tsv",
  key: ["form"],
  row: z.object({ form: cell.text, kind: cell.oneOf(["title", "number", "inner", "either"]) }),
});

/** Words written in one that are several: "cannot" of "can" and "not". */
const contractions = defineTable({ file: "contractions.tsv", key: ["form"], row: z.object({ form: cell.text, parts: cell.list }) });

/** What a hyphen or a number does not cut off, and the last labels of host names. */
const affixes = defineTable({
  file: "affixes.tsv",
  key: ["form", "kind"],
  row: z.object({ form: cell.text, kind: cell.oneOf(["prefix", "unit", "suffix"]) }),
});

/** Words that begin a sentence behind a doubtful full stop, and those that go on with it behind a quotation. */
const openers = defineTable({
  file: "openers.tsv",
  key: ["form", "kind"],
  row: z.object({ form: cell.text, kind: cell.oneOf(["starter", "inquit"]) }),
});

const lemmaRow = z.object({ form: cell.text, xpos: cell.text, lemma: cell.text });

/** Lemmas that no rule of spelling gives: learned, and written by hand. */
const lemmas = defineTable({ file: "lemmas.tsv", key: ["form", "xpos"], row: lemmaRow });
const irregulars = defineTable({ file: "irregulars.tsv", key: ["form", "xpos"], row: lemmaRow });

/** Scripts and function words by which a language is recognised. */
const languages = defineTable({
  file: "languages.tsv",
  key: ["language"],
  row: z.object({ language: cell.text, script: cell.list, letters: cell.optional(cell.text), words: cell.list }),
});

/** Contents by which nothing is said: "to comment", "not to be named". */
const emptyContents = defineTable({
  file: "empty-contents.tsv",
  key: ["phrase"],
  row: z.object({ phrase: cell.text, more: cell.flag, hides: cell.flag }),
});

/** Labels of turns that name a part: "q" of an interview, "moderator". */
const turnLabels = defineTable({
  file: "turn-labels.tsv",
  key: ["label"],
  row: z.object({ label: cell.text, part: cell.oneOf(["asker", "answerer"]) }),
});

/** Words by which figures are written, beside those of timesNumbers. */
const figuresNumbers = defineTable({
  file: "figures-numbers.tsv",
  key: ["word", "kind"],
  row: z.object({
    word: cell.text,
    value: cell.optional(cell.number),
    kind: cell.oneOf(["scale", "suffix", "part", "plural", "open"]),
  }),
});

/** Words beside a number that bound it: "at least", "or so". */
const figuresBounds = defineTable({
  file: "figures-bounds.tsv",
  key: ["phrase", "place"],
  row: z.object({
    phrase: cell.text,
    bound: cell.oneOf(["about", "at_least", "at_most", "more_than", "less_than"]),
    place: cell.oneOf(["before", "after"]),
    /** Verbs right behind which it belongs to the verb: "handed over", "talked about". */
    unless: cell.list,
  }),
});

/** Units of measure, and nouns behind which "of" says what is counted ("pairs of jets"). */
const figuresUnits = defineTable({
  file: "figures-units.tsv",
  key: ["unit", "kind"],
  row: z.object({
    unit: cell.text,
    /** Plurals, other spellings, abbreviations, as printed. */
    forms: cell.list,
    kind: cell.oneOf(["length", "area", "mass", "volume", "energy", "temperature", "data", "speed", "point", "percent", "group"]),
  }),
});

/** Nouns whose number is no figure, and those that stand before a number that only names. */
const figuresNouns = defineTable({
  file: "figures-nouns.tsv",
  key: ["noun", "kind"],
  row: z.object({
    noun: cell.text,
    kind: cell.oneOf(["party", "source", "vote", "text", "abstract", "time", "invariant", "conflict", "label"]),
  }),
});

/** What becomes of those who are counted: "four civilians were killed". */
const figuresFates = defineTable({
  file: "figures-fates.tsv",
  key: ["word"],
  row: z.object({ word: cell.text, as: cell.text, kind: cell.oneOf(["verb", "state"]) }),
});

/** Nouns that have a number rather than being counted: "the death toll rose to 15". */
const figuresHolders = defineTable({
  file: "figures-holders.tsv",
  key: ["noun"],
  row: z.object({ noun: cell.text, unit: cell.optional(cell.text) }),
});

/** Verbs that say how many times: "doubled". */
const figuresMultiples = defineTable({
  file: "figures-multiples.tsv",
  key: ["word"],
  row: z.object({ word: cell.text, value: cell.number }),
});

/** Money: names, ISO 4217 codes, signs. */
const currencies = defineTable({
  file: "currencies.tsv",
  key: ["name"],
  row: z.object({
    name: cell.text,
    /** The unit in the record. */
    plural: cell.text,
    code: cell.optional(cell.text),
    signs: cell.list,
    also: cell.list,
  }),
});

/** What each rule of the reader does, for `explain`. */
const rules = defineTable({ file: "rules.tsv", key: ["rule"], row: z.object({ rule: cell.text, how: cell.text }) });
/** Where each state of `countries` is. */
const placesCountries = defineTable({
  file: "places-countries.tsv",
  key: ["alpha3"],
  row: z.object({ alpha3: cell.country, latitude: cell.number, longitude: cell.number, geonameId: cell.optional(cell.text) }),
});

/** What news calls first-level regions, besides their names in the gazetteer. */
const placesRegions = defineTable({
  file: "places-regions.tsv",
  key: ["region"],
  row: z.object({
    /** Country and GeoNames' code: "USA.TX". */
    region: cell.text,
    geonameId: cell.optional(cell.text),
    aliases: cell.list,
    /** Forms that name it only behind the name of a place in it: "Tex.". */
    abbreviations: cell.list,
    /** It decides and plays as a state does: "England won". */
    acts: cell.flag,
  }),
});

/** Seas, rivers, mountains, islands, disputed areas, bases and buildings: places that are no state, first-level region or town. */
const places = defineTable({
  file: "places.tsv",
  key: ["name"],
  row: z.object({
    name: cell.text,
    aliases: cell.list,
    /** GeoNames feature code. */
    feature: cell.text,
    /** The one state that it lies in. */
    country: cell.optional(cell.country),
    latitude: cell.number,
    longitude: cell.number,
    geonameId: cell.optional(cell.text),
    /** Those of its names that as often mean something else. */
    ambiguous: cell.list,
  }),
});

/** Other names of towns. */
const placesAliases = defineTable({
  file: "places-aliases.tsv",
  key: ["alias"],
  row: z.object({
    alias: cell.text,
    /** As the gazetteer gives it. */
    name: cell.text,
    country: cell.country,
  }),
});

/** Words beside a name that tell whether it names a place: see the head of the file. */
const placesCues = defineTable({
  file: "places-cues.tsv",
  key: ["word", "kind"],
  row: z.object({
    word: cell.text,
    kind: cell.oneOf(["in", "from", "given", "taken", "part", "civic", "kind", "region", "reach", "hold"]),
  }),
});

/** English words that are also names of places. */
const placesWords = defineTable({ file: "places-words.tsv", key: ["word"], row: z.object({ word: cell.text }) });

/** Words by which somebody takes a position. */
const positionsStances = defineTable({
  file: "positions-stances.tsv",
  key: ["word", "pos"],
  row: z.object({
    word: cell.text,
    pos: cell.oneOf(["verb", "noun", "adjective"]),
    /** As the model names them; the room of tables knows no model. */
    stance: cell.oneOf(["demand", "reject", "support", "offer", "promise", "threaten", "deny", "accuse"]),
    /** Prepositions behind which the issue stands. */
    governs: cell.list,
    /** "person": the object is whom it is aimed at. */
    object: cell.optional(cell.oneOf(["person"])),
    /** A wish of the person himself. */
    own: cell.flag,
    /** Negated, it rejects; else negated it is no position. */
    refusal: cell.flag,
  }),
});

/** Acts that say which way an announcement or a report looks. */
const positionsActs = defineTable({
  file: "positions-acts.tsv",
  key: ["act"],
  row: z.object({ act: cell.text, kind: cell.oneOf(["hostile", "relief", "silent"]) }),
});

/** Nouns, adjectives and conjunctions that decide what a position is about and what it hangs on. */
const positionsWords = defineTable({
  file: "positions-words.tsv",
  key: ["word", "kind"],
  row: z.object({
    word: cell.text,
    kind: cell.oneOf([
      "claim",
      "ask",
      "unacceptable",
      "condition",
      "body",
      "intention",
      "warning",
      "voice",
      "consider",
      "excludes",
      "deal",
    ]),
  }),
});

/** Nouns that name a meeting. */
const meetingsNouns = defineTable({
  file: "meetings-nouns.tsv",
  key: ["noun"],
  row: z.object({ noun: cell.text, class: cell.oneOf(["talk", "visit", "call", "session", "signing"]) }),
});

/** Verbs that tell of a meeting. */
const meetingsVerbs = defineTable({
  file: "meetings-verbs.tsv",
  key: ["verb"],
  row: z.object({
    verb: cell.text,
    class: cell.oneOf(["talk", "visit", "call", "session", "sitting"]),
    /** "object", "together", or a preposition. */
    takes: cell.list,
  }),
});

/** Words round a meeting that say how it stands: see the head of the file. */
const meetingsWords = defineTable({
  file: "meetings-words.tsv",
  key: ["word", "kind"],
  row: z.object({
    word: cell.text,
    kind: cell.oneOf([
      "cancel",
      "move",
      "propose",
      "schedule",
      "happen",
      "refuse",
      "host",
      "mediate",
      "auspices",
      "lead",
      "invite",
      "travel",
      "journey",
      "outcome",
      "thought",
      "another",
      "part",
      "pair",
      "press",
    ]),
  }),
});

/** PLOVER types with their modes: see the head of the file. */
const eventTypes = defineTable({
  file: "events-types.tsv",
  key: ["type", "mode"],
  row: z.object({
    type: cell.text,
    /** "none" for the type without a mode. */
    mode: cell.text,
    quad: cell.number,
    score: cell.number,
    root: cell.text,
    stopped: cell.optional(cell.text),
  }),
});

/** Verbs and predicate adjectives that tell an event, with what must stand with them. */
const eventVerbs = defineTable({
  file: "events-verbs.tsv",
  key: ["word", "with"],
  row: z.object({
    word: cell.text,
    with: z.string("must not be empty").regex(/^(any|inf|nobj|(obj|prep)=.+)$/, "must be any, inf, nobj, obj=… or prep=…"),
    type: cell.text,
    mode: cell.optional(cell.text),
    to: cell.list,
    decides: cell.flag,
  }),
});

/** Nouns that tell an event. */
const eventNouns = defineTable({
  file: "events-nouns.tsv",
  key: ["noun"],
  row: z.object({
    noun: cell.text,
    type: cell.text,
    mode: cell.optional(cell.text),
    to: cell.list,
    sides: cell.flag,
    decides: cell.flag,
  }),
});

/** What a verb does to the event noun that is its object. */
const eventLight = defineTable({
  file: "events-light.tsv",
  key: ["verb"],
  row: z.object({ verb: cell.text, does: cell.oneOf(["does", "stops", "suffers"]) }),
});

/** Figures of speech in which an event word tells no event. */
const eventIdioms = defineTable({ file: "events-idioms.tsv", key: ["phrase"], row: z.object({ phrase: cell.text }) });

/** Forces, vehicles and officials by which a state acts. */
const eventForces = defineTable({ file: "events-forces.tsv", key: ["noun"], row: z.object({ noun: cell.text }) });

/** Words by which PLOVER's contexts are known. */
const eventContexts = defineTable({
  file: "events-contexts.tsv",
  key: ["context"],
  row: z.object({ context: cell.text, words: cell.list }),
});

/** Words that say how what hangs on them stands to the facts. */
const modalityCues = defineTable({
  file: "modality-cues.tsv",
  key: ["word", "kind", "reach"],
  row: z.object({
    word: cell.text,
    kind: cell.oneOf(["modal", "verb", "noun", "adjective", "attribute", "adverb", "conjunction"]),
    reach: cell.list,
    time: cell.optional(cell.oneOf(["past", "future"])),
    polarity: cell.optional(z.literal("negative", 'must be "negative" or empty')),
    degree: cell.optional(cell.oneOf(["expected", "probable", "possible", "wished", "conditional"])),
    denied: cell.optional(cell.oneOf(["passes", "stays", "holds", "open"])),
  }),
});

/** Every table by the name under which a Lexicon gives it. */
export const TABLES = {
  modalityCues,
  eventIdioms,
  eventContexts,
  eventForces,
  eventTypes,
  eventVerbs,
  eventNouns,
  eventLight,
  countries,
  abbreviations,
  contractions,
  affixes,
  openers,
  lemmas,
  irregulars,
  languages,
  timesNames,
  timesUnits,
  timesNumbers,
  timesVague,
  timesCues,
  timesBounds,
  timesZones,
  timesExceptions,
  figuresNumbers,
  figuresBounds,
  figuresUnits,
  figuresNouns,
  figuresFates,
  figuresHolders,
  figuresMultiples,
  currencies,
  rules,
  reportingVerbs,
  reportingNouns,
  reportingAdjectives,
  reportingPhrases,
  media,
  emptyContents,
  turnLabels,
  agencies,
  furniture,
  bylineWords,
  metonyms,
  lookAlikes,
  organizations,
  bodyNouns,
  roleNouns,
  honorifics,
  givenNames,
  groupNouns,
  placesCountries,
  placesRegions,
  places,
  placesAliases,
  placesCues,
  placesWords,
  positionsStances,
  positionsActs,
  positionsWords,
  meetingsNouns,
  meetingsVerbs,
  meetingsWords,
} as const;
