import { z } from "zod";

/**
 * What a cell of a table may hold. Every schema takes the trimmed text of the cell, or null for an empty cell or a column that the file
 * lacks.
 */
export const cell = {
  /** Any text, not empty. */
  text: z.string("must not be empty"),

  /** `yes` or empty. Another word ("no", "true", "x") is an error, since a reader of the table would guess differently from the program. */
  flag: z
    .literal("yes", 'must be "yes" or empty')
    .nullable()
    .transform((value) => value !== null),

  /** A decimal number with a point: "0.85", "-3". No separators, no exponent. */
  number: z
    .string("must not be empty")
    .regex(/^-?\d+(\.\d+)?$/, "must be a number")
    .transform(Number),

  /** Phrases separated by `|`, each once; an empty cell is the empty list. */
  list: z.string().nullable().transform(phrasesOf),

  /** As `list`, each of the words given. */
  listOf: <const Words extends readonly string[]>(words: Words) =>
    z
      .string()
      .nullable()
      .transform(phrasesOf)
      .pipe(z.array(z.enum(words, `must be some of ${words.join(", ")}`)).readonly()),

  /** One of the words given. */
  oneOf: <const Words extends readonly string[]>(words: Words) => z.enum(words, `must be one of ${words.join(", ")}`),

  /** An ISO 3166-1 alpha-3 code, by its form. Kosovo has none there; XKX is the user-assigned code that the EU and others write. */
  country: z.string("must not be empty").regex(/^[A-Z]{3}$/, "must be a country code of three capitals"),

  /** Grammatical gender of a person as a word tells it: m or f. */
  gender: z.enum(["m", "f"], "must be m or f"),

  /** As the schema given, or null for an empty cell. */
  optional: <Schema extends z.ZodType>(schema: Schema) => z.nullable(schema),
};

function phrasesOf(cell: string | null, context: z.RefinementCtx): readonly string[] {
  if (cell === null) return [];
  const phrases = cell.split("|").map((phrase) => phrase.trim());
  if (phrases.includes("")) context.addIssue({ code: "custom", message: "must have something between the bars" });
  const twice = phrases.find((phrase, index) => phrase !== "" && phrases.indexOf(phrase) < index);
  if (twice !== undefined) context.addIssue({ code: "custom", message: `names ${JSON.stringify(twice)} twice` });
  return phrases;
}
