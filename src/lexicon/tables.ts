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
    /** As news names it; also a name to look up. */
    name: cell.text,
    /** Other names and short forms: "U.S.", "Britain". */
    aliases: cell.list,
    /** Adjectives: "Russian", "U.S.". The first is the usual one. */
    demonyms: cell.list,
    /** Nouns for its people, plural: "Russians", "Britons". */
    people: cell.list,
    /** Capital and seat of government, with other spellings: "Kyiv", "Kiev". */
    capitals: cell.list,
    /** Which of the phrases above also mean something else in news ("Georgia" a US state, "Jordan" a name, "Turkey"…). */
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
    kind: cell.oneOf(["modal", "governor", "timetable", "adjacent", "scheduled", "aspectual", "past", "preterite", "reporting"]),
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
  }),
});

/** Nouns that attribute content to a source beside them. */
const reportingNouns = defineTable({
  file: "reporting-nouns.tsv",
  key: ["lemma"],
  row: z.object({ lemma: cell.text, class: cell.oneOf(["speech", "attitude"]), takes: cell.list, denies: cell.flag, light: cell.list }),
});

/** Phrases that attribute the clause they stand in: "according to". */
const reportingPhrases = defineTable({
  file: "reporting-phrases.tsv",
  key: ["phrase"],
  row: z.object({ phrase: cell.text, class: cell.oneOf(["speech", "attitude"]) }),
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
    /** The line begins so, is nothing else, or ends so; or a clause of a contributors' line begins so. */
    at: cell.oneOf(["start", "whole", "end", "clause"]),
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

/** Every table by the name under which a Lexicon gives it. */
export const TABLES = {
  reportingVerbs,
  reportingNouns,
  reportingPhrases,
  media,
  countries,
  timesNames,
  timesUnits,
  timesNumbers,
  timesVague,
  timesCues,
  timesBounds,
  timesZones,
  timesExceptions,
  agencies,
  furniture,
  bylineWords,
} as const;
