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

/** Every table by the name under which a Lexicon gives it. */
export const TABLES = { countries } as const;
