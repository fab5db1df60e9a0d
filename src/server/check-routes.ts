import { z } from "zod";
import { Accounts, RELATIONS, StatementRow, StoryRow, VERDICTS } from "../archive/index.js";
import { Anchor } from "../model/index.js";
import type { App } from "./app.js";
import { sendJson, written } from "./json.js";
import { scope, sight, sighted } from "./lists.js";
import type { Workers } from "./work.js";

const { story, headline, lead, published, outlet, agency } = StoryRow.unwrap().shape;
const count = z.int().nonnegative();

const FoundWords = z.object({
  story,
  headline,
  lead,
  published,
  outlet,
  agency,
  words: Anchor,
  likeness: z.enum(["same", "cut", "altered"]),
  relation: z.enum(RELATIONS).describe("How the one asked about stands to the words."),
  denied: z.boolean(),
  shared: count,
  edits: count,
  differences: z.array(z.object({ kind: z.enum(["same", "missing", "added"]), marked: z.boolean(), words: z.array(z.string()) })),
  turns: z.array(z.enum(["negation", "number"])).describe("Changes that may turn the sense."),
  statements: z.array(StatementRow),
});

export const Checked = z.object({
  verdict: z.enum(VERDICTS),
  exact: z.array(FoundWords),
  complete: z.boolean(),
  first: FoundWords.nullable(),
  altered: z.array(FoundWords),
  accounts: Accounts.nullable(),
  suggestions: z.array(StatementRow),
  looked: z.object({
    stories: count,
    first: z.string().nullable(),
    last: z.string().nullable(),
    undated: count,
    outlets: z.array(z.object({ name: z.string(), stories: count })),
    moreOutlets: count,
    unnamed: count,
  }),
});

/** Words to be checked may be a long passage, but not a book. */
const MAX_WORDS = 20_000;

export function checkRoutes(app: App, workers: Workers): void {
  app.get(
    "/check",
    {
      schema: {
        summary: "Are these words on record?",
        description:
          "Verbatim, altered, another's, quoted, denied, or not found in so many stories: which does not say that they were never said.",
        tags: ["record"],
        querystring: z
          .object({
            words: z.string().min(1).max(MAX_WORDS),
            by: z.string().min(1).max(1000).optional().describe("Whose words they are said to be."),
            ...scope,
            ...sight,
          })
          .strict(),
        response: { 200: Checked },
      },
      ...written,
    },
    async (request, reply) => {
      const { words, ...asked } = request.query;
      return sendJson(reply, (await workers.ask({ kind: "check", words, ...sighted(asked) })).json as string);
    },
  );
}
